"""Several processes on one file give one sequence."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journeymap.storage.sqlite_store import open_store
from tests.support.server_process import ROOT
from tests.support.writer_process import MAP_ID

pytestmark = pytest.mark.slow

WAIT = 120.0


@pytest.mark.parametrize(("there", "processes"), [(False, 2), (True, 4)])
def test_several_processes_on_one_file_give_one_sequence(tmp_path: Path, there: bool, processes: int) -> None:
    """They all start at once: one makes the database, where there is none, one the map, and all write to it."""
    path = tmp_path / "journeymap.db"
    if there:
        open_store(path).close()
    writing = [sys.executable, "-W", "error", "-m", "tests.support.writer_process", str(path)]
    started = [
        subprocess.Popen(
            [*writing, f"p{n}", "2", "40"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for n in range(processes)
    ]
    said: list[tuple[int, str]] = []
    for process in started:
        out, faults = process.communicate(timeout=WAIT)
        assert (process.returncode, faults) == (0, "")
        said.extend((int(revision), need) for revision, need in map(str.split, out.splitlines()))
    with closing(open_store(path)) as store:
        log = store.operations(MAP_ID)
        assert [operation.revision for operation in log] == list(range(1, 3 + processes * 80 + 1))
        assert sorted(said) == [(operation.revision, operation.id) for operation in log[3:]]
        assert store.journey(MAP_ID) == store.journey_at(MAP_ID, len(log))


def test_a_process_sees_what_another_wrote_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "journeymap.db"
    with closing(open_store(path)) as store:
        writing = [sys.executable, "-m", "tests.support.writer_process", str(path), "other", "1", "30"]
        with subprocess.Popen(writing, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                revision, need = line.split()
                journey = store.journey(MAP_ID)
                assert journey.revision >= int(revision)
                assert need in journey.tables["needs"]
        assert process.returncode == 0
        assert store.journey(MAP_ID).count("needs") == 30
