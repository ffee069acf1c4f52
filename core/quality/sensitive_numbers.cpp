// Numbers by the shape of their groups: social security, phone, card, dates.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>

#include "base/text.h"
#include "quality/npi.h"
#include "quality/phone.h"
#include "quality/sensitive.h"
#include "quality/tiers.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

constexpr std::size_t kMostGroups = 6;

struct Groups {
  std::array<std::string_view, kMostGroups> group{};
  std::array<char, kMostGroups> separator{};  // before the group; '(' stands for parentheses around the one before
  std::size_t count = 0;
  std::string digits;

  [[nodiscard]] bool sizes(std::initializer_list<std::size_t> wanted) const {
    return std::ranges::equal(wanted, std::span(group).first(count), {}, {}, &std::string_view::size);
  }
  [[nodiscard]] bool all_separated_by(char c) const {
    return std::ranges::all_of(std::span(separator).subspan(1, count - 1), [&](char s) { return s == c; });
  }
};

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// After words such as "born" a year of two digits is enough.
bool is_date(const Groups& groups, bool birth) {
  if (groups.count != 3 || groups.separator[1] != groups.separator[2] ||
      !std::string_view("/-.").contains(groups.separator[1])) {
    return false;
  }
  const auto small = [](std::string_view part, int most) {
    return part.size() <= 2 && to_int(part) >= 1 && to_int(part) <= most;
  };
  const auto year = [](std::string_view part) {
    return part.size() == 4 && (part.starts_with("19") || part.starts_with("20"));
  };
  const auto& [a, b, c, d, e, f] = groups.group;
  if (year(a)) return small(b, 12) && small(c, 31);
  const bool days = (small(a, 12) && small(b, 31)) || (small(a, 31) && small(b, 12));
  return days && (year(c) || (c.size() == 2 && (birth || groups.separator[1] == '/')));
}

bool text_year(std::string_view digits, int& year) {
  year = to_int(digits);
  return digits.starts_with("19") || digits.starts_with("20");
}

bool is_social_security(std::string_view nine) {
  const std::string_view area = nine.substr(0, 3);
  return area != "000" && area != "666" && nine.substr(3, 2) != "00" && nine.substr(5) != "0000";
}

// The month, and not what somebody may do: a number stands beside it.
bool is_may(const Message& message, std::size_t word) {
  const auto& words = message.words();
  const auto is_day = [&](std::size_t at) { return at < words.size() && words[at].digits >= 1 && words[at].digits <= 2; };
  return message.view(words[word]) == "May" && (is_day(word + 1) || (word > 0 && is_day(word - 1)));
}

}  // namespace

// The kind of number that the words before this one announce, within the sentence or right before it.
WordClass SensitiveScanner::cue_before(std::size_t word) const {
  constexpr std::size_t kReach = 6;
  const auto& words = message_.words();
  for (std::size_t back = 1; back <= kReach && back <= word; ++back) {
    const MessageWord& before = words[word - back];
    if (before.sentence + (back == 1 ? 1U : 0U) < words[word].sentence) break;
    const WordClass kind = before.kind;
    if (kind >= WordClass::cue_ssn && kind <= WordClass::cue_other) return kind;
    if (before.digits >= 4) break;
  }
  return WordClass::none;
}

// Reads the number that starts with a word of digits and says what it is; the word after it.
std::size_t SensitiveScanner::read_number(std::size_t first) {
  const auto& words = message_.words();
  const std::string_view text = message_.text();
  Groups groups;
  std::size_t last = first;
  for (std::size_t i = first; i < words.size() && groups.count < kMostGroups; ++i) {
    const MessageWord& word = words[i];
    if (word.digits != word.length || word.digits == 0) break;
    char separator = 0;
    if (i > first) {
      const std::string_view gap = message_.between(i - 1, i);
      if (gap.size() == 1 && std::string_view("-/. \xC2").contains(gap[0])) {
        separator = gap[0];
      } else if (gap == ") " || gap == ")" || gap == ")-" || gap == " - " || gap == " (" || gap == "-(") {
        separator = '-';
      } else {
        break;
      }
    }
    groups.separator[groups.count] = separator;
    groups.group[groups.count++] = message_.view(word);
    groups.digits.append(message_.view(word));
    last = i;
  }
  const std::size_t next = last + 1;
  std::size_t start = words[first].start;
  const std::size_t end = words[last].start + words[last].length;
  const std::string_view digits = groups.digits;
  const WordClass cue = cue_before(first);
  if (is_date(groups, cue == WordClass::cue_birth)) {
    const int year = to_int(groups.group[0].size() == 4 ? groups.group[0] : groups.group[2]);
    constexpr int kLongAgo = 2012;  // nobody makes an appointment then
    const bool long_ago = year >= 1900 && year <= kLongAgo;
    const bool birth = cue == WordClass::cue_birth;
    add(start, end, birth || long_ago ? SensitiveKind::birth_date : SensitiveKind::date, birth ? 97 : long_ago ? 70 : 30);
    return next;
  }
  const bool separated = groups.count == 3 && groups.separator[1] == groups.separator[2];
  if (groups.sizes({3, 2, 4}) && separated && is_social_security(digits)) {
    add(start, end, SensitiveKind::social_security, 97);
    return next;
  }
  if (cue == WordClass::cue_ssn && digits.size() == 9) {
    add(start, end, SensitiveKind::social_security, 97);
    return next;
  }
  constexpr std::size_t kShortestCard = 13;
  constexpr std::size_t kLongestCard = 19;
  const bool device = cue == WordClass::cue_device;
  if (digits.size() >= kShortestCard && digits.size() <= kLongestCard && passes_luhn(digits) && !device &&
      digits[0] != '0') {
    add(start, end, SensitiveKind::account, 92);
    return next;
  }
  // A visitor may well leave a telephone number in a message.
  if constexpr (!kForReviewers) return groups.count > 1 ? first + 1 : next;
  const bool other = cue != WordClass::none && cue != WordClass::cue_phone;
  const bool plus = start > 0 && text[start - 1] == '+';
  if (start > 0 && (text[start - 1] == '(' || plus)) --start;
  if (start > 0 && text[start - 1] == '+') --start;
  const bool grouped = groups.sizes({3, 3, 4}) || groups.sizes({1, 3, 3, 4}) || groups.sizes({3, 7});
  if (grouped || digits.size() == 10 || (digits.size() == 11 && digits[0] == '1')) {
    const PhoneVerdict verdict = check_phone(digits).verdict;
    if (verdict == PhoneVerdict::valid || (grouped && verdict == PhoneVerdict::unassigned)) {
      if (grouped || !other) {
        add(start, end, SensitiveKind::phone, other ? 55 : grouped ? 95 : cue == WordClass::cue_phone ? 97 : 75);
      }
      return other ? first + 1 : next;
    }
    if (grouped && !other && cue == WordClass::cue_phone) add(start, end, SensitiveKind::phone, 80);
  } else if (plus && digits.size() >= 8 && digits.size() <= 15) {
    add(start, end, SensitiveKind::phone, 92);
    return next;
  } else if (cue == WordClass::cue_phone && (groups.sizes({3, 4}) || (digits.size() >= 7 && digits.size() <= 12))) {
    add(start, end, SensitiveKind::phone, 85);
    return next;
  }
  return groups.count > 1 ? first + 1 : next;
}

void SensitiveScanner::find_numbers() {
  const auto& words = message_.words();
  constexpr std::string_view kYears = "years year yrs yr yo anos ano a\303\261os a\303\261o";
  for (std::size_t i = 0; i < words.size();) {
    const MessageWord& word = words[i];
    if (word.kind == WordClass::month || is_may(message_, i)) {
      // March 4, 1961; March 4th 1961; 4 March 1961; 4 de marzo de 1961.
      constexpr std::size_t kReach = 3;
      std::size_t from = i;
      std::size_t to = i;
      bool day = false;
      bool year = false;
      for (std::size_t back = 1; back <= 2 && back <= i && !day; ++back) {
        const MessageWord& before = words[i - back];
        if (before.digits >= 1 && before.digits <= 2 && before.length <= 4) {
          day = true;
          from = i - back;
        }
      }
      int number = 0;
      for (std::size_t ahead = 1; ahead <= kReach && i + ahead < words.size() && !year; ++ahead) {
        const MessageWord& after = words[i + ahead];
        if (after.digits == 4 && after.length == 4 && (text_year(message_.view(after), number))) {
          year = true;
          to = i + ahead;
        } else if (after.digits >= 1 && after.digits <= 2 && after.length <= 4 && ahead == 1) {
          day = true;
          to = i + ahead;
        } else if (!holds_word("de del of", message_.view(after))) {
          break;
        }
      }
      constexpr int kLongAgo = 2012;
      const bool birth = cue_before(from) == WordClass::cue_birth;
      if (day && (year || birth)) {
        const bool long_ago = year && number <= kLongAgo;
        add(words[from].start, words[to].start + words[to].length,
            birth || long_ago ? SensitiveKind::birth_date : SensitiveKind::date,
            birth      ? 97
            : long_ago ? 70
                       : 30);
        i = to + 1;
        continue;
      }
    }
    if (word.digits == 0 || word.digits != word.length) {
      ++i;
      continue;
    }
    // Ages over 89 are as rare as names.
    if (word.length >= 2 && word.length <= 3 && i + 1 < words.size() && holds_word(kYears, message_.view(words[i + 1]))) {
      const int age = to_int(message_.view(word));
      if (age > 89 && age < 126) add(word.start, words[i + 1].start + words[i + 1].length, SensitiveKind::age, 80);
    }
    i = read_number(i);
  }
}

}  // namespace prequal::quality
