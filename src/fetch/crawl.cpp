#include "crawl.hpp"

#include <algorithm>
#include <clocale>
#include <new>

#include "address.hpp"
#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::chrono::milliseconds longest_sleep{400};  // is_stopped() is asked this often

// libidn2 takes a host name in other letters for text in the encoding of the locale, which need not be UTF-8.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(locale_)) {}
  ~Utf8Names() {
    uselocale(before_);
    if (locale_) freelocale(locale_);
  }
  Utf8Names(Utf8Names const&) = delete;
  Utf8Names& operator=(Utf8Names const&) = delete;

 private:
  locale_t locale_, before_;
};

long long unix_time() {
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace

Crawl::Crawl(FetchOptions const& options)
    : options_(options), folder_(open_folder(options.into)), state_(folder_, unix_time()), schedule_(options.delay) {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  limits_ = {&options, options.user_agent.empty() ? "counterclaim/" + std::string(version()) : options.user_agent};
  if (started == CURLE_OK) multi_ = curl_multi_init();
  if (!multi_) throw std::bad_alloc();
  curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(std::max(options.parallel, 4u)));
  for (auto const& name : options.resolved) resolved_ = curl_slist_append(resolved_, name.c_str());
}

Crawl::~Crawl() {
  for (auto& [handle, running] : running_) curl_multi_remove_handle(multi_, handle);
  running_.clear();
  curl_multi_cleanup(multi_);
  curl_slist_free_all(resolved_);
}

FetchResult Crawl::run(std::vector<std::string> const& urls) {
  for (auto const& url : urls) add(url, parse_url(url), {});
  drive();
  if (!result_.is_interrupted) state_.finish();

  for (auto const& [list, count] : passed_over_)
    result_.notes.push_back(std::to_string(count) + " further pages of " + printable(list) + " were passed over");
  std::sort(result_.pages.begin(), result_.pages.end(), [](auto const& a, auto const& b) { return a.file < b.file; });
  std::sort(result_.failures.begin(), result_.failures.end(),
            [](auto const& a, auto const& b) { return std::tie(a.url, a.reason) < std::tie(b.url, b.reason); });
  return std::move(result_);
}

void Crawl::add(std::string const& asked, ParsedUrl parsed, Job job) {
  job.asked = asked;
  if (parsed.url && !asked_.insert(parsed.url->text).second) return;
  ++progress_.total;
  if (!parsed.url) return fail(job, parsed.error);
  job.url = std::move(*parsed.url);
  admit(std::move(job));
}

void Crawl::admit(Job job) {
  if (auto const reason = refusal(job.url); !reason.empty()) return fail(job, reason);
  auto& origin = origins_[job.url.origin];
  switch (origin.state) {
    case Origin::Robots::read:
      if (!is_allowed(origin.rules, job.url.target)) return fail(job, "robots.txt of " + job.url.host + " does not allow it");
      if (!is_settled_before(job)) schedule_.add(std::move(job));
      return;
    case Origin::Robots::unreadable:
      return fail(job, origin.reason);
    case Origin::Robots::unasked:
    case Origin::Robots::asked:
      break;
  }
  bool const is_first = origin.state == Origin::Robots::unasked;
  origin.state = Origin::Robots::asked;
  auto const name = job.url.origin;
  origin.waiting.push_back(std::move(job));
  if (!is_first) return;
  Job robots;
  robots.kind = JobKind::robots;
  robots.origin = name;
  robots.url = *parse_url(name + "/robots.txt").url;
  schedule_.add_first(std::move(robots));
}

std::string Crawl::refusal(Url const& url) const {
  if (options_.reach == Reach::anywhere || options_.proxy.empty()) return {};
  auto const kind = kind_of_literal(url.host);
  return kind.empty() ? "" : url.host + " is " + std::string(kind) + ", and not contacted without --allow-private";
}

bool Crawl::is_settled_before(Job const& job) {
  auto const& url = job.url.text;
  if (settled_.contains(url)) {
    settle(job);
    return true;
  }
  auto const* known = state_.find(url);
  if (!known) return false;
  bool const is_page = has_file(folder_, page_name(job.url.host, url));
  bool const says_unchanged = !job.listed.updated.empty() && job.listed.updated == known->changed;
  if (state_.is_resumed(url) && (is_page || state_.list_body(url, options_.most_bytes)))
    unchanged(job, FetchOutcome::resumed);
  else if (says_unchanged && is_page)
    unchanged(job, FetchOutcome::unchanged);
  else
    return false;
  return true;
}

void Crawl::start(Job job) {
  auto const host = job.url.host;
  if (job.kind == JobKind::page && settled_.contains(job.url.text)) {  // by another address that led here
    schedule_.free(host);
    return settle(job);
  }
  auto const* known = job.kind == JobKind::page ? state_.find(job.url.text) : nullptr;
  if (known && !has_file(folder_, page_name(host, job.url.text)) && !state_.list_body(job.url.text, options_.most_bytes))
    known = nullptr;  // what was stored is gone
  auto const body = job.kind == JobKind::robots ? Transfer::Body::robots : Transfer::Body::page;
  auto transfer = std::make_unique<Transfer>(limits_, job.url, known, body, resolved_);
  auto* const handle = transfer->handle();
  running_.emplace(handle, Running{std::move(job), std::move(transfer)});
  curl_multi_add_handle(multi_, handle);
  ++result_.requests;
  report(host);
}

void Crawl::drive() {
  while (!running_.empty() || !schedule_.is_empty()) {
    if (options_.is_stopped && options_.is_stopped()) {
      result_.is_interrupted = true;
      return;
    }
    while (running_.size() < options_.parallel) {
      auto job = schedule_.take(Clock::now());
      if (!job) break;
      start(std::move(*job));
    }
    int still_running = 0;
    curl_multi_perform(multi_, &still_running);
    collect();
    if (running_.empty() && schedule_.is_empty()) return;

    auto sleep = longest_sleep;
    if (auto const next = schedule_.next(); next && running_.size() < options_.parallel)
      sleep =
          std::clamp(std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()), std::chrono::milliseconds(0), sleep);
    if (sleep.count() > 0) curl_multi_poll(multi_, nullptr, 0, static_cast<int>(sleep.count()), nullptr);
  }
}

void Crawl::collect() {
  int left = 0;
  while (auto const* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    auto const code = message->data.result;
    auto node = running_.extract(message->easy_handle);
    auto& [job, transfer] = node.mapped();
    transfer->finish(code);
    curl_multi_remove_handle(multi_, node.key());
    schedule_.free(job.url.host);
    result_.bytes += transfer->received();
    answer(std::move(job), *transfer);
  }
}

void Crawl::settle(Job const& job) {
  if (job.kind == JobKind::robots) return;
  ++progress_.done;
  report(job.url.host);
}

void Crawl::fail(Job const& job, std::string const& reason) {
  result_.failures.push_back({printable(job.asked), printable(reason)});
  ++progress_.failed;
  settle(job);
}

void Crawl::report(std::string const& host) {
  progress_.host = printable(host);
  if (options_.progress) options_.progress(progress_);
}

FetchResult fetch(std::vector<std::string> const& urls, FetchOptions const& options) {
  Utf8Names const names;
  return Crawl(options).run(urls);
}

}  // namespace counterclaim
