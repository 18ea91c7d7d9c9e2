#include "src/resolve/sides.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/owned_thing.hpp"
#include "src/resolve/spelling.hpp"

namespace counterclaim {
namespace {

using WordClass::determiner, WordClass::possessive, WordClass::preposition, WordClass::pronoun;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

class Reader {
 public:
  Reader(Context const& c, ComparisonMention k) : c_(c), k_(k) {}

  SidePair run() {
    SidePair out;
    out.left = plain(k_.left_first, k_.left_last);
    out.right = plain(k_.right_first, k_.right_last);
    for (auto* side : {&out.left, &out.right}) as_country(*side);
    if (k_.by_likeness) return out;  // a guess is no ground for another
    // "In the sprint it beats the K7": what leads the sentence is no side.
    if (auto const pronoun = pronoun_behind(k_.left_first, k_.left_last); pronoun != 0)
      for (auto const like : {out.right.named ? out.right.name : std::string_view(), std::string_view()})
        if (auto const name = meant_by(c_, pronoun, k_.at.sentence, like, out.right.named ? out.right.name : like);
            !name.empty() && name != out.left.name) {
          out.left = {name, {}, out.left.written, true};
          break;
        }
    if (!out.left.named) settle(k_.left_first, k_.left_last, out.left, out.right, Guess::no);
    if (of_pair()) {
      auto name = out.left.named && !is_alone(c_, k_) ? other_of_pair(c_, k_, out.left.name) : std::string_view();
      if (name.empty() && out.left.named) name = only_other(c_, k_, out.left.name);
      if (!name.empty()) out.right = {name, {}, out.right.written, true};
    } else if (!out.right.named) {
      settle(k_.right_first, k_.right_last, out.right, out.left, Guess::yes);
    }
    if (!out.left.named) settle(k_.left_first, k_.left_last, out.left, out.right, Guess::yes);
    if (!out.left.named && !out.right.named) name_one(c_, out.left, out.right), name_one(c_, out.right, out.left);
    // "The K7's brakes are better than the K6": of things and parts of one another the things are meant.
    if (out.left.part.empty() != out.right.part.empty() && out.left.named && out.right.named) {
      auto& whole = out.left.part.empty() ? out.left : out.right;
      whole.part = (out.left.part.empty() ? out.right : out.left).part;
    }
    return out;
  }

  // A pronoun between a side that a preposition leads, or that is a part of a figure, and the words of comparison ("in the
  // sprint it beats", "at 900 kilometers a second, it is"); 0 if there is none.
  std::uint32_t pronoun_behind(std::uint32_t first, std::uint32_t last) const {
    auto const begin = c_.tokens.sentences[k_.at.sentence].first;
    if (first >= last || first <= begin || last > k_.at.first) return 0;
    bool const led = cls(first - 1) == preposition;
    if (!led && (c_.covered[last - 1] & 1) == 0) return 0;
    for (auto i = last; i < k_.at.first; ++i) {
      if (cls(i) == pronoun && is_one_of(word(i), {"it", "he", "she", "they"})) return i;
      if (auto const* p = phrase(i); !led && p && p->kind == PhraseKind::verb) return 0;
    }
    return 0;
  }

 private:
  Token const& token(std::uint32_t i) const { return c_.tokens.tokens[i]; }
  std::string word(std::uint32_t i) const { return lower(text_of(token(i), c_.article.view)); }
  WordClass cls(std::uint32_t i) const { return c_.chunks.classes[i]; }
  Phrase const* phrase(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return joined(c_.tokens, first, last, c_.article.view, c_.kept);
  }

  // "The Swedes" are Sweden.
  void as_country(Side& side) const {
    auto const country = country_of(side.name);
    if (country.empty()) return;
    auto const name = known_as(c_, country);
    side.name = name.empty() ? country : name;
    side.part = {};
    side.named = true;
  }

  // Nothing but "the" and "'s" beside the name.
  bool is_whole(NameUse const& use, std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i) {
      bool const named = i >= use.first && i < use.last;
      if (!named && !token(i).begins(Category::function_words) && !token(i).is(TokenKind::possessive)) return false;
    }
    return true;
  }
  // "The Corvane-2 from Norra": a model that is no name of the article's.
  std::string_view coded(std::uint32_t first, std::uint32_t last) const {
    auto const i = first < last && cls(first) == determiner ? first + 1 : first;
    bool const model = i + 1 < last && token(i).is(TokenKind::code) && c_.name_of[i] < 0 && (c_.covered[i] & 3) == 0;
    return model && is_one_of(word(i + 1), {"of", "from", "by"}) ? words(i, i + 1) : std::string_view();
  }
  // What stands there.
  Side plain(std::uint32_t first, std::uint32_t last) const {
    Side out;
    auto end = last;
    while (end > first + 1 && (c_.covered[end - 1] & 2) != 0) --end;  // "the new version last week"
    if (end > first && cls(end - 1) != WordClass::conjunction) last = end;
    if (first >= last) return out;
    std::int32_t uses[2] = {-1, -1}, last_use = -1;
    int count = 0;
    for (auto i = first; i < last; ++i) {
      auto const use = c_.name_of[i];
      if (use < 0 || (count > 0 && use == uses[std::min(count, 2) - 1])) continue;
      if (count < 2) uses[count] = use;
      last_use = use;
      ++count;
    }
    if (count == 0)
      if (auto const treatment = given_to(c_, k_.at.sentence, first, last); !treatment.empty())
        return {treatment, {}, words(first, last), true};
    if (count == 0) last = before_apposition(c_, first, last);
    // "Outdid rolazine on price": a word of no language is a name.
    if (count == 0 && last > first + 1 && token(first).word == unknown_word && cls(first + 1) == preposition) last = first + 1;
    out.name = out.written = words(first, last);
    if (count == 0 && last == first + 1 && token(first).word == unknown_word)
      if (auto const name = known_as(c_, out.written); !name.empty()) return {name, {}, out.written, true};
    if (auto const model = coded(first, last); !model.empty()) return {model, {}, out.written, true};
    if (count == 0) {
      out.name = out.written = words(first, before_test(first, last));
      return out;
    }
    auto const& one = c_.names.uses[std::size_t(uses[0])];
    // "the Velo engine of the Brill", "the K7 from Norway's Norra"
    bool const owned = count > 1 && c_.names.uses[std::size_t(uses[1])].first > one.last &&
                       is_one_of(word(one.last), {"of", "from", "by", "in"});
    if (owned) return of_name(one, first, one.last, out.written);
    // "Hale-backed Norra's K7"
    auto const& named = c_.names.uses[std::size_t(last_use)];
    if (count > 2 && token(named.first - 1).is(TokenKind::possessive)) return of_name(named, named.first, last, out.written);
    if (count > 2) return out;
    if (auto const behind = count == 1 ? told_behind(one, last) : -1; behind >= 0)
      return {c_.names.names[c_.names.uses[std::size_t(behind)].name], {}, out.written, true};
    if (count == 1 && is_whole(one, first, last)) out.written = c_.names.names[one.name];
    if (count == 2) {
      auto const& two = c_.names.uses[std::size_t(uses[1])];
      // "Norra's K7", "Norra AI's K7"
      if (two.first > one.last && token(two.first - 1).is(TokenKind::possessive))
        return of_name(two, two.first, last, out.written);
      // "On TPC-C the Brill R2"
      if (two.first > one.last && cls(two.first - 1) == determiner) return of_name(two, two.first, last, out.written);
      return out;
    }
    return of_name(one, first, last, out.written);
  }
  // "Brevane's new card, the Nimbus 4, is": the name between the commas; -1 if there is none.
  std::int32_t told_behind(NameUse const& owner, std::uint32_t last) const {
    auto const end = c_.tokens.sentences[k_.at.sentence].last;
    if (owner.last >= last || !token(owner.last).is(TokenKind::possessive) || last + 1 >= end ||
        !token(last).is(TokenKind::comma))
      return -1;
    auto const i = last + 1 + (cls(last + 1) == determiner && last + 2 < end ? 1U : 0U);
    auto const use = c_.name_of[i];
    if (use < 0) return -1;
    auto const behind = c_.names.uses[std::size_t(use)].last;
    return behind >= end || token(behind).is(TokenKind::comma) || token(behind).is(TokenKind::stop) ? use : -1;
  }
  // "Than aspirin in an earlier trial of 310 patients": where it was tried is no part of it.
  std::uint32_t before_test(std::uint32_t first, std::uint32_t last) const {
    static WordSet const studies{"study", "studies", "research", "experiment", "analysis"};
    std::uint32_t where = last;
    for (auto i = first + 1; i < last; ++i) {
      if (where < i && (token(i).begins(Category::test_words) || studies.has(token(i).word))) return where;
      if (where == last && is_one_of(word(i), {"in", "during"})) where = i;
    }
    return last;
  }
  // "Volta 2 answers faster than": no answers of Volta's.
  bool acts(std::uint32_t i) const {
    if (i + 1 != k_.at.first || k_.measure_last != k_.measure_first + 1 || k_.measure_first != k_.at.first) return false;
    static WordSet const manner{"faster", "quicker", "slower", "better", "longer", "sooner", "worse"};
    auto const& info = word_info(token(i).word);
    return token(i).word != unknown_word && manner.has(token(k_.measure_first).word) &&
           (info.parts & PartOfSpeech::verb) != 0 && word(i).ends_with('s');
  }
  Side of_name(NameUse const& use, std::uint32_t first, std::uint32_t last, std::string_view written) const {
    Side out{c_.names.names[use.name], {}, written, true};
    auto behind = use.last;
    // "Volta 6.0": the number belongs to the name.
    while (behind < last && (token(behind).is(TokenKind::figure) || token(behind).is(TokenKind::code))) ++behind;
    if (behind > use.last) out.name = joined(c_.tokens, use.first, behind, c_.article.view, c_.kept);
    if (behind < last && token(behind).is(TokenKind::possessive)) ++behind;
    auto const stop = std::min(last, c_.tokens.sentences[use.sentence].last);
    bool const owns = behind > use.last && token(behind - 1).is(TokenKind::possessive);
    auto end = behind;
    static WordId const next = find_word("next");  // "Orvel next door"
    while (end < stop && token(end).word != next &&
           (cls(end) == WordClass::noun || cls(end) == WordClass::adjective || cls(end) == WordClass::ing_verb))
      ++end;
    if (end > behind) {
      bool const generic = begins(word_info(word_info(token(end - 1).word).noun_lemma), Category::nominals);
      // "Brill's flagship" is another thing, "the K7 phone" is the K7.
      // and "Brill's planes" are Brill's.
      auto const* p = phrase(end - 1);
      if (owns && generic && p && p->has(plural)) return out;
      if (owns && generic) return {words(first, last), {}, written, false};
      // "The Norvik ferry" and "the new Norvik ferry" are the Norvik, "the Norvik's hull" and "Norvik hulls" are parts.
      auto begin = use.first;
      while (begin > first && cls(begin - 1) == WordClass::adjective) --begin;
      bool const kind = !owns && end == behind + 1 && begin > 0 && cls(begin - 1) == determiner;
      if (kind && generic && !has_digit(out.name))
        if (auto const model = model_of(c_, words(use.first, use.last), out.name); !model.empty())
          return {model, {}, written, true};
      if (!generic && !kind && !(!owns && acts(end - 1))) out.part = c_.kept.keep(std::string(lemma_text(c_, end - 1)));
    }
    if (!out.part.empty()) return out;
    if (use.first >= first + 2 && word(use.first - 1) == "of" && cls(use.first - 2) == WordClass::noun) {
      out.part = c_.kept.keep(std::string(lemma_text(c_, use.first - 2)));
    } else if (use.first >= first + 3 && word(use.first - 2) == "of" && cls(use.first - 3) == WordClass::noun) {
      out.part = c_.kept.keep(std::string(lemma_text(c_, use.first - 3)));
    }
    return out;
  }

  std::string_view meant(std::uint32_t at, Side const& other) const {
    auto const name = other.named ? other.name : std::string_view();
    return meant_by(c_, at, k_.at.sentence, name, name);
  }

  static bool is_drug_form(std::string_view noun) {
    return is_one_of(noun, {"powder", "pill", "tablet", "capsule", "spray", "jab", "injection", "drug", "medicine", "treatment",
                            "vaccine", "shot", "syrup", "patch", "gel", "cream", "compound", "therapy"});
  }

  // "Norra's tablet cuts LDL": in what they are compared is no side.
  bool is_named_here(std::string_view name) const {
    auto const& sentence = c_.tokens.sentences[k_.at.sentence];
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (c_.name_of[i] >= 0 && c_.names.names[c_.names.uses[std::size_t(c_.name_of[i])].name] == name) return true;
    return false;
  }

  // Pronouns, "the newcomer", "Norra's flagship".
  enum class Guess : std::uint8_t { no, yes };  // "Norra's newcomer": what the article is about where it names none of Norra's
  void settle(std::uint32_t first, std::uint32_t last, Side& side, Side const& other, Guess guess) const {
    if (first >= last) return;
    auto const* p = phrase(first);
    if (cls(first) == pronoun && last == first + 1) {
      auto const w = word(first);
      if (!is_one_of(w, {"it", "he", "she", "they", "this", "that", "its"})) return;
      if (auto const thing = told_before(first, other); !thing.empty())
        side.name = thing;
      else if (auto const name = meant(first, other); !name.empty() && !is_called(name, other.written))
        side = {name, {}, side.written, true};
      return;
    }
    if (!p || p->kind != PhraseKind::noun) return;
    auto const head = p->head < last ? p->head : last - 1;
    // "Its surface is darker than Norra's"
    if (cls(first) == possessive && is_one_of(word(first), {"its", "their"}) && cls(head) == WordClass::noun) {
      auto const owner = other.named ? meant(first, other) : std::string_view();
      bool const one = !begins(word_info(word_info(token(head).word).noun_lemma), Category::nominals);
      if (one && !owner.empty()) side = {owner, c_.kept.keep(std::string(lemma_text(c_, head))), side.written, true};
      if (one) return;
    }
    bool const generic = begins(word_info(word_info(token(head).word).noun_lemma), Category::nominals);
    if (auto const former = former_model(first, last, other); !former.empty()) {
      side = {former, {}, side.written, true};
      return;
    }
    // "Is quieter than its rival": the other of the two that were named
    if (other.named && last == first + 2 && is_one_of(word(first), {"its", "the"}) &&
        is_one_of(word(head), {"rival", "competitor", "neighbour", "neighbor", "opponent"})) {
      if (auto const name = other_of_pair(c_, k_, other.name); !name.empty()) side = {name, {}, side.written, true};
      return;
    }
    // "Compared with rolazine, the powder acts more slowly": what the text is about, in another word for it
    if (!generic && guess == Guess::yes && p->has(definite) && !p->has(plural) && last == first + 2 && word(first) == "the" &&
        is_drug_form(word(head)) && !other.name.empty()) {
      if (auto const name = meant(first, other); !name.empty() && lower(name) != lower(other.name))
        side = {name, {}, side.written, true};
      return;
    }
    if (!generic || is_one_of(word(head), {"rival", "predecessor", "competitor", "alternative", "rivals"})) return;
    for (auto i = first; i < head; ++i)
      if (is_one_of(word(i), {"old", "older", "previous", "former", "earlier", "other", "another", "any", "every", "no", "last",
                              "most"}))
        return;
    auto const owner = c_.name_of[first];
    if (owner >= 0) {
      auto const maker = c_.names.uses[std::size_t(owner)].name;
      bool const bare =
          c_.names.uses[std::size_t(owner)].last + 1 >= head || c_.name_of[head - 1] < 0;  // not "Norra's K7 model"
      auto name = bare ? named_with(c_, head, maker, other.name) : std::string_view();
      if (name.empty() && bare) name = model_of(c_, c_.names.names[maker], other.name);
      if (name.empty()) name = owned_by(c_, maker, k_.at.sentence, other.name);
      if (name.empty() && guess == Guess::yes)
        c_.each_topic(c_.tokens.sentences[k_.at.sentence].block, [&](std::string_view topic) {
          bool const thing = has_digit(topic) || !is_owner(c_, topic);  // and no other maker
          if (name.empty() && !is_named_here(topic) && topic != other.name && topic != c_.names.names[maker] && thing &&
              !is_owner_in(c_, topic, k_.at.sentence))
            name = topic;
        });
      if (!name.empty() && lower(name) != lower(other.name) && name != c_.names.names[maker])
        side = {name, {}, side.written, true};
      return;
    }
    // "The card is faster than the K7": where the other is no name, what is said may be of any two things.
    bool const coined =
        !other.name.empty() && find_word(lower(other.name)) == unknown_word && other.name.find(' ') == other.name.npos;
    if (!p->has(definite) || !(other.named || coined || of_pair())) return;
    for (auto i = first + 1; i < head; ++i)
      if (cls(i) == WordClass::noun || cls(i) == WordClass::ing_verb) return;  // "the mining school" is one of its own
    if (auto const name = meant(first, other); !name.empty()) side = {name, {}, side.written, true};
  }
  // "The tunnel" is the Hesk Tunnel.
  static bool is_called(std::string_view name, std::string_view written) {
    auto const noun = written.substr(written.rfind(' ') + 1);
    auto const blank = name.rfind(' ');
    return written.starts_with("the ") && blank != name.npos && lower(name.substr(blank + 1)) == noun;
  }
  // "A high bridge was rejected. It would have cost more than": the thing that the sentence before begins with, if "it" begins
  // this one.
  std::string_view told_before(std::uint32_t pronoun, Side const& other) const {
    auto const& sentences = c_.tokens.sentences;
    auto const s = k_.at.sentence;
    if (word(pronoun) != "it" || pronoun != sentences[s].first || s == 0 || sentences[s - 1].block != sentences[s].block)
      return {};
    auto const begin = sentences[s - 1].first;
    auto const* p = phrase(begin);
    if (!p || p->kind != PhraseKind::noun || p->has(plural) || p->has(pronominal) || cls(begin) != determiner) return {};
    for (auto i = p->first; i < p->last; ++i)
      if (c_.name_of[i] >= 0) return {};
    auto const head = token(p->head).word;
    if (head == unknown_word || word_info(word_info(head).noun_lemma).noun_field != lexname::artifact) return {};
    auto const thing = words(p->first, p->head + 1);
    return lower(thing) != lower(other.name) ? thing : std::string_view();
  }
  // "The Lumen 5 is lighter than its predecessor": the Lumen 4.
  std::string_view former_model(std::uint32_t first, std::uint32_t last, Side const& other) const {
    bool const one = last > first && last <= first + 3 && is_one_of(word(last - 1), {"predecessor", "forerunner"}) &&
                     is_one_of(word(first), {"its", "the"});
    auto const blank = one && other.named ? other.name.rfind(' ') : std::string_view::npos;
    if (blank == std::string_view::npos || other.name.size() != blank + 2) return {};
    auto const digit = other.name.back();
    if (digit < '2' || digit > '9') return {};
    std::string name(other.name);
    name.back() = char(digit - 1);
    return c_.kept.keep(name);
  }
  // "The faster of the two": the other one that was named before.
  // "Has the larger fleet"
  bool of_pair() const {
    return (k_.right_first >= k_.right_last && !k_.superlative) || is_pair(k_.right_first, k_.right_last);
  }
  bool is_pair(std::uint32_t first, std::uint32_t last) const {
    return first < last && is_one_of(word(last - 1), {"two", "pair", "duo", "both"});
  }

  Context const& c_;
  ComparisonMention k_;
};

}  // namespace

// "In throughput Norra", "In the Orvel test Norra", "On Orvel the Norra K7": the last name behind what ends the lead.
static ComparisonMention behind_lead(Context const& c, ComparisonMention k) {
  auto const begin = c.tokens.sentences[k.at.sentence].first;
  if (k.left_first >= k.left_last || k.left_first <= begin || c.chunks.classes[k.left_first - 1] != preposition) return k;
  auto const lead = k.left_first - 1;
  bool const opens =
      lead == begin || c.chunks.classes[lead - 1] == WordClass::mark || c.chunks.classes[lead - 1] == WordClass::conjunction;
  auto const last_use = c.name_of[k.left_last - 1];
  auto name = last_use >= 0 ? c.names.uses[std::size_t(last_use)].first : k.left_last;
  if (name <= k.left_first || name >= k.left_last) return k;
  auto const article = c.chunks.classes[name - 1] == determiner;
  auto const end = article ? name - 1 : name;
  if (end <= k.left_first) return k;
  bool const noun = c.name_of[end - 1] < 0 && c.chunks.classes[end - 1] == WordClass::noun;
  bool const other_name = c.name_of[end - 1] >= 0 && opens;
  bool const bare = c.name_of[k.left_first] < 0 && c.chunks.classes[k.left_first] == WordClass::noun;
  if ((noun && (opens || bare)) || other_name) k.left_first = end;
  return k;
}

ComparisonMention without_lead(Context const& c, ComparisonMention k) {
  auto const pronoun = Reader(c, k).pronoun_behind(k.left_first, k.left_last);
  if (pronoun == 0) return behind_lead(c, k);
  k.left_first = pronoun, k.left_last = pronoun + 1;
  return k;
}

SidePair sides_of(Context const& context, ComparisonMention const& mention) {
  return Reader(context, behind_lead(context, mention)).run();
}

}  // namespace counterclaim
