// What each stage costs, in bytes of article text a second.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/extract.hpp"
#include "counterclaim/lint.hpp"
#include "counterclaim/memory.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"
#include "tests/bench/prose.hpp"

namespace counterclaim {
namespace {

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  // bytes_per_second is told in mebibytes; this in millions of bytes.
  state.counters["MB"] = benchmark::Counter(double(bytes) * 1e-6 * double(state.iterations()), benchmark::Counter::kIsRate);
}

// 4 KB is a news article; a time per byte that grows from one size to the next is a loop that is not linear.
void sizes(benchmark::internal::Benchmark* b) { b->Arg(4 << 10)->Arg(64 << 10)->Arg(1 << 20); }

void read_markdown_text(benchmark::State& state) {
  auto const text = bench::prose(static_cast<std::size_t>(state.range(0)), 1);
  for (auto _ : state) benchmark::DoNotOptimize(read_markdown("a.md", text));
  count_bytes(state, text.size());
}
BENCHMARK(read_markdown_text)->Apply(sizes);

void lex_text(benchmark::State& state) {
  auto const article = read_plain("a", bench::prose(static_cast<std::size_t>(state.range(0)), 1));
  for (auto _ : state) benchmark::DoNotOptimize(lex(article));
  count_bytes(state, article.raw.size());
}
BENCHMARK(lex_text)->Apply(sizes);

void parse_tokens(benchmark::State& state) {
  auto const article = read_plain("a", bench::prose(static_cast<std::size_t>(state.range(0)), 1));
  auto const tokens = lex(article);
  Chunks const chunks(article, tokens);
  for (auto _ : state) benchmark::DoNotOptimize(parse(article, tokens, chunks, Voiced::figures));
  count_bytes(state, article.raw.size());
}
BENCHMARK(parse_tokens)->Apply(sizes);

void find_phrases(benchmark::State& state) {
  auto const article = read_plain("a", bench::prose(static_cast<std::size_t>(state.range(0)), 1));
  auto const tokens = lex(article);
  for (auto _ : state) {
    Chunks const chunks(article, tokens);
    for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) benchmark::DoNotOptimize(chunks.of_sentence(s).data());
  }
  count_bytes(state, article.raw.size());
}
BENCHMARK(find_phrases)->Apply(sizes);

// How dense a text is with figures decides: see prose.hpp.
std::string dense_prose(std::size_t bytes) { return bench::prose(bytes, 1); }
std::string ordinary_prose(std::size_t bytes) { return bench::topic_prose(bytes, 3, 1); }
std::string plain_prose(std::size_t bytes) { return bench::plain_prose(bytes, 1); }

// What the grammar extracts: figures, dates, ranks, comparisons and whose word they are; lexed, chunked and parsed.
void mentions_of(benchmark::State& state, std::string (*text)(std::size_t)) {
  auto const article = read_plain("a", text(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) {
    auto const tokens = lex(article);
    Chunks const chunks(article, tokens);
    benchmark::DoNotOptimize(parse(article, tokens, chunks, Voiced::figures));
  }
  count_bytes(state, article.raw.size());
}
BENCHMARK_CAPTURE(mentions_of, dense_prose, dense_prose)->Apply(sizes);
BENCHMARK_CAPTURE(mentions_of, ordinary_prose, ordinary_prose)->Apply(sizes);
BENCHMARK_CAPTURE(mentions_of, plain_prose, plain_prose)->Apply(sizes);

// The same, and resolved: who and what and when, as `extract` does. Not written.
void resolve_text(benchmark::State& state, std::string text,
                  std::vector<Claim> (*read)(Article const&, std::uint32_t, Arena&)) {
  auto const article = read_plain("a", std::move(text));
  for (auto _ : state) {
    Arena kept;
    benchmark::DoNotOptimize(read(article, 0, kept));
  }
  count_bytes(state, article.raw.size());
}
void claims_of(benchmark::State& state, std::string (*text)(std::size_t)) {
  resolve_text(state, text(static_cast<std::size_t>(state.range(0))), resolve_figures);
}
BENCHMARK_CAPTURE(claims_of, dense_prose, dense_prose)->Apply(sizes);
BENCHMARK_CAPTURE(claims_of, ordinary_prose, ordinary_prose)->Apply(sizes);
BENCHMARK_CAPTURE(claims_of, plain_prose, plain_prose)->Apply(sizes);

// The articles of corpus/, which no branch predictor learns by heart as it does the few sentences of made prose.
void claims_of_articles(benchmark::State& state) {
  auto const articles = read_paths({COUNTERCLAIM_SOURCE_DIR "/corpus"}).articles;
  std::size_t bytes = 0;
  for (auto const& article : articles) bytes += article.raw.size();
  for (auto _ : state)
    for (auto const& article : articles) {
      Arena kept;
      benchmark::DoNotOptimize(resolve_figures(article, 0, kept));
    }
  count_bytes(state, bytes);
}
BENCHMARK(claims_of_articles);

// As `check` does: with what happens and has no figure.
void claims_and_happenings_of(benchmark::State& state, std::string (*text)(std::size_t)) {
  resolve_text(state, text(static_cast<std::size_t>(state.range(0))), resolve);
}
BENCHMARK_CAPTURE(claims_and_happenings_of, ordinary_prose, ordinary_prose)->Arg(64 << 10);

// One line of as many bytes: as fast as many lines.
void claims_of_one_line(benchmark::State& state) {
  auto text = ordinary_prose(static_cast<std::size_t>(state.range(0)));
  std::replace(text.begin(), text.end(), '\n', ' ');
  resolve_text(state, std::move(text), resolve_figures);
}
BENCHMARK(claims_of_one_line)->Arg(1 << 20);

void write_claims(benchmark::State& state) {  // the lines of `extract`, of dense prose
  auto const article = read_plain("a", bench::prose(static_cast<std::size_t>(state.range(0)), 1));
  Arena kept;
  auto const claims = resolve(article, 0, kept);
  for (auto _ : state) benchmark::DoNotOptimize(json_claims(claims, article));
  count_bytes(state, article.raw.size());
}
BENCHMARK(write_claims)->Apply(sizes);

void check_set(benchmark::State& state) {  // articles of 4 KB each, one thread
  auto const rules = load_rules(built_in_rules()).book;
  auto const articles = bench::articles(static_cast<std::size_t>(state.range(0)), 4 << 10);
  std::size_t bytes = 0;
  for (auto const& article : articles) bytes += article.raw.size();
  for (auto _ : state) benchmark::DoNotOptimize(json_report(lint(articles, rules, 1)));
  count_bytes(state, bytes);
}
BENCHMARK(check_set)->Arg(5)->Arg(50)->Arg(500)->Unit(benchmark::kMillisecond);

// Two articles of one sentence each with so many parties and prices: twice as many take twice the time.
void check_long_sentences(benchmark::State& state) {
  auto const rules = load_rules(built_in_rules()).book;
  auto const text = [&](int more) {
    std::string out = "Stakes went";
    for (int i = 1; i <= state.range(0); ++i)
      out += " to funds led by Orva" + std::to_string(i) + " at a price of $" + std::to_string(i + (i % 3 == 0 ? more : 0));
    return out + ".";
  };
  std::vector<Article> const articles{read_plain("a", text(0)), read_plain("b", text(1))};
  for (auto _ : state) benchmark::DoNotOptimize(lint(articles, rules, 1));
}
BENCHMARK(check_long_sentences)->Arg(1000)->Arg(2000)->Unit(benchmark::kMillisecond);

void compare_pair(benchmark::State& state) {  // what one line of `compare --jsonl` costs
  auto const rules = load_rules(built_in_rules()).book;
  auto const pair = bench::articles(2, 300);
  for (auto _ : state) benchmark::DoNotOptimize(lint(pair, rules, 1));
}
BENCHMARK(compare_pair)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace counterclaim

int main(int argc, char** argv) {
  counterclaim::keep_freed_memory();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
