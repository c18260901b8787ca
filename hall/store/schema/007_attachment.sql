-- SPDX-License-Identifier: Apache-2.0
-- Scans, signatures and pictures that entries of the journal name. doc: hall/wire/sync_protocol.md, Attachments

-- digest: BLAKE2b-256 of the bytes, in hexadecimal. entry_seq: the entry that names it (attachment.kept); it goes up only
-- after that. sent: the district has said that it has all of it.
CREATE TABLE attachment (
  digest TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  name TEXT NOT NULL,
  entry_seq INTEGER NOT NULL,
  kept_wall_ms INTEGER NOT NULL,
  sent INTEGER NOT NULL CHECK (sent = 0 OR sent = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_unsent ON attachment (entry_seq) WHERE sent = 0;

-- Its bytes in pieces, so that nobody needs to have all of it in memory. at: where in the whole the piece begins.
CREATE TABLE attachment_part (
  digest TEXT NOT NULL REFERENCES attachment (digest),
  at INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (digest, at)
) STRICT;
