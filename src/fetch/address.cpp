#include "address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace counterclaim {
namespace {

struct Network4 {
  std::uint32_t prefix;
  int bits;
  std::string_view kind;
};
constexpr std::uint32_t v4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

// IANA IPv4 Special-Purpose Address Registry, and multicast.
constexpr Network4 networks4[] = {
    {v4(0, 0, 0, 0), 8, "an address of this host itself"},
    {v4(10, 0, 0, 0), 8, "a private address"},
    {v4(100, 64, 0, 0), 10, "an address of carrier-grade NAT"},
    {v4(127, 0, 0, 0), 8, "a loopback address"},
    {v4(169, 254, 0, 0), 16, "a link-local address"},
    {v4(172, 16, 0, 0), 12, "a private address"},
    {v4(192, 0, 0, 0), 24, "a reserved address"},
    {v4(192, 0, 2, 0), 24, "a documentation address"},
    {v4(192, 88, 99, 0), 24, "a 6to4 relay address"},
    {v4(192, 168, 0, 0), 16, "a private address"},
    {v4(198, 18, 0, 0), 15, "a benchmarking address"},
    {v4(198, 51, 100, 0), 24, "a documentation address"},
    {v4(203, 0, 113, 0), 24, "a documentation address"},
    {v4(224, 0, 0, 0), 4, "a multicast address"},
    {v4(240, 0, 0, 0), 4, "a reserved address"},
};

struct Network6 {
  std::array<std::uint8_t, 16> prefix;
  int bits;
  std::string_view kind;
};

// Named for the message; of the rest only 2000::/3 is public.
constexpr Network6 networks6[] = {
    {{}, 128, "an address of this host itself"},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, "a loopback address"},
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, "an IPv4-mapped address"},
    {{}, 96, "an IPv4-compatible address"},
    {{0x00, 0x64, 0xff, 0x9b}, 96, "a NAT64 address"},
    {{0x00, 0x64, 0xff, 0x9b, 0, 1}, 48, "a NAT64 address"},
    {{0x20, 0x01, 0, 0}, 32, "a Teredo address"},
    {{0x20, 0x01, 0x0d, 0xb8}, 32, "a documentation address"},
    {{0x20, 0x01, 0}, 23, "a reserved address"},
    {{0x20, 0x02}, 16, "a 6to4 address"},
    {{0x3f, 0xff, 0}, 20, "a documentation address"},
    {{0xfc}, 7, "a private address"},
    {{0xfe, 0x80}, 10, "a link-local address"},
    {{0xfe, 0xc0}, 10, "a site-local address"},
    {{0xff}, 8, "a multicast address"},
};
constexpr Network6 public6{{0x20}, 3, ""};

bool contains(Network6 const& network, std::uint8_t const* address) {
  for (int i = 0; i < 16; ++i) {
    int const bits = network.bits - 8 * i;
    if (bits <= 0) return true;
    auto const mask = static_cast<std::uint8_t>(bits >= 8 ? 0xff : 0xff << (8 - bits));
    if ((address[i] & mask) != (network.prefix[static_cast<std::size_t>(i)] & mask)) return false;
  }
  return true;
}

std::string_view kind4(std::uint32_t address) {
  for (auto const& network : networks4)
    if ((address ^ network.prefix) >> (32 - network.bits) == 0) return network.kind;
  return {};
}

std::string_view kind6(std::uint8_t const* address) {
  for (auto const& network : networks6)
    if (contains(network, address)) return network.kind;
  return contains(public6, address) ? std::string_view() : "a reserved address";
}

template <typename Address>
Address as(sockaddr const& address) {
  Address typed;
  std::memcpy(&typed, &address, sizeof typed);
  return typed;
}

}  // namespace

std::string_view kind_if_not_public(sockaddr const& address) {
  if (address.sa_family == AF_INET) return kind4(ntohl(as<sockaddr_in>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6) return kind6(as<sockaddr_in6>(address).sin6_addr.s6_addr);
  return "no internet address";
}

std::string address_text(sockaddr const& address) {
  char text[INET6_ADDRSTRLEN] = "?";
  if (address.sa_family == AF_INET) {
    auto const v4 = as<sockaddr_in>(address);
    inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
  } else if (address.sa_family == AF_INET6) {
    auto const v6 = as<sockaddr_in6>(address);
    inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
  }
  return text;
}

std::string endpoint_text(sockaddr const& address) {
  auto text = address_text(address);
  if (address.sa_family == AF_INET) return text + ':' + std::to_string(ntohs(as<sockaddr_in>(address).sin_port));
  if (address.sa_family == AF_INET6) return '[' + text + "]:" + std::to_string(ntohs(as<sockaddr_in6>(address).sin6_port));
  return text;
}

std::string_view kind_of_literal(std::string const& host) {
  in_addr four;
  if (inet_pton(AF_INET, host.c_str(), &four) == 1) return kind4(ntohl(four.s_addr));
  auto bare = host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
  bare.resize(std::min(bare.find('%'), bare.size()));
  in6_addr six;
  if (inet_pton(AF_INET6, bare.c_str(), &six) == 1) return kind6(six.s6_addr);
  return {};
}

}  // namespace counterclaim
