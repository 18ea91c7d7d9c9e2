// Classes of measure that units and nouns tell without a word for them: "61 decibels", "fewer watts", "a wider mirror".
#include <algorithm>

#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

std::string_view class_of_dimension(std::string_view dimension) {
  if (dimension == "level") return "noise";
  if (dimension == "power" || dimension == "current") return "power draw";
  if (dimension == "energy") return "energy use";
  if (dimension == "speed") return "speed";
  if (dimension == "temperature") return "temperature";
  if (dimension.ends_with("_rate")) return "throughput";
  return {};
}

// "Fewer watts", "more tokens per second": the noun at i.
void Measures::read_unit(std::uint32_t i, Measured& out) {
  auto const& t = c_.tokens.tokens;
  static WordSet const each{"per", "a", "each", "every"}, seconds{"second", "minute"};
  if (i + 2 < t.size() && each.has(t[i + 1].word) && seconds.has(t[i + 2].word)) add_measure(out.classes, "throughput");
  if (!t[i].begins(Category::units)) return;
  auto const m = match_phrase(Category::units, t, i, i + 1, c_.article.view);
  if (m) add_measure(out.classes, class_of_dimension(dimension_of(unit_of_row(std::size_t(m.row)))));
}

// "A wider mirror": the width of its mirror, as in "its mirror is wider". "A higher rate" is a rate: no thing that can be seen
// or touched.
void Measures::read_part(ComparisonMention const& k, Measured& out) {
  if (k.measure_last != k.measure_first + 1 || k.measure_first == 0 || k.measure_first <= k.at.first) return;
  auto const& noun = c_.tokens.tokens[k.measure_first];
  if (noun.word == unknown_word || noun.begins(Category::measure_nouns) || c_.name_of[k.measure_first] >= 0) return;
  auto const lemma = word_info(noun.word).noun_lemma;
  auto const field = word_info(lemma).noun_field;
  if (field != lexname::artifact && field != lexname::object && field != lexname::plant && field != lexname::body &&
      field != lexname::animal)
    return;
  Measured by;
  if (!read_adjective(k.measure_first - 1, by) || by.classes.empty()) return;
  out.classes = by.classes;
  add_measure(out.settings, c_.kept.keep("of: " + std::string(word_text(lemma))));
}

// "Less energy for each token": by the piece it is how far a joule goes.
static bool is_by_piece(Context const& c, ComparisonMention const& k) {
  static WordSet const each{"per", "each", "every"};
  auto const& t = c.tokens.tokens;
  return std::any_of(t.begin() + k.at.first, t.begin() + k.at.last, [](Token const& one) { return each.has(one.word); });
}

// "Needs less current", "takes less time": what is spent has one class, however it is told.
void Measures::settle_spent(ComparisonMention const& k, Measured& out) {
  struct Same {
    std::string_view spent, is;
  };
  static constexpr Same all[] = {
      {"use of power", "power draw"},  {"use of current", "power draw"},    {"use of electricity", "energy use"},
      {"use of energy", "energy use"}, {"use of generation", "energy use"}, {"use of time", "speed"},
  };
  for (auto& of : out.classes)
    for (auto const& same : all)
      if (of == same.spent) of = same.is;
  if (!is_by_piece(c_, k)) return;
  for (auto& of : out.classes)
    if (of == "energy use") of = "efficiency";
}

// "Charges faster", "was finished sooner": how fast one thing is done, as in "takes less time to charge".
void Measures::read_process(ComparisonMention const& k, Measured& out) {
  static WordSet const quick{"faster",  "quicker", "sooner", "slower",  "fastest", "quickest",
                             "slowest", "quickly", "slowly", "rapidly", "speedily"};
  if (k.measure_last != k.measure_first + 1 || !quick.has(c_.tokens.tokens[k.measure_first].word)) return;
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0) return;
  auto const& verb = c_.chunks.phrases[std::size_t(p)];
  // "Pulls data from memory quicker": has faster memory
  static WordSet const stores{"memory", "storage", "disk"}, leads{"from", "to", "into"};
  bool const fast = std::find(out.classes.begin(), out.classes.end(), "speed") != out.classes.end();
  for (auto i = verb.last; fast && i + 1 < k.at.first; ++i)
    if (leads.has(c_.tokens.tokens[i].word) && stores.has(c_.tokens.tokens[i + 1].word))
      return add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, i + 1))));
  struct Process {
    WordSet verbs;
    std::string_view name;
  };
  static Process const all[] = {{WordSet{"charge", "recharge"}, "to: charge"},
                                {WordSet{"build", "construct", "complete", "finish", "erect"}, "to: build"}};
  auto const lemma = word_info(c_.tokens.tokens[verb.head].word).verb_lemma;
  static WordId const grow = find_word("grow");  // as "outgrew" and "grew more than" have it
  if (lemma == grow) return out.classes.clear(), add_measure(out.classes, "grow");
  // "Finished the run faster"
  static WordSet const courses{"run", "race", "course", "lap", "leg", "test", "task", "job", "exam", "game", "marathon"};
  for (auto i = verb.last; i < k.at.first; ++i)
    if (c_.tokens.tokens[i].word != unknown_word && courses.has(word_info(c_.tokens.tokens[i].word).noun_lemma)) return;
  for (auto const& process : all)
    if (process.verbs.has(lemma)) add_measure(out.settings, process.name);
  static WordSet const own{"swim",  "skate", "ski",   "climb",  "write", "load", "boot",     "brake", "compile",
                           "print", "learn", "sell",  "spread", "melt",  "dry",  "cook",     "land",  "type",
                           "cool",  "heat",  "drain", "shrink", "fall",  "rise", "discharge"};
  if (own.has(lemma)) return add_measure(out.settings, c_.kept.keep("to: " + std::string(word_text(lemma))));
  // "Approves loans faster": a doing that other doings say nothing of
  auto const object = verb.last < k.at.first ? c_.chunks.phrase_of[verb.last] : -1;
  if (object < 0 || c_.chunks.phrases[std::size_t(object)].kind != PhraseKind::noun) return;
  auto const head = c_.chunks.phrases[std::size_t(object)].head;
  if (c_.chunks.classes[head] != WordClass::noun || c_.name_of[head] >= 0 || in_side(k, head)) return;
  if (lemma != unknown_word)
    add_measure(out.settings, c_.kept.keep("act: " + std::string(word_text(lemma)) + " " + std::string(lemma_text(c_, head))));
}

}  // namespace counterclaim
