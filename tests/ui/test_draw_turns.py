"""Pages are drawn one after another, and none that takes long keeps the others from it."""

import threading
from contextlib import ExitStack
from threading import Event, Thread

import pytest

from journeymap.ui.draw_turns import DrawTurns

WAIT = 30.0


class Page(Thread):
    """A page that is drawn until it is told to end."""

    def __init__(self, turns: DrawTurns) -> None:
        super().__init__(daemon=True)
        self._turns = turns
        self.begun = Event()
        self.end = Event()
        self.start()

    def run(self) -> None:
        with self._turns.taken():
            self.begun.set()
            assert self.end.wait(WAIT)


def test_pages_are_drawn_one_at_a_time() -> None:
    turns, drawing, most = DrawTurns(overtime=WAIT), [], []
    lock = threading.Lock()

    def draw() -> None:
        with turns.taken():
            with lock:
                drawing.append(1)
                most.append(len(drawing))
            with lock:
                drawing.pop()

    threads = [Thread(target=draw) for _ in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(WAIT)
    assert most == [1] * 20


def test_one_that_waits_begins_when_the_one_before_is_drawn() -> None:
    turns = DrawTurns(overtime=WAIT)
    first = Page(turns)
    assert first.begun.wait(WAIT)
    second = Page(turns)
    assert not second.begun.is_set()
    first.end.set()
    assert second.begun.wait(WAIT)
    second.end.set()
    second.join(WAIT)


def test_a_page_that_takes_long_is_waited_for_no_longer_and_frees_no_turn_but_its_own() -> None:
    turns = DrawTurns(overtime=0.01)
    long, second = Page(turns), Page(turns)
    assert long.begun.wait(WAIT)
    assert second.begun.wait(WAIT)
    turns._overtime = WAIT
    long.end.set()
    long.join(WAIT)
    third = Page(turns)
    assert not third.begun.is_set()
    second.end.set()
    assert third.begun.wait(WAIT)
    third.end.set()


def test_a_page_that_fails_gives_its_turn_back() -> None:
    turns = DrawTurns(overtime=WAIT)
    for fault in (ZeroDivisionError, SystemExit):
        with pytest.raises(fault), turns.taken():
            raise fault
    with ExitStack() as stack:
        stack.enter_context(turns.taken())
