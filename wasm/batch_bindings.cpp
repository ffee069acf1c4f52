// Floor: wasm. Many leads that stay in the engine as columns, understood once and qualified as often as asked; only in the
// full build.
#include <emscripten/bind.h>

#include "api/packed_lead.h"
#include "boundary.h"
#include "lists/lead_columns.h"

namespace prequal::wasm {
namespace {

struct Batch {
  lists::LeadColumns leads;
  decide::Outcomes outcomes;
  lead::RawLead raw;

  explicit Batch(const CompiledProfile& profile) : leads(profile.program) {
    outcomes.reset(0, profile.program.profile.model().reasons.size());
  }
};

Handles<Batch>& batches() {
  static Handles<Batch> table;
  return table;
}

/// The profile must not be released before the batch.
int open_batch(int profile_handle) {
  const CompiledProfile* profile = boundary().profiles.find(profile_handle);
  return profile == nullptr ? 0 : batches().add(std::make_unique<Batch>(*profile));
}
void close_batch(int handle) {
  batches().release(handle);
}

unsigned refuse_unknown(std::string_view detail) {
  return boundary().answer({.code = Code::usage, .detail = std::string(detail)});
}

/// Adds the packed lead in the input. 0 when that went well; else the length of the answer, which is the problem.
unsigned add(int handle, unsigned bytes, double seconds, int offset) {
  Boundary& shared = boundary();
  Batch* batch = batches().find(handle);
  if (batch == nullptr) return refuse_unknown("no such batch");
  if (const auto problem = api::read_packed_lead(shared.view_input(bytes), batch->raw)) return shared.answer(*problem);
  batch->leads.add(batch->raw, instant(seconds, offset));
  return 0;
}
/// The same in the place of a lead that is there, which stays when the new one cannot be read.
unsigned replace(int handle, unsigned row, unsigned bytes, double seconds, int offset) {
  Boundary& shared = boundary();
  Batch* batch = batches().find(handle);
  if (batch == nullptr || row >= batch->leads.size()) return refuse_unknown("no such lead");
  if (const auto problem = api::read_packed_lead(shared.view_input(bytes), batch->raw)) return shared.answer(*problem);
  batch->leads.replace(row, batch->raw, instant(seconds, offset));
  return 0;
}

/// Decides about all leads: every column with extent 0, decisions with 1. Their number.
unsigned decide_batch(int handle, int extent) {
  Batch* batch = batches().find(handle);
  if (batch == nullptr) return 0;
  batch->leads.qualify(batch->outcomes, extent == 1 ? decide::Extent::decisions : decide::Extent::everything);
  return static_cast<unsigned>(batch->leads.size());
}
unsigned batch_column(int handle, unsigned column) {
  const Batch* batch = batches().find(handle);
  return batch == nullptr ? 0 : column_address(batch->outcomes, column);
}

}  // namespace

EMSCRIPTEN_BINDINGS(prequal_batches) {
  emscripten::function("openBatch", &open_batch);
  emscripten::function("closeBatch", &close_batch);
  emscripten::function("add", &add);
  emscripten::function("replace", &replace);
  emscripten::function("decide", &decide_batch);
  emscripten::function("batchColumn", &batch_column);
}

}  // namespace prequal::wasm
