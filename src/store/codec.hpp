// Bytes of our own for what the database keeps whole: articles, claims, findings. Numbers are variable-length (seven bits a
// byte), texts stand once in a table at the front and are named by number, a check sum closes the blob.
//
//   blob = version u8 | texts: count, then length and bytes of each | body | check sum, 8 bytes
//
// One function `fields(archive, value)` lists the members of a struct for both directions. Reading never trusts a length, an
// index or an enum: a blob that is cut, changed or of another version is refused whole, and so is one with bytes left over.
// JSON was dropped (five times the bytes, ten times the time), and so was a table row a claim: reading 20,000 articles as rows
// costs a second, as blobs a tenth.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "counterclaim/arena.hpp"
#include "counterclaim/interval.hpp"

namespace counterclaim::store {

// Of blobs and of sets of hashes; against decay, not against malice.
std::uint64_t check_sum(std::string_view bytes);

class Writer {
 public:
  static constexpr bool reading = false;
  void number(std::uint64_t v);
  void signed_number(std::int64_t v) { number(static_cast<std::uint64_t>(v) << 1 ^ static_cast<std::uint64_t>(v >> 63)); }
  void text(std::string_view v);  // what it shows must live until finish()
  template <typename Enum>
  void one_of(Enum const& v, Enum) {
    number(static_cast<std::uint64_t>(v));
  }
  template <typename List, typename Each>
  void list(List const& items, Each each) {
    number(items.size());
    for (auto const& item : items) each(*this, item);
  }
  template <typename Number>
  void whole(Number const& v) {
    if constexpr (std::is_signed_v<Number>)
      signed_number(v);
    else
      number(v);
  }
  void flag(bool const& v) { number(v ? 1 : 0); }
  std::string finish(std::uint8_t version);

 private:
  std::string body_, texts_;
  std::unordered_map<std::string_view, std::uint64_t> number_of_;
};

class Reader {
 public:
  static constexpr bool reading = true;
  // Texts that are read as views show the blob; lists that are read as spans lie in the arena.
  Reader(std::string_view blob, std::uint8_t version, Arena* arena = nullptr);
  std::uint64_t number();
  std::int64_t signed_number() {
    auto const v = number();
    return static_cast<std::int64_t>(v >> 1 ^ (~(v & 1) + 1));
  }
  void text(std::string& v) { v = text(); }
  void text(std::string_view& v) { v = text(); }
  template <typename Enum>
  void one_of(Enum& v, Enum last) {
    auto const n = number();
    if (n > static_cast<std::uint64_t>(last)) return fail();
    v = static_cast<Enum>(n);
  }
  template <typename T, typename Each>
  void list(std::vector<T>& items, Each each) {
    auto const n = number();
    if (n > rest_.size()) return fail();  // each takes a byte at least
    items.resize(n);
    for (auto& item : items) each(*this, item);
  }
  template <typename T, typename Each>
  void list(std::span<T>& items, Each each) {
    auto const n = number();
    if (n > rest_.size()) return fail();
    auto const room = reserved<std::remove_const_t<T>>(n);
    for (auto& item : room) each(*this, item);
    items = room;
  }
  template <typename Number>
  void whole(Number& v) {
    if constexpr (std::is_signed_v<Number>) {
      auto const n = signed_number();
      v = static_cast<Number>(n);
      if (v != n) fail();
    } else {
      auto const n = number();
      v = static_cast<Number>(n);
      if (v != n) fail();
    }
  }
  void flag(bool& v) { v = number() != 0; }
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  bool is_broken() const { return !ok_; }
  bool finished() const { return ok_ && rest_.empty(); }

 private:
  bool open(std::string_view blob, std::uint8_t version);
  std::string_view text();
  template <typename T>
  std::span<T> reserved(std::size_t n) {
    if (n == 0) return {};
    auto* const at = reinterpret_cast<T*>(arena_->room(n * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(at, n);
    return {at, n};
  }
  Arena* arena_;
  std::string_view rest_;
  std::vector<std::string_view> texts_;
  bool ok_ = true;
};

// What several structs hold.
template <typename Archive, typename D>
void decimal(Archive& a, D& v) {
  if constexpr (Archive::reading) {
    auto const digits = a.signed_number();
    std::int32_t exponent = 0;
    a.whole(exponent);
    v = Decimal::scaled(digits, exponent);
  } else {
    a.signed_number(v.digits);
    a.whole(v.exponent);
  }
}

template <typename Archive, typename I>
void interval(Archive& a, I& v) {
  enum : unsigned { low = 1, high = 2, low_open = 4, high_open = 8, point = 16 };
  if constexpr (Archive::reading) {
    auto const bits = a.number();
    v = {};
    v.low_open = (bits & low_open) != 0;
    v.high_open = (bits & high_open) != 0;
    if ((bits & low) != 0) decimal(a, v.low.emplace());
    if ((bits & point) != 0) v.high = v.low;
    if ((bits & high) != 0) decimal(a, v.high.emplace());
  } else {
    bool const same = v.is_point();
    a.number((v.low ? low : 0u) | (v.high && !same ? high : 0u) | (v.low_open ? low_open : 0u) |
             (v.high_open ? high_open : 0u) | (same ? point : 0u));
    if (v.low) decimal(a, *v.low);
    if (v.high && !same) decimal(a, *v.high);
  }
}

template <typename Archive, typename Range>
void days(Archive& a, Range& v) {
  a.whole(v.from);
  a.whole(v.to);
}

template <typename Archive, typename S>
void span(Archive& a, S& v) {
  a.whole(v.begin);
  if constexpr (Archive::reading) {
    auto const size = a.number();
    if (size > UINT32_MAX - v.begin) return a.fail();
    v.end = v.begin + static_cast<std::uint32_t>(size);
  } else {
    a.number(v.end - v.begin);
  }
}

// Several members of one kind.
template <typename Archive, typename... V>
void all_whole(Archive& a, V&... v) {
  (a.whole(v), ...);
}
template <typename Archive, typename... V>
void all_texts(Archive& a, V&... v) {
  (a.text(v), ...);
}
template <typename Archive, typename... V>
void all_flags(Archive& a, V&... v) {
  (a.flag(v), ...);
}

template <typename Archive, typename Texts>
void texts(Archive& a, Texts& v) {
  a.list(v, [](auto& archive, auto& text) { archive.text(text); });
}

template <typename Archive, typename Optional>
void maybe_day(Archive& a, Optional& v) {
  bool known = v.has_value();
  a.flag(known);
  if constexpr (Archive::reading) {
    if (known) v.emplace();
  }
  if (known) a.whole(*v);
}

}  // namespace counterclaim::store
