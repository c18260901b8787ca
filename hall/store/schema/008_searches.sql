-- SPDX-License-Identifier: Apache-2.0
-- What residents looked up in vain: for whoever writes the documents. Words alone, of nobody, at most 500 a month; no
-- entry of the journal stands behind them. doc: hall/acts/note_search.h

-- month is 202611, last_day 20261127; words are folded.
CREATE TABLE vain_search (
  month INTEGER NOT NULL,
  words TEXT NOT NULL,
  times INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (month, words)
) STRICT, WITHOUT ROWID;
