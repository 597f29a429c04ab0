-- Clear columns stand before the sealed ones. Instants are nanoseconds since 1970 UTC.
-- Texts are ordered by their bytes, whatever the language of the database.
-- Sealed contents cannot be pressed any smaller, so the server does not try.

CREATE TABLE application (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number      TEXT   COLLATE "C" NOT NULL UNIQUE,
  revision    BIGINT NOT NULL,
  step        TEXT   COLLATE "C" NOT NULL,
  county      TEXT   COLLATE "C" NOT NULL,
  subdistrict TEXT   COLLATE "C" NOT NULL,
  town        TEXT   COLLATE "C" NOT NULL GENERATED ALWAYS AS (substr(subdistrict, 1, 9)) STORED,
  edition     TEXT   COLLATE "C" NOT NULL,
  award       TEXT   COLLATE "C" NOT NULL,
  waiting     TEXT   COLLATE "C" NOT NULL,
  wake_at     BIGINT,
  deadline_at BIGINT,
  wrapped_key BYTEA  NOT NULL,
  sealed      BYTEA  NOT NULL
) WITH (fillfactor = 80);
ALTER TABLE application ALTER COLUMN sealed SET STORAGE EXTERNAL;
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
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number   TEXT   COLLATE "C" NOT NULL,
  sequence BIGINT NOT NULL,
  header   TEXT   NOT NULL,
  previous BYTEA  NOT NULL,
  hash     BYTEA  NOT NULL,
  sealed   BYTEA  NOT NULL
);
ALTER TABLE event ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX event_of_application ON event (number, sequence);

CREATE TABLE claim (
  token  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  number TEXT COLLATE "C" NOT NULL
);

CREATE TABLE found_under (
  token  TEXT COLLATE "C" NOT NULL,
  number TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (token, number)
);

CREATE TABLE used_key (
  name        TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  body_digest TEXT   NOT NULL,
  number      TEXT   COLLATE "C" NOT NULL,
  revision    BIGINT NOT NULL
);

CREATE TABLE attachment (
  number TEXT  COLLATE "C" NOT NULL,
  id     TEXT  COLLATE "C" NOT NULL,
  sealed BYTEA NOT NULL,
  PRIMARY KEY (number, id)
);
ALTER TABLE attachment ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE access (
  id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number TEXT   COLLATE "C" NOT NULL,
  at     BIGINT NOT NULL,
  actor  TEXT   NOT NULL,
  role   TEXT   NOT NULL,
  what   TEXT   NOT NULL
);
CREATE INDEX access_of_application ON access (number, id);

CREATE TABLE counter (
  name TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  next BIGINT NOT NULL
);

CREATE TABLE edition (
  sha256  TEXT  COLLATE "C" NOT NULL PRIMARY KEY,
  content BYTEA NOT NULL
);

CREATE TABLE follower (
  name     TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
);

-- Signed statements of how far the journal stood (docs/journal-format.md).
CREATE TABLE checkpoint (
  sequence  BIGINT NOT NULL PRIMARY KEY,
  header    TEXT   NOT NULL,
  entries   TEXT   NOT NULL,
  previous  BYTEA  NOT NULL,
  hash      BYTEA  NOT NULL,
  signature BYTEA  NOT NULL
);
