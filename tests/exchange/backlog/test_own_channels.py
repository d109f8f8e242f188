"""Our own channels: only in those does a story have to work."""

import pytest

from journeymap.domain.model.rows import Channel
from journeymap.exchange.backlog.own_channels import is_ours


@pytest.mark.parametrize(
    "name",
    [
        "Family and friends", "FRIENDS", "Word of mouth", "Word-of-mouth", "own car", "Own phone",
        "The customer's own phone (mobile)", "my calendar", "Colleagues", "Familie en vrienden",
        "Mond-tot-mondreclame", "Eigen auto", "mijn telefoon", "De buren", "Collega’s",
        "Friends & family", "family/friends", "Mum", "My mother", "Mijn moeder", "Google", "At home",
        "Own phone, family", "Thuis", "The neighbours + colleagues",
    ],
)  # fmt: skip
def test_what_is_the_customers_own_is_never_ours_whatever_the_map_says(name: str) -> None:
    assert not is_ours(Channel(id="c", name=name))


@pytest.mark.parametrize(
    "name",
    [
        *("Phone", "App", "Car park", "Our own app", "Friends of the park desk", "Telefoon", "Eigen winkel"),
        *("متجر", "📱"),
        *("Bus stop sign", "Bus", "Social media", "Desk & friends", "Family desk", "Home visit", "WhatsApp", "&"),
    ],
)
def test_any_other_channel_is_ours_until_the_map_says_otherwise(name: str) -> None:
    assert is_ours(Channel(id="c", name=name))
    assert not is_ours(Channel(id="c", name=name, owned=False))
