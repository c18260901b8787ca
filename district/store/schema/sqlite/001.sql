-- SPDX-License-Identifier: Apache-2.0
-- The district's tables. hall_id stands first in every key. Moments are milliseconds since 1970-01-01 UTC by the
-- district's own clock, but for entry_ms and what is about tickets, which the hall's box said.

CREATE TABLE hall (
  hall_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
  made_ms INTEGER NOT NULL,
  page_key BLOB NOT NULL,         -- makes the addresses of tickets' pages
  feed_position INTEGER NOT NULL      -- of the newest command; its row is locked last, so positions follow commits
) STRICT, WITHOUT ROWID;

-- A pairing code. The first key that asks with it is bound to it; with a token's first use it is spent.
CREATE TABLE pairing (
  hall_id TEXT NOT NULL REFERENCES hall,
  code_hash BLOB NOT NULL,
  approval TEXT NOT NULL CHECK (approval IN ('asked', 'given', 'refused')),
  made_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  device_id TEXT,
  public_key BLOB,
  epoch INTEGER,
  box_name TEXT,
  box_version TEXT,
  asked_ms INTEGER,
  spent_ms INTEGER,
  PRIMARY KEY (hall_id, code_hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX pairing_by_code ON pairing (code_hash);

CREATE TABLE device (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  public_key BLOB NOT NULL,
  name TEXT NOT NULL,
  enrolled_ms INTEGER NOT NULL,
  PRIMARY KEY (hall_id, device_id)
) STRICT, WITHOUT ROWID;

-- What a box shows with each request, hashed. Of one box there may be two: the one in use, and one that it has been
-- given and has not used yet.
CREATE TABLE token (
  hall_id TEXT NOT NULL REFERENCES hall,
  token_hash BLOB NOT NULL,
  device_id TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  first_used_ms INTEGER,
  code_hash BLOB,                 -- of the pairing code that it was given for
  PRIMARY KEY (hall_id, token_hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX token_by_hash ON token (token_hash);

-- How far a box's journal has come here. The row is locked while a batch is taken.
CREATE TABLE stream (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  acked_through INTEGER NOT NULL,     -- nothing is missing up to here
  newest_seq INTEGER NOT NULL,
  chain BLOB NOT NULL,            -- after acked_through, over what came
  batches INTEGER NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch)
) STRICT, WITHOUT ROWID;

-- The boxes' journals, entry by entry.
CREATE TABLE journal (
  hall_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  entry_ms INTEGER NOT NULL,          -- the time within entry_id, a UUIDv7
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest BLOB NOT NULL,           -- BLAKE2b-256 of entry
  entry BLOB NOT NULL,            -- the frozen bytes
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, seq)
) STRICT;
CREATE UNIQUE INDEX journal_by_id ON journal (hall_id, entry_id);

-- Entries that could not be applied. place 'own': it is what came under this number; 'other': something else is there.
CREATE TABLE quarantine (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  digest BLOB NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('own', 'other')),
  reason TEXT NOT NULL,
  entry BLOB NOT NULL,
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, seq, digest)
) STRICT;
CREATE UNIQUE INDEX quarantine_own ON quarantine (hall_id, device_id, epoch, seq) WHERE place = 'own';

-- What somebody has to look at. The same thing again, while it is open, only counts.
CREATE TABLE alarm (
  hall_id TEXT NOT NULL REFERENCES hall,
  alarm_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  detail TEXT NOT NULL,           -- of the newest time
  times INTEGER NOT NULL,
  first_ms INTEGER NOT NULL,
  last_ms INTEGER NOT NULL,
  closed_ms INTEGER,
  PRIMARY KEY (hall_id, alarm_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX alarm_open ON alarm (hall_id, kind, device_id, epoch) WHERE closed_ms IS NULL;

-- Tickets as the journal's entries leave them.
CREATE TABLE ticket (
  hall_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  page_key TEXT NOT NULL,         -- of its page on a phone
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,               -- of the newest entry applied
  date TEXT NOT NULL,             -- the hall's service day
  code TEXT NOT NULL,
  matter TEXT NOT NULL,
  priority TEXT NOT NULL,
  state TEXT NOT NULL,
  counter INTEGER,
  calls INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  taken_ms INTEGER NOT NULL,
  taken_steady_ms INTEGER NOT NULL,
  state_since_ms INTEGER NOT NULL,
  wait_ms INTEGER,                    -- from the paper to the first call
  PRIMARY KEY (hall_id, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ticket_by_page ON ticket (page_key);

-- Which date a box's service day is.
CREATE TABLE service_day (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  service_day INTEGER NOT NULL,
  date TEXT NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, service_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE hall_day (
  hall_id TEXT NOT NULL REFERENCES hall,
  date TEXT NOT NULL,
  taken INTEGER NOT NULL,
  done INTEGER NOT NULL,
  missed INTEGER NOT NULL,
  gone INTEGER NOT NULL,              -- left without a visit
  waits INTEGER NOT NULL,             -- how many of them were called
  wait_ms INTEGER NOT NULL,           -- all their waits together
  PRIMARY KEY (hall_id, date)
) STRICT, WITHOUT ROWID;

-- What a box said of itself last.
CREATE TABLE fleet (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  contact_ms INTEGER NOT NULL,        -- of a push or a health report
  reported_ms INTEGER,
  epoch INTEGER,
  version TEXT,
  content_version INTEGER,
  report TEXT,                    -- the health report as it came
  PRIMARY KEY (hall_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE command (
  hall_id TEXT NOT NULL REFERENCES hall,
  position INTEGER NOT NULL,
  command_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  answer TEXT,                    -- 'done', or 'refused' and why
  answered_ms INTEGER,
  PRIMARY KEY (hall_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX command_by_id ON command (hall_id, command_id);
