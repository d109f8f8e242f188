-- 0020_dispositions: what was decided about each moment of the as-is, by whom and why. Released, so never changed.

CREATE TABLE dispositions (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    as_is_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('undecided', 'kept', 'changed', 'moved', 'moved-channel', 'merged', 'split', 'removed')
    ),
    reason TEXT NOT NULL,
    proposed TEXT NOT NULL,
    text TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT,
    on_revision INTEGER NOT NULL,
    as_is_revision INTEGER NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

-- What has come true for the persona when an episode is over: a to-be is thought backwards from there.
ALTER TABLE episodes ADD COLUMN outcome TEXT NOT NULL DEFAULT '';

-- Like those of the other tables: what goes or is hidden leaves the search at once, what comes is gathered after it.
CREATE TRIGGER dispositions_text_removed AFTER DELETE ON dispositions BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'dispositions' AND row_id = old.id;
END;
CREATE TRIGGER dispositions_text_hidden AFTER UPDATE OF private_in ON dispositions
WHEN old.private_in = '' AND new.private_in <> '' BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'dispositions' AND row_id = old.id;
END;
