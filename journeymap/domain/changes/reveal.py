"""The reveal: what was hidden in a step, as everybody is shown it."""

from collections.abc import Collection, Mapping

from journeymap.domain.model.copies import made_of, with_fields
from journeymap.domain.model.journey import Journey
from journeymap.domain.model.operations import STEPS, Effect, Kept
from journeymap.domain.model.rows import Row, Touchpoint, Vote
from journeymap.domain.model.visibility import SILENT_TABLES
from journeymap.domain.text.normalize import plain


def revealed(journey: Journey, step_id: str) -> Effect:
    """What was hidden in a step, in the order in which it can be put in place.

    What several people made alike, unseen by each other, is shown once: channels of one name, so that what
    went through one goes through the one that stays, and then touchpoints. Whatever refers to a hidden channel
    is as hidden as it is, so it is all shown here. Votes without a name stay what they are, nobody's but the
    voter's: only their counts are told.
    """
    shown = {(r.table, r.id) for r in journey.private_rows() if r.private == step_id and not _is_secret_vote(r)}
    united = same_channels(journey, {row_id for table, row_id in shown if table == "channels"})
    gone = _twins(journey, shown, united)
    shown -= {("touchpoints", row_id) for row_id in gone} | {("channels", row_id) for row_id in united}
    kept = []
    for table, order in journey.order.items():
        for ids in order.values():
            before = None
            for row in (journey.tables[table][row_id] for row_id in ids):
                if (table, row.id) in shown:
                    kept.append(_kept(row, before, united))
                if not row.private or (table, row.id) in shown:
                    before = row.id
    values = {name: found for name, found in (("gone", gone), ("united", united)) if found}
    return with_fields(Effect(do="reveal", table=STEPS, id=step_id, values=values), kept=tuple(kept))


def still_hidden(journey: Journey, reveal: Effect) -> list[tuple[Row, str]]:
    """What stays hidden, of another step, in front of what is shown; and behind which shown row it can stand.

    A shown row is said to stand behind one that everybody sees. Whoever knows of a hidden one between the
    two would have them in another order than the map has. The order of votes says nothing.
    """
    shown = {kept.id for kept in reveal.kept}
    gone = {*reveal.values.get("gone", ()), *reveal.values.get("united", ())}
    found: list[tuple[Row, str]] = []
    for table, parent in dict.fromkeys((kept.table, kept.parent) for kept in reveal.kept):
        behind = ""
        for row_id in reversed(journey.siblings(table, parent) if table not in SILENT_TABLES else ()):
            row = journey.tables[table][row_id]
            if row_id in shown:
                behind = behind or row_id
            elif row.private and row_id not in gone:
                found += [(row, behind)] if behind else []
            elif not row.private:
                behind = ""
    return found


def _kept(row: Row, after: str | None, united: Mapping[str, str]) -> Kept:
    """A row as everybody is shown it."""
    values = row.values()
    if values.get("channel") in united:
        values["channel"] = united[values["channel"]]
    return made_of(
        Kept,
        {
            "table": row.table,
            "id": row.id,
            "parent": row.parent,
            "after": after,
            "key": row.key,
            "values": values,
            "author": row.author,
            "private": "",
        },
    )


def _is_secret_vote(row: Row) -> bool:
    return isinstance(row, Vote) and not row.named


def _twins(journey: Journey, shown: Collection[tuple[str, str]], united: Mapping[str, str]) -> list[str]:
    """The touchpoints that would appear twice once these rows are shown and these channels are merged."""
    met: set[tuple[str | None, str]] = set()
    gone = []
    rows = [row for row in journey.tables["touchpoints"].values() if isinstance(row, Touchpoint)]
    for row in sorted(rows, key=lambda row: (("touchpoints", row.id) in shown, row.key, row.id)):
        if row.private and ("touchpoints", row.id) not in shown:
            continue
        place = (row.parent, united.get(row.channel, row.channel))
        if place in met:
            gone.append(row.id)
        met.add(place)
    return gone


def same_channels(journey: Journey, shown: Collection[str]) -> dict[str, str]:
    """Which of these hidden channels have the same name as another one, and which one that is.

    People who write alone name one channel several times. The one that stays is one that everybody
    sees, else the first of those that are about to be `shown`.
    """
    if not shown:
        return {}
    seen = [channel for channel in journey.channels if not channel.private]
    stays: dict[str, str] = {}
    for channel in (*seen, *(channel for channel in journey.channels if channel.id in shown)):
        stays.setdefault(plain(channel.name), channel.id)
    named = ((channel, stays[plain(channel.name)]) for channel in journey.channels if channel.id in shown)
    return {channel.id: into for channel, into in named if channel.id != into}
