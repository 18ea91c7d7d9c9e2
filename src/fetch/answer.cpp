// What an answer means: kept, sent on, tried again, or failed.
#include <algorithm>
#include <utility>

#include "counterclaim/feed.hpp"
#include "counterclaim/sha256.hpp"
#include "crawl.hpp"
#include "gunzip.hpp"
#include "page.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t most_redirects = 5;
constexpr int deepest_list = 3;  // a sitemap index of sitemap indexes

bool is_redirect(long status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

bool may_pass(long status) { return status == 429 || status == 500 || status == 502 || status == 503 || status == 504; }

std::string utc_now() {
  using namespace std::chrono;
  auto const now = floor<seconds>(system_clock::now());
  auto const day = floor<days>(now);
  hh_mm_ss const time(now - day);
  auto const two = [](auto count) { return (count < 10 ? "0" : "") + std::to_string(count); };
  return to_iso(static_cast<Day>(day.time_since_epoch().count())) + 'T' + two(time.hours().count()) + ':' +
         two(time.minutes().count()) + ':' + two(time.seconds().count()) + 'Z';
}

}  // namespace

void Crawl::answer(Job job, Transfer& transfer) {
  auto const status = transfer.status();
  auto const http = "HTTP " + std::to_string(status);
  if (transfer.error().empty() && is_redirect(status)) return redirect(std::move(job), transfer.location());
  if (!transfer.error().empty() ? transfer.is_broken() : may_pass(status))
    if (job.tries < options_.retries && transfer.retry_after() <= options_.longest_wait)
      return retry(std::move(job), transfer.retry_after());
  if (job.kind == JobKind::robots) return robots_answer(job, transfer);

  auto const tries = job.tries > 0 ? " after " + std::to_string(job.tries + 1) + " tries" : std::string();
  if (!transfer.error().empty()) return fail(job, transfer.error() + tries);
  if (status == 304 && state_.find(job.url.text)) return unchanged(job, FetchOutcome::unchanged);
  if (is_success(status)) return receive(job, transfer);
  if (transfer.retry_after() > options_.longest_wait)
    return fail(job, http + ", to be asked again after " + std::to_string(transfer.retry_after().count()) + " s");
  fail(job, http + tries);
}

void Crawl::retry(Job job, std::chrono::seconds asked_for) {
  auto const backoff = options_.backoff * (1 << std::min(job.tries, 16u));
  auto const wait = asked_for.count() > 0 ? std::chrono::milliseconds(asked_for) : backoff;
  ++job.tries;
  schedule_.hold(job.url.host, Clock::now() + wait);
  schedule_.add_first(std::move(job));
}

void Crawl::redirect(Job job, std::string const& location) {
  std::string error;
  auto next = resolve_url(job.url.text, location);
  if (location.empty()) {
    error = "a redirect that leads nowhere";
  } else if (!next.url) {
    error = "a redirect that is not followed: " + next.error;
  } else if (job.hops.push_back(job.url.text); std::find(job.hops.begin(), job.hops.end(), next.url->text) != job.hops.end()) {
    error = "redirects in a circle";
  } else if (job.hops.size() > most_redirects) {
    error = "more than " + std::to_string(most_redirects) + " redirects";
  }
  if (job.kind == JobKind::robots) {
    if (!error.empty() || !refusal(*next.url).empty()) return robots_known(job.origin, {});  // RFC 9309: as if there were none
    job.url = std::move(*next.url);
    job.tries = 0;
    return schedule_.add_first(std::move(job));
  }
  if (!error.empty()) return fail(job, error);
  job.url = std::move(*next.url);
  job.tries = 0;
  admit(std::move(job));
}

void Crawl::unchanged(Job const& job, FetchOutcome outcome) {
  auto const& url = job.url.text;
  auto known = *state_.find(url);
  if (!job.listed.updated.empty()) known.changed = job.listed.updated;
  state_.record(url, std::move(known));
  if (!has_file(folder_, page_name(job.url.host, url)))
    return receive_list(job, state_.list_body(url, options_.most_bytes).value_or(""));
  add_page(job, outcome);
  settle(job);
}

void Crawl::add_page(Job const& job, FetchOutcome outcome) {
  settled_.insert(job.url.text);
  result_.pages.push_back({job.url.text, options_.into + '/' + page_name(job.url.host, job.url.text), outcome});
}

void Crawl::receive(Job const& job, Transfer& transfer) {
  auto const& url = job.url.text;
  auto body = transfer.take_body();
  if (is_gzip(body)) {
    auto text = gunzip(body, options_.most_bytes);
    if (!text) return fail(job, "a compressed file that is damaged or too large");
    body = std::move(*text);
  }
  auto const kind = media_kind(transfer.content_type(), body);
  Known known{sha256(body), transfer.etag(), transfer.last_modified(), job.listed.updated};
  if (kind == MediaKind::other) return fail(job, "neither HTML, Markdown or text nor a list of pages");
  if (kind == MediaKind::list) {
    state_.keep_list_body(url, body);
    state_.record(url, std::move(known));
    return receive_list(job, body);
  }

  auto const name = page_name(job.url.host, url);
  auto const* before = state_.find(url);
  if (before && before->sha256 == known.sha256 && has_file(folder_, name)) {
    state_.record(url, std::move(known));
    add_page(job, FetchOutcome::unchanged);
    return settle(job);
  }
  PageOrigin const origin{url, job.url.host, transfer.content_type(), utc_now(), known.sha256, job.listed, job.list_title};
  auto const text = page_markdown(origin, kind, std::move(body));
  if (!text) return fail(job, "a page without text");
  write_file(folder_, name, *text);
  state_.record(url, std::move(known));
  add_page(job, FetchOutcome::stored);
  settle(job);
}

void Crawl::receive_list(Job const& job, std::string const& body) {
  if (!job.may_be_list) return fail(job, "a list of pages inside a list of pages");
  auto feed = read_feed(body, job.url.text);
  if (!feed) return fail(job, "a list of pages that cannot be read");
  bool const is_index = feed->kind == FeedKind::sitemap_index;
  if (is_index && job.depth >= deepest_list) return fail(job, "lists of pages more than 3 deep");
  settled_.insert(job.url.text);
  for (auto& entry : feed->entries) {
    if (options_.since && entry.date && *entry.date < *options_.since) continue;
    auto parsed = resolve_url(job.url.text, entry.url);
    if (parsed.url && asked_.contains(parsed.url->text)) continue;
    if (!is_index && listed_ >= options_.most_listed) {
      ++passed_over_[job.url.text];
      continue;
    }
    if (!is_index) ++listed_;
    Job next;
    next.depth = job.depth + 1;
    next.may_be_list = is_index;
    next.list_title = feed->title;
    auto const asked = entry.url;
    next.listed = std::move(entry);
    add(asked, std::move(parsed), std::move(next));
  }
  settle(job);
}

void Crawl::robots_answer(Job const& job, Transfer const& transfer) {
  auto const status = transfer.status();
  if (transfer.error().empty() && is_success(status))
    return robots_known(job.origin, parse_robots(transfer.body(), "counterclaim"));
  bool const is_missing = transfer.error().empty() && status < 500 && status != 429;
  if (is_missing) return robots_known(job.origin, {});
  // A host that cannot be reached is not reached for the page either: then that is the reason.
  if (!transfer.error().empty() && job.hops.empty()) return robots_unreadable(job.origin, transfer.error());
  auto const reason = transfer.error().empty() ? "HTTP " + std::to_string(status) : transfer.error();
  robots_unreadable(job.origin, "its robots.txt cannot be read, so nothing is asked for: " + reason);
}

void Crawl::robots_known(std::string const& name, counterclaim::Robots rules) {
  auto& origin = origins_[name];
  origin.state = Origin::Robots::read;
  origin.rules = std::move(rules);
  for (auto& job : std::exchange(origin.waiting, {})) {
    schedule_.slow(job.url.host, origin.rules.delay);
    admit(std::move(job));
  }
}

void Crawl::robots_unreadable(std::string const& name, std::string reason) {
  auto& origin = origins_[name];
  origin.state = Origin::Robots::unreadable;
  origin.reason = std::move(reason);
  for (auto& job : std::exchange(origin.waiting, {})) admit(std::move(job));
}

}  // namespace counterclaim
