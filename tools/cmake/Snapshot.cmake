# SPDX-License-Identifier: GPL-3.0-or-later
# The embedded data: tools/build_snapshot.c turns the tables of data/ into one SQLite file, which becomes
# read-only bytes between enti_snapshot_begin and enti_snapshot_end.

function(entente_snapshot target)
    file(GLOB base_sources CONFIGURE_DEPENDS "src/base/*.c")
    add_executable(
        build_snapshot
        tools/build_snapshot.c src/ingest/csv.c src/ingest/records_encoding.c src/ingest/records_scan.c
        src/ingest/records_source.c src/ingest/records_text.c src/ingest/snapshot_build.c src/store/packed.c
        ${base_sources})
    target_include_directories(build_snapshot PRIVATE include src)
    target_include_directories(build_snapshot SYSTEM PRIVATE "${RANDOM123_INCLUDE_DIR}")
    target_link_libraries(build_snapshot PRIVATE PkgConfig::sqlite3 PkgConfig::zlib Threads::Threads m)

    file(GLOB tables CONFIGURE_DEPENDS "data/*.csv" "data/derived/*.csv")
    set(snapshot "${CMAKE_CURRENT_BINARY_DIR}/snapshot.db")
    add_custom_command(
        OUTPUT "${snapshot}"
        COMMAND build_snapshot "${CMAKE_CURRENT_SOURCE_DIR}/data" "${snapshot}"
        DEPENDS build_snapshot "${CMAKE_CURRENT_SOURCE_DIR}/data/schema.sql" "${CMAKE_CURRENT_SOURCE_DIR}/data/references.bib" ${tables}
        COMMENT "Compiling data/ into snapshot.db"
        VERBATIM)

    set(blob "${CMAKE_CURRENT_BINARY_DIR}/snapshot_blob.S")
    configure_file(tools/cmake/snapshot_blob.S.in "${blob}" @ONLY)
    set_source_files_properties("${blob}" PROPERTIES OBJECT_DEPENDS "${snapshot}")
    target_sources(${target} PRIVATE "${blob}")
endfunction()
