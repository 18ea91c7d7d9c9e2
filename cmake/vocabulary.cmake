# The lexicon: a compiler of our own reads the vocabulary, WordNet and the word vectors and writes one read-only table.
set(VOCABULARY_DIR ${CMAKE_SOURCE_DIR}/grammar/vocabulary)
set(GENERATED ${CMAKE_BINARY_DIR}/generated)
file(GLOB VOCABULARY_FILES CONFIGURE_DEPENDS ${VOCABULARY_DIR}/*.tsv)
set(WORDNET_DIR /usr/share/wordnet CACHE PATH "WordNet 3.0 data files (Debian: wordnet-base)")
if(NOT EXISTS ${WORDNET_DIR}/index.noun)
  message(FATAL_ERROR "WordNet's data files are not in ${WORDNET_DIR}: install wordnet-base or set WORDNET_DIR")
endif()

# The category list is needed to compile the compiler itself, so it is written at configure time.
set(categories "")
foreach(file IN LISTS VOCABULARY_FILES)
  get_filename_component(name ${file} NAME_WE)
  string(APPEND categories "COUNTERCLAIM_CATEGORY(${name})\n")
endforeach()
file(CONFIGURE OUTPUT ${GENERATED}/vocabulary_categories.inc CONTENT "${categories}" @ONLY)

add_executable(compile_vocabulary ${VOCABULARY_DIR}/compile.cpp ${VOCABULARY_DIR}/rows.cpp ${VOCABULARY_DIR}/units.cpp
  ${VOCABULARY_DIR}/wordnet.cpp
  ${CMAKE_SOURCE_DIR}/grammar/scan.cpp ${CMAKE_SOURCE_DIR}/grammar/fold.cpp ${CMAKE_SOURCE_DIR}/src/decimal.cpp)
target_include_directories(compile_vocabulary PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include ${GENERATED})
add_custom_command(
  OUTPUT ${GENERATED}/lexicon.bin ${GENERATED}/vocabulary_rows.cpp ${GENERATED}/unit_table.cpp
  COMMAND compile_vocabulary ${VOCABULARY_DIR} ${WORDNET_DIR} ${GENERATED}
  DEPENDS compile_vocabulary ${VOCABULARY_FILES} ${VOCABULARY_DIR}/word_vectors.bin
  VERBATIM)
file(CONFIGURE OUTPUT ${GENERATED}/lexicon_data.S @ONLY CONTENT [[
  .section .rodata
  .global counterclaim_lexicon_data
  .balign 64
counterclaim_lexicon_data:
  .incbin "@GENERATED@/lexicon.bin"
  .section .note.GNU-stack,"",@progbits
]])
file(READ ${GENERATED}/lexicon_data.S asm)
set_source_files_properties(${GENERATED}/lexicon_data.S PROPERTIES OBJECT_DEPENDS ${GENERATED}/lexicon.bin)
target_sources(counterclaim_core PRIVATE ${GENERATED}/lexicon_data.S ${GENERATED}/vocabulary_rows.cpp
  ${GENERATED}/unit_table.cpp)
