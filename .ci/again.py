"""Run once more what failed, where it may have been the machine: `make test-again`.

A browser or a killed process on a machine with too much to do can be later than any test waits. So a few failures
among such tests, and no others, are run again, alone and one after another. What fails again has failed. What
passes is named as unsteady: either a test does not wait for what it asserts, or it met a fault that needs bad luck;
both are to be mended, and neither keeps everything else from being kept.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAILED = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"
WITH_OTHERS = ("tests/browser/", "tests/faults/")
"""Where tests wait for other processes: browsers, servers, proxies."""
MOST = 5
"""More failures than this are no bad luck."""


def failed(where=FAILED):
    """Which tests failed in the last run; none where it did not come to its end."""
    return sorted(json.loads(where.read_text(encoding="utf-8"))) if where.exists() else []


def may_be_luck(tests):
    """Whether these are few, and all of them wait for other processes."""
    return 0 < len(tests) <= MOST and all(test.startswith(WITH_OTHERS) and "::" in test for test in tests)


def main():
    """Try again, and say what was unsteady."""
    tests = failed()
    if not may_be_luck(tests):
        print(f"Not tried again: {len(tests)} failed, which is more than a busy machine explains.")
        return 1
    code = subprocess.run([sys.executable, "-m", "pytest", "-q", *tests], cwd=ROOT, check=False).returncode
    for test in () if code else tests:
        print("Unsteady, passed when run again:", test)
    return code


if __name__ == "__main__":
    sys.exit(main())
