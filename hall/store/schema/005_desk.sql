-- SPDX-License-Identifier: Apache-2.0
-- What the staff's desk keeps: pauses and the message to the hall.

-- For which matters no numbers are given; the empty id stands for all of them.
CREATE TABLE pause (
  matter TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  since_wall_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- At most one row: the message on the kiosk.
CREATE TABLE hall_message (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  set_by TEXT NOT NULL,
  since_wall_ms INTEGER NOT NULL,
  until_wall_ms INTEGER
) STRICT;

-- Which clerk has a counter. undo is how the newest order there is taken back (hall/wire/desk_order_json.h); it stands
-- here because this row is read at each order anyway, and so the rows below stay small.
CREATE TABLE counter_holder (
  counter INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  since_wall_ms INTEGER NOT NULL,
  undo TEXT
) STRICT;

-- What was ordered today and yesterday: a request that comes again gets the same answer. asked is a hash of all that was
-- asked for. One tree of short rows, since it is written with every call.
CREATE TABLE desk_order (
  request_id TEXT PRIMARY KEY,
  service_day INTEGER NOT NULL,
  asked BLOB NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The same periods in one tree instead of a table and its index: one page less to write at each step of a visit.
ALTER TABLE ticket_period RENAME TO ticket_period_before;
CREATE TABLE ticket_period (
  ticket INTEGER NOT NULL REFERENCES ticket (row),
  step INTEGER NOT NULL,
  state TEXT NOT NULL,
  counter INTEGER,
  begin_wall_ms INTEGER NOT NULL,
  length_ms INTEGER NOT NULL,
  PRIMARY KEY (ticket, step)
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_period
  SELECT ticket, row_number() OVER (PARTITION BY ticket ORDER BY rowid), state, counter, begin_wall_ms, length_ms
  FROM ticket_period_before ORDER BY ticket, rowid;
DROP TABLE ticket_period_before;

-- The lengths of ended periods summed up, so that figures need not read them all; and who ended a ticket.
ALTER TABLE ticket ADD COLUMN waited_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN visit_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN ended_by TEXT;
ALTER TABLE ticket ADD COLUMN ended_by_name TEXT;
UPDATE ticket SET
  waited_ms = (SELECT coalesce(sum(length_ms), 0) FROM ticket_period
               WHERE ticket_period.ticket = ticket.row AND state IN ('waiting', 'handed_over')),
  visit_ms = (SELECT coalesce(sum(length_ms), 0) FROM ticket_period
              WHERE ticket_period.ticket = ticket.row AND state IN ('called', 'serving'));
