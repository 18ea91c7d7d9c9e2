// The company that words of dates keep: what stands before and behind them, and what is no date because of it.
#pragma once
#include <vector>

#include "grammar/date_phrase.hpp"
#include "grammar/date_words.hpp"

namespace counterclaim::dates {

struct Sentence {
  std::vector<Word> const& words;

  bool any(std::uint32_t at, Classes classes) const { return at < words.size() && classes.hold(words[at]); }
  bool before(std::uint32_t at, Classes classes) const { return at > 0 && any(at - 1, classes); }
  // A preposition that times stand behind.
  bool timely(std::uint32_t at) const {
    return before(at, {Class::in, Class::on, Class::by, Class::since, Class::until, Class::during, Class::from, Class::between,
                       Class::before, Class::after, Class::to, Class::of, Class::within, Class::early, Class::about});
  }
  bool sign_of_range(std::uint32_t at) const {
    return before(at, {Class::hyphen, Class::dash, Class::and_, Class::or_, Class::to, Class::comma});
  }
};

// "(Amari, 1996)", "Amari et al., 2007;", "Amari et al. (2011)": the year of a publication that is referred to.
bool is_reference(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "an average of", "a total of"
bool sums(WordId word);
// "138-2010-2015", "123-12-1234": figures in a chain of hyphens that is no date.
bool chained(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "22/10a-4", "Mg(NO3)2 may": figures that a mark of other signs goes on with, or that end one.
bool goes_on(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "Server 2016", "the Russell 2000": the year-like figure is a part of a name.
bool names_by_number(Word const& w);
// "the Heron H2", "an Arden Q3", "the H2 weighs": a letter and a figure that tell which product it is.
bool names_model(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "lasted 2W"
bool lasts(Sentence const& s, std::uint32_t begin);
// "six and three quarters": quarters of one, not of a year.
bool ends_fraction(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "$21.50 an hour", "365 days a year": what a figure is counted by.
bool is_rate(Sentence const& s, std::uint32_t begin, std::uint32_t end);
// "Was moved to June 9", "has been put back to May", "is postponed until Friday": the new day is to come.
bool is_new_day(std::vector<Word> const& words, std::uint32_t at);

// "Passengers can ride it from January 7", "from January 7 they can": a day to come.
bool is_allowed_from(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end);
// Does the word before `at` say of what kind the noun there is?
bool qualifies_noun(std::vector<Word> const& words, std::uint32_t at);
// "On a Sunday in May", "one Friday", "on the Monday before the vote": a day of the week that the words do not tell.
bool is_some_weekday(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end, Phrase const& p);
// "The firm, which opened in April 2011, lost its head on June 16": a year of its own, in which the sentence does not go on.
bool is_in_relative(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end);
bool month_stands(Sentence const& s, std::uint32_t begin, std::uint32_t end);                   // alone: "may" may be no month
bool alone_stands(Sentence const& s, std::uint32_t begin, std::uint32_t end, Phrase const& p);  // a season, or "the 20th"

}  // namespace counterclaim::dates
