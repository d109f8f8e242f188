-- 0019_validation: where a map stands, who said so, and rounds in which customers walk it. Released, so never changed.

-- A state is added and never changed or removed, for as long as the map is there. decided_by is an id: a name that is erased is
-- erased here too. customers, confirmed and contested are what had been said by then.
CREATE TABLE map_states (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    map_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'in-review', 'validated', 'in-use', 'retired')),
    revision INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    customers INTEGER NOT NULL DEFAULT 0,
    confirmed INTEGER NOT NULL DEFAULT 0,
    contested INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX map_states_by_map ON map_states (map_id, number);

CREATE TRIGGER map_states_stay AFTER UPDATE ON map_states
BEGIN
    SELECT RAISE(ABORT, 'what was decided is not written anew');
END;

CREATE TRIGGER map_states_go_with_the_map BEFORE DELETE ON map_states
WHEN EXISTS (SELECT 1 FROM maps WHERE id = old.map_id)
BEGIN
    SELECT RAISE(ABORT, 'what was decided is not removed');
END;

-- secret is a hash of what stands in the link, most how many people may come by it, revision the map's when it was made.
CREATE TABLE validation_rounds (
    id TEXT PRIMARY KEY,
    map_id TEXT NOT NULL,
    name TEXT NOT NULL,
    secret TEXT NOT NULL UNIQUE,
    most INTEGER NOT NULL CHECK (most > 0),
    until TEXT NOT NULL,
    revision INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX validation_rounds_by_map ON validation_rounds (map_id, made_at);

-- One who came by the link, on one device; secret is a hash of what the device holds, name what they gave, if anything.
CREATE TABLE round_customers (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    map_id TEXT NOT NULL,
    secret TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    came_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX round_customers_by_round ON round_customers (round_id, came_at);
CREATE INDEX round_customers_by_map ON round_customers (map_id);

-- What one of them said of a moment; who thinks again adds another. about is the moment's text as they read it.
CREATE TABLE round_verdicts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    map_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'contest', 'add')),
    text TEXT NOT NULL DEFAULT '',
    quote TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL,
    said_at TEXT NOT NULL
) STRICT;
CREATE INDEX round_verdicts_by_map ON round_verdicts (map_id, number);
CREATE INDEX round_verdicts_by_customer ON round_verdicts (customer_id);

-- Where evidence can be looked up, and whether somebody who leads has said that a customer is one.
ALTER TABLE moments ADD COLUMN evidence_source TEXT NOT NULL DEFAULT '';
ALTER TABLE needs ADD COLUMN evidence_source TEXT NOT NULL DEFAULT '';
ALTER TABLE participants ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1));
UPDATE participants SET confirmed = 1 WHERE role = 'customer';
