"""One address for every code, QR code and link: the one that leads others here, however oneself came."""

import pytest

from journeymap.service.address import PageRequest, address, as_typed, leads_here_only
from journeymap.settings import Settings

HERE = ("127.0.0.1:8600", "localhost:8600", "LOCALHOST:8600", "[::1]:8600", "127.0.0.2", "", "[broken")


@pytest.fixture(autouse=True)
def _of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeymap.settings._reachable", lambda: "192.0.2.9")


def shown(host: str, bound_to: str = "0.0.0.0", scheme: str = "http", **settings: object) -> str:
    """The address shown to somebody who opened a page at this host."""
    return address(Settings(**settings), PageRequest(host, scheme, bound_to, 8600))  # type: ignore[arg-type]


@pytest.mark.parametrize("host", HERE)
def test_opened_at_the_machine_itself_it_is_the_machines_address_in_its_network(host: str) -> None:
    assert shown(host) == "http://192.0.2.9:8600"
    assert shown(host, bound_to="") == "http://192.0.2.9:8600"
    assert shown(host, bound_to="192.0.2.7") == "http://192.0.2.7:8600"
    assert shown(host, scheme="https") == "https://192.0.2.9:8600"


@pytest.mark.parametrize("host", HERE)
def test_where_nobody_else_gets_in_it_is_said_that_nobody_does(host: str) -> None:
    assert shown(host, bound_to="127.0.0.1") == "http://127.0.0.1:8600"
    assert leads_here_only(shown(host, bound_to="127.0.0.1"))
    assert not leads_here_only(shown(host))


@pytest.mark.parametrize("host", ["maps.local:9000", "192.0.2.9:8600", "[2001:db8::1]:8600", "maps.example"])
def test_opened_at_an_address_that_others_reach_it_is_that_one(host: str) -> None:
    assert shown(host) == f"http://{host}"
    assert shown(host, scheme="https") == f"https://{host}"


@pytest.mark.parametrize("host", [*HERE, "maps.local:9000", "10.0.0.3:8501"])
def test_the_public_address_goes_before_everything(host: str) -> None:
    public = "https://park.example/tools/maps"
    assert shown(host, public_url=f"{public}/") == public
    assert as_typed(shown(host, public_url=public)) == "park.example/tools/maps/join"
