// Comments in a text that allow findings in it.
#include <algorithm>
#include <map>

#include "counterclaim/text.hpp"
#include "src/gate/suppress.hpp"

namespace counterclaim {
namespace {

constexpr std::string_view opening = "<!--", closing = "-->", keyword = "counterclaim";

struct Allowance {
  std::uint32_t article = 0;
  Span covers;  // the block it stands in or before; empty if there is none
  std::uint32_t at = 0;
  std::vector<std::string> rules;
  std::string reason;
  bool used = false;
};

std::string_view next_word(std::string_view& text) {
  text = trimmed(text);
  auto const word = text.substr(0, text.find_first_of(" \t\r\n:,"));
  text.remove_prefix(word.size());
  return word;
}

// Of those to this program the place, and the text behind its name.
template <typename Each>
void for_each_comment(Article const& article, Each each) {
  std::string_view const raw = article.raw, view = article.view;
  for (auto at = raw.find(opening); at != raw.npos; at = raw.find(opening, at + 1)) {
    bool const is_hidden = at < view.size() && (view[at] == ' ' || view[at] == '\0');  // else it stands there to be read
    auto const end = raw.find(closing, at);
    if (end == raw.npos) return;
    auto text = raw.substr(at + opening.size(), end - at - opening.size());
    if (is_hidden && next_word(text) == keyword) each(at, text);
  }
}

class Reader {
 public:
  Reader(Report& report, std::vector<std::string> const& rules) : report_(report), rules_(rules) {}

  std::vector<Allowance> run() {
    for (std::uint32_t i = 0; i < report_.set.articles.size(); ++i) article(i);
    return std::move(found_);
  }

 private:
  void article(std::uint32_t index) {
    for_each_comment(report_.set.articles[index],
                     [&](std::size_t at, std::string_view text) { comment(index, static_cast<std::uint32_t>(at), text); });
  }

  void comment(std::uint32_t index, std::uint32_t at, std::string_view text) {
    auto const& article = report_.set.articles[index];
    Allowance allowance{index, block_at(article, at), at, {}, {}, false};
    if (auto const verb = next_word(text); verb != "allow")
      return note(allowance, "counterclaim knows no '" + std::string(verb) + "' in a comment", usage);
    do {
      if (text.starts_with(',')) text.remove_prefix(1);
      std::string rule(next_word(text));
      if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end()) {
        auto const near = nearest(rule, rules_);
        return note(allowance, "unknown rule '" + rule + "' in a comment",
                    near.empty() ? usage : "did you mean '" + near + "'?");
      }
      allowance.rules.push_back(std::move(rule));
      text = trimmed(text);
    } while (text.starts_with(','));
    if (text.starts_with(':')) allowance.reason = std::string(trimmed(text.substr(1)));
    if (allowance.reason.empty()) return note(allowance, "this comment gives no reason, and allows nothing", usage);
    found_.push_back(std::move(allowance));
  }

  // The block it stands in, or on whose last line it ends; else the next one.
  static Span block_at(Article const& article, std::uint32_t at) {
    Span before;
    for (auto const& block : article.blocks) {
      if (block.span.end > at) {
        bool const is_behind = before.end != 0 && block.span.begin > at && is_one_line(article.raw, before.end, at);
        return is_behind ? before : block.span;
      }
      before = block.span;
    }
    return before.end != 0 && is_one_line(article.raw, before.end, at) ? before : Span{};
  }
  static bool is_one_line(std::string_view raw, std::uint32_t from, std::uint32_t to) {
    return raw.substr(from, to - from).find('\n') == std::string_view::npos;
  }

  void note(Allowance const& a, std::string message, std::string help) {
    report_.notes.push_back(note_at(report_, a, std::move(message), std::move(help)));
  }

 public:
  static Diagnostic note_at(Report const& report, Allowance const& a, std::string message, std::string help) {
    auto const& article = report.set.articles[a.article];
    auto const place = place_of(article.raw, a.at);
    return {article.id, place.line, place.column, std::move(message), {}, std::move(help)};
  }

 private:
  static inline std::string const usage = "write <!-- counterclaim allow figure-conflict: why it is right as it stands -->";
  Report& report_;
  std::vector<std::string> const& rules_;
  std::vector<Allowance> found_;
};

}  // namespace

bool may_allow(Article const& article) {
  bool any = false;
  for_each_comment(article, [&](std::size_t, std::string_view) { any = true; });
  return any;
}

void allow_in_source(Report& report, std::vector<std::string> const& rules) {
  auto allowances = Reader(report, rules).run();
  if (allowances.empty()) return;
  suppress(report, [&](Finding const& finding) -> std::optional<Suppression> {
    std::optional<Suppression> why;
    for (auto& a : allowances) {
      if (std::find(a.rules.begin(), a.rules.end(), finding.rule) == a.rules.end()) continue;
      bool const is_there = std::any_of(finding.locations.begin(), finding.locations.end(), [&](Location const& location) {
        return location.article == a.article && overlap(location.span, a.covers);
      });
      if (!is_there) continue;
      a.used = true;
      if (!why) why = Suppression{Suppression::Kind::in_source, a.reason};
    }
    return why;
  });
  for (auto const& a : allowances)
    if (!a.used)
      report.notes.push_back(Reader::note_at(report, a, "nothing is found here that this comment allows", "take it out"));
}

}  // namespace counterclaim
