"""The contracts about imports name every room: a new one cannot stand outside them."""

import tomllib

import pytest

from tests.support.server_process import ROOT

ALLOWED = {
    "Streamlit is imported in ui only": {"ui"},
    "SQLite is imported in storage only": {"storage"},
    "networkx and pyvis are imported in graph only": {"graph"},
}
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}
ROOMS = {path.stem for path in (ROOT / "journeymap").iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
ROOMS -= {"__init__", "__main__"}


@pytest.mark.parametrize("name", ALLOWED)
def test_a_package_that_has_one_room_is_forbidden_in_every_other(name):
    rooms = {module.removeprefix("journeymap.") for module in CONTRACTS[name]["source_modules"]}
    assert rooms == ROOMS - ALLOWED[name]


def test_of_the_rooms_beside_it_exchange_is_kept_from_all_but_graph():
    beside = {"insight", "live", "settings", "storage"} & ROOMS
    contract = CONTRACTS["Of the rooms beside it, exchange knows only graph"]
    assert {module.removeprefix("journeymap.") for module in contract["forbidden_modules"]} == beside
