# SPDX-License-Identifier: Apache-2.0
# linli_embed(OUTPUT ROOT PATTERN...): a C++ file that holds the named files' bytes, for hall/base/embedded.h.
function(linli_embed output root)
  set(files)
  foreach(pattern ${ARGN})
    file(GLOB found CONFIGURE_DEPENDS RELATIVE ${root} "${root}/${pattern}")
    list(APPEND files ${found})
  endforeach()
  list(SORT files)
  set(inputs ${files})
  list(TRANSFORM inputs PREPEND "${root}/")
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${output}" "-DROOT=${root}" "-DFILES=${files}" -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake
    DEPENDS ${inputs} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake VERBATIM COMMENT "Embedding texts, content, theme and schema")
endfunction()
