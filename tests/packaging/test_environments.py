"""Both environments are made from nothing: by the oldest pip there is, by the one that Python brings, and by uv.

Each wheel is fetched once, and unpacked without being compiled. All of it takes a minute and a half, which is for CI.
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from journeymap import __version__
from tests.support.server_process import ROOT, environment

in_ci = pytest.mark.skipif(not os.environ.get("CI"), reason="It makes whole environments, which CI does.")

BASE = getattr(sys, "_base_executable", sys.executable)
"""The Python that the environment of the tests was made with: `python3` of whoever has nothing else."""

OWN = "the one that Python brings"
OLDEST = "23.0.1" if sys.version_info < (3, 12) else OWN
"""Debian 12 has 23.0.1 with its Python 3.11; older ones than their own do not run on later Pythons."""

PREPARE = ROOT / ".ci" / "prepare.py"
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
KNOWN = {"run": ["streamlit", "--version"], "dev": ["pytest", "--version"]}


def locked(kind: str) -> Iterator[Requirement]:
    """What this lock names, for every system."""
    text = (ROOT / LOCKS[kind]).read_text(encoding="utf-8")
    return (Requirement(line) for line in re.findall(r"^[a-z].*?(?= \\$)", text, re.MULTILINE))


def asked(kind: str) -> Iterator[Requirement]:
    """What the project asks for by itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    more = project["dependency-groups"]["dev"] if kind == "dev" else []
    return (Requirement(line) for line in [*project["project"]["dependencies"], *more])


@pytest.mark.parametrize("kind", LOCKS)
def test_a_lock_has_all_that_the_project_asks_for(kind):
    versions = {canonicalize_name(one.name): one.specifier for one in locked(kind)}
    for one in asked(kind):
        pinned = str(versions[canonicalize_name(one.name)]).removeprefix("==")
        assert one.specifier.contains(pinned, prereleases=True), one


def test_who_works_on_it_has_the_same_packages_as_who_runs_it():
    dev = {(one.name, str(one.specifier)) for one in locked("dev")}
    assert {(one.name, str(one.specifier)) for one in locked("run")} <= dev


def done(*command, **variables):
    """This command, which must succeed where nothing else can be found; what it said."""
    kept = {name: value for name, value in environment().items() if not name.startswith(("PYTHON", "UV_", "VIRTUAL"))}
    answer = attempt(command, {**kept, **variables})
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def attempt(command, variables):
    """This command, whatever comes of it."""
    words = [str(word) for word in command]
    return subprocess.run(words, check=False, capture_output=True, text=True, cwd="/", env=variables)


def with_pip(folder, pip):
    """An empty environment in this folder that has this pip; its Python."""
    done(BASE, "-m", "venv", folder)
    return exchange_pip(folder / "bin" / "python", pip)


def exchange_pip(python, pip):
    """Give this Python this pip."""
    if pip != OWN:
        done(python, "-m", "pip", "install", "--quiet", f"pip=={pip}")
        assert pip in done(python, "-m", "pip", "--version")
    return python


@pytest.fixture(scope="module")
def wheels():
    """All packages to develop, and so to run, fetched by the oldest pip."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        python = with_pip(folder / "environment", OLDEST)
        lock = ROOT / LOCKS["dev"]
        fetching = ("download", "-q", "--no-deps", "--require-hashes", "-r", lock, "-d", folder / "wheels")
        done(python, "-m", "pip", *fetching)
        yield folder / "wheels"


@pytest.fixture
def folder():
    """Where an environment is made. It is large, so it is not kept for whoever looks at it later."""
    with TemporaryDirectory() as name:
        yield Path(name) / ".venv"


@pytest.fixture
def nowhere(tmp_path):
    """A PATH on which nothing is, uv least of all."""
    return str(tmp_path)


def here(wheels, path):
    """The variables with which packages come from this folder alone."""
    pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull, "PIP_COMPILE": "0"}
    return {"PATH": path, **pip, "UV_NO_INDEX": "1", "UV_FIND_LINKS": str(wheels), "UV_NO_CONFIG": "1"}


def works(folder, kind):
    """The environment in this folder has its command, and starts what it is for."""
    assert done(folder / "bin" / "journeymap", "--version").strip() == __version__
    done(folder / "bin" / "python", "-m", *KNOWN[kind])


@in_ci
def test_with_nothing_but_python_one_runs_it_and_then_works_on_it(wheels, nowhere, folder):
    """`make run`, then `make test`: the second adds what the first did not need, here by the oldest pip."""
    done(BASE, PREPARE, "run", folder, **here(wheels, nowhere))
    done(folder / "bin" / "python", "-m", "pip", "check")
    works(folder, "run")
    exchange_pip(folder / "bin" / "python", OLDEST)
    done(BASE, PREPARE, "dev", folder, **here(wheels, nowhere))
    done(folder / "bin" / "python", "-m", "pip", "check")
    works(folder, "dev")


@in_ci
@pytest.mark.parametrize(("kind", "pip"), [("run", OLDEST), ("dev", OLDEST), ("dev", OWN)])
def test_each_pip_takes_each_lock_from_nothing(kind, pip, wheels, nowhere, folder):
    """All that pip does but unpacking: it reads the lock, finds each wheel, checks its hash and what it says."""
    if pip != OWN:
        with_pip(folder, pip)
    done(BASE, PREPARE, kind, folder, PIP_DRY_RUN="1", **here(wheels, nowhere))


@in_ci
@pytest.mark.parametrize("kind", LOCKS)
def test_uv_makes_an_environment_that_lacks_nothing(kind, wheels, folder):
    uv = Path(sys.executable).with_name("uv")
    done(BASE, PREPARE, kind, folder, **here(wheels, str(uv.parent)))
    assert "uv" in (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    checking = (uv, "pip", "check", "--python", folder / "bin" / "python")
    done(*checking)
    works(folder, kind)
    # Were one package not in the lock, this would be said.
    done(uv, "pip", "uninstall", "--python", folder / "bin" / "python", "h11")
    answer = attempt(checking, environment())
    assert answer.returncode != 0
    assert "h11" in answer.stdout + answer.stderr
