// Whose word a claim is, and how sure: attributions and hedges that cover it.
#pragma once
#include "counterclaim/claim.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// "A bridge would cost more than the tunnel": what would be so of a thing that is not made, and no doubt about it.
bool is_counterfactual(Context const& context, MentionPlace const& at);

class Voices {
 public:
  explicit Voices(Context const& context);
  // Fills attribution and certainty of a claim whose mention is at `at`; its names must be there.
  void apply(Claim& claim, MentionPlace const& at);

 private:
  struct Scope {
    std::uint32_t first, last;  // tokens covered
    std::uint32_t index;        // of the mention
    std::uint32_t reach = 0;    // the farthest `last` of it and those before it
  };
  struct Source {
    std::string_view source, cue;
    std::string_view name;  // in the source: "Hollin Institute" of "a study by the Hollin Institute"; the source itself without
    bool organization = false;  // "the company"
    bool named = false;         // `name` is somebody's, and not "two bankers"
  };
  Source const& source_of(std::uint32_t mention);
  Source read(AttributionMention const& a) const;
  bool is_own(MentionPlace const& at, AttributionMention const& a) const;
  bool tells_of_source(AttributionMention const& a, MentionPlace const& at) const;

  Context const& context_;
  std::vector<Scope> attributions_, hedges_;  // by first
  std::vector<Source> sources_;               // those of mentions that cover a claim
  std::vector<std::int32_t> source_;          // by mention: index into sources_, -1 until one is asked for
};

}  // namespace counterclaim
