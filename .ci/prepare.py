"""Make the environment in .venv ready: `prepare.py run` to serve the app, `prepare.py dev` to work on it.

Another folder than .venv may be named behind it. Both kinds have the command `journeymap`, which runs this checkout.

It needs nothing but a Python 3, runs in an instant when there is nothing to do, and says in one sentence what is
missing. uv is used where it is installed, venv and pip otherwise.
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
# What is installed to develop holds, at the same versions, all that is needed to run.
LOCKS = {"run": ["requirements.lock"], "dev": ["requirements-dev.lock", "requirements.lock"]}

NO_PIP = (
    "This Python can make no environment that installs anything, for it lacks ensurepip. On Debian and Ubuntu: "
    "sudo apt install {0}-venv. Elsewhere install what brings pip for {0}; or install uv, which needs none."
)

# A line with #! may be neither long nor hold a space: a shell reads the second line, Python takes it for a text.
COMMAND = """#!/bin/sh
'''exec' {python} "$0" "$@"
' '''
import sys

sys.path.insert(0, {root!r})
from journeymap.cli import main

sys.exit(main())
"""

ON_WINDOWS = '@"%~dp0python.exe" "%~dp0journeymap-script.py" %*\r\n'


class NotReady(Exception):
    """Why the environment cannot be made, in one sentence."""


def prepare(kind, folder=ROOT / ".venv"):
    """Install what this kind of work needs, unless that has been done since its lock last changed; and the command."""
    install_locked(kind, folder)
    write_command(folder)


def install_locked(kind, folder, base=None):
    """Install the packages that this kind of work needs, in an environment that is made where there is none.

    `base` is the Python to make it of; one that is new enough is looked for where none is named.
    """
    inside = python_in(folder)
    mark = folder / "installed"
    locks = [ROOT / name for name in LOCKS[kind]]
    digests = [hashlib.sha256(lock.read_bytes()).hexdigest() for lock in locks]
    if mark.exists() and digests[0] in mark.read_text(encoding="ascii").split() and works([inside, "-c", ""]):
        return
    uv = shutil.which("uv")
    usable = works([inside, "-c", ""]) and (uv or works([inside, "-m", "pip", "--version"]))
    base = None if usable else base or python()
    print("Making the environment in {} ready; this takes a minute the first time.".format(folder.name), flush=True)
    if base:
        make_environment(folder, base, uv)
    if mark.exists():
        mark.unlink()
    install(locks[0], inside, uv)
    # Only now: an installation that was broken off is done again.
    mark.write_text("\n".join(digests) + "\n", encoding="ascii")


def python_in(folder):
    """The Python of this environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def write_command(folder):
    """`journeymap` beside the environment's Python; from wherever it is called, it runs the code of this checkout."""
    inside = python_in(folder)
    for name, text in command(inside, ROOT, windows=os.name == "nt").items():
        path = inside.parent / name
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            path.write_bytes(text.encode("utf-8"))
            path.chmod(0o755)


def command(inside, root, windows):
    """The files that make the command, and what stands in each."""
    script = COMMAND.format(python=shlex.quote(str(inside)), root=str(root))
    return {"journeymap-script.py": script, "journeymap.cmd": ON_WINDOWS} if windows else {"journeymap": script}


def python(version=sys.version_info, which=shutil.which):
    """A Python that is new enough: this one, or another one on the path."""
    if tuple(version[:2]) >= OLDEST:
        return sys.executable
    for name in NEWER:
        if which(name) and works([name, "-c", ""]):
            return name
    raise NotReady(
        "Journeymap needs Python {}.{} or newer, and this is {}.{}: install a newer one, "
        "or name one you have: make run PYTHON=/path/to/python3".format(*OLDEST, *version[:2])
    )


def make_environment(folder, base, uv):
    """A new, empty environment in this folder."""
    if not uv and not works([base, "-c", "import ensurepip, venv"]):
        raise NotReady(NO_PIP.format(name_of(base)))
    command = [uv, "venv", "--quiet", "--clear", "--python", base] if uv else [base, "-m", "venv", "--clear"]
    if not works([*command, folder], quiet=False):
        raise NotReady(
            "The environment could not be made in {}: look at the lines above, and whether it is a folder you may "
            "write to.".format(folder)
        )


def name_of(base):
    """What this Python is called where packages are: python3.11."""
    asking = "import sys; print('python%d.%d' % sys.version_info[:2])"
    return subprocess.check_output([str(base), "-c", asking], universal_newlines=True).strip()


def install(lock, inside, uv):
    """Exactly the packages of this lock, each checked against its hash.

    The lock is complete, and old pips refuse one that names an extra (`coverage[toml]`) if they may resolve it.
    """
    command = [uv, "pip", "install", "--quiet", "--python", inside] if uv else [inside, "-m", "pip", "install", "-qq"]
    if not works([*command, "--no-deps", "--require-hashes", "-r", lock], quiet=False):
        raise NotReady("The packages could not be installed: look at the lines above, and whether there is a network.")


def works(command, quiet=True):
    """Whether this command succeeds."""
    nowhere = subprocess.DEVNULL if quiet else None
    environment = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1")
    try:
        return subprocess.call([str(word) for word in command], stdout=nowhere, stderr=nowhere, env=environment) == 0
    except OSError:
        return False


if __name__ == "__main__":
    try:
        prepare(sys.argv[1], *[Path(folder).absolute() for folder in sys.argv[2:3]])
    except NotReady as reason:
        sys.exit(str(reason))
