-- SPDX-License-Identifier: Apache-2.0
-- The bytes of the pictures that belong to content; their words are documents like the others.
CREATE TABLE content_picture (
  version INTEGER NOT NULL REFERENCES content_version (version) ON DELETE CASCADE,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (version, name)
) STRICT;
