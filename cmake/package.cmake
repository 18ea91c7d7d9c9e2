# What is installed beside the program, and the Debian package: cmake --build --preset release && cpack --config
# build/release/CPackConfig.cmake
set(DOCUMENTS ${CMAKE_BINARY_DIR}/documents)
file(MAKE_DIRECTORY ${DOCUMENTS})
# The program describes itself.
foreach(document IN ITEMS man:counterclaim.1 bash:counterclaim zsh:_counterclaim fish:counterclaim.fish)
  string(REPLACE ":" ";" document ${document})
  list(GET document 0 kind)
  list(GET document 1 name)
  add_custom_command(OUTPUT ${DOCUMENTS}/${name} DEPENDS counterclaim VERBATIM
    COMMAND counterclaim generate ${kind} > ${DOCUMENTS}/${name})
  list(APPEND document_files ${DOCUMENTS}/${name})
endforeach()
foreach(name IN ITEMS counterclaim.1 changelog)
  set(from ${DOCUMENTS}/${name})
  if(name STREQUAL changelog)
    set(from ${CMAKE_SOURCE_DIR}/packaging/changelog)
  endif()
  add_custom_command(OUTPUT ${DOCUMENTS}/${name}.gz DEPENDS ${from} VERBATIM COMMAND gzip -9nc ${from} > ${DOCUMENTS}/${name}.gz)
  list(APPEND document_files ${DOCUMENTS}/${name}.gz)
endforeach()
add_custom_target(documents ALL DEPENDS ${document_files})

install(FILES ${DOCUMENTS}/counterclaim.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${DOCUMENTS}/counterclaim DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${DOCUMENTS}/_counterclaim DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${DOCUMENTS}/counterclaim.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES packaging/copyright ${DOCUMENTS}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/counterclaim)
install(FILES counterclaim.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/counterclaim)
install(PROGRAMS packaging/action DESTINATION ${CMAKE_INSTALL_DATADIR}/counterclaim)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME counterclaim)
set(CPACK_PACKAGE_CONTACT "The authors of counterclaim <counterclaim@localhost>" CACHE STRING "Maintainer of the package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for facts that disagree in a set of articles")
set(CPACK_PACKAGE_DESCRIPTION
    "counterclaim reads articles, finds the figures, dates, ranks and
comparisons they assert, and reports what cannot all be true, what
does not add up and what nobody can check.")
set(CPACK_PACKAGE_HOMEPAGE_URL "${COUNTERCLAIM_HOMEPAGE}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS ca-certificates)
include(CPack)
