# Two digests: of what makes claims out of articles, and of all that makes findings.
set(claims "")
set(findings "")
list(SORT FILES)
foreach(file IN LISTS FILES)
  file(SHA256 ${file} digest)
  string(REPLACE "${ROOT}/" "" name ${file})
  string(APPEND findings "${name} ${digest}\n")
  if(NOT name MATCHES "^src/(align|judge)/|counterclaim/(align|finding|rule|lint|report|fetch|store|table|resolve_names)[a-z_]*\\.hpp$|^src/resolve/aliases")
    string(APPEND claims "${name} ${digest}\n")
  endif()
endforeach()
file(SHA256 ${LEXICON} digest)
string(APPEND claims "lexicon ${digest}\n")
string(APPEND findings "lexicon ${digest}\n")
get_filename_component(generated ${LEXICON} DIRECTORY)
foreach(rows vocabulary_rows unit_table)
  file(SHA256 ${generated}/${rows}.cpp digest)
  string(APPEND claims "${rows} ${digest}\n")
  string(APPEND findings "${rows} ${digest}\n")
endforeach()
string(SHA256 claims "${claims}")
string(SHA256 findings "${findings}")
file(WRITE ${OUTPUT} "#include \"counterclaim/store.hpp\"

namespace counterclaim {
EngineDigest engine_digest() { return {\"${claims}\", \"${findings}\"}; }
}  // namespace counterclaim
")
