-- A workshop's agenda and where it is in it: a document, for it is read and written whole.
-- Its version is beside it: somebody who joins counts one up and touches nothing else.
ALTER TABLE workshops ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN state TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(state));

-- name_key is the name as it is compared; somebody who was removed is kept, for their work is.
ALTER TABLE participants ADD COLUMN doing TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN removed_at TEXT;
ALTER TABLE participants ADD COLUMN recovery TEXT;
CREATE INDEX participants_by_name ON participants (workshop_id, name_key);

-- A second device that asks the first one whether it belongs to the same person.
CREATE TABLE claims (
    id TEXT NOT NULL PRIMARY KEY,
    participant_id TEXT NOT NULL REFERENCES participants (id),
    workshop_id TEXT NOT NULL REFERENCES workshops (id),
    number TEXT NOT NULL,
    secret TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'allowed', 'refused', 'taken')),
    asked_at TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_workshop ON claims (workshop_id);

-- Agendas that people saved to use again.
CREATE TABLE agendas (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    language TEXT NOT NULL,
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    workshop_id TEXT REFERENCES workshops (id),
    saved_at TEXT NOT NULL
) STRICT;
