-- 0012_waiting: people who wait to be let into a workshop, because very many joined from where they are. Released, so never changed.

-- secret is a hash of what their device holds; participant_id is there once they were let in.
CREATE TABLE waiting (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops (id),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL,
    doing TEXT NOT NULL DEFAULT '',
    secret TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'allowed', 'refused', 'taken')),
    asked_at TEXT NOT NULL,
    participant_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_by_workshop ON waiting (workshop_id, state, asked_at);
