#include "src/resolve/standings.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/standings_figure.hpp"
#include "src/resolve/standings_owner.hpp"
#include "src/resolve/standings_settle.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t figures_back = 6;      // of one block that a figure is set against
constexpr std::uint32_t sentences_back = 2;  // how far they may lie apart
constexpr std::size_t small_table = 8;  // owners of a table who are all set against each other; of more, neighbours in order

class Finder {
 public:
  Finder(Context const& c, Measures& measures, std::vector<Claim>& claims)
      : c_(c), measures_(measures), claims_(claims), reader_(c, measures, claims) {}

  void run() {
    auto const count = claims_.size();
    std::vector<Owned> told;  // of the current block
    std::uint32_t block = UINT32_MAX;
    std::vector<std::size_t> cells;
    auto const order = figures_in_order(count);
    for (std::size_t n = 0; n < order.size(); ++n) {
      auto const i = order[n];
      auto const b = claims_[i].block;
      if (b != block) told.clear(), block = b;
      if (c_.article.blocks[b].table >= 0) {
        if (!cells.empty() && c_.article.blocks[claims_[cells.front()].block].table != c_.article.blocks[b].table) table(cells);
        cells.push_back(i);
        continue;
      }
      if (has_peer(order, n)) in_text(i, told);
    }
    table(cells);
    settle_standings(claims_, count);
  }

 private:
  std::vector<std::size_t> figures_in_order(std::size_t count) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < count; ++i)
      if (can_stand(claims_[i])) out.push_back(i);
    std::stable_sort(out.begin(), out.end(), [&](auto a, auto b) { return claims_[a].span.begin < claims_[b].span.begin; });
    std::size_t kept = 0;
    for (auto const i : out) {
      auto const* before = kept > 0 ? &claims_[out[kept - 1]] : nullptr;
      // "Took nine days, and the Tarn tunnel six."
      bool const ends = before && before->unit != no_unit && before->sentence.begin == claims_[i].sentence.begin &&
                        is_over(claims_[i].span.end);
      if (!is_spelled(claims_[i]) || ends) out[kept++] = i;
    }
    out.resize(kept);
    return out;
  }
  bool is_over(std::uint32_t byte) const {
    auto const& view = c_.article.view;
    return byte >= view.size() || view[byte] == '.' || view[byte] == ',' || view[byte] == ';';
  }
  // "The two", "one of them"
  bool is_spelled(Claim const& c) const {
    auto const text = std::string_view(c_.article.view).substr(c.span.begin, c.span.size());
    return c.unit == no_unit && text.find_first_of("0123456789") == text.npos;
  }
  // Another figure of its kind stands near enough to be set against it.
  bool has_peer(std::vector<std::size_t> const& order, std::size_t n) const {
    constexpr std::uint32_t near = 1500;  // bytes: more than three sentences have
    auto const& c = claims_[order[n]];
    auto const is_near = [&](Claim const& x, Claim const& y) {
      return x.block == y.block && y.span.begin - x.span.begin < near;
    };
    for (auto k = n; k-- > 0 && is_near(claims_[order[k]], c);)
      if (alike(claims_[order[k]], c)) return true;
    for (auto k = n + 1; k < order.size() && is_near(c, claims_[order[k]]); ++k)
      if (alike(c, claims_[order[k]])) return true;
    return false;
  }
  // A level of something, exact or about.
  static bool can_stand(Claim const& c) {
    if (c.kind != ClaimKind::quantity || c.headline || c.vague || c.restated || !c.value.is_point()) return false;
    if (c.bound != Bound::exact && c.bound != Bound::about) return false;
    bool const timed = dimension_of(c.unit) == "time";
    bool const moved = c.change == Change::up || c.change == Change::down;
    return (c.change == Change::level || timed || moved) &&
           (c.certainty == Certainty::stated || c.certainty == Certainty::attributed || c.certainty == Certainty::planned);
  }

  std::uint32_t token_at(std::uint32_t byte) const {
    auto const& t = c_.tokens.tokens;
    auto const it = std::partition_point(t.begin(), t.end(), [&](Token const& x) { return x.begin < byte; });
    return std::uint32_t(it - t.begin());
  }
  std::uint32_t sentence_at(std::uint32_t byte) const {
    auto const& s = c_.tokens.sentences;
    auto const it = std::partition_point(s.begin(), s.end(), [&](Sentence const& x) { return x.span.begin <= byte; });
    return it == s.begin() ? 0 : std::uint32_t(it - s.begin()) - 1;
  }

  static bool is_score(UnitId id) { return id == no_unit || dimension_of(id) == "percent"; }
  static bool same_dimension(Claim const& a, Claim const& b) {
    return comparable(a, b) && (a.unit == no_unit) == (b.unit == no_unit);
  }

  void in_text(std::size_t i, std::vector<Owned>& told) {
    Claim const& c = claims_[i];
    if (dimension_of(c.unit) == "age" || is_bare(c_, c)) return;
    Owned now;
    now.claim = i;
    now.sentence = sentence_at(c.span.begin);
    now.first = token_at(c.span.begin);
    auto const& s = c_.tokens.sentences[now.sentence];
    // Since the figure of its kind before it in the sentence.
    Owned const* before = nullptr;
    for (auto k = told.size(); k-- > 0 && told[k].sentence == now.sentence && !before;)
      if (alike(claims_[told[k].claim], c)) before = &told[k];
    auto const from = before ? token_at(claims_[before->claim].span.end) : s.first;
    auto last = token_at(c.span.end);
    auto const end = stretch_end(last, s.last);
    now.owner = place_of(c_, now.sentence, last, end);
    bool const at_place = !now.owner.empty();
    now.placed = at_place;
    if (at_place && c.baseline && before) now.placed = before->placed;  // "3.1%, against 2.7% at Brill"
    // "210,000 people visited Orvel, and 180,000 Norra"
    auto const free_from = before ? std::max(from, before->owner_end) : from;
    if (now.owner.empty()) {
      auto const receiver = receiver_of(c_, from, now.first, last, s.last, before && before->owner_end > before->first);
      if (receiver >= 0) {
        auto const& use = c_.names.uses[std::size_t(receiver)];
        now.owner = c_.names.names[use.name];
        now.owner_end = use.last;
      }
    }
    if (now.owner.empty()) now.owner = owner_of(c_, c, now.sentence, free_from, now.first, last, end, before != nullptr);
    // "In Orvel it stood at 6.4 percent"
    if (now.owner.empty()) {
      now.owner = place_before(c_, c, from, now.first);
      now.placed = !now.owner.empty();
      now.sited = now.placed && now.owner == c.subject;
    }
    // "Women earned 2,100 euros and men 1,900"
    if (now.owner.empty()) now.owner = plain_owner(c_, from, now.first), now.plain = !now.owner.empty();
    if (now.plain && before && before->plain && now.owner.ends_with(" one"))  // "the old one": the old filter
      now.owner = c_.kept.keep(std::string(now.owner.substr(0, now.owner.size() - 3)) +
                               std::string(before->owner.substr(before->owner.rfind(' ') + 1)));
    // "Against 68 for the R2"
    bool const set_against = c.baseline && !at_place && now.owner != owner_behind(c_, last, end);
    if (now.owner.empty() || set_against) return;
    now.from = from, now.end = end;
    std::size_t tried = 0;
    for (auto k = told.size(); k-- > 0 && tried < figures_back; ++tried) {
      auto& other = told[k];
      if (other.sentence + sentences_back < now.sentence) break;
      if (other.plain != now.plain || (now.plain && other.sentence != now.sentence)) continue;
      if (other.owner == now.owner || (other.placed != now.placed && !other.sited && !now.sited)) continue;
      pair(other, now);
    }
    told.push_back(std::move(now));
  }
  // "71.2 percent … and 68.9": a bare figure in a sentence may be of the kind of the one before.
  static bool alike(Claim const& before, Claim const& now) {
    return same_dimension(before, now) || (now.unit == no_unit && before.unit != no_unit && now.counted.empty()) ||
           is_by_the_same(before, now);
  }
  // "1,240 euros a month … and 1,180 euros"
  static bool is_by_the_same(Claim const& before, Claim const& now) {
    return before.unit != no_unit && before.unit == now.unit && before.per != no_unit && now.per == no_unit;
  }
  // To the next figure or the end of the clause.
  std::uint32_t stretch_end(std::uint32_t i, std::uint32_t last) const {
    while (i < last && c_.covered[i] == 0 && !c_.tokens.tokens[i].is(TokenKind::semicolon)) ++i;
    return i;
  }

  void pair(Owned& a, Owned& b) {
    Claim const &x = claims_[a.claim], &y = claims_[b.claim];
    bool const elliptic = a.sentence + 1 >= b.sentence && x.unit != no_unit && y.unit == no_unit && y.counted.empty();
    if (!same_dimension(x, y) && !elliptic && !is_by_the_same(x, y)) return;
    auto const way = reader_.way_of(a, b);
    if (way == Way::apart) return;
    if (x.period_stated && y.period_stated && disjoint(x.period, y.period)) return;
    if (!x.counted.empty() && !y.counted.empty() && x.counted != y.counted) return;
    reader_.measure(a), reader_.measure(b);
    if (a.taken && !b.taken && a.sentence == b.sentence && reader_.leaves_verb_out(b)) b.taken = true, b.by.classes.clear();
    if (way != Way::level) {  // "rose 12 percent, Brill's 8": how far something went
      Measured by;
      by.classes = {way == Way::up ? "grow" : "fall"};
      for (auto const of : a.by.settings)
        if (of.starts_with("when: ")) by.settings.push_back(of);
      reader_.read_moved(a, way, by);
      if (b.moved_alone) return add(a, b, by);
      Measured other;
      other.classes = {by.classes.front()};
      for (auto const of : b.by.settings)
        if (of.starts_with("when: ")) other.settings.push_back(of);
      reader_.read_moved(b, way, other);
      if (by.settings.empty() || other.settings.empty() || by.settings == other.settings) add(a, b, by);
      return;
    }
    if (elliptic && b.sentence == a.sentence)
      b.by.classes.clear();  // "A's margin was 12.1 percent, B's 11.4": no word of its own
    Measured by;
    auto const& tests = a.by.test.empty() ? b.by.test : a.by.test;
    if (!a.by.test.empty() && !b.by.test.empty() && a.by.test != b.by.test) return;
    by.test = tests == a.owner || tests == b.owner ? std::string_view() : tests;
    if (a.by.settings != b.by.settings && !a.by.settings.empty() && !b.by.settings.empty()) return;
    by.settings = a.by.settings.empty() ? b.by.settings : a.by.settings;
    if (a.by.classes.empty() || b.by.classes.empty()) {
      by.classes = a.by.classes.empty() ? b.by.classes : a.by.classes;
    } else {
      for (auto const of : a.by.classes)
        if (std::find(b.by.classes.begin(), b.by.classes.end(), of) != b.by.classes.end()) by.classes.push_back(of);
      if (by.classes.empty() && by.test.empty() && !(a.taken && b.taken)) return;
      if (by.classes.empty()) by.classes = a.by.classes;  // "lasted 19 hours", "stopped after 18": one test measures one thing
    }
    bool const lower = std::any_of(by.classes.begin(), by.classes.end(), less_is_better);
    if (!lower && (a.verb == b.verb || b.verb.empty())) add_measure(by.classes, a.verb);
    if (b.by.classes.empty()) b.by.classes = by.classes;
    if (b.by.test.empty()) b.by.test = by.test;
    if (b.by.settings.empty()) b.by.settings = by.settings;
    add(a, b, by);
    // "Outsold" says not in what.
    if (std::erase_if(by.settings, [](auto of) { return of.starts_with("in: "); }) != 0) add(a, b, by);
  }

  void add(Owned const& a, Owned const& b, Measured by) {
    bool const timed_unit = dimension_of(claims_[a.claim].unit) == "time";
    bool const taken = a.taken && b.taken && timed_unit;
    if (taken) by.classes = {"speed"};
    // "A latency of 40 milliseconds": the faster
    if (timed_unit && by.classes.size() > 1) std::erase(by.classes, std::string_view("last"));  // "minutes" are of it
    bool const quick = timed_unit && !taken && std::any_of(by.classes.begin(), by.classes.end(), less_is_better);
    if (by.classes.empty() && by.test.empty()) return;
    // Points and percent of a test are its own measure.
    bool const scored = !by.test.empty() && is_score(claims_[a.claim].unit);
    Claim const x = claims_[a.claim], y = claims_[b.claim];
    bool const elliptic = y.unit == no_unit && x.unit != no_unit;
    // Figures that stand side by side are told apart as they are written, however round.
    auto const said = [](Claim const& q) { return q.bound == Bound::about ? q.compared : to_base(q.value, q.unit); };
    auto const v = elliptic ? x.value : said(x), w = elliptic ? y.value : said(y);
    if (!v.low || !v.high || !w.low || !w.high) return;
    Claim c;
    c.article = x.article;
    c.kind = ClaimKind::standing;
    c.span = x.span;
    c.sentence = x.sentence;
    c.block = x.block;
    c.period = x.period_stated ? x.period : y.period;
    c.period_stated = x.period_stated || y.period_stated;
    c.attribution = x.attribution;
    c.certainty = x.certainty;
    c.quoted = x.quoted || y.quoted;
    c.left = c.subject = a.owner;
    c.right = b.owner;
    c.left_name = c.left;
    c.right_name = c.right;
    if (v == w) {
      c.relation = Relation::equal;
    } else if (*v.low > *w.high || *w.low > *v.high) {
      bool const timed = by.classes.empty() && (dimension_of(x.unit) == "time" || dimension_of(y.unit) == "time");
      bool lower = timed || taken, higher = false;
      for (auto const of : by.classes)
        if (!taken) (less_is_better(of) ? lower : higher) = true;
      if (lower && higher) return;  // two classes that do not agree on what is better
      c.relation = (*v.low > *w.high) != lower ? Relation::better : Relation::worse;
    } else {
      return;
    }
    c.measure = by.words.empty() && !by.classes.empty() ? by.classes.front() : by.words;
    c.benchmark = by.test;
    if (quick) add_measure(by.classes, "speed");
    // "Finished with 61 points"
    static WordSet const ends{"finish", "end", "close"};
    static WordSet const points{"point", "points"};
    if (points.has(find_word(x.counted)) && reader_.is_done(ends, a.from, a.first)) add_measure(by.classes, "place");
    if (scored) std::erase(by.settings, std::string_view("statistic: on average"));
    if (!scored) c.about = c_.kept.keep(by.classes);
    c.scope = c_.kept.keep(by.settings);
    auto const view = std::string_view(c_.article.view);
    c.arithmetic = c_.kept.keep(visible(view, x.span) + " against " + visible(view, y.span));
    Span const both[] = {x.span, y.span};
    c.operands = c_.kept.keep(std::span<Span const>(both));
    claims_.push_back(c);
  }

  // ---- tables
  struct Cell {
    Owned figure;
    std::string_view across;  // the other head
  };
  // A head without brackets: "Range (km)" is "Range".
  std::string_view head_text(std::int32_t block) const {
    auto text = trimmed(c_.kept.keep(visible(c_.article.view, c_.article.blocks[std::size_t(block)].span)));
    if (auto const open = text.find('('); open != text.npos && open > 0) text = trimmed(text.substr(0, open));
    return text;
  }
  // The name that a head is; a head that says what is measured is none.
  std::string_view name_of_head(std::int32_t block) const {
    auto const s = c_.first_sentence[std::size_t(block)];
    if (s >= c_.tokens.sentences.size() || c_.tokens.sentences[s].block != std::uint32_t(block)) return {};
    auto const& sentence = c_.tokens.sentences[s];
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (auto const u = c_.name_of[i]; u >= 0) {
        auto const& use = c_.names.uses[std::size_t(u)];
        if (use.first <= sentence.first + 1) return use.last + 1 >= sentence.last ? c_.names.names[use.name] : head_text(block);
        return {};
      }
    auto const& t = c_.tokens.tokens[sentence.first];
    // "Rowan 5": a word with a capital and its number
    bool const numbered = sentence.last == sentence.first + 2 && t.has(capital) && t.is(TokenKind::word) &&
                          !t.begins(Category::date_names) && c_.tokens.tokens[sentence.first + 1].is(TokenKind::figure);
    bool const capital_code = t.is(TokenKind::code) || (t.word == unknown_word && t.has(capital)) || numbered;
    return capital_code ? head_text(block) : std::string_view();
  }

  void table(std::vector<std::size_t>& cells) {
    std::map<std::int32_t, std::vector<Owned>> rows, columns;
    for (auto const i : cells) {
      Claim const& c = claims_[i];
      auto const row = c_.row_head[c.block], column = c_.column_head[c.block];
      if (row < 0 || column < 0) continue;
      by_heads(i, column, row, rows[c_.article.blocks[c.block].row]);
      by_heads(i, row, column, columns[c_.article.blocks[c.block].column]);
    }
    cells.clear();
    for (auto* groups : {&rows, &columns})
      for (auto& [at, group] : *groups) rank(group);
  }
  // The figure as that of the one who heads `owner`, measured by what the other head says.
  void by_heads(std::size_t i, std::int32_t owner, std::int32_t measure, std::vector<Owned>& out) {
    Owned cell;
    cell.claim = i;
    cell.owner = name_of_head(owner);
    if (cell.owner.empty()) return;
    auto const s = c_.first_sentence[std::size_t(measure)];
    if (s >= c_.tokens.sentences.size() || c_.tokens.sentences[s].block != std::uint32_t(measure)) return;
    auto const& sentence = c_.tokens.sentences[s];
    for (auto const& t : claims_[i].terms)
      if (is_concept(t.word) && t.role <= TermRole::modifier)
        cell.by.classes.push_back(vocabulary(Category::concepts)[t.word & ~concept_term].phrase);
    measures_.around(s, sentence.first, sentence.last, cell.owner, cell.by);
    auto const name = name_of_head(measure);
    if (!name.empty()) cell.by.test = name;
    if (cell.by.classes.empty() && cell.by.test.empty()) cell.by.test = head_text(measure);
    out.push_back(std::move(cell));
  }
  void rank(std::vector<Owned>& group) {
    if (group.size() < 2) return;
    if (group.size() <= small_table) {
      for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t k = i + 1; k < group.size(); ++k)
          if (group[i].owner != group[k].owner && same_dimension(claims_[group[i].claim], claims_[group[k].claim]))
            add(group[i], group[k], group[i].by);
      return;
    }
    std::stable_sort(group.begin(), group.end(), [&](Owned const& a, Owned const& b) {
      auto const &x = claims_[a.claim].compared.low, &y = claims_[b.claim].compared.low;
      return x && y ? *x < *y : bool(x) < bool(y);
    });
    for (std::size_t i = 0; i + 1 < group.size(); ++i)
      if (group[i].owner != group[i + 1].owner && same_dimension(claims_[group[i].claim], claims_[group[i + 1].claim]))
        add(group[i], group[i + 1], group[i].by);
  }

  Context const& c_;
  Measures& measures_;
  std::vector<Claim>& claims_;
  FigureReader reader_;
};

}  // namespace

void find_standings(Context const& context, Measures& measures, std::vector<Claim>& claims) {
  Finder(context, measures, claims).run();
}

}  // namespace counterclaim
