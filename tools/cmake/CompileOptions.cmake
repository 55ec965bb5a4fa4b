# SPDX-License-Identifier: GPL-3.0-or-later
# Flags of everything that is compiled here. Sets entente_sanitizers to the list in force.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_C_FLAGS_RELEASE "-O2 -g -DNDEBUG")

get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT multi_config AND NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug or Release" FORCE)
endif()

# POSIX 2008 with its XSI names; a file that needs more says so itself.
add_compile_definitions(_XOPEN_SOURCE=700)

# No fused multiply-add behind our back: the same input gives the same bytes on every CPU.
add_compile_options("$<$<COMPILE_LANGUAGE:C>:-Wall;-Wextra;-Wconversion;-Wshadow;-ffp-contract=off>")
if(ENTENTE_WERROR)
    add_compile_options("$<$<COMPILE_LANGUAGE:C>:-Werror>")
endif()

# Release files do not depend on the folder they were built in.
add_compile_options("$<$<CONFIG:Release>:-ffile-prefix-map=${CMAKE_CURRENT_SOURCE_DIR}=.>")

set(entente_sanitizers "${ENTENTE_SANITIZE}")
if(ENTENTE_FUZZ)
    if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "ENTENTE_FUZZ needs clang: use the preset fuzz")
    endif()
    set(entente_sanitizers "fuzzer-no-link,address,undefined")
endif()
if(entente_sanitizers)
    add_compile_options("-fsanitize=${entente_sanitizers}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${entente_sanitizers}")
endif()
