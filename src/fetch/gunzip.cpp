#include "gunzip.hpp"

#include <zlib.h>

#include <climits>
#include <memory>

namespace counterclaim {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

std::optional<std::string> gunzip(std::string_view bytes, std::size_t most) {
  constexpr int gzip_only = 16 + MAX_WBITS;
  z_stream stream{};
  if (bytes.size() > UINT_MAX || inflateInit2(&stream, gzip_only) != Z_OK) return std::nullopt;
  std::unique_ptr<z_stream, decltype(&inflateEnd)> const owner(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());

  std::string out;
  Bytef buffer[16384];
  while (true) {
    stream.next_out = buffer;
    stream.avail_out = sizeof buffer;
    int const status = inflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END) return std::nullopt;
    auto const got = sizeof buffer - stream.avail_out;
    if (out.size() + got > most) return std::nullopt;
    out.append(reinterpret_cast<char const*>(buffer), got);
    if (status == Z_STREAM_END) return out;
  }
}

}  // namespace counterclaim
