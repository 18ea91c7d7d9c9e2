// Articles from the web into a folder: pages, and the pages that feeds and sitemaps list. The only part of the program that
// opens a socket.
//
// The folder holds a Markdown file a page, named after its address alone, and in .counterclaim-fetch/ what a later run needs:
// a log of validators (ETag, Last-Modified) and the lists as they were last seen. A second run asks for pages conditionally
// and writes only what has changed; a run after one that broke off passes over what that one had already brought.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/calendar.hpp"

namespace counterclaim {

struct FetchProgress {
  std::size_t done = 0;    // pages and lists settled: stored, unchanged or failed
  std::size_t total = 0;   // known so far
  std::size_t failed = 0;  // of `done`
  std::string host;        // of the request that was started or ended last
};

// Which addresses may be contacted. "Not public" is loopback, private, link-local, multicast, carrier-grade NAT, documentation,
// benchmarking and reserved, and every IPv6 form that carries an IPv4 address (mapped, NAT64, 6to4, Teredo).
enum class Reach : std::uint8_t { public_only, anywhere };

struct FetchOptions {
  std::string into;          // the folder; made if it is missing (not its parents)
  std::optional<Day> since;  // entries of feeds and sitemaps dated before this day are passed over
  Reach reach = Reach::public_only;
  std::string proxy;       // empty: none, whatever the environment says. It then resolves names and connects, so only
                           // addresses that are written as numbers can be refused
  std::string user_agent;  // empty: "counterclaim/VERSION"
  std::size_t most_bytes = 10'000'000;                 // of a page or list, after decompression
  std::size_t most_listed = 1000;                      // pages taken from lists in one run
  unsigned parallel = 8;                               // requests at once; never two to one host
  std::chrono::milliseconds delay{1000};               // between the starts of two requests to one host
  std::chrono::milliseconds longest_request{60'000};   // from connecting to the last byte
  std::chrono::seconds longest_stall{20};              // with fewer than 100 bytes a second
  std::chrono::seconds longest_wait{120};              // a server that asks for more (Retry-After) has failed
  unsigned retries = 3;                                // after 429, 500, 502, 503, 504 or a broken connection
  std::chrono::milliseconds backoff{1000};             // before the first retry; doubled for each further one
  std::vector<std::string> resolved;                   // names answered without DNS: "host:port:address,address"
  std::vector<std::string> reachable;                  // endpoints allowed although not public: "127.0.0.1:8080", "[::1]:8080"
  std::function<void(FetchProgress const&)> progress;  // may be empty
  std::function<bool()> is_stopped;                    // may be empty; asked at least twice a second
};

enum class FetchOutcome : std::uint8_t {
  stored,     // new, or changed since the last run
  unchanged,  // as the last run stored it
  resumed,    // brought by a run that broke off: not asked for again
};

struct FetchedPage {
  std::string url;   // after redirects
  std::string file;  // `into`, a slash and the name
  FetchOutcome outcome = FetchOutcome::stored;
};

struct FetchFailure {
  std::string url;     // as it was asked for
  std::string reason;  // one line without a full stop, fit for a terminal: "HTTP 404"
};

struct FetchResult {
  std::vector<FetchedPage> pages;      // in order of file; a page that several addresses lead to stands once
  std::vector<FetchFailure> failures;  // in order of address
  std::vector<std::string> notes;      // what was passed over: "3000 further pages of https://… were passed over"
  bool is_interrupted = false;         // is_stopped said so
  std::size_t requests = 0;
  std::uint64_t bytes = 0;  // received as bodies, compressed
};

// Throws std::system_error if the folder cannot be used (or another run is using it); everything else is a failure of one
// address. Not to be called from two threads at once.
FetchResult fetch(std::vector<std::string> const& urls, FetchOptions const& options);

bool is_web_address(std::string_view text);  // begins with http:// or https://, in any case of letters

}  // namespace counterclaim
