// Which addresses are public. Asked at the moment a socket is opened, so the spelling of the host (decimal, octal, hexadecimal,
// short, a name, a redirect) cannot matter: what counts is where the bytes would go.
#pragma once
#include <sys/socket.h>

#include <string>
#include <string_view>

namespace counterclaim {

// The kind of a socket address that is not public: "a loopback address", "a private address"; empty if it is public.
// Families other than IPv4 and IPv6 are not public.
std::string_view kind_if_not_public(sockaddr const& address);

std::string address_text(sockaddr const& address);   // "127.0.0.1", "fe80::1"
std::string endpoint_text(sockaddr const& address);  // "127.0.0.1:80", "[::1]:80"

// As kind_if_not_public, for a host as it stands in a URL; empty too if it is a name.
std::string_view kind_of_literal(std::string const& host);

}  // namespace counterclaim
