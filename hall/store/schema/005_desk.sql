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
