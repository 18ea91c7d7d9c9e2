// A web page as a row of nodes in document order.
//
// libxml2 builds the tree; here it is laid out flat, parents before children, so that every later step is a loop over an
// interval and none is a recursion. Nesting is bounded before libxml2 sees the page: tags deeper than its cap are left out.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

enum class Tag : std::uint8_t {
  text,
  other,
  a,
  article,
  aside,
  audio,
  b,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  code,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  label,
  li,
  link,
  main,
  map,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  picture,
  pre,
  s,
  script,
  section,
  select,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul,
  video,
  comment  // to this program: "counterclaim allow …"; `value` is what it says
};

struct Node {
  Tag tag = Tag::other;
  bool removed = false;       // it and all it holds are no part of the article
  std::uint32_t parent = 0;   // index; the root is its own parent
  std::uint32_t end = 0;      // past the last node it holds
  std::uint32_t text = 0;     // bytes of text inside, blanks at both ends of each text node not counted
  std::uint32_t linked = 0;   // of these inside links
  std::uint32_t prose = 0;    // of these in blocks long enough to be sentences, links not counted
  std::uint32_t own = 0;      // prose of the block itself, not of blocks inside it
  std::string_view value;     // text nodes: their text
  void const* xml = nullptr;  // libxml2's node
};

class Page {
 public:
  // Takes any bytes. `nodes` is empty if there is nothing to read in them.
  explicit Page(std::string const& bytes);
  std::vector<Node> nodes;

  std::string_view attribute(std::uint32_t node, char const* name) const;  // empty if absent
  std::string hints(std::uint32_t node) const;  // class and id, in lower case, words divided by blanks: " entry content "
  std::string text(std::uint32_t node) const;   // of all that is inside, blanks collapsed

 private:
  struct Free {
    void operator()(void* doc) const;
  };
  std::unique_ptr<void, Free> doc_;
};

inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }
bool is_inline(Tag tag);  // runs on inside a line of text

}  // namespace counterclaim
