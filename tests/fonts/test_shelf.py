"""The files are made once, whole, and never of anything but the packages that bring the typeface."""

import subprocess
import threading
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from journeymap.fonts import shelf
from journeymap.fonts.families import FAMILY, LATIN, PRINTED
from journeymap.fonts.shelf import face, printed


@pytest.fixture
def empty_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A machine on which nothing was made yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shelf.folder.cache_clear()
    yield tmp_path
    shelf.folder.cache_clear()


def test_a_face_is_made_once_however_many_ask_for_it(empty_shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    run = subprocess.run

    def counted(*words, **more):
        runs.append(words)
        return run(*words, **more)

    monkeypatch.setattr("journeymap.fonts.shelf.subprocess.run", counted)
    asking = [threading.Thread(target=face, args=(LATIN,)) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert face(LATIN).is_relative_to(empty_shelf)
    assert len(runs) == 1
    assert [path.name for path in face(LATIN).parent.iterdir()] == ["latin.woff2"]


def test_it_comes_out_the_same_wherever_it_is_made(empty_shelf: Path) -> None:
    here = face(LATIN).read_bytes()
    face(LATIN).unlink()
    assert face(LATIN).read_bytes() == here


def test_where_nothing_may_be_kept_it_is_made_for_this_run(empty_shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty_shelf / "a-file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(empty_shelf / "a-file"))
    shelf.folder.cache_clear()
    aside = shelf.folder()
    assert aside.is_dir()
    assert not aside.is_relative_to(empty_shelf)


@pytest.mark.usefixtures("empty_shelf")
def test_what_fails_leaves_nothing_half_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "source", lambda package: Path("/no/such.ttf"))
    with pytest.raises(RuntimeError, match="such"):
        face(LATIN)
    assert list(shelf.folder().iterdir()) == []


@pytest.mark.parametrize(("style", "weight"), PRINTED.items())
def test_programs_that_draw_here_are_handed_the_whole_family_as_truetype(style: str, weight: int) -> None:
    font = TTFont(printed() / f"{style}.ttf")
    assert (font["name"].getDebugName(1), font["name"].getDebugName(2)) == (FAMILY, style.capitalize())
    assert (font.flavor, font["OS/2"].usWeightClass) == (None, weight)
    assert "fvar" not in font
    signs = font.getBestCmap()
    assert all(ord(c) in signs for c in "aÉŽ→✓ЖΩلا€−")
