# SPDX-License-Identifier: EUPL-1.2
# kontor_room(NAME name SOURCES a.cpp … DEPENDS other_room … LIBRARIES target …)
# One static library per source room; headers sit beside their sources and are included as <room>/<file>.hpp.
function(kontor_room)
    cmake_parse_arguments(ROOM "" "NAME" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
    add_library(kontor_${ROOM_NAME} STATIC ${ROOM_SOURCES})
    target_include_directories(kontor_${ROOM_NAME} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
    foreach(lower ${ROOM_DEPENDS})
        target_link_libraries(kontor_${ROOM_NAME} PUBLIC kontor_${lower})
    endforeach()
    target_link_libraries(kontor_${ROOM_NAME} PUBLIC ${ROOM_LIBRARIES} PRIVATE kontor_warnings)
endfunction()

# kontor_test(NAME name LABEL unit SOURCES … LINK …): one GoogleTest program, each case known to CTest.
function(kontor_test)
    cmake_parse_arguments(T "" "NAME;LABEL" "SOURCES;LINK" ${ARGN})
    add_executable(${T_NAME} ${T_SOURCES})
    target_link_libraries(${T_NAME} PRIVATE ${T_LINK} kontor_warnings GTest::gtest_main GTest::gmock)
    target_include_directories(${T_NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${T_NAME} PRIVATE
        KONTOR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" KONTOR_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared")
    gtest_discover_tests(${T_NAME} NO_PRETTY_VALUES PROPERTIES LABELS ${T_LABEL} DISCOVERY_TIMEOUT 60)
endfunction()
