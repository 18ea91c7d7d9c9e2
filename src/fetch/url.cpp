#include "url.hpp"

#include <curl/curl.h>

#include <memory>

#include "counterclaim/fetch.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest = 8000;  // bytes of an address; servers take about as many

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(CURLU* handle, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(handle, which, &text, flags) != CURLUE_OK) return {};
  std::string result(text);
  curl_free(text);
  return result;
}

bool has(CURLU* handle, CURLUPart which) {  // be it empty
  char* text = nullptr;
  bool const is_there = curl_url_get(handle, which, &text, 0) == CURLUE_OK;
  curl_free(text);
  return is_there;
}

std::string shown(std::string const& text) { return text.size() > 200 ? text.substr(0, 200) + "…" : text; }

ParsedUrl failed(std::string const& error) { return {std::nullopt, printable(error)}; }

ParsedUrl finished(CURLU* handle) {
  auto const scheme = part(handle, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return failed("only http and https are fetched, not " + shown(scheme));
  if (has(handle, CURLUPART_USER) || has(handle, CURLUPART_PASSWORD))
    return failed("a user name or password in the address is not sent");
  curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
  if (part(handle, CURLUPART_PORT) == part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT) &&
      part(handle, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT).empty())
    curl_url_set(handle, CURLUPART_PORT, nullptr, 0);

  Url url;
  url.host = lower(part(handle, CURLUPART_HOST));
  while (url.host.ends_with('.')) url.host.pop_back();
  if (url.host.empty()) return failed("an address without a host");
  curl_url_set(handle, CURLUPART_HOST, url.host.c_str(), 0);
  url.text = part(handle, CURLUPART_URL);
  if (url.text.empty() || url.text.size() > longest) return failed("an address of more than 8000 bytes");
  auto const port = part(handle, CURLUPART_PORT);
  url.origin = scheme + "://" + url.host + (port.empty() ? "" : ":" + port);
  auto const query = part(handle, CURLUPART_QUERY);
  url.target = part(handle, CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  return {std::move(url), {}};
}

ParsedUrl parsed(std::string const* base, std::string const& text) {
  Handle const handle(curl_url(), curl_url_cleanup);
  if (text.size() > longest) return failed("an address of more than 8000 bytes");
  if (text.find('\0') != std::string::npos) return failed("not an address: it holds a NUL byte");
  if (base && curl_url_set(handle.get(), CURLUPART_URL, base->c_str(), 0) != CURLUE_OK) return failed("not an address");
  constexpr unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
  if (auto const error = curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), flags))
    return failed("not an address: " + std::string(curl_url_strerror(error)));
  return finished(handle.get());
}

}  // namespace

ParsedUrl parse_url(std::string const& text) { return parsed(nullptr, text); }

ParsedUrl resolve_url(std::string const& base, std::string const& reference) { return parsed(&base, reference); }

bool is_web_address(std::string_view text) {
  auto const head = lower(text.substr(0, 8));
  return head.starts_with("http://") || head == "https://";
}

}  // namespace counterclaim
