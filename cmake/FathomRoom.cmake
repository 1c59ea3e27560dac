# SPDX-License-Identifier: GPL-3.0-or-later
#
# fathom_room(NAME SOURCES… [DEPENDS rooms…] [LINK libraries…]): one room of the house as a static library
# Fathom::NAME. DEPENDS is the one place where a room states which other rooms it may include; the layering test
# reads it from build/…/rooms.txt and holds it against the #include lines.

set_property(GLOBAL PROPERTY FATHOM_ROOMS "")

function(fathom_target_options target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough
        # Records are initialized by the names of the members that are known.
        -Wno-missing-field-initializers)
    if(FATHOM_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER FATHOM_VERSION="${PROJECT_VERSION}")
    if(FATHOM_SANITIZE)
        # GCC's analysis of uninitialized values does not see through what the sanitizers add.
        target_compile_options(${target} PRIVATE -fsanitize=${FATHOM_SANITIZE} -fno-omit-frame-pointer
            -fno-sanitize-recover=all $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
        target_link_options(${target} PUBLIC -fsanitize=${FATHOM_SANITIZE})
    endif()
endfunction()

function(fathom_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;DEPENDS;LINK" ${ARGN})
    add_library(fathom_${name} STATIC ${ROOM_SOURCES})
    add_library(Fathom::${name} ALIAS fathom_${name})
    target_include_directories(fathom_${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/engine")
    list(TRANSFORM ROOM_DEPENDS PREPEND fathom_ OUTPUT_VARIABLE libraries)
    target_link_libraries(fathom_${name} PUBLIC ${libraries} ${ROOM_LINK})
    fathom_target_options(fathom_${name})
    file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(JOIN " " depends ${ROOM_DEPENDS})
    set_property(GLOBAL APPEND PROPERTY FATHOM_ROOMS "${name}|${folder}|${depends}")
    set_property(GLOBAL APPEND PROPERTY FATHOM_TARGETS fathom_${name})
endfunction()

# What every test program needs around it. Under the thread sanitizer a child of a program with threads goes on, for
# the next that it does is to become another program.
set(FATHOM_TEST_ENVIRONMENT QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8)
if(FATHOM_SANITIZE MATCHES thread)
    list(APPEND FATHOM_TEST_ENVIRONMENT
        "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp die_after_fork=0")
endif()

# fathom_test(NAME SOURCES… LINK rooms…): one Qt Test program, run offscreen.
function(fathom_test name)
    cmake_parse_arguments(TEST "" "" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE ${TEST_LINK} Qt6::Test)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE FATHOM_SOURCE_DIR="${PROJECT_SOURCE_DIR}" FATHOM_BINARY_DIR="${PROJECT_BINARY_DIR}")
    fathom_target_options(${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${FATHOM_TEST_ENVIRONMENT}" TIMEOUT 300 LABELS "${TEST_LABELS}")
endfunction()
