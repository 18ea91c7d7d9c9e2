// How --help looks: names of values instead of types, texts wrapped, nothing said of what excludes what.
#pragma once
#include <memory>

namespace CLI {
class Formatter;
}

namespace counterclaim::cli {

std::shared_ptr<CLI::Formatter> help_formatter();

}  // namespace counterclaim::cli
