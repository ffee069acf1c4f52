#include "base/json_writer.h"

#include "base/plain_run.h"
#include "base/text.h"

namespace prequal {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    out.push_back('\\');
    switch (c) {
      case '"': out.push_back('"'); break;
      case '\\': out.push_back('\\'); break;
      case '\n': out.push_back('n'); break;
      case '\r': out.push_back('r'); break;
      case '\t': out.push_back('t'); break;
      default: {
        constexpr std::string_view kHex = "0123456789abcdef";
        out.append("u00");
        out.push_back(kHex[c >> 4U]);
        out.push_back(kHex[c & 15U]);
      }
    }
  }
  out.append(text.substr(plain));
}

// Nearly every text is ASCII that stands in JSON as it is; then nothing needs to be checked or escaped.
bool is_plain(std::string_view text) {
  std::size_t at = 0;
  for (; text.size() - at >= kRunBytes; at += kRunBytes) {
    if (plain_run(text.data() + at) < kRunBytes) return false;
  }
  for (; at < text.size(); ++at) {
    const char c = text[at];  // what is not ASCII is negative
    if (c < 0x20 || c == '"' || c == '\\') return false;
  }
  return true;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  if (is_plain(text)) {
    out.append(text);
  } else if (find_malformed_utf8(text) == std::string_view::npos) {
    append_escaped(out, text);
  } else {
    std::string repaired;
    append_repaired_utf8(repaired, text);
    append_escaped(out, repaired);
  }
  out.push_back('"');
}

void JsonWriter::separate() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

JsonWriter& JsonWriter::open(char c) {
  separate();
  out_.push_back(c);
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char c) {
  out_.push_back(c);
  comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_.push_back(':');
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
  return *this;
}

}  // namespace prequal
