# SPDX-License-Identifier: EUPL-1.2
# One interface target that every room links: warnings are errors, in both compilers.
add_library(kontor_warnings INTERFACE)
target_compile_options(kontor_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wswitch-enum -Wnon-virtual-dtor -Werror)
# Optimised builds of g++ 12 report false positives inside the standard library.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kontor_warnings INTERFACE
        $<$<NOT:$<CONFIG:Debug>>:-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds>)
endif()
target_compile_definitions(kontor_warnings INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
