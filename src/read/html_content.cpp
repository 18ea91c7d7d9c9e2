// Three passes. First, whole parts go by what they are (a <nav>, a form) and by the words of their class and id, unless they
// hold most of the page's prose: then the word says something of the page, not of the part. Second, from the body down to the
// deepest node that still holds most of the prose, or to the node that the page itself names as its article's body. Third,
// inside it, blocks of links go.
#include "html_content.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "html_words.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t shortest_prose = 60;  // bytes of text in a block that count as prose
constexpr std::uint32_t least_found = 250;    // bytes of prose; with less, words of classes were taken too seriously
constexpr std::uint32_t largest_card = 700, shortest_headline = 15;  // bytes of text

bool is_never_prose(Tag tag) {
  switch (tag) {
    case Tag::audio:
    case Tag::button:
    case Tag::canvas:
    case Tag::dialog:
    case Tag::embed:
    case Tag::figcaption:
    case Tag::head:
    case Tag::iframe:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::map:
    case Tag::meta:
    case Tag::nav:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::picture:
    case Tag::script:
    case Tag::select:
    case Tag::style:
    case Tag::svg:
    case Tag::textarea:
    case Tag::title:
    case Tag::video:
      return true;
    default:
      return false;
  }
}

bool is_beside_prose(Tag tag) {
  return tag == Tag::aside || tag == Tag::fieldset || tag == Tag::figure || tag == Tag::footer || tag == Tag::form ||
         tag == Tag::menu;
}

class Finder {
 public:
  explicit Finder(Page& page) : page_(page), nodes_(page.nodes) {}

  std::uint32_t run() {
    remove_by_tag();
    measure();
    auto const all = nodes_[0].prose;
    remove_by_words();
    auto root = finish();
    if (nodes_[root].prose < least_found && all > 4 * least_found) {
      for (auto& node : nodes_) node.removed = false;
      remove_by_tag();
      root = finish();
    }
    remove_links(root);
    return root;
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void remove(std::uint32_t i) {
    for (auto at = i; at < nodes_[i].end; ++at) nodes_[at].removed = true;
  }

  std::uint32_t finish() {
    remove_cards();
    measure();
    return choose();
  }

  bool is_hidden(std::uint32_t i) const {
    auto const style = page_.attribute(i, "style");
    if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos)
      return true;
    return page_.attribute(i, "aria-hidden") == "true";
  }

  // What can hold no prose goes at once; what may wrap a whole page goes only if it holds little of it.
  void remove_by_tag() {
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (!nodes_[i].removed && is_never_prose(nodes_[i].tag)) remove(i);
    measure();
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (!nodes_[i].removed && is_beside_prose(nodes_[i].tag) && nodes_[i].prose * 5 <= nodes_[0].prose * 2) remove(i);
  }

  // text, linked and prose of every node, from the leaves up.
  void measure() {
    std::vector<std::uint32_t> block_text(nodes_.size());  // text that stands in a block itself, not in a block inside it
    std::vector<std::uint32_t> block_linked(nodes_.size());
    for (auto& node : nodes_) node.text = node.linked = node.prose = node.own = 0;
    for (auto i = static_cast<std::uint32_t>(nodes_.size()); i-- > 0;) {
      auto& node = nodes_[i];
      if (node.removed) continue;
      if (node.tag == Tag::text) {
        node.text = trimmed(node.value, {0, static_cast<std::uint32_t>(node.value.size())}).size();
        block_text[i] = node.text;
      }
      if (node.tag == Tag::a) {
        node.linked = node.text;
        block_linked[i] = block_text[i];
      }
      bool const block = !is_inline(node.tag);
      auto const plain = block_text[i] - std::min(block_text[i], block_linked[i]);
      node.own = block && block_text[i] >= shortest_prose && plain * 2 > block_text[i] ? plain : 0;
      node.prose += node.own;
      if (i == 0) break;
      auto& parent = nodes_[node.parent];
      parent.text += node.text;
      parent.linked += node.linked;
      parent.prose += node.prose;
      if (!block) {
        block_text[node.parent] += block_text[i];
        block_linked[node.parent] += block_linked[i];
      }
    }
  }

  bool holds_headline(std::uint32_t i) const {
    return std::any_of(nodes_.begin() + i, nodes_.begin() + nodes_[i].end,
                       [](Node const& node) { return node.tag == Tag::h1; });
  }

  // A post or passage quoted in an article stands in boxes named after where it comes from.
  bool is_quotation(std::uint32_t i) const {
    for (auto at = i; at < nodes_[i].end; ++at)
      if (nodes_[at].tag == Tag::blockquote && nodes_[at].text * 2 > nodes_[i].text) return true;
    return false;
  }

  void remove_by_words() {
    auto const all = nodes_[0].prose;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      auto const& node = nodes_[i];
      if (node.removed || node.tag == Tag::text || node.tag == Tag::body || node.tag == Tag::html) continue;
      auto const hints = page_.hints(i);
      bool const little = node.prose * 5 <= all * 2;
      if (little && (is_hidden(i) || is_foreign(hints)) && !is_quotation(i))
        remove(i);
      else if (!little && node.prose * 10 <= all * 7 && is_surely_foreign(hints) && !holds_headline(i))
        remove(i);
    }
  }

  // A headline that is a link, maybe with a line of text: one of a list of other stories.
  bool is_card(std::uint32_t i) const {
    auto const& node = nodes_[i];
    bool const box = node.tag == Tag::li || node.tag == Tag::div || node.tag == Tag::article || node.tag == Tag::section ||
                     node.tag == Tag::td;
    if (node.removed || !box || node.text == 0 || node.text > largest_card || node.linked * 6 < node.text) return false;
    for (auto at = i + 1; at < node.end; ++at) {
      if (nodes_[at].removed) continue;
      if (nodes_[at].tag == Tag::a && nodes_[at].text >= shortest_headline) return is_all_of_its_block(at);
      if (nodes_[at].tag == Tag::text && nodes_[at].text >= shortest_headline) return false;
    }
    return false;
  }

  bool is_all_of_its_block(std::uint32_t link) const {
    auto block = nodes_[link].parent;
    while (block != 0 && is_inline(nodes_[block].tag)) block = nodes_[block].parent;
    std::uint32_t direct = 0;
    for (auto at = block + 1; at < nodes_[block].end; at = is_inline(nodes_[at].tag) ? at + 1 : nodes_[at].end)
      if (nodes_[at].tag == Tag::text && !nodes_[at].removed) direct += nodes_[at].text;
    return nodes_[link].text * 10 >= direct * 8;
  }

  // Three cards of one make side by side are a list of stories, never a part of one.
  void remove_cards() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].removed || is_inline(nodes_[i].tag)) continue;
      std::vector<std::uint32_t> cards;
      for (auto child = i + 1; child < nodes_[i].end; child = nodes_[child].end)
        if (is_card(child)) cards.push_back(child);
      if (cards.size() < 3) continue;
      for (auto const card : cards) remove(card);
    }
  }

  std::uint32_t choose() const {
    std::uint32_t best = none;
    auto const all = nodes_[0].prose;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      auto const& node = nodes_[i];
      if (node.removed || node.prose * 5 < all * 2 || is_inline(node.tag) || node.tag == Tag::body) continue;
      bool const named = page_.attribute(i, "itemprop") == "articleBody" || is_body(page_.hints(i));
      if (named && (best == none || node.prose * 10 >= nodes_[best].prose * 9)) best = i;
    }
    return best != none ? best : climb(densest());
  }

  // The node whose paragraphs stand nearest: each counts for its parent, half for the parent's parent, and so on.
  std::uint32_t densest() const {
    std::vector<std::uint32_t> score(nodes_.size());
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].removed || nodes_[i].own == 0) continue;
      auto at = nodes_[i].tag == Tag::p ? nodes_[i].parent : i;
      for (auto share = nodes_[i].own; share > 0 && at != 0; share /= 2, at = nodes_[at].parent) {
        score[at] += share;
        if (share < nodes_[i].own / 8) break;
      }
    }
    return static_cast<std::uint32_t>(std::max_element(score.begin(), score.end()) - score.begin());
  }

  // An article in several parts of one make: their parent is the article.
  std::uint32_t climb(std::uint32_t at) const {
    while (at != 0 && nodes_[at].tag != Tag::body) {
      auto const parent = nodes_[at].parent;
      if (nodes_[parent].prose * 4 < nodes_[at].prose * 5) {
        if (parent == 0 || nodes_[parent].tag == Tag::body) break;
        auto above = climb(parent);
        return above == parent ? at : above;
      }
      auto const hints = page_.hints(at);
      std::uint32_t alike = 0;
      for (auto child = parent + 1; child < nodes_[parent].end; child = nodes_[child].end)
        if (child != at && !nodes_[child].removed && (nodes_[child].tag == Tag::p || page_.hints(child) == hints))
          alike += nodes_[child].prose;
      if (alike * 4 < nodes_[at].prose) break;
      at = parent;
    }
    return at;
  }

  void remove_links(std::uint32_t root) {
    for (auto i = root + 1; i < nodes_[root].end; ++i) {
      auto const& node = nodes_[i];
      if (node.removed || is_inline(node.tag) || node.text == 0) continue;
      bool const links_only = node.linked * 10 >= node.text * 8;
      if (links_only && node.prose == 0) remove(i);
    }
  }

  Page& page_;
  std::vector<Node>& nodes_;
};

}  // namespace

std::uint32_t find_content(Page& page) { return Finder(page).run(); }

}  // namespace counterclaim
