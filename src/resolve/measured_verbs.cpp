// What the verb of a comparison says of its measure: "outlasts", "uses more memory", "sells more cars".
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

void add_measure(std::vector<std::string_view>& list, std::string_view entry) {
  if (!entry.empty() && std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}
void add_measures(std::vector<std::string_view>& list, std::string_view entries) {
  while (!entries.empty()) {
    auto const bar = entries.find('|');
    add_measure(list, entries.substr(0, bar));
    entries = bar == entries.npos ? std::string_view() : entries.substr(bar + 1);
  }
}

static bool is_of_spending(WordId verb) {
  static WordSet const spends{"need", "use", "consume", "draw", "require", "waste", "take", "burn", "spend", "drink", "demand"};
  return spends.has(verb);
}

// "outlasts", "outruns"
void Measures::read_by_verb(ComparisonMention const& k, Measured& out) {
  for (auto i = k.at.first; i < k.at.last; ++i) {
    if (!c_.tokens.tokens[i].begins(Category::comparison_verbs)) continue;
    auto const m = match_phrase(Category::comparison_verbs, c_.tokens.tokens, i, k.at.last, c_.article.view);
    if (!m) continue;
    auto const of = vocabulary(Category::comparison_verbs)[std::size_t(m.row)].column[2];
    add_measures(out.classes, of);
    if (out.words.empty()) out.words = of.substr(0, of.find('|'));
    return;
  }
}

// "Lasts longer" is of endurance, "has lost more people" of the dead, and what "sells more cars" says is said by "outsells",
// too.
void Measures::read_by_verb_before(ComparisonMention const& k, Measured& out) {
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  auto i = k.at.first;
  while (i > begin && (c_.chunks.classes[i - 1] == WordClass::adverb || c_.chunks.classes[i - 1] == WordClass::determiner)) --i;
  auto const p = i > begin ? c_.chunks.phrase_of[i - 1] : -1;
  if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) return;
  auto const verb = word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma;
  static WordSet const sells{"sell"}, degrees{"better", "worse"};  // "sold better than": outsold
  if (sells.has(verb) && degrees.has(c_.tokens.tokens[k.at.first].word)) return add_measure(out.classes, "sell");
  if (k.measure_last <= k.measure_first) return;
  read_verb(verb, k.measure_first, k.measure_last, out);
}

// "Moves data faster": what a verb and its object are a row of.
void Measures::read_done(ComparisonMention const& k, Measured& out) {
  static WordSet const quick{"faster", "quicker", "fastest", "quickest"};
  if (k.measure_last != k.measure_first + 1 || !quick.has(c_.tokens.tokens[k.measure_first].word)) return;
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0) return;
  auto const head = c_.chunks.phrases[std::size_t(p)].head;
  concepts_.each_row(k.at.sentence, head, k.at.first, [&](std::int32_t row, std::uint32_t from, std::uint32_t to) {
    // "Pulls data from the disk quicker": rows of those who are pulled from a river are counts and events.
    auto const kinds = vocabulary(Category::concepts)[std::size_t(row)].column[0];
    if (kinds.starts_with("count") || kinds.starts_with("date") || kinds.starts_with("event")) return;
    if (from == head && to > head + 1) out.classes.clear(), add_measure(out.classes, name_of_row(row));
  });
}

// "Lowers fever more than B", "cuts fever further than B": how far the one thing brings the other down, or up.
void Measures::read_changed(ComparisonMention const& k, Measured& out) {
  static WordSet const down{"lower", "cut", "reduce", "shrink", "curb", "decrease", "diminish"},
      up{"raise", "boost", "lift", "increase", "improve"}, degrees{"more", "less", "further", "deeper", "farther"},
      fillers{"by", "even", "far", "much", "still", "down", "up"};
  if (k.at.last <= k.at.first || k.measure_last > k.measure_first + 1) return;
  auto i = k.at.first;
  while (i + 1 < k.at.last && !degrees.has(c_.tokens.tokens[i].word)) ++i;
  if (!degrees.has(c_.tokens.tokens[i].word) || i + 2 < k.at.last) return;
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0) return;
  auto const& verb = c_.chunks.phrases[std::size_t(p)];
  auto const lemma = word_info(c_.tokens.tokens[verb.head].word).verb_lemma;
  static WordSet const brings{"bring", "push", "drive", "get"};
  static WordId const lowering = find_word("down"), raising = find_word("up");
  auto const behind = verb.last < k.at.first ? c_.tokens.tokens[verb.last].word : unknown_word;
  bool const less = down.has(lemma) || (brings.has(lemma) && behind == lowering);
  if (!less && !up.has(lemma) && !(brings.has(lemma) && behind == raising)) return;
  // All that stands between the verb and the words of degree is its object.
  auto end = k.at.first;
  while (end > verb.last && fillers.has(c_.tokens.tokens[end - 1].word)) --end;
  auto const object = end > verb.last ? c_.chunks.phrase_of[end - 1] : -1;
  if (object < 0 || c_.chunks.phrases[std::size_t(object)].kind != PhraseKind::noun) return;
  auto const& noun = c_.chunks.phrases[std::size_t(object)];
  auto const of = c_.name_of[noun.head] >= 0 ? text(noun.head, noun.head + 1) : lemma_text(c_, noun.head);
  out.classes.clear();
  add_measure(out.classes, c_.kept.keep((less ? "lower: " : "raise: ") + lower(of)));
  out.words = text(noun.first, end);
  for (auto j = verb.last; j + 1 < noun.first; ++j)  // "the risk of stroke"
    if (c_.chunks.classes[j] == WordClass::noun)
      add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, j))));
}

// Of a verb and what there is more of.
void Measures::read_verb(WordId verb, std::uint32_t first, std::uint32_t last, Measured& out) {
  auto const lemma = word_text(verb);
  auto const measure = c_.tokens.tokens[last - 1].word;
  static WordSet const lasts{"last", "run", "keep", "hold", "endure"}, loses{"lose", "bury", "mourn"};
  static WordSet const waits{"wait", "queue", "take", "need"}, lengths{"long", "longer", "short", "shorter"};
  static WordId const time = find_word("time");
  if ((lengths.has(measure) || (measure == time && lengths.has(c_.tokens.tokens[first - 1].word))) && waits.has(verb)) {
    out.classes.clear();
    add_measures(out.classes, "speed|wait");
    out.turned = true;
    return;
  }
  static WordSet const lets_in{"concede", "allow", "ship", "leak"};
  static WordSet const longer{"long", "longer"}, employs{"employ"}, staff{"staff", "workers", "worker"},
      persons{"people", "person", "men", "women", "children", "lives", "soldiers", "residents", "inhabitants", "villagers"};
  if (longer.has(measure) && lasts.has(verb)) {
    out.classes.clear();
    static WordId const keep = find_word("keep");
    add_measures(out.classes, verb == keep ? "shelf life|last|battery life" : "battery life|last");
  } else if ((persons.has(measure) || staff.has(measure)) && employs.has(verb)) {
    out.classes.clear();
    add_measure(out.classes, "employee");
  } else if (persons.has(measure) && loses.has(verb)) {
    out.classes.clear();
    add_measure(out.classes, "dead");
  } else if (loses.has(verb) && c_.chunks.classes[last - 1] == WordClass::noun) {
    for (auto& of : out.classes) of = c_.kept.keep("lost " + std::string(of));
  } else if (lets_in.has(verb) && c_.chunks.classes[last - 1] == WordClass::noun) {
    for (auto& of : out.classes) of = c_.kept.keep("let in " + std::string(of));
    out.turned = true;
  } else if (last > first + 1 || c_.chunks.classes[first] == WordClass::noun) {
    static WordSet const gains{"score", "earn"};  // "has scored more goals": has more
    if (is_of_spending(verb) || (gains.has(verb) && !out.classes.empty())) return;
    auto const outdo = find_word("out" + std::string(lemma));
    if (outdo == unknown_word || !begins(word_info(outdo), Category::comparison_verbs)) return;
    add_measure(out.settings, c_.kept.keep("in: " + std::string(lemma_text(c_, last - 1))));
    out.classes.clear();
    add_measure(out.classes, lemma);
  }
}

// The verb before token i in its clause, -1 if there is none near.
std::int32_t Measures::verb_before(std::uint32_t sentence, std::uint32_t i) const {
  constexpr std::uint32_t near = 14;  // tokens
  auto const begin = c_.tokens.sentences[sentence].first;
  for (auto k = i; k > begin && k + near > i; --k) {
    auto const cls = c_.chunks.classes[k - 1];
    if (cls == WordClass::wh || cls == WordClass::subordinator || c_.tokens.tokens[k - 1].is(TokenKind::semicolon)) return -1;
    auto const p = c_.chunks.phrase_of[k - 1];
    if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) continue;
    auto const& verb = c_.chunks.phrases[std::size_t(p)];
    if (!verb.has(infinitive) && c_.chunks.classes[verb.head] != WordClass::ing_verb) return p;
  }
  return -1;
}

// "Uses 38 kilowatt-hours of electricity, less than B": of what the figure is.
void Measures::read_figure_of(ComparisonMention const& k, std::uint32_t first, std::uint32_t comma, Measured& out) {
  static WordId const of = find_word("of");
  for (auto i = first; i + 1 < comma; ++i) {
    if (c_.tokens.tokens[i].word != of || i == 0 || (c_.covered[i - 1] & 1) == 0) continue;
    auto const n = c_.chunks.phrase_of[i + 1];
    if (n < 0 || c_.chunks.phrases[std::size_t(n)].kind != PhraseKind::noun) return;
    auto const head = c_.chunks.phrases[std::size_t(n)].head;
    read_measure(k.at.sentence, head, head + 1, out);
    for (auto& spent : out.classes)
      if (!less_is_better(spent)) spent = c_.kept.keep("use of " + std::string(spent));
    settle_spent(k, out);
    if (out.words.empty()) out.words = text(head, head + 1);
    return;
  }
}

// The amount that ends before token i: "40 watts" of "40 watts less than". Null if there is none.
QuantityMention const* Measures::amount_before(std::uint32_t i) const {
  auto const& all = c_.mentions.quantities;
  auto const q = std::lower_bound(all.begin(), all.end(), i,
                                  [](QuantityMention const& m, std::uint32_t token) { return m.at.first < token; });
  return q != all.begin() && (q - 1)->at.last == i ? &*(q - 1) : nullptr;
}

// "Spent more on ships than B", "spent $4 million on ships, more than B", "scored 31 goals, more than B": the verb with what is
// counted, or with what it was done on, is the measure where the words of degree name none.
bool Measures::read_amount(ComparisonMention const& k, std::uint32_t last, Measured& out) {
  static WordSet const amounts{"more", "less", "fewer", "much", "many"}, on{"on", "for"};
  if (k.measure_last > k.measure_first && !amounts.has(c_.tokens.tokens[k.measure_first].word)) return false;
  // "Is worth far more than"
  static WordId const worth = find_word("worth");
  for (auto i = k.at.first; i > 0 && i + 3 > k.at.first; --i)
    if (c_.tokens.tokens[i - 1].word == worth) {
      add_measure(out.classes, "valuation");
      out.words = "valuation";
      return true;
    }
  bool amount = k.measure_last > k.measure_first;
  for (auto i = k.at.first; i < k.at.last && !amount; ++i) amount = amounts.has(c_.tokens.tokens[i].word);
  auto const p = amount ? verb_before(k.at.sentence, k.at.first) : -1;
  if (p < 0) return false;
  auto const head = c_.chunks.phrases[std::size_t(p)].head, behind = c_.chunks.phrases[std::size_t(p)].last;
  auto const verb = word_info(c_.tokens.tokens[head].word).verb_lemma;
  auto const* margin = amount_before(k.at.first);  // "40 watts less than"
  auto const start = margin && margin->at.first > behind ? margin->at.first : k.at.first;
  auto const comma = start - 1;
  bool const apposed = c_.tokens.tokens[comma].is(TokenKind::comma);
  // "Goes for less than", "can be had for less than"
  static WordId const for_that = find_word("for");
  if (c_.tokens.tokens[comma].word == for_that) {
    add_measure(out.classes, "price");
    out.words = "price", out.turned = true;
    return true;
  }
  if (verb == unknown_word || c_.tokens.tokens[head].begins(Category::function_words)) return false;
  if (apposed && is_of_spending(verb)) read_figure_of(k, behind, comma, out);
  // What the figure counts: "31 goals".
  for (auto i = behind; apposed && out.classes.empty() && i < comma; ++i) {
    auto const n = c_.chunks.phrase_of[i];
    if ((c_.covered[i] & 1) == 0 || n < 0) continue;
    auto counted = c_.chunks.phrases[std::size_t(n)].head;
    while (counted > i && (c_.covered[counted] & 2) != 0) --counted;  // "30,000 guests last year"
    // "2.1 errors per hundred words": of errors
    if ((c_.covered[counted] & 1) != 0 && c_.tokens.tokens[i].begins(Category::measure_nouns)) {
      read_ordered(k.at.sentence, i, out);
      return true;
    }
    if ((c_.covered[i + 1] & 1) != 0 && i + 1 < comma) continue;
    if (c_.chunks.classes[counted] != WordClass::noun || (c_.covered[counted] & 1) != 0) break;
    read_measure(k.at.sentence, counted, counted + 1, out);
    read_verb(verb, counted, counted + 1, out);
    if (out.words.empty()) out.words = text(counted, counted + 1);
    break;
  }
  if (out.classes.empty() && margin) {
    add_measure(out.classes, class_of_dimension(dimension_of(margin->unit)));
    if (!out.classes.empty()) out.words = out.classes.front();
  }
  if (out.classes.empty()) {
    if (apposed ? behind >= comma : start > behind + 1) return false;  // "laid out more"
    concepts_.each_row(k.at.sentence, head, std::min(head + 3, k.at.last), [&](std::int32_t row, std::uint32_t from, auto) {
      if (from == head) add_measure(out.classes, name_of_row(row));
    });
    if (out.classes.empty()) add_measure(out.classes, word_text(verb));
    if (out.words.empty()) out.words = word_text(verb);
    for (auto i = behind; i + 1 < last; ++i) {
      auto const n = on.has(c_.tokens.tokens[i].word) ? c_.chunks.phrase_of[i + 1] : -1;
      if (n < 0 || in_side(k, i + 1) || c_.covered[i + 1] != 0) continue;
      auto const spent = c_.chunks.phrases[std::size_t(n)].head;
      if (c_.name_of[spent] < 0 && !amounts.has(c_.tokens.tokens[spent].word))
        add_measure(out.settings, c_.kept.keep("on: " + std::string(lemma_text(c_, spent))));
    }
  }
  out.turned = std::any_of(out.classes.begin(), out.classes.end(),
                           [](auto of) { return less_is_better(of) || of.starts_with("use of "); });
  return true;
}

// "Rents are higher in A than in B", "it rained more in A than in B", "more people were hurt in A than in B": of places it is
// the subject or the verb that is compared.
void Measures::read_between_places(ComparisonMention const& k, Measured& out) {
  if (k.left_first <= k.at.first || k.left_last >= k.at.last || k.by_likeness) return;
  auto const led = [&](std::uint32_t i) { return c_.chunks.classes[i - 1] == WordClass::preposition; };
  if (!led(k.left_first) || !led(k.right_first)) return;
  auto const& phrases = c_.chunks.phrases;
  // "More people were hurt"
  for (auto i = std::max(k.at.first, k.measure_last); i < k.left_first; ++i) {
    auto const p = c_.chunks.phrase_of[i];
    if (p < 0 || phrases[std::size_t(p)].kind != PhraseKind::verb) continue;
    // "More people ride on A": riders
    auto const done = phrases[std::size_t(p)].last;
    bool named = false;
    concepts_.each_row(k.at.sentence, k.measure_first, done, [&](std::int32_t row, std::uint32_t from, std::uint32_t to) {
      if (from < k.measure_last && to > k.measure_last) add_measure(out.classes, name_of_row(row)), named = true;
    });
    if (named) return;
    auto const verb = word_info(c_.tokens.tokens[phrases[std::size_t(p)].head].word).verb_lemma;
    // "More people died in A": the dead
    static WordSet const dies{"die", "perish", "kill"}, people{"people", "lives"};
    bool const counts = k.measure_last > k.measure_first &&
                        (is_person(k.measure_last - 1) || people.has(c_.tokens.tokens[k.measure_last - 1].word));
    if (dies.has(verb) && counts) {
      out.classes.clear(), add_measure(out.classes, "dead");
      out.turned = true;
    } else if (verb != unknown_word) {
      add_measure(out.settings, c_.kept.keep("verb: " + std::string(word_text(verb))));
    }
    return;
  }
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0) return;
  auto const& v = phrases[std::size_t(p)];
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  auto const s = v.first > begin ? c_.chunks.phrase_of[v.first - 1] : -1;
  if (s < 0 || phrases[std::size_t(s)].kind != PhraseKind::noun || c_.name_of[phrases[std::size_t(s)].head] >= 0) return;
  auto const subject = phrases[std::size_t(s)].head;
  bool const bare = k.measure_last <= k.measure_first;
  if (c_.chunks.classes[subject] == WordClass::pronoun) {
    if (bare) out.classes.clear(), add_measure(out.classes, lemma_text(c_, v.head));
    return;
  }
  static WordSet const anybody{"people", "patient", "passenger", "customer", "visitor", "resident", "traveler",
                               "user",   "shopper", "commuter",  "guest",    "one",     "you"};
  if (!bare && anybody.has(lemma_id(c_, subject))) return;  // "patients wait longer at"
  if (!bare && !is_ordered(k)) {
    add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, subject))));
    return;
  }
  read_ordered(k.at.sentence, subject, out);
}

// "Outsells Brill in cars": of what there is more.
void Measures::read_field(ComparisonMention const& k, Measured& out) {
  auto const end = c_.tokens.sentences[k.at.sentence].last;
  auto const i = k.right_last;
  if (i + 1 >= end || !c_.tokens.tokens[k.at.first].begins(Category::comparison_verbs) || word(i) != "in") return;
  auto const head = i + 1;
  bool const plain = c_.chunks.classes[head] == WordClass::noun && c_.name_of[head] < 0 && c_.covered[head] == 0;
  if (plain) add_measure(out.settings, c_.kept.keep("in: " + std::string(lemma_text(c_, head))));
}

bool Measures::is_person(std::uint32_t i) const {
  auto const word = c_.tokens.tokens[i].word;
  return word != unknown_word && word_info(word_info(word).noun_lemma).noun_field == lexname::person;
}
// "Gets by on less memory", "makes do with less"
bool Measures::gets_by(Phrase const& verb) const {
  static WordSet const gets{"get", "make", "manage", "do"}, by{"by", "do", "with"};
  return gets.has(word_info(c_.tokens.tokens[verb.head].word).verb_lemma) && verb.last < c_.tokens.tokens.size() &&
         by.has(c_.tokens.tokens[verb.last].word);
}

// "Fixes more bugs" is no "has more bugs": read the other way round, it is another measure.
bool Measures::is_mended(ComparisonMention const& k) const {
  static WordId const more = find_word("more");
  static WordSet const less{"less", "fewer"};
  if (k.measure_last <= k.measure_first || k.measure_first == 0) return false;
  auto const degree = c_.tokens.tokens[k.measure_first - 1].word;
  if (!(degree == more && k.relation == Relation::better) && !(less.has(degree) && k.relation == Relation::worse)) return false;
  auto const i = k.measure_last - 1;
  if (!c_.tokens.tokens[i].begins(Category::measure_nouns)) return false;
  auto const m = match_phrase(Category::measure_nouns, c_.tokens.tokens, i, i + 1, c_.article.view);
  return m && vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[0] == "lower";
}

// "Uses more memory": of what is spent less is better, whatever is said of having it.
void Measures::turn_spent(ComparisonMention const& k, Measured& out) {
  if (is_mended(k)) {
    for (auto& of : out.classes) of = c_.kept.keep("mended " + std::string(of));
    return;
  }
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  for (auto i = k.at.first; i > begin && i + 4 > k.at.first; --i) {
    auto const p = c_.chunks.phrase_of[i - 1];
    if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) continue;
    auto const& verb = c_.chunks.phrases[std::size_t(p)];
    static WordSet const sheds{"cut", "shed", "scrap", "slash", "axe"},
        amounts{"more", "less", "fewer"};  // "cut more jobs" has not more of them
    if (k.measure_first > k.at.first && sheds.has(word_info(c_.tokens.tokens[verb.head].word).verb_lemma) &&
        amounts.has(c_.tokens.tokens[k.at.first].word))
      for (auto& of : out.classes) of = c_.kept.keep("cut " + std::string(of));
    static WordSet const crowds{"crowd", "audience", "attention", "interest", "viewership", "support", "traffic"};
    if (k.measure_last > k.measure_first && (is_person(k.measure_last - 1) || crowds.has(lemma_id(c_, k.measure_last - 1))))
      return;  // "draws more riders"
    static WordSet const prizes{"point", "goal", "win", "title", "medal", "trophy", "set", "game", "wicket", "prize", "award"};
    for (auto i = k.measure_first; i < k.measure_last; ++i)
      if (prizes.has(word_info(c_.tokens.tokens[i].word).noun_lemma)) return;  // "takes more points"
    if (is_of_spending(word_info(c_.tokens.tokens[verb.head].word).verb_lemma) || gets_by(verb))
      for (auto& of : out.classes)
        if (!less_is_better(of)) of = c_.kept.keep("use of " + std::string(of));
    return;
  }
}

}  // namespace counterclaim
