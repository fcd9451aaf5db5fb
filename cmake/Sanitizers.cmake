# SPDX-License-Identifier: EUPL-1.2
# KONTOR_SANITIZE=address,undefined or thread; applied to everything, tests included.
set(KONTOR_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(KONTOR_SANITIZE)
    add_compile_options(-fsanitize=${KONTOR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${KONTOR_SANITIZE})
endif()
# The fuzz targets follow which branches of the rooms their inputs reach; only they link the fuzzer itself.
if(KONTOR_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
