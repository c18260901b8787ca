-- SPDX-License-Identifier: Apache-2.0
-- Who may use the console, and the browsers that they are signed in from.

-- An account is never deleted, since the journal names it: it is switched off. Failures are forgotten half an hour after
-- the last (hall/staff/sign_in_limit.h).
CREATE TABLE staff (
  account TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('none', 'clerk', 'supervisor', 'system', 'security', 'audit')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  password_hash BLOB NOT NULL,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  failures INTEGER NOT NULL DEFAULT 0,
  failed_steady_ms INTEGER NOT NULL DEFAULT 0,
  locked_until_steady_ms INTEGER NOT NULL DEFAULT 0,
  tries_while_locked INTEGER NOT NULL DEFAULT 0,
  last_sign_in_wall_ms INTEGER,
  language TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'zh-CN', 'en')),
  single_keys INTEGER NOT NULL DEFAULT 1 CHECK (single_keys IN (0, 1)),
  larger_text INTEGER NOT NULL DEFAULT 0 CHECK (larger_text IN (0, 1))
) STRICT, WITHOUT ROWID;

-- One row a browser. The key is a hash of its token: who reads this table can sign in nowhere.
CREATE TABLE staff_session (
  key BLOB PRIMARY KEY,
  account TEXT NOT NULL REFERENCES staff (account),
  state TEXT NOT NULL CHECK (state IN ('open', 'locked')),
  made_wall_ms INTEGER NOT NULL,
  made_steady_ms INTEGER NOT NULL,
  seen_steady_ms INTEGER NOT NULL,
  boot_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_session_of ON staff_session (account);

-- Tries to sign in to accounts that are not there. What was typed may be a password, so it is not kept: only which of 256
-- heaps it falls on, by a hash with this box's key. A heap is locked as an account is, so that nobody can tell which
-- accounts there are, and the table stays small.
CREATE TABLE unknown_account (
  heap INTEGER PRIMARY KEY CHECK (heap BETWEEN 0 AND 255),
  failures INTEGER NOT NULL,
  failed_steady_ms INTEGER NOT NULL,
  locked_until_steady_ms INTEGER NOT NULL
) STRICT;

-- How many of those tries the journal has taken in the running half hour, and how many were only counted.
CREATE TABLE unknown_account_entries (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  begin_steady_ms INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  passed_over INTEGER NOT NULL
) STRICT;
INSERT INTO unknown_account_entries VALUES (1, 0, 0, 0);
