// robots.txt (RFC 9309): which paths of a host a robot may ask for.
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

struct RobotsRule {
  std::string pattern;  // a path's beginning; '*' is any bytes, '$' at the end is the path's end
  bool is_allowed = false;
};

struct Robots {
  std::vector<RobotsRule> rules;       // of the groups that name us, or else of those for all robots
  std::chrono::milliseconds delay{0};  // Crawl-delay, which RFC 9309 leaves to us: at most a minute
};

// Reads the first 500 KiB, as the RFC asks at least. `product` is our name in User-Agent lines, lower case.
Robots parse_robots(std::string_view text, std::string_view product);

// The longest pattern that matches decides, allow before disallow; without any, yes. `target` is path and query.
bool is_allowed(Robots const& robots, std::string_view target);

}  // namespace counterclaim
