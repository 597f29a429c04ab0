-- Clear columns stand before the sealed ones, so that a filter never reads into a content.
-- Instants are nanoseconds since 1970 UTC.

CREATE TABLE application (
  id          INTEGER PRIMARY KEY,
  number      TEXT    NOT NULL UNIQUE,
  revision    INTEGER NOT NULL,
  step        TEXT    NOT NULL,
  county      TEXT    NOT NULL,
  subdistrict TEXT    NOT NULL,
  town        TEXT    NOT NULL GENERATED ALWAYS AS (substr(subdistrict, 1, 9)) VIRTUAL,
  edition     TEXT    NOT NULL,
  award       TEXT    NOT NULL,
  waiting     TEXT    NOT NULL,
  wake_at     INTEGER,
  deadline_at INTEGER,
  wrapped_key BLOB    NOT NULL,
  sealed      BLOB    NOT NULL
) STRICT;
CREATE INDEX application_county ON application (county, number);
CREATE INDEX application_county_step ON application (county, step, number);
CREATE INDEX application_town ON application (town, number);
CREATE INDEX application_town_step ON application (town, step, number);
CREATE INDEX application_county_award ON application (county, award, number) WHERE award <> '';
CREATE INDEX application_town_award ON application (town, award, number) WHERE award <> '';
CREATE INDEX application_waiting ON application (number) WHERE waiting <> '';
CREATE INDEX application_wake ON application (wake_at, number) WHERE wake_at IS NOT NULL;
CREATE INDEX application_deadline ON application (deadline_at, number) WHERE deadline_at IS NOT NULL;

CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  number   TEXT    NOT NULL,
  sequence INTEGER NOT NULL,
  header   TEXT    NOT NULL,
  previous BLOB    NOT NULL,
  hash     BLOB    NOT NULL,
  sealed   BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_of_application ON event (number, sequence);

CREATE TABLE claim (
  token  TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE found_under (
  token  TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (token, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE used_key (
  name        TEXT    NOT NULL PRIMARY KEY,
  body_digest TEXT    NOT NULL,
  number      TEXT    NOT NULL,
  revision    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  number TEXT NOT NULL,
  id     TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX attachment_of_application ON attachment (number, id);

CREATE TABLE access (
  id     INTEGER PRIMARY KEY,
  number TEXT    NOT NULL,
  at     INTEGER NOT NULL,
  actor  TEXT    NOT NULL,
  role   TEXT    NOT NULL,
  what   TEXT    NOT NULL
) STRICT;
CREATE INDEX access_of_application ON access (number);

CREATE TABLE counter (
  name TEXT    NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
  sha256  TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE follower (
  name     TEXT    NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
