"""A process that is killed loses nothing that it answered."""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from journeymap.domain.model.operations import Set
from journeymap.storage.sqlite_store import open_store
from tests.support.server_process import ROOT
from tests.support.store_calls import change
from tests.support.writer_process import MAP_ID


@pytest.mark.parametrize("seed", range(5))
def test_what_was_answered_survives_a_kill(tmp_path: Path, seed: int) -> None:
    """Four threads write without end; after some answers the process is killed in the middle of its work."""
    path = tmp_path / "journeymap.db"
    answers = random.Random(seed).randint(1, 400)
    command = [sys.executable, "-m", "tests.support.writer_process", str(path), "writer", "4", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(answers)]
        process.kill()
        said += process.stdout.readlines()
    assert process.returncode == -9
    answered = {int(revision): need for revision, need in (line.split() for line in said)}
    assert len(answered) >= answers

    with closing(open_store(path)) as store:
        log = store.operations(MAP_ID)
        assert [operation.revision for operation in log] == list(range(1, len(log) + 1))
        kept = {operation.revision: operation.id for operation in log}
        assert answered.items() <= kept.items()
        journey = store.journey(MAP_ID)
        assert set(answered.values()) <= set(journey.tables["needs"])
        assert journey == store.journey_at(MAP_ID, len(log))
        title = Set(table="maps", id=MAP_ID, field="title", value="Afterwards")
        assert change(store, MAP_ID, title)[0].revision == len(log) + 1
    with closing(Database(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO texts_fts (texts_fts, rank) VALUES ('integrity-check', 1)")
