-- 0023_stories: what people decide about the stories of a to-be. Released, so never changed.

-- into_id and stands_after name a story that may be gone, or a moment: then they say nothing.
CREATE TABLE stories (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    moment_id TEXT,
    episode_id TEXT,
    part TEXT NOT NULL CHECK (part IN ('', 'need', 'channel', 'hand')),
    need_id TEXT,
    channel_id TEXT,
    into_id TEXT NOT NULL,
    stands_after TEXT NOT NULL,
    title TEXT NOT NULL,
    title_base TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_base TEXT NOT NULL,
    criteria TEXT NOT NULL,
    criteria_base TEXT NOT NULL,
    notes TEXT NOT NULL,
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    reason TEXT NOT NULL,
    estimate REAL CHECK (estimate >= 0),
    team TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'ready', 'in-progress', 'done')),
    priority TEXT NOT NULL CHECK (priority IN ('', 'highest', 'high', 'medium', 'low')),
    labels TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, moment_id) REFERENCES moments (map_id, id),
    FOREIGN KEY (map_id, episode_id) REFERENCES episodes (map_id, id),
    FOREIGN KEY (map_id, need_id) REFERENCES needs (map_id, id),
    FOREIGN KEY (map_id, channel_id) REFERENCES channels (map_id, id)
) STRICT;
CREATE INDEX stories_by_moment ON stories (map_id, moment_id);
CREATE INDEX stories_by_episode ON stories (map_id, episode_id);
CREATE INDEX stories_by_need ON stories (map_id, need_id);
CREATE INDEX stories_by_channel ON stories (map_id, channel_id);

CREATE TABLE story_links (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    depends_on_id TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, story_id) REFERENCES stories (map_id, id),
    FOREIGN KEY (map_id, depends_on_id) REFERENCES stories (map_id, id)
) STRICT;
CREATE INDEX story_links_by_story ON story_links (map_id, story_id);
CREATE INDEX story_links_by_other ON story_links (map_id, depends_on_id);

CREATE TABLE story_asides (
    number INTEGER PRIMARY KEY,
    map_id TEXT NOT NULL REFERENCES maps (id),
    id TEXT NOT NULL,
    story_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    author TEXT NOT NULL,
    private_in TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule <> ''),
    about TEXT NOT NULL,
    reason TEXT NOT NULL,
    origin TEXT,
    UNIQUE (map_id, id),
    FOREIGN KEY (map_id, story_id) REFERENCES stories (map_id, id)
) STRICT;
CREATE INDEX story_asides_by_story ON story_asides (map_id, story_id);

-- Like those of the other tables: what goes or is hidden leaves the search at once, what comes is gathered after it.
CREATE TRIGGER stories_text_removed AFTER DELETE ON stories BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'stories' AND row_id = old.id;
END;
CREATE TRIGGER stories_text_hidden AFTER UPDATE OF private_in ON stories
WHEN old.private_in = '' AND new.private_in <> '' BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'stories' AND row_id = old.id;
END;
CREATE TRIGGER story_asides_text_removed AFTER DELETE ON story_asides BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'story_asides' AND row_id = old.id;
END;
CREATE TRIGGER story_asides_text_hidden AFTER UPDATE OF private_in ON story_asides
WHEN old.private_in = '' AND new.private_in <> '' BEGIN
    DELETE FROM texts WHERE map_id = old.map_id AND row_table = 'story_asides' AND row_id = old.id;
END;
