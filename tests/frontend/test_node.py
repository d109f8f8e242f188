"""Every test that is written in JavaScript and needs no browser."""

import subprocess

from tests.support.node import COMMAND, FOLDER
from tests.support.server_process import ROOT

SCRIPTS = sorted(FOLDER.rglob("*.test.js"))


def test_what_node_tests_holds() -> None:
    assert len(SCRIPTS) > 3
    command = (*COMMAND, "--test", "--test-reporter=spec", *map(str, SCRIPTS))
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
