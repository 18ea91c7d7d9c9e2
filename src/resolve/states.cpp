#include "src/resolve/states.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "counterclaim/calendar.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/concept_row.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/concepts.hpp"

namespace counterclaim {
namespace {

std::uint32_t office() {
  static std::uint32_t const row = concept_of("incumbency");
  return row;
}

class States {
 public:
  States(Context const& c, MentionPlace const& at, Frame& f)
      : c_(c), f_(f), at_(at), tokens_(c.tokens.tokens), sentence_(c.tokens.sentences[at.sentence]) {}

  // What stands right before the date, what the verb says or is said to be: "chief executive since", "has been in charge
  // since", "has run the mill since".
  bool before(std::uint32_t end) {
    bool found = false;
    if (f_.verb >= 0 && has_held(verb())) {
      found = at_verb();
      auto const i = verb().last;
      if (!found && i < end && says_little()) found = place(i) || someone(i);
    }
    if (!found && end > sentence_.first) {
      auto const* p = phrase_at(end - 1);
      if (p && p->kind == PhraseKind::noun && p->last == end && p->first > sentence_.first + 1 &&
          c_.word(p->first - 1) == "of") {
        p = phrase_at(p->first - 2);  // "captain of the team since"
        if (p) end = p->last;
      }
      found = p && p->kind == PhraseKind::noun && p->last == end && stands_beside(*p) && someone(p->first);
      // "Ames, in charge since 2012, said", "Ames, at the helm since May"
      if (!found && p && p->kind == PhraseKind::noun && p->last == end && p->first > sentence_.first + 1 &&
          tokens_[p->first - 2].is(TokenKind::comma))
        found = place(p->first - 1);
    }
    return found;
  }
  // "Stays with the club until", "is on show at the hall until": an entry of the verb and "until", whatever stands between.
  bool until() {
    static WordId const until = find_word("until");
    if (f_.verb < 0 || verb().has(negated) || tokens_[verb().head].word == unknown_word) return false;
    auto const lemma = word_info(tokens_[verb().head].word).verb_lemma;
    return lemma != unknown_word && verb().last < at_.first && rows(lemma, verb().last, until);
  }
  // "Nine years at the helm", "nine years as coach"
  bool behind() {
    auto const i = at_.last;
    if (i + 1 >= sentence_.last) return false;
    return place(i) || (c_.word(i) == "as" && someone(i + 1));
  }
  bool has_held(Phrase const& v) const { return v.has(perfect) && !v.has(negated) && !v.has(modal_verb); }
  Phrase const& verb() const { return c_.chunks.phrases[std::size_t(f_.verb)]; }
  void take(std::uint32_t row) {
    add_term(f_, row, TermRole::verb);
    sort_by_role(f_.terms);
  }
  // A person in the phrase at the token: an office, whatever it is.
  bool someone(std::uint32_t i) {
    auto const* p = phrase_at(i);
    if (!p && i + 1 < sentence_.last) p = phrase_at(i + 1);
    if (!p || p->kind != PhraseKind::noun || p->has(proper) || p->has(pronominal) || p->has(plural)) return false;
    static WordSet const offices{"head", "chair"};  // which are other things first
    auto const word = tokens_[p->head].word;
    if (word == unknown_word) return false;
    if (!offices.has(word) && word_info(word_info(word).noun_lemma).noun_field != lexname::person) return false;
    take(office());
    return true;
  }

 private:
  Phrase const* phrase_at(std::uint32_t i) const {
    auto const p = i < c_.chunks.phrase_of.size() ? c_.chunks.phrase_of[i] : -1;
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  // "X, chief executive since May": right behind a mark.
  bool stands_beside(Phrase const& p) const { return p.first > sentence_.first && tokens_[p.first - 1].is(TokenKind::comma); }
  bool says_little() const {
    static WordSet const stays{"be", "lie", "remain", "stand", "stay", "sit"};
    return stays.has(word_info(tokens_[verb().head].word).verb_lemma);
  }
  // Entries that begin with the verb: "run since", "belong to since".
  bool at_verb() {
    static WordSet const standings{"table",   "league",   "field", "race",  "standings",
                                   "ranking", "rankings", "poll",  "polls", "list"};
    auto const lemma = word_info(tokens_[verb().head].word).verb_lemma;
    // "Has led the table since Friday"
    if (auto const* p = phrase_at(verb().last); p && standings.has(tokens_[p->head].word)) return false;
    return lemma != unknown_word && rows(lemma, verb().last);
  }
  // Entries that begin at the token: "in charge since".
  bool place(std::uint32_t i) {
    auto const word = tokens_[i].word;
    return word != unknown_word && c_.chunks.classes[i] == WordClass::preposition && rows(word, i + 1);
  }
  // Every row with an entry of the word, up to two words at `next`, and "since".
  bool rows(WordId first, std::uint32_t next) {
    static WordId const since = find_word("since");
    return rows(first, next, since);
  }
  bool rows(WordId first, std::uint32_t next, WordId led) {
    if (!begins(word_info(first), Category::concepts)) return false;
    std::array<Token, 4> entry;
    auto const token_of = [&](WordId word) {
      Token t = tokens_[at_.first];
      t.kind = TokenKind::word;
      t.word = word;
      t.categories = word_info(word).categories;
      return t;
    };
    entry[0] = token_of(first);
    bool any = false;
    for (std::size_t n = 1; n + 1 <= entry.size(); ++n) {
      entry[n] = token_of(led);
      for_each_phrase(Category::concepts, std::span(entry).first(n + 1), 0, n + 1, c_.article.view, [&](PhraseMatch m) {
        if (m.tokens == n + 1) take(concept_term | std::uint32_t(m.row)), any = true;
      });
      auto const i = next + std::uint32_t(n) - 1;
      if (n + 2 > entry.size() || i >= sentence_.last || tokens_[i].word == unknown_word) break;
      auto const& w = word_info(tokens_[i].word);
      entry[n] = token_of(w.noun_lemma != unknown_word ? w.noun_lemma : tokens_[i].word);
    }
    return any;
  }

  Context const& c_;
  Frame& f_;
  MentionPlace const& at_;
  std::vector<Token> const& tokens_;
  Sentence const& sentence_;
};

}  // namespace

// "The worst outbreak in the country since 2008", "the strongest to hit the coast since 1999": the year of the last such one.
static bool add_record(Context const& c, Frame& frame, Sentence const& s, std::uint32_t since) {
  static std::uint32_t const high = concept_of("highest since"), low = concept_of("lowest since"),
                             first = concept_of("first since"), drop = concept_of("biggest drop since"),
                             rise = concept_of("biggest rise since");
  static WordSet const most{"most", "worst", "best"}, least{"least", "fewest"},
      lower{"lowest",   "smallest", "weakest",  "slowest",  "coldest", "driest",
            "shortest", "mildest",  "cheapest", "quietest", "poorest"},
      other{"latest", "nearest", "rest", "least", "test"};
  constexpr std::uint32_t reach = 10;
  auto const& t = c.tokens.tokens;
  for (auto i = since; i-- > s.first + 1 && i + reach > since;) {
    auto const& k = t[i];
    if (k.is(TokenKind::comma) && i + 1 < since) return false;
    if (!k.is(TokenKind::word) || k.word == unknown_word) continue;
    auto const led = c.chunks.classes[i - 1];
    if (led != WordClass::determiner && led != WordClass::possessive) continue;
    auto const& w = word_info(k.word);
    bool const noun_alone = (w.parts & noun) != 0 && w.usual_part == noun;
    bool const graded = most.has(k.word) || least.has(k.word) || lower.has(k.word) ||
                        (word_text(k.word).ends_with("est") && !noun_alone && !other.has(k.word));
    bool const nth = c.word(i) == "first";  // "its first title since 1998"
    if (!graded && !nth) continue;
    auto row = nth ? first : least.has(k.word) || lower.has(k.word) ? low : high;
    for (auto n = i + 1; n < since && row == high; ++n)  // "their steepest drop"
      if (auto const change = match_phrase(Category::change_nouns, t, n, n + 1, c.article.view))
        row = vocabulary(Category::change_nouns)[std::size_t(change.row)].column[0] == "up" ? rise : drop;
    add_term(frame, row, TermRole::verb);
    sort_by_role(frame.terms);
    return true;
  }
  return false;
}

bool add_state_since(Context const& c, DateMention const& d, Frame& frame) {
  if (d.bound != Bound::at_least || d.days.to != no_upper_day || d.days.from == no_lower_day) return false;
  auto const first = c.word(d.at.first) == "since" ? d.at.first : d.at.first > 0 ? d.at.first - 1 : 0;
  if (c.word(first) != "since") return false;
  return States(c, d.at, frame).before(first) || add_record(c, frame, c.tokens.sentences[d.at.sentence], first);
}

std::optional<DayRange> add_state_for(Context const& c, DateMention const& d, Frame& frame) {
  constexpr double seconds_a_day = 86400, year = 365.2425;
  auto const& today = c.article.date;
  if (!today || !d.length.is_point() || (d.bound != Bound::exact && d.bound != Bound::about) || d.at.first == 0) return {};
  auto const days = to_double(*d.length.low) / seconds_a_day;
  if (days < 2 * year - 2 || days > 100 * year) return {};
  States states(c, d.at, frame);
  auto const led = c.word(d.at.first - 1);
  bool const held = frame.verb >= 0 && states.has_held(states.verb());
  bool const still = frame.verb < 0 || !states.verb().has(past_tense) || held;
  bool found = led == "for" && held && states.before(d.at.first - 1);
  if (!found) found = still && states.behind();
  if (!found) return {};
  auto const slack = Day(d.bound == Bound::about ? 2 * year : year);
  auto const began = *today - Day(std::lround(days));
  return DayRange{began - slack, began + slack};
}

// "Ida Moor came in May", "came over from Orla", "will leave in June": who works somewhere since or until then.
static void add_stay(Context const& c, Frame& frame, Phrase const& v, WordId lemma) {
  static WordId const come = find_word("come"), arrive = find_word("arrive"), leave = find_word("leave");
  static std::uint32_t const join = dated_concept_of("join"), resign = dated_concept_of("resign");
  if ((lemma != come && lemma != arrive && lemma != leave) || v.has(passive_voice) || v.has(negated)) return;
  auto const& t = c.tokens.tokens;
  auto const is_person = [&](NameRef const& n) {
    auto const place = n.role == TermRole::subject ? c.descriptions.place(n.name) : std::nullopt;
    return place && c.descriptions.kinds[*place] == a_person;
  };
  if (std::none_of(frame.names.begin(), frame.names.end(), is_person) || v.last >= t.size()) return;
  // "Left the room", "came to nothing", "came back": only where nothing else is told of it
  static WordSet const leads{"in", "on", "at", "as", "from", "over", "here", "last", "this", "next", "early", "late", "by"};
  auto const p = c.chunks.phrase_of[v.last];
  bool const of_firm = p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::noun &&
                       t[c.chunks.phrases[std::size_t(p)].head].begins(Category::nominals);
  static WordId const to = find_word("to");
  auto const behind = t[v.last].word == to && v.last + 1 < t.size() ? c.chunks.phrase_of[v.last + 1] : -1;
  bool to_firm = false;  // and no country
  if (behind >= 0 && c.chunks.phrases[std::size_t(behind)].kind == PhraseKind::noun) {
    auto const head = c.chunks.phrases[std::size_t(behind)].head;
    auto const use = c.name_of[head];
    to_firm = use < 0 ? t[head].begins(Category::nominals)
                      : (c.descriptions.kinds[c.names.uses[std::size_t(use)].name] & an_organization) != 0;
  }
  bool const alone = c.covered[v.last] == 2 || leads.has(t[v.last].word);
  if (!alone && !(lemma == leave ? of_firm : to_firm)) return;
  add_term(frame, lemma == leave ? resign : join, TermRole::verb);
  sort_by_role(frame.terms);
}

void add_office(Context const& c, Frame& frame) {
  static WordId const become = find_word("become"), make = find_word("make");
  if (frame.verb < 0) return;
  auto const& v = c.chunks.phrases[std::size_t(frame.verb)];
  auto const word = c.tokens.tokens[v.head].word;
  if (word == unknown_word) return;
  auto const lemma = word_info(word).verb_lemma;
  add_stay(c, frame, v, lemma);
  if (lemma != become && !(lemma == make && v.has(passive_voice))) return;  // "was made captain"
  MentionPlace at;
  at.sentence = v.sentence;
  States(c, at, frame).someone(v.last);
}

bool add_end(Context const& c, DateMention const& d, Frame& frame) {
  static WordSet const until{"until", "till", "through"};
  if (d.days.to == no_upper_day || d.days.from != no_lower_day || d.at.first == 0) return false;
  if (!until.has(c.tokens.tokens[d.at.first].word) && !until.has(c.tokens.tokens[d.at.first - 1].word)) return false;
  return States(c, d.at, frame).until();
}

bool add_deadline(Context const& c, DateMention const& d, Frame& frame) {
  static std::uint32_t const deadline = concept_of("deadline");
  static WordSet const duties{"must", "has", "have", "need", "needs", "shall"}, leave{"can", "may", "have", "has"},
      gives{"gave", "given", "give", "gives", "granted"};
  static WordId const due = find_word("due"), until = find_word("until"), to = find_word("to");
  if (d.days.to == no_upper_day || d.days.from != no_lower_day || d.at.first < 2 || frame.verb < 0) return false;
  auto const& t = c.tokens.tokens;
  auto const& v = c.chunks.phrases[std::size_t(frame.verb)];
  bool const given = gives.has(t[v.head].word);
  if (v.first >= d.at.first || (!given && (v.has(past_tense) || v.has(perfect)))) return false;
  auto const led = t[d.at.first].word == until ? d.at.first : d.at.first - 1;
  bool found = false;
  if (t[led].word == until) {  // "can apply until", "have until May 3 to apply"
    auto const behind = d.at.last + (d.at.last < t.size() && t[d.at.last].is(TokenKind::comma) ? 1 : 0);
    bool const to_do = behind < t.size() && t[behind].word == to;
    // "gave the union until May 3 to answer"
    found = given ? to_do : leave.has(t[v.first].word) && (v.has(modal_verb) || to_do);
  } else if (!given) {
    bool const duty = duties.has(t[v.first].word) && (v.last > v.first + 1 || t[v.last].word == to || v.has(infinitive));
    // "have to be filed": the verb behind "to" is a phrase of its own
    auto const before = v.first > 0 ? c.chunks.phrase_of[v.first - 1] : -1;
    bool const led_on = before >= 0 && v.has(infinitive) && duties.has(t[c.chunks.phrases[std::size_t(before)].first].word);
    found = duty || led_on || t[led - 1].word == due;
  }
  if (!found) return false;
  add_term(frame, deadline, TermRole::verb);
  sort_by_role(frame.terms);
  if (given) {  // who gives the time does not have it
    for (auto& n : frame.names)
      if (n.role == TermRole::subject) n.role = TermRole::clause;
    sort_by_role(frame.names);
  }
  return true;
}

std::optional<DayRange> add_cutoff(Context const& c, DateMention const& d, Frame& frame) {
  static std::uint32_t const cutoff = concept_of("knowledge cutoff");
  static WordSet const takes_in{"know",  "read", "see",      "learn", "contain", "include",
                                "cover", "hold", "remember", "hear",  "have",    "use"},
      happens{"happen", "occur", "come", "take", "publish", "write", "date", "change"}, none{"nothing", "no", "none"},
      any{"any", "anything"}, reaches{"later", "newer", "recent", "after", "beyond", "past"};
  constexpr std::uint32_t reach = 6;
  if (frame.verb < 0 || d.days.from == no_lower_day || d.days.to != no_upper_day) return {};
  auto const& t = c.tokens.tokens;
  auto const first_token = c.tokens.sentences[d.at.sentence].first;
  auto const does = [&](Phrase const& v, WordSet const& verbs) {
    return t[v.head].word != unknown_word && verbs.has(word_info(t[v.head].word).verb_lemma);
  };
  auto const phrase_at = [&](std::uint32_t i) {
    auto const p = i < c.chunks.phrase_of.size() ? c.chunks.phrase_of[i] : -1;
    return p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb ? &c.chunks.phrases[std::size_t(p)] : nullptr;
  };
  auto const* v = &c.chunks.phrases[std::size_t(frame.verb)];
  // "Knows nothing of what happened after May"
  if (v->last <= d.at.first && does(*v, happens))
    for (auto i = v->first; i > first_token && i + reach > v->first; --i)
      if (auto const* main = phrase_at(i - 1); main && does(*main, takes_in)) v = main, i = first_token + 1;
  bool nothing = false, later = reaches.has(t[d.at.first].word);
  if (does(*v, takes_in) && v->last <= d.at.first) {
    for (auto i = v->last; i < std::min(d.at.first, v->last + reach); ++i) {
      nothing |= none.has(t[i].word) || (v->has(negated) && any.has(t[i].word));
      later |= nothing && reaches.has(t[i].word);
    }
  } else if (auto const* behind = phrase_at(d.at.last); behind && behind->has(passive_voice) && does(*behind, takes_in)) {
    // "Nothing dated later than May was included"
    for (auto i = first_token; i < std::min(d.at.first, first_token + reach); ++i) {
      nothing |= none.has(t[i].word);
      later |= nothing && reaches.has(t[i].word);
    }
    later &= nothing;
  }
  if (!nothing || !later) return {};
  add_term(frame, cutoff, TermRole::verb);
  sort_by_role(frame.terms);
  // Up to the day, month or year that it names
  auto const last = d.days.from - 1;
  auto const civil = to_civil(last);
  auto const size = d.timex.size();
  auto const first = size <= 4 ? to_day({civil.year, 1, 1}) : size <= 7 ? to_day({civil.year, civil.month, 1}) : last;
  return DayRange{first, last};
}

}  // namespace counterclaim
