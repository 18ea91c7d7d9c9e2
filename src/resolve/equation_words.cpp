// The word classes of the patterns. A word belongs to a class by itself or by its lemma as a noun or a verb.

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

struct ClassRow {
  WordClass id;
  std::string_view words;
};
constexpr ClassRow rows[] = {
    {class_up,
     "rise increase climb grow growth gain jump surge soar advance expand expansion leap lift raise hike uptick upturn markup "
     "rally improve widen swell "
     "improvement appreciation overrun"},
    {class_down,
     "fall drop decline decrease cut reduce reduction lower shrink slump plunge sink tumble slide lose loss dip slip shed "
     "slash contract "
     "contraction plummet narrow trim discount saving savings downturn shortfall depreciation markdown drawdown"},
    {class_shift, "change go move shift bring swing"},
    {class_updown, "up down"},
    {class_more,
     "more higher above greater larger bigger longer faster heavier taller dearer over costlier pricier hotter warmer older"},
    {class_less, "less lower below fewer smaller shorter slower lighter cheaper under colder cooler younger"},
    {class_begin, "begin start open"},
    {class_end, "end close finish conclude"},
    {class_before, "had previously before earlier formerly used old previous predecessor until once"},
    {class_now, "new now latest today current currently successor"},
    {class_consist, "consist comprise compose divide split break made"},
    {class_total, "total altogether overall together combined"},
    {class_each, "each apiece"},
    {class_group,
     "piece part section portion component group category segment instalment installment tranche item block share"},
    {class_people,
     "respondent voter patient employee worker participant resident adult child student pupil teacher household citizen "
     "customer user "
     "subscriber people person man woman passenger farmer doctor nurse member viewer reader consumer investor shareholder "
     "company firm "
     "family taxpayer commuter driver"},
    {class_plan,
     "schedule plan expect set slate announce say tell propose call due fix agree postpone move promise invite ask vow pledge "
     "intend hope "
     "want predict forecast estimate project book arrange report note add explain warn confirm declare state decide reschedule "
     "delay "
     "mean need like seem look have be do"},
    {class_hedge,
     "about around roughly approximately some nearly almost just only exactly over under barely fully a an the its his her "
     "their our "
     "all approx circa estimated least most fewer less more than at as much many"},
    {class_small, "the a an its his her their our this that those these of in for at by on to and as or"},
    {class_amount, "reach"},
    {class_multiply, "double triple treble quadruple quintuple halve"},
    {class_found, "found establish born launch create"},
    {class_opinion,
     "undecided unsure against oppose opposed disagree disapprove unfavorable unfavourable abstain abstention neither "
     "dissatisfied"},
    {class_excluding, "including include average mean median per rate ratio respectively each both either exclude excluding"},
    {class_event_noun, "majority lead gap margin difference surplus deficit"},
    {class_bear, "bear pay cover fund own hold contribute finance supply provide account receive take use consume get"},
    {class_modal, "will would could may might should shall can must if unless when once"},
};

// Word to bits, by open addressing: asked for every word near a figure.
class Table {
 public:
  // Made once: inlined, it would have every call of classes_of() save the registers that it needs.
  [[gnu::noinline]] Table() {
    for (auto const& row : rows) {
      auto rest = row.words;
      while (!rest.empty()) {
        auto const cut = rest.find(' ');
        if (WordId const id = find_word(rest.substr(0, cut)); id != unknown_word) at(id) |= std::uint64_t(1) << row.id;
        rest = cut == rest.npos ? "" : rest.substr(cut + 1);
      }
    }
  }
  std::uint64_t bits(WordId word) const {
    for (auto i = slot(word);; i = (i + 1) % size)
      if (words_[i] == word || words_[i] == unknown_word) return bits_[i];
  }

 private:
  static constexpr std::size_t size = 2048;  // several times the words of `rows`
  static std::size_t slot(WordId word) { return (word * 0x9E3779B1u) >> 21; }
  std::uint64_t& at(WordId word) {
    auto i = slot(word);
    while (words_[i] != word && words_[i] != unknown_word) i = (i + 1) % size;
    words_[i] = word;
    return bits_[i];
  }
  WordId words_[size] = {};
  std::uint64_t bits_[size] = {};
};

}  // namespace

std::uint64_t classes_of(WordId word) {
  static Table const table;
  if (word == unknown_word) return 0;
  WordInfo const& info = word_info(word);
  auto out = table.bits(word);
  if (info.noun_lemma != word) out |= table.bits(info.noun_lemma);
  if (info.verb_lemma != word) out |= table.bits(info.verb_lemma);
  return out;
}

}  // namespace counterclaim::equation
