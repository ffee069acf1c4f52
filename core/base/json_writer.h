// Floor: base. Writes JSON text: compact, keys in the order given, strings escaped, always valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prequal {

/// Appends `text` as a JSON string with quotes. `text` may be malformed UTF-8: it is repaired.
void append_json_string(std::string& out, std::string_view text);

/// Builds one JSON text at the end of a string. The caller opens and closes in pairs; commas are its own affair.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// Text that already is JSON.
  JsonWriter& raw(std::string_view json);

  JsonWriter& field(std::string_view name, std::string_view text) { return key(name).string(text); }
  JsonWriter& field(std::string_view name, const char* text) { return key(name).string(text); }
  JsonWriter& field(std::string_view name, std::int64_t value) { return key(name).number(value); }
  JsonWriter& flag(std::string_view name, bool value) { return key(name).boolean(value); }

 private:
  JsonWriter& open(char c);
  JsonWriter& close(char c);
  void separate();

  std::string& out_;
  bool comma_ = false;
};

}  // namespace prequal
