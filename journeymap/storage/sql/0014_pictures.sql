-- 0014_pictures: what the persona would say, and a picture of them. Released, so never changed.

ALTER TABLE personas ADD COLUMN quote TEXT NOT NULL DEFAULT '';
ALTER TABLE personas ADD COLUMN picture TEXT NOT NULL DEFAULT '';

-- A picture is named by its bytes and kept once a map; rows and operations hold its name alone. Nobody stands in here who sent it.
CREATE TABLE pictures (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    map_id TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (map_id, name)
) STRICT;
CREATE INDEX pictures_by_name ON pictures (name);

-- A copy of a map, or a to-be designed from it, has the picture too.
CREATE TRIGGER personas_picture_came AFTER INSERT ON personas WHEN new.picture <> '' BEGIN
    INSERT OR IGNORE INTO pictures (map_id, name, content)
        SELECT new.map_id, name, content FROM pictures WHERE name = new.picture LIMIT 1;
END;
