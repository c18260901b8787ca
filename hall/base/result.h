// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace linli {

/// What kind of thing went wrong in the world. Programs choose their words and exit codes by it.
enum class ErrorCode {
    missing,          ///< the file or folder is not there
    read_only,        ///< it is there and cannot be written
    corrupt,          ///< its bytes are damaged
    newer_version,    ///< made by a newer Linli than this one
    not_linli,        ///< a file of some other program
    disk_full,        ///< no space left; nothing of this change was kept
    busy,             ///< another program held the database for too long
    library_too_old,  ///< SQLite below 3.51.3
    invalid_content,  ///< a content document does not say what it must
    invalid_input,    ///< an argument that no program of ours would pass
    io,               ///< the device or the file system failed
};

/// A failure of the world: a code to act on and one English sentence for logs (what, where).
struct Error {
    ErrorCode code;
    std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

/// The code as it stands in text keys and JSON: "disk_full".
const char* name_of(ErrorCode code);

}  // namespace linli

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses.
/// Runs an expression that gives a Result and returns its error from the calling function.
#define LINLI_TRY(expression)                                                       \
    do {                                                                            \
        if (auto&& linli_result = (expression); !linli_result.has_value())          \
            return tl::unexpected<::linli::Error>(std::move(linli_result).error()); \
    } while (false)

/// The same, and binds the value: LINLI_TRY_ASSIGN(auto row, store.find(id));
#define LINLI_TRY_ASSIGN(declaration, expression) \
    LINLI_TRY_ASSIGN_AS(LINLI_TRY_JOIN(linli_result_, __LINE__), declaration, expression)
#define LINLI_TRY_JOIN_(a, b) a##b
#define LINLI_TRY_JOIN(a, b) LINLI_TRY_JOIN_(a, b)
#define LINLI_TRY_ASSIGN_AS(name, declaration, expression)                                 \
    auto&& name = (expression);                                                            \
    if (!name.has_value()) return tl::unexpected<::linli::Error>(std::move(name).error()); \
    declaration = std::move(*name)
// NOLINTEND(bugprone-macro-parentheses)
