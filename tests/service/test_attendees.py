"""Who is here: by a live connection, or by a screen that is open."""

from journeymap.service.attendees import LOOKING, Here


def test_who_has_a_connection_or_a_screen_open_is_here() -> None:
    now = [100.0]
    here = Here(clock=lambda: now[0])
    here.told_by(lambda: {"mila"})
    here.look("ilse")
    assert here.people() == frozenset({"mila", "ilse"})
    now[0] += LOOKING - 1
    here.look("noor")
    now[0] += 1
    assert here.people() == frozenset({"mila", "noor"})


def test_where_nothing_holds_sockets_nobody_knows() -> None:
    here = Here()
    here.look("ilse")
    assert here.people() is None
    here.told_by(lambda: ())
    assert here.people() == frozenset({"ilse"})
    here.told_by(None)
    assert here.people() is None
