// The report as JSON. The format is public ("counterclaim/findings/1"): keys are only ever added.
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/report.hpp"
#include "src/report/json_place.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

// Place indexes of the articles that findings speak of, made when first asked for.
class Places {
 public:
  explicit Places(std::vector<Article> const& articles) : articles_(articles), made_(articles.size()) {}
  PlaceIndex const& of(std::uint32_t article) {
    if (!made_[article]) made_[article].emplace(articles_[article]);
    return *made_[article];
  }

 private:
  std::vector<Article> const& articles_;
  std::vector<std::optional<PlaceIndex>> made_;
};

void location_object(std::string& out, Location const& location, Article const& article, PlaceIndex const& places) {
  auto const at = places.address(location.span);
  open(out, '{');
  pair(out, "article", article.id);
  pair(out, "part", at.in_title ? "title" : "body");
  address(out, at);
  quote(out, "quote", article, location.span);
  pair(out, "label", location.label);
  close(out, '}');
}

void finding_object(std::string& out, Finding const& finding, std::vector<Article> const& articles, Places& places) {
  open(out, '{');
  pair(out, "rule", finding.rule);
  pair(out, "severity", to_string(finding.severity));
  pair(out, "fingerprint", finding.fingerprint);
  pair(out, "message", finding.message);
  key(out, "locations");
  open(out, '[');
  for (auto const& location : finding.locations)
    location_object(out, location, articles[location.article], places.of(location.article));
  close(out, ']');
  key(out, "aligned_on");
  open(out, '{');
  pair_or_null(out, "subject", finding.aligned_on.subject);
  pair_or_null(out, "attribute", finding.aligned_on.attribute);
  pair_or_null(out, "period", finding.aligned_on.period);
  close(out, '}');
  pair(out, "explanation", finding.explanation);
  close(out, '}');
}

enum class Layout { one_line, a_line_each };
void findings(std::string& out, Report const& report, Layout layout) {
  Places places(report.set.articles);
  open(out, '[');
  bool first = true;
  for (auto const& finding : report.findings) {
    if (layout == Layout::a_line_each) out += first ? "\n" : ",\n";
    finding_object(out, finding, report.set.articles, places);
    first = false;
  }
  if (layout == Layout::a_line_each && !first) out += '\n';
  close(out, ']');
}

}  // namespace

std::string json_findings(Report const& report) {
  std::string out;
  findings(out, report, Layout::one_line);
  return out;
}

std::string json_report(Report const& report) {
  auto const s = summarize(report);
  std::string out;
  open(out, '{');
  pair(out, "schema", "counterclaim/findings/1");
  key(out, "tool");
  open(out, '{');
  pair(out, "name", "counterclaim");
  pair(out, "version", version());
  close(out, '}');
  key(out, "articles");
  open(out, '{');
  pair(out, "read", std::uint64_t{s.articles});
  pair(out, "unreadable", std::uint64_t{s.unreadable});
  close(out, '}');
  key(out, "claims");
  open(out, '{');
  pair(out, "total", std::uint64_t{s.claims});
  pair(out, "aligned", std::uint64_t{s.aligned});
  pair(out, "undecided", std::uint64_t{s.undecided});
  close(out, '}');
  key(out, "findings");
  findings(out, report, Layout::a_line_each);
  close(out, '}');
  out += '\n';
  return out;
}

}  // namespace counterclaim
