// Rule files to a rule book: clauses checked for presence and meaning, expressions typed.
#include <algorithm>
#include <map>

#include "counterclaim/rule.hpp"
#include "counterclaim/rule_syntax.hpp"
#include "counterclaim/sha256.hpp"
#include "counterclaim/text.hpp"
#include "src/judge/typing.hpp"

namespace counterclaim {

RuleBook::RuleBook() : impl(std::make_shared<Impl const>()) {}
std::vector<RuleSummary> const& RuleBook::rules() const { return impl->summaries; }
std::string RuleBook::digest() const {
  std::string all = impl->digest;
  for (auto const& rule : impl->summaries)
    all += "\n" + rule.id + " " + rule.shape + " " + std::string(to_string(rule.severity));
  return sha256(all);
}

namespace rules {
namespace {

using syntax::Clause;

// Lines of offsets that are asked for in rising order: the file is walked once.
struct LineCounter {
  std::string_view text;
  std::uint32_t at = 0, line = 1;
  std::uint32_t of(std::uint32_t offset) {
    for (; at < offset && at < text.size(); ++at) line += text[at] == '\n';
    return line;
  }
};

struct Loader {
  Names const& names;
  FileText const& file;
  std::vector<Diagnostic>& errors;
  syntax::Rule const& rule;
  LineCounter& lines;
  CompiledRule compiled = {};
  RuleSummary summary = {};
  Typing typing = Typing(names, file, errors);

  void complain(std::uint32_t at, std::string message, std::string help = {}) {
    typing.complain(at, std::move(message), std::move(help));
  }

  // Index of `word` among `words`, or -1 with a complaint.
  int choose(syntax::Word const& word, std::vector<std::string> const& words, std::string const& what) {
    auto const found = std::find(words.begin(), words.end(), word.text);
    if (found != words.end()) return static_cast<int>(found - words.begin());
    auto const near = nearest(word.text, words);
    std::string all;
    for (auto const& w : words) all += (all.empty() ? "" : ", ") + w;
    complain(word.at, "unknown " + what + " '" + word.text + "'",
             near.empty() ? "one of: " + all : "did you mean '" + near + "'?");
    return -1;
  }

  std::vector<Clause const*> all(std::string_view keyword) const {
    std::vector<Clause const*> found;
    for (auto const& clause : rule.clauses) {
      if (clause.keyword.text == keyword) found.push_back(&clause);
    }
    return found;
  }

  // The one clause of this name; complains where there are several, or none of one that is needed.
  Clause const* only(std::string_view keyword, bool needed) {
    auto const found = all(keyword);
    for (std::size_t i = 1; i < found.size(); ++i) {
      complain(found[i]->keyword.at, "'" + std::string(keyword) + "' stands in this rule already");
    }
    if (found.empty() && needed) complain(rule.id.at, "rule '" + rule.id.text + "' has no '" + std::string(keyword) + "'");
    return found.empty() ? nullptr : found.front();
  }

  void heading() {
    summary.id = compiled.id = rule.id.text;
    if (!rule.shape.empty()) summary.shape = rule.shape.front().text;
    summary.file = file.name;
    summary.source = std::string(file.text.substr(rule.begin, rule.end - rule.begin));
    if (auto const* title = only("title", true)) summary.title = plain(title->text);
    if (auto const* help = only("help", false)) summary.help = plain(help->text);
    if (auto const* hint = only("fixhint", false)) {
      compiled.help = plain(hint->text);
      summary.help += (summary.help.empty() ? "" : "\n") + compiled.help;
    }
    if (auto const* severity = only("severity", true)) {
      auto const& words = severity->words;
      if (words.size() > 1) complain(words[1].at, "a rule has one severity");
      int const chosen = choose(words.front(), {"info", "warning", "error"}, "severity");
      if (chosen >= 0) summary.severity = compiled.severity = static_cast<Severity>(chosen);
    }
    for (auto const* tags : all("tags")) {
      for (auto const& tag : tags->words) summary.tags.push_back(tag.text);
    }
    for (auto const* before : all("before")) {
      for (auto const& id : before->words) compiled.before.push_back(id.text);
    }
  }

  void variables(syntax::Match const& match) {
    int const chosen = choose(match.form, {"claim", "pair", "set", "cycle"}, "form");
    if (chosen >= 0) compiled.form = static_cast<Form>(chosen);
    std::size_t const wanted = compiled.form == Form::pair ? 2 : 1;
    if (match.variables.size() != wanted) {
      complain(match.variables.back().at, "'match " + match.form.text + "' names " +
                                              (wanted == 2 ? "two variables" : "one variable") + ", not " +
                                              std::to_string(match.variables.size()));
    }
    for (std::size_t i = 0; i < match.variables.size() && i < 2; ++i) {
      auto const& word = match.variables[i];
      if (typing.variable(word.text)) complain(word.at, "the variable '" + word.text + "' is named twice");
      typing.declare(word.text, i < wanted ? static_cast<int>(i) : 0);
    }
    if (compiled.form == Form::set || compiled.form == Form::cycle) typing.allow_folds();
    for (auto const& kind : match.kinds) {
      int const k = choose(kind, words_of(Type::claim_kind), "kind of claim");
      if (k >= 0) compiled.kinds |= 1U << k;
      if (compiled.form == Form::cycle && k >= 0 && k != static_cast<int>(ClaimKind::comparison) &&
          k != static_cast<int>(ClaimKind::standing)) {
        complain(kind.at, "a cycle goes over comparisons only");
      }
    }
  }

  void keys(syntax::Match const& match) {
    static std::vector<std::string> const names = {"subject", "attribute", "dimension", "period",
                                                   "unit",    "article",   "measure",   "benchmark"};
    for (auto const& word : match.same) {
      int const key = choose(word, names, "key");
      if (key >= 0 && key < 5) compiled.keys = static_cast<std::uint8_t>(compiled.keys | 1 << key);
      if (key == 5) compiled.articles = Articles::same;
      if (key == 6) compiled.same_measure = true;
      if (key == 7) compiled.same_benchmark = true;
      if (key >= 6 && compiled.form != Form::cycle)
        complain(word.at, "'same " + word.text + "' is for cycles", "compare the fields in 'where'");
      if (key >= 0 && key != 5 && compiled.form == Form::claim)
        complain(word.at, "one claim alone has nothing to share", "use 'match pair'");
    }
    for (std::size_t i = 0; i < match.articles.size(); ++i) {
      if (i > 0 || compiled.articles == Articles::same) complain(match.articles[i].at, "which articles is said twice");
      compiled.articles = match.articles[i].text == "different" ? Articles::different : Articles::any;
    }
    compiled.once = !match.once.empty();
    if (compiled.once && compiled.form != Form::pair) complain(match.once.front().at, "'once' is for pairs");
    if (!match.lengths.empty() && compiled.form != Form::cycle) complain(match.lengths.front().at, "only cycles have a length");
    if (match.lengths.size() > 2) complain(match.lengths[2].at, "the length is said twice");
    if (match.lengths.size() >= 2) {
      auto bound = [&](syntax::Word const& w) { return w.text.size() > 3 ? 999U : static_cast<unsigned>(std::stoul(w.text)); };
      compiled.shortest = bound(match.lengths[0]);
      compiled.longest = bound(match.lengths[1]);
      if (compiled.shortest < 2 || compiled.longest > 8 || compiled.shortest > compiled.longest) {
        complain(match.lengths.front().at, "a cycle has 2 to 8 comparisons");
      }
    }
  }

  void crossings(syntax::Match const& match) {
    for (auto const& crossing : match.crossings) {
      if (compiled.form != Form::pair) complain(crossing.left.at, "'cross' joins the claims of a pair");
      auto side = [&](syntax::Expr const& expr, int wanted) {
        Node node = typing.type(expr);
        bool const fits = node.type == Type::any || (node.type == Type::text && node.op == Op::claim_field);
        auto const owner = expr.path.empty() ? std::nullopt : typing.variable(expr.path.front().text);
        if (!fits || (owner && *owner != wanted))
          complain(expr.at, "'cross' joins a text field of the first variable to one of the second");
        return node;
      };
      Node left = side(crossing.left, 0);
      compiled.crossings.emplace_back(std::move(left), side(crossing.right, 1));
    }
  }

  void judgement() {
    for (auto const* where : all("where")) compiled.where.push_back(typing.condition(where->expr));
    for (auto const* unless : all("unless")) compiled.unless.push_back(typing.condition(unless->expr));
    if (auto const* message = only("message", true)) compiled.message = typing.text(message->text);
    if (auto const* explain = only("explain", false)) compiled.explanation = typing.text(explain->text);
    for (auto const& clause : rule.clauses) {
      if (clause.keyword.text != "report" && clause.keyword.text != "note") continue;
      Label label;
      label.primary = clause.keyword.text == "report";
      if (auto const index = typing.variable(clause.variable.text))
        label.variable = *index;
      else
        choose(clause.variable, typing.variable_names(), "variable");
      label.text = typing.text(clause.text);
      compiled.labels.push_back(std::move(label));
    }
    only("report", true);
  }

  void examples() {
    for (auto const* clause : all("test")) {
      auto const& test = clause->test;
      RuleExample example;
      example.name = plain(test.name);
      example.conflict = test.conflict;
      example.todo = test.todo;
      example.line = lines.of(clause->keyword.at);
      if (test.articles.empty()) complain(clause->keyword.at, "a test has at least one article");
      for (auto const& article : test.articles) {
        RuleExample::Text text;
        text.id = article.id.text;
        bool const again =
            std::any_of(example.articles.begin(), example.articles.end(), [&](auto const& a) { return a.id == text.id; });
        if (again) complain(article.id.at, "the article '" + text.id + "' is named twice");
        for (auto const& date : article.date) {
          text.date = date.text;
          if (!parse_iso_date(date.text)) complain(date.at, "there is no day " + date.text);
        }
        for (auto const& tier : article.tier) {
          text.tier = tier.text;
          choose(tier, words_of(Type::tier), "tier");
        }
        text.source = plain(article.source);
        text.title = plain(article.title);
        text.text = plain(article.text);
        example.articles.push_back(std::move(text));
      }
      summary.examples.push_back(std::move(example));
    }
  }

  void load() {
    heading();
    auto const* match = only("match", true);
    if (match == nullptr) return;  // without variables, every expression would be wrong
    variables(match->match);
    keys(match->match);
    crossings(match->match);
    judgement();
    examples();
  }
};

Names collect_names(std::vector<FileText> const& files, std::vector<syntax::File> const& parsed) {
  Names names;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (auto const& list : parsed[i].lists) {
      auto& entries = names.lists[list.name.text];
      entries.clear();
      for (auto const& entry : list.entries) entries.push_back(lower(plain(entry)));
    }
    for (auto const& definition : parsed[i].definitions) names.definitions[definition.name.text] = {definition, files[i]};
  }
  return names;
}

// Each definition with its parameters as variables, so that an error shows before the first use.
void check_definitions(Names const& names, std::vector<Diagnostic>& errors) {
  for (auto const& [name, defined] : names.definitions) {
    Typing typing(names, defined.file, errors);
    auto const& parameters = defined.definition.parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i)
      typing.declare(parameters[i].text, static_cast<int>(std::min<std::size_t>(i, 1)));
    auto taken = [&called = name](auto const& rows) {
      return std::any_of(rows.begin(), rows.end(), [&](auto const& r) { return r.name == called; });
    };
    if (taken(functions()) || taken(folds()))
      typing.complain(defined.definition.name.at, "'" + name + "' is a function of the language");
    typing.type(defined.definition.body);
  }
}

using RuleName = std::pair<std::string, std::string>;  // id and shape

void add(RuleBook::Impl& book, std::map<RuleName, std::size_t>& places, RuleSummary summary, CompiledRule compiled) {
  auto const [place, is_new] = places.try_emplace({summary.id, summary.shape}, book.summaries.size());
  if (is_new) {
    book.summaries.push_back(std::move(summary));
    book.compiled.push_back(std::move(compiled));
  } else {
    book.summaries[place->second] = std::move(summary);
    book.compiled[place->second] = std::move(compiled);
  }
}

void check_precedence(RuleBook::Impl const& book, std::vector<FileText> const& files, std::vector<syntax::File> const& parsed,
                      Names const& names, std::vector<Diagnostic>& errors) {
  std::vector<std::string> ids;
  for (auto const& rule : book.summaries) ids.push_back(rule.id);
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!parsed[i].errors.empty()) continue;
    Typing typing(names, files[i], errors);
    for (auto const& rule : parsed[i].rules) {
      for (auto const& clause : rule.clauses) {
        if (clause.keyword.text != "before") continue;
        for (auto const& id : clause.words) {
          if (std::binary_search(ids.begin(), ids.end(), id.text)) continue;
          auto const near = nearest(id.text, ids);
          typing.complain(id.at, "unknown rule '" + id.text + "'", near.empty() ? "" : "did you mean '" + near + "'?");
        }
      }
    }
  }
}

}  // namespace
}  // namespace rules

LoadedRules load_rules(std::vector<RuleSource> const& sources) {
  using namespace rules;
  LoadedRules result;
  std::vector<FileText> files;
  std::vector<syntax::File> parsed;
  for (auto const& source : sources) {
    files.push_back({source.file, source.text});
    parsed.push_back(syntax::parse_rules(source.text));
    for (auto& error : parsed.back().errors) {
      error.file = source.file;
      result.errors.push_back(error);
    }
  }
  Names const names = collect_names(files, parsed);
  check_definitions(names, result.errors);

  auto book = std::make_shared<RuleBook::Impl>();
  std::string all;
  for (auto const& file : files) all.append(std::to_string(file.text.size())).append(" ").append(file.text);
  book->digest = sha256(all);
  std::map<RuleName, std::size_t> places;
  for (std::size_t i = 0; i < files.size(); ++i) {
    LineCounter lines{files[i].text};
    std::map<RuleName, int> seen;
    for (auto const& rule : parsed[i].rules) {
      Loader loader{names, files[i], result.errors, rule, lines};
      loader.load();
      if (++seen[{loader.summary.id, loader.summary.shape}] > 1) {
        loader.complain(rule.id.at, "the rule '" + rule.id.text + "' stands in this file already",
                        "give it a shape: rule " + rule.id.text + " NAME {");
      }
      add(*book, places, std::move(loader.summary), std::move(loader.compiled));
    }
  }
  check_precedence(*book, files, parsed, names, result.errors);
  result.book.impl = std::move(book);
  std::stable_sort(result.errors.begin(), result.errors.end(), [](auto const& a, auto const& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  return result;
}

}  // namespace counterclaim
