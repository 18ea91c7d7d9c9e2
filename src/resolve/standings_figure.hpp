// What a figure that may be set against another measures of its owner, and whether it is a level or how far something moved.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

struct Owned {
  std::size_t claim = 0;
  std::uint32_t sentence = 0, first = 0;  // token that the figure begins with
  std::uint32_t from = 0, end = 0;        // tokens that may say what it measures
  std::string_view owner;
  Measured by;
  bool measured = false;        // `by` is read: most figures are set against none
  bool taken = false;           // "needed 38 minutes", "took 41": the less the faster
  std::string_view verb;        // what was done, where no row of concepts tells it
  bool placed = false;          // "38 minutes at Orvel": set against another place's alone
  bool moved_alone = false;     // "Brill's 8 percent": what it did is told of the figure before
  bool sited = false;           // "passengers at Orvel reached 18 million": set against either
  bool plain = false;           // the owner has no name: "women", set against what the same sentence tells
  std::uint32_t owner_end = 0;  // token behind the owner's name where it stands behind the figure
};

enum class Way : std::uint8_t { level, up, down, apart };

class FigureReader {
 public:
  FigureReader(Context const& c, Measures& measures, std::vector<Claim> const& claims)
      : c_(c), measures_(measures), claims_(claims) {}

  void measure(Owned& figure) const;
  // Levels are set against levels, rises against rises; "Brill's 8" goes the way of the figure before it.
  Way way_of(Owned const& a, Owned& b) const;
  bool leaves_verb_out(Owned const& figure) const;
  // "Lowered blood pressure by 14 points", "sales rose 12 percent": what went up or down.
  void read_moved(Owned const& figure, Way way, Measured& by) const;
  // Is one of these verbs among the tokens [from, first)?
  bool is_done(WordSet const& verbs, std::uint32_t from, std::uint32_t first) const;

 private:
  bool is_away(Owned const& figure) const;
  void done_as(Owned& figure) const;
  void sold(Claim const& claim, Measured& by) const;

  Context const& c_;
  Measures& measures_;
  std::vector<Claim> const& claims_;
};

}  // namespace counterclaim
