#include "src/resolve/access.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/concept_row.hpp"
#include "src/resolve/concepts.hpp"

namespace counterclaim {
namespace {

class Access {
 public:
  Access(Context const& c, DateMention const& d, Frame& f) : c_(c), d_(d), f_(f), t_(c.tokens.tokens) {}

  bool run() {
    if (f_.verb < 0 || d_.at.first == 0) return false;
    auto const& v = verb();
    if (reopens(v)) return true;
    if (v.has(passive_voice) || v.has(negated) || v.last > t_.size() || t_[v.head].word == unknown_word) return false;
    auto const lemma = word_info(t_[v.head].word).verb_lemma;
    if (lemma == unknown_word) return false;
    bool const sold = lies(lemma) && on_sale(v);
    bool const had = !sold && begins_then() && f_.subject_phrase >= 0 && takes(lemma, v);
    bool const runs = !sold && !had && begins_then() && f_.subject_phrase >= 0 && moves(lemma);
    if (!sold && !had && !runs) return false;
    static std::uint32_t const launch = dated_concept_of("launch"), release = dated_concept_of("release"),
                               open = dated_concept_of("open");
    if (!runs) add_term(f_, launch, TermRole::verb), add_term(f_, release, TermRole::verb);
    if (!sold) add_term(f_, open, TermRole::verb);
    sort_by_role(f_.terms);
    return true;
  }

 private:
  Phrase const& verb() const { return c_.chunks.phrases[std::size_t(f_.verb)]; }
  Phrase const* phrase_at(std::uint32_t i) const {
    auto const p = i < c_.chunks.phrase_of.size() ? c_.chunks.phrase_of[i] : -1;
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  // "Will be closed until May 3": it opens again then
  bool reopens(Phrase const& v) {
    static std::uint32_t const resume = dated_concept_of("resume");
    static WordId const until = find_word("until"), till = find_word("till");
    static WordSet const shut{"close", "closed", "shut"};
    auto const led =
        t_[d_.at.first].word == until || t_[d_.at.first].word == till ? t_[d_.at.first].word : t_[d_.at.first - 1].word;
    if ((led != until && led != till) || v.last > d_.at.first || v.has(negated)) return false;
    bool closed = false;  // "is closed", "remains shut"
    for (auto i = v.first; i <= v.last && i < d_.at.first; ++i) closed |= shut.has(t_[i].word);
    if (!closed) return false;
    std::erase_if(f_.terms, [](Term const& t) { return t.role == TermRole::verb; });
    add_term(f_, resume, TermRole::verb);
    sort_by_role(f_.terms);
    return true;
  }
  // "From May 3", "since May"
  bool begins_then() const {
    static WordSet const leads{"from", "since", "starting"};
    return leads.has(t_[d_.at.first - 1].word) || leads.has(t_[d_.at.first].word);
  }
  WordId subject() const {
    auto const word = t_[c_.chunks.phrases[std::size_t(f_.subject_phrase)].head].word;
    static WordId const you = find_word("you");
    return word == unknown_word || word == you ? word : word_info(word).noun_lemma;
  }
  // "Is in the shops", "will be on pharmacy shelves", "has been in American stores"
  bool lies(WordId lemma) const {
    static WordSet const lies{"be", "lie", "sit", "stand", "land", "arrive", "appear"};
    return lies.has(lemma);
  }
  bool on_sale(Phrase const& v) const {
    static WordSet const places{"shop",   "store",       "shelf",    "pharmacy", "showroom",  "dealership",
                                "window", "supermarket", "bookshop", "kiosk",    "drugstore", "counter"};
    static WordSet const leads{"in", "on", "at"};
    auto i = v.last;
    while (i < t_.size() && c_.chunks.classes[i] == WordClass::adverb) ++i;
    auto const* p = i + 1 < t_.size() && leads.has(t_[i].word) ? phrase_at(i + 1) : nullptr;
    if (!p || p->kind != PhraseKind::noun || p->sentence != v.sentence || t_[p->head].word == unknown_word) return false;
    return places.has(word_info(t_[p->head].word).noun_lemma);
  }
  // "Pharmacies will have it", "users can try the model"
  bool takes(WordId lemma, Phrase const& v) const {
    static WordSet const takers{"customer", "consumer", "user",    "patient",   "pharmacy", "shop",      "store",
                                "dealer",   "retailer", "buyer",   "reader",    "viewer",   "developer", "subscriber",
                                "player",   "shopper",  "visitor", "passenger", "motorist", "driver",    "guest",
                                "fan",      "doctor",   "clinic",  "people",    "everyone", "everybody", "anyone",
                                "anybody",  "public",   "member",  "tenant",    "pupil",    "student",   "you"};
    static WordSet const takes{"have",   "get",   "buy",  "try", "use",  "download", "find",  "obtain",
                               "access", "stock", "sell", "see", "ride", "visit",    "enter", "cross"};
    auto const& first = t_[v.first];
    bool const may = v.has(modal_verb) || v.has(perfect) || (word_info(first.word).forms & form_of_have) != 0;
    if (!may || !takes.has(lemma) || !takers.has(subject())) return false;
    auto const* p = phrase_at(v.last);
    return p && p->kind == PhraseKind::noun && p->last <= t_.size() &&
           (p->has(definite) || p->has(proper) || p->has(pronominal) || c_.name_of[p->head] >= 0 ||
            std::any_of(p->first + c_.name_of.begin(), p->last + c_.name_of.begin(), [](auto use) { return use >= 0; }));
  }
  // "Trams will run on the line from May 3"
  bool moves(WordId lemma) const {
    static WordSet const vehicles{"train", "tram", "bus",    "ferry",   "boat", "car",
                                  "plane", "ship", "flight", "traffic", "lorry"};
    static WordSet const moves{"run", "roll", "travel", "cross", "sail", "fly", "drive", "serve", "use"};
    static WordSet const ways{"on", "over", "through", "along", "across", "between"};
    auto const behind = verb().last;
    return moves.has(lemma) && vehicles.has(subject()) && behind < t_.size() && ways.has(t_[behind].word);
  }

  Context const& c_;
  DateMention const& d_;
  Frame& f_;
  std::vector<Token> const& t_;
};

}  // namespace

bool add_access(Context const& c, DateMention const& d, Frame& frame) { return Access(c, d, frame).run(); }

}  // namespace counterclaim
