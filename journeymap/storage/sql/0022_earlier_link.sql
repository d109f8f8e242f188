-- 0022_earlier_link: what a map was linked to before it was linked otherwise, so that this can be taken back.
-- Released, so never changed.

ALTER TABLE maps ADD COLUMN earlier_link TEXT CHECK (earlier_link IS NULL OR json_valid(earlier_link));
