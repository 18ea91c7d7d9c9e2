// Standard output and standard error.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

#include "counterclaim/diagnostic.hpp"
#include "counterclaim/report.hpp"

namespace counterclaim::cli {

// To be called first: a closed pipe or a file that may not grow is no signal but a failed write, and a standard stream that was
// closed by the caller is taken by /dev/null before an input file can take its number.
void prepare_streams();

struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Writes all of it to standard output. False once nobody reads it any more (`counterclaim extract … | head`): the caller may
// stop, and nothing is an error. Throws OutputError if it cannot be written for another reason (disk full).
bool print(std::string_view text);

void complain(std::string_view message);  // "counterclaim: …" on standard error
void complain(Diagnostic const& diagnostic);
void warn(Diagnostic const& diagnostic);
void note(std::string_view text);  // as it is, on standard error

// A line on a terminal's standard error that the next one, or any complaint, takes the place of. From any thread.
void show_status(std::string_view line);
void clear_status();

enum class ColorChoice { automatic, always, never };
// The terminal's width or COLUMNS, else 100; colours, unless chosen, on a terminal without NO_COLOR and not TERM=dumb.
TextStyle text_style(ColorChoice color);

}  // namespace counterclaim::cli
