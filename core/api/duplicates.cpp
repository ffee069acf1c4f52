#include "lists/duplicates.h"

#include "api/list_body.h"
#include "lists/merge_map.h"

namespace prequal::api {

struct DuplicateSearch::Body {
  lists::List& list;
  lists::DuplicateSearch search;

  explicit Body(lists::List& of) : list(of), search(of) {}
};

DuplicateSearch::DuplicateSearch(List& list) : body_(std::make_unique<Body>(list.body_->list)) {}
DuplicateSearch::DuplicateSearch(DuplicateSearch&&) noexcept = default;
DuplicateSearch& DuplicateSearch::operator=(DuplicateSearch&&) noexcept = default;
DuplicateSearch::~DuplicateSearch() = default;

bool DuplicateSearch::advance(std::size_t most) {
  return body_->search.advance(most);
}
std::uint32_t DuplicateSearch::progress() const {
  return body_->search.progress();
}
std::size_t DuplicateSearch::size() const {
  return body_->search.clusters().size();
}
std::uint32_t DuplicateSearch::first_of(std::size_t lead) const {
  return body_->search.firsts()[lead];
}

std::string DuplicateSearch::cluster(std::size_t i) const {
  std::string out;
  body_->search.write_cluster(i, out);
  return out;
}

std::string DuplicateSearch::compare(std::uint32_t a, std::uint32_t b) const {
  std::string out;
  body_->search.write_pair(a, b, out);
  return out;
}

std::string DuplicateSearch::merge_map(std::size_t i) {
  std::string out;
  lists::write_merge_map(body_->list, body_->search, i, out);
  return out;
}

std::string DuplicateSearch::summary() const {
  std::string out;
  body_->search.write_summary(out);
  return out;
}

std::string List::merge(const std::vector<std::uint32_t>& leads) {
  std::string out;
  lists::write_merged(body_->list, leads, out);
  return out;
}

}  // namespace prequal::api
