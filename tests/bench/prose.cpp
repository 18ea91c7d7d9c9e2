#include "tests/bench/prose.hpp"

#include <string_view>

#include "counterclaim/read.hpp"

namespace counterclaim::bench {
namespace {

// '@' stands for a name, '#' for a figure, '%' for a small one, '^' for a year. About one sentence in two holds a figure, as in
// news.
constexpr std::string_view sentences[] = {
    "@ raised $# million in a round led by @ in March ^.",
    "The dam at @ holds # million cubic metres of water, about %% more than in ^.",
    "\"We did not expect it,\" the mayor said on Tuesday after a meeting that lasted most of the afternoon.",
    "Sales at @ fell by %% to $# million, the company said.",
    "The second-largest maker of turbines in the region, @ employs # people.",
    "Nobody could say where the barges had gone, or who had ordered them to leave the quay before dawn.",
    "@ is % times faster than @ on the Calder benchmark, according to its maker.",
    "The bridge opened on May %, ^, two years after the ferry was given up.",
    "Between # and # households are without power, and repairs may take weeks.",
    "The valley has always been poor, and those who could leave it left long ago for the cities of the coast.",
    "Its new depot covers more than # square kilometres and cost nearly $# million.",
    "@ climbed from %% to %% in the polls within a month.",
    "He walked along the river with his dog, as he had done on every Sunday of his life.",
    "The committee, which met behind closed doors, has yet to publish its minutes, and its chair would not be drawn on them.",
};
constexpr std::string_view names[] = {"Orrin Motors", "Belltower Bank", "Lake Mora",   "Calder Systems",   "Port Hessing",
                                      "Vantry",       "Northlight",     "Mount Brell", "the Tarn Council", "Ilva Power"};

// xorshift32
std::uint32_t next(std::uint32_t& state) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

void fill(std::string& out, std::string_view sentence, std::uint32_t& state) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    switch (sentence[i]) {
      case '@':
        out += names[next(state) % std::size(names)];
        break;
      case '#':
        out += std::to_string(next(state) % 900 + 10);
        break;
      case '^':
        out += std::to_string(next(state) % 30 + 1995);
        break;
      case '%':
        out += std::to_string(next(state) % 27 + 2);
        if (sentence.substr(i, 2) == "%%") {
          out += '%';
          ++i;
        }
        break;
      default:
        out += sentence[i];
    }
  }
}

}  // namespace

std::string prose(std::size_t bytes, std::uint32_t seed) {
  std::uint32_t state = seed * 2654435761u + 1;
  std::string out;
  for (int in_paragraph = 0; out.size() < bytes;) {
    fill(out, sentences[next(state) % std::size(sentences)], state);
    out += ++in_paragraph % 4 == 0 ? "\n\n" : " ";
  }
  return out;
}

std::vector<Article> articles(std::size_t count, std::size_t bytes) {
  std::vector<Article> all;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(read_plain("article-" + std::to_string(i) + ".txt", prose(bytes, static_cast<std::uint32_t>(i))));
  return all;
}

}  // namespace counterclaim::bench
