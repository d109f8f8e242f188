-- 0013_audit: what happened to people, keys and data, by whom and from where. Released, so never changed.

-- Rows are added, and go when they are old: a row of audit_keeping says until when. Nothing else changes them, but that a name in
-- them is erased. by_id and about_id are ids of people ('owner' too), subject is what an act was about, in words.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    by_id TEXT NOT NULL DEFAULT '',
    by_name TEXT NOT NULL DEFAULT '',
    workshop_id TEXT NOT NULL DEFAULT '',
    about_id TEXT NOT NULL DEFAULT '',
    about_name TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    times INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX audit_by_kind ON audit (kind, number);
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_whom ON audit (about_id) WHERE about_id <> '';
CREATE INDEX audit_by_who ON audit (by_id) WHERE by_id <> '';
CREATE INDEX audit_by_workshop ON audit (workshop_id, number);

CREATE TABLE audit_keeping (one INTEGER PRIMARY KEY CHECK (one = 1), gone_before TEXT NOT NULL) STRICT;
INSERT INTO audit_keeping VALUES (1, '');

CREATE TRIGGER audit_stays AFTER UPDATE ON audit
WHEN old.number IS NOT new.number OR old.at IS NOT new.at OR old.kind IS NOT new.kind OR old.by_id IS NOT new.by_id
    OR old.workshop_id IS NOT new.workshop_id OR old.about_id IS NOT new.about_id OR old.place IS NOT new.place
    OR old.subject IS NOT new.subject OR old.times IS NOT new.times
BEGIN
    SELECT RAISE(ABORT, 'what happened is not written anew');
END;

CREATE TRIGGER audit_goes_when_old BEFORE DELETE ON audit
WHEN old.at >= (SELECT gone_before FROM audit_keeping)
BEGIN
    SELECT RAISE(ABORT, 'what happened is not removed');
END;
