// Two passes: the body says which capitalised words are names; then titles, where every word may have a capital, are searched
// for these. The first word of a sentence is a name only when it continues as one or is used as one elsewhere.
#include "src/resolve/names.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <unordered_map>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/dateline.hpp"
#include "src/resolve/name_parts.hpp"
#include "src/resolve/name_words.hpp"

namespace counterclaim {

namespace {

class Finder {
 public:
  Finder(Article const& article, Tokens const& tokens, Mentions const& mentions, Arena& kept)
      : article_(article), tokens_(tokens), mentions_(mentions), view_(article.view), kept_(kept) {}

  Names run() {
    mark_words();
    collect_inner();
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s)
      if (!is_above_text(s)) has_title_case(s) ? scan_title(s) : scan(s);
    auto const of_body = std::ptrdiff_t(out_.uses.size());  // in order of place, and so are those of titles
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s)
      if (is_above_text(s)) scan_title(s);
    std::inplace_merge(out_.uses.begin(), out_.uses.begin() + of_body, out_.uses.end(),
                       [](auto const& a, auto const& b) { return a.first < b.first; });
    find_topic();
    return std::move(out_);
  }

 private:
  bool is_title(std::uint32_t s) const { return article_.blocks[tokens_.sentences[s].block].kind == BlockKind::title; }
  bool is_above_text(std::uint32_t s) const {
    return is_title(s) || article_.blocks[tokens_.sentences[s].block].kind == BlockKind::heading;
  }
  Token const& token(std::uint32_t i) const { return tokens_.tokens[i]; }

  static bool is_cased(Token const& t) { return (t.is(TokenKind::word) && t.has(capital)) || t.is(TokenKind::code); }
  // A capitalised word that can be part of a name.
  bool can_name(std::uint32_t i) const { return may_name_[i] != 0; }
  // The next of these from token i on; `end` if there is none.
  std::uint32_t next_name(std::uint32_t i, std::uint32_t end) const {
    auto const* const found = i < end ? std::memchr(may_name_.data() + i, 1, end - i) : nullptr;
    return found ? std::uint32_t(static_cast<std::uint8_t const*>(found) - may_name_.data()) : end;
  }
  bool may_name(std::uint32_t i) const {
    auto const& t = token(i);
    if (t.is(TokenKind::code)) return name_word(tokens_, i, view_) != NameWord::never;  // "192 GB of HBM3e"
    // "64 GB", "$5M": a unit right behind a figure
    if (i > 0 && t.begins(Category::units) && token(i - 1).is(TokenKind::figure)) return false;
    auto const kind = name_word(tokens_, i, view_);
    if (kind == NameWord::never || kind == NameWord::title) return false;
    return !t.begins(Category::function_words) || (t.has(all_capitals) && t.end - t.begin > 1);
  }

  void mark_words() {
    may_name_.resize(tokens_.tokens.size());
    auto const all = std::span(tokens_.tokens);
    for (std::uint32_t i = 0; i < all.size(); ++i)
      if ((all[i].has(capital) || all[i].is(TokenKind::code)) && is_cased(all[i])) may_name_[i] = may_name(i);
    for (auto const& q : mentions_.quantities)
      for (auto i = q.at.first; i < q.at.last; ++i)
        if ((i < q.counted_first || i >= q.counted_last) && (q.unit != no_unit || token(i).begins(Category::numerals)))
          may_name_[i] = 0;
    for (auto const& d : mentions_.dates)
      for (auto i = d.at.first; i < d.at.last; ++i)
        if (token(i).is(TokenKind::code) || d.shape == DateShape::time || leads_month(i))
          may_name_[i] = 0;  // "9 a.m. Pacific time"
    titled_.resize(tokens_.sentences.size());
    for (std::uint32_t s = 0; s < titled_.size(); ++s) titled_[s] = in_title_case(tokens_, tokens_.sentences[s]);
  }

  // "In July Orvel won": a month is no part of the name behind it.
  bool leads_month(std::uint32_t i) const {
    static WordSet const in{"in", "since", "until", "by"};
    return i > 0 && i + 1 < tokens_.tokens.size() && in.has(token(i - 1).word) && token(i).begins(Category::date_names) &&
           is_cased(token(i + 1));
  }

  // Words with a capital in the midst of a sentence, by which a first word is known for a name.
  void collect_inner() {
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) {
      auto const& sentence = tokens_.sentences[s];
      if (is_above_text(s)) collect_makers(sentence);
      if (is_title(s) || has_title_case(s)) continue;
      for (auto i = next_name(sentence.first, sentence.last); i < sentence.last; i = next_name(i + 1, sentence.last))
        if (!token(i).has(sentence_first) && !follows_first(i) && !leads_behind_dateline(i, sentence))
          inner_.insert(token(i).word);
    }
  }

  // "Harrow T5 review": who makes it, whatever the word means.
  void collect_makers(Sentence const& sentence) {
    for (auto i = next_name(sentence.first, sentence.last); i + 1 < sentence.last; i = next_name(i + 1, sentence.last))
      if (token(i + 1).is(TokenKind::code) && token(i).is(TokenKind::word) && !token(i).begins(Category::numbered_things))
        inner_.insert(token(i).word);
  }

  // "Harrow Fell is": the second word alone may name nothing.
  bool follows_first(std::uint32_t i) const { return i > 0 && token(i - 1).has(sentence_first) && can_name(i - 1); }

  // "TALLINN, March 16 (Baltic Wire) - Database maker Kestrel": the sentence begins behind the dateline, and no name goes on.
  bool leads_behind_dateline(std::uint32_t i, Sentence const& s) const {
    return is_behind_dateline(tokens_, i, s) && !(i + 1 < s.last && can_name(i + 1));
  }

  // "Neighboring Lorrent", "Rival Palisade": only the second word is ever written with a capital within a sentence.
  bool describes(std::uint32_t i) const {
    auto const& t = token(i);
    if ((word_info(t.word).usual_part & (adjective | verb)) != 0) return true;
    if (!t.begins(Category::nominals)) return false;
    auto const m = match_phrase(Category::nominals, tokens_.tokens, i, i + 1, view_);
    return m && vocabulary(Category::nominals)[std::size_t(m.row)].column[0] != "place";  // Lake Orvel
  }
  bool starts(std::uint32_t i, Sentence const& sentence) const {
    if (!can_name(i)) return false;
    auto const end = sentence.last;
    auto const& t = token(i);
    if (t.is(TokenKind::code) || (!t.has(sentence_first) && !leads_behind_dateline(i, sentence))) return true;
    if (t.word == unknown_word || word_info(t.word).parts == 0 || inner_.contains(t.word)) return true;
    if (i + 2 < end && token(i + 1).is(TokenKind::ampersand) && can_name(i + 2)) return true;  // "Brandt & Lune"
    // "Orlin-V has": a letter behind a hyphen belongs to a name, whatever the word before it means
    if (i + 2 < end && token(i + 1).is(TokenKind::hyphen) && token(i + 1).has(glued) && token(i + 2).has(glued) &&
        token(i + 2).is(TokenKind::word) && token(i + 2).end - token(i + 2).begin == 1 && token(i + 2).has(capital))
      return true;
    // "NATO has", "US exports rose": letters, where the sentence goes on in small ones
    if (t.has(all_capitals) && i + 1 < end && token(i + 1).is(TokenKind::word) && !token(i + 1).has(capital)) return true;
    bool const continued =
        i + 1 < end && (can_name(i + 1) || token(i + 1).is(TokenKind::possessive) || is_numbered_thing(i, end));
    // "Today Orvel opened", "Chiefly Tarn 2 sells": no name begins with them
    static WordSet const when{"today", "yesterday", "tomorrow", "tonight"};
    if (continued && (when.has(t.word) || word_info(t.word).parts == adverb)) return false;
    if (continued && ((describes(i) && inner_.contains(token(i + 1).word)) || leads_stranger(tokens_, i, view_))) return false;
    // "Coal's share fell", of a text that speaks of coal
    if (continued && token(i + 1).is(TokenKind::possessive) && word_info(t.word).usual_part == noun && small().contains(t.word))
      return false;
    if (continued) return word_info(t.word).rank > 1500 || !(word_info(t.word).usual_part & (adverb | verb));
    return false;
  }

  WordsWritten const& small() const { return small_ ? *small_ : small_.emplace(written_small(tokens_)); }
  // "Rowan 5 has": what can be seen or touched, and neither a page nor a phase.
  bool is_numbered_thing(std::uint32_t i, std::uint32_t end) const {
    if (!token(i + 1).is(TokenKind::figure) || i + 2 >= end || !token(i + 2).is(TokenKind::word)) return false;
    return is_thing(token(i).word) && model_number(i, i + 1, end);
  }

  // Does the name from token `first` on go on with what joins, at token i, the next word to it?
  bool joins(std::uint32_t first, std::uint32_t i, std::uint32_t end) const {
    auto const& t = token(i);
    if (i + 1 >= end) return false;
    if (t.is(TokenKind::ampersand)) return can_name(i + 1);
    // "St. Orla's Hospital": an institution of that name, not one that somebody owns
    if (t.is(TokenKind::possessive)) return can_name(i + 1) && token(i + 1).begins(Category::nominals);
    if (t.is(TokenKind::hyphen) && t.has(glued) && token(i + 1).has(glued))
      return is_cased(token(i + 1)) || token(i + 1).is(TokenKind::figure);
    if (t.is(TokenKind::point) && t.has(glued)) return can_name(i + 1);
    auto const text = text_of(t, view_);
    if (text == "of") return can_name(i + 1) && goes_on_behind_of(tokens_, first, i);
    return t.is(TokenKind::word) &&
           (text == "de" || text == "van" || text == "von" || text == "del" || text == "al" || text == "bin") &&
           can_name(i + 1);
  }

  void scan(std::uint32_t s) {
    auto const& sentence = tokens_.sentences[s];
    // "DUBLIN/EINDHOVEN, June 4 -": places that bear nothing of what is told
    for (auto i = behind_dateline(tokens_, sentence); (i = next_name(i, sentence.last)) < sentence.last;) {
      if (!starts(i, sentence)) {
        ++i;
        continue;
      }
      if (is_phase(tokens_, i)) {
        i += 2;
        continue;
      }
      auto j = i + 1;
      while (j < sentence.last) {
        if (can_name(j))
          ++j;
        else if (joins(i, j, sentence.last))
          j += 2;
        else if ((token(j).is(TokenKind::figure) && model_number(i, j, sentence.last)) || spelled_number(j))
          ++j;
        else
          break;
      }
      if (auto const m = match_phrase(Category::benchmarks, tokens_.tokens, i, sentence.last, view_))
        j = std::max(j, i + m.tokens);  // "SWE-bench Verified"
      if (all_origins(i, j) || is_round(tokens_, i, j)) {
        i = j;
        continue;
      }
      if (i == sentence.first + 1 || (i > sentence.first + 1 && token(i - 2).is(TokenKind::comma))) i = behind_lead(i, j, s);
      if (i == sentence.first && (is_above_text(s) || is_doing(tokens_, i, j))) i = behind_opening(i, j);
      add(i, j, s);
      i = j;
    }
  }

  // "On Orvel Norra won", "in Europe Norra leads": two names that are known each, the first maybe as a place, and a preposition
  // before them. Adds the first, and returns where the second one begins.
  std::uint32_t behind_lead(std::uint32_t first, std::uint32_t last, std::uint32_t s) {
    static WordSet const leads{"in", "on", "at", "for", "under", "against", "with"};
    if (last < first + 2 || !leads.has(token(first - 1).word)) return first;
    for (auto k = first + 1; k < last; ++k) {
      auto const field = k == first + 1 && token(first).word != unknown_word ? word_info(token(first).word).noun_field : 0;
      bool const place = field == lexname::location || field == lexname::object;  // a continent is an object
      if (!can_name(k) || !(place || known_.contains(joined(tokens_, first, k, view_))) ||
          !known_.contains(joined(tokens_, k, last, view_)))
        continue;
      add(first, k, s);
      return k;
    }
    return first;
  }

  // "Installing Orvel Store 5.2", "Inside Norra": above a text, a word of every kind has a capital before what the text names.
  std::uint32_t behind_opening(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t most_words = 6, longest = 5;  // that open it; of a name
    for (auto k = first; k < std::min(last, first + most_words); ++k) {
      if (can_name(k))
        for (auto end = k + 1; end <= std::min(last, k + longest); ++end)
          if (known_.contains(joined(tokens_, k, end, view_))) return k;
      if (token(k).is(TokenKind::word) && (token(k).word == unknown_word || word_info(token(k).word).parts == 0)) break;
    }
    return is_doing(tokens_, first, last) && token(first + 1).word == unknown_word && can_name(first + 1) ? first + 1 : first;
  }

  bool all_origins(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
      if (!is_origin(token(i))) return false;
    return true;
  }
  // "Falcon 9", "Marl 7": a small whole number behind a name and no unit or counted thing behind it.
  bool model_number(std::uint32_t first, std::uint32_t i, std::uint32_t end) const {
    auto const& figure = tokens_.figures[token(i).figure];
    if (token(i).has(glued) || token(i).has(ordinal_suffix) || figure.grouped || figure.place < -1 ||
        figure.value >= Decimal(1000))
      return false;
    if (token(i - 1).begins(Category::function_words) || name_word(tokens_, i - 1, view_) == NameWord::never) return false;
    if (has_unit(mentions_, i)) return false;
    if (i + 1 >= end || token(i + 1).is(TokenKind::stop)) return !has_figure_in_turn(first, i);
    auto const& next = token(i + 1);
    if (next.is(TokenKind::percent) ||
        (next.has(glued) && !next.is(TokenKind::possessive) && !next.is(TokenKind::comma) && !next.is(TokenKind::stop) &&
         !next.is(TokenKind::close_bracket) && !next.is(TokenKind::quote)))
      return false;
    if (next.begins(Category::comparison_verbs) && i + 2 < end && (is_cased(token(i + 2)) || closed(i + 2))) return true;
    if (next.begins(Category::scales) || (next.begins(Category::units) && !counts_nothing(mentions_, i))) return false;
    bool const plain_noun = next.is(TokenKind::word) && !next.has(capital) && next.word != unknown_word &&
                            (word_info(next.word).parts & noun) != 0 && !next.begins(Category::function_words) &&
                            word_info(next.word).noun_lemma != next.word;  // a plural: a counted thing
    // "Orin 3 scores 71%", "Orin 2.4 ends on June 30", "Orin 4 trains a model", "Orin 4 comes with"
    static WordSet const behind_verbs{"on", "up", "about", "around", "roughly", "nearly", "almost"};
    bool const verb_of_figure = i + 2 < end &&
                                (token(i + 2).is(TokenKind::figure) || token(i + 2).is(TokenKind::currency) ||
                                 token(i + 2).begins(Category::date_prepositions) || behind_verbs.has(token(i + 2).word)) &&
                                next.word != unknown_word && (word_info(next.word).parts & verb) != 0;
    // "64 Orin 3 cards": what has its count before it has no other behind it.
    bool const counted =
        first + 1 == i && first > 0 && (token(first - 1).is(TokenKind::figure) || token(first - 1).begins(Category::numerals));
    bool const a_day = i + 3 < end && token(i + 3).begins(Category::date_units);  // "12 runs a day"
    bool const verb_of_object = plain_noun && (word_info(next.word).parts & verb) != 0 && !a_day &&
                                ((i + 2 < end && closed(i + 2)) || word_info(next.word).usual_part == verb);
    if (!plain_noun || verb_of_figure || verb_of_object || counted) return true;
    return (word_info(next.word).parts & verb) != 0 && counts_nothing(mentions_, i);  // "Orin 3 answers faster than"
  }

  // "the Orin One has", "Channel Four": a small number in a word with a capital.
  bool spelled_number(std::uint32_t i) const {
    static WordSet const numbers{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zero"};
    auto const& t = token(i);
    return t.has(capital) && numbers.has(t.word) && can_name(i - 1) && !token(i - 1).begins(Category::function_words);
  }

  // "Harrow have 36 points and Orl 34": a figure of its own, of a name that stands without one before.
  bool has_figure_in_turn(std::uint32_t first, std::uint32_t figure) const {
    constexpr std::uint32_t reach = 12;
    static WordSet const joins{"and", "while", "but"};
    if (first == 0 || (!joins.has(token(first - 1).word) && !token(first - 1).is(TokenKind::comma))) return false;
    if (!known_.contains(joined(tokens_, first, figure, view_)) || known_.contains(joined(tokens_, first, figure + 1, view_)))
      return false;
    for (auto k = first; k > 0 && first - k < reach && !token(k).has(sentence_first); --k)
      if (token(k - 1).is(TokenKind::figure) && k > 1 && !can_name(k - 2)) return true;
    return false;
  }

  // "Orin 3 beats the Velo": a verb.
  bool closed(std::uint32_t i) const {
    static WordSet const behind{"the",   "a",     "every", "all", "any",    "its",  "both",
                                "above", "below", "ahead", "out", "behind", "away", "level"};
    return behind.has(token(i).word);
  }

  bool has_title_case(std::uint32_t s) const { return titled_[s] != 0; }

  void scan_title(std::uint32_t s) {
    auto const& sentence = tokens_.sentences[s];
    if (!has_title_case(s)) return scan(s);
    for (auto i = sentence.first; i < sentence.last;) {
      std::uint32_t best = 0;
      if ((begun_ & beginning(i)) != 0)
        for (auto j = i + 1; j <= sentence.last && j - i <= 5; ++j)
          if (known_.contains(joined(tokens_, i, j, view_))) best = j;
      if (best != 0) add(i, best, s);
      i = best != 0 ? best : i + 1;
    }
  }

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t s) {
    while (last > first + 1 && !is_cased(token(last - 1)) && !token(last - 1).is(TokenKind::figure)) --last;
    auto const text = joined(tokens_, first, last, view_, kept_);
    auto const [it, fresh] =
        text.size() > 120 ? std::pair(known_.end(), false) : known_.emplace(text, std::uint32_t(out_.names.size()));
    if (!fresh) kept_.give_back(text);
    if (it == known_.end()) return;
    if (fresh) {
      begun_ |= beginning(first);
      out_.names.push_back(text);
      out_.uses_of.push_back(0);
    }
    ++out_.uses_of[it->second];
    bool const titled = first > 0 && name_word(tokens_, first - 1, view_) == NameWord::title;
    out_.uses.push_back({first, last, s, it->second, titled});
  }

  // A bit for the token's first byte, by which most words of a title are put aside.
  std::uint64_t beginning(std::uint32_t i) const {
    return std::uint64_t(1) << (static_cast<unsigned char>(view_[token(i).begin]) & 63);
  }

  void find_topic() {
    std::vector<std::uint32_t> weight(out_.names.size()), told(out_.names.size());  // told: in running text
    for (auto const& u : out_.uses) {
      auto const kind = article_.blocks[tokens_.sentences[u.sentence].block].kind;
      told[u.name] += kind != BlockKind::title && kind != BlockKind::heading;
      weight[u.name] += is_title(u.sentence) ? 4 : 1;
    }
    // A shorter form speaks for the longer one it begins, a number for the one that it ends.
    auto const weight_of_short = weight;
    for (std::size_t name = 0; name < out_.names.size(); ++name) {
      for (std::size_t n = 0; n < std::min<std::size_t>(out_.names.size(), 64); ++n) {
        auto const &longer = out_.names[n], &shorter = out_.names[name];
        if (n == name || longer.size() <= shorter.size()) continue;
        if (longer[shorter.size()] == ' ' && longer.starts_with(shorter))
          weight[n] += out_.uses_of[name], told[n] += out_.uses_of[name];
        else if (longer[longer.size() - shorter.size() - 1] == ' ' && longer.ends_with(shorter) && has_digit(shorter))
          weight[n] += weight_of_short[name], told[n] += out_.uses_of[name];  // "the Orin T9", and "T9" in the title
      }
    }
    std::vector<std::uint32_t> order(out_.names.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return weight[x] > weight[y]; });
    for (auto const n : order)
      if (weight[n] >= 2 && told[n] > 0 && out_.topics.size() < 3) out_.topics.push_back(n);
    for (std::uint32_t i = 0; i < out_.uses.size() && is_title(out_.uses[i].sentence); ++i) out_.leading.push_back(i);
    for (auto const topic : out_.topics) {
      auto const first = std::find_if(out_.uses.begin(), out_.uses.end(), [&](auto const& use) { return use.name == topic; });
      out_.leading.push_back(std::uint32_t(first - out_.uses.begin()));
    }
  }

  Article const& article_;
  Tokens const& tokens_;
  Mentions const& mentions_;
  std::string_view view_;
  Arena& kept_;
  Names out_;
  std::vector<std::uint8_t> may_name_;  // by token
  std::vector<std::uint8_t> titled_;    // by sentence
  std::unordered_set<WordId> inner_;
  mutable std::optional<WordsWritten> small_;
  std::uint64_t begun_ = 0;  // how the known names begin
  std::unordered_map<std::string_view, std::uint32_t> known_;
};

}  // namespace

Names find_names(Article const& article, Tokens const& tokens, Mentions const& mentions, Arena& kept) {
  return Finder(article, tokens, mentions, kept).run();
}

}  // namespace counterclaim
