-- 0011_sessions: one device's signed-in use of a seat, which can be ended, and links that work once. Released, so never changed.

-- person_id is a participant's id or 'owner'; workshop_id says where it counts (none: the owner's). seen_at is coarse. Endings are
-- numbered, so that every process finds the new ones by the last number it knows.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    workshop_id TEXT,
    device TEXT NOT NULL DEFAULT '',
    begun_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ended_at TEXT,
    ending INTEGER CHECK (ending > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person_id, ended_at);
CREATE INDEX sessions_by_workshop ON sessions (workshop_id, ended_at);
CREATE INDEX sessions_by_begin ON sessions (begun_at);
CREATE UNIQUE INDEX sessions_by_ending ON sessions (ending) WHERE ending IS NOT NULL;

-- id is a hash of what stands in the link.
CREATE TABLE links (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_end ON links (expires_at);
CREATE INDEX links_by_person ON links (person_id);
