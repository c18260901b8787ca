-- SPDX-License-Identifier: Apache-2.0
-- The district's tables. hall_id stands first in every key. Moments are milliseconds since 1970-01-01 UTC by the
-- district's own clock, but for entry_ms and what is about tickets, which the hall's box said.

CREATE TABLE hall (
  hall_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
  made_ms BIGINT NOT NULL,
  page_key BYTEA NOT NULL,         -- makes the addresses of tickets' pages
  feed_position BIGINT NOT NULL      -- of the newest command; its row is locked last, so positions follow commits
);

-- A pairing code. The first key that asks with it is bound to it; with a token's first use it is spent.
CREATE TABLE pairing (
  hall_id TEXT NOT NULL REFERENCES hall,
  code_hash BYTEA NOT NULL,
  approval TEXT NOT NULL CHECK (approval IN ('asked', 'given', 'refused')),
  made_ms BIGINT NOT NULL,
  expires_ms BIGINT NOT NULL,
  device_id TEXT,
  public_key BYTEA,
  epoch BIGINT,
  box_name TEXT,
  box_version TEXT,
  asked_ms BIGINT,
  spent_ms BIGINT,
  PRIMARY KEY (hall_id, code_hash)
);
CREATE UNIQUE INDEX pairing_by_code ON pairing (code_hash);

CREATE TABLE device (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  public_key BYTEA NOT NULL,
  name TEXT NOT NULL,
  enrolled_ms BIGINT NOT NULL,
  PRIMARY KEY (hall_id, device_id)
);

-- What a box shows with each request, hashed. Of one box there may be two: the one in use, and one that it has been
-- given and has not used yet.
CREATE TABLE token (
  hall_id TEXT NOT NULL REFERENCES hall,
  token_hash BYTEA NOT NULL,
  device_id TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  first_used_ms BIGINT,
  code_hash BYTEA,                 -- of the pairing code that it was given for
  PRIMARY KEY (hall_id, token_hash)
);
CREATE UNIQUE INDEX token_by_hash ON token (token_hash);

-- How far a box's journal has come here. The row is locked while a batch is taken.
CREATE TABLE stream (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  acked_through BIGINT NOT NULL,     -- nothing is missing up to here
  newest_seq BIGINT NOT NULL,
  chain BYTEA NOT NULL,            -- after acked_through, over what came
  batches BIGINT NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch)
);

-- The boxes' journals, entry by entry, laid out by the entries' own time so that old months can be dropped as a whole.
-- A unique key has to hold that time. An id holds it itself, so ids are unique for certain. A number's is not known
-- beforehand: that no number comes twice is kept by who takes a batch (district/ingest), with the stream's row locked,
-- by comparing it with all that is known.
CREATE TABLE journal (
  hall_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  entry_id TEXT NOT NULL,
  entry_ms BIGINT NOT NULL,          -- the time within entry_id, a UUIDv7
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  digest BYTEA NOT NULL,           -- BLAKE2b-256 of entry
  entry BYTEA NOT NULL,            -- the frozen bytes
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, seq, entry_ms),
  UNIQUE (hall_id, entry_id, entry_ms)
) PARTITION BY RANGE (entry_ms);
CREATE TABLE journal_other PARTITION OF journal DEFAULT;

-- Entries that could not be applied. place 'own': it is what came under this number; 'other': something else is there.
CREATE TABLE quarantine (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('own', 'other')),
  reason TEXT NOT NULL,
  entry BYTEA NOT NULL,
  received_ms BIGINT NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, seq, digest)
);
CREATE UNIQUE INDEX quarantine_own ON quarantine (hall_id, device_id, epoch, seq) WHERE place = 'own';

-- What somebody has to look at. The same thing again, while it is open, only counts.
CREATE TABLE alarm (
  hall_id TEXT NOT NULL REFERENCES hall,
  alarm_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  detail TEXT NOT NULL,           -- of the newest time
  times BIGINT NOT NULL,
  first_ms BIGINT NOT NULL,
  last_ms BIGINT NOT NULL,
  closed_ms BIGINT,
  PRIMARY KEY (hall_id, alarm_id)
);
CREATE UNIQUE INDEX alarm_open ON alarm (hall_id, kind, device_id, epoch) WHERE closed_ms IS NULL;

-- Tickets as the journal's entries leave them.
CREATE TABLE ticket (
  hall_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  page_key TEXT NOT NULL,         -- of its page on a phone
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  seq BIGINT NOT NULL,               -- of the newest entry applied
  date TEXT NOT NULL,             -- the hall's service day
  code TEXT NOT NULL,
  matter TEXT NOT NULL,
  priority TEXT NOT NULL,
  state TEXT NOT NULL,
  counter BIGINT,
  calls BIGINT NOT NULL,
  order_key BIGINT NOT NULL,
  taken_ms BIGINT NOT NULL,
  taken_steady_ms BIGINT NOT NULL,
  state_since_ms BIGINT NOT NULL,
  wait_ms BIGINT,                    -- from the paper to the first call
  PRIMARY KEY (hall_id, ticket_id)
);
CREATE UNIQUE INDEX ticket_by_page ON ticket (page_key);

-- Which date a box's service day is.
CREATE TABLE service_day (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  service_day BIGINT NOT NULL,
  date TEXT NOT NULL,
  PRIMARY KEY (hall_id, device_id, epoch, service_day)
);

CREATE TABLE hall_day (
  hall_id TEXT NOT NULL REFERENCES hall,
  date TEXT NOT NULL,
  taken BIGINT NOT NULL,
  done BIGINT NOT NULL,
  missed BIGINT NOT NULL,
  gone BIGINT NOT NULL,              -- left without a visit
  waits BIGINT NOT NULL,             -- how many of them were called
  wait_ms BIGINT NOT NULL,           -- all their waits together
  PRIMARY KEY (hall_id, date)
);

-- What a box said of itself last.
CREATE TABLE fleet (
  hall_id TEXT NOT NULL REFERENCES hall,
  device_id TEXT NOT NULL,
  contact_ms BIGINT NOT NULL,        -- of a push or a health report
  reported_ms BIGINT,
  epoch BIGINT,
  version TEXT,
  content_version BIGINT,
  report TEXT,                    -- the health report as it came
  PRIMARY KEY (hall_id, device_id)
);

CREATE TABLE command (
  hall_id TEXT NOT NULL REFERENCES hall,
  position BIGINT NOT NULL,
  command_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  made_ms BIGINT NOT NULL,
  answer TEXT,                    -- 'done', or 'refused' and why
  answered_ms BIGINT,
  PRIMARY KEY (hall_id, position)
);
CREATE UNIQUE INDEX command_by_id ON command (hall_id, command_id);
