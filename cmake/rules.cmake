# rules/*.rule as string literals in a generated source, so that the program carries them.
file(GLOB RULE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*.rule)
set(RULES_CPP ${CMAKE_BINARY_DIR}/generated/built_in_rules.cpp)
add_custom_command(
  OUTPUT ${RULES_CPP}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${RULES_CPP} "-DFILES=${RULE_FILES}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_rules.cmake
  DEPENDS ${RULE_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed_rules.cmake
  VERBATIM)
target_sources(counterclaim_core PRIVATE ${RULES_CPP})
