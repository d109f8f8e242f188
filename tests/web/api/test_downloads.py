"""Names of downloads."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.web.api.downloads import disposition

SHAPE = re.compile(r"attachment; filename=\"([ -~]*)\"; filename\*=UTF-8''([A-Za-z0-9%._~-]+)")


@given(st.text(max_size=300))
def test_no_name_can_end_the_header_or_leave_the_folder(name: str) -> None:
    found = SHAPE.fullmatch(disposition(name))
    assert found
    for said in (found[1], unquote(found[2])):
        assert said
        assert not set(said) & set('\\/:*?"<>|;\r\n\0')
        assert not said.startswith(".")
        assert len(said) <= 140


@pytest.mark.parametrize(
    ("name", "plain", "whole"),
    [
        ("A day in the park.csv", "A day in the park.csv", "A day in the park.csv"),
        ("Café Zürich.csv", "Cafe Zurich.csv", "Café Zürich.csv"),
        ("地图.csv", "journeymap.csv", "地图.csv"),
        ('a"; filename="evil.exe.csv', "a-- filename=-evil.exe.csv", "a-- filename=-evil.exe.csv"),
        ("../../etc/passwd.csv", "etc-passwd.csv", "etc-passwd.csv"),
        ("x\r\nSet-Cookie: a=b.csv", "xSet-Cookie- a=b.csv", "xSet-Cookie- a=b.csv"),
        ("fdp.\u202eexe.csv", "fdp.exe.csv", "fdp.exe.csv"),
        ("", "journeymap", "journeymap"),
        (".csv", "journeymap.csv", "journeymap.csv"),
    ],
)
def test_a_name_stays_what_it_is_where_that_is_safe(name: str, plain: str, whole: str) -> None:
    found = SHAPE.fullmatch(disposition(name))
    assert found
    assert (found[1], unquote(found[2])) == (plain, whole)
