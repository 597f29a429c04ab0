-- Signed statements of how far the journal stood (docs/journal-format.md).

CREATE TABLE checkpoint (
  sequence  INTEGER PRIMARY KEY,
  header    TEXT NOT NULL,
  entries   TEXT NOT NULL,
  previous  BLOB NOT NULL,
  hash      BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
