// Floor: wasm. Many leads as packed records, qualified in blocks; only in the full build.
#include <emscripten/bind.h>

#include "api/packed_lead.h"
#include "boundary.h"
#include "lists/block_qualifier.h"

namespace prequal::wasm {
namespace {

struct Batch {
  lists::BlockQualifier block;
  lists::Summary summary;
  decide::Outcomes outcomes;
  lead::RawLead raw;
  Instant now;
  unsigned done = 0;

  Batch(const CompiledProfile& profile, Instant as_of)
      : block(profile.program), summary(profile.program.profile), now(as_of) {
    outcomes.reset(0, profile.program.profile.model().reasons.size());
  }
  void finish_block() {
    const std::size_t count = block.size();
    if (count == 0) return;
    block.finish(outcomes, done, summary);
    done += static_cast<unsigned>(count);
  }
};

Handles<Batch>& batches() {
  static Handles<Batch> table;
  return table;
}

/// The profile must not be released before the batch.
int open_batch(int profile_handle, double seconds, int offset) {
  const CompiledProfile* profile = boundary().profiles.find(profile_handle);
  return profile == nullptr ? 0 : batches().add(std::make_unique<Batch>(*profile, instant(seconds, offset)));
}
void close_batch(int handle) {
  batches().release(handle);
}

/// Adds the packed lead in the input. 0 when that went well; else the length of the answer, which is the problem.
unsigned add(int handle, unsigned bytes) {
  Boundary& shared = boundary();
  Batch* batch = batches().find(handle);
  if (batch == nullptr) return shared.answer({.code = Code::usage, .detail = "no such batch"});
  if (const auto problem = api::read_packed_lead(shared.view_input(bytes), batch->raw)) return shared.answer(*problem);
  batch->block.add(batch->raw, batch->now);
  if (batch->block.full()) batch->finish_block();
  return 0;
}

/// Decides about the leads that are left; the number of all.
unsigned finish(int handle) {
  Batch* batch = batches().find(handle);
  if (batch == nullptr) return 0;
  batch->finish_block();
  return batch->done;
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
  emscripten::function("finish", &finish);
  emscripten::function("batchColumn", &batch_column);
}

}  // namespace prequal::wasm
