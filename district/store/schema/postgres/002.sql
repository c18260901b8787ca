-- SPDX-License-Identifier: Apache-2.0
-- What boxes bring besides their journals: scans, signatures and pictures. doc: hall/wire/sync_protocol.md

-- named_ms: when the entry came that names it; announced_ms: when its box said that it would bring it; complete_ms: when
-- all of it was here and its digest compared. One that is named and not complete is awaited.
CREATE TABLE attachment (
  hall_id TEXT NOT NULL REFERENCES hall,
  digest TEXT NOT NULL,           -- BLAKE2b-256 of the whole, in hexadecimal
  size BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,             -- empty as long as it is not named
  received BIGINT NOT NULL,       -- so many bytes from its beginning are here
  announced_ms BIGINT,
  named_ms BIGINT,
  complete_ms BIGINT,
  touched_ms BIGINT NOT NULL,     -- when anybody went on with it
  PRIMARY KEY (hall_id, digest)
);
CREATE INDEX attachment_open ON attachment (hall_id) WHERE complete_ms IS NULL;

CREATE TABLE attachment_part (
  hall_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  begins BIGINT NOT NULL,         -- where in the whole
  bytes BYTEA NOT NULL,
  PRIMARY KEY (hall_id, digest, begins)
);
