#include "lists/duplicates.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"

namespace prequal::lists {
namespace {

using quality::Agreement;
using quality::kLinkFields;
using quality::Link;
using quality::LinkField;

constexpr std::uint32_t kReadShare = 300;  // of a thousand; the rest is the search

void write_link(JsonWriter& json, const List& list, const Link& link) {
  json.begin_object().key("leads").begin_array().number(link.a).number(link.b).end_array();
  json.key("rows").begin_array();
  json.number(static_cast<std::int64_t>(list.row(link.a))).number(static_cast<std::int64_t>(list.row(link.b))).end_array();
  json.field("certainty", link.certainty).field("weight", link.weight).field("prior", link.prior);
  json.key("fields").begin_object();
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    json.key(link_field_name(static_cast<LinkField>(f))).begin_object();
    json.field("agreement", agreement_name(link.fields[f])).field("weight", link.weights[f]).end_object();
  }
  json.end_object().end_object();
}

// The surest links that hold the leads together: each lead is added where it is surest. Of very many leads only the first are asked
// for every other one, so that a cluster of thousands costs no more than its size.
std::vector<Link> hold_together(const quality::Duplicates& search, const std::vector<std::uint32_t>& leads) {
  constexpr std::size_t kAsked = 32;
  std::vector<Link> out;
  std::vector<Link> best(leads.size());
  std::vector<bool> joined(leads.size(), false);
  joined[0] = true;
  for (std::size_t i = 1; i < leads.size(); ++i) best[i] = search.compare(leads[0], leads[i]);
  for (std::size_t added = 1; added < leads.size(); ++added) {
    std::size_t next = 0;
    for (std::size_t i = 1; i < leads.size(); ++i) {
      if (!joined[i] && (next == 0 || best[i].weight > best[next].weight)) next = i;
      if (next != 0 && added >= kAsked) break;
    }
    joined[next] = true;
    out.push_back(best[next]);
    if (added >= kAsked) continue;
    for (std::size_t i = 1; i < leads.size(); ++i) {
      if (joined[i]) continue;
      const Link link = search.compare(leads[next], leads[i]);
      if (link.weight > best[i].weight) best[i] = link;
    }
  }
  return out;
}

}  // namespace

DuplicateSearch::DuplicateSearch(List& list) : list_(list), reader_(list) {}

bool DuplicateSearch::advance(std::size_t most) {
  if (done_) return true;
  if (read_ < list_.size()) {
    const std::size_t end = read_ + std::min(most, list_.size() - read_);
    for (; read_ < end; ++read_) search_.add(reader_.read(read_));
    return false;
  }
  if (!search_.advance(most)) return false;
  form_clusters();
  done_ = true;
  return true;
}

std::uint32_t DuplicateSearch::progress() const {
  if (done_) return 1000;
  if (read_ < list_.size()) return static_cast<std::uint32_t>(std::uint64_t{read_} * kReadShare / list_.size());
  return kReadShare + search_.progress() * (999 - kReadShare) / 1000;
}

void DuplicateSearch::form_clusters() {
  const auto& firsts = search_.clusters();
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> places(firsts.size(), kNone);
  // Clusters in the order of their first leads: a lead that repeats a first one says that this is a cluster.
  for (std::uint32_t lead = 0; lead < firsts.size(); ++lead) {
    if (firsts[lead] != lead) places[firsts[lead]] = 0;
  }
  std::uint32_t count = 0;
  for (std::uint32_t& place : places) {
    if (place != kNone) place = count++;
  }
  clusters_.resize(count);
  for (std::uint32_t lead = 0; lead < firsts.size(); ++lead) {
    const std::uint32_t place = places[firsts[lead]];
    if (place != kNone) clusters_[place].leads.push_back(lead);
  }
  repeated_ = 0;
  for (DuplicateCluster& cluster : clusters_) {
    repeated_ += cluster.leads.size() - 1;
    cluster.links = hold_together(search_, cluster.leads);
    cluster.certainty = std::ranges::min(cluster.links, {}, &Link::certainty).certainty;
  }
}

void DuplicateSearch::write_cluster(std::size_t cluster, std::string& out) const {
  const DuplicateCluster& what = clusters_[cluster];
  JsonWriter json(out);
  json.begin_object().field("cluster", static_cast<std::int64_t>(cluster) + 1).field("certainty", what.certainty);
  json.key("leads").begin_array();
  for (const std::uint32_t lead : what.leads) json.number(lead);
  json.end_array().key("rows").begin_array();
  for (const std::uint32_t lead : what.leads) json.number(static_cast<std::int64_t>(list_.row(lead)));
  json.end_array().key("links").begin_array();
  for (const Link& link : what.links) write_link(json, list_, link);
  json.end_array().end_object();
}

void DuplicateSearch::write_pair(std::uint32_t a, std::uint32_t b, std::string& out) const {
  JsonWriter json(out);
  write_link(json, list_, search_.compare(a, b));
}

void DuplicateSearch::write_summary(std::string& out) const {
  JsonWriter json(out);
  json.begin_object().field("leads", static_cast<std::int64_t>(list_.size()));
  json.field("clusters", static_cast<std::int64_t>(clusters_.size()));
  json.field("repeated", static_cast<std::int64_t>(repeated_));
  json.field("compared", static_cast<std::int64_t>(search_.compared()));
  json.key("columns").begin_object();
  for (std::size_t i = 0; i < kLinkParts; ++i) {
    const auto part = static_cast<LinkPart>(i);
    json.key(link_part_name(part)).begin_array();
    for (const std::uint32_t column : reader_.columns(part)) json.string(list_.columns()[column].name);
    json.end_array();
  }
  json.end_object().key("model").begin_object().field("prior", search_.model().prior).key("rates").begin_object();
  for (std::size_t f = 0; f < kLinkFields; ++f) {
    json.key(link_field_name(static_cast<LinkField>(f))).begin_object();
    for (const Agreement agreement : {Agreement::same, Agreement::near, Agreement::differs}) {
      constexpr std::uint32_t kWholeSearch = 65'536;
      const std::uint32_t rate = search_.model().rates[f][static_cast<std::size_t>(agreement)];
      json.field(agreement_name(agreement),
                 static_cast<std::int64_t>((rate * std::uint64_t{10'000} + kWholeSearch / 2) / kWholeSearch));
    }
    json.end_object();
  }
  json.end_object().end_object().end_object();
}

}  // namespace prequal::lists
