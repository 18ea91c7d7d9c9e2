#include "src/store/codec.hpp"
#include "src/store/field_count.hpp"
#include "src/store/result.hpp"

namespace counterclaim::store {
namespace {

constexpr std::uint8_t version = 3;

// A member that is added has to be added to the lists below, and `version` counted up; whether it is known or
// accepted is said of each run anew.
static_assert(field_count<Finding> == 11 && field_count<Location> == 4 && field_count<AlignedOn> == 3 &&
              field_count<Counts> == 3);

template <typename Archive, typename F>
void finding_fields(Archive& a, F& f) {
  a.text(f.rule);
  a.one_of(f.severity, Severity::error);
  a.text(f.fingerprint);
  a.list(f.also, [](auto& archive, auto& print) { archive.text(print); });
  a.text(f.message);
  a.list(f.locations, [](auto& archive, auto& location) {
    archive.whole(location.article);
    span(archive, location.span);
    archive.text(location.label);
    archive.flag(location.primary);
  });
  a.text(f.aligned_on.subject);
  a.text(f.aligned_on.attribute);
  a.text(f.aligned_on.period);
  a.text(f.explanation);
  a.text(f.help);
}

template <typename Archive, typename R>
void result_fields(Archive& a, R& r) {
  a.list(r.rows, [](auto& archive, auto& row) { archive.whole(row); });
  texts(a, r.ids);
  a.list(r.commented, [](auto& archive, auto& place) { archive.whole(place); });
  a.list(r.findings, [](auto& archive, auto& finding) { finding_fields(archive, finding); });
  a.whole(r.counts.claims);
  a.whole(r.counts.aligned);
  a.whole(r.counts.undecided);
}

}  // namespace

std::string result_blob(Result const& result) {
  Writer out;
  result_fields(out, result);
  return out.finish(version);
}

std::optional<Result> result_of(std::string_view blob) {
  Reader in(blob, version);
  Result result;
  result_fields(in, result);
  if (!in.finished() || result.ids.size() != result.rows.size()) return {};
  for (auto const place : result.commented)
    if (place >= result.rows.size()) return {};
  for (auto const& finding : result.findings) {
    if (finding.locations.empty()) return {};
    for (auto const& location : finding.locations)
      if (location.article >= result.rows.size()) return {};
  }
  return result;
}

}  // namespace counterclaim::store
