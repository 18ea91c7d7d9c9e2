#include "tests/bench/prose.hpp"

#include <string_view>

#include "counterclaim/read.hpp"

namespace counterclaim::bench {
namespace {

// '@' stands for a name, '#' for a figure, '%' for a small one, '^' for a year. About one sentence in two holds a figure.
constexpr std::string_view sentences[] = {
    "@ raised $# million in a round led by @ in March ^.",
    "@ holds # million cubic metres of water, about %% more than in ^.",
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

constexpr std::string_view plain[] = {
    "Those who had come early stood in small groups under the trees and talked of the weather and of the harvest.",
    "It is not the first time that the matter has been put before the council, and few expect that it will be the last.",
    "The road to the quay was closed for most of the morning, and carters had to go round by the old mill.",
    "Nothing of this was known to the people who lived beside the river, or so they say.",
    "What comes next is for others to decide, and they are in no hurry.",
    "Critics of the plan said that it would do little for the villages in the hills, which have no road worth the name.",
};

// xorshift32
std::uint32_t next(std::uint32_t& state) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

template <typename Names>
void fill(std::string& out, std::string_view sentence, Names const& of, std::uint32_t& state) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    switch (sentence[i]) {
      case '@':
        out += of[next(state) % std::size(of)];
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
    fill(out, sentences[next(state) % std::size(sentences)], names, state);
    out += ++in_paragraph % 4 == 0 ? "\n\n" : " ";
  }
  return out;
}

std::string plain_prose(std::size_t bytes, std::uint32_t seed) {
  std::uint32_t state = seed * 2654435761u + 1;
  std::string out;
  for (int in_paragraph = 0; out.size() < bytes;) {
    out += plain[next(state) % std::size(plain)];
    out += ++in_paragraph % 4 == 0 ? "\n\n" : " ";
  }
  return out;
}

std::string topic_prose(std::size_t bytes, std::uint32_t topic, std::uint32_t seed) {
  constexpr std::string_view heads[] = {"Bel", "Cor", "Dra", "Fen", "Gal",  "Hol", "Jor", "Kel",
                                        "Lor", "Mar", "Nor", "Per", "Quil", "Ros", "Tor", "Vel"};
  constexpr std::string_view middles[] = {"a", "e", "i", "o", "an", "en", "in", "or"};
  constexpr std::string_view tails[] = {"by",  "dale", "ford", "ham",  "mere", "mont", "ner",  "sund",
                                        "tal", "ton",  "vik",  "wick", "zen",  "lund", "gate", "rath"};
  constexpr std::string_view kinds[] = {"", " Motors", " Bank", " Systems", " Power"};
  std::vector<std::string> own;
  for (std::uint32_t n = 0; n < 5; ++n) {
    std::uint32_t code = (topic * 5 + n) * 7919u;  // no two names of 16,384 are one
    std::string name(heads[code % 16]);
    name += middles[code / 16 % 8];
    name += middles[code / 128 % 8];
    name += tails[code / 1024 % 16];
    own.push_back(name + std::string(kinds[n]));
  }
  std::uint32_t state = (seed + 1) * 2246822519u | 1u;
  for (int warm = 0; warm < 8; ++warm) next(state);
  std::string out;
  // Each names what it speaks of, so that the same is said of the same.
  constexpr std::string_view telling[] = {
      "@ raised $# million in a round that closed in March ^.",
      "@ holds # million cubic metres of water.",
      "@ opened on May %, ^.",
      "@ employs # people at its works on the river.",
      "@ climbed from %% to %% in the polls within a month.",
      "@ covers # square kilometres of marsh and forest.",
      "@ bought # barges in ^ for the trade with the islands.",
  };
  for (int in_paragraph = 0; out.size() < bytes;) {
    if (next(state) % 3 != 0) {
      out += plain[next(state) % std::size(plain)];
      out += ++in_paragraph % 4 == 0 ? "\n\n" : " ";
      continue;
    }
    auto const which = next(state) % (std::size(telling) * own.size());
    // What a topic's articles say in one sentence of one name is the same but for one time in two hundred.
    std::uint32_t figures = (topic * 1009 + which + 1) * 3266489917u | 1u;
    for (int warm = 0; warm < 8; ++warm) next(figures);
    if (next(state) % 200 == 0) figures ^= next(state) | 1u;
    std::vector<std::string> const one{own[which % own.size()]};
    fill(out, telling[which / own.size()], one, figures);
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
