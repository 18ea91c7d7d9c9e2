// What a claim says its figure is about and what it counts, and the sides that a comparison is split into.
#include <algorithm>

#include "counterclaim/claim.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string joined(std::span<std::string_view const> words) {
  std::string out;
  for (auto const w : words) out.append(out.empty() ? "" : " ").append(w);
  return out;
}

TEST(About, Words) {
  for (auto const& row : sentence_table("about.tsv", 4)) {
    auto const article = article_of(row[0]);
    bool found = false;
    Arena kept;
    for (auto const& c : resolve(article, 0, kept)) {
      if (c.kind != ClaimKind::quantity || row[0].substr(c.span.begin, c.span.size()).find(row[1]) == std::string::npos)
        continue;
      found = true;
      EXPECT_EQ(c.counted, row[2]) << row[0];
      EXPECT_EQ(joined(c.about), row[3]) << row[0];
    }
    EXPECT_TRUE(found) << row[0];
  }
}

// subjects.tsv
TEST(About, WhoseItIs) {
  for (auto const& row : sentence_table("subjects.tsv", 3)) {
    auto const article = article_of(row[0]);
    bool found = false;
    Arena kept;
    for (auto const& c : resolve(article, 0, kept)) {
      if (row[0].substr(c.span.begin, c.span.size()) != row[1]) continue;
      found = true;
      EXPECT_EQ(c.subject.empty() ? "-" : c.subject, row[2]) << row[0];
    }
    EXPECT_TRUE(found) << row[0];
  }
}

// A heading begins every word with a capital, and the first may only open it.
TEST(About, NamesInHeadings) {
  struct Row {
    std::string heading, text, figure, subject;
  };
  for (auto const& row :
       {Row{"Installing Orla Store 5.2", "Orla Store is a database. Pages hold 16 KB.", "16 KB", "Orla Store"},
        Row{"Inside Norra", "Norra makes bread. The firm has 40 shops.", "40", "Norra"},
        Row{"Why Marl 4 Matters", "Marl 4 is a card. The card has 96 GB.", "96 GB", "Marl 4"}}) {
    Article article;
    article.raw = row.heading + "\n" + row.text + "\n";
    auto const end = std::uint32_t(row.heading.size());
    article.blocks = {{BlockKind::heading, {0, end}}, {BlockKind::paragraph, {end + 1, std::uint32_t(article.raw.size() - 1)}}};
    article.view = article.raw;
    article.body_size = std::uint32_t(article.raw.size());
    Arena kept;
    bool found = false;
    for (auto const& c : resolve(article, 0, kept)) {
      if (article.raw.substr(c.span.begin, c.span.size()) != row.figure) continue;
      found = true;
      EXPECT_EQ(c.subject, row.subject) << row.heading;
    }
    EXPECT_TRUE(found) << row.heading;
  }
}

// Where others are asked, "we" is no writer.
TEST(About, AnswersOfAnInterview) {
  Article article;
  for (std::string const text : {"Ida Moor runs Norra, a bank. Norra is in Dorne.", "How big are you?", "We have 40 shops.",
                                 "And the money?", "Our fee is 3 percent."}) {
    auto const begin = std::uint32_t(article.raw.size());
    article.raw += text + "\n";
    article.blocks.push_back({BlockKind::paragraph, {begin, std::uint32_t(article.raw.size() - 1)}});
  }
  article.view = article.raw;
  article.body_size = std::uint32_t(article.raw.size());
  Arena kept;
  int found = 0;
  for (auto const& c : resolve(article, 0, kept))
    if (c.kind == ClaimKind::quantity) {
      EXPECT_EQ(c.subject, "Norra");
      ++found;
    }
  EXPECT_EQ(found, 2);
}

// Each verb has the subject of the verb before: the row is gone back over once, and ends.
TEST(About, LongRowsOfVerbsEnd) {
  std::string text = "Kestrel Systems is a yard. Kestrel Systems";
  for (int i = 0; i < 400; ++i) text += (i > 0 ? ", and holds " : " holds ") + std::to_string(i + 100) + " tons";
  auto const article = article_of(text + ".");
  Arena kept;
  auto const claims = resolve(article, 0, kept);
  auto const is_ton = [](Claim const& c) { return c.kind == ClaimKind::quantity && c.subject == "Kestrel Systems"; };
  EXPECT_GE(std::count_if(claims.begin(), claims.end(), is_ton), 400);
}

struct SidesRow {
  char const* text;
  std::vector<std::string> sides;
};
TEST(About, SidesOfComparisons) {
  std::vector<SidesRow> const rows = {
      {"The Orla T5 is faster than the Brill K2.", {"Orla T5 > Brill K2"}},
      {"The Orla T5 is faster than the Brill K2 and the Corvo M1.", {"Orla T5 > Brill K2", "Orla T5 > Corvo M1"}},
      {"The Orla T5 and the Brill K2 are faster than the Corvo M1.", {"Orla T5 > Corvo M1", "Brill K2 > Corvo M1"}},
  };
  for (auto const& row : rows) {
    std::vector<std::string> sides;
    Arena kept;
    for (auto const& c : resolve(article_of(row.text), 0, kept))
      if (c.kind == ClaimKind::comparison)
        sides.push_back(std::string(c.left) + (c.relation == Relation::better ? " > " : " < ") + std::string(c.right));
    EXPECT_EQ(sides, row.sides) << row.text;
  }
}

// Whose each of several figures is.
TEST(About, FiguresInARowBelongToTheNamesInTheirOrder) {
  auto const a = article_of("Norra, Velo and Brill raised $3 million, $5 million and $9 million respectively.");
  std::string subjects;
  Arena kept;
  for (auto const& c : resolve(a, 0, kept))
    if (c.kind == ClaimKind::quantity) (subjects += c.subject) += ' ';
  EXPECT_EQ(subjects, "Norra Velo Brill ");
}

struct YearsRow {
  std::string text, years;
};
void expect_years(std::span<YearsRow const> rows) {
  for (auto const& row : rows) {
    std::string years;
    Arena kept;
    for (auto const& c : resolve(article_of(row.text), 0, kept))
      if (c.kind == ClaimKind::quantity) (years += std::to_string(to_civil(c.period.from).year)) += ' ';
    EXPECT_EQ(years, row.years) << row.text;
  }
}

TEST(About, FiguresInARowAreOfTheDatesInTheirOrder) {
  YearsRow const rows[] = {
      {"In 2021 and 2022 the mill earned $3 million and $5 million respectively.", "2021 2022 "},
      {"The mill earned $3 million, $5 million and $9 million in 2021, 2022 and 2023, respectively.", "2021 2022 2023 "},
      {"The herd fell to 40 and 30 cows in May 2021 and May 2022, respectively.", "2021 2022 "},
  };
  expect_years(rows);
}

TEST(About, FiguresAreOfTheDateOfTheirClause) {
  YearsRow const rows[] = {
      {"In 2015 Velo opened 40 shops and in 2027 it wants 60.", "2015 2027 "},
      {"Sales were 4 million in 2023 and in 2024 they were 5 million.", "2023 2024 "},
      {"The yard built 3 ferries in 2021 and 4 barges in 2022.", "2021 2022 "},
      {"The loss was $3 million in 2022, down from $9 million in 2021.", "2022 2021 "},
      {"In 2022 the loss shrank to $3 million from $9 million in 2021.", "2022 2021 "},
  };
  expect_years(rows);
}

TEST(About, DatesInARowBelongToTheNamesInTheirOrder) {
  struct Row {
    std::string text, subjects;
  };
  Row const rows[] = {
      {"The mills at Norra, Velo and Brill opened in 2011, 2014 and 2019, respectively.", "Norra Velo Brill "},
      {"The Halden and the Orvel were launched on May 4 and June 9 respectively.", "Halden Orvel "},
      // As many names as dates, or the row says nothing.
      {"Norra and Velo merged in Orlen in 2011 and 2014, respectively.", ""},
  };
  for (auto const& row : rows) {
    std::string subjects;
    Arena kept;
    for (auto const& c : resolve(article_of(row.text), 0, kept))
      if (c.kind == ClaimKind::date) (subjects += c.subject) += ' ';
    if (!row.subjects.empty()) {
      EXPECT_EQ(subjects, row.subjects) << row.text;
    } else {
      EXPECT_EQ(subjects, "Velo Velo ") << row.text;
    }
  }
}

}  // namespace
}  // namespace counterclaim
