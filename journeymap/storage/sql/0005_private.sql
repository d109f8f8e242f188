-- 0005_private: whose each row is, what is hidden, and what a room makes together. Released, so never changed.

-- The log anew, for a fifth kind of change: what a step's reveal shows stands in removed_rows.
CREATE TABLE operations_0005 (
    map_id TEXT NOT NULL REFERENCES maps (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    client TEXT NOT NULL,
    op TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    batch TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('do', 'undo', 'redo')),
    of_batch TEXT,
    change TEXT NOT NULL CHECK (change IN ('add', 'set', 'move', 'remove', 'reveal')),
    row_table TEXT NOT NULL,
    row_id TEXT NOT NULL,
    parent_id TEXT,
    after_id TEXT,
    order_key TEXT NOT NULL,
    field TEXT NOT NULL,
    new_values TEXT,
    new_value TEXT,
    old_value TEXT,
    old_place TEXT,
    removed_rows TEXT,
    cleared_fields TEXT,
    lost_by TEXT,
    author TEXT NOT NULL DEFAULT '',
    private_in TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (map_id, revision),
    UNIQUE (map_id, client, op)
) STRICT, WITHOUT ROWID;
INSERT INTO operations_0005 SELECT *, '', '' FROM operations;
DROP TABLE operations;
ALTER TABLE operations_0005 RENAME TO operations;
CREATE INDEX operations_by_person ON operations (map_id, made_by, batch);
CREATE INDEX operations_by_batch ON operations (map_id, batch);

CREATE TABLE credits (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    person_id TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id)
) STRICT;
CREATE INDEX credits_by_moment ON credits (map_id, moment_id);

-- A dot by its slot, a score by what it is about: nobody gives either twice.
CREATE TABLE votes (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    round_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    slot INTEGER NOT NULL CHECK (slot >= 0),
    question TEXT NOT NULL,
    value REAL NOT NULL CHECK (value BETWEEN -2 AND 5),
    named INTEGER NOT NULL CHECK (named IN (0, 1)),
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;
CREATE UNIQUE INDEX votes_once ON votes (
    map_id, round_id, author, question, CASE question WHEN '' THEN slot ELSE item_id END
);

CREATE TABLE verdicts (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    item_id TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'contest', 'unsure')),
    note TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TABLE parked (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('parked', 'idea', 'decision', 'note')),
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;
