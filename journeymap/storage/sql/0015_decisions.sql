-- 0015_decisions: decisions have an owner and a day, and stand in a table of their own. Released, so never changed.

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    review_on TEXT,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

-- Like those of the other tables: what goes or is hidden leaves the search at once, what comes is gathered after it.
CREATE TRIGGER decisions_text_removed AFTER DELETE ON decisions BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'decisions' AND row_id = old.id;
END;
CREATE TRIGGER decisions_text_hidden AFTER UPDATE OF private_in ON decisions
WHEN old.private_in = '' AND new.private_in <> '' BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'decisions' AND row_id = old.id;
END;
