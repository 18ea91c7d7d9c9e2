#include "src/judge/wording.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim::rules {

namespace {

// The name to print: one that a claim aligned with it has too, the nearer the better, else its own subject. What only the
// article is about may be anything's.
std::string_view name_of(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  auto const shared = [&](NameRef const& n) {
    return std::any_of(context.partners[ref.index].begin(), context.partners[ref.index].end(), [&](std::uint32_t other) {
      auto const& names = context.set.claims[other].names;
      return std::any_of(names.begin(), names.end(), [&](NameRef const& m) { return m.name == n.name; });
    });
  };
  auto const entity = c.entity.empty() ? c.subject : c.entity;
  auto const own = std::find_if(c.names.begin(), c.names.end(), [&](NameRef const& n) { return n.name == entity; });
  if (own == c.names.end() || own->role == TermRole::subject || shared(*own)) return entity;
  auto const other = std::find_if(c.names.begin(), c.names.end(), shared);
  if (other != c.names.end()) return other->name;
  // Where its own sentence names nothing, a claim aligned with it may.
  auto const near = [](NameRef const& n) { return n.role <= TermRole::clause; };
  if (std::ranges::any_of(c.names, near)) return {};
  for (auto const partner : context.partners[ref.index]) {
    auto const& k = context.set.claims[partner];
    for (auto const& n : k.names)
      if (n.role == TermRole::subject && n.name == k.entity) return k.entity;
  }
  return {};
}

// A noun or verb as the claim's sentence writes it, nearest to the figure: "visitors" for visitor, "sold" for sell; as it is
// where the sentence does not have it.
std::string as_written(std::string const& word, Claim const& c, Context const& context) {
  auto const blank = word.rfind(' ');
  auto const first = blank == std::string::npos ? 0 : blank + 1;
  auto const lemma = find_word(lower(word.substr(first)));
  if (lemma == unknown_word) return word;
  auto const raw = std::string_view(context.article_of(c).raw);
  auto const is_letter = [&](std::size_t i) { return raw[i] >= 'a' && raw[i] <= 'z'; };
  std::string found;
  std::size_t best = std::string::npos;
  for (std::size_t i = c.sentence.begin; i < c.sentence.end && i < raw.size();) {
    auto end = i;
    while (end < c.sentence.end && is_letter(end)) ++end;
    auto const id = end > i ? find_word(raw.substr(i, end - i)) : unknown_word;
    auto const away = i < c.span.begin ? c.span.begin - i : i - c.span.begin;
    if (id != unknown_word && (word_info(id).noun_lemma == lemma || word_info(id).verb_lemma == lemma) && away < best)
      best = away, found = word.substr(0, first) + std::string(raw.substr(i, end - i));
    i = end + 1;
  }
  return found.empty() ? word : found;
}

// "Volume shipments begin", of a name that stands elsewhere: who or what does it, in a noun of the sentence.
std::string doer_of(Claim const& c, Context const& context) {
  auto const own = std::ranges::find_if(c.names, [&](NameRef const& n) { return n.name == c.subject; });
  if (own != c.names.end() && own->role != TermRole::heading) return {};
  for (auto const& t : c.terms)
    if (t.role == TermRole::subject && !is_concept(t.word) && (t.word & unknown_bit) == 0)
      return as_written(std::string(word_text(t.word)), c, context);
  return {};
}

bool is_noun_like(std::string_view word) {
  WordId const id = find_word(lower(word));
  return id != unknown_word && word_info(id).usual_part == noun;
}

// "Tokens", "parameters": a unit that is a count of things.
bool names_things(UnitId id) {
  if (id == any_unit || id == no_unit) return false;
  auto const u = unit(id);
  return u.symbol.size() > 4 && u.symbol == u.dimension;
}

}  // namespace

Value thing(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  std::string const subject(name_of(ref, context));
  std::string const attribute(c.attribute.empty() ? c.counted : c.attribute);
  if (subject.empty()) {
    if (attribute.empty()) return {};
    auto const written = as_written(attribute, c, context);
    auto const doer = is_noun_like(attribute) ? std::string() : doer_of(c, context);
    return doer.empty() || doer == written ? written : doer + ' ' + written;
  }
  if (attribute.empty()) return subject;
  auto const written = as_written(attribute, c, context);
  if (is_noun_like(attribute)) return subject + (subject.ends_with('s') ? "' " : "'s ") + written;
  // "Orla 3: 212 billion parameters": what is counted says enough.
  if (c.kind == ClaimKind::quantity && (!c.counted.empty() || names_things(c.unit))) return subject;
  auto const doer = c.kind == ClaimKind::date ? doer_of(c, context) : std::string();
  return doer.empty() || doer == written ? subject + " (" + written + ")" : subject + " (" + doer + ' ' + written + ")";
}

// "today (2026-03-03)", "April 2027 or later": a day that its words alone do not tell.
Value dated(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  auto words = figure(c, context);
  if (c.kind != ClaimKind::date || c.days.is_unbounded()) return words;
  if (c.days.to == no_upper_day || c.days.from == no_lower_day) {
    bool const told =
        std::ranges::any_of(std::array<std::string_view, 6>{"by ", "until ", "before ", "since ", "after ", "from "},
                            [&](auto const lead) { return lower(words).starts_with(lead); });
    if (!told) words += c.days.to == no_upper_day ? " or later" : " at the latest";
  } else if (std::ranges::none_of(words, [](char d) { return d >= '0' && d <= '9'; })) {
    words += " (" + print(c.days) + ')';
  }
  return words;
}

// "area 120 km²", "144 beds", "212 billion parameters", "€24,000": what stands under a figure.
Value shown(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  auto const value = print(Number{to_base(c.value, c.unit), c.unit});
  if (names_things(c.unit)) return value;
  std::string const counted(c.counted), attribute(c.attribute);
  if (c.unit == no_unit && !counted.empty() && counted.find(' ') == counted.npos && is_noun_like(counted))
    return value + ' ' + as_written(counted, c, context);
  // "Beds £62 million", "rows 1.2 million row/s": many of what the figure does not measure, or tells itself
  auto const written = as_written(attribute, c, context);
  return is_noun_like(attribute) && (c.unit == no_unit || written == attribute) ? written + ' ' + value : value;
}

// "Volta 6 'outperforms' Ampera"; the other side is left out where the words hold it ("Volta 6 'Ampera-level'"). Of other
// claims the figure.
Value said(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  auto const words = figure(c, context);
  if (c.kind != ClaimKind::comparison) return words;
  auto out = c.left.empty() ? std::string("It") : std::string(c.left);
  out += c.superlative ? " called '" : " '";
  out += words + "'";
  if (lower(words).find(lower(c.right)) == std::string::npos) out += ' ' + std::string(c.right);
  return out;
}

// "'experts put'", "'according to analysts'", "'reportedly'": the words by which nobody in particular is named.
Value hearsay(ClaimRef ref, Context const& context) {
  auto const& said = context.claim(ref).attribution;
  if (said.source.empty() && said.cue.empty()) return {};
  // "According to", "in the view of": a preposition stands before whom it names.
  auto const last = find_word(lower(said.cue.substr(said.cue.rfind(' ') + 1)));
  bool const leads = last != unknown_word && begins(word_info(last), Category::function_words);
  std::string out = "'";
  out += leads ? said.cue : said.source;
  if (!said.source.empty() && !said.cue.empty()) out += ' ';
  out += leads ? said.source : said.cue;
  return out += '\'';
}

// "Volta 6 above Ampera in a.md"
Value told(ClaimRef ref, Context const& context) {
  Claim const& c = context.claim(ref);
  bool const of_all = c.superlative && !c.whole.empty();
  if (c.left.empty() || (c.right.empty() && !of_all)) return {};
  bool const back = c.relation == Relation::worse;
  if (of_all) return std::string(c.left) + (back ? " below" : " above") + " all others in " + context.article_names[c.article];
  auto out = std::string(back ? c.right : c.left) + (c.relation == Relation::equal ? " level with " : " above ");
  out += back ? c.left : c.right;
  if (!c.arithmetic.empty()) out += " (" + std::string(c.arithmetic) + ")";
  return out + " in " + context.article_names[c.article];
}

Value elsewhere(ClaimRef c, ClaimRef from, Context const& context) {
  Claim const& there = context.claim(c);
  if (there.article != context.claim(from).article) return "in " + context.article_names[there.article];
  return std::string(there.headline ? "in the headline" : "in the same article");
}

}  // namespace counterclaim::rules
