"""The database's shape, one migration after another. A released migration is never changed: add the next one.

Each is frozen: it names its tables and columns itself, whatever the domain calls them today.
"""

import json
import sqlite3
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4A4D6170
"""“JMap”: what SQLite keeps in the file's header to say whose file it is."""

SET = "journeymap"


def _run(db: "Database", script: str) -> None:
    """Every statement of a script, inside the caller's transaction.

    sqlite3's own executescript would commit that; sqlite-utils' looks after each letter whether a statement ends there.
    """
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    if statement:
        raise ValueError(f"not ended: {statement}")


def _tables(db: "Database") -> None:
    """Maps and their rows, operations, workshops and people."""
    _run(db, (files("journeymap.storage") / "sql" / "0001_tables.sql").read_text(encoding="utf-8"))


def _search(db: "Database") -> None:
    """Full-text search over whatever people write, without regard to case and accents.

    One table of texts, kept by triggers, so that a hit in a title weighs against a hit in a need.
    """
    _run(
        db,
        """
        CREATE TABLE texts (
            number INTEGER PRIMARY KEY,
            map_id TEXT NOT NULL,
            row_table TEXT NOT NULL,
            row_id TEXT NOT NULL,
            main TEXT NOT NULL,
            more TEXT NOT NULL,
            UNIQUE (map_id, row_table, row_id)
        ) STRICT;
    """,
    )
    db.table("texts").enable_fts(
        ["main", "more"], create_triggers=True, tokenize="unicode61 remove_diacritics 2", fts_version="FTS5"
    )
    for table, (map_id, main, more) in _TEXTS_0002.items():
        _run(db, _gathering(table, map_id, main, more))


_TEXTS_0002 = {
    "maps": ("id", "title", ("scope_start", "scope_end", "notes")),
    "personas": ("map_id", "name", ("goal", "context", "segment")),
    "channels": ("map_id", "name", ("notes",)),
    "episodes": ("map_id", "title", ("notes",)),
    "moments": ("map_id", "text", ("notes",)),
    "touchpoints": ("map_id", "notes", ()),
    "needs": ("map_id", "text", ()),
    "backstage_steps": ("map_id", "text", ("team", "system")),
    "pain_points": ("map_id", "text", ()),
    "communications": ("map_id", "text", ("tone",)),
    "paths": ("map_id", "name", ()),
}


def _gathering(table: str, map_id: str, main: str, more: tuple[str, ...]) -> str:
    """The triggers that keep a table's texts, and what fills them from the rows there are."""
    rest = " || ' ' || ".join(f"new.{name}" for name in more) or "''"
    kept = f"SELECT new.{map_id}, '{table}', new.id, new.{main}, trim({rest})"
    put = f"INSERT INTO texts (map_id, row_table, row_id, main, more) {kept}"
    drop = f"DELETE FROM texts WHERE map_id = old.{map_id} AND row_table = '{table}' AND row_id = old.id;"  # noqa: S608
    filled = f"new.{main} <> ''"
    read = ", ".join((main, *more))
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in (main, *more))
    return f"""
        {put} FROM {table} AS new WHERE {filled};
        CREATE TRIGGER {table}_text_added AFTER INSERT ON {table} WHEN {filled} BEGIN
            {put};
        END;
        CREATE TRIGGER {table}_text_removed AFTER DELETE ON {table} BEGIN
            {drop}
        END;
        CREATE TRIGGER {table}_text_changed AFTER UPDATE OF {read} ON {table} WHEN {differs} BEGIN
            {drop}
            {put} WHERE {filled};
        END;
    """


def _lost(db: "Database") -> None:
    """Whose value, unseen, an operation replaced: they are shown both, and it stays in the history."""
    db.execute("ALTER TABLE operations ADD COLUMN lost_by TEXT")


def _places(db: "Database") -> None:
    """Where people have put nodes of the graph, one place a node and view."""
    _run(db, (files("journeymap.storage") / "sql" / "0004_places.sql").read_text(encoding="utf-8"))


def _private(db: "Database") -> None:
    """Whose each row is, in which step it is hidden, and what a room makes together: votes, verdicts, parked notes.

    What is hidden is not searched: the triggers that gather texts pass it over until it is revealed.
    """
    for table in _ROWS_0005:
        db.execute(f"ALTER TABLE {table} ADD COLUMN author TEXT NOT NULL DEFAULT ''")
        db.execute(f"ALTER TABLE {table} ADD COLUMN private_in TEXT NOT NULL DEFAULT ''")
    _run(db, (files("journeymap.storage") / "sql" / "0005_private.sql").read_text(encoding="utf-8"))
    for table, (map_id, main, more) in {**_TEXTS_0002, **_TEXTS_0005}.items():
        if table != "maps":
            _run(db, _gathering_shown(table, map_id, main, more))


_TEXTS_0005 = {"parked": ("map_id", "text", ()), "verdicts": ("map_id", "note", ())}
_ROWS_0005 = (
    "personas", "channels", "episodes", "moments", "paths", "touchpoints", "needs", "backstage_steps", "pain_points",
    "communications", "path_steps", "origins", "places",
)  # fmt: skip


def _gathering_shown(table: str, map_id: str, main: str, more: tuple[str, ...]) -> str:
    """The triggers that keep the texts of a table's rows that everybody may see."""
    rest = " || ' ' || ".join(f"new.{name}" for name in more) or "''"
    kept = f"SELECT new.{map_id}, '{table}', new.id, new.{main}, trim({rest})"
    put = f"INSERT INTO texts (map_id, row_table, row_id, main, more) {kept}"
    drop = f"DELETE FROM texts WHERE map_id = old.{map_id} AND row_table = '{table}' AND row_id = old.id;"  # noqa: S608
    shown = f"new.{main} <> '' AND new.private_in = ''"
    read = (main, *more, "private_in")
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in read)
    triggers = "".join(f"DROP TRIGGER IF EXISTS {table}_text_{did};" for did in ("added", "removed", "changed"))
    return f"""
        {triggers}
        CREATE TRIGGER {table}_text_added AFTER INSERT ON {table} WHEN {shown} BEGIN
            {put};
        END;
        CREATE TRIGGER {table}_text_removed AFTER DELETE ON {table} BEGIN
            {drop}
        END;
        CREATE TRIGGER {table}_text_changed AFTER UPDATE OF {", ".join(read)} ON {table} WHEN {differs} BEGIN
            {drop}
            {put} WHERE {shown};
        END;
    """


def _rooms(db: "Database") -> None:
    """A workshop's agenda and state, what people do, who was removed, claims of a second device, saved agendas."""
    _run(db, (files("journeymap.storage") / "sql" / "0006_rooms.sql").read_text(encoding="utf-8"))
    for person, name in list(db.execute("SELECT id, name FROM participants")):
        key = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
        db.execute("UPDATE participants SET name_key = ? WHERE id = ?", (key, person))


def _identity(db: "Database") -> None:
    """What a map is known by in other installations too, and the as-is a to-be still waits for.

    A map made here is known by its id: the column then says nothing.
    """
    for column in ("identity", "designed_from", "designed_from_title"):
        db.execute(f"ALTER TABLE maps ADD COLUMN {column} TEXT")
    db.execute("CREATE INDEX maps_by_identity ON maps (coalesce(identity, id))")
    db.execute("CREATE INDEX maps_by_designed_from ON maps (designed_from)")


def _insiders(db: "Database") -> None:
    """What each person can undo, what people were called, how often a map was changed by an erasure."""
    _run(db, (files("journeymap.storage") / "sql" / "0008_insiders.sql").read_text(encoding="utf-8"))
    stacks: dict[tuple[str, str], tuple[dict[str, int], dict[str, int]]] = {}
    found = db.execute(
        "SELECT map_id, min(revision) AS first, made_by, batch, act, of_batch FROM operations"
        " GROUP BY map_id, batch ORDER BY map_id, first"
    )
    for map_id, first, by, batch, act, of in list(found):
        db.execute("INSERT INTO acts (map_id, number, made_by, batch) VALUES (?, ?, ?, ?)", (map_id, first, by, batch))
        undo, redo = stacks.setdefault((map_id, by), ({}, {}))
        if act == "do":
            redo.clear()
        (redo if act == "redo" else undo).pop(of, None)
        if first > 1:  # that there is a map cannot be undone
            (redo if act == "undo" else undo)[batch] = first
    for (map_id, _), kept in stacks.items():
        for name, batches in zip(("undo", "redo"), kept, strict=True):
            numbers = [(name, map_id, first) for first in list(batches.values())[-_BACK_0008:]]
            for one in numbers:
                db.execute("UPDATE acts SET stack = ? WHERE map_id = ? AND number = ?", one)


_BACK_0008 = 200


def _gathered(db: "Database") -> None:
    """The texts that are searched are gathered after the commit: how far, map by map.

    What is removed or hidden leaves the search in the same moment, as before: only what comes is gathered later.
    """
    _run(
        db,
        """
        CREATE TABLE gathered (
            map_id TEXT NOT NULL PRIMARY KEY REFERENCES maps (id),
            revision INTEGER NOT NULL CHECK (revision >= 0),
            part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO gathered SELECT id, revision, 0 FROM maps;
        DROP INDEX operations_by_person;
    """,
    )
    for table in ("maps", *_GATHERED_0009):
        _run(db, f"DROP TRIGGER {table}_text_added; DROP TRIGGER {table}_text_changed;")
    for table in _GATHERED_0009:
        drop = f"DELETE FROM texts WHERE map_id = old.map_id AND row_table = '{table}' AND row_id = old.id"  # noqa: S608
        _run(
            db,
            f"""
            CREATE TRIGGER {table}_text_hidden AFTER UPDATE OF private_in ON {table}
            WHEN old.private_in = '' AND new.private_in <> '' BEGIN
                {drop};
            END;
            """,
        )


_GATHERED_0009 = (
    "personas", "channels", "episodes", "moments", "touchpoints", "needs", "backstage_steps", "pain_points",
    "communications", "paths", "parked", "verdicts",
)  # fmt: skip


def _unmade(db: "Database") -> None:
    """A large map is made in parts: until it is whole nobody sees it."""
    db.execute("ALTER TABLE maps ADD COLUMN made INTEGER NOT NULL DEFAULT 1 CHECK (made IN (0, 1))")
    db.execute("CREATE INDEX maps_unmade ON maps (created_at) WHERE made = 0")


def _sessions(db: "Database") -> None:
    """Who is signed in on which device, so that it can be ended; links that sign a device in once."""
    _run(db, (files("journeymap.storage") / "sql" / "0011_sessions.sql").read_text(encoding="utf-8"))


def _waiting(db: "Database") -> None:
    """People who wait to be let into a workshop."""
    _run(db, (files("journeymap.storage") / "sql" / "0012_waiting.sql").read_text(encoding="utf-8"))


def _audit(db: "Database") -> None:
    """What happened to people, keys and data: added to, and never written anew."""
    _run(db, (files("journeymap.storage") / "sql" / "0013_audit.sql").read_text(encoding="utf-8"))


def _pictures(db: "Database") -> None:
    """The persona's quote and picture; pictures are kept beside the rows."""
    _run(db, (files("journeymap.storage") / "sql" / "0014_pictures.sql").read_text(encoding="utf-8"))


_LOGGED_0015 = """
    INSERT INTO operations (map_id, client, made_by, made_at, batch, row_id, author, private_in,
        revision, op, change, row_table, act, order_key, field, new_values, removed_rows)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, 'do', ?12, '', ?13, ?14)
"""


def _decisions(db: "Database") -> None:
    """Decisions are rows of their own. Notes of the parking lot that were some become one, each with its id.

    The log says so, too: whatever is replayed from it leads to the same map.
    """
    _run(db, (files("journeymap.storage") / "sql" / "0015_decisions.sql").read_text(encoding="utf-8"))
    found = db.execute(
        "SELECT p.map_id, p.id, p.order_key, p.author, p.private_in, p.text, p.origin, m.revision, m.changed_at"
        " FROM parked AS p JOIN maps AS m ON m.id = p.map_id WHERE p.kind = 'decision' ORDER BY p.map_id, p.order_key"
    ).fetchall()
    done: dict[str, int] = {}
    for map_id, row_id, key, author, private, text, origin, last, at in found:
        first = done.get(map_id, last) + 1
        done[map_id] = first + 1
        before = {"text": text, "kind": "decision", "origin": origin}
        whose = {"author": author, "private": private}
        kept = [{"table": "parked", "id": row_id, "parent": None, "after": None, "key": key, "values": before, **whose}]
        values = {"text": text, "owner": "", "review_on": None, "origin": origin}
        common = (map_id, "0015", author, at, f"0015-{row_id}", row_id, *whose.values())
        db.execute(_LOGGED_0015, (*common, first, "remove", "parked", "", None, json.dumps(kept)))
        db.execute(_LOGGED_0015, (*common, first + 1, "add", "decisions", key, json.dumps(values), None))
        db.execute(
            "INSERT INTO acts (map_id, number, made_by, batch) VALUES (?, ?, ?, ?)", (map_id, first, author, common[4])
        )
        db.execute("DELETE FROM parked WHERE map_id = ? AND id = ?", (map_id, row_id))
        db.execute(
            "INSERT INTO decisions (map_id, id, order_key, author, private_in, text, owner, origin)"
            " VALUES (?, ?, ?, ?, ?, ?, '', ?)",
            (map_id, row_id, key, author, private, text, origin),
        )
        db.execute("UPDATE maps SET revision = ? WHERE id = ?", (done[map_id], map_id))


def _view_links(db: "Database") -> None:
    """Links by which anybody who has one reads a map and nothing else."""
    _run(db, (files("journeymap.storage") / "sql" / "0016_view_links.sql").read_text(encoding="utf-8"))


def _proposals(db: "Database") -> None:
    """What people think should become of each moment of today."""
    _run(db, (files("journeymap.storage") / "sql" / "0017_proposals.sql").read_text(encoding="utf-8"))


def _minutes(db: "Database") -> None:
    """How much of a moment is waiting, its effort as customers say it, and where a to-be began from."""
    _run(db, (files("journeymap.storage") / "sql" / "0018_minutes.sql").read_text(encoding="utf-8"))


def _validation(db: "Database") -> None:
    """Where a map stands and who said so, rounds of customers, where evidence comes from, confirmed customers."""
    _run(db, (files("journeymap.storage") / "sql" / "0019_validation.sql").read_text(encoding="utf-8"))


def _dispositions(db: "Database") -> None:
    """What was decided about each moment of the as-is."""
    _run(db, (files("journeymap.storage") / "sql" / "0020_dispositions.sql").read_text(encoding="utf-8"))


def _bases(db: "Database") -> None:
    """Of which map the revision is that a to-be began from, where that is not its as-is."""
    _run(db, (files("journeymap.storage") / "sql" / "0021_bases.sql").read_text(encoding="utf-8"))


def _earlier_link(db: "Database") -> None:
    """What a map was linked to before it was linked otherwise."""
    _run(db, (files("journeymap.storage") / "sql" / "0022_earlier_link.sql").read_text(encoding="utf-8"))


def _stories(db: "Database") -> None:
    """What people decide about the stories of a to-be."""
    _run(db, (files("journeymap.storage") / "sql" / "0023_stories.sql").read_text(encoding="utf-8"))


def _trackers(db: "Database") -> None:
    """What stands in trackers of the stories of a map, and the last run of each."""
    _run(db, (files("journeymap.storage") / "sql" / "0024_trackers.sql").read_text(encoding="utf-8"))


STEPS = {
    "0001_tables": _tables,
    "0002_search": _search,
    "0003_lost": _lost,
    "0004_places": _places,
    "0005_private": _private,
    "0006_rooms": _rooms,
    "0007_identity": _identity,
    "0008_insiders": _insiders,
    "0009_gathered": _gathered,
    "0010_unmade": _unmade,
    "0011_sessions": _sessions,
    "0012_waiting": _waiting,
    "0013_audit": _audit,
    "0014_pictures": _pictures,
    "0015_decisions": _decisions,
    "0016_view_links": _view_links,
    "0017_proposals": _proposals,
    "0018_minutes": _minutes,
    "0019_validation": _validation,
    "0020_dispositions": _dispositions,
    "0021_bases": _bases,
    "0022_earlier_link": _earlier_link,
    "0023_stories": _stories,
    "0024_trackers": _trackers,
}
"""Every migration by its name, in order."""


def applied(connection: sqlite3.Connection) -> list[str]:
    """The migrations that this database has had; it is only read."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return []
    found = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (SET,))
    return [name for (name,) in found]


def pending(connection: sqlite3.Connection) -> list[str]:
    """The migrations that are still to come."""
    had = set(applied(connection))
    return [name for name in STEPS if name not in had]


def apply(connection: sqlite3.Connection, *, before: str | None = None) -> None:
    """Bring the database to the newest shape, inside the caller's transaction; or to the one before `before`."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - it loads pandas, a second of every start

    migrations = Migrations(SET)
    for name, step in STEPS.items():
        migrations(name=name)(step)
    migrations.apply(Database(connection), stop_before=before)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(applied(connection))}")
