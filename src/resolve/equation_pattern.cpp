// Backtracking over a pattern's few elements; a budget of steps an item bounds the cost of a pathological row.
#include <algorithm>

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
        if (name == part.substr(1)) e.classes |= std::uint64_t(1) << id;
    } else if (part.size() == 1 && !(part[0] >= 'a' && part[0] <= 'z')) {
      e.marks += part[0];
    } else if (WordId const id = find_word(part); id != unknown_word) {
      e.words.push_back(id);
    }
  }
  return e;
}

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
    if (e.sentence_end) return item.kind == ItemKind::sentence_end;
    if (item.kind == ItemKind::mark) return e.marks.find(item.mark) != e.marks.npos;
    if (item.kind != ItemKind::word) return false;
    if ((item.classes & e.classes) != 0) {
      match.cue = std::int32_t(at);
      return true;
    }
    return item.word != unknown_word && std::find(e.words.begin(), e.words.end(), item.word) != e.words.end();
  }
  bool passable(Item const& item) const {
    return item.kind == ItemKind::word || item.kind == ItemKind::date ||
           (item.kind == ItemKind::mark && item.mark != ';' && item.mark != ':' && item.mark != '(' && item.mark != ')');
  }

  bool run(std::size_t element, std::size_t at) {
    if (--steps < 0) return false;
    if (element == elements.size()) {
      match.end = std::uint32_t(at);
      return true;
    }
    Element const& e = elements[element];
    auto const size = c.row.items.size();
    if (e.kind == Element::Kind::gap) {
      for (int n = 0;; ++n, ++at) {
        if (run(element + 1, at)) return true;
        if (n == e.length || at >= size || !passable(c.row.items[at])) return false;
      }
    }
    if (e.kind == Element::Kind::capture) {
      for (int n = 0; n <= hedges_before_figure && at < size; ++n, ++at) {
        if (captures(e, at)) {
          if (run(element + 1, at + 1)) return true;
          break;
        }
        if (!is(c.row.items[at], class_hedge)) break;
      }
      return e.optional && run(element + 1, at);
    }
    if (at < size) {
      auto const cue = match.cue;
      if (words(e, at) && run(element + 1, at + 1)) return true;
      match.cue = cue;
    }
    return e.optional && run(element + 1, at);
  }
};

// Whether a match can begin at an item: most patterns are put aside by their first element.
bool may_begin(Element const& first, Item const& item) {
  if (first.kind != Element::Kind::words || first.optional) return true;
  if (first.sentence_end) return item.kind == ItemKind::sentence_end;
  if (item.kind == ItemKind::mark) return first.marks.find(item.mark) != first.marks.npos;
  if (item.kind != ItemKind::word) return false;
  if ((item.classes & first.classes) != 0) return true;
  return item.word != unknown_word && std::find(first.words.begin(), first.words.end(), item.word) != first.words.end();
}

// Sentences with no figure beside them offer nothing: their items are passed over.
std::vector<std::uint8_t> worth_a_look(Context const& c) {
  std::vector<std::uint8_t> figures(c.tokens.sentences.size() + 2, 0);
  for (auto const& item : c.row.items)
    if (item.amount >= 0 || item.date >= 0) figures[item.sentence] = 1;
  return figures;
}

}  // namespace

std::vector<Pattern> compile(std::span<PatternText const> texts) {
  std::vector<Pattern> out;
  for (auto const& [text, tag] : texts) {
    Pattern& p = out.emplace_back();
    p.tag = tag;
    auto rest = text;
    while (!rest.empty()) {
      auto const cut = rest.find(' ');
      p.elements.push_back(compile_element(rest.substr(0, cut)));
      rest = cut == rest.npos ? "" : rest.substr(cut + 1);
    }
  }
  return out;
}

void each_match(Context const& c, std::vector<Pattern> const& patterns, std::function<bool(Match const&, int)> const& take) {
  auto const look = worth_a_look(c);
  std::vector<Pattern const*> at_figures, at_words;
  for (auto const& p : patterns) (p.elements.front().kind == Element::Kind::capture ? at_figures : at_words).push_back(&p);
  for (std::size_t at = 0; at < c.row.items.size(); ++at) {
    Item const& item = c.row.items[at];
    if (!look[item.sentence]) continue;
    for (Pattern const* pattern : item.amount >= 0 || item.date >= 0 ? at_figures : at_words) {
      if (!may_begin(pattern->elements.front(), item)) continue;
      Matcher matcher{c, pattern->elements, {}};
      matcher.match.captured.fill(-1);
      matcher.match.begin = std::uint32_t(at);
      if (matcher.run(0, at) && take(matcher.match, pattern->tag)) break;
    }
  }
}

}  // namespace counterclaim::equation
