# SPDX-License-Identifier: Apache-2.0
# The third-party parts, each as one target. What Debian 12 packages comes through find_package or pkg-config.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SDL2 REQUIRED IMPORTED_TARGET sdl2)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
find_library(UNIBREAK_LIBRARY unibreak REQUIRED)

# SQLite 3.51.3 mends a bug that loses data where several processes share a WAL database, which is what a hall does.
function(linli_require_version what header pattern minimum)
  if(NOT EXISTS "${header}")
    message(FATAL_ERROR "${what} is not at ${header}: run packaging/dependencies, or name its folder by -D${what}_SOURCE_DIR")
  endif()
  file(STRINGS "${header}" line REGEX "${pattern}" LIMIT_COUNT 1)
  string(REGEX MATCH "[0-9]+\\.[0-9]+(\\.[0-9]+)?" version "${line}")
  if(version VERSION_LESS minimum)
    message(FATAL_ERROR "${what} ${version} is too old: Linli needs ${minimum} or later")
  endif()
  message(STATUS "${what} ${version}")
endfunction()

linli_require_version(SQLITE "${SQLITE_SOURCE_DIR}/sqlite3.h" "^#define SQLITE_VERSION " 3.51.3)
add_library(sqlite3_pinned STATIC "${SQLITE_SOURCE_DIR}/sqlite3.c")
target_include_directories(sqlite3_pinned SYSTEM PUBLIC "${SQLITE_SOURCE_DIR}")
target_compile_definitions(sqlite3_pinned PRIVATE HAVE_FDATASYNC=1 SQLITE_THREADSAFE=2 SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_USE_ALLOCA
  SQLITE_ENABLE_FTS5 SQLITE_TRUSTED_SCHEMA=0 SQLITE_DEFAULT_FOREIGN_KEYS=1)
target_compile_options(sqlite3_pinned PRIVATE -w -O2)
target_link_libraries(sqlite3_pinned PRIVATE Threads::Threads ${CMAKE_DL_LIBS} m)

linli_require_version(IMGUI "${IMGUI_SOURCE_DIR}/imgui.h" "^#define IMGUI_VERSION " 1.92)
set(imgui ${IMGUI_SOURCE_DIR})
add_library(imgui STATIC ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_tables.cpp ${imgui}/imgui_widgets.cpp
  ${imgui}/misc/freetype/imgui_freetype.cpp ${imgui}/backends/imgui_impl_sdlrenderer2.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui} ${imgui}/misc/freetype ${imgui}/backends)
target_include_directories(imgui PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="kiosk/platform/imgui_config.h")
target_compile_options(imgui PRIVATE -w)
target_link_libraries(imgui PUBLIC PkgConfig::SDL2 PkgConfig::FREETYPE)

linli_require_version(CATCH2 "${CATCH2_SOURCE_DIR}/CMakeLists.txt" "^ +VERSION 3\\.[0-9]+\\.[0-9]+" 3.7)
set(CATCH_INSTALL_DOCS OFF CACHE BOOL "" FORCE)
set(CATCH_INSTALL_EXTRAS OFF CACHE BOOL "" FORCE)
add_subdirectory("${CATCH2_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/catch2" EXCLUDE_FROM_ALL SYSTEM)
target_compile_options(Catch2 PRIVATE -O0 -g0)
list(APPEND CMAKE_MODULE_PATH "${CATCH2_SOURCE_DIR}/extras")
include(Catch)
