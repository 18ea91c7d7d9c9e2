# engine_digest(): what the sources were from which articles become claims, and claims findings. A database holds what a program
# of the same digest found; after any change here it is worked out anew.
file(GLOB ENGINE_FILES CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/include/counterclaim/*.hpp ${CMAKE_SOURCE_DIR}/grammar/*.[ch]pp ${CMAKE_SOURCE_DIR}/src/*.[ch]pp
  ${CMAKE_SOURCE_DIR}/src/read/*.[ch]pp ${CMAKE_SOURCE_DIR}/src/resolve/*.[ch]pp ${CMAKE_SOURCE_DIR}/src/align/*.[ch]pp
  ${CMAKE_SOURCE_DIR}/src/judge/*.[ch]pp)
set(ENGINE_CPP ${CMAKE_BINARY_DIR}/generated/engine_digest.cpp)
add_custom_command(
  OUTPUT ${ENGINE_CPP}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${ENGINE_CPP} -DROOT=${CMAKE_SOURCE_DIR} "-DFILES=${ENGINE_FILES}" -DLEXICON=${GENERATED}/lexicon.bin
          -P ${CMAKE_SOURCE_DIR}/cmake/engine_digest.cmake
  DEPENDS ${ENGINE_FILES} ${GENERATED}/lexicon.bin ${GENERATED}/vocabulary_rows.cpp ${GENERATED}/unit_table.cpp
          ${CMAKE_SOURCE_DIR}/cmake/engine_digest.cmake
  VERBATIM)
