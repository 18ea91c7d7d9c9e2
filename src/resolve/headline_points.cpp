#include <optional>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/headline_body.hpp"

namespace counterclaim {
namespace {

class HeadlinePoints {
 public:
  explicit HeadlinePoints(HeadlineBody& body) : body_(body) {}

  void judge(std::size_t h) {
    auto const told = points(h);
    if (!told || body_.claim(h).bound != Bound::exact) return;
    bool found = false;
    std::size_t first = 0, second = 0;  // the same for a figure that tells the points itself
    Decimal given;
    auto const n = body_.figures();
    for (std::size_t i = 0; i < n; ++i) {
      auto const& b = body_.claim(i);
      if (b.headline || b.vague) continue;
      if (auto const p = points(i)) {
        if (near(*told, *p)) return;
        if (found && given != *p) return;  // which of them it is, nobody can tell
        found = true, first = i, second = i, given = *p;
      }
      for (auto k = i + 1; k < n && body_.at(k).sentence == body_.at(i).sentence; ++k) {
        auto const step = between(i, k);
        if (!step) continue;
        if (near(*told, *step)) return;
        if (!found && (b.baseline || body_.claim(k).baseline)) found = true, first = i, second = k, given = *step;
      }
    }
    if (!found || given > *told * Decimal(3) || *told > given * Decimal(3)) return;
    auto text = std::string(body_.quote(first));
    std::vector<Span> operands{body_.claim(first).span};
    if (second != first) {
      text += " to " + std::string(body_.quote(second));
      operands.push_back(body_.claim(second).span);
    }
    body_.offer(body_.claim(h), Interval::exactly(*told), Interval::exactly(given), text, operands);
  }

 private:
  // By how many points something changed; the text says "points" or "percentage points".
  std::optional<Decimal> points(std::size_t i) const {
    auto const& c = body_.claim(i);
    bool const counted = c.unit == no_unit && (c.counted == "point" || c.counted == "points");
    bool const percentage = unit(c.unit).symbol == "pp";
    if ((!counted && !percentage) || (counted && c.change == Change::level)) return std::nullopt;
    auto const m = midpoint(c.value);
    return m && !m->is_zero() ? std::optional(abs(*m)) : std::nullopt;
  }
  // "From 49.1 to 58.3 per cent"
  std::optional<Decimal> between(std::size_t i, std::size_t k) const {
    auto const &a = body_.claim(i), &b = body_.claim(k);
    if (unit(a.basis).dimension != "percent" || a.basis != b.basis || a.change != Change::level || b.change != Change::level)
      return std::nullopt;
    auto const x = midpoint(a.value), y = midpoint(b.value);
    return x && y && *x != *y ? std::optional(abs(*x - *y)) : std::nullopt;
  }
  static bool near(Decimal told, Decimal given) { return abs(told - given) <= Decimal::scaled(5, -1); }

  HeadlineBody& body_;
};

}  // namespace

void find_headline_points(HeadlineBody& body) {
  auto const n = body.figures();
  for (std::size_t h = 0; h < n && body.claim(h).block == body.claim(0).block; ++h)
    if (body.claim(h).headline && !body.claim(h).quoted && !body.claim(h).vague) HeadlinePoints(body).judge(h);
}

}  // namespace counterclaim
