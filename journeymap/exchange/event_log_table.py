"""Tables that are no map: a row for everything that happened to somebody."""

from journeymap.exchange.column_synonyms import plain
from journeymap.exchange.table import Table
from journeymap.exchange.time_lengths import are_stamps

_OF_XES = frozenset({"case concept name", "concept name", "time timestamp", "org resource", "lifecycle transition"})
_CASES = frozenset(
    {
        *("case", "case id", "caseid", "trace", "trace id", "session", "session id", "visitor id", "user id"),
        *(
            "customer id",
            "klant id",
            "klantnummer",
            "zaak",
            "zaaknummer",
            "sessie",
            "dossier",
            "dossiernummer",
            "order id",
        ),
    }
)


def looks_like_event_log(table: Table) -> bool:
    """Whether its rows are events of cases: a case that returns, and a date and time in most of its rows."""
    names = {plain(name): name for name in table.header}
    if len(_OF_XES & set(names)) > 1:
        return True
    cases = [names[name] for name in names if name in _CASES]
    stamped = any(are_stamps(table.column(name)) and _has_times(table.column(name)) for name in table.header)
    return stamped and any(0 < len(set(table.column(name))) < len(table.rows) for name in cases)


def _has_times(cells: tuple[str, ...]) -> bool:
    return 2 * sum(":" in cell for cell in cells) > len(cells)
