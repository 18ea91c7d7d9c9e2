// make_articles DIR COUNT BYTES [FIRST]: COUNT made articles of about BYTES each as Markdown files, ten to a topic, a hundred
// to a folder; the same bytes for the same numbers. FIRST is the number of the first one (default 0).
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "counterclaim/calendar.hpp"
#include "tests/bench/prose.hpp"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc < 4) {
    std::fputs("usage: make_articles DIR COUNT BYTES [FIRST]\n", stderr);
    return 2;
  }
  auto const count = std::strtoul(argv[2], nullptr, 10), bytes = std::strtoul(argv[3], nullptr, 10);
  auto const first = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 0;
  constexpr char const* sources[] = {"Hessing Courier", "Mora Gazette", "The Belltower", "Ilva Times", "Northlight Daily"};
  for (auto i = first; i < first + count; ++i) {
    fs::path const folder = fs::path(argv[1]) / std::to_string(i / 100);
    fs::create_directories(folder);
    auto const topic = static_cast<std::uint32_t>(i / 10);
    std::ofstream file(folder / ("article-" + std::to_string(i) + ".md"), std::ios::binary);
    file << "---\ntitle: News of the day\nsource: " << sources[i % 5]
         << "\ndate: " << counterclaim::to_iso(counterclaim::to_day({2024, 1, 1}) + static_cast<int>(topic % 300 + i % 10))
         << "\n---\n\n"
         << counterclaim::bench::topic_prose(bytes, topic, static_cast<std::uint32_t>(i)) << "\n";
    if (!file.good()) {
      std::perror(argv[1]);
      return 1;
    }
  }
}
