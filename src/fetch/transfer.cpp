#include "transfer.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <new>

#include "address.hpp"
#include "counterclaim/text.hpp"
#include "page.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t most_header_bytes = 262'144;  // of all headers of an answer, trailers and 1xx answers included
constexpr std::size_t longest_value = 1024;         // of a validator that is kept
constexpr std::size_t most_robots_bytes = 512'000;  // RFC 9309, 2.5
constexpr std::size_t most_passed_over = 65'536;    // read to keep the connection for another request
constexpr long longest_connect = 15'000;            // milliseconds
constexpr long least_speed = 100;                   // bytes a second

// Errors that another try may not meet.
bool may_pass(CURLcode code) {
  switch (code) {
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return true;
    default:
      return false;
  }
}

std::string megabytes(std::size_t bytes) {
  return bytes % 1'000'000 == 0 ? std::to_string(bytes / 1'000'000) + " MB" : std::to_string(bytes) + " bytes";
}

std::string seconds(std::chrono::milliseconds time) {
  auto const count = time.count();
  return count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

// A header of the answer; empty if it is missing, too long, or holds what no header should.
std::string header(CURL* easy, char const* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  std::string const value = found->value;
  bool const is_clean = std::all_of(value.begin(), value.end(), [](unsigned char c) { return c >= ' ' && c != 0x7f; });
  return is_clean ? value : std::string();
}

std::string validator(CURL* easy, char const* name) {
  auto value = header(easy, name);
  return value.size() <= longest_value ? value : std::string();
}

}  // namespace

bool is_success(long status) { return status == 200 || status == 203; }

Transfer::Transfer(TransferLimits const& limits, Url const& url, Known const* known, Body kind, curl_slist* resolved)
    : limits_(limits),
      kind_(kind),
      host_(url.host),
      most_bytes_(kind == Body::page ? limits.options->most_bytes : most_robots_bytes),
      easy_(curl_easy_init()) {
  if (!easy_) throw std::bad_alloc();
  set_up(url, known, resolved);
}

Transfer::~Transfer() {
  curl_easy_cleanup(easy_);
  curl_slist_free_all(headers_);
}

void Transfer::set_up(Url const& url, Known const* known, curl_slist* resolved) {
  auto const& options = *limits_.options;
  auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(easy_, option, value); };
  set(CURLOPT_URL, url.text.c_str());
  set(CURLOPT_PRIVATE, static_cast<void*>(this));
  set(CURLOPT_ERRORBUFFER, detail_);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer keeps nobody waiting
  set(CURLOPT_USERAGENT, limits_.user_agent.c_str());
  set(CURLOPT_ACCEPT_ENCODING, "gzip, br");
  if (resolved) set(CURLOPT_RESOLVE, resolved);

  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_PROXY, options.proxy.c_str());  // "" also keeps the environment out
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_open);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set(CURLOPT_PREREQFUNCTION, &Transfer::on_connected);
  set(CURLOPT_PREREQDATA, static_cast<void*>(this));

  set(CURLOPT_CONNECTTIMEOUT_MS, std::min<long>(longest_connect, options.longest_request.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.longest_request.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, least_speed);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.longest_stall.count()));
  set(CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
  set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
  set(CURLOPT_NOPROGRESS, 0L);

  auto const add = [&](std::string const& line) { headers_ = curl_slist_append(headers_, line.c_str()); };
  if (kind_ == Body::page)
    add("Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5");
  if (known && !known->etag.empty()) add("If-None-Match: " + known->etag);
  if (known && !known->last_modified.empty()) add("If-Modified-Since: " + known->last_modified);
  set(CURLOPT_HTTPHEADER, headers_);
}

std::size_t Transfer::refuse(std::string reason) {
  if (error_.empty()) error_ = std::move(reason);
  return 0;
}

std::size_t Transfer::on_header(char*, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.header_bytes_ += size * count;
  if (transfer.header_bytes_ > most_header_bytes) return transfer.refuse("its header is larger than 256 KB");
  return size * count;
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  auto const bytes = size * count;
  if (transfer.body_.empty() && transfer.kind_ == Body::page) {
    long status = 0;
    curl_easy_getinfo(transfer.easy_, CURLINFO_RESPONSE_CODE, &status);
    if (!is_success(status)) {  // nobody reads what goes with an error or a redirect
      transfer.passed_over_ += bytes;
      transfer.is_cut_ = transfer.passed_over_ > most_passed_over;
      return transfer.is_cut_ ? 0 : bytes;
    }
    if (auto const type = header(transfer.easy_, "content-type"); is_unreadable_type(type))
      return transfer.refuse("a page of type " + type.substr(0, type.find(';')).substr(0, 100) + " cannot be read");
  }
  auto const room = transfer.most_bytes_ - transfer.body_.size();
  if (bytes <= room) {
    transfer.body_.append(data, bytes);
    return bytes;
  }
  if (transfer.kind_ == Body::page) return transfer.refuse("larger than " + megabytes(transfer.most_bytes_));
  transfer.body_.append(data, room);
  transfer.is_cut_ = true;
  return 0;
}

// Counts what comes in, for bodies that decompress to nothing and for those nobody reads.
int Transfer::on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(self);
  constexpr curl_off_t slack = 65'536;
  if (received <= static_cast<curl_off_t>(transfer.most_bytes_) + slack) return 0;
  transfer.refuse("larger than " + megabytes(transfer.most_bytes_));
  return 1;
}

curl_socket_t Transfer::on_open(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  auto const& options = *transfer.limits_.options;
  bool const is_checked = options.reach == Reach::public_only && options.proxy.empty();
  auto const kind = is_checked ? kind_if_not_public(address->addr) : std::string_view();
  auto const& reachable = options.reachable;
  if (!kind.empty() && std::find(reachable.begin(), reachable.end(), endpoint_text(address->addr)) == reachable.end()) {
    transfer.refused_address_ = address_text(address->addr) + " is " + std::string(kind);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Once more when the connection stands, for a connection that is used again and for whatever else led around on_open.
int Transfer::on_connected(void* self, char* address, char*, int port, int) {
  auto& transfer = *static_cast<Transfer*>(self);
  auto const& options = *transfer.limits_.options;
  if (options.reach == Reach::anywhere || !options.proxy.empty()) return CURL_PREREQFUNC_OK;
  std::string const text = address;
  auto const endpoint = (text.find(':') == std::string::npos ? text : '[' + text + ']') + ':' + std::to_string(port);
  auto const& reachable = options.reachable;
  auto const kind = kind_of_literal(text);
  if (kind.empty() || std::find(reachable.begin(), reachable.end(), endpoint) != reachable.end()) return CURL_PREREQFUNC_OK;
  transfer.refused_address_ = text + " is " + std::string(kind);
  return CURL_PREREQFUNC_ABORT;
}

std::string Transfer::curl_error(CURLcode code) const {
  auto const& options = *limits_.options;
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the name " + host_ + " leads to no address";
    case CURLE_OPERATION_TIMEDOUT:
      if (std::string_view(detail_).find("too slow") != std::string_view::npos)
        return "sent fewer than " + std::to_string(least_speed) + " bytes a second for " + seconds(options.longest_stall);
      return "no complete answer within " + seconds(options.longest_request);
    case CURLE_OUT_OF_MEMORY:  // how libcurl 7.88 says that a line of the header is too long
      return "its header is larger than 256 KB";
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:  // not by us, who leave a reason: by a decoder
      return "its body cannot be decompressed";
    case CURLE_PEER_FAILED_VERIFICATION:
      return std::string("its certificate cannot be trusted: ") + detail_;
    default:
      return *detail_ ? detail_ : curl_easy_strerror(code);
  }
}

void Transfer::finish(CURLcode code) {
  curl_off_t received = 0, retry_after = 0;
  curl_easy_getinfo(easy_, CURLINFO_SIZE_DOWNLOAD_T, &received);
  curl_easy_getinfo(easy_, CURLINFO_RETRY_AFTER, &retry_after);
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status_);
  received_ = static_cast<std::uint64_t>(received);
  retry_after_ = std::chrono::seconds(retry_after);
  if (is_cut_ && error_.empty()) code = CURLE_OK;
  if (code != CURLE_OK && error_.empty()) {
    bool const is_refused = !refused_address_.empty() && (code == CURLE_COULDNT_CONNECT || code == CURLE_ABORTED_BY_CALLBACK);
    error_ = is_refused ? refused_address_ + ", and not contacted without --allow-private" : curl_error(code);
    is_broken_ = may_pass(code);
  }
  error_ = printable(error_);
  std::replace(error_.begin(), error_.end(), '\n', ' ');
  content_type_ = header(easy_, "content-type");
  location_ = header(easy_, "location");
  etag_ = validator(easy_, "etag");
  last_modified_ = validator(easy_, "last-modified");
}

}  // namespace counterclaim
