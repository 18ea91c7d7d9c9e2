#include "src/align/names_apart.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/beside.hpp"
#include "src/align/near_words.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"

namespace counterclaim {

bool extends(std::string_view longer, std::string_view shorter) {
  if (longer.size() <= shorter.size() + 1 || !longer.starts_with(shorter) || longer[shorter.size()] != ' ') return false;
  auto const rest = longer.substr(shorter.size() + 1);
  return rest.starts_with("of ") || rest.starts_with("in ");
}

bool own_name(Claim const& c) {
  return std::any_of(c.names.begin(), c.names.end(),
                     [](NameRef const& n) { return n.role == TermRole::subject || n.role == TermRole::object; });
}

namespace {

// "Needed 64 Orin 3 cards", "needed 64 Orin 4 cards": the only names near the figures, alike but for the number.
bool are_two_of_one_line(Claim const& a, Claim const& b) {
  auto const only = [](Claim const& c) {
    std::string_view found;
    for (auto const& n : c.names) {
      if (n.role > TermRole::clause) break;
      if (!found.empty()) return std::string_view();
      found = n.name;
    }
    return found;
  };
  auto const x = only(a), y = only(b);
  auto const number = [](std::string_view name) {
    auto const blank = name.rfind(' ');
    auto const last = blank == name.npos ? std::string_view() : name.substr(blank + 1);
    return !last.empty() && last.find_first_not_of("0123456789.") == last.npos ? blank + 1 : std::size_t(0);
  };
  auto const i = number(x), k = number(y);
  return i != 0 && i == k && x != y && x.substr(0, i) == y.substr(0, k);
}

}  // namespace

bool other_models(Claim const& a, Claim const& b) {
  auto const names_subject = [](Claim const& c) {
    return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& n) { return n.role <= TermRole::clause; });
  };
  bool const near_a = names_subject(a), near_b = names_subject(b);
  auto numbers = [&](Claim const& c, auto&& use) {
    // Where one clause names nothing, what its sentence names is the model.
    auto const far = near_a != near_b && !names_subject(c) ? TermRole::sentence : TermRole::subject;
    for (auto const& n : c.names) {
      if (n.role != TermRole::subject && n.role != far) continue;
      for (std::size_t from = 0; from < n.name.size();) {
        auto const to = std::min(n.name.find(' ', from), n.name.size());
        auto const word = n.name.substr(from, to - from);
        bool const letter =
            word.size() == 1 && from > 0 && to == n.name.size() && word[0] >= 'A' && word[0] <= 'Z';  // "Orin X"
        if (letter || std::any_of(word.begin(), word.end(), [](char ch) { return ch >= '0' && ch <= '9'; })) use(word);
        from = to + 1;
      }
    }
  };
  bool a_has = false, b_has = false, shared = false;
  numbers(a, [&](std::string_view x) {
    a_has = true;
    numbers(b, [&](std::string_view y) { shared |= x == y; });
  });
  numbers(b, [&](std::string_view) { b_has = true; });
  return (a_has && b_has && !shared) || (!a_has && !b_has && are_two_of_one_line(a, b));
}

namespace {

bool has_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char ch) { return ch >= '0' && ch <= '9'; });
}
std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

// "Mini", "Pro": of name_words.tsv
bool is_model_word(std::string_view word) {
  auto const id = find_word(lower(word));
  if (id == unknown_word || !begins(word_info(id), Category::name_words)) return false;
  auto const row = row_of(Category::name_words, id);
  return row >= 0 && vocabulary(Category::name_words)[std::size_t(row)].column[0] == "model";
}
// What tells one of a line from the others: "5 Mini", "Pro Max"; of a line with a number also "Touring".
bool tells_model(std::string_view rest, bool any_word) {
  if (any_word && rest.find(' ') == rest.npos) {
    auto const id = find_word(lower(rest));
    if (id == unknown_word || !begins(word_info(id), Category::nominals)) return true;
  }
  while (!rest.empty()) {
    auto const word = rest.substr(0, rest.find(' '));
    if (!has_number(word) && !is_model_word(word)) return false;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return true;
}
bool are_variants(std::string_view x, std::string_view y) {
  if (x == y || x.empty() || y.empty() || x[0] != y[0]) return false;
  if (x.size() > y.size()) std::swap(x, y);
  std::size_t shared = 0;  // bytes of the words that both begin with, and the blank behind them
  for (std::size_t i = 0; i <= x.size() && i < y.size(); ++i) {
    if (y[i] == ' ' && (i == x.size() || x[i] == ' ')) shared = i + 1;
    if (i == x.size() || x[i] != y[i]) break;
  }
  if (shared == 0) return false;
  auto const rest = y.substr(shared);
  if (shared > x.size()) return tells_model(rest, has_number(last_word(x))) && (has_number(x) || !has_number(rest));
  return tells_model(rest, false) && tells_model(x.substr(shared), false);
}

}  // namespace

bool other_variants(Surroundings const& s, Claim const& a, Claim const& b) {
  auto const near = [](Claim const& c) {
    return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& n) { return n.role <= TermRole::clause; });
  };
  auto const names = [](Claim const& c, std::string_view name, TermRole up_to) {
    return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) { return n.role <= up_to && n.name == name; });
  };
  bool const near_a = near(a), near_b = near(b);
  if (near_a && near_b) {
    bool apart = false;
    for (auto const& n : a.names)
      for (auto const& m : b.names) {
        if (n.role > TermRole::clause || m.role > TermRole::clause || !are_variants(n.name, m.name)) continue;
        // "The Orin 5 Mini, which has 12 cores, follows the Orin 5"
        bool const subjects = n.role == TermRole::subject && m.role == TermRole::subject;
        auto const up_to = subjects ? TermRole::subject : TermRole::clause;
        if (names(a, m.name, up_to) || names(b, n.name, up_to)) return false;
        apart = true;
      }
    return apart;
  }
  if (near_a == near_b) return false;
  // Of what its article is about, unless the other was named just before.
  auto const &named = near_a ? a : b, &bare = near_a ? b : a;
  if (names(named, bare.entity, TermRole::clause)) return false;
  auto const is_named_before = [&](std::string_view word) {  // in its paragraph
    constexpr std::uint32_t reach = 1000;                    // bytes
    auto const from = bare.span.begin - std::min(bare.span.begin, reach);
    auto const before = std::string_view(s.set().articles[bare.article].view).substr(from, bare.span.begin - from);
    auto const blank = before.rfind("\n\n");
    return before.find(word, blank == before.npos ? 0 : blank) != before.npos;
  };
  return std::any_of(named.names.begin(), named.names.end(), [&](NameRef const& n) {
    return n.role == TermRole::subject && are_variants(n.name, bare.entity) && s.names_it(bare.article, n.name) &&
           !is_named_before(last_word(n.name));
  });
}

// "Category 3": how strong or good something is, and no model of anything.
static bool is_grade(std::string_view name) {
  static WordSet const grades{"category", "class", "grade", "level", "magnitude", "stage", "tier"};
  auto const blank = name.find(' ');
  return blank != std::string_view::npos && grades.has(find_word(lower(name.substr(0, blank))));
}

bool of_a_model(Claim const& c, Claim const& other) {
  auto numbered = [](NameRef const& n) {
    return n.role <= TermRole::clause && !is_grade(n.name) &&
           std::any_of(n.name.begin(), n.name.end(), [](char ch) { return ch >= '0' && ch <= '9'; });
  };
  bool const any = std::any_of(c.names.begin(), c.names.end(), numbered);
  return any && std::none_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
           return numbered(n) &&
                  std::any_of(other.names.begin(), other.names.end(), [&](NameRef const& m) { return m.name == n.name; });
         });
}

bool of_writer(Claim const& c) {
  return std::any_of(c.names.begin(), c.names.end(),
                     [](NameRef const& n) { return n.role == TermRole::subject && n.name == "I"; });
}

bool other_tests(Claim const& a, Claim const& b) {
  bool both = false;
  for (auto const& n : a.names)
    for (auto const& m : b.names) {
      if (n.role != TermRole::object || m.role != TermRole::object) continue;
      if (n.name == m.name) return false;
      both = true;
    }
  return both;
}

namespace {

class NameComparer {
 public:
  NameComparer(Surroundings const& s, Claim const& a, Claim const& b) : s_(s), a_(a), b_(b) {}

  NamesCompared run() {
    bool const a_named = said_of_it(a_), b_named = said_of_it(b_);
    for (auto const& n : a_.names)
      for (auto const& m : b_.names)
        if (n.name == m.name || extends(n.name, m.name) || extends(m.name, n.name) ||
            (a_.kind == ClaimKind::rank && (is_kind_and(n.name, m.name) || is_kind_and(m.name, n.name))))
          take(n, m, a_named, b_named);
    out_.both_have_subjects = has_subject(a_) && has_subject(b_);
    out_.near_one = has_near(a_) || has_near(b_);
    // A headline leaves out whose it is: "Orla bakery to open in May", "the bakery in Venn will open on June 14".
    bool const own_event =
        a_.kind == ClaimKind::date && a_.article == b_.article && a_.headline != b_.headline && share_verb(a_, b_);
    // A place that both name joins nothing.
    out_.two_subjects =
        !own_event && out_.subject == 0 && a_named && b_named && !subject_is_near(a_, b_) && !subject_is_near(b_, a_);
    bool const strange =
        out_.subject + out_.near + out_.topic == 0 && (is_strange(a_, b_.article) || is_strange(b_, a_.article));
    bool const person = is_of_person(a_, b_, b_named) || is_of_person(b_, a_, a_named);
    if (person && out_.subject + out_.near == 0) out_.two_subjects = out_.both_have_subjects = true;
    bool const told_of_another =
        out_.subject + out_.near == 0 && a_.kind == ClaimKind::quantity && slip_between(a_, b_) == Slip::none &&
        ((!a_named && b_named && stands_for_another(a_, b_)) || (!b_named && a_named && stands_for_another(b_, a_)));
    out_.subjects_differ =
        out_.two_subjects || told_of_another || strange || is_unknown_model(a_, b_.article) || is_unknown_model(b_, a_.article);
    out_.known_as_others = out_.subjects_differ && (is_known_there(a_, b_) || is_known_there(b_, a_));
    return out_;
  }

 private:
  void take(NameRef const& n, NameRef const& m, bool a_named, bool b_named) {
    bool const n_subject = n.role == TermRole::subject, m_subject = m.role == TermRole::subject;
    bool const is_topic = (n_subject && stands_under(b_, m) && !b_named) || (m_subject && stands_under(a_, n) && !a_named);
    int& slot = n_subject && m_subject                                     ? out_.subject
                : n.role <= TermRole::clause && m.role <= TermRole::clause ? out_.near
                : is_topic                                                 ? out_.topic
                                                                           : out_.far;
    int const weight = 50 + s_.rarity().name(n.name) / 2;
    bool const nearest = (&slot == &out_.subject || out_.subject == 0) && (&slot != &out_.far || out_.near + out_.topic == 0) &&
                         (&slot != &out_.topic || out_.near == 0);
    if (nearest && weight > slot) out_.name = n.name;
    slot = std::max(slot, weight);
  }
  // What its article is about, and no clause near the figure names; the rest of its sentence may ("Velin said").
  bool stands_under(Claim const& c, NameRef const& n) const {
    return n.role == TermRole::heading || (n.role == TermRole::sentence && s_.is_topic(c.article, n.name));
  }
  // "In three seasons he scored 58": of a person, and of no club or firm that the text is about. "He said" tells who speaks.
  static bool has_person(std::string_view sentence) {
    static constexpr std::string_view pronouns[] = {"he ", "He ", "she ", "She "};
    for (auto const p : pronouns)
      for (auto at = sentence.find(p); at != sentence.npos; at = sentence.find(p, at + 1)) {
        if (at > 0 && sentence[at - 1] != ' ') continue;
        auto const rest = sentence.substr(at + p.size());
        auto const verb = find_word(rest.substr(0, rest.find_first_of(" ,.:;")));
        if (verb == unknown_word || !begins(word_info(verb), Category::reporting_verbs)) return true;
      }
    return false;
  }
  // "he scored 61", "Carrow Town scored 74"; "61 were scored, he says" tells who speaks.
  bool is_of_person(Claim const& c, Claim const& other, bool other_named) const {
    auto const before = sentence_before(c, s_.set().articles[c.article].raw);
    return !has_subject(c) && other_named && has_person(before) && !subject_is_near(other, c);
  }
  // Does the sentence name it (or the head of a table's row), or was it found for a pronoun or for "the company"?
  bool is_explicit(Claim const& c, NameRef const& n) const {
    auto const& article = s_.set().articles[c.article];
    if (article.blocks[c.block].table >= 0 || n.name == "I") return true;  // "my model" is of nobody else either
    auto const sentence = sentence_near(c, article.raw);
    for (std::size_t from = 0; from < n.name.size();) {  // "the K4" names the Korrin K4
      auto const to = std::min(n.name.find(' ', from), n.name.size());
      if (to > from + 1 && sentence.find(n.name.substr(from, to - from)) != std::string_view::npos) return true;
      from = to + 1;
    }
    return has_person(sentence);
  }
  template <class Test>
  bool subject_that(Claim const& c, Test test) const {
    return std::any_of(c.names.begin(), c.names.end(),
                       [&](NameRef const& n) { return n.role == TermRole::subject && is_explicit(c, n) && test(n.name); });
  }
  bool said_of_it(Claim const& c) const {
    return subject_that(c, [](std::string_view) { return true; });
  }
  bool is_strange(Claim const& c, std::uint32_t article) const {
    return subject_that(c, [&](std::string_view name) { return !s_.names_it(article, name); });
  }
  bool is_unknown_model(Claim const& c, std::uint32_t article) const {
    return subject_that(c, [&](std::string_view name) {
      return std::any_of(name.begin(), name.end(), [](char ch) { return ch >= '0' && ch <= '9'; }) &&
             !s_.names_it(article, name);
    });
  }
  // "It" is what this text named last, and not the other claim's subject, of which it speaks as well.
  bool stands_for_another(Claim const& c, Claim const& other) const {
    if (!has_subject(c)) return false;
    return subject_that(other, [&](std::string_view name) {
      return s_.names_it(c.article, name) && std::none_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
               return n.role <= TermRole::sentence &&
                      (n.name == name || extends(n.name, name) || extends(name, n.name) || shortens(n.name, name));
             });
    });
  }
  // "The company" is Orl here, and the other article, which tells this of Brill, knows Orl as well.
  bool is_known_there(Claim const& c, Claim const& other) const {
    auto const named = [&](std::string_view name) {
      return std::any_of(other.names.begin(), other.names.end(), [&](NameRef const& m) {
        return m.role <= TermRole::sentence &&
               (m.name == name || extends(m.name, name) || extends(name, m.name) || shortens(m.name, name));
      });
    };
    return said_of_it(other) && std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
             return n.role == TermRole::subject && s_.names_it(other.article, n.name) && !named(n.name);
           });
  }
  static bool has_subject(Claim const& c) {
    return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& n) { return n.role == TermRole::subject; });
  }
  static bool has_near(Claim const& c) {
    return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& n) { return n.role <= TermRole::clause; });
  }
  // "the bridge over the River Brill", "the Brill bridge"; "St. Orin's Hospital", "St. Orin's"
  static bool is_kind_and(std::string_view longer, std::string_view shorter) {
    if (longer.starts_with(shorter) && longer.substr(shorter.size()).starts_with("'s ")) return true;
    if (!longer.ends_with(shorter) || longer.size() < shorter.size() + 2 || longer[longer.size() - shorter.size() - 1] != ' ')
      return false;
    auto const kind = find_word(lower(longer.substr(0, longer.size() - shorter.size() - 1)));
    return kind != unknown_word && begins(word_info(kind), Category::nominals);
  }
  // "the Corrin yard" and "Corrin Marine": one firm, until a number tells that they are two models.
  static bool shortens(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (!b.starts_with(a) || b.size() == a.size() || b[a.size()] != ' ') return false;
    return !has_number(b.substr(a.size())) && !are_variants(a, b);
  }
  // "Ida Moor, 41", "Acme, the second-largest baker": of nobody else whom the sentence names.
  static bool is_owners(Claim const& c) { return c.kind == ClaimKind::rank || dimension_of(c.unit) == "age"; }
  static bool subject_is_near(Claim const& c, Claim const& other) {
    bool const owners = is_owners(c);
    for (auto const& n : c.names)
      if (n.role == TermRole::subject)
        for (auto const& m : other.names)
          if ((owners ? m.role == TermRole::subject : m.role <= TermRole::clause) &&
              (n.name == m.name || extends(n.name, m.name) || extends(m.name, n.name) || shortens(n.name, m.name)))
            return true;
    return false;
  }

  Surroundings const& s_;
  Claim const &a_, &b_;
  NamesCompared out_;
};

}  // namespace

NamesCompared compare_names(Surroundings const& surroundings, Claim const& a, Claim const& b) {
  return NameComparer(surroundings, a, b).run();
}

bool other_small_names(Claim const& a, Claim const& b) {
  auto const has = [](Claim const& c, std::uint32_t word) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.word == word; });
  };
  bool own = false, noun = false;
  for (auto const& t : a.terms) {
    if (t.role != TermRole::subject || is_concept(t.word)) continue;
    bool const name = (t.word & unknown_bit) != 0;
    if (name && has(b, t.word)) return false;
    own |= name;
    noun |= !name && std::any_of(b.terms.begin(), b.terms.end(),
                                 [&](Term const& u) { return u.word == t.word && u.role == TermRole::subject; });
  }
  return own && noun && std::any_of(b.terms.begin(), b.terms.end(), [&](Term const& u) {
           return u.role == TermRole::subject && (u.word & unknown_bit) != 0 && !is_concept(u.word) && !has(a, u.word);
         });
}

}  // namespace counterclaim
