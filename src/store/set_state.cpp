#include "src/store/set_state.hpp"

#include <algorithm>

#include "counterclaim/gate.hpp"
#include "src/store/codec.hpp"
#include "src/store/field_count.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 1;

// A member that is added has to be added to the lists below, and `version` counted up.
static_assert(field_count<NameOfArticle> == 5 && field_count<Link> == 2 && field_count<Footprint> == 7 &&
              field_count<SetFacts> == 5);

template <typename Archive, typename F>
void footprint_fields(Archive& a, F& f) {
  all_whole(a, f.row, f.claims, f.undecided, f.pairs);
  a.flag(f.has_comment);
  a.list(f.names, [](auto& archive, auto& name) {
    all_whole(archive, name.text, name.uses, name.first, name.near);
    archive.flag(name.is_listed);
  });
  a.list(f.links, [](auto& archive, auto& link) { all_whole(archive, link.claim, link.hash); });
}

template <typename Archive, typename F>
void facts_fields(Archive& a, F& facts) {
  a.whole(facts.articles);
  a.list(facts.common, [](auto& archive, auto& word) { archive.whole(word); });
  a.list(facts.telling, [](auto& archive, auto& name) {
    archive.text(name.first);
    archive.whole(name.second);
  });
  texts(a, facts.everywhere);
  a.list(facts.wide, [](auto& archive, auto& key) { archive.whole(key); });
}

// Sorted numbers as the steps between them.
void put_tally(Writer& out, Tally const& tally) {
  std::uint64_t last = 0;
  out.list(tally.entries(), [&](auto& archive, auto& entry) {
    archive.number(entry.key - last);
    archive.number(static_cast<std::uint64_t>(entry.count));
    last = entry.key;
  });
}
void take_tally(Reader& in, Tally& tally) {
  std::vector<Tally::Entry> entries;
  std::uint64_t last = 0;
  in.list(entries, [&](auto& archive, auto& entry) {
    entry.key = last += archive.number();
    entry.count = static_cast<std::int64_t>(archive.number());
  });
  tally.start_from(std::move(entries));
}

// The texts that articles and entities use, with other numbers: those of articles that went are left behind.
struct Used {
  std::vector<TextNumber> number;  // by number in the state, plus one; 0: unused
  std::vector<std::string_view> texts;
  TextNumber of(Texts const& all, TextNumber text) {
    auto& n = number[text];
    if (n == 0) texts.push_back(all[text]), n = static_cast<TextNumber>(texts.size());
    return n - 1;
  }
};

bool is_sound(SetState const& state) {
  auto const is_text = [&](TextNumber n) { return n < state.texts.size(); };
  return state.entities.size() <= state.texts.size() &&
         std::all_of(state.entities.begin(), state.entities.end(), [&](Entity e) { return is_text(e.name); }) &&
         std::all_of(state.articles.begin(), state.articles.end(), [&](Footprint const& f) {
           return std::all_of(f.names.begin(), f.names.end(), [&](auto const& n) { return is_text(n.text); });
         });
}

}  // namespace

TextNumber Texts::number_of(std::string_view text) {
  auto const found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  auto const n = static_cast<TextNumber>(texts_.size());
  texts_.push_back(kept_.keep(text));
  numbers_.emplace(texts_.back(), n);
  return n;
}

Footprint footprint_of(std::int64_t row, Article const& article, std::vector<Claim> const& claims, Texts& texts) {
  Footprint f;
  f.row = row;
  f.has_comment = may_allow(article);
  std::unordered_map<TextNumber, std::size_t> place;
  auto const name = [&](std::string_view text) -> NameOfArticle& {
    auto const number = texts.number_of(text);
    auto const [it, fresh] = place.emplace(number, f.names.size());
    if (fresh) f.names.push_back({number, 0, 0, 0, false});
    return f.names[it->second];
  };
  for (auto const& use : names_used(claims)) {
    auto& n = name(use.spelling);
    n.uses = use.uses;
    n.first = use.first;
  }
  for (auto const& c : claims) {
    f.claims += is_public(c.kind);
    f.undecided += is_undecided(c);
    if (c.kind == ClaimKind::name) continue;
    for (auto const text : {c.subject, c.left, c.right})
      if (!text.empty()) name(text);
    for (auto const& n : c.names) {
      auto& known = name(n.name);
      known.is_listed = true;
      known.near += stands_near(n) && c.kind != ClaimKind::equation;
    }
  }
  return f;
}

LearnedNames learn(SetState& state, std::vector<std::vector<std::string>> const& aliases) {
  std::vector<std::vector<SpellingUse>> uses;
  uses.reserve(state.articles.size());
  for (auto const& article : state.articles) {
    auto& list = uses.emplace_back();
    for (auto const& n : article.names)
      if (n.uses > 0) list.push_back({state.texts[n.text], n.uses, n.first});
  }
  return learn_names(uses, aliases);
}

std::vector<Entity> entities_of(LearnedNames const& learned, Texts& texts) {
  for (auto const& [spelling, known] : learned.of) texts.number_of(known.entity);
  std::vector<Entity> out(texts.size());
  for (TextNumber n = 0; n < out.size(); ++n) {
    auto const known = learned.of.find(texts[n]);
    out[n] =
        known == learned.of.end() ? Entity{n, false} : Entity{texts.number_of(known->second.entity), known->second.is_variant};
  }
  return out;
}

LearnedNames learned_of(SetState const& state) {
  LearnedNames out;
  for (TextNumber n = 0; n < state.entities.size(); ++n)
    out.of.emplace(state.texts[n], LearnedNames::Known{state.texts[state.entities[n].name], state.entities[n].is_variant});
  return out;
}

SetFacts facts_of(SetState const& state) {
  std::vector<NameCount> counts(state.texts.size());
  std::vector<std::size_t> last(state.texts.size());  // article, counted from one
  for (std::size_t a = 0; a < state.articles.size(); ++a)
    for (auto const& n : state.articles[a].names) {
      if (!n.is_listed) continue;
      auto const entity = state.entities[n.text].name;
      counts[entity].claims += n.near;
      counts[entity].articles += last[entity] != a + 1;
      last[entity] = a + 1;
    }
  std::vector<NameCount> used;
  for (TextNumber n = 0; n < counts.size(); ++n)
    if (last[n] != 0) used.push_back({state.texts[n], counts[n].claims, counts[n].articles});
  return counterclaim::facts_of(state.articles.size(), state.counts, used);
}

std::vector<std::vector<std::uint32_t>> related_names(SetState const& state) {
  std::vector<bool> everywhere(state.texts.size());
  for (TextNumber n = 0; n < everywhere.size(); ++n)
    everywhere[n] = std::binary_search(state.facts.everywhere.begin(), state.facts.everywhere.end(), state.texts[n]);
  std::vector<std::vector<std::uint32_t>> out;
  out.reserve(state.articles.size());
  for (auto const& article : state.articles) {
    auto& names = out.emplace_back();
    for (auto const& n : article.names)
      if (auto const entity = state.entities[n.text].name; n.is_listed && !everywhere[entity]) names.push_back(entity);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  return out;
}

void put_state(SQLite::Database& db, SetState const& state) {
  Used used{std::vector<TextNumber>(state.texts.size()), {}};
  Writer articles;
  articles.list(state.articles, [&](auto& archive, auto const& article) {
    auto copy = article;
    for (auto& n : copy.names) n.text = used.of(state.texts, n.text);
    footprint_fields(archive, copy);
  });
  std::vector<Entity> entities;
  std::vector<TextNumber> old(state.texts.size());
  auto const known = used.texts.size();
  for (TextNumber n = 0; n < used.number.size(); ++n)
    if (used.number[n] != 0) old[used.number[n] - 1] = n;
  for (std::size_t i = 0; i < known; ++i) {
    auto const e = state.entities[old[i]];
    entities.push_back({used.of(state.texts, e.name), e.is_variant});
  }
  Writer names;
  texts(names, used.texts);
  names.list(entities, [](auto& archive, auto& e) {
    archive.whole(e.name);
    archive.flag(e.is_variant);
  });
  facts_fields(names, state.facts);
  Writer counts;
  counts.whole(state.counts.claims);
  put_tally(counts, state.counts.words);
  put_tally(counts, state.counts.keys);
  put_blob(db, "articles", articles.finish(version));
  put_blob(db, "names", names.finish(version));
  put_blob(db, "counts", counts.finish(version));
}

bool load_state(SQLite::Database& db, SetState& state) {
  auto const names_blob = blob_named(db, "names"), counts_blob = blob_named(db, "counts"),
             articles_blob = blob_named(db, "articles");
  Reader names(names_blob, version), counts(counts_blob, version), articles(articles_blob, version);
  std::vector<std::string_view> all;
  texts(names, all);
  for (auto const text : all) state.texts.number_of(text);
  names.list(state.entities, [](auto& archive, auto& e) {
    archive.whole(e.name);
    archive.flag(e.is_variant);
  });
  facts_fields(names, state.facts);
  counts.whole(state.counts.claims);
  take_tally(counts, state.counts.words);
  take_tally(counts, state.counts.keys);
  articles.list(state.articles, [](auto& archive, auto& article) { footprint_fields(archive, article); });
  if (!names.finished() || !counts.finished() || !articles.finished() || all.size() != state.texts.size()) return false;
  for (auto n = state.entities.size(); n < state.texts.size(); ++n)
    state.entities.push_back({static_cast<TextNumber>(n), false});
  return is_sound(state);
}

}  // namespace counterclaim::store
