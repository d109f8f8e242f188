"""Every script of ours listens to the keyboard in one way: keys that belong to an input method are not ours."""

import re
from pathlib import Path

import journeymap

ROOT = Path(journeymap.__file__).parent
SCRIPTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.js"))}
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.html"))}
ONE_WAY = "frontend/shared/keyboard.js"
"""`onKeys` and `keepKeys`."""
ALONE = "frontend/takeaway/page.js"
"""A page that is taken away has no modules: it says the same by itself."""
HEARS = re.compile(r"""["'`](?:keydown|keypress)["'`]|\bonkey(?:down|press|up)\b""")


def test_the_scripts_are_read() -> None:
    assert len(SCRIPTS) > 60
    assert HEARS.search(SCRIPTS[ONE_WAY])


def test_no_script_hears_keys_but_by_the_one_that_knows_of_input_methods() -> None:
    hearing = {name for name, script in SCRIPTS.items() if HEARS.search(script)}
    assert hearing == {ONE_WAY, ALONE}
    assert "event.isComposing || event.keyCode === 229" in SCRIPTS[ONE_WAY]
    assert "event.isComposing || event.keyCode === 229" in SCRIPTS[ALONE]


def test_no_page_hears_keys_in_its_markup() -> None:
    assert [name for name, page in PAGES.items() if HEARS.search(page)] == []


def test_every_component_beside_streamlit_keeps_its_keys() -> None:
    kept = {name for name, script in SCRIPTS.items() if "keepKeys(" in script}
    own = (
        "board/shortcuts.js",
        "graph/graph.js",
        "line/index.js",
        "overlay/index.js",
        "agenda/index.js",
        "tab/index.js",
    )
    assert {f"frontend/{name}" for name in own} <= kept


def test_nothing_that_is_typed_is_cut_by_the_browser() -> None:
    """`maxlength` drops what is pasted beyond it without a word."""
    assert [name for name, script in SCRIPTS.items() if "maxlength" in script.lower()] == []
    python = {path: path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py")}
    assert [path.name for path, text in python.items() if "max_chars=" in text] == []
    codes = re.compile(r'<input[^>]*name="(?:code|recovery)"[^>]*>')
    assert [name for name, page in PAGES.items() if "maxlength" in codes.sub("", page)] == []
