# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded lexicon: each table of data/lexicon as bytes between enti_lexicon_NAME and enti_lexicon_NAME_end.

function(entente_lexicon target)
    file(GLOB tables CONFIGURE_DEPENDS "data/lexicon/*.csv")
    set(lexicon_tables "")
    foreach(table IN LISTS tables)
        cmake_path(GET table STEM name)
        set(symbol "enti_lexicon_${name}")
        string(
            APPEND
            lexicon_tables
            "    .globl ${symbol}\n    .hidden ${symbol}\n    .type ${symbol}, %object\n"
            "    .globl ${symbol}_end\n    .hidden ${symbol}_end\n    .type ${symbol}_end, %object\n"
            "${symbol}:\n    .incbin \"${table}\"\n    .size ${symbol}, . - ${symbol}\n"
            "${symbol}_end:\n    .byte 0\n    .size ${symbol}_end, 1\n")
    endforeach()
    set(blob "${CMAKE_CURRENT_BINARY_DIR}/lexicon_blob.S")
    configure_file(tools/cmake/lexicon_blob.S.in "${blob}" @ONLY)
    set_source_files_properties("${blob}" PROPERTIES OBJECT_DEPENDS "${tables}")
    target_sources(${target} PRIVATE "${blob}")
endfunction()
