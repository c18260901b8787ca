-- SPDX-License-Identifier: Apache-2.0
-- How often a document was read at the kiosk, so that what is asked for most stands first. Of nobody, and no entry of
-- the journal stands behind it. doc: hall/acts/note_read.h

-- month is 202611, id a document's.
CREATE TABLE document_read (
  month INTEGER NOT NULL,
  id TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (month, id)
) STRICT, WITHOUT ROWID;
