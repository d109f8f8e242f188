"""Where our cookies hold, and which one counts where there are two of a name."""

import pytest

from journeymap.service.cookies import chosen_language, cookie_path, first_cookie, seat_cookie

PUBLIC = "https://example.org/tools/maps"


@pytest.mark.parametrize(
    ("public", "headers", "path"),
    [
        ("", {"host": "127.0.0.1:8501"}, "/"),
        ("https://maps.example.org", {"host": "maps.example.org"}, "/"),
        (PUBLIC, {"host": "example.org"}, "/tools/maps"),
        (PUBLIC, {"host": "EXAMPLE.org"}, "/tools/maps"),
        (PUBLIC, {"host": "127.0.0.1:8501", "x-forwarded-for": "192.0.2.7"}, "/tools/maps"),
        (PUBLIC, {"host": "127.0.0.1:8501"}, "/"),
    ],
)
def test_a_cookie_holds_below_the_public_path_and_past_the_proxy_at_the_root(public, headers, path):
    assert cookie_path(public, headers) == path


@pytest.mark.parametrize(
    ("public", "secure", "name"),
    [
        ("", False, "journeymap_seat"),
        ("", True, "__Host-journeymap_seat"),
        ("https://maps.example.org", True, "__Host-journeymap_seat"),
        (PUBLIC, True, "__Secure-journeymap_seat"),
    ],
)
def test_over_https_no_neighbour_can_plant_a_seat(public, secure, name):
    assert seat_cookie(public, {"host": "example.org"}, secure=secure) == name


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("journeymap_seat=ours; journeymap_seat=of-the-root", "ours"),
        ("a=b;journeymap_seat=x=y ; c", "x=y"),
        ("not_journeymap_seat=x", None),
        ("journeymap_seat", ""),
        ("", None),
    ],
)
def test_of_two_cookies_the_one_of_our_own_path_counts(header, value):
    assert first_cookie({"cookie": header}, "journeymap_seat") == value


@pytest.mark.parametrize(("value", "language"), [("nl", "nl"), ("en", "en"), ("xx", None), ("", None), ("<b>", None)])
def test_only_a_language_that_we_speak_was_chosen(value, language):
    assert chosen_language({}, {"cookie": f"journeymap_language={value}"}) == language
    assert chosen_language({"journeymap_language": value}, {}) == language
