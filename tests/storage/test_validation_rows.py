"""What customers said in rounds is counted in the database, and each one's last word counts."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from journeymap.domain.model.validation import RoundVerdict
from journeymap.storage.validation_rows import ValidationWriter

SCHEMA = Path("journeymap/storage/sql/0019_validation.sql")


def word(customer: str, moment: str, verdict: str) -> RoundVerdict:
    return RoundVerdict("map", customer[0], customer, moment, verdict, "", "", "", 1, "2026-05-04")  # type: ignore[arg-type]


WORDS = st.lists(
    st.builds(
        word,
        st.sampled_from(["anna", "bas", "cleo"]),
        st.sampled_from(["m", "n", "gone"]),
        st.sampled_from(["confirm", "contest", "add"]),
    ),
    max_size=30,
)


@contextmanager
def kept(said: Sequence[RoundVerdict]) -> Iterator[ValidationWriter]:
    """These words, in a database of their own."""
    with closing(sqlite3.connect(":memory:")) as db:
        schema = SCHEMA.read_text()
        start = schema.index("CREATE TABLE round_verdicts")
        db.executescript(schema[start : schema.index(";", start) + 1])
        found = ValidationWriter(db)
        for one in said:
            found.add_verdict(one)
        yield found


@given(WORDS)
def test_each_customer_counts_once_for_a_moment_with_their_last_word(said: list[RoundVerdict]) -> None:
    with kept(said) as found:
        mark, counts = found.tally("map")
        assert mark == found.mark("map") == (len(said), len(said))
        confirming = found.confirming_rounds("map")
    assert set(counts) == {one.moment_id for one in said}
    for moment, count in counts.items():
        mine = [one for one in said if one.moment_id == moment]
        last = {one.customer_id: one.verdict for one in mine if one.verdict != "add"}
        tally = Counter(last.values())
        assert (count.confirmed, count.contested) == (tally["confirm"], tally["contest"])
        assert count.added == sum(one.verdict == "add" for one in mine)
        assert count.validated == (tally["confirm"] > 0 and tally["contest"] == 0)
        assert set(confirming.get(moment, ())) == {who[0] for who, verdict in last.items() if verdict == "confirm"}


@given(WORDS)
def test_a_judge_is_who_said_more_than_what_is_missing(said: list[RoundVerdict]) -> None:
    judged = {one.customer_id for one in said if one.verdict != "add" and one.moment_id in ("m", "n")}
    with kept(said) as found:
        assert found.judges("map", ["m", "n"]) == len(judged)
