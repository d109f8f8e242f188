"""The silhouettes of many maps by three queries, so that a page of thumbnails reads no whole map."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from journeymap.domain.analysis.silhouette import Silhouette, SilhouetteMoment, silhouette
from journeymap.storage.queries import id_list

_EPISODES = (
    "SELECT map_id, id, title FROM episodes WHERE map_id IN (SELECT value FROM json_each(?))"
    " AND private_in = '' ORDER BY map_id, order_key, id"
)
_MOMENTS = (
    "SELECT m.map_id, m.episode_id, m.text, m.felt_valence,"
    " CASE WHEN m.targeted_valence IS NOT NULL OR m.targeted_label <> ''"
    " THEN m.targeted_valence ELSE e.targeted_valence END, m.moment_of_truth,"
    " m.evidence_status = 'validated', m.origin FROM moments AS m"
    " JOIN episodes AS e ON e.map_id = m.map_id AND e.id = m.episode_id"
    " WHERE m.map_id IN (SELECT value FROM json_each(?)) AND m.private_in = '' ORDER BY m.map_id, m.order_key, m.id"
)
_CHANNELS = (
    "SELECT t.map_id, count(DISTINCT t.channel_id) FROM touchpoints AS t"
    " JOIN moments AS m ON m.map_id = t.map_id AND m.id = t.moment_id AND m.private_in = ''"
    " WHERE t.map_id IN (SELECT value FROM json_each(?)) AND t.private_in = '' GROUP BY t.map_id"
)


def silhouettes(connection: sqlite3.Connection, map_ids: Iterable[str]) -> dict[str, Silhouette]:
    """The silhouette of each of these maps, of what everybody may see."""
    wanted = list(map_ids)
    asked = (id_list(wanted),)
    episodes = _by_map(connection.execute(_EPISODES, asked))
    moments = _by_map(connection.execute(_MOMENTS, asked))
    channels = dict(connection.execute(_CHANNELS, asked).fetchall())
    return {
        one: silhouette(
            [(str(row[1]), str(row[2])) for row in episodes.get(one, ())],
            [_moment(row[1:]) for row in moments.get(one, ())],
            channels.get(one, 0),
        )
        for one in wanted
    }


def _by_map(found: Iterable[tuple[object, ...]]) -> dict[object, list[tuple[object, ...]]]:
    return {map_id: list(rows) for map_id, rows in groupby(found, key=itemgetter(0))}


def _moment(cells: tuple[object, ...]) -> SilhouetteMoment:
    episode, text, felt, aim, truth, validated, origin = cells
    return SilhouetteMoment(
        str(episode),
        str(text),
        _number(felt),
        _number(aim),
        bool(truth),
        bool(validated),
        str(origin) if origin else None,
    )


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None
