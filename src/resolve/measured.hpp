// By what two things are compared: the measure as a class ("faster", "in speed" are both speed), the test that it was found in,
// and the settings that set one comparison apart from another ("at idle", "single-threaded", "to run").
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/resolve/concepts.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {

struct Measured {
  std::string_view words;                 // for the reader: "throughput"
  std::vector<std::string_view> classes;  // first words of rows of concepts.tsv, columns of measures.tsv, else the word itself
  std::vector<std::string_view> settings;
  std::string_view test;  // its name; empty if none
  bool turned = false;    // of what the words of degree leave unsaid ("costs $40, more than B") less is better
};

// "beats the Orin by 12 percent": by how much, in the text's own words; null if it does not say.
QuantityMention const* margin_of(Context const& context, ComparisonMention const& k);

class Measures {
 public:
  Measures(Context const& context, Concepts& concepts) : c_(context), concepts_(concepts) {}

  // Of a comparison in words; the names are those of its sides.
  void of_words(ComparisonMention const& k, SidePair const& sides, Measured& out);
  // Of a figure in tokens [first, last) of a sentence, beside what it is in its unit: qualities, the test, settings.
  void around(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, std::string_view owner, Measured& out);

 private:
  void read_unit(std::uint32_t i, Measured& out);
  void read_part(ComparisonMention const& k, Measured& out);
  void settle_spent(ComparisonMention const& k, Measured& out);
  bool is_person(std::uint32_t i) const;
  bool gets_by(Phrase const& verb) const;
  using Names = std::initializer_list<std::string_view>;
  std::string word(std::uint32_t i) const;
  std::string_view text(std::uint32_t first, std::uint32_t last) const;
  bool in_side(ComparisonMention const& k, std::uint32_t i) const;
  void read_measure(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, Measured& out);
  bool read_adjective(std::uint32_t i, Measured& out);
  void read_beside(ComparisonMention const& k, std::uint32_t first, std::uint32_t last, Measured& out);
  void read_quality(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, Measured& out);
  void read_by_verb(ComparisonMention const& k, Measured& out);
  void read_by_verb_before(ComparisonMention const& k, Measured& out);
  void read_done(ComparisonMention const& k, Measured& out);
  void read_verb(WordId verb, std::uint32_t first, std::uint32_t last, Measured& out);
  void read_figure_of(ComparisonMention const& k, std::uint32_t first, std::uint32_t comma, Measured& out);
  QuantityMention const* amount_before(std::uint32_t i) const;
  bool read_amount(ComparisonMention const& k, std::uint32_t last, Measured& out);
  std::int32_t verb_before(std::uint32_t sentence, std::uint32_t i) const;
  void read_between_places(ComparisonMention const& k, Measured& out);
  void read_field(ComparisonMention const& k, Measured& out);
  void read_task(ComparisonMention const& k, std::uint32_t first, std::uint32_t last, Measured& out);
  bool is_size(std::uint32_t i) const;
  bool is_ordered(ComparisonMention const& k) const;
  std::uint32_t measured_noun(ComparisonMention const& k, SidePair const& sides) const;
  bool read_risen(ComparisonMention const& k, SidePair const& sides, std::uint32_t last, Measured& out);
  void read_ranked_by(ComparisonMention const& k, Measured& out);
  bool is_lower_noun(std::uint32_t noun) const;
  void read_ordered(std::uint32_t sentence, std::uint32_t noun, Measured& out);
  static constexpr auto no_token = std::uint32_t(-1);
  void read_changed(ComparisonMention const& k, Measured& out);
  void read_process(ComparisonMention const& k, Measured& out);
  bool follows(std::uint32_t i) const;
  bool is_result(ComparisonMention const& k) const;
  bool is_mended(ComparisonMention const& k) const;
  void turn_spent(ComparisonMention const& k, Measured& out);
  void read_manner_behind(ComparisonMention const& k, Measured& out);
  void read_manner(ComparisonMention const& k, Measured& out);
  void find_test(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, ComparisonMention const* k, Names without,
                 Measured& out);
  std::string_view test_meant(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const;
  bool owns_no_test(NameUse const& use) const;
  void find_part(NameUse const& use, Measured& out);
  bool is_led_by_test(std::uint32_t first) const;
  void find_test_before(ComparisonMention const& k, std::uint32_t first, Names without, Measured& out);
  void read_opening(std::uint32_t sentence, Measured& out);
  void find_settings(std::uint32_t first, std::uint32_t last, Measured& out, ComparisonMention const* k = nullptr);
  void read_often(ComparisonMention const& k, Measured& out);
  void read_moves(ComparisonMention const& k, Measured& out);
  bool changed_after(std::uint32_t i, std::uint32_t last) const;
  bool is_side_itself(ComparisonMention const& k, std::uint32_t i) const;
  bool is_place_of_season(ComparisonMention const& k) const;
  bool is_coined(NameUse const& use, Sentence const& head) const;
  void from_above(std::uint32_t sentence, Names without, Measured& out);
  bool has_verb(std::uint32_t first, std::uint32_t last) const;
  std::pair<std::uint32_t, std::uint32_t> stretch(ComparisonMention const& k) const;
  std::string_view test_at(NameUse const& use) const;

  Context const& c_;
  Concepts& concepts_;
};

void add_measure(std::vector<std::string_view>& list, std::string_view entry);     // once
void add_measures(std::vector<std::string_view>& list, std::string_view entries);  // "a|b"

std::string_view name_of_row(std::int32_t row);  // of concepts.tsv: its first words

// What figures in a unit of this dimension are of, whatever is said of them ("61 decibels"); empty for most.
std::string_view class_of_dimension(std::string_view dimension);

// Which of two values of a class is the better one, in the sense in which grammar/ reads adjectives: less for prices and
// delays, more where nothing is known.
bool less_is_better(std::string_view measure_class);

}  // namespace counterclaim
