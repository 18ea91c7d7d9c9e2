// Backtracking over a pattern's few elements; a budget of steps an item bounds the cost of a pathological row.
#include <algorithm>
#include <bit>
#include <utility>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

constexpr int steps_per_item = 400;
constexpr int hedges_before_figure = 4;

constexpr std::pair<std::string_view, WordClass> class_names[] = {
    {"up", class_up},
    {"down", class_down},
    {"shift", class_shift},
    {"updown", class_updown},
    {"more", class_more},
    {"less", class_less},
    {"begin", class_begin},
    {"end", class_end},
    {"before", class_before},
    {"now", class_now},
    {"consist", class_consist},
    {"total", class_total},
    {"each", class_each},
    {"group", class_group},
    {"people", class_people},
    {"plan", class_plan},
    {"multiply", class_multiply},
    {"found", class_found},
    {"opinion", class_opinion},
    {"balance", class_event_noun},
};

Element compile_element(std::string_view text) {
  Element e;
  if (text.starts_with("..")) {
    e.kind = Element::Kind::gap;
    for (char const digit : text.substr(2)) e.length = e.length * 10 + (digit - '0');
    return e;
  }
  if (text.size() > 1 && text.ends_with('?')) e.optional = true, text.remove_suffix(1);
  if (text.starts_with('{')) {
    e.kind = Element::Kind::capture, e.name = text[1];
    return e;
  }
  if (text == "||") {
    e.sentence_end = true;
    return e;
  }
  while (!text.empty()) {
    auto const cut = text.find('|');
    auto const part = text.substr(0, cut);
    text = cut == text.npos ? "" : text.substr(cut + 1);
    if (part.starts_with('@')) {
      for (auto const& [name, id] : class_names)
        if (name == part.substr(1)) e.signs.classes |= std::uint64_t(1) << id;
    } else if (part.size() == 1 && !(part[0] >= 'a' && part[0] <= 'z')) {
      e.signs.marks |= mark_bit(part[0]);
    } else if (WordId const id = find_word(part); id != unknown_word) {
      e.words.push_back(id), e.signs.words |= word_bit(id);
    }
  }
  return e;
}

bool fits(Element const& e, Item const& item) {
  if (item.kind == ItemKind::mark) return (item.sign & e.signs.marks) != 0;
  if (item.kind != ItemKind::word) return e.sentence_end && item.kind == ItemKind::sentence_end;
  if ((item.classes & e.signs.classes) != 0) return true;
  return (item.sign & e.signs.words) != 0 && item.word != unknown_word &&
         std::find(e.words.begin(), e.words.end(), item.word) != e.words.end();
}
bool must_fit(Element const& e) { return e.kind == Element::Kind::words && !e.optional; }

struct Matcher {
  Context const& c;
  std::vector<Element> const& elements;
  Match match;
  int steps = steps_per_item;

  bool captures(Element const& e, std::size_t at) {
    Item const& item = c.row.items[at];
    bool const date = item.date >= 0,
               is_duration = date && c.mentions.dates[std::size_t(item.date)].shape == DateShape::duration;
    bool fits = false;
    if (e.name == 's')
      fits = is_duration;
    else if (e.name == 'g' || e.name == 'h')
      fits = item.kind == ItemKind::date && c.mentions.dates[std::size_t(item.date)].shape == DateShape::time;
    else if (e.name == 'd' || e.name == 'e' || e.name == 'f')
      fits = item.kind == ItemKind::date && c.mentions.dates[std::size_t(item.date)].shape == DateShape::date;
    else if (item.amount >= 0) {
      Amount const& a = c.row.amounts[std::size_t(item.amount)];
      fits = e.name == 'p' || e.name == 'q' ? is_percent(a) : e.name == 'n' || e.name == 'm' ? a.unit == no_unit : true;
    }
    if (fits) match.captured[std::size_t(e.name - 'a')] = std::int32_t(at);
    return fits;
  }
  bool words(Element const& e, std::size_t at) {
    Item const& item = c.row.items[at];
    if (!fits(e, item)) return false;
    if (item.kind == ItemKind::word && (item.classes & e.signs.classes) != 0) match.cue = std::int32_t(at);
    return true;
  }
  bool passable(Item const& item) const {
    return item.kind == ItemKind::word || item.kind == ItemKind::date || item.date >= 0 ||
           (item.kind == ItemKind::mark && item.mark != ';' && item.mark != ':' && item.mark != '(' && item.mark != ')');
  }

  // Whether the element may take the item, before a step into it is made.
  bool may_go_on(std::size_t element, std::size_t at) const {
    if (element == elements.size()) return true;
    Element const& e = elements[element];
    if (e.optional || e.kind == Element::Kind::gap) return true;
    if (at >= c.row.items.size()) return false;
    Item const& item = c.row.items[at];
    if (e.kind == Element::Kind::capture) return item.amount >= 0 || item.date >= 0 || is(item, class_hedge);
    return fits(e, item);
  }

  // A step is an element tried at an item. What may be taken in several ways calls itself, the rest goes on in the loop.
  bool run(std::size_t element, std::size_t at) {
    auto const size = c.row.items.size();
    for (;; ++element) {
      if (--steps < 0) return false;
      if (element == elements.size()) {
        match.end = std::uint32_t(at);
        return true;
      }
      Element const& e = elements[element];
      auto const cue = match.cue;
      if (e.kind == Element::Kind::gap) {
        for (int n = 0;; ++n, ++at) {
          if (!may_go_on(element + 1, at)) {
            if (--steps < 0) return false;
          } else if (run(element + 1, at)) {
            return true;
          }
          match.cue = cue;
          if (n == e.length || at >= size || !passable(c.row.items[at])) return false;
        }
      }
      if (e.kind == Element::Kind::capture) {
        bool found = false;
        auto place = at;
        for (int n = 0; n <= hedges_before_figure && place < size && !found; ++n) {
          found = captures(e, place);
          if (!found && !is(c.row.items[place], class_hedge)) break;
          ++place;
        }
        if (!e.optional) {
          if (!found) return false;
          at = place;
          continue;
        }
        if (found && run(element + 1, place)) return true;
        at = place - (found ? 1 : 0);
      } else {
        bool const found = at < size && words(e, at);
        if (!e.optional) {
          if (!found) return false;
          ++at;
          continue;
        }
        if (found && run(element + 1, at + 1)) return true;
      }
      match.cue = cue;
    }
  }
};

// Whether a match can begin at an item: most patterns are put aside by their first two elements.
bool may_begin(Pattern const& pattern, std::vector<Item> const& items, std::size_t at) {
  auto const& elements = pattern.elements;
  auto const& first = elements.front();
  if (must_fit(first) && !fits(first, items[at])) return false;
  // A capture takes the figure that it begins at.
  bool const captures = first.kind == Element::Kind::capture && !first.optional && items[at].kind != ItemKind::word;
  if ((!captures && !must_fit(first)) || elements.size() < 2 || !must_fit(elements[1])) return true;
  return at + 1 < items.size() && fits(elements[1], items[at + 1]);
}
// Whether sentence `k`, whose gate is passed, and the one behind it where the pattern goes on there have all that a match
// beginning in it must find.
bool may_match(Pattern const& pattern, std::vector<Row::Stretch> const& sentences, std::size_t k) {
  if (!pattern.needs.met_by(sentences[k].signs)) return false;
  if (!pattern.goes_on) return true;
  // null if the one behind tells no figure
  auto const* next = k + 1 < sentences.size() && sentences[k + 1].first == sentences[k].last ? &sentences[k + 1] : nullptr;
  return next && pattern.figures_behind <= next->figures && pattern.needs_behind.met_by(next->signs);
}

void need(Needs& needs, Element const& e) {
  bool const one = std::popcount(e.signs.classes) + int(e.words.size()) + std::popcount(e.signs.marks) == 1;
  if (!one) {
    needs.one_of.push_back(e.signs);
    return;
  }
  needs.all.classes |= e.signs.classes, needs.all.words |= e.signs.words, needs.all.marks |= e.signs.marks;
}

// Patterns that may match in a sentence, and what they begin with.
struct Chosen {
  std::vector<Pattern const*> patterns;
  Signs first;
  bool anywhere = false;  // one may begin at any item
  void add(Pattern const& pattern) {
    patterns.insert(std::upper_bound(patterns.begin(), patterns.end(), &pattern), &pattern);  // as they are listed
    auto const& e = pattern.elements.front();
    anywhere = anywhere || !must_fit(e) || e.sentence_end;
    first.classes |= e.signs.classes, first.words |= e.signs.words, first.marks |= e.signs.marks;
  }
  void clear() { patterns.clear(), first = {}, anywhere = false; }
  bool may_begin_at(Item const& item) const { return anywhere || signs_of(item).meets(first); }
};
// By what they begin with.
struct ChosenBoth {
  Chosen at_figures, at_words;
  // Whether there are any.
  bool choose(Patterns const& from, std::vector<Row::Stretch> const& sentences, std::size_t k) {
    bool any = false;
    auto const folded = sentences[k].folded;
    auto const figures = std::min(std::size_t(sentences[k].figures), from.gates_of.size() - 1);
    for (auto const& gate : std::span(from.gates).first(from.gates_of[figures])) {
      if ((gate.all & ~folded) != 0 || (gate.one_of != 0 && (gate.one_of & folded) == 0)) continue;
      auto const& pattern = from.patterns[gate.pattern];
      if (!may_match(pattern, sentences, k)) continue;
      if (!std::exchange(any, true)) at_figures.clear(), at_words.clear();
      (pattern.elements.front().kind == Element::Kind::capture ? at_figures : at_words).add(pattern);
    }
    return any;
  }
};

}  // namespace

Patterns compile(std::span<PatternText const> texts) {
  Patterns out;
  for (auto const& [text, tag] : texts) {
    Pattern p;
    p.tag = tag;
    auto rest = text;
    while (!rest.empty()) {
      auto const cut = rest.find(' ');
      p.elements.push_back(compile_element(rest.substr(0, cut)));
      rest = cut == rest.npos ? "" : rest.substr(cut + 1);
    }
    bool behind = false;
    for (auto const& e : p.elements) {
      behind = behind || (e.sentence_end && &e != &p.elements.front());
      (behind ? p.figures_behind : p.figures) += e.kind == Element::Kind::capture && !e.optional;
      if (must_fit(e) && !e.sentence_end) need(behind ? p.needs_behind : p.needs, e);
    }
    p.goes_on = behind;
    std::uint64_t narrowest = 0;
    for (auto const& signs : p.needs.one_of)
      if (auto const folded = signs.folded(); narrowest == 0 || std::popcount(folded) < std::popcount(narrowest))
        narrowest = folded;
    out.gates.push_back({p.needs.all.folded(), narrowest, p.figures, std::uint32_t(out.patterns.size())});
    out.patterns.push_back(std::move(p));
  }
  std::stable_sort(out.gates.begin(), out.gates.end(), [](auto const& a, auto const& b) { return a.figures < b.figures; });
  out.gates_of.assign(std::size_t(out.gates.empty() ? 0 : out.gates.back().figures) + 1, 0);
  for (std::size_t n = 0; n < out.gates_of.size(); ++n)
    out.gates_of[n] =
        std::uint32_t(std::ranges::upper_bound(out.gates, std::int32_t(n), {}, &Patterns::Gate::figures) - out.gates.begin());
  return out;
}

void each_match(Context const& c, Patterns const& patterns, std::function<bool(Match const&, int)> const& take) {
  auto const& items = c.row.items;
  auto const try_at = [&](Chosen const& from, std::uint32_t at) {
    for (auto const* pattern : from.patterns) {
      if (!may_begin(*pattern, items, at)) continue;
      Matcher matcher{c, pattern->elements, {}};
      matcher.match.captured.fill(-1);
      matcher.match.begin = at;
      if (matcher.run(0, at) && take(matcher.match, pattern->tag)) break;
    }
  };
  ChosenBoth chosen;
  auto const &at_figures = chosen.at_figures, &at_words = chosen.at_words;
  auto const& sentences = c.row.sentences;
  for (auto const k : c.row.telling[std::min(std::size_t(patterns.fewest_figures()), c.row.telling.size() - 1)]) {
    if (!chosen.choose(patterns, sentences, k)) continue;
    auto const& sentence = sentences[k];
    auto at = sentence.first;
    auto const try_words_to = [&](std::uint32_t end) {
      if (at_words.patterns.empty()) return;
      for (; at < end; ++at)
        if (at_words.may_begin_at(items[at])) try_at(at_words, at);
    };
    for (int n = 0; n < sentence.figures; ++n) {
      auto const figure = c.row.told[sentence.first_told + std::uint32_t(n)];
      try_words_to(figure);
      try_at(at_figures, figure);
      at = figure + 1;
    }
    try_words_to(sentence.last);
  }
}

}  // namespace counterclaim::equation
