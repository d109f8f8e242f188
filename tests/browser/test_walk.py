"""A customer walks a map on a phone: in English, in Dutch, in the dark, and with keys alone."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import findings
from tests.support.nature_park import Maps

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
LOOKS: dict[str, tuple[dict[str, Any], tuple[str, str, str]]] = {
    "English": ({"locale": "en-GB", "color_scheme": "light"}, ("Begin", "Yes, like this", "Step 2 of")),
    "Dutch and dark": ({"locale": "nl-NL", "color_scheme": "dark"}, ("Beginnen", "Ja, zo gaat het", "Stap 2 van")),
}


def asked(maps: Maps, path: str, body: Any = None) -> dict[str, Any]:
    """What the API answers."""
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(f"{maps.base}/api{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        found: dict[str, Any] = json.load(answer)
        return found


@pytest.mark.parametrize("look", LOOKS)
def test_a_customer_walks_the_map_on_a_phone(visit: Callable[..., Page], maps: Maps, look: str) -> None:
    how, (begin, yes, second) = LOOKS[look]
    made = asked(maps, f"/maps/{maps.as_is}/rounds", {"name": look})
    page = visit(f"{maps.base}/walk?link={made['link']}", wait="main", alone=True, **PHONE, **how)
    assert findings(page) == []
    page.get_by_role("button", name=begin).focus()
    page.keyboard.press("Enter")
    quote = page.locator("#quote")
    expect(quote).to_be_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the phone"
    buttons = [one.bounding_box() for one in page.locator(".judge button").all()]
    assert all(box and box["height"] >= 44 for box in buttons), "a thumb meets them"
    quote.fill("Every time <b>we</b> came")
    page.get_by_role("button", name=yes).click()
    expect(page.locator("#place")).to_contain_text(second)
    expect(page.locator(".kept")).to_be_visible()
    page.locator("main details").first.locator("summary").click()
    page.locator("#text").fill("We looked for the toilets")
    page.locator("main details").first.get_by_role("button").click()
    expect(page.locator(".said")).to_contain_text("We looked for the toilets")
    mine = asked(maps, f"/maps/{maps.as_is}/rounds")
    assert [one["verdicts"] for one in mine["customers"] if one["round_id"] == made["id"]] == [2]
    page.locator(".steps a").first.click()
    expect(quote).to_have_value("Every time <b>we</b> came")
