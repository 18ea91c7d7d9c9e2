// Places in an order: "second-largest maker", "the largest", "No. 2 carmaker", "ranked fifth", "in third place", "top seller".
// 1 is the first. The scale is what is ranked by and among.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/clause.hpp"
#include "grammar/comparison.hpp"
#include "grammar/number_words.hpp"
#include "grammar/productions.hpp"
#include "grammar/rank_counted.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

constexpr auto rank_words = bits_of(Category::rank_words, Category::ordinals, Category::numerals, Category::measures);

class Ranks {
 public:
  Ranks(Clause const& c, Tokens const& tokens, std::vector<RankMention>& out) : c_(c), tokens_(tokens), out_(out) {}

  void run() {
    for (auto i = next(c_.first); i < c_.last;) i = next(std::max(rank_at(i), i + 1));
  }

 private:
  // The first token from i on that may begin a rank.
  std::uint32_t next(std::uint32_t i) const {
    auto const word = c_.next(i, rank_words);
    if (!c_.sentences[c_.sentence].holds(ordinal_suffix)) return word;
    while (i < word && !c_.token(i).has(ordinal_suffix)) ++i;
    return i;
  }

  std::uint32_t add(TokenRange at, Decimal value, TokenRange scale) {
    RankMention r;
    r.at = c_.place(at);
    r.value = Interval::exactly(value);
    r.scale_first = scale.first, r.scale_last = scale.last;
    out_.push_back(r);
    return at.last;
  }

  // "third", "3rd", "twenty-first"; 0 tokens if there is none.
  std::uint32_t ordinal(std::uint32_t i, Decimal& value) const {
    if (!c_.in(i)) return 0;
    auto const& t = c_.token(i);
    if (t.is(TokenKind::figure) && t.has(ordinal_suffix)) return value = tokens_.figures[t.figure].value, 1;
    if (!t.begins(Category::numerals) && !t.begins(Category::ordinals) && c_.word(i) != "a") return 0;
    Scene const scene{c_.tokens, tokens_.figures, c_.view, c_.first, c_.last};
    Cursor at{&scene, i};
    Ordinal read;
    if (!parse_ordinal_words(at, Cursor{&scene, c_.last}, read) || read.many) return 0;
    return value = read.value, at.at - i;
  }

  // "largest", "most valuable": how many tokens; 0 if token i begins no superlative.
  std::uint32_t superlative(std::uint32_t i) const {
    auto const w = c_.word(i);
    if (!w.ends_with('t')) return 0;  // "most", "best", "largest"
    if (w == "most" || w == "least") {
      if (comparison::word_at(c_, i + 1).grade == comparison::Grade::positive) return 2;
      // "most visited", "most read"
      auto const next = c_.in(i + 1) ? verb_of(c_.token(i + 1).word) : unknown_word;
      bool const participle = next != unknown_word && c_.token(i + 1).word != next;
      return (participle || c_.word(i + 1) == "read") && c_.cls(i + 2) == WordClass::noun ? 2 : 0;
    }
    if (one_of(w, {"latest", "nearest", "furthest", "farthest", "closest", "rest"})) return 0;
    auto const superlative = comparison::Grade::superlative;
    return comparison::grade_of(w) == superlative && comparison::word_at(c_, i).grade == superlative ? 1 : 0;
  }

  // Where the scale ends: before a figure that is set behind it ("the biggest gift, $15 million, came"), and before the next
  // place ("118th in the world and sixth in the country").
  std::uint32_t end_of_scale(std::uint32_t first, std::uint32_t last) const {
    Decimal place;
    for (auto k = first; k + 1 < last; ++k) {
      if (c_.is(k, TokenKind::comma) && (c_.is(k + 1, TokenKind::figure) || c_.is(k + 1, TokenKind::currency))) return k;
      if (c_.word(k) == "and" && (c_.word(k + 1) == "no" || ordinal(k + (c_.word(k + 1) == "the" ? 2 : 1), place) > 0))
        return k;
    }
    return last;
  }

  TokenRange scale_from(std::uint32_t i) const {
    auto const* p = c_.noun(i);
    if (p && p->first <= i && p->last > i) {
      auto const chain = noun_chain_from(c_, i);
      return {i, chain.empty() ? p->last : end_of_scale(p->last, chain.last)};
    }
    if (one_of(c_.word(i), {"of", "in", "among", "out", "behind", "for", "on"})) {
      auto k = i + 1;
      if (c_.word(i) == "out" && c_.word(k) == "of") ++k;
      auto const chain = noun_chain_from(c_, k);
      if (!chain.empty()) return {i, end_of_scale(i + 1, chain.last)};
    }
    return {i, i + one_of(c_.word(i), {"worldwide", "globally", "nationally", "nationwide"})};
  }
  // Right behind another place and its scale.
  bool is_next(std::uint32_t i) const {
    if (out_.empty() || out_.back().at.sentence != c_.sentence || i < c_.first + 2) return false;
    auto const joint = c_.word(i - 1) == "the" ? i - 2 : i - 1;
    return c_.word(joint) == "and" && std::max(out_.back().at.last, out_.back().scale_last) == joint;
  }

  // The scale that stands behind, else "among the ports of the country" before it.
  TokenRange scale_around(std::uint32_t from, std::uint32_t first) const {
    auto const behind = scale_from(from);
    if (!behind.empty()) return behind;
    for (auto k = first; k-- > c_.first;)
      if (c_.word(k) == "among" || (k == c_.first && c_.word(k) == "of")) {
        auto last = std::min(noun_chain_from(c_, k + 1).last, first);
        // "Among the ports of the coast Norvik ranks behind"
        while (last > k + 2 && c_.cls(last - 1) == WordClass::name && c_.cls(last - 2) == WordClass::noun) --last;
        if (last > k + 1) return {k, last};
      }
    return behind;
  }

  bool determined(std::uint32_t i) const {
    if (i == c_.first) return false;
    auto const b = i - 1;
    return one_of(c_.word(b), {"the"}) || c_.cls(b) == WordClass::possessive;
  }
  bool one_of_many(std::uint32_t i) const {
    return i >= c_.first + 3 && c_.word(i - 1) == "the" && one_of(c_.word(i - 2), {"of", "among"});
  }

  // "Topped the Orvel leaderboard", "leads the table"
  TokenRange list_headed(std::uint32_t i) const {
    static WordSet const lists{"leaderboard", "chart", "charts", "ranking", "rankings", "table", "list", "standings"};
    auto const* v = c_.verb(i);
    auto const* p = v ? c_.noun(v->last) : nullptr;
    if (!p || v->head != i || v->has(passive_voice) || v->has(negated) || !p->has(definite)) return {};
    return lists.has(c_.token(p->head).word) ? TokenRange{p->first, p->last} : TokenRange{};
  }

  std::uint32_t rank_at(std::uint32_t i) {
    static WordSet const few{"only", "just"};
    Decimal value;
    if (i > c_.first && few.has(c_.token(i - 1).word))
      if (auto const r = counted_rank(c_, i - 1)) return add(r->at, Decimal(r->place), r->scale);
    static WordSet const behind{"behind", "only"};
    if (behind.has(c_.token(i).word)) {
      auto const r = rank_behind(c_, i);
      if (r) return add(r->at, Decimal(r->place), scale_around(r->at.last, r->at.first));
      if (auto const of = counted_rank(c_, i); of && c_.word(of->at.last - 1) == "than") {
        for (auto k = i; k < of->scale.first; ++k)
          if (auto const* p = c_.word(k) == "more" ? c_.noun(k + 1) : nullptr)
            return add(of->at, Decimal(of->place), {k + 1, p->last});
        return add(of->at, Decimal(of->place), of->scale);
      }
      return i;
    }
    static WordId const second = find_word("second");
    if (auto const r = c_.token(i).word == second ? counted_rank(c_, i) : std::nullopt)
      return add(r->at, Decimal(r->place), r->scale.empty() ? scale_from(r->scale.first) : r->scale);
    if (auto const n = ordinal(i, value)) {
      // A place alone is what a table's cell or a list's item says.
      bool const alone = i == c_.first && (i + n == c_.last || (i + n + 1 == c_.last && c_.is(i + n, TokenKind::stop)));
      return alone ? add({i, i + n}, value, {i + n, i + n}) : from_ordinal(i, n, value);
    }
    if (auto const n = superlative(i); n > 0 && c_.token(i).is(TokenKind::word)) return from_superlative(i, n);
    static WordSet const heads{"top", "tops", "topped", "topping", "leads", "led", "heads", "headed"};
    if (heads.has(c_.token(i).word))
      if (auto const list = list_headed(i); !list.empty()) return add({i, i + 1}, Decimal(1), list);
    static WordSet const leads{"no", "number", "#", "top", "leading", "runner"};
    if (!leads.has(c_.token(i).word)) return i;
    auto const w = c_.word(i);
    if (w == "no" || w == "number" || w == "#") return from_number(i);
    if (w == "top" || w == "leading") return from_top(i);
    if (w == "runner" && c_.word(i + 2) == "up") return add({i, i + 3}, Decimal(2), scale_from(i + 3));
    return i;
  }

  std::uint32_t from_ordinal(std::uint32_t i, std::uint32_t n, Decimal value) {
    auto k = i + n;
    if (c_.is(k, TokenKind::hyphen)) ++k;
    if (auto const s = superlative(k)) {  // "second-largest", "third most populous"
      auto const scale = scale_from(k);
      return add({i, std::max(scale.last, k + s)}, value, {k, std::max(scale.last, k + s)});
    }
    if (c_.word(i + n) == "place" || c_.word(i + n) == "spot" || c_.word(i + n) == "position") {
      static WordSet const leads{"in", "into", "to", "for", "the", "from"};
      if (i == c_.first || (!leads.has(c_.token(i - 1).word) && !takes(i - 1))) return i + n;
      return add({i, i + n + 1}, value, scale_around(i + n + 1, i));
    }
    if (auto const r = rank_of_row(c_, i, i + n)) return add(r->at, value, r->scale);
    // "ranked fifth", "came second"
    if (is_next(i) && !scale_from(i + n).empty() && !c_.noun(i + n)) return add({i, i + n}, value, scale_from(i + n));
    if (moves_to(i, i + n) || is_given(i, i + n)) return add({i, i + n}, value, scale_around(i + n, i));
    if (!may_be_placed(i, i + n)) return i + n;
    auto b = i;
    while (b > c_.first && (c_.cls(b - 1) == WordClass::adverb || c_.word(b - 1) == "a" || c_.word(b - 1) == "the" ||
                            c_.word(b - 1) == "in" || c_.word(b - 1) == "as"))
      --b;
    if (b == c_.first) return i + n;
    // "Puts the K7 third", "which puts it in third"
    static WordSet const puts{"put", "place", "leave", "rank"};
    if (auto const* object = c_.noun(b - 1); object && object->first > c_.first && !c_.noun(i + n))
      if (auto const* v = c_.verb(object->first - 1); v && puts.has(verb_of(c_.token(v->head).word)))
        return add({i, i + n}, value, scale_around(i + n, i));
    auto const lemma = word_text(verb_of(c_.token(b - 1).word));
    bool const ranks = one_of(lemma, {"rank", "finish", "place", "seed", "rate"});
    // "third on the all-time list", "third among the country's banks"
    bool const among = c_.word(i + n) == "among" && c_.word(noun_chain_from(c_, i + n + 1).last) != "to";
    bool const ends = c_.word(i - 1) == "in" && (!c_.in(i + n) || c_.cls(i + n) == WordClass::mark);  // "is now in third"
    static WordSet const orders{"line", "command", "charge", "succession"};                           // "second in line"
    bool const within = c_.word(i + n) == "in" && c_.in(i + n + 1) && !orders.has(c_.token(i + n + 1).word);
    bool const listed = (c_.word(i + n) == "on" || within || among || ends) && one_of(lemma, {"be", "remain", "stay"});
    bool const comes = (listed || one_of(lemma, {"come", "stand", "sit", "end", "lie"})) && !c_.noun(i + n);
    // "Orla 3 ranks second": a model's number, and no count of ranks
    auto model = b - 1;
    while (model > c_.first && c_.cls(model - 1) == WordClass::adverb) --model;
    bool const numbered = model > c_.first + 1 && c_.is(model - 1, TokenKind::figure) && c_.token(model - 2).has(capital);
    if ((!ranks && !comes) || (c_.cls(b - 1) == WordClass::noun && !numbered)) return i + n;
    return add({i, i + n}, value, scale_around(i + n, i));
  }

  // Asked before any phrase: is a verb before the ordinal that such a place is told with?
  bool may_be_placed(std::uint32_t i, std::uint32_t behind) const {
    static WordSet const places{"rank",  "finish", "place", "seed", "rate", "put",
                                "leave", "come",   "stand", "sit",  "end",  "lie"},
        is{"be", "remain", "stay"}, lists{"on", "in", "among"};
    constexpr std::uint32_t reach = 24;
    bool const listed = c_.word(i - 1) == "in" || (c_.in(behind) && lists.has(c_.token(behind).word));
    auto k = i;
    for (auto const end = i - std::min(i - c_.first, reach); k > end;) {
      auto const verb = verb_of(c_.token(--k).word);
      if (places.has(verb) || (listed && is.has(verb))) return true;
    }
    return k > c_.first;
  }

  // "Orla ranks the port second among them", "the list puts Brill fourth in Europe": the place that what stands before it is
  // given.
  bool is_given(std::uint32_t i, std::uint32_t behind) const {
    static WordSet const verbs{"rank", "place", "put", "rate", "list", "seed"}, among{"in", "among", "on", "of", "worldwide"};
    if (!c_.in(behind)) return false;
    if (!among.has(c_.token(behind).word) && !c_.is(behind, TokenKind::stop) && !c_.is(behind, TokenKind::comma)) return false;
    auto const* p = i > c_.first ? c_.noun(i - 1) : nullptr;
    if (!p || p->last != i || p->first <= c_.first) return false;
    auto const* v = c_.verb(p->first - 1);
    return v && v->last == p->first && !v->has(passive_voice) && verbs.has(verb_of(c_.token(v->head).word));
  }

  // "Orla rose to third among the exporters", "slipped from second to fifth in the table": the place it came to.
  bool moves_to(std::uint32_t i, std::uint32_t behind) const {
    static WordSet const to{"to", "into"}, among{"in", "among", "on", "of"}, ways{"up", "down", "back"};
    static WordSet const moves{"climb", "rise", "drop", "fall",    "slip", "move",   "slide", "jump",
                               "go",    "sink", "leap", "advance", "push", "tumble", "come",  "return"};
    static WordSet const turns{"climb", "rise", "drop", "fall", "slip", "slide", "jump", "leap", "tumble"};
    bool const ends = !c_.in(behind) || c_.is(behind, TokenKind::stop) || c_.is(behind, TokenKind::comma);
    if (i < c_.first + 2 || !to.has(c_.token(i - 1).word)) return false;
    if (!ends && !among.has(c_.token(behind).word)) return false;
    auto b = i - 1;
    Decimal from;
    if (b > c_.first + 2 && c_.word(b - 2) == "from" && ordinal(b - 1, from) == 1) b -= 2;
    while (b > c_.first && (c_.cls(b - 1) == WordClass::adverb || ways.has(c_.token(b - 1).word))) --b;
    return b > c_.first && (ends ? turns : moves).has(verb_of(c_.token(b - 1).word));
  }

  // "The largest chip Norra has ever built": of its own.
  bool is_of_its_own(std::uint32_t i) const {
    constexpr std::uint32_t reach = 4;
    for (auto k = i; k < i + reach; ++k)
      if (c_.word(k) == "ever" && c_.cls(k - 1) == WordClass::auxiliary) return true;
    return false;
  }

  std::uint32_t from_superlative(std::uint32_t i, std::uint32_t n) {
    if (!determined(i) || one_of_many(i) || c_.word(i) == "least" || (i >= c_.first + 2 && c_.word(i - 2) == "at"))
      return i + n;
    if (c_.word(i) == "best" && (!c_.noun(i) || c_.word(i + 1) == "part")) return i + n;  // "the best part of a week"
    // "the world's busiest ports": several share the place.
    if (auto const* p = c_.noun(i); (p && p->has(plural)) || c_.word(i) == "newest") return i + n;
    auto const scale = scale_from(i);
    if (is_of_its_own(scale.last)) return i + n;
    // "the largest but one", "the largest port of the country bar one", "the largest buyer after Brill"
    for (auto k = i + n, end = std::max(scale.last, k); k <= end && c_.in(k); ++k)
      if (auto const ahead = excepted(c_, k); ahead.count > 0)
        return add({i, ahead.last}, Decimal(ahead.count + 1), k > i + n ? TokenRange{i, k} : scale_around(ahead.last, i));
    // "a fine, the largest ever imposed in the county"
    if (scale.last <= i + n && c_.word(i + n) == "ever") {
      auto const done = i + n + 1;
      bool const participle = c_.cls(done) == WordClass::participle || c_.cls(done) == WordClass::finite_verb;
      auto const where = scale_from(participle ? done + 1 : done);
      auto const last = where.empty() ? done + participle : where.last;
      return add({i, last}, Decimal(1), {i, last});
    }
    if (scale.last <= i + n && !one_of(c_.word(i + n), {"in", "of", "among"})) return i + n;
    auto const last = std::max(scale.last, i + n);
    return add({i, last}, Decimal(1), {i, last});
  }

  bool takes(std::uint32_t i) const {
    static WordSet const verbs{"take", "win", "hold", "claim", "share", "occupy", "secure", "earn"};
    return verbs.has(verb_of(c_.token(i).word));
  }
  // "Holds the No. 3 spot", "in the No. 3 position"
  bool holds_place(std::uint32_t i, std::uint32_t head) const {
    static WordSet const places{"spot", "place", "position", "slot"}, leads{"in", "into", "to", "for", "from"};
    auto const b = i > c_.first && c_.word(i - 1) == "the" ? i - 1 : i;
    return places.has(c_.token(head).word) && b > c_.first && (leads.has(c_.token(b - 1).word) || takes(b - 1));
  }

  // "Debuted at No. 3", "climbed to number two", "came in at No. 4", "entered the chart at number five"
  bool comes_to(std::uint32_t i) const {
    static WordSet const enters{"debut", "enter", "open", "start", "land", "come", "finish", "end", "join", "peak", "close"},
        moves{"climb", "rise", "drop", "fall", "slip", "move", "slide", "jump", "leap", "tumble"};
    if (i < c_.first + 2) return false;
    bool const at = c_.word(i - 1) == "at";
    if (!at && c_.word(i - 1) != "to") return false;
    auto b = i - 1;
    if (auto const* p = at ? c_.noun(b - 1) : nullptr; p && p->first > c_.first) b = p->first;
    while (b > c_.first && (c_.cls(b - 1) == WordClass::adverb || one_of(c_.word(b - 1), {"in", "up", "down", "back"}))) --b;
    auto const* v = b > c_.first ? c_.verb(b - 1) : nullptr;
    return v && (at ? enters : moves).has(verb_of(c_.token(v->head).word));
  }

  // "No. 2 carmaker", "number six in the region"; a thing's own number ("No. 3 reactor") is none.
  std::uint32_t from_number(std::uint32_t i) {
    auto k = i + 1;
    if (c_.word(i) == "no" && !c_.is(k, TokenKind::point)) return k;
    if (c_.is(k, TokenKind::point)) ++k;
    Decimal value;
    if (c_.is(k, TokenKind::figure)) {
      value = tokens_.figures[c_.token(k).figure].value;
    } else if (auto const m = c_.match(Category::numerals, k); m && m.tokens == 1) {
      auto const v = parse_decimal(vocabulary(Category::numerals)[std::size_t(m.row)].column[0]);
      if (!v) return k;
      value = *v;
    } else {
      return k;
    }
    if (!value.is_whole() || value < Decimal(1) || value > Decimal(1000)) return k + 1;
    auto const* p = c_.noun(k);
    if (p && p->head > k) {
      auto const field = word_info(c_.token(p->head).word).noun_field;
      if (p->head == k + 1 && holds_place(i, k + 1)) return add({i, k + 2}, value, scale_around(k + 2, i));
      if (field != lexname::group && field != lexname::person) return k + 1;
      auto const scale = scale_from(k + 1);
      return add({i, k + 1}, value, scale);
    }
    auto b = i;
    while (b > c_.first && (c_.cls(b - 1) == WordClass::adverb || c_.cls(b - 1) == WordClass::determiner ||
                            c_.word(b - 1) == "as" || c_.word(b - 1) == "at"))
      --b;
    auto const lemma = b > c_.first ? word_text(verb_of(c_.token(b - 1).word)) : std::string_view();
    bool const ranked =
        one_of(lemma, {"rank", "be", "become", "seed", "rate", "remain", "place", "list", "name", "sit", "stand"}) ||
        one_of(c_.word(b - (b > c_.first)), {"is", "was", "'s"}) || comes_to(i);
    auto const scale = scale_around(k + 1, i);
    // "the number three of the whole trade"
    static WordSet const fields{"trade", "market", "industry", "sector", "business", "branch", "league", "country",  "region",
                                "world", "list",   "ranking",  "table",  "class",    "city",   "state",  "continent"};
    bool const of_field = c_.word(k + 1) == "of" && determined(i) && !scale.empty() && c_.noun(k + 2) &&
                          fields.has(c_.token(c_.noun(k + 2)->head).word);
    // "world No. 2"
    if (b > c_.first && c_.word(b - 1) == "world") return add({b - 1, k + 1}, value, {b - 1, b});
    if (!ranked && !of_field && !one_of(c_.word(k + 1), {"in", "among", "worldwide", "globally", "nationally"})) return k + 1;
    return add({i, k + 1}, value, scale);
  }

  // "the top seller", "the country's leading exporter": one who does something.
  std::uint32_t from_top(std::uint32_t i) {
    auto const* p = c_.noun(i);
    if (!p || p->head <= i || p->has(plural) || !determined(i)) return i + 1;
    auto const head = c_.word(p->head);
    auto const field = word_info(c_.token(p->head).word).noun_field;
    bool const agent = (head.ends_with("er") || head.ends_with("or")) && (field == lexname::person || field == lexname::group);
    if (!agent || one_of(head, {"officer", "number", "owner"})) return i + 1;
    auto const scale = scale_from(i + 1);
    return add({i, scale.last}, Decimal(1), {i + 1, scale.last});
  }

  Clause const& c_;
  Tokens const& tokens_;
  std::vector<RankMention>& out_;
};

}  // namespace

void parse_ranks(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions) {
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    auto const& sentence = tokens.sentences[s];
    if (!sentence.holds(rank_words) && !sentence.holds(ordinal_suffix)) continue;
    auto const c = clause_of(article, tokens, chunks, s);
    Ranks(c, tokens, mentions.ranks).run();
  }
}

}  // namespace counterclaim
