-- 0001_tables: the first shape of the database. Released, so never changed: see migrations.py.

CREATE TABLE workshops (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    join_code TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE participants (
    id TEXT NOT NULL PRIMARY KEY,
    workshop_id TEXT REFERENCES workshops (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL
        CHECK (role IN ('owner', 'facilitator', 'co-facilitator', 'participant', 'customer', 'observer')),
    joined_at TEXT NOT NULL
) STRICT;
CREATE INDEX participants_by_workshop ON participants (workshop_id);

CREATE TABLE installation_notes (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE maps (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workshop_id TEXT REFERENCES workshops (id),
    as_is_id TEXT REFERENCES maps (id),
    sample TEXT,
    revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    archived_at TEXT,
    order_key TEXT NOT NULL DEFAULT '',
    title TEXT CHECK (title <> ''),
    kind TEXT NOT NULL DEFAULT 'as-is' CHECK (kind IN ('as-is', 'to-be')),
    language TEXT NOT NULL DEFAULT 'en',
    scope_start TEXT NOT NULL DEFAULT '',
    scope_end TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    origin TEXT
) STRICT;
CREATE INDEX maps_by_workshop ON maps (workshop_id);
CREATE INDEX maps_by_as_is ON maps (as_is_id);

CREATE TABLE personas (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    name TEXT NOT NULL,
    goal TEXT NOT NULL,
    context TEXT NOT NULL,
    segment TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TABLE channels (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    name TEXT NOT NULL,
    owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
    assumed INTEGER NOT NULL CHECK (assumed IN (0, 1)),
    notes TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TABLE episodes (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    title TEXT NOT NULL,
    targeted_valence REAL CHECK (targeted_valence BETWEEN -2 AND 2),
    targeted_label TEXT NOT NULL,
    notes TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TABLE moments (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    episode_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    text TEXT NOT NULL,
    felt_valence REAL CHECK (felt_valence BETWEEN -2 AND 2),
    felt_label TEXT NOT NULL,
    targeted_valence REAL CHECK (targeted_valence BETWEEN -2 AND 2),
    targeted_label TEXT NOT NULL,
    evidence_status TEXT NOT NULL CHECK (evidence_status IN ('assumed', 'internal', 'validated')),
    evidence_by TEXT NOT NULL,
    evidence_on TEXT CHECK (evidence_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    moment_of_truth INTEGER NOT NULL CHECK (moment_of_truth IN (0, 1)),
    optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
    minutes REAL CHECK (minutes >= 0),
    notes TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, episode_id) REFERENCES episodes (map_id, id)
) STRICT;
CREATE INDEX moments_by_episode ON moments (map_id, episode_id);

CREATE TABLE paths (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('happy', 'unhappy', 'loop', 'abandoned')),
    share REAL CHECK (share BETWEEN 0 AND 100),
    origin TEXT,
    UNIQUE (map_id, id)
) STRICT;

CREATE TABLE touchpoints (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    notes TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id),
    FOREIGN KEY (map_id, channel_id) REFERENCES channels (map_id, id)
) STRICT;
CREATE INDEX touchpoints_by_moment ON touchpoints (map_id, moment_id);
CREATE INDEX touchpoints_by_channel ON touchpoints (map_id, channel_id);

CREATE TABLE needs (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    text TEXT NOT NULL,
    evidence_status TEXT NOT NULL CHECK (evidence_status IN ('assumed', 'internal', 'validated')),
    evidence_by TEXT NOT NULL,
    evidence_on TEXT CHECK (evidence_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id)
) STRICT;
CREATE INDEX needs_by_moment ON needs (map_id, moment_id);

CREATE TABLE backstage_steps (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    text TEXT NOT NULL,
    team TEXT NOT NULL,
    system TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id)
) STRICT;
CREATE INDEX backstage_steps_by_moment ON backstage_steps (map_id, moment_id);

CREATE TABLE pain_points (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    text TEXT NOT NULL,
    cause_id TEXT,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id),
    FOREIGN KEY (map_id, cause_id) REFERENCES backstage_steps (map_id, id)
) STRICT;
CREATE INDEX pain_points_by_moment ON pain_points (map_id, moment_id);
CREATE INDEX pain_points_by_cause ON pain_points (map_id, cause_id);

CREATE TABLE communications (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    episode_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    text TEXT NOT NULL,
    tone TEXT NOT NULL,
    channel_id TEXT,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, episode_id) REFERENCES episodes (map_id, id),
    FOREIGN KEY (map_id, channel_id) REFERENCES channels (map_id, id)
) STRICT;
CREATE INDEX communications_by_episode ON communications (map_id, episode_id);
CREATE INDEX communications_by_channel ON communications (map_id, channel_id);

CREATE TABLE path_steps (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    path_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, path_id) REFERENCES paths (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id)
) STRICT;
CREATE INDEX path_steps_by_path ON path_steps (map_id, path_id);
CREATE INDEX path_steps_by_moment ON path_steps (map_id, moment_id);

CREATE TABLE origins (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    moment_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    as_is_id TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id)
) STRICT;
CREATE INDEX origins_by_moment ON origins (map_id, moment_id);

-- Every accepted change, in the order in which it was accepted. The columns new_values, new_value, old_value,
-- old_place, removed_rows and cleared_fields hold JSON; of_batch is the batch that this one undid or redid.
CREATE TABLE operations (
    map_id TEXT NOT NULL REFERENCES maps (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    client TEXT NOT NULL,
    op TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    batch TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('do', 'undo', 'redo')),
    of_batch TEXT,
    change TEXT NOT NULL CHECK (change IN ('add', 'set', 'move', 'remove')),
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
    PRIMARY KEY (map_id, revision),
    UNIQUE (map_id, client, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX operations_by_person ON operations (map_id, made_by, batch);
CREATE INDEX operations_by_batch ON operations (map_id, batch);
