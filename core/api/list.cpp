#include "api/list_body.h"
#include "lists/accounts.h"
#include "lists/allocation.h"
#include "lists/audit.h"
#include "lists/comparison.h"
#include "lists/mapping.h"
#include "lists/metrics.h"

namespace prequal::api {

std::expected<List, std::vector<Problem>> List::open(const Profile& profile, const ListOptions& options) {
  const Profile::Body& body = *profile.body_;
  lists::ListOptions inner{.format = static_cast<lists::Format>(options.format)};
  if (options.now) inner.now = to_instant(*options.now);
  if (!options.mapping.empty()) {
    Problems problems;
    inner.mapping = lists::parse_mapping(options.mapping, body.slots, body.program.profile, problems);
    if (problems.has_errors()) return std::unexpected(to_public(problems.list()));
  }
  return List(std::make_unique<Body>(profile, body, std::move(inner)));
}

List::List(std::unique_ptr<Body> body) : body_(std::move(body)) {}
List::List(List&&) noexcept = default;
List& List::operator=(List&&) noexcept = default;
List::~List() = default;

void List::push(std::string_view bytes) {
  body_->list.push(bytes);
}

std::optional<Problem> List::finish() {
  if (const auto problem = body_->list.finish()) return to_public(*problem);
  return std::nullopt;
}

std::size_t List::size() const {
  return body_->list.size();
}
std::uint64_t List::row(std::size_t lead) const {
  return body_->list.row(lead);
}
Outcome List::outcome(std::size_t lead) const {
  return outcome_at(body_->list.outcomes(), lead);
}

std::string List::verdict(std::size_t lead) {
  std::string out;
  body_->list.write_verdict(lead, out);
  return out;
}

std::vector<Problem> List::problems() const {
  return to_public(body_->list.problems());
}

std::string List::metrics() {
  lists::Metrics metrics(body_->list.profile());
  body_->list.visit(metrics);
  std::string out;
  metrics.write(out);
  return out;
}

std::expected<std::string, Problem> List::audit(const AuditOptions& options) {
  auto groups = lists::find_group_fields(body_->list.profile(), options.groups);
  if (!groups) return std::unexpected(to_public(groups.error()));
  lists::Audit audit(body_->list.profile(), {.seed = options.seed, .groups = std::move(*groups)});
  body_->list.visit(audit);
  audit.finish();
  std::string out;
  audit.write(out);
  return out;
}

std::string List::accounts() {
  std::string out;
  lists::write_accounts(lists::find_accounts(body_->list), body_->list, out);
  return out;
}

std::string List::allocation() {
  lists::Allocation allocation(body_->list.profile());
  body_->list.visit(allocation);
  allocation.finish();
  std::string out;
  allocation.write(out);
  return out;
}

std::string List::compare(List& after) {
  lists::List& other = after.body_->list;
  std::string out;
  write_comparison(lists::compare(body_->list, other), body_->list.profile(), other.profile(), out);
  return out;
}

std::string List::summary() const {
  std::string out;
  body_->list.write_summary(out);
  return out;
}

}  // namespace prequal::api
