// Texts about the command line, made of its description.
#pragma once
#include <string>

#include "cli/describe.hpp"

namespace counterclaim::cli {

std::string manual(CommandPage const& program);  // counterclaim(1)
std::string bash_completion(CommandPage const& program);
std::string zsh_completion(CommandPage const& program);
std::string fish_completion(CommandPage const& program);

}  // namespace counterclaim::cli
