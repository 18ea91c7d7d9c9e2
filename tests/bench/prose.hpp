// News-like prose made up for measuring: the same for the same numbers, on every machine.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/article.hpp"

namespace counterclaim::bench {

// Dense with figures, as the report of a quarter is: about nineteen claims a kilobyte.
std::string prose(std::size_t bytes, std::uint32_t seed);
// Without a figure or a date.
std::string plain_prose(std::size_t bytes, std::uint32_t seed);
// As dense as news, about seven claims a kilobyte, and about the five names of a topic, of which there are many: what two
// articles of one topic say agrees most times.
std::string topic_prose(std::size_t bytes, std::uint32_t topic, std::uint32_t seed);
// Articles of about `bytes` each that speak of the same things, with figures that sometimes differ.
std::vector<Article> articles(std::size_t count, std::size_t bytes);

}  // namespace counterclaim::bench
