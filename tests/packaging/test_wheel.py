"""The wheel, built from the tree and installed in an environment of its own, serves the whole app anywhere."""

import re
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.server_process import ROOT, environment, running

SHIPPED = ("data", "pages", "journeymap")
NOT_SHIPPED = (".db", ".db-shm", ".db-wal", ".key", ".pyc")


def done(*command, folder):
    """This command, which must succeed; what it printed."""
    variables = {name: value for name, value in environment().items() if name != "PYTHONPATH"}
    answer = subprocess.run(
        [str(word) for word in command], cwd=folder, env=variables, check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    done(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return next(folder.glob("*.whl"))


def locked():
    """The distributions to run with here, as they are installed beside the tests."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for line in re.findall(r"^[a-z].*?(?= \\$)", lock, re.MULTILINE):
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate():
            found = distribution(wanted.name)
            assert found.version in wanted.specifier, line
            yield found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The commands of an environment that holds the locked dependencies and this wheel, and nothing else.

    The dependencies are linked, not installed once more: half a gigabyte would be unpacked and compiled.
    """
    folder = tmp_path_factory.mktemp("installed")
    done(sys.executable, "-m", "venv", folder, folder=ROOT)
    python = folder / "bin" / "python"
    packages = Path(done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip())
    for found in locked():
        for part in {Path(file.parts[0]) for file in found.files} - {Path("..")}:
            if not (packages / part).exists():
                (packages / part).symlink_to(found.locate_file(part))
    done(python, "-m", "pip", "install", "--no-index", "--no-deps", wheel, folder=folder)
    done(python, "-m", "pip", "check", folder=folder)
    return python.parent


def tracked():
    """The files of the tree that belong in a wheel."""
    for part in SHIPPED:
        for path in (ROOT / part).rglob("*"):
            if path.is_file() and path.suffix not in NOT_SHIPPED:
                yield path.relative_to(ROOT)


def test_the_wheel_holds_every_page_sample_text_and_script(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {str(path) if path.parts[0] == "journeymap" else f"journeymap/{path}" for path in tracked()}
    assert expected - names == set()
    assert {"journeymap/streamlit_app.py", "journeymap/.streamlit/config.toml"} <= names
    for part in ("journeymap/pages/", "journeymap/data/samples/", "journeymap/data/texts/nl/"):
        assert any(name.startswith(part) for name in names), part


def test_the_wheel_holds_no_database_and_no_key(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith(NOT_SHIPPED)] == []
    assert all(name.startswith("journeymap") for name in names)


def test_the_installed_command_serves_the_app_with_its_samples_outside_the_checkout(installed, tmp_path):
    command = (str(installed / "journeymap"), "run")
    with running(tmp_path / "maps.db", command=command, folder=tmp_path, pythonpath=False) as server:
        status, page = server.get("/")
        assert status == 200
        assert "<html" in page
        assert server.health()
        assert server.said("Ctrl+C")
        listing = done(installed / "journeymap", "maps", "--database", tmp_path / "maps.db", folder=tmp_path)
        assert len(listing.splitlines()) > 1
        assert server.stop() == 0
    assert str(ROOT) not in server.output


def test_the_installed_command_keeps_its_maps_in_the_persons_own_folder(installed):
    said = done(
        installed / "python",
        "-c",
        "from journeymap.settings import Settings; print(Settings.load().database)",
        folder="/",
    )
    assert Path(said.strip()).name == "journeymap.db"
    assert installed.parent not in Path(said.strip()).parents
