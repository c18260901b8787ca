-- SPDX-License-Identifier: Apache-2.0
-- The devices of a hall: papers to be printed, how each device is, what it was set to and asked to try. A place is the
-- program that has the device: "kiosk", "board".

-- One row a paper. The first of a ticket has copy 1; 2 and on say on the paper that they are printed again. queued: not
-- one byte has gone to the printer; printing: bytes may have gone; the other states are the end.
CREATE TABLE print_job (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ticket INTEGER NOT NULL REFERENCES ticket (row),
  place TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy > 0),
  language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  state TEXT NOT NULL CHECK (state IN ('queued', 'printing', 'printed', 'failed', 'dropped')),
  trouble TEXT,
  asked_wall_ms INTEGER NOT NULL,
  asked_steady_ms INTEGER NOT NULL,
  changed_wall_ms INTEGER NOT NULL,
  UNIQUE (ticket, copy)
) STRICT;
CREATE INDEX print_job_open ON print_job (place, row) WHERE state IN ('queued', 'printing');

-- How a device is now, by its own program's word. Not journaled: it is health, not a fact about a resident.
CREATE TABLE device_state (
  place TEXT NOT NULL,
  device TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('good', 'warning', 'bad', 'absent')),
  detail TEXT NOT NULL,
  since_wall_ms INTEGER NOT NULL,
  PRIMARY KEY (place, device)
) STRICT, WITHOUT ROWID;

-- What an installer asked a device to try: a test slip, a test picture, a test sound.
CREATE TABLE device_request (
  row INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  asked_wall_ms INTEGER NOT NULL,
  asked_steady_ms INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'taken', 'done', 'failed')),
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX device_request_open ON device_request (device, row) WHERE state = 'asked';

-- Settings of this box's devices: "printer.address", "sound.volume".
CREATE TABLE device_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far an announcer has spoken the journal's calls.
CREATE TABLE announcer (
  place TEXT PRIMARY KEY,
  journal_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row while an installer may sign in at the kiosk.
CREATE TABLE setup_code (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  hash BLOB NOT NULL,
  made_steady_ms INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
