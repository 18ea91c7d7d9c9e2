#include "src/resolve/superlatives.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/origin.hpp"
#include "src/resolve/subject.hpp"

namespace counterclaim {
namespace {

class Reader {
 public:
  Reader(Context const& c, ComparisonMention const& k)
      : c_(c), k_(k), begin_(c.tokens.sentences[k.at.sentence].first), end_(c.tokens.sentences[k.at.sentence].last) {
    while (begin_ + 1 < end_ && c.tokens.tokens[begin_].is(TokenKind::quote)) ++begin_;  // of what somebody is quoted with
  }

  std::string_view run() const {
    static WordSet const passing{"ever", "yet", "until", "once", "far", "date", "then", "formerly"};
    for (auto i = begin_; i < end_; ++i)
      if (passing.has(word(i)) || (c_.covered[i] & 2) != 0) return {};
    auto const opening = lead();
    if (!opening) return {};
    if (k_.right_last > k_.right_first && *opening == Lead::plain) {
      static WordSet const all{"any", "every", "all", "anything", "anyone"};
      static WordSet const other{"other", "rival", "competing", "others"};
      auto const kind = k_.right_first + 1 + other.has(word(k_.right_first + 1));
      if (all.has(word(k_.right_first))) {
        auto const behind = behind_kind(kind);
        if (is_event(behind) && is_over(behind + 3)) return "named";
        return is_over(behind) || (is_market(behind) && is_over(behind + 3)) ? "all" : "";
      }
    }
    if (*opening == Lead::none) return is_over(k_.left_last) || is_measure(k_.left_last) ? "all" : "";
    static WordSet const the{"the"};
    if (!the.has(word(k_.at.first))) return {};
    auto const i = behind_kind(k_.at.last);
    if (*opening == Lead::counted) return is_over(i) ? "named" : "";
    if (is_market(i)) return is_over(i + 3) ? "all" : "";
    if (is_event(i)) return is_over(i + 3) ? "named" : "";
    if (is_counted(i) || is_tested(i)) return "named";
    return is_over(i) ? "named" : "";
  }

 private:
  enum class Lead : std::uint8_t { plain, counted, none };

  WordId word(std::uint32_t i) const { return i < end_ ? c_.tokens.tokens[i].word : unknown_word; }
  WordClass cls(std::uint32_t i) const { return i < end_ ? c_.chunks.classes[i] : WordClass::mark; }

  // What the clause begins with: its subject, "of the five", "nothing on sale"; nothing where something else bounds the class.
  std::optional<Lead> lead() const {
    static WordSet const none{"no", "nothing", "nobody", "none"}, of{"of"};
    // "There is no faster card than the K7"
    static WordSet const there{"there"};
    if (there.has(word(begin_)) && k_.left_first >= k_.at.last) return Lead::none;
    if (k_.left_first < begin_) return cls(begin_) == WordClass::pronoun ? std::optional(Lead::plain) : std::nullopt;
    auto i = std::min(k_.left_first, k_.at.first);
    if (i > begin_ && cls(i - 1) == WordClass::determiner) --i;
    while (i > begin_ && cls(i - 1) == WordClass::conjunction) --i;
    if (k_.left_first > begin_ && none.has(word(begin_)) && k_.left_first > k_.at.first)
      return none_bounds() ? std::nullopt : std::optional(Lead::none);
    if (i == begin_ || c_.tokens.tokens[i - 1].is(TokenKind::semicolon) || c_.tokens.tokens[i - 1].is(TokenKind::colon))
      return Lead::plain;
    // "Of the five pumps that we tried, the K7 is": the five are its rivals, whatever they have in common
    if (of.has(word(begin_)) && is_counted(begin_)) return Lead::counted;
    return {};
  }
  // "No pump under $300 is": between "no" and the verb there is more than a kind and a market.
  bool none_bounds() const {
    for (auto i = begin_ + 1; i < k_.at.first; ++i) {
      auto const p = c_.chunks.phrase_of[i];
      if (p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb &&
          !c_.chunks.phrases[std::size_t(p)].has(non_finite))
        return false;  // "no other firm brings parts to the site sooner"
      if (cls(i) == WordClass::wh || cls(i) == WordClass::number || c_.name_of[i] >= 0) return true;
      if (cls(i) == WordClass::preposition && !is_market(i)) return true;
    }
    return false;
  }
  // Behind the nouns at i that say what kind of thing it is.
  std::uint32_t behind_kind(std::uint32_t i) const {
    while (i < end_ && c_.name_of[i] < 0 && (cls(i) == WordClass::noun || c_.tokens.tokens[i].is(TokenKind::hyphen))) ++i;
    return i;
  }
  bool is_over(std::uint32_t i) const { return i >= end_ || cls(i) == WordClass::mark || cls(i) == WordClass::conjunction; }
  // "In battery life"; "in its class" and "for the money" are bounds.
  bool is_measure(std::uint32_t i) const {
    static WordSet const in{"in", "for", "on"};
    return in.has(word(i)) && cls(i + 1) == WordClass::noun && is_over(behind_kind(i + 1));
  }
  bool is_market(std::uint32_t i) const {
    static WordSet const in{"in", "on", "of"}, the{"the"}, markets{"market", "world", "planet", "globe"}, sale{"sale", "all"};
    if (!in.has(word(i))) return false;
    return (the.has(word(i + 1)) && markets.has(word(i + 2))) || sale.has(word(i + 1));
  }
  bool is_event(std::uint32_t i) const {
    static WordSet const of{"of", "in"}, the{"the"},
        events{"tournament", "championship", "race",     "match", "week",    "day",     "night",
               "evening",    "weekend",      "season",   "game",  "final",   "meeting", "rally",
               "event",      "round",        "festival", "field", "test",    "group",   "trial",
               "league",     "division",     "table",    "list",  "ranking", "survey",  "study"};
    return of.has(word(i)) && the.has(word(i + 1)) && events.has(word(i + 2));
  }
  // "The fastest card we tested", "tested so far" is barred above
  bool is_tested(std::uint32_t i) const {
    static WordSet const tested{"tested", "tried", "measured", "compared"}, who{"we", "i"}, have{"have", "had", "that"};
    while (have.has(word(i)) || who.has(word(i))) ++i;
    return tested.has(word(i)) && is_over(i + 1);
  }
  // "Of the three"
  bool is_counted(std::uint32_t i) const {
    static WordSet const of{"of", "among"}, the{"the", "all"};
    return of.has(word(i)) && the.has(word(i + 1)) &&
           (cls(i + 2) == WordClass::number || (i + 2 < end_ && c_.tokens.tokens[i + 2].begins(Category::numerals)));
  }

  Context const& c_;
  ComparisonMention const& k_;
  std::uint32_t begin_, end_;
};

// "Norra ranks as number one and Brill as number two": the name before a rank whose verb is left out; empty if none.
std::string_view named_in_turn(Context const& c, MentionPlace const& rank) {
  auto const begin = c.tokens.sentences[rank.sentence].first;
  auto i = rank.first;
  if (i > begin && c.word(i - 1) == "the") --i;
  if (i < begin + 3 || c.word(i - 1) != "as" || c.name_of[i - 2] < 0) return {};
  auto const& use = c.names.uses[std::size_t(c.name_of[i - 2])];
  bool const joined = use.first > begin && c.chunks.classes[use.first - 1] == WordClass::conjunction;
  return joined ? c.names.names[use.name] : std::string_view();
}

}  // namespace

void set_rivals(Context const& context, ComparisonMention const& mention, Claim& c) {
  c.whole = c.period_stated ? std::string_view() : Reader(context, mention).run();
  if (c.whole != "named") return;
  constexpr std::size_t most = 64;
  std::vector<NameRef> names(c.names.begin(), c.names.end());
  for (auto const name : context.names.names)
    if (names.size() < most && std::none_of(names.begin(), names.end(), [&](NameRef const& n) { return n.name == name; }))
      names.push_back({name, TermRole::heading});
  c.names = context.kept.keep(names);
}

std::uint32_t ranked_by(Context const& c, MentionPlace const& at) {
  static WordId const by = find_word("by");
  auto const& t = c.tokens.tokens;
  auto const plain = [&](std::uint32_t i) {
    if (i >= t.size() || c.covered[i] != 0 || c.name_of[i] >= 0) return false;
    return c.chunks.classes[i] == WordClass::noun || c.chunks.classes[i] == WordClass::adjective;  // "fleet" is both
  };
  auto const& s = c.tokens.sentences[at.sentence];
  // "By units, Norra is", "by units Norra is"
  if (s.first + 2 < s.last && t[s.first].word == by && plain(s.first + 1) &&
      (t[s.first + 2].is(TokenKind::comma) || c.name_of[s.first + 2] >= 0))
    return s.first + 1;
  return at.last + 1 < s.last && t[at.last].word == by && plain(at.last + 1) ? at.last + 1 : 0;
}

std::uint32_t ranked_in(Context const& c, MentionPlace const& at) {
  auto const first = c.tokens.sentences[at.sentence].first;
  return at.first > first + 1 && c.tokens.tokens[at.first - 1].is(TokenKind::possessive) ? at.first - 2 : 0;
}

bool is_ranked_of_own(Context const& c, MentionPlace const& at) {
  auto const begin = c.tokens.sentences[at.sentence].first;
  auto const p = c.chunks.phrase_of[at.first];
  if (at.first <= begin || p < 0 || c.chunks.classes[at.first - 1] != WordClass::possessive) return false;
  auto const& before = c.tokens.tokens[at.first - 1];
  auto const head = c.tokens.tokens[c.chunks.phrases[std::size_t(p)].head].word;
  if (head == unknown_word || word_info(head).noun_field == lexname::location) return false;  // "its largest city"
  if (before.is(TokenKind::word)) return true;                                                // "its", "our"
  static WordSet const owners{"company", "firm",       "maker", "manufacturer", "group",    "start-up",  "startup",
                              "lab",     "laboratory", "bank",  "club",         "brand",    "publisher", "house",
                              "studio",  "agency",     "owner", "developer",    "supplier", "chipmaker", "carmaker",
                              "airline", "operator",   "team",  "museum"};
  return before.is(TokenKind::possessive) && at.first > begin + 1 && owners.has(c.tokens.tokens[at.first - 2].word);
}

std::string_view row_ranked_in(Context const& c, MentionPlace const& at) {
  static WordId const since = find_word("since");
  static WordSet const bounds{"season", "career", "history", "record", "campaign", "reign", "far", "tour", "series"};
  auto const& t = c.tokens.tokens;
  auto const last = at.last - 1;
  if (last < at.first + 2 || (!t[at.first].begins(Category::ordinals) && !t[at.first].has(ordinal_suffix))) return {};
  for (auto i = at.first + 1; i < last; ++i)  // "the third-largest of the year"
    if (c.word(i) == "most" || c.word(i).ends_with("est")) return {};
  std::string_view const led = t[last - 1].word == since ? "row since " : "row of ";
  if (t[last - 1].word != since && !t[last].begins(Category::date_units) && !bounds.has(t[last].word)) return {};
  return c.kept.keep(
      std::string(led).append(t[last].is(TokenKind::word) ? lemma_text(c, last) : text_of(t[last], c.article.view)));
}

// "Orla is Britain's second-largest port", "The port, Britain's second-largest": whom the verb or the comma before the owner
// leads back to.
static std::string_view ranked_there(Context const& c, MentionPlace const& at, std::uint32_t owner) {
  auto const begin = c.tokens.sentences[at.sentence].first;
  auto const phrase_at = [&](std::uint32_t i) {
    auto const p = c.chunks.phrase_of[i];
    return p < 0 ? nullptr : &c.chunks.phrases[std::size_t(p)];
  };
  if (owner < begin + 2) return {};
  Phrase const* of = nullptr;
  auto before = owner - 1;
  if (c.word(before) == "as" && before > begin + 1) --before;  // "ranks as"
  if (c.tokens.tokens[before].is(TokenKind::comma)) {
    of = phrase_at(before - 1);
  } else if (auto const* v = phrase_at(before); v && v->kind == PhraseKind::verb && !v->has(non_finite)) {
    of = Subjects{c, c.tokens.sentences[at.sentence], begin}.of(*v);
  }
  if (!of || of->kind != PhraseKind::noun || of->last > owner) return {};
  for (auto i = of->first; i < of->last; ++i)
    if (c.name_of[i] >= 0 && !tells_origin(c, c.names.uses[std::size_t(c.name_of[i])]))
      return c.names.names[c.names.uses[std::size_t(c.name_of[i])].name];
  return of->has(pronominal) || of->has(definite) ? antecedent(c, at, of) : std::string_view();
}

std::vector<NameRef> with_subject(std::vector<NameRef> names, std::string_view name) {
  if (std::none_of(names.begin(), names.end(), [&](NameRef const& n) { return n.name == name; }))
    names.insert(names.begin(), {name, TermRole::subject});
  return names;
}

std::string_view ranked_thing(Context const& c, MentionPlace const& at, std::string_view subject) {
  auto const& t = c.tokens.tokens;
  auto const begin = c.tokens.sentences[at.sentence].first;
  auto const name_at = [&](std::uint32_t i) {
    return i < t.size() && c.name_of[i] >= 0 ? c.names.names[c.names.uses[std::size_t(c.name_of[i])].name] : std::string_view();
  };
  // "It is the fourth storm to strike Orvel this year": of no name within
  if (!subject.empty() && !row_ranked_in(c, at).empty())
    for (auto i = at.first; i < at.last; ++i)
      if (name_at(i) == subject) return antecedent(c, at, nullptr);
  // "from Lake Orvel, the second-largest in the county", "Brill, Europe's second-largest": of what stands before the comma
  auto first = at.first;
  if (first > begin && c.word(first - 1) == "the") --first;
  if (first > begin && c.chunks.classes[first - 1] == WordClass::possessive && c.chunks.phrase_of[first] >= 0)
    first = std::min(first, c.chunks.phrases[std::size_t(c.chunks.phrase_of[first])].first);
  if (first > begin + 1 && t[first - 1].is(TokenKind::comma) && c.name_of[first - 2] >= 0) return name_at(first - 2);
  bool const counted = c.word(at.first) == "only" || c.word(at.first) == "just";
  if (counted && c.word(at.last - 1) == "than" && c.name_of[at.last] >= 0) return name_at(at.last);  // "than Norvik"
  // "Norvik is ahead of Halden, which makes it the largest": of the sentence's subject
  static WordSet const pronouns{"it", "them", "him", "her"};
  static WordId const make = find_word("make");
  auto const lead = at.first > begin && c.word(at.first - 1) == "the" ? at.first - 1 : at.first;
  if (lead > begin + 2 && pronouns.has(t[lead - 1].word) && t[lead - 2].word != unknown_word &&
      word_info(t[lead - 2].word).verb_lemma == make) {
    for (auto i = begin; i + 1 < lead; ++i) {
      auto const p = c.name_of[i] >= 0 && c.name_of[i + 1] < 0 ? c.chunks.phrase_of[i + 1] : -1;
      if (p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb) return name_at(i);
    }
    // "310,000 came, which made it the third most visited museum": of the name with that noun
    for (auto i = at.first; i < at.last; ++i) {
      auto const p = c.chunks.phrase_of[i];
      if (p < 0 || c.chunks.phrases[std::size_t(p)].kind != PhraseKind::noun) continue;
      if (auto const name = namesake(c, at.sentence, c.chunks.phrases[std::size_t(p)].head); !name.empty()) return name;
    }
    // "Its share is 9%, which makes it the third-largest": of whom the text speaks
    for (auto i = begin; i < lead; ++i)
      if (auto const p = c.chunks.phrase_of[i];
          p >= 0 && c.chunks.classes[i] == WordClass::possessive && t[i].is(TokenKind::word))
        return antecedent(c, at, &c.chunks.phrases[std::size_t(p)]);
  }
  if (auto const whose = ranked_in(c, at); whose > begin && c.name_of[whose] >= 0)
    if (auto const name = ranked_there(c, at, c.names.uses[std::size_t(c.name_of[whose])].first); !name.empty()) return name;
  // "Norvik trails only Halden"
  if (at.first > begin && c.name_of[at.first - 1] >= 0 && (word_info(t[at.first].word).parts & verb) != 0)
    return name_at(at.first - 1);
  // "Only one port handles more", "we have the number two of the trade here": of whom the text is about
  if (counted || subject == "I") return antecedent(c, at, nullptr);
  return named_in_turn(c, at);  // "and Brill as number two": of Brill
}

}  // namespace counterclaim
