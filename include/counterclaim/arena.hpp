// Texts and short lists that live and die together: laid one behind the other in a few large chunks, freed all at once.
//
// What is kept stays where it is for as long as the arena lives, also when the arena itself is moved. No destructor is called.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace counterclaim {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    chunks_ = std::move(other.chunks_);
    next_ = std::exchange(other.next_, nullptr);
    end_ = std::exchange(other.end_, nullptr);
    chunk_ = std::exchange(other.chunk_, first_chunk);
    return *this;
  }

  // `size` bytes that nothing else uses, aligned for `alignment` (a power of two, at most that of std::max_align_t).
  char* room(std::size_t size, std::size_t alignment = 1) {
    auto const skip = (alignment - reinterpret_cast<std::uintptr_t>(next_) % alignment) % alignment;
    if (std::size_t(end_ - next_) < size + skip) return new_chunk(size);
    char* const at = next_ + skip;
    next_ = at + size;
    return at;
  }

  // Of the room given last, what lies behind `end` is free again.
  std::string_view shrink(char* begin, char* end) {
    next_ = end;
    return {begin, std::size_t(end - begin)};
  }

  // The text that was kept last is not needed.
  void give_back(std::string_view text) {
    if (next_ == text.data() + text.size()) next_ -= text.size();
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }
  // A list of `size` items that are still to be made, each in its place.
  template <class T>
  std::span<T> list(std::size_t size) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    if (size == 0) return {};
    return {reinterpret_cast<T*>(room(size * sizeof(T), alignof(T))), size};
  }
  // A copy of the list; texts in it are not copied.
  template <class T>
  std::span<T> keep(std::span<T const> list) {
    auto const out = this->list<T>(list.size());
    std::uninitialized_copy(list.begin(), list.end(), out.begin());
    return out;
  }
  template <class T>
  std::span<T> keep(std::vector<T> const& list) {
    return keep(std::span<T const>(list));
  }

 private:
  static constexpr std::size_t first_chunk = 1 << 10, largest_chunk = 1 << 18;

  char* new_chunk(std::size_t size) {
    auto const bytes = size > chunk_ ? size : chunk_;
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    if (chunk_ < largest_chunk) chunk_ *= 2;
    char* const at = chunks_.back().get();
    next_ = at + size;
    end_ = at + bytes;
    return at;
  }

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  char* end_ = nullptr;
  std::size_t chunk_ = first_chunk;  // bytes of the next one
};

}  // namespace counterclaim
