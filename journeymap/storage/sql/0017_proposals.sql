-- 0017_proposals: what people think should become of each moment of today in the to-be. Released, so never changed.

CREATE TABLE proposals (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    item_id TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('keep', 'change', 'drop')),
    text TEXT NOT NULL,
    channel_id TEXT,
    targeted_valence REAL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TRIGGER proposals_text_removed AFTER DELETE ON proposals BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'proposals' AND row_id = old.id;
END;
CREATE TRIGGER proposals_text_hidden AFTER UPDATE OF private_in ON proposals
WHEN old.private_in = '' AND new.private_in <> '' BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'proposals' AND row_id = old.id;
END;
