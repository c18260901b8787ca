// SPDX-License-Identifier: Apache-2.0
#pragma once

struct sqlite3;

namespace linli {

/// Gives a connection the FTS5 tokenizer "han". Each Han character is a token; with the argument "spelled" documents
/// have at the same place "~reading" for each of its readings, "~0i" for each first letter and "=reading" in its soft
/// form (syllables.h). Runs of letters and of digits are tokens in small letters. A query may hold such marked tokens
/// itself. Gives an SQLite result code.
int add_han_tokenizer(sqlite3* connection);

}  // namespace linli
