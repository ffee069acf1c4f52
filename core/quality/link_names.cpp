#include "quality/link_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "quality/compare.h"
#include "quality/words.h"

namespace prequal::quality {
namespace {

constexpr std::string_view kTitles = "dr mr mrs ms miss mx prof professor rev sr sra dra srta doctor doctora nurse";
constexpr std::string_view kAfterNames =
    "md do rn np pa phd dds dmd mba msn bsn mph mha aprn arnp crna cnm lpn lcsw pharmd psyd dpm od dc dvm facs facp facc "
    "fache "
    "esq jr sr ii iii iv cpa pmp fnp dnp pac";

// Short forms of first names, in both directions: Bill and William.
constexpr std::string_view kNicknames =
    "william bill billy will willy liam|robert bob bobby rob robbie|richard rick dick rich richie|james jim jimmy jamie|"
    "john jack johnny|elizabeth liz beth betty lizzie eliza libby liza|margaret maggie peggy meg marge greta|"
    "katherine kate kathy katie catherine cathy kathryn kat kitty|michael mike mick mickey|david dave davey|thomas tom "
    "tommy|"
    "joseph joe joey|charles charlie chuck chas|daniel dan danny|christopher chris topher|christina chris tina christine|"
    "matthew matt|anthony tony|steven steve stephen|edward ed eddie ted ned|theodore ted teddy theo|patricia pat patty "
    "tricia trish|"
    "patrick pat paddy|jennifer jen jenny jenn|susan sue susie suzie|deborah deb debbie debra|barbara barb barbie|rebecca "
    "becky becca|"
    "kimberly kim|samuel sam sammy|benjamin ben benny|alexander alex xander sasha|alexandra alex sandra lexi sasha|"
    "nicholas nick nicky|andrew andy drew|gregory greg|kenneth ken kenny|ronald ron ronnie|donald don donnie|timothy tim "
    "timmy|"
    "jeffrey jeff|geoffrey geoff|joshua josh|jonathan jon|nathan nate|nathaniel nate nathan|victoria vicky tori|samantha "
    "sam|"
    "theresa terry teresa tess|lawrence larry|leonard leo len lenny|gerald gerry jerry|raymond ray|phillip phil philip|"
    "frederick fred freddy|henry hank harry|harold hal harry|walter walt|peter pete|douglas doug|zachary zach zack|jacob "
    "jake|"
    "abigail abby|amanda mandy|cynthia cindy|dorothy dot dottie|eleanor ellie nora|evelyn evie|frances fran|jacqueline "
    "jackie|"
    "judith judy|linda lindy|madeline maddie|martha marty|nancy nan|olivia liv livvy|pamela pam|sandra sandy|sarah sally|"
    "stephanie steph|valerie val|veronica ronnie|virginia ginny|angela angie|ann annie anne anna nan|helen nell|isabella "
    "bella izzy|"
    "josephine jo josie|kristina kris tina kristine|lillian lily|louise lou|louis lou|mary molly polly|melissa missy mel|"
    "natalie nat|rachel rach|roberta bobbie|russell russ|stanley stan|vincent vince vinny|clifford cliff|curtis curt|"
    "francisco paco pancho frank|francis frank|franklin frank|jose pepe|guadalupe lupe|ignacio nacho|dolores lola|rosario "
    "charo|"
    "maria mary|enrique quique henry|manuel manny manolo|jesus chuy|concepcion concha|eduardo eddie lalo|alejandro alex|"
    "roberto beto|alberto beto al|albert al bert|alfred al fred|alan al|gabriel gabe|gabriela gaby|isaac ike|max "
    "maximilian maxwell|";

struct ShortForm {
  std::string_view word;
  std::uint8_t group = 0;
};

constexpr std::size_t count_short_forms() {
  std::size_t count = 0;
  for (const char c : kNicknames) count += c == ' ' || c == '|' ? 1U : 0U;
  return count;
}

// Each word with the number of its group, in the order of the words, so that a name is found in a few steps.
constexpr auto kShortForms = [] {
  std::array<ShortForm, count_short_forms()> out{};
  std::size_t next = 0;
  std::uint8_t group = 0;
  for (std::string_view rest = kNicknames; !rest.empty(); ++group) {
    const std::size_t bar = rest.find('|');
    each_word(rest.substr(0, bar), [&](std::string_view word) {
      out[next++] = {word, group};
      return true;
    });
    rest.remove_prefix(bar + 1);
  }
  std::ranges::sort(
      out, [](const ShortForm& a, const ShortForm& b) { return a.word != b.word ? a.word < b.word : a.group < b.group; });
  return out;
}();

bool are_nicknames(std::string_view a, std::string_view b) {
  const auto of_a = std::ranges::equal_range(kShortForms, a, {}, &ShortForm::word);
  if (of_a.empty()) return false;
  const auto of_b = std::ranges::equal_range(kShortForms, b, {}, &ShortForm::word);
  return std::ranges::any_of(of_a, [&](const ShortForm& x) {
    return std::ranges::any_of(of_b, [&](const ShortForm& y) { return x.group == y.group; });
  });
}

bool holds_only(std::string_view words, std::string_view list) {
  bool all = !words.empty();
  each_word(words, [&](std::string_view word) {
    all = holds_word(list, word);
    return all;
  });
  return all;
}

}  // namespace

std::string_view view_last_word(std::string_view words) {
  const std::size_t space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

bool is_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t start = 0;
  while (start < a.size() && a[start] == b[start]) ++start;
  if (start == a.size()) return true;
  a.remove_prefix(start);
  b.remove_prefix(start);
  if (a.size() < b.size()) return a == b.substr(1);
  if (a.substr(1) == b.substr(1)) return true;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

void split_name(std::string_view text, std::string& given, std::string& family) {
  std::string folded;
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) {
    append_folded(folded, text);
  } else {
    const std::string after = to_folded(text.substr(comma + 1));
    const std::string before = to_folded(text.substr(0, comma));
    const bool turned = !after.empty() && !holds_only(after, kAfterNames);
    folded = !turned ? before : before.empty() ? after : after + " " + before;
  }
  std::string_view words = folded;
  while (words.contains(' ') && holds_word(kTitles, words.substr(0, words.find(' '))))
    words.remove_prefix(words.find(' ') + 1);
  while (words.contains(' ') && holds_word(kAfterNames, view_last_word(words))) words = words.substr(0, words.rfind(' '));
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos) {
    family.append(words);
    return;
  }
  given.append(words.substr(0, space));
  const std::size_t start = family.size();
  const std::string_view rest = words.substr(space + 1);
  each_word(rest, [&](std::string_view word) {
    if (word.size() == 1 && rest.size() > 1) return true;
    if (family.size() > start) family.push_back(' ');
    family.append(word);
    return true;
  });
  if (family.size() == start) family.append(view_last_word(rest));
}

NameLikeness compare_given(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 920;
  if (a == b) return NameLikeness::same;
  if (a.empty() || b.empty()) return NameLikeness::differs;
  if (a[0] == b[0] && (a.size() == 1 || b.size() == 1)) return NameLikeness::initial;
  if (a.size() > 2 && b.size() > 2 && (a.starts_with(b) || b.starts_with(a))) return NameLikeness::short_form;
  if (are_nicknames(a, b)) return NameLikeness::short_form;
  if (is_one_edit(a, b)) return a.size() > 2 && b.size() > 2 ? NameLikeness::typed : NameLikeness::differs;
  return a.size() > 4 && b.size() > 4 && compare_texts(a, b) >= kNear ? NameLikeness::typed : NameLikeness::differs;
}

NameLikeness compare_family(std::string_view a, std::string_view b) {
  constexpr std::int32_t kNear = 920;
  constexpr std::int32_t kSound = 880;
  if (a == b) return NameLikeness::same;
  if (a.empty() || b.empty()) return NameLikeness::differs;
  const std::string_view last_a = view_last_word(a);
  const std::string_view last_b = view_last_word(b);
  if (last_a == last_b) return NameLikeness::same;
  if (holds_word(a, last_b) || holds_word(b, last_a)) return NameLikeness::part;
  if ((last_a.size() == 1 || last_b.size() == 1) && last_a[0] == last_b[0]) return NameLikeness::initial;
  if (last_a.size() > 2 && last_b.size() > 2 && is_one_edit(last_a, last_b)) return NameLikeness::typed;
  if (last_a.size() < 5 || last_b.size() < 5) return NameLikeness::differs;
  const std::int32_t likeness = compare_texts(last_a, last_b);
  if (likeness >= kNear) return NameLikeness::typed;
  return likeness >= kSound && sound_of(last_a) == sound_of(last_b) ? NameLikeness::sound : NameLikeness::differs;
}

}  // namespace prequal::quality
