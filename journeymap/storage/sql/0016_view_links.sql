-- 0016_view_links: links by which anybody who has one reads a map and nothing else. Released, so never changed.

-- secret is a hash of what stands in the link; until ('': never) is when it ends by itself; ending it ends the session of the same id.
-- with_pair: the map it is compared with is read too. told_* is how far its use is in the audit log.
CREATE TABLE view_links (
    id TEXT PRIMARY KEY,
    map_id TEXT NOT NULL,
    name TEXT NOT NULL,
    secret TEXT NOT NULL UNIQUE,
    with_pair INTEGER NOT NULL DEFAULT 1 CHECK (with_pair IN (0, 1)),
    until TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    used_at TEXT NOT NULL DEFAULT '',
    told_uses INTEGER NOT NULL DEFAULT 0,
    told_at TEXT NOT NULL DEFAULT '',
    ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_links_by_map ON view_links (map_id, made_at);
