# SPDX-License-Identifier: EUPL-1.2
# KONTOR_SANITIZE=address,undefined or thread; applied to everything, tests included.
set(KONTOR_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(KONTOR_SANITIZE)
    add_compile_options(-fsanitize=${KONTOR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${KONTOR_SANITIZE})
endif()
# The fuzz targets follow which branches of the rooms their inputs reach; only they link the fuzzer itself. The asan
# preset is compiled likewise, so that ccache gives both the same objects.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND KONTOR_SANITIZE MATCHES "address")
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()
