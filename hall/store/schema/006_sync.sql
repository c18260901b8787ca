-- SPDX-License-Identifier: Apache-2.0
-- What the box knows of its district. doc: hall/wire/sync_protocol.md

-- At most one row; without it the box belongs to no district. Journal entries up to acked_through have come there.
-- trouble is a code (hall/acts/note_contact.h) with one sentence for who looks after the box.
CREATE TABLE sync_link (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  state TEXT NOT NULL CHECK (state IN ('none', 'waiting', 'approved', 'revoked')),
  address TEXT NOT NULL,
  pin TEXT NOT NULL,
  code TEXT NOT NULL,
  public_key BLOB NOT NULL,
  secret_key BLOB NOT NULL,
  hall_id TEXT NOT NULL,
  hall_name TEXT NOT NULL,
  token TEXT NOT NULL,
  next_token TEXT NOT NULL,
  token_before TEXT NOT NULL,
  token_made_steady_ms INTEGER,
  page_key TEXT NOT NULL,
  pages_address TEXT NOT NULL,
  acked_through INTEGER NOT NULL,
  durable_through INTEGER NOT NULL,
  server_incarnation TEXT NOT NULL,
  cursor TEXT NOT NULL,
  contact_wall_ms INTEGER,
  contact_steady_ms INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  trouble_detail TEXT NOT NULL,
  trouble_wall_ms INTEGER NOT NULL
) STRICT;

-- What the district has asked for, once ever by its id. asked and taken are restarts that are not done yet; detail is
-- then the program's name, else why it was refused.
CREATE TABLE sync_item (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'refused', 'asked', 'taken')),
  detail TEXT NOT NULL,
  applied_wall_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_item_open ON sync_item (state) WHERE state = 'asked' OR state = 'taken';

-- Stretches of the journal that lie otherwise at the district and are sent again; theirs is the hash that it had. One
-- that was sent to its end stays, so that what cannot be mended by sending is not sent again and again.
CREATE TABLE sync_stretch (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  theirs TEXT NOT NULL,
  sent_through INTEGER NOT NULL
) STRICT;
