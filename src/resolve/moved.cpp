#include "src/resolve/moved.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t reach = 3;    // sentences from the one figure to the other
constexpr std::size_t farthest = 24;  // figures
constexpr Day recent = 100;           // days before the article

// How a text says that a figure is the later one of two.
enum class Told : std::uint8_t {
  no,
  now,       // "is now seeking", "the count now stands at"
  moved_to,  // "rose to", "was later revised to", "stood at"
};

class MovedFigures {
 public:
  MovedFigures(Context const& c, std::vector<Claim>& out) : c_(c), out_(out) {}

  void run() {
    auto const figures = c_.mentions.quantities.size();
    std::size_t after = 0;  // what has moved once is not looked at again
    for (std::size_t n = 0; n < figures; ++n) {
      if (!may_be_later(n) || !is_told(n) || !has_neighbour(n, figures)) continue;
      auto const told = told_as(n);
      if (told == Told::no) continue;
      auto o = n;
      while (o > after && near(o - 1, n) && !moved(o - 1, n)) --o;
      bool const before = o > after && near(o - 1, n);
      if (before) {
        --o;
      } else {  // "It is now seeking 90 … On Monday it asked for 40", "had risen to 31, up from 12 told in the morning"
        auto const most = told == Told::now ? reach : 0;
        auto const in_reach = [&] { return o < figures && o - n <= farthest && at(o).sentence - at(n).sentence <= most; };
        for (o = n + 1; in_reach() && !moved(o, n);) ++o;
        if (!in_reach()) continue;
      }
      offer(o, n);
      after = std::max(o, n) + 1;
    }
  }

 private:
  Claim const& claim(std::size_t i) const { return out_[i]; }
  MentionPlace const& at(std::size_t i) const { return c_.mentions.quantities[i].at; }
  WordId word(std::uint32_t token) const { return c_.tokens.tokens[token].word; }
  bool is(std::uint32_t token, WordId id) const { return token < c_.tokens.tokens.size() && word(token) == id; }
  Phrase const* phrase(std::int32_t p) const { return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)]; }
  Phrase const* phrase_at(std::uint32_t token) const { return phrase(c_.chunks.phrase_of[token]); }
  bool near(std::size_t first, std::size_t second) const {
    return second - first <= farthest && at(second).sentence - at(first).sentence <= reach;
  }

  // What is measured anew all the time is no telling of anything.
  bool is_told(std::size_t i) const {
    auto const& c = claim(i);
    if (c.headline || c.vague || c.restated || c.change != Change::level || c.per != no_unit) return false;
    auto const& u = unit(c.unit);
    return u.symbol != "x" && u.dimension != "temperature" && u.dimension != "age" && u.dimension != "speed";
  }
  bool of_one_kind(std::size_t i, std::size_t k) const {
    auto const &a = claim(i), &b = claim(k);
    return a.basis == b.basis && (a.basis != no_unit || unit(a.unit).dimension == unit(b.unit).dimension);
  }
  bool has_neighbour(std::size_t n, std::size_t figures) const {
    for (auto o = n; o-- > 0 && near(o, n);)
      if (of_one_kind(o, n)) return true;
    for (auto o = n + 1; o < figures && near(n, o); ++o)
      if (of_one_kind(o, n)) return true;
    return false;
  }

  static WordId to_word() {
    static WordId const to = find_word("to");
    return to;
  }
  static WordSet const& nows() {
    static WordSet const words{"now", "currently"};
    return words;
  }
  bool tells_now(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
      if (nows().has(word(i))) return true;
    return false;
  }
  // What told_as() asks for, of the words alone: nearly no figure has it.
  bool may_be_later(std::size_t n) const {
    static WordSet const before{"to", "at"};
    auto const& m = at(n);
    if (m.first > 0 && before.has(word(m.first - 1))) return true;
    auto const& s = c_.tokens.sentences[m.sentence];
    return tells_now(s.first, s.last);
  }

  static bool is_of_now(Claim const& c) { return std::find(c.scope.begin(), c.scope.end(), "now") != c.scope.end(); }

  Told told_as(std::size_t n) const {
    static WordId const at_ = find_word("at");
    static WordSet const moves{"rise",   "climb",  "grow", "increase", "jump",   "swell",  "mount",   "fall",   "drop",
                               "shrink", "sink",   "go",   "raise",    "revise", "lower",  "correct", "adjust", "update",
                               "cut",    "reduce", "lift", "upgrade",  "expand", "double", "push"};
    static WordSet const stands{"stand", "put"};
    auto const& m = at(n);
    auto const& c = claim(n);
    if (c.baseline || c.certainty == Certainty::denied || c.certainty == Certainty::hypothetical) return Told::no;
    auto const first = c_.tokens.sentences[m.sentence].first;
    auto const last = m.first > first ? word(m.first - 1) : unknown_word;
    auto const clause = clause_at(c_, m);
    auto const* verb = phrase(clause.verb);
    if (!verb || verb->has(modal_verb) || verb->has(negated)) return Told::no;
    if (is_of_now(c)) return Told::now;
    if (tells_now(clause.first, m.first) && !tells_now(first, clause.first)) return Told::now;
    for (auto i = first; i < clause.first; ++i)  // "It now says that 3.4 million were"
      if (nows().has(word(i)) && tellings().has(lemma_of(i + 1))) return Told::now;
    auto const lemma = lemma_of(verb->head);
    if (lemma == unknown_word) return Told::no;
    return (last == to_word() && moves.has(lemma)) || (last == at_ && stands.has(lemma)) ? Told::moved_to : Told::no;
  }
  WordId lemma_of(std::uint32_t token) const {
    auto const w = word(token);
    return w == unknown_word ? unknown_word : word_info(w).verb_lemma;
  }

  // A day or an hour not long before the article; none of "a year earlier".
  bool is_recent(DateMention const& d) const {
    constexpr Day month = 31;
    if (d.shape == DateShape::time) return true;
    if (d.shape != DateShape::date) return false;
    if (d.days.from == no_lower_day && d.days.to == no_upper_day) return d.timex.find("-WXX-") != d.timex.npos;
    auto const to = d.days.to == no_upper_day ? d.days.from : d.days.to;
    auto const from = d.days.from == no_lower_day ? to : d.days.from;
    return to - from <= month && (!c_.article.date || (to >= *c_.article.date - recent && from <= *c_.article.date));
  }
  bool has_recent_date(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const {
    auto const& dates = c_.mentions.dates;
    auto d = std::lower_bound(dates.begin(), dates.end(), sentence,
                              [](DateMention const& m, std::uint32_t s) { return m.at.sentence < s; });
    bool found = false;
    for (; d != dates.end() && d->at.sentence == sentence; ++d) {
      if (d->at.first < first || d->at.last > last || d->timex == "PRESENT_REF") continue;
      if (d->shape == DateShape::date && !is_recent(*d)) return false;
      found |= is_recent(*d);
    }
    return found;
  }
  static WordSet const& tellings() {
    static WordSet const verbs{"tell", "give", "report", "announce", "offer",    "estimate", "say",   "count", "put",
                               "name", "seek", "ask",    "fear",     "forecast", "promise",  "state", "agree", "declare",
                               "want", "hope", "think",  "believe",  "value",    "set",      "speak", "assess"};
    return verbs;
  }
  // "first put at", "was initially said", "originally wanted", "at first"; whether "put" is read as a verb or not
  bool tells_first(std::uint32_t first, std::uint32_t last) const {
    static WordSet const at_first{"initially", "originally"};
    static WordId const first_ = find_word("first"), at_ = find_word("at");
    for (auto i = first; i < last; ++i) {
      if (at_first.has(word(i))) return true;
      if (word(i) != first_) continue;
      if (i > first && word(i - 1) == at_) return true;
      if (i + 1 < last && tellings().has(lemma_of(i + 1))) return true;
    }
    return false;
  }
  bool is_told_before(std::size_t o, std::size_t n) const {
    auto const& m = at(o);
    auto const& s = c_.tokens.sentences[m.sentence];
    if (claim(o).baseline) {
      if (at(n).sentence != m.sentence || n > o || !has_recent_date(m.sentence, m.last, s.last)) return false;
      for (auto i = m.last; i < s.last; ++i)
        if (tellings().has(lemma_of(i)) && (word_info(word(i)).forms & past_verb_form) != 0) return true;
      return false;
    }
    auto const clause = clause_at(c_, m);
    auto const* verb = phrase(clause.verb);
    if (verb && (verb->has(modal_verb) || verb->has(negated))) return false;
    if (is_of_now(claim(o))) return false;
    if (tells_first(s.first, clause.last)) return true;
    return verb && verb->has(past_tense) && has_recent_date(m.sentence, s.first, clause.last);
  }

  static Decimal end_of(Claim const& c) {
    auto const m = midpoint(c.compared);
    return m ? *m : Decimal(0);
  }
  static bool differ(Claim const& a, Claim const& b) {
    auto const x = end_of(a), y = end_of(b);
    auto const gap = abs(x - y), most = std::max(abs(x), abs(y));
    constexpr int hundredth = 100, many_times = 20;
    return gap * Decimal(hundredth) > most * Decimal(3) && most <= std::min(abs(x), abs(y)) * Decimal(many_times);
  }

  // How the clause of the later figure speaks of the earlier one.
  enum class Back : std::uint8_t {
    no,
    by_it,      // "it rose to"
    by_figure,  // "the figure was later raised", "it raised the order", "it was revised to"
  };
  Back points_back(std::size_t n) const {
    static WordSet const figures{"figure", "number", "count", "toll", "total", "estimate", "tally",
                                 "order",  "target", "goal",  "sum",  "bid",   "offer",    "forecast"};
    static WordSet const revises{"revise", "correct", "update", "adjust", "upgrade"};
    static WordId const it = find_word("it"), they = find_word("they"), of = find_word("of");
    auto const clause = clause_at(c_, at(n));
    auto const begin = c_.tokens.sentences[at(n).sentence].first;
    bool by_it = false;
    for (auto i = clause.first; i < at(n).first; ++i) {
      auto const* p = phrase_at(i);
      if (!p || p->kind != PhraseKind::noun || p->head != i || word(i) == unknown_word) continue;
      by_it |= word(i) == it || word(i) == they;
      bool const pointing = p->has(definite) && figures.has(word_info(word(i)).noun_lemma);
      if (pointing && !is(p->last, of)) return Back::by_figure;  // "the number of wounded": of those
    }
    auto const* verb = phrase(clause.verb);
    if (!by_it || !verb) return Back::no;
    return revises.has(lemma_of(verb->head)) && clause.first == begin ? Back::by_figure : Back::by_it;
  }
  static bool same_word(std::uint32_t a, std::uint32_t b) {
    if (a == b) return true;
    return ((a | b) & unknown_bit) == 0 && word_info(a).family == word_info(b).family;
  }
  // They hang on one noun, or on one row of concepts.tsv.
  static bool share_head(Claim const& a, Claim const& b) {
    for (auto const& t : a.terms) {
      if (t.role > TermRole::subject) break;
      if (t.role == TermRole::whole || (t.role == TermRole::verb && !is_concept(t.word))) continue;
      for (auto const& u : b.terms)
        if (u.role <= TermRole::subject && (u.role != TermRole::verb || is_concept(u.word)) && same_word(t.word, u.word))
          return true;
    }
    return false;
  }
  // "is now seeking 90 million", "the target was 40 million"
  static bool are_asked(Claim const& a, Claim const& b) {
    static WordSet const asks{"seek", "chase", "want", "ask", "look", "target", "goal", "demand", "request", "aim"};
    auto const asked = [&](Claim const& c) {
      return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
        return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && asks.has(t.word);
      });
    };
    return a.basis != no_unit && asked(a) && asked(b);
  }
  // "40 million for roads", "90 million for schools"
  bool for_others(std::size_t o, std::size_t n) const {
    static WordId const for_ = find_word("for");
    auto const what = [&](std::size_t i) -> Phrase const* {
      auto const k = at(i).last;
      auto const* p = is(k, for_) && k + 1 < c_.tokens.tokens.size() ? phrase_at(k + 1) : nullptr;
      return p && p->kind == PhraseKind::noun ? p : nullptr;
    };
    auto const *a = what(o), *b = what(n);
    return a && b && !same_word(c_.terms[a->head], c_.terms[b->head]);
  }
  // "2,100 cars were affected", "the number of affected cars is 5,400"
  static bool counts_same(Claim const& a, Claim const& b) {
    if (a.counted.empty() || !b.counted.empty()) return !a.counted.empty() && a.counted == b.counted;
    for (auto const& t : a.terms)
      if (t.role == TermRole::counted)
        for (auto const& u : b.terms)
          if (u.role <= TermRole::clause && t.word == u.word) return true;
    return false;
  }
  // `meant`: the later one's subject is only meant ("it"), and may be meant wrongly.
  static bool names_apart(Claim const& a, Claim const& b, bool meant) {
    bool either = false;
    for (auto const& x : a.names) {
      if (x.role > TermRole::clause) continue;
      for (auto const& y : b.names) {
        if (y.role > TermRole::clause || (meant && y.role == TermRole::subject)) continue;
        if (x.name.find(y.name) != x.name.npos || y.name.find(x.name) != y.name.npos) return false;
        either = true;
      }
    }
    return either;
  }
  bool alone(std::size_t i, std::size_t other, Claim const& like) const {
    auto const figures = c_.mentions.quantities.size();
    auto const rivals = [&](std::size_t k) {
      return k != i && k != other && of_one_kind(k, i) && (!like.counted.empty() ? claim(k).counted == like.counted : true) &&
             (claim(k).counted.empty() || claim(k).counted == claim(i).counted || like.counted.empty()) &&
             share_head(claim(k), like);
    };
    for (auto k = i; k-- > 0 && at(k).sentence == at(i).sentence;)
      if (rivals(k)) return false;
    for (auto k = i + 1; k < figures && at(k).sentence == at(i).sentence; ++k)
      if (rivals(k)) return false;
    return true;
  }
  // "Had risen to 46, and the number of deaths to five": two figures of one sentence are two things, unless it says otherwise.
  bool parts_in_time(std::size_t o, std::size_t n) const {
    if (o > n || word(at(o).first - (at(o).first > 0)) == to_word()) return false;
    return points_back(n) == Back::by_figure || tells_now(at(o).last, at(n).first) ||
           tells_first(c_.tokens.sentences[at(o).sentence].first, at(o).first);
  }
  bool moved(std::size_t o, std::size_t n) const {
    auto const &a = claim(o), &b = claim(n);
    if (!of_one_kind(o, n) || !is_told(o) || for_others(o, n)) return false;
    if (at(o).sentence == at(n).sentence && !a.baseline && !parts_in_time(o, n)) return false;
    if (a.certainty == Certainty::denied || a.certainty == Certainty::hypothetical) return false;
    bool const counted_apart = !a.counted.empty() && !b.counted.empty() && a.counted != b.counted;
    if (counted_apart || !is_told_before(o, n) || !differ(a, b)) return false;
    bool const beside = a.baseline && at(o).sentence == at(n).sentence;
    auto const pointing = o < n && at(n).sentence - at(o).sentence <= 1 ? points_back(n) : Back::no;
    if (names_apart(a, b, pointing != Back::no)) return false;
    bool const back = pointing != Back::no;
    if (!beside && !back && !share_head(a, b) && !counts_same(a, b) && !are_asked(a, b)) return false;
    return alone(o, n, b) && alone(n, o, a);
  }

  void offer(std::size_t o, std::size_t n) {
    auto const quote = [&](Claim const& c) {
      return std::string(std::string_view(c_.article.view).substr(c.span.begin, c.span.size()));
    };
    auto const& later = claim(n);
    auto text = quote(claim(o));
    text.append(", then ").append(quote(later));
    Claim e = claim(o);
    std::vector<std::string_view> about(e.about.begin(), e.about.end());
    about.insert(about.end(), later.about.begin(), later.about.end());
    if (o < n && points_back(n) == Back::by_figure) about.push_back("told again");
    if (are_asked(e, later)) about.push_back("asked for");
    // "The target had been 40. … Orla now wants 90": whose it is says the sentence that names it.
    auto const names_its_own = [](Claim const& c) {
      return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& x) { return x.role == TermRole::subject; });
    };
    if (!names_its_own(e) && names_its_own(later)) e.subject = later.subject, e.names = later.names;
    e.kind = ClaimKind::equation;
    e.equation = EquationKind::difference;
    e.measure = c_.kept.keep(std::string_view("moved"));
    e.stated = e.compared, e.computed = later.compared;
    e.about = c_.kept.keep(about);
    e.arithmetic = c_.kept.keep(text);
    std::vector<Span> const operands{later.span};
    e.operands = c_.kept.keep(operands);
    out_.push_back(e);
  }

  Context const& c_;
  std::vector<Claim>& out_;
};

}  // namespace

void find_moved_figures(Context const& context, std::vector<Claim>& claims) {
  if (context.mentions.quantities.size() > 1) MovedFigures(context, claims).run();
}

}  // namespace counterclaim
