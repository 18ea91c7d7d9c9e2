// When a page was published, and when it was last changed.
#pragma once
#include <optional>

#include "html_metadata.hpp"

namespace counterclaim {

struct PageDates {
  std::optional<Day> published, updated;
};
PageDates read_page_dates(Page const& page, LinkedData const& linked, std::string_view url);

}  // namespace counterclaim
