-- 0024_trackers: what stands in trackers of the stories of a map, and the last run of each. Released, so never changed.

-- place is which project of which tracker. item_id is our stable id, row_id the moment or episode. sent and read are a short
-- print for each field, as JSON: of what we wrote, and of what stood there right after. No text of the map is here.
CREATE TABLE tracker_items (
    map_id TEXT NOT NULL,
    place TEXT NOT NULL,
    item_id TEXT NOT NULL,
    row_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('epic', 'story')),
    key TEXT NOT NULL,
    ref TEXT NOT NULL,
    url TEXT NOT NULL,
    status TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
    sent TEXT NOT NULL,
    read TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (map_id, place, item_id)
) STRICT;

-- The last run of a map to a place. process says which one writes it, beat when it was last heard of, fault what ended it.
CREATE TABLE tracker_runs (
    map_id TEXT NOT NULL,
    place TEXT NOT NULL,
    tracker TEXT NOT NULL,
    run_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    process TEXT NOT NULL,
    started_at TEXT NOT NULL,
    beat REAL NOT NULL,
    ended_at TEXT,
    fault TEXT NOT NULL DEFAULT '',
    counts TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (map_id, place)
) STRICT;
