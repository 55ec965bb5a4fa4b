# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded data: tools/build_snapshot.c turns the tables of data/ into one SQLite file and the pack of what opening a
# world reads from it. Both become read-only bytes, between enti_snapshot_begin and _end, enti_pack_begin and _end.

function(entente_snapshot target)
    file(GLOB below CONFIGURE_DEPENDS "src/base/*.c" "src/store/*.c" "src/world/*.c")
    add_executable(
        build_snapshot
        tools/build_snapshot.c src/ingest/bibliography.c src/ingest/csv.c src/ingest/own_table.c src/ingest/read_file.c
        src/ingest/records_encoding.c src/ingest/records_scan.c src/ingest/records_source.c src/ingest/records_text.c
        src/ingest/snapshot_build.c src/ingest/sql.c ${below})
    target_include_directories(build_snapshot PRIVATE include src)
    target_include_directories(build_snapshot SYSTEM PRIVATE "${RANDOM123_INCLUDE_DIR}")
    target_link_libraries(build_snapshot PRIVATE PkgConfig::sqlite3 PkgConfig::utf8proc PkgConfig::zlib
                                                 Threads::Threads m)

    file(GLOB tables CONFIGURE_DEPENDS "data/*.csv" "data/derived/*.csv")
    set(snapshot "${CMAKE_CURRENT_BINARY_DIR}/snapshot.db")
    set(pack "${CMAKE_CURRENT_BINARY_DIR}/snapshot.pack")
    add_custom_command(
        OUTPUT "${snapshot}" "${pack}"
        COMMAND build_snapshot "${CMAKE_CURRENT_SOURCE_DIR}/data" "${snapshot}" "${pack}"
        DEPENDS build_snapshot "${CMAKE_CURRENT_SOURCE_DIR}/data/schema.sql" "${CMAKE_CURRENT_SOURCE_DIR}/data/references.bib" ${tables}
        COMMENT "Compiling data/ into snapshot.db and snapshot.pack"
        VERBATIM)

    set(blob "${CMAKE_CURRENT_BINARY_DIR}/snapshot_blob.S")
    configure_file(tools/cmake/snapshot_blob.S.in "${blob}" @ONLY)
    set_source_files_properties("${blob}" PROPERTIES OBJECT_DEPENDS "${snapshot};${pack}")
    target_sources(${target} PRIVATE "${blob}")
endfunction()
