// A date is tried at every word that is a number or a month's name; each trial reads at most three short parts.
#include "prose_date.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "bytes.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_dateline = 90;  // bytes
constexpr std::size_t longest_byline = 120;   // bytes
constexpr std::size_t most_beside_date = 24;  // bytes of a line that is little more than a date

// A language a row: January to December, the variants of a month divided by '|'. Abbreviations stand without their stop.
constexpr std::array<std::array<std::string_view, 12>, 22> month_names{{
    {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep",
     "october|oct", "november|nov", "december|dec"},
    {"januar|jänner|jan", "februar|feber", "märz|mär|mrz", "", "mai", "juni", "juli", "", "", "oktober|okt", "",
     "dezember|dez"},
    {"janvier|janv", "février|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août", "septembre", "octobre",
     "novembre", "décembre|déc"},
    {"enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio", "julio", "agosto|ago", "septiembre|setiembre", "octubre",
     "noviembre", "diciembre|dic"},
    {"gennaio|gen", "febbraio", "marzo", "aprile", "maggio|mag", "giugno|giu", "luglio|lug", "agosto", "settembre|set",
     "ottobre|ott", "novembre", "dicembre"},
    {"janeiro", "fevereiro|fev", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro|out", "novembro",
     "dezembro"},
    {"januari", "februari", "maart|mrt", "", "mei", "juni", "juli", "augustus", "", "oktober", "", ""},
    {"января|январь|янв", "февраля|февраль|фев", "марта|март|мар", "апреля|апрель|апр", "мая|май", "июня|июнь|июн",
     "июля|июль|июл", "августа|август|авг", "сентября|сентябрь|сен|сент", "октября|октябрь|окт", "ноября|ноябрь|ноя|нояб",
     "декабря|декабрь|дек"},
    {"січня|січень|січ", "лютого|лютий|лют", "березня|березень|бер", "квітня|квітень|кві", "травня|травень|тра",
     "червня|червень|чер", "липня|липень|лип", "серпня|серпень|сер", "вересня|вересень|вер", "жовтня|жовтень|жов",
     "листопада|листопад|лис", "грудня|грудень|гру"},
    {"stycznia|styczeń", "lutego|luty", "marca|marzec", "kwietnia|kwiecień", "maja|maj", "czerwca|czerwiec", "lipca|lipiec",
     "sierpnia|sierpień", "września|wrzesień", "października|październik", "listopada|listopad", "grudnia|grudzień"},
    {"ocak|oca", "şubat|şub", "mart", "nisan|nis", "mayıs", "haziran|haz", "temmuz|tem", "ağustos|ağu", "eylül|eyl", "ekim|eki",
     "kasım|kas", "aralık|ara"},
    {"", "", "", "", "maj", "juni", "juli", "augusti", "", "", "", "desember|des"},
    {"ledna|leden", "února|únor", "března|březen", "dubna|duben", "května|květen", "června|červen", "července|červenec",
     "srpna|srpen", "září", "října|říjen", "listopadu", "prosince|prosinec"},
    {"január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október", "", ""},
    {"ianuarie|ian", "februarie", "martie", "aprilie", "", "iunie|iun", "iulie|iul", "", "septembrie", "octombrie",
     "noiembrie|noi", "decembrie"},
    {"", "", "maret", "", "mei", "juni", "juli", "agustus|agt|agu", "", "oktober", "", "desember|des"},
    {"", "", "mart", "", "maj", "jun", "jul", "avgust|avg", "septembar", "oktobar", "novembar|novembra", "decembar|decembra"},
    {"siječnja|siječanj", "veljače|veljača", "ožujka|ožujak", "travnja|travanj", "svibnja|svibanj", "lipnja|lipanj",
     "srpnja|srpanj", "kolovoza|kolovoz", "rujna|rujan", "listopada|listopad", "studenoga|studeni", "prosinca|prosinac"},
    {"ιανουαρίου|ιαν", "φεβρουαρίου|φεβ", "μαρτίου|μαρ", "απριλίου|απρ", "μαΐου|μαϊ", "ιουνίου|ιουν", "ιουλίου|ιουλ",
     "αυγούστου|αυγ", "σεπτεμβρίου|σεπ", "οκτωβρίου|οκτ", "νοεμβρίου|νοε", "δεκεμβρίου|δεκ"},
    {"يناير", "فبراير", "مارس", "أبريل|إبريل|ابريل", "مايو", "يونيو", "يوليو", "أغسطس|اغسطس", "سبتمبر", "أكتوبر|اكتوبر",
     "نوفمبر", "ديسمبر"},
    {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta",
     "lokakuuta", "marraskuuta", "joulukuuta"},
    {"януари", "февруари", "", "април", "", "юни", "юли", "", "септември", "октомври", "ноември", "декември"},
}};

// By the first three bytes, as a bit of some thousand: most words are no month's name in any language.
constexpr std::size_t first_bytes(std::string_view name) {
  std::size_t h = 0;
  for (char const c : name.substr(0, 3)) h = h * 37 + static_cast<unsigned char>(c);
  return h % 4096;
}
constexpr auto month_beginnings = [] {
  std::array<bool, 4096> out{};
  for (auto const& language : month_names)
    for (std::string_view rest : language)
      while (!rest.empty()) {
        auto const bar = std::min(rest.find('|'), rest.size());
        out[first_bytes(rest.substr(0, bar))] = true;
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
  return out;
}();

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 24) return 0;
  std::string const name = lower(word);
  if (!month_beginnings[first_bytes(name)]) return 0;
  for (auto const& language : month_names)
    for (std::size_t month = 0; month < 12; ++month)
      for (std::string_view rest = language[month]; !rest.empty();) {
        auto const bar = std::min(rest.find('|'), rest.size());
        if (rest.substr(0, bar) == name) return static_cast<int>(month) + 1;
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
  return 0;
}

struct Scanner {
  std::string_view text;
  std::size_t at = 0;

  bool accept(std::string_view literal) {
    if (text.substr(at, literal.size()) != literal) return false;
    at += literal.size();
    return true;
  }
  bool accept_any(std::string_view signs) {
    if (at >= text.size() || signs.find(text[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  }
  void blanks() {
    while (at < text.size() && (is_blank(text[at]) || text.substr(at, 2) == "\u00A0")) at += is_blank(text[at]) ? 1 : 2;
  }
  // -1 unless a run of at least `least` and at most `most` digits stands here.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && is_digit(text[end]) && end - at <= most) value = value * 10 + (text[end++] - '0');
    if (end - at < least || end - at > most) return -1;
    at = end;
    return value;
  }
  std::string_view word() {
    auto const begin = at;
    while (at < text.size() && is_word_byte(text[at]) && !is_digit(text[at]) && text.substr(at, 2) != "\u00A0") ++at;
    return text.substr(begin, at - begin);
  }
};

std::optional<Day> day_of(int year, int month, int day) {
  Civil const date{year, month, day};
  if (year < 1900 || year > 2099 || !is_valid(date)) return std::nullopt;
  return to_day(date);
}

void skip_filler(Scanner& s) {  // "4 de marzo del 2025", "4th of March, 2025"
  s.accept_any(".,");
  s.blanks();
  auto const before = s.at;
  auto const filler = s.word();
  if (filler == "of" || filler == "de" || filler == "del")
    s.blanks();
  else
    s.at = before;
}

// "March 4, 2025", at the month's name.
std::optional<Day> month_day_year(Scanner& s) {
  int const month = month_of(s.word());
  if (month == 0) return std::nullopt;
  s.accept_any(".");
  s.blanks();
  int const day = s.number(1, 2);
  if (day < 0) return std::nullopt;
  if (is_letter(s.at < s.text.size() ? s.text[s.at] : ' ')) s.word();  // st, nd, rd, th
  s.accept_any(".,");
  s.blanks();
  return day_of(s.number(4, 4), month, day);
}

// Anything that begins with a figure.
std::optional<Day> figures(Scanner& s, SlashOrder order) {
  auto const begin = s.at;
  if (int const year = s.number(4, 4); year > 0) {
    bool const cjk = s.accept("年");
    char const sign = s.at < s.text.size() ? s.text[s.at] : ' ';
    if (!cjk && !s.accept_any("-/.")) return std::nullopt;
    int const month = s.number(1, 2);
    if (!(cjk ? s.accept("月") : s.accept_any(std::string_view(&sign, 1)))) return std::nullopt;
    int const day = s.number(1, 2);
    if (cjk) s.accept("日");
    return day_of(year, month, day);
  }
  s.at = begin;
  int const first = s.number(1, 2);
  if (first < 0) return std::nullopt;
  char const sign = s.at < s.text.size() ? s.text[s.at] : ' ';
  if (s.accept_any("./-")) {
    auto const behind = s.at;
    int const second = s.number(1, 2);
    if (second > 0 && s.accept_any(std::string_view(&sign, 1))) {
      int const year = s.number(4, 4);
      bool const day_first = sign == '.' || first > 12 || (second <= 12 && order == SlashOrder::day_first);
      return day_first ? day_of(year, second, first) : day_of(year, first, second);
    }
    s.at = behind;
  }
  if (is_letter(s.at < s.text.size() ? s.text[s.at] : ' ')) s.word();
  s.accept_any("-");
  skip_filler(s);
  int const month = month_of(s.word());
  if (month == 0) return std::nullopt;
  s.accept_any("-");
  skip_filler(s);
  return day_of(s.number(4, 4), month, first);
}

// Words with capitals, commas, stops and brackets only; "In Skarnvik, May 9" begins a sentence.
bool is_place(std::string_view text) {
  Scanner s{text};
  while (s.at < text.size()) {
    if (is_lower(text[s.at]) || is_digit(text[s.at])) return false;
    auto const word = s.word();
    for (auto const* preposition : {"In", "On", "At", "By", "From", "Since", "Until", "After", "Before", "The"})
      if (word == preposition) return false;
    if (word.empty() && !s.accept_any(" ,.()/'-\n")) return false;
  }
  return true;
}

// "Sunday, March 2, 2025, by Ida Brem", "2 March 2025. Notes from the harbor": the date, a mark, and who wrote it.
bool heads_byline(std::string_view text, ProseDate const& date) {
  auto const lead = text.substr(0, date.begin);
  constexpr std::size_t shortest_day = 6;  // "Monday"
  bool const weekday = lead.size() > shortest_day && lead.size() < 12 && lead.ends_with("day, ");
  if (!lead.empty() && !weekday) return false;
  Scanner s{text, date.end};
  if (s.accept_any(".")) return true;
  if (!s.accept_any(",;|")) return false;
  s.blanks();
  auto const word = s.word();
  return word == "by" || word == "from" || word == "for" || (!word.empty() && !is_lower(word.front()));
}

// "Ida Brem, in the Harbor Gazette of March 2, 2025", "Ida Brem, Harbor Gazette, 2 March 2025": names, and a date that ends
// them.
bool ends_byline(std::string_view text, ProseDate const& date) {
  if (date.end != text.size()) return false;
  auto lead = text.substr(0, date.begin);
  if (lead.find(',') == std::string_view::npos || !(lead.ends_with(", ") || lead.ends_with(" of "))) return false;
  Scanner s{lead};
  while (s.at < lead.size()) {
    auto const word = s.word();
    if (word.empty()) {
      if (is_digit(lead[s.at])) return false;
      ++s.at;
      continue;
    }
    static constexpr std::string_view little[] = {"in", "the", "of", "by", "for", "from", "and", "de", "van", "von", "at"};
    if (is_lower(word.front()) && std::find(std::begin(little), std::end(little), word) == std::end(little)) return false;
  }
  return true;
}

}  // namespace

std::optional<ProseDate> find_date(std::string_view text, SlashOrder order) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const begins = is_word_byte(text[at]) && (at == 0 || !is_word_byte(text[at - 1]));
    if (!begins) continue;
    Scanner s{text, at};
    auto const day = is_digit(text[at]) ? figures(s, order) : month_day_year(s);
    bool const ends = s.at >= text.size() || !is_digit(text[s.at]);
    if (day && ends) return ProseDate{*day, at, s.at};
  }
  return std::nullopt;
}

namespace {

// What stands between the date of a dateline and its text.
bool ends_dateline(Scanner& s) {
  auto const head = s.text;
  if (s.blanks(); s.accept("(")) s.at = std::min(head.find(')', s.at), head.size() - 1) + 1;
  s.accept_any(",");
  if (s.blanks(); s.accept("/")) s.at = std::min(head.find('/', s.at), head.size() - 1) + 1;
  s.blanks();
  for (auto const* dash : {"—", "–", "--", "-", "―", ":"})
    if (s.accept(dash)) return true;
  return false;
}

struct DayOfYear {
  int month = 0, day = 0;
};
// "May 9", "9 May", where no year follows; 0 where the text at the scanner begins otherwise.
DayOfYear day_of_year(Scanner& s) {
  DayOfYear out;
  if (is_digit(s.text[s.at])) {
    out.day = s.number(1, 2);
    s.blanks();
    out.month = month_of(s.word());
  } else {
    out.month = month_of(s.word());
    s.accept_any(".");
    s.blanks();
    out.day = s.number(1, 2);
  }
  bool const goes_on = s.at < s.text.size() && is_word_byte(s.text[s.at]);
  return out.month == 0 || out.day < 1 || goes_on ? DayOfYear{} : out;
}

// The first day of the week that the text names, 1 for Monday; 0 if there is none.
int first_weekday(std::string_view text) {
  static constexpr std::array<std::string_view, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                            "Friday", "Saturday", "Sunday"};
  std::size_t best = std::string_view::npos;
  int out = 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (auto const at = text.find(names[i]); at < best) best = at, out = static_cast<int>(i) + 1;
  return out;
}

constexpr int first_year = 1990, last_year = 2059;
// Which years the text has as figures by themselves, and the year that it gives for the very day; 0 if it gives none, -1 if
// two.
struct Years {
  std::array<bool, last_year - first_year + 2> told{};
  int of_day = 0;
  bool has(int year) const {
    return year >= first_year && year <= last_year && told[static_cast<std::size_t>(year - first_year)];
  }
};
Years years_told(std::string_view text, DayOfYear day) {
  Years out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && (is_word_byte(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ','))) continue;
    Scanner s{text, at};
    auto const year = s.number(4, 4);
    bool const ends = s.at >= text.size() || !is_word_byte(text[s.at]);
    if (year >= first_year && year <= last_year && ends) out.told[static_cast<std::size_t>(year - first_year)] = true;
    while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
  }
  for (std::size_t from = 0; from < text.size();) {
    auto const date = find_date(text.substr(from));
    if (!date) break;
    auto const civil = to_civil(date->day);
    if (int(civil.month) == day.month && int(civil.day) == day.day)
      out.of_day = out.of_day == 0 || out.of_day == civil.year ? civil.year : -1;
    from += date->end;
  }
  return out;
}

}  // namespace

std::optional<Day> dateline_of_year(std::string_view text, std::string_view article) {
  auto const head = text.substr(0, longest_dateline);
  std::size_t at = 0;
  DayOfYear day;
  Scanner s{head};
  for (; at < head.size() && day.month == 0; ++at) {
    if (!is_word_byte(head[at]) || (at > 0 && is_word_byte(head[at - 1]))) continue;
    s.at = at;
    day = day_of_year(s);
    if (day.month != 0) break;
  }
  if (day.month == 0 || !is_place(head.substr(0, at))) return std::nullopt;
  bool const shouted = at > 3 && std::none_of(head.begin(), head.begin() + std::ptrdiff_t(at), is_lower);
  bool const bracketed = head.substr(s.at).starts_with(" (");  // an agency's name
  if ((!shouted && !bracketed) || !ends_dateline(s)) return std::nullopt;
  auto const years = years_told(article, day);
  if (years.of_day > 0) return day_of(years.of_day, day.month, day.day);
  auto const of_week = first_weekday(text.substr(s.at));
  if (of_week == 0 || years.of_day < 0) return std::nullopt;
  // A year that it speaks of, with the one behind it, or both beside it: of last year alone every text speaks.
  auto const speaks_of = [&](int y) { return years.has(y + 1) && (years.has(y) || years.has(y - 1)); };
  std::optional<Day> out;
  for (int y = first_year; y <= last_year; ++y) {
    auto const then = day_of(y, day.month, day.day);
    if (!then || !speaks_of(y)) continue;
    bool const same = static_cast<int>(weekday(*then)) == of_week, day_before = static_cast<int>(weekday(*then - 1)) == of_week;
    if (!same && !day_before) continue;
    if (out || !same) return std::nullopt;  // told the day after, of another year
    out = then;
  }
  return out;
}

std::optional<Day> dateline(std::string_view text) {
  auto const head = text.substr(0, longest_dateline);
  auto const date = find_date(head);
  if (!date) return std::nullopt;
  if (!is_place(head.substr(0, date->begin))) return std::nullopt;
  Scanner s{head, date->end};
  if (ends_dateline(s)) return date->day;
  // "HARBOR GAZETTE, March 2, 2025. The ferry"
  bool const shouted = date->begin > 3 && std::none_of(head.begin(), head.begin() + std::ptrdiff_t(date->begin), is_lower);
  return shouted && s.accept(".") ? std::optional(date->day) : std::nullopt;
}

std::optional<Day> own_date(std::string_view text) {
  if (auto const day = dateline(text)) return day;
  if (text.size() > longest_byline) return std::nullopt;
  auto const date = find_date(text);
  if (!date) return std::nullopt;
  if (heads_byline(text, *date) || ends_byline(text, *date)) return date->day;
  if (text.size() > longest_dateline || text.ends_with(".")) return std::nullopt;
  return text.starts_with("By ") || text.size() < date->end - date->begin + most_beside_date ? std::optional(date->day)
                                                                                             : std::nullopt;
}

}  // namespace counterclaim
