// Duplicates of a list of the format "ndjson": every lead is in one cluster at most, links hold each cluster together, weights add
// up, the two sides of a pair are alike, and the lead that stands for several merges into itself.
#include "lead/duplicates.h"
#include "fuzzing.h"
#include "lists/duplicates.h"
#include "lists/merge_map.h"

using namespace prequal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 1 << 14;
  if (size == 0 || size > kMost) return 0;
  const fuzzing::Exact input(data, size);
  lists::List list(fuzzing::shipped_program(), {.format = lists::Format::ndjson, .now = Instant{1'795'000'000, 0}});
  list.push(input.text());
  if (list.finish()) return 0;
  lists::DuplicateSearch search(list);
  std::uint32_t before = 0;
  while (!search.advance(3)) {
    PREQUAL_MUST(search.progress() >= before && search.progress() < 1000);
    before = search.progress();
  }
  PREQUAL_MUST(search.firsts().size() == list.size());
  std::vector<bool> seen(list.size(), false);
  std::string out;
  for (std::size_t i = 0; i < search.clusters().size(); ++i) {
    const lists::DuplicateCluster& cluster = search.clusters()[i];
    PREQUAL_MUST(cluster.leads.size() >= 2 && cluster.links.size() + 1 == cluster.leads.size());
    for (const std::uint32_t lead : cluster.leads) {
      PREQUAL_MUST(!seen[lead] && search.firsts()[lead] == cluster.leads[0]);
      seen[lead] = true;
    }
    for (const quality::Link& link : cluster.links) {
      std::int32_t sum = link.prior;
      for (const std::int32_t weight : link.weights) sum += weight;
      PREQUAL_MUST(link.a < link.b && sum == link.weight);
      PREQUAL_MUST(search.search().compare(link.b, link.a).weight == link.weight);
    }
    search.write_cluster(i, out);
    lists::write_merge_map(list, search, i, out);
    std::string merged;
    lists::write_merged(list, cluster.leads, merged);
    std::string again;
    PREQUAL_MUST(!lead::append_merged(list.profile(), {merged}, again));
    PREQUAL_MUST(again == merged);
  }
  search.write_summary(out);
  return 0;
}
