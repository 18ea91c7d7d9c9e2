#include "src/resolve/descriptions.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

bool in_order(Descriptions::Said const& a, Descriptions::Said const& b) {
  return std::pair(a.noun, a.name) < std::pair(b.noun, b.name);
}

WordId singular(WordId word) { return word == unknown_word ? word : word_info(word).noun_lemma; }

class Finder {
 public:
  Finder(Tokens const& tokens, Names const& names, Chunks const& chunks, std::string_view view)
      : tokens_(tokens), all_(tokens.tokens), names_(names), chunks_(chunks), view_(view) {
    out_.kinds.resize(names.names.size());
    out_.described.resize(names.names.size());
    out_.only_where.resize(names.names.size(), true);
    out_.places.reserve(names.names.size());
    for (std::uint32_t n = 0; n < names.names.size(); ++n) out_.places.emplace(names.names[n], n);
  }

  Descriptions run() {
    find_compounds();
    for (auto const& use : names_.uses) {
      if (use.person) out_.kinds[use.name] |= a_person;
      sentence_ = &tokens_.sentences[use.sentence];
      before(use);
      behind(use);
      if (!tells_where(use)) out_.only_where[use.name] = false;
    }
    find_persons();
    share_kinds();
    std::sort(out_.said.begin(), out_.said.end(), in_order);
    return std::move(out_);
  }

 private:
  // "The Harrow Street viaduct", of a name that never stands alone: "the viaduct" is what goes by it.
  void find_compounds() {
    std::vector<std::uint32_t> noun(names_.names.size(), 0);  // a token; 0 not yet seen, alone where none fits
    constexpr auto alone = UINT32_MAX;
    for (auto const& use : names_.uses) {
      sentence_ = &tokens_.sentences[use.sentence];
      auto& found = noun[use.name];
      if (found == alone) continue;
      auto const i = use.last;
      bool const headline = use.sentence == 0;  // "Harrow Street shut for five weeks"
      auto const* p = i < sentence_->last && !all_[i].has(capital) ? noun_phrase(i) : nullptr;
      bool const compound = p && p->head == i && p->first + 1 == use.first && p->has(definite) && !p->has(plural) &&
                            chunks_.classes[p->first] == WordClass::determiner;
      auto const one = compound ? singular(all_[i].word) : unknown_word;
      auto const field = one == unknown_word ? 0 : word_info(one).noun_field;
      bool const thing = field == lexname::act || field == lexname::artifact || field == lexname::event ||
                         field == lexname::location || field == lexname::object;
      if (thing && (found == 0 || singular(all_[found].word) == one))
        found = i;
      else if (!headline)
        found = alone;
    }
    for (auto const& use : names_.uses)
      if (auto const i = noun[use.name]; i != 0 && i != alone && use.last <= i) {
        sentence_ = &tokens_.sentences[use.sentence];
        say(i, use);
        noun[use.name] = 0;
      }
  }
  bool tells_where(NameUse const& use) const {
    static WordSet const where{"in", "at", "near", "outside", "around"};
    auto i = use.first;
    if (i > sentence_->first && chunks_.classes[i - 1] == WordClass::determiner) --i;
    bool const compound = use.last < sentence_->last && chunks_.classes[use.last] == WordClass::noun;  // "at the Orla works"
    return i > sentence_->first && where.has(all_[i - 1].word) && !compound && !all_[use.last].is(TokenKind::possessive);
  }
  // "Orla" is what "Orla Systems" is.
  void share_kinds() {
    constexpr std::size_t most = 64;  // names
    auto const& all = names_.names;
    for (std::size_t n = 0; n < std::min(all.size(), most); ++n)
      for (std::size_t m = 0; m < std::min(all.size(), most) && out_.kinds[n] != 0; ++m)
        if (all[m].size() > all[n].size() && all[m][all[n].size()] == ' ' && all[m].starts_with(all[n]) && !has_digit(all[m]) &&
            out_.kinds[m] == 0)
          out_.kinds[m] = out_.kinds[n];
        else if (all[n].size() > all[m].size() && all[n][all[m].size()] == ' ' && all[n].starts_with(all[m]) &&
                 !has_digit(all[n]) && out_.kinds[m] == 0)
          out_.kinds[m] = out_.kinds[n];
  }
  // "Ida Moor, 41, runs", "Ida Moor, who runs", and "Moor says" of one whose whole name is told elsewhere; then whom "and"
  // joins to such a one, and "Ida Moor" as Moor.
  void find_persons() {
    auto const& all = names_.names;
    auto const person = [&](std::uint32_t name) -> bool { return (out_.kinds[name] & a_person) != 0; };
    std::unordered_map<std::string_view, std::uint32_t> family;  // of names of two words or three: their last word
    for (std::uint32_t n = 0; n < all.size(); ++n)
      if (auto const blank = all[n].rfind(' '); blank != std::string_view::npos && !has_digit(all[n]))
        family.emplace(all[n].substr(blank + 1), n);
    auto const whole = [&](std::uint32_t name) {
      auto const found = family.find(all[name]);
      return found == family.end() ? name : found->second;
    };
    std::vector<bool> shortened(all.size());  // "Moor" stands for it somewhere
    for (std::uint32_t n = 0; n < all.size(); ++n)
      if (auto const full = whole(n); full != n) shortened[full] = true;
    for (std::size_t u = 0; u < names_.uses.size(); ++u) {
      auto const& use = names_.uses[u];
      sentence_ = &tokens_.sentences[use.sentence];
      auto const full = whole(use.name);
      if (shortened[full] && out_.kinds[full] == 0 && is_he_or_she(u)) out_.kinds[full] |= a_person;
      bool const surname = full != use.name && speaks(use) && kinds_of_noun(tokens_, use.last - 1, view_) == 0;
      if (surname || is_somebody(use)) out_.kinds[full] |= a_person;
    }
    for (std::size_t u = 1; u < names_.uses.size(); ++u) {
      auto const &a = names_.uses[u - 1], &b = names_.uses[u];
      static WordId const and_ = find_word("and");
      if (b.first == a.last + 1 && a.sentence == b.sentence && all_[a.last].word == and_ && b.last > b.first + 1 &&
          person(a.name) && out_.kinds[b.name] == 0 && !has_digit(all[b.name]))
        out_.kinds[b.name] |= a_person;
    }
    for (std::uint32_t n = 0; n < all.size(); ++n)
      if (auto const full = whole(n); full != n && out_.kinds[n] == 0 && person(full)) out_.kinds[n] = a_person;
  }
  // "Ida Moor, 41,", "Ida Moor, who", "Ida Moor and her brother"
  bool is_somebody(NameUse const& use) const {
    static WordSet const hers{"her", "his"};
    static WordId const who = find_word("who"), and_ = find_word("and");
    auto const i = use.last;
    if (i + 2 >= sentence_->last) return false;
    if (all_[i].word == who) return true;
    if (all_[i].word == and_) return hers.has(all_[i + 1].word);
    return is_comma(i) && (all_[i + 1].word == who || (all_[i + 1].is(TokenKind::figure) && is_comma(i + 2)));
  }
  // "Ida Moor holds it in her palm", of one who is Moor elsewhere: no other name, and nobody else, stands before the pronoun.
  bool is_he_or_she(std::size_t u) const {
    static WordSet const pronouns{"she", "he", "her", "his", "him"};
    auto const& use = names_.uses[u];
    auto const end = u + 1 < names_.uses.size() ? std::min(names_.uses[u + 1].first, sentence_->last) : sentence_->last;
    for (auto i = use.last; i < end; ++i) {
      if (pronouns.has(all_[i].word)) return true;
      if (kinds_of_noun(tokens_, i, view_) == a_person) return false;
    }
    return false;
  }
  // "Moor says", "says Moor"
  bool speaks(NameUse const& use) const {
    auto const says = [&](std::uint32_t i) {
      return i >= sentence_->first && i < sentence_->last && all_[i].begins(Category::reporting_verbs);
    };
    return says(use.last) || (use.first > sentence_->first && says(use.first - 1));
  }
  bool is_comma(std::uint32_t i) const { return i < sentence_->last && all_[i].is(TokenKind::comma); }
  bool ends(std::uint32_t i) const {
    return i >= sentence_->last || is_comma(i) || all_[i].is(TokenKind::stop) || all_[i].is(TokenKind::semicolon);
  }
  Phrase const* noun_phrase(std::uint32_t token) const {
    if (token < sentence_->first || token >= sentence_->last) return nullptr;
    auto const p = chunks_.phrase_of[token];
    return p < 0 || chunks_.phrases[std::size_t(p)].kind != PhraseKind::noun ? nullptr : &chunks_.phrases[std::size_t(p)];
  }
  bool is_led(Phrase const& p) const {
    return p.first > sentence_->first && chunks_.classes[p.first - 1] == WordClass::preposition;
  }

  // "In Dorne, a bank failed", "According to Brill, the price for": led by a preposition, and no thing stands before it.
  bool opens(Phrase const& p) const {
    auto const before = p.first > sentence_->first ? chunks_.classes[p.first - 1] : WordClass::mark;
    if (before != WordClass::preposition && before != WordClass::to) return false;
    for (auto i = sentence_->first; i < p.first; ++i)
      if (noun_phrase(i)) return false;
    return true;
  }

  // "the chip designer Orla", "its card, the Marl 4,"
  void before(NameUse const& use) {
    auto i = use.first;
    if (i <= sentence_->first) return;
    if (chunks_.classes[i - 1] == WordClass::noun && !all_[i - 1].has(capital)) {
      auto const* own = noun_phrase(use.first);
      if (!own || own->head < use.last) say(i - 1, use);  // not "a first-phase IT capacity"
      return;
    }
    if (chunks_.classes[i - 1] == WordClass::determiner) --i;
    if (i < sentence_->first + 2 || !is_comma(i - 1) || !ends(use.last)) return;
    auto const* p = noun_phrase(i - 2);
    if (!p || p->last != i - 1 || !p->has(definite) || p->has(proper) || (is_led(*p) && p->first == sentence_->first + 1))
      return;
    say(p->head, use);
  }
  // "Brill, a bank with", "Brill, the German bank,", "Brill is a bank"
  void behind(NameUse const& use) {
    static WordId const ai = find_word("ai");  // "Brill AI, a start-up"
    auto const i = use.last + (use.last < sentence_->last && all_[use.last].word == ai ? 1 : 0);
    if (i + 1 < sentence_->last && all_[i].is(TokenKind::possessive)) return owns(use);
    if (i + 2 >= sentence_->last) return;
    bool const comma = is_comma(i);
    if (!comma && !is_form_of_be(i)) return;
    auto const* p = noun_phrase(i + 1);
    if (!p || p->first != i + 1 || p->has(proper) || p->has(pronominal) || p->has(plural)) return;
    // "Ida Moor, chief executive of Brill,"
    auto const lead = chunks_.classes[p->first];
    if (comma && (lead == WordClass::noun || lead == WordClass::adjective) &&
        kinds_of_noun(tokens_, p->head, view_) == a_person)
      return say(p->head, use);
    if (chunks_.classes[p->first] != WordClass::determiner) return;
    if (comma) {
      auto const* own = noun_phrase(use.first);
      if (own && opens(*own)) return;
      auto const k = p->last < sentence_->last ? chunks_.classes[p->last] : WordClass::mark;
      if (p->has(definite) && !ends(p->last) && k != WordClass::preposition && k != WordClass::wh) return;
    }
    say(p->head, use);
  }
  // "Brill's inference card": nobody's product has one.
  void owns(NameUse const& use) {
    auto const* p = noun_phrase(use.last + 1);
    if (!p || p->has(proper) || has_digit(names_.names[use.name])) return;
    if (kinds_of_noun(tokens_, p->head, view_) == a_product && out_.kinds[use.name] == 0)
      out_.kinds[use.name] = an_organization | a_person;
  }
  bool is_form_of_be(std::uint32_t i) const {
    auto const word = all_[i].word;
    return word != unknown_word && (word_info(word).forms & form_of_be) != 0;
  }

  void say(std::uint32_t token, NameUse const& use) {
    auto const noun = singular(all_[token].word);
    if (noun == unknown_word || all_[token].begins(Category::function_words)) return;
    if (!seen_.insert(std::uint64_t(noun) << 32 | use.name).second) return;
    out_.said.push_back({noun, use.name});
    out_.described[use.name] = true;
    out_.kinds[use.name] |= kinds_of_noun(tokens_, token, view_);
  }

  Tokens const& tokens_;
  std::vector<Token> const& all_;
  Names const& names_;
  Chunks const& chunks_;
  std::string_view view_;
  Sentence const* sentence_ = nullptr;
  std::unordered_set<std::uint64_t> seen_;  // noun and name
  Descriptions out_;
};

}  // namespace

bool Descriptions::has(WordId noun) const {
  auto const one = singular(noun);
  if (one == unknown_word) return false;
  auto const found = std::lower_bound(said.begin(), said.end(), Said{one, 0}, in_order);
  return found != said.end() && found->noun == one;
}
bool Descriptions::has(WordId noun, std::uint32_t name) const {
  auto const one = singular(noun);
  return one != unknown_word && std::binary_search(said.begin(), said.end(), Said{one, name}, in_order);
}
std::optional<std::uint32_t> Descriptions::place(std::string_view name) const {
  auto const found = places.find(name);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

Descriptions find_descriptions(Tokens const& tokens, Names const& names, Chunks const& chunks, std::string_view view) {
  return Finder(tokens, names, chunks, view).run();
}

std::uint8_t kinds_of_noun(Tokens const& tokens, std::uint32_t token, std::string_view view) {
  auto const& t = tokens.tokens[token];
  if (auto const m = match_phrase(Category::nominals, tokens.tokens, token, token + 1, view)) {
    auto const kind = vocabulary(Category::nominals)[std::size_t(m.row)].column[0];
    return kind == "organization" ? an_organization
           : kind == "product"    ? a_product
           : kind == "place"      ? a_place
           : kind == "person"     ? a_person
                                  : 0;
  }
  if (t.word == unknown_word) return 0;
  auto const noun = singular(t.word);
  if (noun == unknown_word) return 0;
  auto const field = word_info(noun).noun_field;
  if (field == lexname::group) return an_organization;
  // A designer, a partner or an owner may be a firm.
  static WordSet const either{"partner", "parent", "client", "tenant", "upstart", "ally", "guest", "sponsor"};
  auto const text = word_text(noun);
  bool const doer = text.ends_with("er") || text.ends_with("or") || either.has(noun);
  return field != lexname::person ? 0 : doer ? a_person | an_organization : a_person;
}

}  // namespace counterclaim
