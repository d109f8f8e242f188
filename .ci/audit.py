"""Ask whether a package that a release is made of has a known vulnerability: `make audit`.

The packages of requirements.lock are looked up by name and version where Python's packages come from, else in the
open list of vulnerabilities (OSV). Where neither can be asked, as on a machine without a way out, that is said, and it
is no fault. A vulnerability is one as soon as a version is there in which it is mended; until then it is told.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVICES = ("pypi", "osv")
SECONDS = 120
LOCK = "requirements.lock"

# What was looked at and does not concern us: the id, and why. Nothing else is passed over.
ACCEPTED: dict[str, str] = {}


def report(service):
    """What pip-audit found out by this service; None where it could not be asked."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", LOCK]
    command += ["--progress-spinner=off", "--format=json", "-s", service]
    try:
        said = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        ).stdout
        return json.loads(said)
    except (subprocess.TimeoutExpired, ValueError):
        return None


def looked_up(found):
    """How many packages the service knew."""
    return sum("skip_reason" not in one for one in found["dependencies"])


def vulnerable(found):
    """The vulnerabilities that nobody has accepted: a line each, and whether a version is there that mends it."""
    for one in found["dependencies"]:
        for flaw in one.get("vulns", ()):
            if flaw["id"] not in ACCEPTED:
                mended = ", ".join(flaw.get("fix_versions", ()))
                where = f"mended in {mended}" if mended else "not mended in any version yet"
                yield f"{one['name']} {one['version']}: {flaw['id']}, {where}", bool(mended)


def main():
    """Print what was found out; 1 where something is vulnerable that a newer version mends."""
    for service in SERVICES:
        found = report(service)
        if found and looked_up(found):
            flaws = list(vulnerable(found))
            print(f"{looked_up(found)} of {len(found['dependencies'])} packages were looked up.")
            print("\n".join(line for line, _ in flaws) or "None has a known vulnerability.")
            return int(any(mended for _, mended in flaws))
    print("No list of vulnerabilities could be asked from here: whether a package has one is not known.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
