// Collects the blocks of an article in order of place, each tied to its heading and to the paragraph that introduces it.
#pragma once
#include "counterclaim/article.hpp"

namespace counterclaim {

class Outline {
 public:
  explicit Outline(Article& article) : article_(article) {}

  // The span is trimmed; what is empty then is no block. False if there was nothing to add.
  bool add(BlockKind kind, Span span);
  void begin_table();
  void cell(Span span, int row, int column, bool head);
  // The next list or table has no paragraph before it that introduces it.
  void forget_lead_in() { paragraph_ = -1; }
  // Blanks whatever lies in no block, line breaks apart. Call once, last.
  void finish();

 private:
  std::int32_t next() const { return static_cast<std::int32_t>(article_.blocks.size()); }
  Article& article_;
  std::int32_t heading_ = -1, paragraph_ = -1, table_ = -1;
};

// Where nothing else gave a date: the one that a dateline or byline among the first blocks gives.
void date_from_text(Article& article);

}  // namespace counterclaim
