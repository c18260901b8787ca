-- SPDX-License-Identifier: Apache-2.0
-- What one hall box keeps. Every table is STRICT; times are milliseconds; _wall_ is the wall clock (UTC), _steady_ the
-- hall's steady clock (hall/queue/steady_clock.h).

-- One row: who this box is, the journal's head, and the clocks at the newest act.
CREATE TABLE box (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  box_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  person_key BLOB NOT NULL,
  journal_seq INTEGER NOT NULL,
  journal_chain BLOB NOT NULL,
  service_day INTEGER NOT NULL,
  seen_date TEXT NOT NULL,
  wall_ms INTEGER NOT NULL,
  steady_ms INTEGER NOT NULL,
  boot_ms INTEGER NOT NULL,
  boot_id TEXT NOT NULL
) STRICT;

-- Every fact, in order, frozen. doc: hall/journal/journal_format.md
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  entry TEXT NOT NULL,
  chain BLOB NOT NULL
) STRICT;

CREATE TABLE service_day (
  id INTEGER PRIMARY KEY,
  local_date TEXT NOT NULL,
  opened_wall_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE ticket (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  service_day INTEGER NOT NULL REFERENCES service_day (id),
  letter TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  matter TEXT NOT NULL,
  priority TEXT NOT NULL,
  state TEXT NOT NULL,
  taken_wall_ms INTEGER NOT NULL,
  state_wall_ms INTEGER NOT NULL,
  taken_steady_ms INTEGER NOT NULL,
  state_steady_ms INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  counter INTEGER,
  calls INTEGER NOT NULL DEFAULT 0,
  rejoins INTEGER NOT NULL DEFAULT 0,
  called_wall_ms INTEGER,
  check_code TEXT NOT NULL,
  idempotency_key TEXT NOT NULL UNIQUE,
  person BLOB,
  taken_boot_id TEXT NOT NULL,
  outcome TEXT,
  note TEXT,
  UNIQUE (service_day, letter, number)
) STRICT;

CREATE INDEX ticket_line ON ticket (order_key, row) WHERE state IN ('waiting', 'handed_over');
CREATE INDEX ticket_at_counter ON ticket (counter) WHERE state IN ('called', 'serving', 'held');
CREATE INDEX ticket_open_number ON ticket (letter, number)
  WHERE state IN ('waiting', 'called', 'serving', 'held', 'handed_over');
CREATE UNIQUE INDEX ticket_person ON ticket (person, matter)
  WHERE person IS NOT NULL AND state NOT IN ('done', 'left', 'missed');

-- The stretches of a ticket's life that have ended; the running one is in the ticket itself.
CREATE TABLE ticket_period (
  ticket INTEGER NOT NULL REFERENCES ticket (row),
  state TEXT NOT NULL,
  counter INTEGER,
  begin_wall_ms INTEGER NOT NULL,
  length_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_period_of ON ticket_period (ticket);

CREATE TABLE counter (
  number INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  since_wall_ms INTEGER NOT NULL
) STRICT;

-- How long visits take, for the expected wait. Sums decay with the days.
CREATE TABLE visit_sample (
  matter TEXT NOT NULL,
  hour INTEGER NOT NULL,
  open_counters INTEGER NOT NULL,
  weight REAL NOT NULL,
  sum_minutes REAL NOT NULL,
  sum_squared_minutes REAL NOT NULL,
  updated_wall_ms INTEGER NOT NULL,
  PRIMARY KEY (matter, hour, open_counters)
) STRICT, WITHOUT ROWID;

CREATE TABLE help_call (
  row INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  called_wall_ms INTEGER NOT NULL,
  ended_wall_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX help_call_open ON help_call (place) WHERE ended_wall_ms IS NULL;

CREATE TABLE content_version (
  version INTEGER PRIMARY KEY,
  installed_wall_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE content_document (
  version INTEGER NOT NULL REFERENCES content_version (version) ON DELETE CASCADE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (version, name)
) STRICT, WITHOUT ROWID;
