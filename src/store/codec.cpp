#include "src/store/codec.hpp"

#include <bit>
#include <cstring>

namespace counterclaim::store {
namespace {

constexpr std::size_t sum_size = 8;

void append_number(std::string& out, std::uint64_t v) {
  while (v >= 0x80) {
    out += static_cast<char>(v | 0x80);
    v >>= 7;
  }
  out += static_cast<char>(v);
}

std::uint64_t word_at(char const* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

}  // namespace

std::uint64_t check_sum(std::string_view bytes) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ull;
  std::uint64_t h = odd ^ bytes.size();
  auto const add = [&](std::uint64_t word) { h = std::rotl((h ^ word) * odd, 29) + odd; };
  while (bytes.size() >= 8) {
    add(word_at(bytes.data()));
    bytes.remove_prefix(8);
  }
  char rest[8] = {};
  std::memcpy(rest, bytes.data(), bytes.size());
  add(word_at(rest));
  h ^= h >> 32;
  h *= odd;
  return h ^ h >> 29;
}

void Writer::number(std::uint64_t v) { append_number(body_, v); }

void Writer::text(std::string_view v) {
  auto const [place, is_new] = number_of_.try_emplace(v, number_of_.size());
  if (is_new) {
    append_number(texts_, v.size());
    texts_ += v;
  }
  number(place->second);
}

std::string Writer::finish(std::uint8_t version) {
  std::string out(1, static_cast<char>(version));
  append_number(out, number_of_.size());
  out += texts_;
  out += body_;
  auto sum = check_sum(out);
  for (std::size_t i = 0; i < sum_size; ++i, sum >>= 8) out += static_cast<char>(sum & 0xFF);
  return out;
}

Reader::Reader(std::string_view blob, std::uint8_t version, Arena* arena) : arena_(arena) {
  if (!open(blob, version)) fail();
}

bool Reader::open(std::string_view blob, std::uint8_t version) {
  if (blob.size() < 2 + sum_size || static_cast<std::uint8_t>(blob.front()) != version) return false;
  if (check_sum(blob.substr(0, blob.size() - sum_size)) != word_at(blob.data() + blob.size() - sum_size)) return false;
  rest_ = blob.substr(1, blob.size() - 1 - sum_size);
  auto const count = number();
  if (count > rest_.size()) return false;
  texts_.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    auto const size = number();
    if (size > rest_.size()) return false;
    texts_.push_back(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  return ok_;
}

std::uint64_t Reader::number() {
  std::uint64_t v = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) break;
    auto const byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    v |= std::uint64_t(byte & 0x7F) << shift;
    if (byte < 0x80) return v;
  }
  fail();
  return 0;
}

std::string_view Reader::text() {
  auto const n = number();
  if (n < texts_.size()) return texts_[n];
  fail();
  return {};
}

}  // namespace counterclaim::store
