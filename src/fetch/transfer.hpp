// One request: sent, received and limited by libcurl, a hop without redirects. What the server may cost is bounded here:
// addresses, bytes of header and body (counted after decompression), time.
#pragma once
#include <curl/curl.h>

#include <memory>
#include <string>

#include "counterclaim/fetch.hpp"
#include "state.hpp"
#include "url.hpp"

namespace counterclaim {

// What a transfer may do; shared by all of a run.
struct TransferLimits {
  FetchOptions const* options = nullptr;
  std::string user_agent;
};

bool is_success(long status);  // an HTTP status that comes with the page itself

class Transfer {
 public:
  enum class Body { page, robots };  // robots: any media type, cut off at its limit instead of failing

  // `known`: validators to send, or null.
  Transfer(TransferLimits const& limits, Url const& url, Known const* known, Body kind, curl_slist* resolved);
  ~Transfer();
  Transfer(Transfer const&) = delete;
  Transfer& operator=(Transfer const&) = delete;

  CURL* handle() const { return easy_; }
  void finish(CURLcode code);  // to be called once, when curl is done with it

  // After finish().
  std::string const& error() const { return error_; }  // why there is no answer; empty if there is one
  bool is_broken() const { return is_broken_; }        // the connection failed in a way that may not last
  long status() const { return status_; }              // HTTP status; 0 without an answer
  std::string const& content_type() const { return content_type_; }
  std::string const& body() const { return body_; }
  std::string take_body() { return std::move(body_); }
  std::string const& location() const { return location_; }  // as the server gave it
  std::string const& etag() const { return etag_; }
  std::string const& last_modified() const { return last_modified_; }
  std::chrono::seconds retry_after() const { return retry_after_; }  // 0 if it did not say
  std::uint64_t received() const { return received_; }               // bytes of the body as they came

 private:
  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self);
  static int on_progress(void* self, curl_off_t, curl_off_t received, curl_off_t, curl_off_t);
  static curl_socket_t on_open(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_connected(void* self, char* address, char*, int port, int);

  void set_up(Url const& url, Known const* known, curl_slist* resolved);
  std::size_t refuse(std::string reason);  // 0, which ends the transfer
  std::string curl_error(CURLcode code) const;

  TransferLimits const& limits_;
  Body kind_;
  std::string host_;
  std::size_t most_bytes_;
  CURL* easy_;
  curl_slist* headers_ = nullptr;
  std::size_t header_bytes_ = 0, passed_over_ = 0;
  std::string body_, error_, content_type_, location_, etag_, last_modified_;
  std::string refused_address_;  // the last address that was not contacted
  bool is_cut_ = false, is_broken_ = false;
  long status_ = 0;
  std::chrono::seconds retry_after_{0};
  std::uint64_t received_ = 0;
  char detail_[CURL_ERROR_SIZE] = "";
};

}  // namespace counterclaim
