#include "src/judge/described_sides.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim::rules {
namespace {

constexpr std::size_t most_opponents = 64;  // things set against one that are looked at

bool is_capital(std::string_view word) { return !word.empty() && lower(word.substr(0, 1)) != word.substr(0, 1); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0 || (c >= '0' && c <= '9'); }

// What follows the possessive mark at `at`, npos if there is none.
std::size_t behind_possessive(std::string_view text, std::size_t at) {
  for (std::string_view const mark : {"'s", "’s", "'", "’"})
    if (text.substr(at).starts_with(mark)) return at + mark.size();
  return text.npos;
}

struct Description {
  std::string_view owner;   // "Brevane" of "Brevane's card"; empty if there is none
  bool has_owner = false;   // "Brevane's", and not "the Brevane part"
  bool is_thing = false;    // a noun says that something is described
  bool is_named = false;    // a noun of what has names: "the newcomer", "its card", and not "the bunch"
  bool is_another = false;  // "Brevane's older card", "its rival"
};

// Of a side as the article writes it.
Description described(std::string_view written) {
  static WordSet const others{"old",    "older",       "previous",   "former",      "earlier",  "other", "another", "any",
                              "every",  "no",          "last",       "next",        "most",     "first", "second",  "new",
                              "future", "smaller",     "larger",     "bigger",      "cheaper",  "rival", "rivals",  "two",
                              "both",   "predecessor", "competitor", "alternative", "successor"};
  static WordSet const articles{"the", "its", "their"};
  Description out;
  bool capital_over = false, numbered = false;
  std::size_t at = 0, words = 0;
  std::string_view last;
  while (at < written.size()) {
    auto const end = std::min(written.find(' ', at), written.size());
    auto word = written.substr(at, end - at);
    auto const mark = std::min(word.find('\''), word.find("’"));
    bool const owns = mark != word.npos;
    auto const bare = owns ? word.substr(0, mark) : word;
    auto const id = find_word(lower(bare));
    out.is_another |= others.has(id);
    numbered |= has_digit(bare);
    if (is_capital(bare) && !articles.has(id) && !capital_over) {
      auto const begin = out.owner.empty() ? at : std::size_t(out.owner.data() - written.data());
      out.owner = written.substr(begin, at + bare.size() - begin);
      capital_over = out.has_owner = owns;
    } else if (!out.owner.empty()) {
      capital_over = true;
    }
    last = bare;
    ++words;
    at = end + 1;
  }
  auto const id = find_word(last);
  bool const noun = id != unknown_word && (word_info(id).parts & PartOfSpeech::noun) != 0;
  bool const definite = !out.owner.empty() || written.starts_with("the ") || written.starts_with("The ");
  out.is_named = noun && begins(word_info(word_info(id).noun_lemma), Category::nominals);
  out.is_thing = words > 1 && definite && noun && !is_capital(last) && !numbered;
  return out;
}

// The places of a name in a text, whole words.
template <class Look>
bool any_place(std::string_view text, std::string_view name, Look look) {
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    auto const end = at + name.size();
    bool const whole = (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
    if (whole && look(at, end)) return true;
  }
  return false;
}

// "Brevane's new card, the Nimbus 4", "the Brevane Nimbus 4", "the Nimbus 4 from Brevane".
bool tells_owner(std::string_view text, std::string_view owner, std::string_view thing) {
  constexpr std::size_t reach = 40;  // bytes
  auto const near = [&](std::size_t at) {
    auto const stretch = text.substr(at, reach);
    auto const found = stretch.substr(0, stretch.find_first_of(".;\n")).find(thing);
    return found != stretch.npos &&
           std::none_of(stretch.begin(), stretch.begin() + std::ptrdiff_t(found), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  bool const owned = any_place(text, owner, [&](std::size_t, std::size_t end) {
    auto const behind = behind_possessive(text, end);
    return behind != text.npos ? near(behind) : (text.substr(end, 1) == " " && text.substr(end + 1).starts_with(thing));
  });
  if (owned) return true;
  return any_place(text, thing, [&](std::size_t, std::size_t end) {
    for (std::string_view const join : {" from ", " by ", " of ", ", from ", ", by ", ", made by ", ", built by "})
      if (text.substr(end).starts_with(join) && text.substr(end + join.size()).starts_with(owner)) return true;
    return false;
  });
}

// One sentence names both.
bool names_both(std::string_view text, std::string_view owner, std::string_view thing) {
  constexpr std::size_t reach = 160;
  return any_place(text, owner, [&](std::size_t at, std::size_t end) {
    auto const behind = text.substr(end, reach);
    if (behind.substr(0, std::min(behind.find(". "), behind.find('\n'))).find(thing) != behind.npos) return true;
    auto const from = at > reach ? at - reach : 0;
    auto const before = text.substr(from, at - from);
    auto const dot = before.rfind(". "), line = before.rfind('\n');
    auto const begin = std::max(dot == before.npos ? 0 : dot, line == before.npos ? 0 : line);
    return before.find(thing, begin) != before.npos;
  });
}

class Settling {
 public:
  Settling(std::span<ComparedSides> compared, Context const& context) : compared_(compared), context_(context) {
    for (std::uint32_t i = 0; i < compared.size(); ++i) {
      against_[compared[i].left].push_back({i, false});
      against_[compared[i].right].push_back({i, true});
    }
  }

  void run() {
    std::vector<std::pair<std::string*, std::string>> meant;  // put in at the end, so that the order of claims tells nothing
    for (auto& sides : compared_) {
      if (auto name = settled(sides, true); !name.empty()) meant.emplace_back(&sides.left, std::move(name));
      if (auto name = settled(sides, false); !name.empty()) meant.emplace_back(&sides.right, std::move(name));
    }
    for (auto& [side, name] : meant) *side = std::move(name);
  }

 private:
  struct Place {
    std::uint32_t at = 0;
    bool is_right = false;  // the opponent is the right side
  };
  Claim const& claim(std::uint32_t i) const { return context_.set.claims[i]; }
  std::string_view text(Claim const& c) const { return context_.set.articles[c.article].view; }
  static std::string_view written(Claim const& c, bool left) { return left ? c.left_name : c.right_name; }
  // Nothing where the article itself lets it be known ("Brevane's card, the Nimbus 4").
  static Description description(Claim const& c, bool left) {
    auto const words = written(c, left), full = name(c, left);
    auto const brief = full.substr(0, full.find(' '));  // "the Ardent part" is of Ardent Silicon
    return words.find(full) != words.npos || (is_capital(brief) && words.find(brief) != words.npos) ? described(words)
                                                                                                    : Description();
  }
  static std::string_view name(Claim const& c, bool left) { return left ? c.left : c.right; }

  // The node that the side means, empty if it is none of these or not sure.
  std::string settled(ComparedSides const& sides, bool left) const {
    Claim const& c = claim(sides.claim);
    auto const& opponent = left ? sides.right : sides.left;
    auto const what = description(c, left);
    if (opponent.empty() || !what.is_thing || what.is_another) return {};
    auto const& places = against_.at(opponent);
    if (places.size() > most_opponents) return {};
    auto const opponent_name = name(c, !left);
    std::string_view const owner = what.owner;
    bool const is_known = !owner.empty() && uses_of(c, owner) > 1;
    if (is_known &&
        (tells_owner(text(c), owner, opponent_name) || lower(opponent_name).find(lower(owner)) != std::string::npos))
      return {};
    std::string found;
    for (auto const& place : places) {
      auto const& other = compared_[place.at];
      Claim const& k = claim(other.claim);
      auto const& node = place.is_right ? other.left : other.right;
      if (other.claim == sides.claim || k.article == c.article || node.empty() || node == found) continue;
      auto const thing = model_in(name(k, place.is_right));
      if (description(k, place.is_right).is_thing || !is_named_thing(thing)) continue;
      bool const is_name = is_known || (!owner.empty() && uses_of(k, owner) > 0);
      bool const is_meant =
          (is_name && is_owned(c, k, owner, thing, opponent_name)) ||
          (what.is_named && !(is_name && what.has_owner) && is_only_one(c, k, thing) && !is_told_too(c, places, node));
      if (!is_meant) continue;
      if (!found.empty()) return {};
      found = node;
    }
    return found;
  }
  // "R90" of "American R90".
  static std::string_view model_in(std::string_view name) {
    auto const blank = name.rfind(' ');
    if (blank == name.npos || !has_digit(name.substr(blank + 1)) || !is_capital(name.substr(blank + 1))) return name;
    return name.substr(blank + 1);
  }
  // How often the article writes the name: a word of the kind "the Norwegians" stands in the description alone.
  int uses_of(Claim const& c, std::string_view owner) const {
    int uses = 0;
    any_place(text(c), owner, [&](std::size_t, std::size_t) { return ++uses > 1; });
    return uses;
  }
  bool is_owned(Claim const& c, Claim const& k, std::string_view owner, std::string_view thing,
                std::string_view opponent) const {
    if (lower(thing).find(lower(owner)) != std::string::npos && has_digit(thing)) return true;
    for (auto const* at : {&c, &k}) {
      if (tells_owner(text(*at), owner, opponent)) return false;
      if (tells_owner(text(*at), owner, thing)) return true;
    }
    return names_both(text(k), owner, thing) || names_both(text(c), owner, thing) || is_about_both(c, k, owner, thing);
  }
  // Both articles name the owner and the thing, one of them in its title, and the thing is told to be nobody else's.
  bool is_about_both(Claim const& c, Claim const& k, std::string_view owner, std::string_view thing) const {
    bool titled = false;
    for (auto const* at : {&c, &k}) {
      auto const whole = text(*at);
      auto const is_named = [&](std::string_view name) { return any_place(whole, name, [](auto, auto) { return true; }); };
      bool const others = any_place(whole, thing, [&](std::size_t begin, std::size_t) {
        for (std::string_view const mark : {"'s ", "’s "})
          if (begin > mark.size() && whole.substr(begin - mark.size(), mark.size()) == mark)
            return !whole.substr(0, begin - mark.size()).ends_with(owner);
        return false;
      });
      if (others || !is_named(owner) || !is_named(thing)) return false;
      auto const title = std::string_view(context_.set.articles[at->article].title);
      titled = titled || title.find(owner) != title.npos || title.find(thing) != title.npos;
    }
    return titled;
  }
  // A name, or a word of no language: "mirelcestat".
  static bool is_named_thing(std::string_view thing) { return is_capital(thing) || find_word(thing) == unknown_word; }
  // Does the same article set it against the opponent as well, by its name?
  bool is_told_too(Claim const& c, std::vector<Place> const& places, std::string const& node) const {
    return std::any_of(places.begin(), places.end(), [&](Place const& place) {
      auto const& other = compared_[place.at];
      return claim(other.claim).article == c.article && (place.is_right ? other.left : other.right) == node;
    });
  }
  bool is_only_one(Claim const& c, Claim const& k, std::string_view thing) const {
    return !c.benchmark.empty() && lower(c.benchmark) == lower(k.benchmark) &&
           any_place(text(c), thing, [](std::size_t, std::size_t) { return true; });
  }

  std::span<ComparedSides> compared_;
  Context const& context_;
  std::map<std::string, std::vector<Place>> against_;
};

}  // namespace

void settle_described(std::span<ComparedSides> compared, Context const& context) { Settling(compared, context).run(); }

}  // namespace counterclaim::rules
