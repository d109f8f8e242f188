-- 0018_minutes: how much of a moment's time is waiting, and what customers say it cost them; the revision of its as-is
-- that a to-be was begun from. Released, so never changed.

-- What was said so far is the time from start to end. How much of it is waiting nobody has said: it stays unknown.
ALTER TABLE moments ADD COLUMN waiting_minutes REAL CHECK (waiting_minutes >= 0);
ALTER TABLE moments ADD COLUMN effort REAL CHECK (effort BETWEEN 1 AND 7);

ALTER TABLE maps ADD COLUMN base_revision INTEGER CHECK (base_revision >= 0);

-- A to-be began from its as-is as that was when the to-be was made.
UPDATE maps SET base_revision = (
    SELECT max(o.revision) FROM operations AS o WHERE o.map_id = maps.as_is_id AND o.made_at <= maps.created_at
) WHERE as_is_id IS NOT NULL;
