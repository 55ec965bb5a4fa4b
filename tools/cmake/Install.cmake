# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install: headers, library, program, pkg-config file, manual page, completions.

# entente.pc finds the prefix from where it lies, so that `cmake --install --prefix` may move all of it.
file(RELATIVE_PATH pc_prefix "${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
configure_file(entente.pc.in "${CMAKE_CURRENT_BINARY_DIR}/entente.pc" @ONLY)

install(DIRECTORY include/entente DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.h")
install(TARGETS entente)
install(TARGETS entente_network LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/entente")
if(TARGET entente_cli)
    install(TARGETS entente_cli)
endif()
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/entente.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
install(FILES CITATION.cff LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES docs/man/entente.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" OPTIONAL)
install(FILES tools/completions/entente.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
        RENAME entente OPTIONAL)
install(FILES tools/completions/_entente DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" OPTIONAL)
install(FILES tools/completions/entente.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" OPTIONAL)
