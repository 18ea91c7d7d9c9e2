#include "src/resolve/voice.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/unnamed_company.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

// From weak to strong: the strongest that covers a claim is its certainty.
int strength(Certainty c) {
  switch (c) {
    case Certainty::stated:
      return 0;
    case Certainty::attributed:
      return 1;
    case Certainty::hedged:
      return 2;
    case Certainty::planned:
      return 3;
    case Certainty::hypothetical:
      return 4;
    case Certainty::denied:
      return 5;
  }
  return 0;
}

template <class Scopes, class Use>
void each_covering(Scopes const& scopes, std::uint32_t token, Use use) {
  // Scopes rarely reach over more than a few sentences: look back a bounded number of them.
  auto const past =
      std::upper_bound(scopes.begin(), scopes.end(), token, [](std::uint32_t t, auto const& s) { return t < s.first; });
  int looked = 0;
  for (auto s = past; s != scopes.begin() && looked < 24; ++looked) {
    --s;
    if (s->reach <= token) break;
    if (s->last > token) use(*s);
  }
}

}  // namespace

Voices::Voices(Context const& context) : context_(context), source_(context.mentions.attributions.size(), -1) {
  attributions_.reserve(context.mentions.attributions.size()), hedges_.reserve(context.mentions.hedges.size());
  for (std::uint32_t i = 0; i < context.mentions.attributions.size(); ++i) {
    auto const& a = context.mentions.attributions[i];
    attributions_.push_back({std::min(a.scope_first, a.at.first), std::max(a.scope_last, a.at.last), i, 0});
  }
  for (std::uint32_t i = 0; i < context.mentions.hedges.size(); ++i) {
    auto const& h = context.mentions.hedges[i];
    hedges_.push_back({h.scope_first, h.scope_last, i, 0});
  }
  auto by_first = [](Scope const& a, Scope const& b) { return a.first < b.first; };
  std::stable_sort(attributions_.begin(), attributions_.end(), by_first);
  std::stable_sort(hedges_.begin(), hedges_.end(), by_first);
  for (auto* scopes : {&attributions_, &hedges_}) {
    std::uint32_t reach = 0;
    for (auto& s : *scopes) s.reach = reach = std::max(reach, s.last);
  }
}

Voices::Source const& Voices::source_of(std::uint32_t mention) {
  auto& known = source_[mention];
  if (known < 0) known = std::int32_t(sources_.size()), sources_.push_back(read(context_.mentions.attributions[mention]));
  return sources_[std::size_t(known)];
}

Voices::Source Voices::read(AttributionMention const& a) const {
  auto const view = std::string_view(context_.article.view);
  Source out;
  out.source = joined(context_.tokens, a.source_first, a.source_last, view, context_.kept);
  out.cue = joined(context_.tokens, a.cue_first, a.cue_last, view, context_.kept);
  bool named = false;  // "the Hollin Institute" is whoever it is, and not the article's own company
  out.name = out.source;
  for (auto i = a.source_first; i < a.source_last && !named; ++i)
    if (context_.name_of[i] >= 0)
      named = true, out.name = context_.names.names[context_.names.uses[std::size_t(context_.name_of[i])].name];
  // "Reports from The Dispatch": a title that is no name by itself.
  auto const& tokens = context_.tokens.tokens;
  auto const titled = [&](std::uint32_t i) { return tokens[i].is(TokenKind::word) && tokens[i].has(capital); };
  for (auto i = a.source_first; i < a.source_last && !named; ++i) {
    auto last = i;
    while (last < a.source_last && titled(last)) ++last;
    if (last < i + 2) continue;
    named = true, out.name = joined(context_.tokens, i, last, view, context_.kept);
  }
  // "Two bankers told The Ledger": it has it from nobody else who is named.
  static WordSet const told{"told", "tell", "tells"};
  for (auto i = a.cue_last;
       i < std::min<std::size_t>(a.cue_last + 2, tokens.size()) && !named && a.source_last > a.source_first; ++i)
    if (context_.name_of[i] >= 0 && told.has(tokens[a.cue_last - 1].word) && tokens[a.source_first].word != unknown_word)
      named = true, out.name = context_.names.names[context_.names.uses[std::size_t(context_.name_of[i])].name];
  out.named = named;
  for (auto i = a.source_first; i < a.source_last && !named; ++i) {
    auto const m = match_phrase(Category::nominals, context_.tokens.tokens, i, i + 1, view);
    if (!m || vocabulary(Category::nominals)[std::size_t(m.row)].column[0] != "organization") continue;
    out.organization = true;
    auto const p = context_.chunks.phrase_of[i];
    bool const definite_phrase = p >= 0 && context_.chunks.phrases[std::size_t(p)].has(definite);
    bool const business = vocabulary(Category::nominals)[std::size_t(m.row)].column[1] == "business";
    if (business && definite_phrase) out.name = unnamed_company;
  }
  // "Management says", "bosses say": the firm's
  static WordSet const heads{"management", "bosses"};
  if (!named && a.source_first + 1 == a.source_last && heads.has(tokens[a.source_first].word))
    out.organization = true, out.name = unnamed_company;
  return out;
}

// "Norra says its K7 scored 91": the clause's subject is the speaker's own.
bool Voices::is_own(MentionPlace const& at, AttributionMention const& a) const {
  auto const first = std::max(a.cue_last, context_.tokens.sentences[at.sentence].first);
  if (a.at.sentence != at.sentence || first >= at.last) return false;
  auto i = first;
  if (context_.word(i) == "that") ++i;
  auto const w = context_.word(i);
  return w == "its" || w == "our" || w == "their" || w == "it" || w == "we";
}

// "Said Ida Moor, who has run it since 2021": the writer's word, of whoever spoke.
bool Voices::tells_of_source(AttributionMention const& a, MentionPlace const& at) const {
  static WordSet const relative{"who", "whose", "which"};
  auto const& tokens = context_.tokens.tokens;
  auto const comma = a.source_last;
  if (a.source_first < a.cue_last || a.at.sentence != at.sentence || comma + 1 >= at.first) return false;
  if (!tokens[comma].is(TokenKind::comma) || !relative.has(tokens[comma + 1].word)) return false;
  return std::none_of(tokens.begin() + comma + 1, tokens.begin() + at.first,
                      [](Token const& t) { return t.is(TokenKind::comma); });
}

void Voices::apply(Claim& c, MentionPlace const& at) {
  auto const& mentions = context_.mentions;
  auto raise = [&](Certainty to) {
    if (strength(to) > strength(c.certainty)) c.certainty = to;
  };
  bool named_before = false;
  each_covering(attributions_, at.first, [&](Scope const& s) {
    auto const& a = mentions.attributions[s.index];
    // "according to a survey of last summer": what says who speaks is nobody's word
    if (a.source_first <= at.first && at.last <= a.source_last) return;
    if (tells_of_source(a, at)) return;
    auto const& [source, cue, name, organization, named] = source_of(s.index);
    bool const first = c.attribution.cue.empty();
    // "It said", "by its own count": the one that the figure is said of.
    static WordSet const its{"it", "its", "they", "their"}, ours{"we", "our"};
    auto const who = a.source_first + 1 == a.source_last ? context_.tokens.tokens[a.source_first].word : unknown_word;
    bool const own = its.has(who) && !c.subject.empty(), writers = ours.has(who);
    if (first) {
      c.attribution.source = source;
      c.attribution.cue = cue;
      // What "is expected to" happen in an article of one's own is one's own forecast.
      bool const own_forecast = context_.article.tier == Tier::self && source.empty() && cue.ends_with(" to");
      c.attribution.vague = a.vague && !own_forecast;
      c.attribution.origin = own ? c.subject : writers ? unnamed_company : name;
      c.attribution.self = c.attribution.self || own;
    }
    // "The Ledger reported, citing two bankers": the last of them that has a name.
    if (!first && named && (a.citing || !named_before)) c.attribution.origin = name;
    named_before |= named;
    // A name inside the source, or a nominal that stands for the topic: the subject's own word.
    for (auto i = a.source_first; i < a.source_last; ++i) {
      auto const use = context_.name_of[i];
      if (use >= 0 && !c.subject.empty() && context_.names.names[context_.names.uses[std::size_t(use)].name] == c.subject)
        c.attribution.self = true;
    }
    if (organization || is_own(at, a)) c.attribution.self = true;
    raise(Certainty::attributed);
  });
  if (context_.article.tier == Tier::self) c.attribution.self = true;
  // "The 180 million of June would last two years": that there are so many is known.
  static WordSet const known{"the", "its", "their", "these", "those", "our", "his", "her"};
  bool const definite = at.first > 0 && c.kind == ClaimKind::quantity && known.has(context_.tokens.tokens[at.first - 1].word);
  each_covering(hedges_, at.first, [&](Scope const& s) {
    auto const& h = mentions.hedges[s.index];
    bool const behind = definite && h.certainty == Certainty::hedged && h.at.sentence == at.sentence && h.at.first >= at.last;
    if (!behind) raise(h.certainty);
  });
}

bool is_counterfactual(Context const& c, MentionPlace const& at) {
  static WordSet const would{"would", "will"}, could{"could"}, have{"have"},
      doubts{"if", "unless", "perhaps", "maybe", "probably"};
  auto const& sentence = c.tokens.sentences[at.sentence];
  for (auto i = sentence.first; i < sentence.last; ++i)
    if (doubts.has(c.tokens.tokens[i].word)) return false;
  auto const& all = c.mentions.hedges;
  auto h = std::lower_bound(all.begin(), all.end(), sentence.first,
                            [](HedgeMention const& m, std::uint32_t token) { return m.at.first < token; });
  bool found = false;
  for (; h != all.end() && h->at.first < sentence.last; ++h) {
    if (h->scope_first > at.first || h->scope_last <= at.first) continue;
    auto const i = h->at.first;
    auto const word = c.tokens.tokens[i].word;
    if (!would.has(word) && !(could.has(word) && have.has(c.tokens.tokens[i + 1].word))) return false;
    found = true;
  }
  return found;
}

}  // namespace counterclaim
