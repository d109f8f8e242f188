"""Run the tests that need no browser on the newest Python there is here: `make test-newest`.

`make test` runs on the Python of .venv, the oldest that is promised or whichever one has. What changes in a newer one
is met here: 3.14 down to the first that starts, on the PATH, among pyenv's, or known to uv. It gets an environment of
its own, .venv-newest, with the same locked packages. Where there is none newer than .venv's, that is said, and all is
well.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import prepare

FOLDER = prepare.ROOT / ".venv-newest"
NEWEST = 14
"""The newest Python 3 that has been released; none newer is looked for."""

PARTS = ("domain", "storage", "service", "web")
# Few examples each: what is looked for is a difference between two Pythons, and .venv's has drawn the others.
HOW = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "--hypothesis-profile=quick", "-q")
FEW_SEEDS = "2"

LOOKING = "import sqlite3, ssl, sys; v = sys.version_info; print(*v[:2], v.releaselevel, sys.implementation.name)"


def newest(than, where=None):
    """The newest released Python that starts, and its version; None where none is newer than this version."""
    where = where or known
    for minor in range(NEWEST, than[1], -1):
        for path in where(minor):
            if said(path) == f"3 {minor} final cpython":
                return path, (3, minor)
    return None


def known(minor):
    """Where a Python 3 of this version may be: on the PATH, among pyenv's, and where uv knows one."""
    name = f"python3.{minor}"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder and (path := shutil.which(name, path=folder)):
            yield path
    if root := said_by("pyenv", "root"):
        versions = Path(root, "versions").glob(f"3.{minor}.*/bin/{name}")
        yield from map(str, sorted(versions, key=patch, reverse=True))
    if path := said_by("uv", "python", "find", "--no-project", "--no-python-downloads", f"3.{minor}"):
        yield path


def patch(path):
    """The last number in the name of the folder that pyenv gave this Python: 7 of 3.11.7; 0 where it is no number."""
    last = path.parents[1].name.split(".")[-1]
    return int(last) if last.isdecimal() else 0


def said(python):
    """The version of this Python, or nothing where it does not start; a shim that leads nowhere does not."""
    return said_by(python, "-c", LOOKING)


def said_by(*command):
    """What this command prints, or nothing where it fails or there is no such command."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def ready(path, version):
    """The Python of an environment of this version that has all the packages."""
    inside = prepare.python_in(FOLDER)
    if inside.exists() and not said(inside).startswith(f"3 {version[1]} "):
        shutil.rmtree(FOLDER)  # an older one was the newest then
    prepare.install_locked("dev", FOLDER, path)
    return inside


def main():
    """Find the Python, make its environment, and run the tests there; answers with pytest's own code."""
    own = tuple(sys.version_info[:2])
    found = newest(own)
    if found is None:
        print(f"There is no Python here that is newer than {own[0]}.{own[1]}, which `make test` runs on.")
        return 0
    path, version = found
    print(f"The tests of {', '.join(PARTS)} on Python {version[0]}.{version[1]}: {path}", flush=True)
    inside = ready(path, version)
    tests = [f"tests/{part}" for part in PARTS]
    variables = dict(os.environ, TEST_SEEDS=FEW_SEEDS)
    return subprocess.call([inside, "-m", "pytest", *HOW, *sys.argv[1:], *tests], cwd=prepare.ROOT, env=variables)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except prepare.NotReady as reason:
        sys.exit(str(reason))
