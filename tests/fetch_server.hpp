// A web server of the tests' own on the loopback interface, and a listener that counts who comes.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace counterclaim::test {

struct Request {
  std::string target;                                // path and query
  std::string head;                                  // request line and headers
  std::string header(std::string_view name) const {  // spelled as libcurl does
    auto const at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    auto const begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

// False once the client has gone.
inline bool put(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// `headers`: lines with their ends.
inline std::string answer(int status, std::string_view headers, std::string_view body) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}
inline std::string page(std::string_view html, std::string_view headers = {}) {
  return answer(200, "Content-Type: text/html; charset=utf-8\r\n" + std::string(headers), html);
}
inline std::string redirect(std::string_view to, int status = 302) {
  return answer(status, "Location: " + std::string(to) + "\r\n", "");
}

class Server {
 public:
  using Handler = std::function<void(Request const&, int fd)>;  // called from a thread of its own

  explicit Server(Handler handler, char const* address = "::ffff:127.0.0.1") : handler_(std::move(handler)) {
    listener_ = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int off = 0;
    setsockopt(listener_, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    sockaddr_in6 at{};
    at.sin6_family = AF_INET6;
    inet_pton(AF_INET6, address, &at.sin6_addr);
    socklen_t size = sizeof at;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 || listen(listener_, 128) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) != 0)
      throw std::runtime_error("the server of the tests cannot listen");
    port_ = ntohs(at.sin6_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    is_over_ = true;
    thread_.join();
    close(listener_);
    {
      std::lock_guard const lock(mutex_);
      for (int const fd : open_) shutdown(fd, SHUT_RDWR);
    }
    for (auto& thread : threads_) thread.join();
  }
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  std::string port() const { return std::to_string(port_); }
  std::string endpoint() const { return "127.0.0.1:" + port(); }
  std::string url(std::string const& path) const { return "http://" + endpoint() + path; }
  bool is_over() const { return is_over_; }
  int connections() const { return connections_; }
  std::vector<Request> requests() const {
    std::lock_guard const lock(mutex_);
    return requests_;
  }
  std::vector<std::string> targets() const {  // without robots.txt
    std::vector<std::string> all;
    for (auto const& request : requests())
      if (request.target != "/robots.txt") all.push_back(request.target);
    return all;
  }

 private:
  void serve() {
    while (!is_over_) {
      pollfd waiting{listener_, POLLIN, 0};
      if (poll(&waiting, 1, 20) <= 0) continue;
      int const fd = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      ++connections_;
      std::lock_guard const lock(mutex_);
      open_.push_back(fd);
      threads_.emplace_back([this, fd] { talk(fd); });
    }
  }
  void talk(int fd) {
    Request request;
    char buffer[4096];
    while (request.head.find("\r\n\r\n") == std::string::npos) {
      auto const got = recv(fd, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      request.head.append(buffer, static_cast<std::size_t>(got));
    }
    if (request.head.starts_with("GET ")) {
      request.target = request.head.substr(4, request.head.find(' ', 4) - 4);
      {
        std::lock_guard const lock(mutex_);
        requests_.push_back(request);
      }
      handler_(request, fd);
    }
    std::lock_guard const lock(mutex_);
    std::erase(open_, fd);
    close(fd);
  }

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::vector<int> open_;
  std::vector<std::thread> threads_;
  std::thread thread_;
};

// Serves fixed answers by path; anything else is 404.
struct Route {
  std::string target, bytes;
};
inline Server::Handler routes(std::vector<Route> table) {
  return [table = std::move(table)](Request const& request, int fd) {
    for (auto const& route : table)
      if (route.target == request.target) {
        put(fd, route.bytes);
        return;
      }
    put(fd, answer(404, "", ""));
  };
}

// Whoever connects has been somewhere he must not be. Listens on all interfaces, IPv4 and IPv6.
class Canary : public Server {
 public:
  Canary() : Server([](Request const&, int fd) { put(fd, page("<p>You found the inside of this machine.</p>")); }, "::") {}
};

}  // namespace counterclaim::test
