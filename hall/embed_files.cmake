# SPDX-License-Identifier: Apache-2.0
# Run by linli_embed: writes FILES (below ROOT) as byte arrays into OUTPUT.
set(arrays)
set(rows)
set(index 0)
foreach(file ${FILES})
  file(READ "${ROOT}/${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  # In pieces: a string literal may hold 65,536 characters.
  string(REPEAT "." 64 piece)
  string(REGEX REPLACE "(${piece})" "\\1\n" bytes "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(REPLACE "\n" "\"\n\"" bytes "${bytes}")
  string(APPEND arrays "constexpr char file_${index}[] =\n\"${bytes}\";\n")
  string(APPEND rows "    {\"${file}\", {file_${index}, ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by hall/embed_files.cmake.
#include \"hall/base/embedded.h\"

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace linli {
namespace {
${arrays}
constexpr EmbeddedFile files[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }
}  // namespace linli
")
