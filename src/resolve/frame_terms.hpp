// The words and names of a frame as they are found: each once, in the first role that it was given.
#pragma once
#include "src/resolve/frame.hpp"
#include "src/resolve/speakers.hpp"

namespace counterclaim {

class FrameTerms {
 protected:
  FrameTerms(Context const& context, MentionPlace const& at, Frame& out) : c_(context), f_(out), speakers_(context, at) {}

  bool is_content(std::uint32_t token) const { return c_.terms[token] != 0; }
  void add(std::uint32_t token, TermRole role) {
    if (token < c_.terms.size() && c_.terms[token] != 0) add_word(c_.terms[token], role);
  }
  void add_head(std::uint32_t token) {
    add(token, TermRole::head);
    f_.attribute = lemma_text(c_, token);
  }
  void append(std::uint32_t word, TermRole role);
  // The words of a noun phrase: its head in `role`, the others narrow it.
  void add_phrase(Phrase const& p, TermRole role);
  // Of Names::uses; -1 is none. Who speaks is only of the sentence, and so is where somebody is from.
  void add_name(std::int32_t use, TermRole role) {
    if (use >= 0) add_use(c_.names.uses[std::size_t(use)], role);
  }
  void add_names(Phrase const& p, TermRole role) {
    for (auto i = p.first; i < p.last; ++i) add_name(c_.name_of[i], role);
  }
  void add_block(std::int32_t block, TermRole word_role, TermRole name_role);  // -1 is none
  void add_name_text(std::string_view name, TermRole role);                    // one of Names::names; a nearer role counts

  // "Harrow, unlike Orl, has 40": whom its subject is set against.
  bool is_set_against(std::uint32_t token, MentionPlace const& figure) const;
  bool is_of_further(Phrase const& p) const;  // "four more halls"

  Context const& c_;
  Frame& f_;
  Speakers speakers_;
  bool of_speaker_ = false;  // "said Ida Moor, who runs 40 shops": the clause is of one of them

 private:
  void add_word(std::uint32_t word, TermRole role);
  void add_use(NameUse const& use, TermRole role);

  std::uint64_t seen_ = 0;  // bits of the terms' words
};

}  // namespace counterclaim
