// Mentions to claims: each with its frame (who, what), its period (when), and whose word it is.
#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/extract.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/resolve/about.hpp"
#include "src/resolve/access.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/baseline.hpp"
#include "src/resolve/basis.hpp"
#include "src/resolve/compared.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/counted_from.hpp"
#include "src/resolve/counted_thing.hpp"
#include "src/resolve/denied_bound.hpp"
#include "src/resolve/equations.hpp"
#include "src/resolve/event_dates.hpp"
#include "src/resolve/event_scope.hpp"
#include "src/resolve/event_words.hpp"
#include "src/resolve/figure_dates.hpp"
#include "src/resolve/figure_told.hpp"
#include "src/resolve/founding.hpp"
#include "src/resolve/frame.hpp"
#include "src/resolve/fronted.hpp"
#include "src/resolve/happenings.hpp"
#include "src/resolve/headline_change.hpp"
#include "src/resolve/identity.hpp"
#include "src/resolve/life_serials.hpp"
#include "src/resolve/life_works.hpp"
#include "src/resolve/lives.hpp"
#include "src/resolve/measured.hpp"
#include "src/resolve/moved.hpp"
#include "src/resolve/name_claims.hpp"
#include "src/resolve/order.hpp"
#include "src/resolve/performers.hpp"
#include "src/resolve/periods.hpp"
#include "src/resolve/products.hpp"
#include "src/resolve/respective.hpp"
#include "src/resolve/scope_words.hpp"
#include "src/resolve/shared_noun.hpp"
#include "src/resolve/sides.hpp"
#include "src/resolve/standings.hpp"
#include "src/resolve/states.hpp"
#include "src/resolve/stretches.hpp"
#include "src/resolve/superlatives.hpp"
#include "src/resolve/voice.hpp"

namespace counterclaim {
namespace {

class Resolver {
 public:
  Resolver(Context const& context, std::uint32_t article)
      : c_(context),
        article_(article),
        weighs_figures_(!context.clauses_only || !context.mentions.comparisons.empty()),
        counts_days_(std::ranges::any_of(context.mentions.dates, [&](auto const& d) { return may_count_days(context, d); })),
        voices_(context),
        concepts_(context),
        performers_(context),
        event_dates_(context),
        lives_(context),
        scope_words_(context) {}

  std::vector<Claim> run() {
    auto const& m = c_.mentions;
    auto const told = m.quantities.size() + m.dates.size() + m.ranks.size() + m.comparisons.size() + m.identities.size();
    out_.reserve(told + told / 8 + c_.names.names.size() + 4);  // and some equations
    for (auto const& q : m.quantities) quantity(q);
    for (auto const& d : m.dates) date(d);
    for (auto const& d : m.dates)
      if (d.shape == DateShape::duration) counted(d);
    leave_dates_to_figures(c_, out_);
    for (auto const& r : c_.mentions.ranks) rank(r);
    for (auto const& k : c_.mentions.comparisons) comparison(k);
    if (weighs_figures_) find_standings(c_, measures_, out_);
    if (!c_.clauses_only) find_unprinted();
    put_in_order(out_);
    return std::move(out_);
  }

 private:
  // What `extract` does not print.
  void find_unprinted() {
    lives_.find(out_, concepts_, article_);
    find_serials(c_, article_, out_);
    for (auto const& k : c_.mentions.identities) identity(k);
    mark_works(c_, out_);
    find_happenings(c_, voices_, article_, out_);
    add_names(c_, article_, out_);
    find_equations(c_.article, c_.tokens, c_.mentions, article_, out_, c_.kept);
    find_headline_changes(c_, concepts_, article_, out_);
    find_moved_figures(c_, out_);
    find_products(c_, out_);
  }
  std::string_view text(Span s) const { return std::string_view(c_.article.view).substr(s.begin, s.size()); }
  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return joined(c_.tokens, first, last, c_.article.view, c_.kept);
  }

  // `measured` is what concepts.tsv calls such figures; empty where it has no word for them.
  Claim& start(MentionPlace const& at, ClaimKind kind, std::string_view measured, std::uint32_t counted_first = 0,
               std::uint32_t counted_last = 0, WordId counted_unit = unknown_word) {
    Claim& c = out_.emplace_back();
    c.article = article_;
    c.kind = kind;
    c.span = at.span;
    auto const& sentence = c_.tokens.sentences[at.sentence];
    c.sentence = sentence.span;
    c.block = sentence.block;
    c.headline = c_.article.blocks[c.block].kind == BlockKind::title;
    c.quoted = c_.tokens.tokens[at.first].has(in_quotes);
    frame_of(c_, at, counted_first, counted_last, frame_);
    auto& frame = frame_;
    if (counted_unit != unknown_word) frame.terms.push_back({counted_unit, TermRole::counted});
    if (kind == ClaimKind::date) add_event_words(c_, at, frame), add_office(c_, frame);
    concepts_.add(frame, at.sentence, measured);
    concepts_.add_heads(frame, sentence.block, measured);
    if (frame.question >= 0) concepts_.add(frame, std::uint32_t(frame.question), measured);
    if (kind == ClaimKind::date) leave_founders(c_, frame);
    c.subject = frame.subject;
    c.attribute = frame.attribute;
    c.whole = frame.whole;
    c.terms = c_.kept.keep(frame.terms);
    keep_names(frame, c);
    words_.clear();
    for (auto const& t : c.terms) {
      if (t.role >= TermRole::sentence) break;
      if (t.role == TermRole::modifier && (t.word & unknown_bit) == 0) words_.push_back(word_text(t.word));
    }
    if (kind == ClaimKind::quantity) add_times_told(c_, at, frame, words_);
    if (kind == ClaimKind::date) add_event_scope(c_, frame, words_);
    c.scope = c_.kept.keep(words_);
    c.about = words_about(c_, at, frame, counted_first, counted_last, words_);
    voices_.apply(c, at);
    if (kind != ClaimKind::date) set_period(c_, event_dates_, at, frame, c);  // a date claim has its own days
    return c;
  }

  void keep_names(Frame const& frame, Claim& c) {
    constexpr std::size_t most_names = 24;  // by role: a sentence of more is a list, and pairs of claims look at all of them
    c.names = c_.kept.keep(std::span<NameRef const>(frame.names).first(std::min(frame.names.size(), most_names)));
  }

  // "Parameters", "transistors": units that say what the figure is, as "tokens" and "percent" do not.
  static WordId counted_unit(UnitId id) {
    auto const u = unit(id);
    return u.dimension == u.name && u.dimension != "percent" && u.dimension != "token" ? find_word(u.name) : unknown_word;
  }

  void quantity(QuantityMention const& q) {
    auto const* const shared = shares_noun(c_, q);
    auto const unit_noun = shared ? lemma_id(c_, shared->counted_last - 1) : counted_unit(q.unit);
    bool const times = counts_times(c_, q);
    auto const measured = is_share(q) ? "percent" : times ? "count" : measured_by(q.unit);
    auto& c = start(q.at, ClaimKind::quantity, weighs_figures_ ? measured : std::string_view(), q.counted_first,
                    counted_end(c_, q), unit_noun);
    if (weighs_figures_ && add_test_result(c_, q, frame_)) c.terms = c_.kept.keep(frame_.terms), keep_names(frame_, c);
    c.value = q.value, c.bound = q.bound;
    c.change = q.change;
    c.unit = q.unit, c.vague = q.vague;
    if (weighs_figures_) {
      auto const said = lead(q);
      c.compared = compared_value(q, said, text({said.front().begin, said.back().end}));
    }
    turn_bound(c, q.at);
    if (weighs_figures_) weigh(q, times, c);
    c.counted = shared                ? counted_thing(c_, *shared)
                : frame_.counted != 0 ? lemma_text(c_, frame_.counted)
                                      : counted_thing(c_, q);
    if (c.counted.empty() && q.unit == no_unit && !is_share(q) && !q.share) c.counted = counted_by_row(c_, c.block);
    scope_words_.add(q, frame_, is_share(q) ? ScopeWords::Share::yes : ScopeWords::Share::no, c, words_);
    if (is_condition(c_, q) || is_worked_out(c_, q)) c.certainty = Certainty::hypothetical;
    if (auto const use = respective_name(c_, q)) own(c, c_.names.names[c_.names.uses[*use].name], TermRole::sentence);
    if (auto const date = respective_date(c_, q); date && !c_.mentions.dates[*date].days.is_unbounded()) {
      c.period = c_.mentions.dates[*date].days;
      c.period_stated = true;
    }
  }
  // What a figure is set against others by.
  void weigh(QuantityMention const& q, bool times, Claim& c) {
    set_basis(c, q);
    if (times) c.basis = no_unit;
    set_time_of_clause(c_, frame_, q, c);
    c.restated = q.bracket_of >= 0 || is_fall(c_, q);
    c.baseline = frame_.of_another || is_baseline(c_, q.at) || is_round_whole(c_, q.at, q.value);
    c.presupposed = is_presupposed(c_, q, frame_);
  }
  // "Never more than 40": told of what there was, and no denial of it.
  void turn_bound(Claim& c, MentionPlace const& at) const {
    if (!is_bound_denied(c_, at, c.bound)) return;
    c.value = turned(c.value, c.bound);
    c.compared = turned(c.compared, c.bound);
    c.bound = turned(c.bound);
    if (c.certainty == Certainty::denied) c.certainty = c.attribution.cue.empty() ? Certainty::stated : Certainty::attributed;
  }
  // Of several names in the subject the claim is this one's.
  static void own(Claim& c, std::string_view name, TermRole others = TermRole::clause) {
    c.subject = name;
    for (auto& n : c.names)
      if (n.name == name)
        n.role = TermRole::subject;
      else if (n.role <= TermRole::clause)
        n.role = std::max(n.role, others);
  }
  // The mention with the words just before it, which may say how near a bound is.
  std::span<Token const> lead(QuantityMention const& q) const {
    auto const first = std::max(c_.tokens.sentences[q.at.sentence].first, q.at.first - std::min(q.at.first, 2u));
    return std::span(c_.tokens.tokens).subspan(first, q.at.last - first);
  }

  // What dates are of is asked for where other articles do, where one stays open ("since May"), and where days are counted.
  std::string_view measured_by_date(DateMention const& d) const {
    if (d.shape == DateShape::duration) return c_.clauses_only ? std::string_view() : "duration";
    return !c_.clauses_only || counts_days_ || d.bound == Bound::at_least ? "date" : std::string_view();
  }
  void date(DateMention const& d) {
    bool const length = d.shape == DateShape::duration;
    auto& c = start(d.at, length ? ClaimKind::duration : ClaimKind::date, measured_by_date(d));
    c.timex = c_.kept.keep(d.timex);
    c.days = d.days;
    c.bound = d.bound;
    c.value = d.length;
    if (length && weighs_figures_) {
      c.compared = is_bound_denied(c_, d.at, c.bound) ? turned(d.length, c.bound) : compared_length(d);
      c.baseline = is_baseline(c_, d.at);
    }
    c.impossible = d.impossible;
    if (length && held_for(c, d)) return;
    bool const state = add_state_since(c_, d, frame_);
    bool const had = !length && add_access(c_, d, frame_), ends = !length && add_end(c_, d, frame_);
    if (add_origin(c_, d, frame_) || state || had || ends) c.terms = c_.kept.keep(frame_.terms);
    // "Ida Moor, director since 2019, will leave in May": she has been that, whatever comes; "can be seen until May"
    if ((state || ends) && c.certainty == Certainty::planned) c.certainty = Certainty::stated;
    event_dates_.read(c, d, frame_.verb, state || had);
    if (auto const founded = add_founding(c_, d, frame_)) {
      c.terms = c_.kept.keep(frame_.terms);
      c.days = *founded;
      c.certainty = Certainty::stated;
    } else if (auto const known = add_cutoff(c_, d, frame_)) {
      c.terms = c_.kept.keep(frame_.terms);
      c.days = *known;
      c.bound = Bound::exact;
      if (c.certainty == Certainty::denied) c.certainty = Certainty::stated;
    } else if (!ends && add_deadline(c_, d, frame_)) {
      c.terms = c_.kept.keep(frame_.terms);
      c.names = c_.kept.keep(frame_.names);
      c.days.from = c.days.to;
    }
    c.vague = c.vague || frame_.of_another;
    if (frame_.known_event && c.days.to != no_upper_day)
      c.certainty = c_.article.date && c.days.from > *c_.article.date ? Certainty::planned : Certainty::stated;
    fronted(c, d);
    if (auto const use = respective_name(c_, d)) own(c, c_.names.names[c_.names.uses[*use].name], TermRole::sentence);
    if (auto const life = lives_.bracket_of(std::size_t(&d - c_.mentions.dates.data()))) lives_.tell(*life, c);
    if (c.certainty == Certainty::planned && event_dates_.happened(c, frame_.verb)) c.certainty = Certainty::stated;
    // "Can be ordered from April 7", told in March
    if (!ends && c.certainty == Certainty::stated && frame_.verb >= 0 && c_.article.date && c.days.from > *c_.article.date &&
        c_.chunks.phrases[std::size_t(frame_.verb)].has(modal_verb))
      c.certainty = Certainty::planned;
    if (is_stretch(c_, d, frame_)) return ends_of_stretch(d);
    if (!length && !c.vague && !c.restated)
      if (auto const when = clause_of_when(c_, d.at, frame_)) on_that_day(*when, d);
  }
  // "The strike went on from May 3 to June 9": when it began, and when it ended.
  void ends_of_stretch(DateMention const& d) {
    for (auto const end : {StretchEnd::first, StretchEnd::last}) {
      auto& c = start(d.at, ClaimKind::date, "date");
      set_stretch_end(end, c, frame_);
      c.terms = c_.kept.keep(frame_.terms);
      c.attribute = end == StretchEnd::first ? "begin" : "end";
      c.days.from = c.days.to = end == StretchEnd::first ? d.days.from : d.days.to;
    }
  }
  // What another clause says of the same date.
  void on_that_day(MentionPlace const& clause, DateMention const& d) {
    if (d.days.from == no_lower_day || d.bound == Bound::below || d.bound == Bound::at_most) return;
    auto const certainty = out_.back().certainty;
    auto& c = start(clause, ClaimKind::date, "date");
    if (is_of_anything(c_, frame_)) return out_.pop_back();
    if (c.certainty == Certainty::stated && certainty != Certainty::denied) c.certainty = certainty;
    c.timex = c_.kept.keep(d.timex);
    c.days = {d.days.from, d.days.to == no_upper_day ? d.days.from : d.days.to};
  }
  // "Two days after the vote": from the day that the article gives for it.
  void counted(DateMention const& d) {
    auto const days = counted_from(c_, concepts_, d, out_);
    if (!days) return;
    auto& c = start(d.at, ClaimKind::date, "date");
    c.days = *days;
    c.bound = Bound::about;
    leave_out_anchor(c_, concepts_, d, frame_.terms);
    c.terms = c_.kept.keep(frame_.terms);
  }

  // "Has run the mill for nine years": the day that it began, as well as it can be told.
  bool held_for(Claim& c, DateMention const& d) {
    auto const began = add_state_for(c_, d, frame_);
    if (!began) return false;
    c.kind = ClaimKind::date;
    c.terms = c_.kept.keep(frame_.terms);
    c.days = *began;
    c.value = c.compared = {};
    c.timex = {};
    c.bound = Bound::about;
    c.baseline = false;
    return true;
  }

  // "Trained in 1931, Ida Moor hoped that she would paint": the participle is said of the sentence's subject.
  void fronted(Claim& c, DateMention const& d) {
    auto const name = fronted_subject(c_, d, frame_);
    if (name.empty()) return;
    own(c, name);
    c.certainty = Certainty::stated;
  }

  void rank(RankMention const& r) {
    auto& c = start(r.at, ClaimKind::rank, {}, r.scale_first, r.scale_last);
    c.value = c.compared = r.value;
    c.attribute = words(r.scale_first, r.scale_last);
    if (auto const name = ranked_thing(c_, r.at, c.subject); !name.empty())
      c.names = c_.kept.keep(with_subject(frame_.names, name)), own(c, name);
    auto const by = ranked_by(c_, r.at), whose = ranked_in(c_, r.at);
    auto const row = row_ranked_in(c_, r.at);
    bool const own_ones = is_ranked_of_own(c_, r.at);
    if (by == 0 && whose == 0 && row.empty() && !own_ones) return;
    words_.assign(c.scope.begin(), c.scope.end());
    if (by != 0) words_.push_back(c_.kept.keep("by " + std::string(lemma_text(c_, by))));
    if (whose != 0) words_.push_back(c_.kept.keep("of " + std::string(lemma_text(c_, whose))));
    if (!row.empty()) words_.push_back(row);
    if (own_ones) words_.push_back("of its own");
    c.scope = c_.kept.keep(words_);
  }

  void comparison(ComparisonMention const& k) {
    auto const sides = sides_of(c_, k);
    if (sides.right.name.empty() && is_alone(c_, k)) return;
    auto& c = start(k.at, ClaimKind::comparison, {});
    c.relation = k.relation;
    set_comparison_period(c_, k.at, c);
    c.left = sides.left.name;
    c.right = sides.right.name;
    c.left_name = sides.left.written;
    c.right_name = sides.right.written;
    Measured by;
    measures_.of_words(without_lead(c_, k), sides, by);
    if (by.turned && k.relation != Relation::equal)
      c.relation = k.relation == Relation::better ? Relation::worse : Relation::better;
    c.measure = by.words;
    c.benchmark = by.test;
    c.about = c_.kept.keep(by.classes);
    c.scope = c_.kept.keep(by.settings);
    c.superlative = k.superlative;
    if (k.superlative) set_rivals(c_, k, c);
    c.performance = performers_.is_about_performance(k);
    // "A bridge would have cost more": of what was never made, and no doubt
    if ((c.certainty == Certainty::hedged || c.certainty == Certainty::planned) && is_counterfactual(c_, k.at)) {
      c.certainty = c.attribution.cue.empty() ? Certainty::stated : Certainty::attributed;
      c.performance = false;
    }
    if (k.factor >= 0) c.factor = c_.mentions.quantities[std::size_t(k.factor)].value;
    if (k.score >= 0) c.score = c_.kept.keep(text(c_.mentions.quantities[std::size_t(k.score)].at.span));
    if (c.score.empty() && c.performance && c_.article.tier != Tier::self)
      if (auto const* margin = margin_of(c_, k)) c.score = text(margin->at.span);
    if (!c.left.empty()) c.subject = c.left;
  }

  void identity(IdentityMention const& k) {
    auto& c = start(k.at, ClaimKind::statement, {});
    if (k.role < 0) return say_work(c_, k, c);
    c.quoted = c_.tokens.tokens[k.word].has(in_quotes);
    say_who(c_, k, c);
  }

  Context const& c_;
  std::uint32_t article_;
  bool weighs_figures_;  // what figures measure is asked for: by other articles, or by comparisons that they settle
  bool counts_days_;     // so is what dates are of: "two days after the vote"
  Voices voices_;
  Concepts concepts_;
  Measures measures_{c_, concepts_};
  Performers performers_;
  EventDates event_dates_;
  Lives lives_;
  ScopeWords scope_words_;
  Frame frame_;  // used again from mention to mention, as are the words
  std::vector<std::string_view> words_;
  std::vector<Claim> out_;
};

}  // namespace

static std::vector<Claim> resolve(Article const& article, std::uint32_t index, Arena& kept, bool all) {
  auto const tokens = lex(article);
  Chunks const chunks(article, tokens);
  auto const mentions = parse(article, tokens, chunks, all ? Voiced::claims : Voiced::figures);
  auto context = make_context(article, tokens, mentions, chunks, kept);
  context.clauses_only = !all;
  return Resolver(context, index).run();
}
std::vector<Claim> resolve(Article const& a, std::uint32_t index, Arena& kept) { return resolve(a, index, kept, true); }
std::vector<Claim> resolve_figures(Article const& a, std::uint32_t index, Arena& kept) {
  return resolve(a, index, kept, false);
}

}  // namespace counterclaim
