-- 0004_places: where people have put nodes of the graph. Released, so never changed: see migrations.py.

CREATE TABLE places (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    view TEXT NOT NULL,
    node TEXT NOT NULL CHECK (node <> ''),
    x REAL NOT NULL CHECK (abs(x) <= 1000000),
    y REAL NOT NULL CHECK (abs(y) <= 1000000),
    origin TEXT,
    UNIQUE (map_id, id),
    UNIQUE (map_id, view, node)
) STRICT;
