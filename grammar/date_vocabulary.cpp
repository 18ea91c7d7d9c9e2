// The rows of the date vocabulary as classes, units and values of words.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/date_words.hpp"

namespace counterclaim::dates {
namespace {

struct ClassName {
  std::string_view name;
  Class value;
};
// clang-format off
constexpr ClassName class_names[] = {
    {"day_offset", Class::day_offset}, {"tonight", Class::tonight}, {"reference", Class::reference}, {"shift", Class::shift},
    {"same", Class::same}, {"every", Class::every}, {"whole", Class::whole}, {"per", Class::per},
    {"times_a", Class::times_a}, {"early", Class::early}, {"edge", Class::edge}, {"half", Class::half},
    {"halfth", Class::halfth}, {"ago", Class::ago}, {"earlier", Class::earlier}, {"later", Class::later},
    {"before", Class::before}, {"after", Class::after}, {"the", Class::the}, {"a", Class::a},
    {"of", Class::of}, {"in", Class::in}, {"on", Class::on}, {"at", Class::at},
    {"to", Class::to}, {"from", Class::from}, {"starting", Class::starting}, {"between", Class::between}, {"and_", Class::and_},
    {"or_", Class::or_}, {"by", Class::by}, {"since", Class::since}, {"until", Class::until},
    {"during", Class::during}, {"for_", Class::for_}, {"within", Class::within}, {"about", Class::about},
    {"above", Class::above}, {"below", Class::below}, {"exactly", Class::exactly}, {"vague", Class::vague},
    {"couple", Class::couple}, {"long_", Class::long_}, {"old", Class::old}, {"aged", Class::aged},
    {"fiscal", Class::fiscal}, {"calendar", Class::calendar}, {"school", Class::school}, {"quarter_letter", Class::quarter_letter},
    {"half_letter", Class::half_letter}, {"decade_letter", Class::decade_letter}, {"era", Class::era}, {"meridiem", Class::meridiem},
    {"meridiem_letter", Class::meridiem_letter}, {"oclock", Class::oclock}, {"noon", Class::noon}, {"clock_past", Class::clock_past},
    {"clock_to", Class::clock_to}, {"past_word", Class::past_word}, {"iso_t", Class::iso_t}, {"often", Class::often},
    {"zone", Class::zone}, {"tense", Class::tense}, {"anaphoric", Class::anaphoric},
    {"month", Class::month}, {"weekday", Class::weekday}, {"weekdays", Class::weekdays}, {"season", Class::season},
    {"decade", Class::decade},
};
// clang-format on
struct GrainName {
  std::string_view name;
  Grain value;
};
constexpr GrainName grain_names[] = {
    {"second", Grain::second},
    {"minute", Grain::minute},
    {"hour", Grain::hour},
    {"night", Grain::night},
    {"day", Grain::day},
    {"workday", Grain::workday},
    {"weekend", Grain::weekend},
    {"week", Grain::week},
    {"working_week", Grain::working_week},
    {"fortnight", Grain::fortnight},
    {"month", Grain::month},
    {"quarter", Grain::quarter},
    {"half", Grain::half},
    {"season", Grain::season},
    {"year", Grain::year},
    {"fiscal", Grain::fiscal_year},
    {"school", Grain::school_year},
    {"decade", Grain::decade},
    {"century", Grain::century},
    {"millennium", Grain::millennium},
};

template <class Row, std::size_t N>
Row const* named(Row const (&rows)[N], std::string_view name) {
  auto const* at = std::find_if(std::begin(rows), std::end(rows), [&](Row const& r) { return r.name == name; });
  return at == std::end(rows) ? nullptr : at;
}

int to_int(std::string_view text) {
  bool const negative = !text.empty() && text[0] == '-';
  int v = 0;
  for (char c : text.substr(negative ? 1 : 0)) v = c >= '0' && c <= '9' ? v * 10 + (c - '0') : v;
  return negative ? -v : v;
}

// "shift=-1 after=1 past_word"
WordRow read_row(VocabularyRow const& row) {
  WordRow out;
  auto rest = row.column[0];
  for (std::size_t n = 0; n < out.of.size() && !rest.empty(); ++n) {
    auto const item = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), item.size() + 1));
    auto const equals = item.find('=');
    auto const* entry = named(class_names, item.substr(0, equals));
    if (entry == nullptr) continue;
    out.classes |= std::uint64_t(1) << static_cast<int>(entry->value);
    out.of[n] = entry->value;
    if (equals == item.npos) continue;
    out.value[n] = static_cast<std::int16_t>(to_int(item.substr(equals + 1)));
    if (entry->value == Class::often) out.text = item.substr(equals + 1);
  }
  return out;
}

std::vector<WordRow> read_rows(Category category) {
  std::vector<WordRow> out;
  for (auto const& row : vocabulary(category)) out.push_back(read_row(row));
  return out;
}

WordRow const& word_row(Category category, std::int32_t row) {
  static std::vector<WordRow> const words = read_rows(Category::date_words), references = read_rows(Category::date_references);
  return (category == Category::date_words ? words : references)[static_cast<std::size_t>(row)];
}

}  // namespace

// What one category says of the word that match covers.
void describe(Word& w, Category category, std::int32_t row) {
  auto const& cells = vocabulary(category)[static_cast<std::size_t>(row)].column;
  switch (category) {
    case Category::date_words:
    case Category::date_references:
      w.row = &word_row(category, row);
      w.little |= w.row->classes;
      break;
    case Category::date_names: {
      auto const* entry = named(class_names, cells[0]);
      if (entry == nullptr) break;
      set(w, entry->value);
      w.whole = to_int(cells[1]);
      w.ambiguous = cells[2] == "ambiguous";
      break;
    }
    case Category::date_units: {
      auto const* entry = named(grain_names, cells[0]);
      if (entry == nullptr) break;
      set(w, Class::unit);
      w.unit = entry->value;
      w.plural = cells[1] == "plural";
      w.only_glued = cells[1] == "glued";
      break;
    }
    case Category::day_parts:
      set(w, Class::day_part);
      w.part = static_cast<std::uint8_t>(std::find(part_letters.begin(), part_letters.end(), cells[0]) - part_letters.begin());
      w.part %= part_letters.size();
      w.plural |= cells[1] == "plural";
      w.ambiguous |= cells[1] == "ambiguous";
      break;
    case Category::holidays:
      set(w, Class::holiday);
      w.holiday = static_cast<std::int16_t>(row);
      break;
    default:
      break;
  }
}

}  // namespace counterclaim::dates
