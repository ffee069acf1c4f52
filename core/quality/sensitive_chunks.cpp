// What can be told from a row of characters without spaces: e-mail and web addresses, addresses of machines, vehicle and
// Medicare numbers.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "quality/domain.h"
#include "quality/email.h"
#include "quality/sensitive.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

constexpr std::string_view kHostEndings =
    "com org net edu gov io health us mx es co info biz app clinic care me ca uk pr dev ai";

bool is_alnum(char c) {
  return is_letter(c) || is_digit(c);
}

bool is_hex(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

bool is_ipv4(std::string_view text) {
  int parts = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || part.size() > 3 || !std::ranges::all_of(part, is_digit)) return false;
    int value = 0;
    for (const char c : part) value = value * 10 + (c - '0');
    if (value > 255) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts == 4;
    text.remove_prefix(dot + 1);
  }
}

bool is_ipv6(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) { return is_hex(c) || c == ':'; });
  const auto colons = std::ranges::count(text, ':');
  return plain && text.size() >= 6 && (colons == 7 || (colons >= 2 && colons < 8 && text.contains("::")));
}

bool is_mac(std::string_view text) {
  if (text.size() != 17 || (text[2] != ':' && text[2] != '-')) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 3 == 2 ? text[i] != text[2] : !is_hex(text[i])) return false;
  }
  return true;
}

// The ninth of 17 characters is computed from the others.
bool is_vin(std::string_view text) {
  constexpr std::string_view kChunkLetters = "ABCDEFGH JKLMN P R STUVWXYZ";
  constexpr std::string_view kValues = "12345678 12345 7 9 23456789";
  constexpr std::array<int, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  if (text.size() != kWeights.size()) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = is_lower(text[i]) ? static_cast<char>(text[i] - 32) : text[i];
    if (is_digit(c)) {
      sum += (c - '0') * kWeights[i];
      continue;
    }
    const std::size_t at = c == ' ' ? std::string_view::npos : kChunkLetters.find(c);
    if (at == std::string_view::npos) return false;
    sum += (kValues[at] - '0') * kWeights[i];
  }
  const int check = sum % 11;
  return check == 10 ? to_lower(text[8]) == 'x' : text[8] == static_cast<char>('0' + check);
}

// A Medicare number: eleven letters and digits in fixed places, without letters that look like digits.
bool is_medicare(std::string_view text) {
  constexpr std::string_view kShape = "NAMNAMNAANN";  // N digit, A letter, M either
  std::size_t at = 0;
  for (const char c : text) {
    if (c == '-') continue;
    if (at == kShape.size()) return false;
    const char want = kShape[at];
    const bool digit = is_digit(c);
    const bool letter = is_letter(c) && !std::string_view("sloibz").contains(to_lower(c));
    if (!(digit && want != 'A') && !(letter && want != 'N')) return false;
    ++at;
  }
  return at == kShape.size() && text.front() != '0';
}

bool is_site(std::string_view text) {
  const std::string_view host = text.substr(0, text.find_first_of("/?#:"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot < 2 || !is_host_name(host)) return false;
  return holds_word(kHostEndings, host.substr(dot + 1));
}

}  // namespace

void SensitiveScanner::find_chunks() {
  const std::string_view text = message_.text();
  constexpr std::string_view kSpace = " \t\r\n";
  for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;
       at = text.find_first_not_of(kSpace, at)) {
    const std::size_t stop = std::min(text.find_first_of(kSpace, at), text.size());
    std::size_t start = at;
    std::size_t end = stop;
    at = stop;
    while (start < end && !is_alnum(text[start])) ++start;
    while (end > start && !is_alnum(text[end - 1]) && text[end - 1] != '/') --end;
    const std::string_view chunk = text.substr(start, end - start);
    constexpr std::size_t kShortest = 4;
    if (chunk.size() < kShortest || chunk.find_first_of(".:@-0123456789") == std::string_view::npos) continue;
    const std::size_t sign = chunk.find('@');
    if (sign != std::string_view::npos) {
      // "mail:ann@clinic.org" and "ann@clinic.org/bob@clinic.org": what can be an address around each sign.
      for (std::size_t s = sign; s != std::string_view::npos; s = chunk.find('@', s + 1)) {
        std::size_t from = s;
        while (from > 0 && (is_alnum(chunk[from - 1]) || std::string_view("._%+-'").contains(chunk[from - 1]))) --from;
        std::size_t to = s + 1;
        while (to < chunk.size() && (is_alnum(chunk[to]) || chunk[to] == '.' || chunk[to] == '-')) ++to;
        while (to > s + 1 && !is_alnum(chunk[to - 1])) --to;
        const std::string_view domain = chunk.substr(s + 1, to - s - 1);
        if (from < s && domain.contains('.')) add(start + from, start + to, SensitiveKind::email, 98);
        s = to - 1;
      }
      continue;
    }
    const std::size_t colon = chunk.find("://");
    if (colon != std::string_view::npos || equal_ignoring_case(chunk.substr(0, 4), "www.")) {
      add(start, end, SensitiveKind::url, 98);
    } else if (chunk.contains('.') && is_ipv4(chunk.substr(0, chunk.find(':')))) {
      constexpr std::string_view kVersions = "version versi\303\263n release ver build v";
      const std::string_view before = view_trimmed(text.substr(0, start));
      if (holds_word(kVersions, before.substr(before.find_last_of(" \t\r\n(") + 1))) continue;
      add(start, end, SensitiveKind::ip_address, 90);
    } else if (chunk.contains('.') && is_letter(chunk[0]) && is_site(chunk)) {
      add(start, end, SensitiveKind::url, 80);
    } else if (chunk.contains(':') && is_ipv6(chunk)) {
      add(start, end, SensitiveKind::ip_address, 90);
    } else if (is_mac(chunk)) {
      add(start, end, SensitiveKind::device, 90);
    } else if (is_vin(chunk)) {
      add(start, end, SensitiveKind::vehicle, 95);
    } else if (is_medicare(chunk)) {
      add(start, end, SensitiveKind::plan, 95);
    }
  }
}

}  // namespace prequal::quality
