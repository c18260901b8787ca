# SPDX-License-Identifier: Apache-2.0
# What every room's target shares: includes from the root, warnings, and files found by folder.
function(linli_target target)
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
  # Warnings are for who changes the code: a newcomer who only builds it is shown none.
  if(LINLI_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
      -Wcast-qual -Wunused -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough -Wextra-semi -Werror)
  endif()
endfunction()

# The headers that nearly every file of a room includes, read once. The preset release does without, so that a file that
# forgets an include of its own is found there and by clang-tidy.
function(linli_often_included target)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)  # for ccache
  target_precompile_headers(${target} PRIVATE <fmt/format.h> <tl/expected.hpp> <algorithm> <array> <chrono> <filesystem>
    <functional> <map> <memory> <optional> <set> <string> <string_view> <variant> <vector> ${ARGN})
endfunction()

# Code that is heavy to compile and light to run, such as a command line's description: while developing it is not
# optimised. ROOMS are the static libraries that an executable rests on: of an inline function that it and a room both
# have, the linker keeps the first, so the rooms go first. JSON is read several times as fast with theirs.
function(linli_built_quickly target)
  cmake_parse_arguments(arg "" "" "ROOMS" ${ARGN})
  target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Release>>:-O0>)
  if(arg_ROOMS AND NOT CMAKE_BUILD_TYPE STREQUAL Release)
    list(TRANSFORM arg_ROOMS REPLACE "(.+)" "$<TARGET_FILE:\\1>")
    list(JOIN arg_ROOMS " " archives)
    target_link_options(${target} PRIVATE "SHELL:-Wl,--whole-archive ${archives} -Wl,--no-whole-archive")
  endif()
endfunction()

# linli_sources(out FOLDER...): every .cpp below the folders, looked up again at each build.
function(linli_sources out)
  set(found)
  foreach(folder ${ARGN})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    list(APPEND found ${files})
  endforeach()
  set(${out} ${found} PARENT_SCOPE)
endfunction()
