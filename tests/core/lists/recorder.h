// Sinks that write down what a splitter or an input hands over, one line each, so that tests compare texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/input.h"
#include "lists/splitter.h"

namespace prequal::testing {

/// "row@line <bytes>", "row@line ! code", "! code".
class RecordRecorder final : public lists::RecordSink {
 public:
  void on_record(const lists::Record& record) override {
    lines.push_back(place(record) + " <" + std::string(record.bytes) + ">");
  }
  void on_rejected(const lists::Record& record, Problem problem) override {
    lines.push_back(place(record) + " ! " + std::string(code_name(problem.code)) +
                    (problem.row == record.row ? "" : " (another row)"));
  }
  void on_problem(Problem problem) override { lines.push_back("! " + std::string(code_name(problem.code))); }

  std::vector<std::string> lines;

 private:
  static std::string place(const lists::Record& record) {
    return std::to_string(record.row) + "@" + std::to_string(record.line);
  }
};

/// "row: field=value; ..." for leads, "row ! code detail" for the others.
class LeadRecorder final : public lists::LeadSink {
 public:
  explicit LeadRecorder(const lists::Names& names) : names_(names) {}

  void on_lead(const lists::Record& record, const lead::RawLead& lead) override {
    std::string line = std::to_string(record.row) + ":";
    for (const lead::RawValue& value : lead.values) {
      line.append(" ").append(names_.slot_name(value.slot)).append("=");
      switch (value.kind) {
        case lead::RawKind::too_long: line.append("(too long)"); break;
        case lead::RawKind::boolean: line.append(value.boolean ? "yes" : "no"); break;
        default: line.append(value.text); break;
      }
    }
    for (const lead::RawEvent& event : lead.events) line.append(" +").append(event.type).append("@").append(event.at);
    lines.push_back(line);
  }
  void on_rejected(const lists::Record& record, Problem problem) override {
    lines.push_back(std::to_string(record.row) + " ! " + text_of(problem));
  }
  void on_problem(Problem problem) override {
    lines.push_back((problem.row == 0 ? "" : std::to_string(problem.row) + " ") + "? " + text_of(problem));
  }

  std::vector<std::string> lines;

 private:
  static std::string text_of(const Problem& problem) {
    std::string out(code_name(problem.code));
    if (!problem.subject.empty()) out.append(" \"").append(problem.subject).append("\"");
    if (!problem.detail.empty()) out.append(": ").append(problem.detail);
    return out;
  }

  const lists::Names& names_;
};

/// Feeds a splitter or an input with pieces of that size.
template <typename Reader, typename Sink>
void feed(Reader& reader, Sink& sink, std::string_view text, std::size_t piece) {
  for (std::size_t at = 0; at < text.size(); at += piece) reader.push(text.substr(at, piece), sink);
  reader.finish(sink);
}

}  // namespace prequal::testing
