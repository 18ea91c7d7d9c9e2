# Usage: cmake -DOUTPUT=built_in_rules.cpp "-DFILES=a.rule;b.rule" -P embed_rules.cmake
list(SORT FILES)
set(text "// Made by cmake/embed_rules.cmake from rules/*.rule.\n#include \"counterclaim/rule.hpp\"\n\n")
string(APPEND text "namespace counterclaim {\nstd::vector<RuleSource> built_in_rules() {\n  return {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} content)
  # A raw string literal may not exceed 65,536 characters everywhere; a rule stays far below.
  string(APPEND text "      {\"built-in:${name}\", R\"rule~(${content})rule~\"},\n")
endforeach()
string(APPEND text "  };\n}\n}  // namespace counterclaim\n")
file(WRITE ${OUTPUT} "${text}")
