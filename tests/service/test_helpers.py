"""Heavy work is done by a process beside the server: the same answers, and nothing left of it when the server ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.domain.changes.copy import copy_changes
from journeymap.domain.model.roles import Participant, Role
from journeymap.domain.text.errors import Refusal
from journeymap.service import heavy_jobs, helpers
from journeymap.service.helpers import Helpers, read, write
from journeymap.service.service import Service
from journeymap.service.shared_service import open_service
from journeymap.settings import Settings
from tests.domain.model.test_journey import small
from tests.support.server_process import ROOT, environment, until

pytestmark = pytest.mark.slow

STRANGER = Participant(id="eve", name="Eve", role=Role.PARTICIPANT, workshop_id="elsewhere")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    database = tmp_path_factory.mktemp("helpers") / "journeymap.db"
    return Settings.load(database=database, samples=False, secret="s" * 40)


@pytest.fixture(scope="module")
def service(settings: Settings) -> Iterator[Service]:
    it = open_service(settings)
    it.maps.build(it.people.owner(), "park", copy_changes(small(), "park"))
    it.house.helpers.begin({**environment(), **settings.environment()})
    yield it
    it.house.helpers.stop()
    it.close()


@pytest.fixture(scope="module")
def noor(service: Service) -> Participant:
    return service.people.owner()


def process(of: Helpers) -> "subprocess.Popen[bytes]":
    """The one that was used last."""
    found = next(one._process for one in of._all if one._process is not None)
    assert found is not None
    return found


def test_a_helper_says_what_would_be_said_here(service: Service, noor: Participant) -> None:
    run = service.house.helpers.run
    for job, given in (("snapshot", ("park",)), ("operations", ("park", 0, 100))):
        assert run(job, noor, *given) == heavy_jobs.JOBS[job](service, noor, *given)
    taken = run("export", noor, "park", "svg", {"view": "journey"})
    assert taken.content.startswith(b"<svg")


def test_a_picture_is_made_by_a_helper(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.exchange.graph_files.graph_png", lambda _: pytest.fail("it was made here"))
    assert service.exchange.export(noor, "park", "png").content.startswith(b"\x89PNG")


def test_what_is_refused_there_is_refused_here(service: Service, noor: Participant) -> None:
    with pytest.raises(Refusal) as refused:
        service.house.helpers.run("snapshot", STRANGER, "park")
    assert refused.value.code == "forbidden"
    with pytest.raises(Refusal, match="There are:"):
        service.house.helpers.run("export", noor, "park", "poem", {})


def test_a_helper_sees_what_was_written_a_moment_ago(service: Service, noor: Participant) -> None:
    assert b"A new map" not in service.house.helpers.run("snapshot", noor, "park")
    made = service.maps.create(noor, "A new map")
    assert b"A new map" in service.house.helpers.run("snapshot", noor, made)


def test_one_that_was_killed_is_started_anew(service: Service, noor: Participant) -> None:
    service.house.helpers.run("snapshot", noor, "park")
    for one in service.house.helpers._all:
        if one._process is not None:
            one._process.kill()
            one._process.wait()
    assert service.house.helpers.run("snapshot", noor, "park")


def test_what_takes_too_long_is_given_up(service: Service, noor: Participant, monkeypatch: pytest.MonkeyPatch) -> None:
    service.house.helpers.stop()
    service.house.helpers.ready = True
    monkeypatch.setattr(helpers, "LONGEST", 0.01)
    with pytest.raises(Refusal, match="Try again in 10 seconds"):
        service.house.helpers.run("snapshot", noor, "park")
    monkeypatch.undo()
    assert service.house.helpers.run("snapshot", noor, "park")


def test_a_mistake_in_a_job_is_ours_and_the_helper_goes_on(service: Service, noor: Participant) -> None:
    with pytest.raises(RuntimeError, match="TypeError"):
        service.house.helpers.run("snapshot", noor)
    assert service.house.helpers.run("snapshot", noor, "park")


def test_a_helper_has_little_priority_and_bounded_memory(service: Service, noor: Participant) -> None:
    service.house.helpers.run("snapshot", noor, "park")
    pid = process(service.house.helpers).pid
    assert os.getpriority(os.PRIO_PROCESS, pid) >= 10
    limits = Path(f"/proc/{pid}/limits").read_text()
    assert str(1024**3) in next(line for line in limits.splitlines() if line.startswith("Max data size"))


def test_a_helper_ends_with_the_server_however_that_ends(settings: Settings, service: Service) -> None:
    """Its input ends: that is all that it needs to know."""
    one = subprocess.Popen(
        [sys.executable, "-m", "journeymap.service.helper_process"],
        cwd=ROOT, env={**environment(), **settings.environment()}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert one.stdin
    assert one.stdout
    write(one.stdin, ("snapshot", (service.people.owner(), "park")))
    assert read(one.stdout)[0] == "done"
    one.send_signal(signal.SIGINT)
    write(one.stdin, ("snapshot", (service.people.owner(), "park")))
    assert read(one.stdout)[0] == "done"
    one.stdin.close()
    assert until(lambda: one.poll() is not None, 30)
    assert one.returncode == 0
    one.stdout.close()
