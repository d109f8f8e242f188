-- A database as the first release made it (0001_tables), with data. Never changed: an old file has to open.
PRAGMA application_id = 1246585200;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'journeymap','0001_tables','2026-01-02 12:00:00+00:00');
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
INSERT INTO "channels" VALUES(1,'map','phone','a0','Phone',1,0,'',NULL);
INSERT INTO "channels" VALUES(2,'map','desk','a1','Desk',0,0,'',NULL);
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
INSERT INTO "communications" VALUES(1,'map','welcome','there','a0','Welcome!','','desk',NULL);
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
INSERT INTO "episodes" VALUES(1,'map','before','a0','Before the visit',1.0,'','',NULL);
INSERT INTO "episodes" VALUES(2,'map','there','a1','At the park',NULL,'','',NULL);
CREATE TABLE installation_notes (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "installation_notes" VALUES('samples','park');
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
INSERT INTO "maps" VALUES(1,'map','w1',NULL,'park',23,'2026-01-02T12:00:00.000Z','2026-01-02T03:04:05.678901+00:00',NULL,'a0','A visit to the park','as-is','en','','','What we heard at the desk.',NULL);
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
INSERT INTO "moments" VALUES(1,'map','call','before','a0','I call the desk',-1.5,'',NULL,'','assumed','',NULL,0,0,NULL,'Café, 🌳 and “quotes”,
in two lines.',NULL);
INSERT INTO "moments" VALUES(2,'map','arrive','before','Zz','I arrive',NULL,'',NULL,'','assumed','','2026-01-02',1,0,12.5,'',NULL);
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
INSERT INTO "needs" VALUES(1,'map','sure','call','a0','be sure there is a place','assumed','',NULL,NULL);
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
INSERT INTO "operations" VALUES('map',1,'client','op-1','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','maps','map',NULL,NULL,'a0','','{"origin":null,"title":"A visit to the park","kind":"as-is","language":"en","scope_start":"","scope_end":"","notes":"What we heard at the desk."}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',2,'client','op-2','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','personas','persona',NULL,NULL,'a0','','{"origin":null,"name":"Noor","goal":"a day outside","context":"","segment":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',3,'client','op-3','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','channels','phone',NULL,NULL,'a0','','{"origin":null,"name":"Phone","owned":true,"assumed":false,"notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',4,'client','op-4','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','channels','desk',NULL,'phone','a1','','{"origin":null,"name":"Desk","owned":false,"assumed":false,"notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',5,'client','op-5','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','episodes','before',NULL,NULL,'a0','','{"origin":null,"title":"Before the visit","targeted_valence":1.0,"targeted_label":"","notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',6,'client','op-6','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','episodes','there',NULL,'before','a1','','{"origin":null,"title":"At the park","targeted_valence":null,"targeted_label":"","notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',7,'client','op-7','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','moments','call','before',NULL,'a0','','{"origin":null,"evidence_status":"assumed","evidence_by":"","evidence_on":null,"text":"I call the desk","felt_valence":-1.5,"felt_label":"","targeted_valence":null,"targeted_label":"","moment_of_truth":false,"optional":false,"minutes":null,"notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',8,'client','op-8','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','moments','arrive','there',NULL,'a0','','{"origin":null,"evidence_status":"assumed","evidence_by":"","evidence_on":null,"text":"I arrive","felt_valence":null,"felt_label":"","targeted_valence":null,"targeted_label":"","moment_of_truth":true,"optional":false,"minutes":null,"notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',9,'client','op-9','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','touchpoints','call-phone','call',NULL,'a0','','{"origin":null,"channel":"phone","notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',10,'client','op-10','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','touchpoints','arrive-desk','arrive',NULL,'a0','','{"origin":null,"channel":"desk","notes":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',11,'client','op-11','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','needs','sure','call',NULL,'a0','','{"origin":null,"evidence_status":"assumed","evidence_by":"","evidence_on":null,"text":"be sure there is a place"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',12,'client','op-12','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','backstage_steps','planning','call',NULL,'a0','','{"origin":null,"text":"look in the planning","team":"","system":""}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',13,'client','op-13','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','pain_points','waiting','call',NULL,'a0','','{"origin":null,"text":"ten minutes of music","cause":"planning"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',14,'client','op-14','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','communications','welcome','there',NULL,'a0','','{"origin":null,"text":"Welcome!","tone":"","channel":"desk"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',15,'client','op-15','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','paths','happy',NULL,NULL,'a0','','{"origin":null,"name":"Most people","kind":"happy","share":70.0}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',16,'client','op-16','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','path_steps','step-1','happy',NULL,'a0','','{"origin":null,"moment":"call"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',17,'client','op-17','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','path_steps','step-2','happy','step-1','a1','','{"origin":null,"moment":"arrive"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',18,'client','op-18','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'add','origins','merged','arrive',NULL,'a0','','{"origin":null,"as_is":"as-is-1"}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',19,'client','op-19','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'set','moments','call',NULL,NULL,'','notes',NULL,'"Café, 🌳 and “quotes”,\nin two lines."','""',NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',20,'client','op-20','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'set','moments','arrive',NULL,NULL,'','evidence_on',NULL,'"2026-01-02"',NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',21,'client','op-21','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'set','moments','arrive',NULL,NULL,'','minutes',NULL,'12.5',NULL,NULL,NULL,NULL);
INSERT INTO "operations" VALUES('map',22,'client','op-22','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'move','moments','arrive','before',NULL,'Zz','',NULL,NULL,NULL,'{"parent":"there","after":null,"key":"a0"}',NULL,NULL);
INSERT INTO "operations" VALUES('map',23,'client','op-23','anna','2026-01-02T03:04:05.678901+00:00','first','do',NULL,'remove','backstage_steps','planning',NULL,NULL,'','',NULL,NULL,NULL,NULL,'[{"table":"backstage_steps","id":"planning","parent":"call","after":null,"key":"a0","values":{"origin":null,"text":"look in the planning","team":"","system":""}}]','[{"table":"pain_points","id":"waiting","field":"cause","value":"planning"}]');
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
INSERT INTO "origins" VALUES(1,'map','merged','arrive','a0','as-is-1',NULL);
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
INSERT INTO "pain_points" VALUES(1,'map','waiting','call','a0','ten minutes of music',NULL,NULL);
CREATE TABLE participants (
    id TEXT NOT NULL PRIMARY KEY,
    workshop_id TEXT REFERENCES workshops (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL
        CHECK (role IN ('owner', 'facilitator', 'co-facilitator', 'participant', 'customer', 'observer')),
    joined_at TEXT NOT NULL
) STRICT;
INSERT INTO "participants" VALUES('anna','w1','Anna','facilitator','2026-01-02T12:00:00.000Z');
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
INSERT INTO "path_steps" VALUES(1,'map','step-1','happy','a0','call',NULL);
INSERT INTO "path_steps" VALUES(2,'map','step-2','happy','a1','arrive',NULL);
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
INSERT INTO "paths" VALUES(1,'map','happy','a0','Most people','happy',70.0,NULL);
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
INSERT INTO "personas" VALUES(1,'map','persona','a0','Noor','a day outside','','',NULL);
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
INSERT INTO "touchpoints" VALUES(1,'map','call-phone','call','a0','phone','',NULL);
INSERT INTO "touchpoints" VALUES(2,'map','arrive-desk','arrive','a0','desk','',NULL);
CREATE TABLE workshops (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    join_code TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO "workshops" VALUES('w1','The park','quiet-heron-42','2026-01-02T12:00:00.000Z');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX participants_by_workshop ON participants (workshop_id);
CREATE INDEX maps_by_workshop ON maps (workshop_id);
CREATE INDEX maps_by_as_is ON maps (as_is_id);
CREATE INDEX moments_by_episode ON moments (map_id, episode_id);
CREATE INDEX touchpoints_by_moment ON touchpoints (map_id, moment_id);
CREATE INDEX touchpoints_by_channel ON touchpoints (map_id, channel_id);
CREATE INDEX needs_by_moment ON needs (map_id, moment_id);
CREATE INDEX backstage_steps_by_moment ON backstage_steps (map_id, moment_id);
CREATE INDEX pain_points_by_moment ON pain_points (map_id, moment_id);
CREATE INDEX pain_points_by_cause ON pain_points (map_id, cause_id);
CREATE INDEX communications_by_episode ON communications (map_id, episode_id);
CREATE INDEX communications_by_channel ON communications (map_id, channel_id);
CREATE INDEX path_steps_by_path ON path_steps (map_id, path_id);
CREATE INDEX path_steps_by_moment ON path_steps (map_id, moment_id);
CREATE INDEX origins_by_moment ON origins (map_id, moment_id);
CREATE INDEX operations_by_person ON operations (map_id, made_by, batch);
CREATE INDEX operations_by_batch ON operations (map_id, batch);
COMMIT;
