// Mentions to claims: each with its frame (who, what), its period (when), and whose word it is.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "counterclaim/claim.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/resolve/about.hpp"
#include "src/resolve/basis.hpp"
#include "src/resolve/compared.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/equations.hpp"
#include "src/resolve/frame.hpp"
#include "src/resolve/identity.hpp"
#include "src/resolve/performers.hpp"
#include "src/resolve/respective.hpp"
#include "src/resolve/voice.hpp"

namespace counterclaim {
namespace {

class Resolver {
 public:
  Resolver(Context const& context, std::uint32_t article)
      : c_(context), article_(article), voices_(context), concepts_(context), performers_(context) {}

  std::vector<Claim> run() {
    auto const& m = c_.mentions;
    auto const told = m.quantities.size() + m.dates.size() + m.ranks.size() + m.comparisons.size() + m.identities.size();
    out_.reserve(told + told / 8 + c_.names.names.size() + 4);  // and some equations
    for (auto const& q : c_.mentions.quantities) quantity(q);
    for (auto const& d : c_.mentions.dates) date(d);
    dates_of_figures();
    for (auto const& r : c_.mentions.ranks) rank(r);
    for (auto const& k : c_.mentions.comparisons) comparison(k);
    for (auto const& k : c_.mentions.identities) identity(k);
    names();
    find_equations(c_.article, c_.tokens, c_.mentions, article_, out_, c_.kept);
    return in_order_of_place();
  }

 private:
  // A claim is large: each is moved once, in the list that there is.
  std::vector<Claim> in_order_of_place() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> from(out_.size());  // place and kind, then as they were made
    for (std::uint32_t i = 0; i < from.size(); ++i)
      from[i] = {std::uint64_t(out_[i].span.begin) << 8 | std::uint64_t(out_[i].kind), i};
    std::sort(from.begin(), from.end());
    for (std::uint32_t start = 0; start < from.size(); ++start) {
      if (from[start].second == start) continue;
      Claim const first = out_[start];
      auto to = start;
      for (auto next = from[to].second; next != start; next = from[to].second) {
        out_[to] = out_[next];
        from[to].second = to;
        to = next;
      }
      out_[to] = first;
      from[to].second = to;
    }
    return std::move(out_);
  }

  std::string_view text(Span s) const { return std::string_view(c_.article.view).substr(s.begin, s.size()); }
  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return joined(c_.tokens, first, last, c_.article.view, c_.kept);
  }

  // `measured` is what concepts.tsv calls such figures; empty where it has no word for them.
  Claim& start(MentionPlace const& at, ClaimKind kind, std::string_view measured, std::uint32_t counted_first = 0,
               std::uint32_t counted_last = 0) {
    Claim& c = out_.emplace_back();
    c.article = article_;
    c.kind = kind;
    c.span = at.span;
    auto const& sentence = c_.tokens.sentences[at.sentence];
    c.sentence = sentence.span;
    c.block = sentence.block;
    c.headline = c_.article.blocks[c.block].kind == BlockKind::title;
    c.quoted = c_.tokens.tokens[at.first].has(in_quotes);
    frame_of(c_, at, counted_first, counted_last, frame_);
    auto& frame = frame_;
    concepts_.add(frame, at.sentence, measured);
    concepts_.add_heads(frame, sentence.block, measured);
    c.subject = frame.subject;
    c.attribute = frame.attribute;
    c.whole = frame.whole;
    c.terms = c_.kept.keep(frame.terms);
    c.names = c_.kept.keep(frame.names);
    words_.clear();
    for (auto const& t : c.terms) {
      if (t.role >= TermRole::sentence) break;
      if (t.role == TermRole::modifier && (t.word & unknown_bit) == 0) words_.push_back(word_text(t.word));
    }
    c.scope = c_.kept.keep(words_);
    c.about = words_about(c_, at, frame, counted_first, counted_last, words_);
    voices_.apply(c, at);
    period(c, at, frame.clause_first, frame.clause_last, frame.verb);
    return c;
  }

  // The date in the same clause, else in the same sentence, nearest to the mention; a date claim has its own days.
  // "Founded in Orl in 1934, Acme employs 600 people": the date belongs to the verb right before it.
  bool of_another_verb(DateMention const& d, std::int32_t verb) const {
    auto const own = own_verb(d);
    return own >= 0 && own != verb;
  }
  // "The profit was $41 million (2023: $30 million)": a date in brackets is of the figure there, where one stands with it.
  bool of_a_bracket(DateMention const& d, MentionPlace const& at) const {
    auto const& t = c_.tokens.tokens;
    if (!t[d.at.first].has(in_brackets) || t[at.first].has(in_brackets)) return false;
    for (auto i = d.at.last; i < t.size() && t[i].has(in_brackets); ++i)
      if (c_.covered[i] == 1) return true;
    return false;
  }
  // "said on Tuesday": when somebody spoke, which is no event to compare.
  bool of_reporting(DateMention const& d) const {
    auto const own = own_verb(d);
    if (own < 0) return false;
    auto const& v = c_.chunks.phrases[std::size_t(own)];
    return !v.has(passive_voice) && c_.tokens.tokens[v.head].begins(Category::reporting_verbs);
  }
  // The verb group right before a date, with no mark between them; -1 if there is none.
  std::int32_t own_verb(DateMention const& d) const {
    auto const& tokens = c_.tokens.tokens;
    for (auto i = d.at.first; i > c_.tokens.sentences[d.at.sentence].first; --i) {
      if (tokens[i - 1].is(TokenKind::comma) || tokens[i - 1].is(TokenKind::semicolon) || tokens[i - 1].is(TokenKind::dash))
        return -1;
      auto const p = c_.chunks.phrase_of[i - 1];
      if (p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb) return p;
    }
    return -1;
  }

  // ", the highest since 2014": a mark between the figure and "since".
  bool breaks_between(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
      if (c_.tokens.tokens[i].is(TokenKind::comma)) return true;
    return false;
  }

  void period(Claim& c, MentionPlace const& at, std::uint32_t clause_first, std::uint32_t clause_last, std::int32_t verb) {
    if (c.kind == ClaimKind::date) return;
    auto const& dates = c_.mentions.dates;
    auto d = std::lower_bound(dates.begin(), dates.end(), at.sentence,
                              [](DateMention const& m, std::uint32_t s) { return m.at.sentence < s; });
    DateMention const* best = nullptr;
    long best_cost = 1L << 40;
    for (; d != dates.end() && d->at.sentence == at.sentence; ++d) {
      if ((d->shape != DateShape::date && d->shape != DateShape::time) || d->days.is_unbounded() ||
          overlap(d->at.span, at.span))
        continue;
      bool const inside = d->at.first >= clause_first && d->at.last <= clause_last;
      if (of_another_verb(*d, verb) || of_a_bracket(*d, at)) continue;
      if (d->bound == Bound::at_least && d->at.first > at.last && breaks_between(at.last, d->at.first)) continue;
      bool const behind = d->at.first > at.first;
      long const distance = behind ? long(d->at.first) - at.last : long(at.first) - d->at.last;
      // "5% in March from 4% in February": of two as near the one behind.
      long const cost = 2 * distance + (behind ? 0 : 1) + (inside ? 0 : 1000);
      if (cost < best_cost) best = &*d, best_cost = cost;
    }
    if (!best) return;
    c.period = best->days;
    c.period_stated = true;
  }

  void quantity(QuantityMention const& q) {
    auto& c = start(q.at, ClaimKind::quantity, is_share(q) ? "percent" : measured_by(q.unit), q.counted_first, q.counted_last);
    c.value = q.value;
    c.bound = q.bound;
    c.change = q.change;
    c.unit = q.unit;
    c.vague = q.vague;
    c.restated = q.bracket_of >= 0;
    c.compared = denied_bound(c, compared_value(q, lead(q)));
    set_basis(c, q);
    c.baseline = is_baseline(q.at);
    c.counted = counted(q);
    if (auto const use = respective_name(c_, q)) own(c, c_.names.names[c_.names.uses[*use].name]);
  }
  // Of several names in the subject the claim is this one's.
  static void own(Claim& c, std::string_view name) {
    c.subject = name;
    for (auto& n : c.names)
      if (n.name == name)
        n.role = TermRole::subject;
      else if (n.role == TermRole::subject)
        n.role = TermRole::clause;
  }
  // "down from 60 seconds", "against $96 million a year before", "instead of 40": what another figure is set against.
  bool is_baseline(MentionPlace const& at) const {
    static WordId const from = find_word("from"), up = find_word("up"), down = find_word("down"),
                        against = find_word("against"), versus = find_word("versus"), vs = find_word("vs"),
                        with = find_word("with"), to = find_word("to"), compared = find_word("compared"), of = find_word("of"),
                        instead = find_word("instead");
    auto const begin = c_.tokens.sentences[at.sentence].first;
    if (at.first == begin) return false;
    auto const last = c_.tokens.tokens[at.first - 1].word;
    auto const before = at.first >= begin + 2 ? c_.tokens.tokens[at.first - 2].word : unknown_word;
    if (last == unknown_word) return false;
    if (last == from) return before == up || before == down || is_change_to(at.first - 1, begin, to);
    if (last == against || last == versus || last == vs) return true;
    return (last == with || last == to) ? before == compared : last == of && before == instead;
  }
  // "rose to 6.1% from 5.8%", "from 5.8% to 6.1%"
  bool is_change_to(std::uint32_t from, std::uint32_t begin, WordId to) const {
    auto const& t = c_.tokens.tokens;
    auto const end = std::min<std::size_t>(t.size(), from + 8);
    for (auto i = from; i < end; ++i)
      if (t[i].word == to) return true;
    for (auto i = from; i > begin && i + 12 > from; --i)
      if (t[i - 1].word == to) return true;
    return false;
  }
  // "Nobody waits for more than 20 minutes": at most 20.
  Interval denied_bound(Claim const& c, Interval v) const {
    if ((c.bound != Bound::above && c.bound != Bound::at_least) || !v.low) return v;
    auto const s = text(c.sentence);
    bool const nothing =
        s.starts_with("No ") || s.starts_with("None ") || s.starts_with("Nobody ") || s.find(", no ") < s.size();
    if (!nothing) return v;
    Interval out;
    out.high = v.low;
    return out;
  }
  // The counted thing without function words, its nouns in the singular: "crates of ripe pears" is "crate ripe pear".
  // "best" is "good", "largest" "large"; empty for what has no degrees.
  std::string_view plain_degree(std::uint32_t i) const {
    auto const& tokens = c_.tokens.tokens;
    if (!tokens[i].begins(Category::measures)) return {};
    auto const m = match_phrase(Category::measures, tokens, i, i + 1, c_.article.view);
    return m ? vocabulary(Category::measures)[std::size_t(m.row)].phrase : std::string_view();
  }
  std::string_view counted(QuantityMention const& q) const {
    std::string out;
    for (auto i = q.counted_first; i < q.counted_last; ++i) {
      auto const& t = c_.tokens.tokens[i];
      bool const last = i + 1 == q.counted_last;
      if (!last && i > q.counted_first && t.begins(Category::function_words) && !t.has(glued)) continue;
      if (!out.empty() && !t.has(glued)) out += ' ';
      if (last) {
        out += lemma_text(c_, i);
        continue;
      }
      bool const heads = t.word != unknown_word && text_of(c_.tokens.tokens[i + 1], c_.article.view) == "of";
      if (heads)
        out += word_text(word_info(t.word).noun_lemma);
      else if (auto const base = plain_degree(i); !base.empty())
        out += base;
      else
        out += lower(text_of(t, c_.article.view));
    }
    return c_.kept.keep(out);
  }
  // The mention with the words just before it, which may say how near a bound is.
  std::string_view lead(QuantityMention const& q) const {
    auto const first = std::max(c_.tokens.sentences[q.at.sentence].first, q.at.first - std::min(q.at.first, 2u));
    auto const begin = c_.tokens.tokens[first].begin;
    return std::string_view(c_.article.view).substr(begin, c_.tokens.tokens[q.at.last - 1].end - begin);
  }

  void date(DateMention const& d) {
    bool const length = d.shape == DateShape::duration;
    auto& c = start(d.at, length ? ClaimKind::duration : ClaimKind::date, length ? "duration" : "date");
    c.timex = c_.kept.keep(d.timex);
    c.days = d.days;
    c.bound = d.bound;
    c.value = d.length;
    c.compared = denied_bound(c, d.length);
    c.baseline = length && is_baseline(d.at);
    c.impossible = d.impossible;
    not_before(c, d);
    between(c, d);
    if (is_end(d)) c.days.from = std::max(c.days.from, start_of(d));
    if (d.shape == DateShape::set || in_dateline(d) || of_reporting(d) || is_any(d) || of_a_state(d, frame_.verb) ||
        in_a_list(d) || of_unknown_year(d) || of_unknown_century(d))
      c.vague = true;
  }
  // "is closed on Monday": how things are that day, and nothing that happened. "Is open from May 3" happens.
  bool of_a_state(DateMention const& d, std::int32_t verb) const {
    if (verb < 0 || d.bound == Bound::at_least) return false;
    auto const& v = c_.chunks.phrases[std::size_t(verb)];
    auto const& t = c_.tokens.tokens;
    auto const word = [&](std::uint32_t i) { return lower(text_of(t[i], c_.article.view)); };
    auto const first = word(v.first);
    if (first != "is" && first != "are" && first != "'s" && first != "'re") return false;
    if (d.at.first > 0 && (word(d.at.first - 1) == "from" || word(d.at.first) == "from")) return false;
    for (auto i = v.first + 1; i < std::min<std::size_t>(t.size(), v.last + 2); ++i)
      if (auto const w = word(i); w == "open" || w == "closed" || w == "shut") return true;
    return false;
  }
  // "on 24, 25 and 31 December and on 1 January": days of one kind, and no day of one event.
  bool in_a_list(DateMention const& d) const {
    auto const& dates = c_.mentions.dates;
    auto const here = std::lower_bound(dates.begin(), dates.end(), d.at.first,
                                       [](DateMention const& m, std::uint32_t t) { return m.at.first < t; });
    auto joined = [&](DateMention const& a, DateMention const& b) {
      if (a.at.sentence != b.at.sentence || b.at.first < a.at.last || b.at.first - a.at.last > 3) return false;
      for (auto i = a.at.last; i < b.at.first; ++i) {
        auto const w = lower(text_of(c_.tokens.tokens[i], c_.article.view));
        if (w != "," && w != "and" && w != "on" && w != "or") return false;
      }
      return true;
    };
    int run = 1;
    for (auto i = here; run < 3 && i != dates.begin() && joined(*(i - 1), *i); --i) ++run;
    for (auto i = here; run < 3 && i != dates.end() && i + 1 != dates.end() && joined(*i, *(i + 1)); ++i) ++run;
    return run >= 3;
  }
  // "At the end of March" in a text of an unknown day: which March, some other sentence decided.
  bool of_unknown_year(DateMention const& d) const {
    if (c_.article.date || !d.relative || d.timex.size() < 7) return false;
    for (auto i = d.at.first; i < d.at.last; ++i)
      if (c_.tokens.tokens[i].end - c_.tokens.tokens[i].begin == 4 && c_.tokens.tokens[i].is(TokenKind::figure)) return false;
    return true;
  }

  // "Built between 1998 and 2002": some time from the one to the other, and no two events.
  void between(Claim& c, DateMention const& d) const {
    auto const& dates = c_.mentions.dates;
    auto const here = std::lower_bound(dates.begin(), dates.end(), d.at.first,
                                       [](DateMention const& m, std::uint32_t t) { return m.at.first < t; });
    auto const word = [&](std::uint32_t i) { return lower(text_of(c_.tokens.tokens[i], c_.article.view)); };
    auto const opens = [&](DateMention const& m) { return m.at.first > 0 && word(m.at.first - 1) == "between"; };
    auto const joined = [&](DateMention const& a, DateMention const& b) {
      return a.at.sentence == b.at.sentence && b.at.first == a.at.last + 1 && word(a.at.last) == "and" && opens(a);
    };
    if (here != dates.end() && here + 1 != dates.end() && joined(*here, *(here + 1)) && !c.days.is_unbounded()) {
      c.days.to = std::max(c.days.to, (here + 1)->days.to);
      c.bound = Bound::range;
    }
    if (here != dates.begin() && joined(*(here - 1), *here)) c.restated = true;
  }
  // "The turn of the century" in a text of an unknown day.
  bool of_unknown_century(DateMention const& d) const {
    static Day const first_year = to_day({1, 1, 1});
    return !c_.article.date && d.days.to != no_upper_day && d.days.to < first_year &&
           text(d.at.span).find("BC") == std::string_view::npos && text(d.at.span).find("century") != std::string_view::npos;
  }
  // "runs until June 30": the day that it ends, and no bound of one.
  bool is_end(DateMention const& d) const {
    if (d.days.from != no_lower_day || d.days.to == no_upper_day || d.at.first == 0) return false;
    auto const& t = c_.tokens.tokens;
    auto const own = lower(text_of(t[d.at.first], c_.article.view)), led = lower(text_of(t[d.at.first - 1], c_.article.view));
    auto const ends = [](std::string const& w) { return w == "until" || w == "till" || w == "through"; };
    return ends(own) || ends(led);
  }
  // Of the day, month, season or year that a bounded date ends with.
  static Day start_of(DateMention const& d) {
    auto const size = d.timex.size();
    if (size >= 10) return d.days.to;
    if (size == 7 && d.timex[5] >= '0' && d.timex[5] <= '9') return d.days.to - 30;
    return size == 7 ? d.days.to - 92 : d.days.to - 365;
  }
  // "will not open before 2029", "does not start until May": then or later.
  void not_before(Claim& c, DateMention const& d) const {
    if (c.kind != ClaimKind::date || c.certainty != Certainty::denied || d.at.first == 0) return;
    auto const& t = c_.tokens.tokens;
    auto const own = lower(text_of(t[d.at.first], c_.article.view)), led = lower(text_of(t[d.at.first - 1], c_.article.view));
    auto const is_end = [](std::string const& w) { return w == "before" || w == "until" || w == "till"; };
    if (!is_end(own) && !is_end(led)) return;
    // Before 2029 is up to the last day of 2028.
    bool const bounded = d.bound == Bound::below || d.bound == Bound::at_most || c.days.from == no_lower_day;
    c.days = {bounded ? c.days.to + 1 : c.days.from, no_upper_day};
    auto const& today = c_.article.date;
    c.certainty = !today || c.days.from > *today ? Certainty::planned : Certainty::stated;
  }

  // "opened on June 9, 1988, a Thursday": a kind of day, and no day of its own.
  bool is_any(DateMention const& d) const {
    if (d.at.first == 0 || d.at.last - d.at.first != 1 || !c_.tokens.tokens[d.at.first].is(TokenKind::word)) return false;
    auto const before = lower(text_of(c_.tokens.tokens[d.at.first - 1], c_.article.view));
    return before == "a" || before == "every" || before == "each";
  }

  // "closed on Tuesday at $12.40"
  bool stands_behind_at(Claim const& c) const {
    auto const before = std::string_view(c_.article.view).substr(0, c.span.begin);
    return before.ends_with(" at ");
  }
  // "Set up the firm in 2017, with $15,000": what happened is told beside the figure.
  static bool has_event(Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return is_concept(t.word) && t.role <= TermRole::clause; });
  }
  // "Joss Perrin, 44, set up": an age
  bool is_bare(Claim const& c) const {
    auto const view = std::string_view(c_.article.view);
    bool const parted =
        c.span.end < view.size() && view[c.span.end] == ',' && c.span.begin > 1 && view[c.span.begin - 2] == ',';
    return parted && c.unit == no_unit && c.counted.empty();
  }
  // "In 2022 the farm produced 3 TWh": the year says of when the figure is; it is no event with a date of its own.
  void dates_of_figures() {
    using When = std::tuple<std::uint32_t, Day, Day>;
    std::vector<std::pair<When, std::uint32_t>> periods;  // of measured figures, by sentence, with the verb that they hang on
    for (auto const& q : out_)
      if (q.kind == ClaimKind::quantity && q.period_stated && unit(q.unit).dimension != "age" && !is_bare(q) &&
          (q.period.from != q.period.to || stands_behind_at(q)))
        periods.emplace_back(When(q.sentence.begin, q.period.from, q.period.to), verb_of(q));
    std::sort(periods.begin(), periods.end());
    for (auto& d : out_) {
      if (d.kind != ClaimKind::date) continue;
      When const when(d.sentence.begin, d.days.from, d.days.to);
      auto q = std::lower_bound(periods.begin(), periods.end(), std::pair(when, std::uint32_t(0)));
      auto const verb = verb_of(d);
      for (; q != periods.end() && q->first == when; ++q)
        d.restated = d.restated || !has_event(d) || (verb != 0 && q->second == verb);
    }
  }
  static std::uint32_t verb_of(Claim const& c) {
    for (auto const& t : c.terms)
      if (t.role == TermRole::verb && !is_concept(t.word)) return t.word;
    return 0;
  }

  // "ORLENA, Oct 14 (ONB) —": when it was written, of no event.
  bool in_dateline(DateMention const& d) const {
    auto const& sentence = c_.tokens.sentences[d.at.sentence];
    if (d.at.first > sentence.first + 8) return false;
    for (auto i = d.at.last; i < sentence.last && i < d.at.last + 6; ++i)
      if (c_.tokens.tokens[i].is(TokenKind::dash)) return verbless(sentence.first, i);
    return d.at.last + 1 >= sentence.last && verbless(sentence.first, sentence.last);
  }
  bool verbless(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
      if (auto const p = c_.chunks.phrase_of[i]; p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb)
        return false;
    return true;
  }

  void rank(RankMention const& r) {
    auto& c = start(r.at, ClaimKind::rank, {}, r.scale_first, r.scale_last);
    c.value = c.compared = r.value;
    c.attribute = words(r.scale_first, r.scale_last);
    // "from Lake Orvel, the second-largest in the county": of what stands before the comma
    auto first = r.at.first;
    auto const begin = c_.tokens.sentences[r.at.sentence].first;
    if (first > begin && lower(text_of(c_.tokens.tokens[first - 1], c_.article.view)) == "the") --first;
    if (first > begin + 1 && c_.tokens.tokens[first - 1].is(TokenKind::comma) && c_.name_of[first - 2] >= 0)
      own(c, c_.names.names[c_.names.uses[std::size_t(c_.name_of[first - 2])].name]);
  }

  void comparison(ComparisonMention const& k) {
    auto& c = start(k.at, ClaimKind::comparison, {});
    c.relation = k.relation;
    c.left = side(k.left_first, k.left_last);
    c.right = side(k.right_first, k.right_last);
    c.measure = words(k.measure_first, k.measure_last);
    c.benchmark = words(k.benchmark_first, k.benchmark_last);
    c.superlative = k.superlative;
    c.performance = performers_.is_about_performance(k);
    if (k.factor >= 0) c.factor = c_.mentions.quantities[std::size_t(k.factor)].value;
    if (k.score >= 0) c.score = c_.kept.keep(text(c_.mentions.quantities[std::size_t(k.score)].at.span));
    if (!c.left.empty()) c.subject = c.left;
  }

  void identity(IdentityMention const& k) {
    auto& c = start(k.at, ClaimKind::statement, {});
    c.quoted = c_.tokens.tokens[k.word].has(in_quotes);
    say_who(c_, k, c);
  }

  // A side by its name where it holds one; a pronoun or "the company" by what it stands for.
  std::string_view side(std::uint32_t first, std::uint32_t last) const {
    if (first >= last) return {};
    std::int32_t name = -1;
    bool several = false;  // "Acme and Brill" stays both
    for (auto i = first; i < last; ++i) {
      if (c_.name_of[i] < 0) continue;
      several = several || (name >= 0 && name != c_.name_of[i]);
      name = c_.name_of[i];
    }
    if (several) return words(first, last);
    if (name >= 0) {
      auto const& use = c_.names.uses[std::size_t(name)];
      bool whole = true;  // nothing but "the" and "'s" beside the name
      for (auto i = first; i < last; ++i) {
        auto const& t = c_.tokens.tokens[i];
        whole =
            whole && ((i >= use.first && i < use.last) || t.begins(Category::function_words) || t.is(TokenKind::possessive));
      }
      if (whole) return c_.names.names[use.name];
    }
    return words(first, last);
  }

  // One claim a spelling: what resolve_names learns aliases from.
  void names() {
    auto in_title = [&](NameUse const& u) {
      return c_.article.blocks[c_.tokens.sentences[u.sentence].block].kind == BlockKind::title;
    };
    // The first use in the body, for there a name is introduced; the title's where the body has none.
    std::vector<NameUse const*> first(c_.names.names.size());
    for (auto const& u : c_.names.uses)
      if (auto& f = first[u.name]; !f || (in_title(*f) && !in_title(u))) f = &u;
    for (auto const* use : first) {
      auto const& u = *use;
      Claim& c = out_.emplace_back();
      c.article = article_;
      c.kind = ClaimKind::name;
      c.span = {c_.tokens.tokens[u.first].begin, c_.tokens.tokens[u.last - 1].end};
      c.sentence = c_.tokens.sentences[u.sentence].span;
      c.block = c_.tokens.sentences[u.sentence].block;
      c.subject = c_.names.names[u.name];
      c.value = Interval::exactly(Decimal(c_.names.uses_of[u.name]));
    }
  }

  Context const& c_;
  std::uint32_t article_;
  Voices voices_;
  Concepts concepts_;
  Performers performers_;
  Frame frame_;  // used again from mention to mention, as are the words
  std::vector<std::string_view> words_;
  std::vector<Claim> out_;
};

}  // namespace

std::vector<Claim> resolve(Article const& article, std::uint32_t index, Arena& kept) {
  auto const tokens = lex(article);
  auto chunks = chunk(article, tokens);
  auto const mentions = parse(article, tokens, chunks);
  auto const context = make_context(article, tokens, mentions, std::move(chunks), kept);
  return Resolver(context, index).run();
}

}  // namespace counterclaim
