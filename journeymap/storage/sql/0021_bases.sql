-- 0021_bases: a to-be that was copied into another workshop with its as-is began from a revision of the as-is that was
-- copied, and not of the copy. Released, so never changed.

ALTER TABLE maps ADD COLUMN base_map_id TEXT REFERENCES maps (id);
CREATE INDEX maps_base ON maps (base_map_id) WHERE base_map_id IS NOT NULL;
