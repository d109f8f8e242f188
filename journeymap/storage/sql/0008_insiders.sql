-- 0008_insiders: what one person can undo, what people were called, and what an erasure changed. Released, so never changed.

-- An erasure changes what rows and the log say, and no revision: whoever keeps a map looks at this number, too.
ALTER TABLE maps ADD COLUMN erasures INTEGER NOT NULL DEFAULT 0 CHECK (erasures >= 0);

-- What a person did to a map in one go, by the revision it began with, and whether they can undo or redo it now.
CREATE TABLE acts (
    map_id TEXT NOT NULL REFERENCES maps (id),
    number INTEGER NOT NULL CHECK (number > 0),
    made_by TEXT NOT NULL,
    batch TEXT NOT NULL,
    stack TEXT NOT NULL DEFAULT '' CHECK (stack IN ('', 'undo', 'redo')),
    PRIMARY KEY (map_id, number),
    UNIQUE (map_id, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX acts_by_person ON acts (map_id, made_by, stack, number);

-- The names that somebody has borne: only these can be taken out of texts, and only while they are known here.
CREATE TABLE names (
    participant_id TEXT NOT NULL REFERENCES participants (id),
    name TEXT NOT NULL CHECK (name <> ''),
    borne_at TEXT NOT NULL,
    PRIMARY KEY (participant_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO names SELECT id, name, joined_at FROM participants;

-- erased_at: when the name was last erased; reworded_at: when it was last taken out of texts. seats counts the
-- devices that this seat moved to, and veiled lists (JSON) the votes whose dots it does not show there.
ALTER TABLE participants ADD COLUMN erased_at TEXT;
ALTER TABLE participants ADD COLUMN reworded_at TEXT;
ALTER TABLE participants ADD COLUMN seats INTEGER NOT NULL DEFAULT 0 CHECK (seats >= 0);
ALTER TABLE participants ADD COLUMN veiled TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(veiled));
