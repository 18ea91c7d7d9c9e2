#include "src/resolve/counted_from.hpp"

#include <algorithm>
#include <cmath>

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

constexpr double seconds_a_day = 86400;

// How far from so many days a writer may be who counts in weeks, months or years.
Day slack_of(double days) {
  constexpr double week = 7, month = 28, year = 360;
  if (days < week) return 0;
  return days < month ? Day(std::lround(days / week)) : days < year ? Day(std::lround(days / 4)) : Day(std::lround(days / 3));
}

class Event {
 public:
  Event(Context const& c, Concepts& concepts, std::uint32_t noun, std::uint32_t sentence)
      : lemma_(word_info(c.tokens.tokens[noun].word).noun_lemma) {
    concepts.each_row(sentence, noun, noun + 1, [&](std::int32_t row, std::uint32_t, std::uint32_t) {
      if (std::size_t(rows_) < std::size(row_)) row_[rows_++] = concept_term | std::uint32_t(row);
    });
  }
  // Is this the date of it?
  bool is_of(Claim const& c) const {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      if (t.role != TermRole::verb && t.role != TermRole::head) return false;
      return t.word == lemma_ || std::find(row_, row_ + rows_, t.word) != row_ + rows_;
    });
  }

 private:
  WordId lemma_;
  std::uint32_t row_[4] = {};
  int rows_ = 0;
};

bool links(WordId word) {
  static WordSet const words{"after", "before", "following"};
  return words.has(word);
}

// "Shut on May 3, the bridge was open again after nine days": from the one day that the sentence has told before.
std::optional<DayRange> from_day_before(Context const& c, DateMention const& d) {
  static WordId const after = find_word("after");
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[d.at.sentence];
  constexpr double longest = 366, shortest = 1;
  if (d.at.first <= s.first || t[d.at.first - 1].word != after || !d.length.is_point() || d.bound > Bound::about) return {};
  if (d.at.last < s.last && c.chunks.phrase_of[d.at.last] >= 0) return {};  // "after nine days workers left"
  static WordId const of = find_word("of");
  if (d.at.last < s.last && t[d.at.last].word == of) return {};
  auto const days = to_double(*d.length.low) / seconds_a_day;
  if (days < shortest || days > longest) return {};
  DateMention const* told = nullptr;
  auto const& dates = c.mentions.dates;
  auto k = std::lower_bound(dates.begin(), dates.end(), d.at.sentence,
                            [](DateMention const& m, std::uint32_t sentence) { return m.at.sentence < sentence; });
  for (; k != dates.end() && k->at.sentence == d.at.sentence; ++k) {
    if (k->shape == DateShape::duration) continue;
    if (told || k->at.first > d.at.first || k->days.from == no_lower_day || k->days.to != k->days.from) return {};
    told = &*k;
  }
  if (!told) return {};
  auto const steps = Day(std::lround(days));
  auto const slack = std::max(slack_of(days), Day(1));  // the first day counts, or does not
  return DayRange{told->days.from + steps - slack, told->days.from + steps + slack};
}

}  // namespace

bool may_count_days(Context const& c, DateMention const& d) {
  if (d.shape != DateShape::duration) return false;
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[d.at.sentence];
  return (d.at.last < s.last && links(t[d.at.last].word)) || (d.at.first > s.first && links(t[d.at.first - 1].word));
}

std::optional<DayRange> counted_from(Context const& c, Concepts& concepts, DateMention const& d, std::span<Claim const> dates) {
  if (auto const days = from_day_before(c, d)) return days;
  static WordId const after = find_word("after"), following = find_word("following");
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[d.at.sentence];
  if (d.at.last + 2 >= s.last || !links(t[d.at.last].word) || !d.length.is_point()) return {};
  if (d.bound != Bound::exact && d.bound != Bound::about) return {};
  // "had it for six weeks before the release": how long
  static WordSet const lasts{"for", "in", "over", "within", "during", "of"};
  if (d.at.first > s.first && lasts.has(t[d.at.first - 1].word)) return {};
  auto const p = c.chunks.phrase_of[d.at.last + 1];
  if (p < 0) return {};
  auto const& noun = c.chunks.phrases[std::size_t(p)];
  auto const id = t[noun.head].word;
  if (noun.kind != PhraseKind::noun || !noun.has(definite) || id == unknown_word || c.covered[noun.head] != 0) return {};
  auto const field = word_info(word_info(id).noun_lemma).noun_field;
  bool named = false;  // by a row of concepts.tsv
  concepts.each_row(d.at.sentence, noun.head, noun.head + 1, [&](auto, auto, auto) { named = true; });
  if (!named && field != lexname::act && field != lexname::event && field != lexname::communication) return {};
  auto const days = to_double(*d.length.low) / seconds_a_day;
  constexpr double longest = 40 * 366;
  if (days < 1 || days > longest) return {};
  Event const of(c, concepts, noun.head, d.at.sentence);
  std::optional<DayRange> told;
  for (auto const& k : dates) {
    if (k.kind != ClaimKind::date || k.vague || k.days.from == no_lower_day || k.days.to == no_upper_day) continue;
    if (k.days.to - k.days.from > 1 || !of.is_of(k)) continue;
    if (told && *told != k.days) return {};
    told = k.days;
  }
  if (!told) return {};
  auto const clause = clause_around(c, d.at);  // with no other date
  for (auto const& k : c.mentions.dates)
    if (k.shape != DateShape::duration && k.at.first < clause.last && k.at.last > clause.first) return {};
  bool const behind = t[d.at.last].word == after || t[d.at.last].word == following;
  auto const steps = Day(std::lround(days)) * (behind ? 1 : -1);
  auto const slack = slack_of(days) * (d.bound == Bound::about ? 2 : 1) + (d.bound == Bound::about ? 1 : 0);
  return DayRange{told->from + steps - slack, told->to + steps + slack};
}

void leave_out_anchor(Context const& c, Concepts& concepts, DateMention const& d, std::vector<Term>& terms) {
  auto const p =
      d.at.last + 1 < c.tokens.tokens.size() && links(c.tokens.tokens[d.at.last].word) ? c.chunks.phrase_of[d.at.last + 1] : -1;
  if (p < 0) return;
  auto const noun = c.chunks.phrases[std::size_t(p)].head;
  auto const leave_out = [&](std::uint32_t word) {
    std::erase_if(terms, [&](Term const& t) { return t.role != TermRole::verb && t.word == word; });
  };
  leave_out(word_info(c.tokens.tokens[noun].word).noun_lemma);
  concepts.each_row(d.at.sentence, noun, noun + 1,
                    [&](std::int32_t row, std::uint32_t, std::uint32_t) { leave_out(concept_term | std::uint32_t(row)); });
}

}  // namespace counterclaim
