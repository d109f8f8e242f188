"""The settings: each documented once, each refused with a sentence, the key kept from others."""

import os
import stat
from pathlib import Path

import pytest

from journeymap import settings as module
from journeymap.domain.text.catalogue import LANGUAGES, known
from journeymap.domain.text.errors import Refusal
from journeymap.domain.text.resources import home
from journeymap.settings import PREFIX, SECRETS, Browser, Settings, default_database, table

ROOT = Path(__file__).parents[1]
BAD = {
    "stories_need_validation": ["perhaps"],
    "host": ["", "a b", "http://x"],
    "port": ["0", "99999", "-1", "eighty", "8501.5"],
    "public_url": ["maps.example.org", "ftp://maps.example.org", "https://", "https://maps.example.org/?a=b"],
    "trusted_proxies": ["everybody", "10.0.0.300", "10.0.0.1/8", "127.0.0.1;::1"],
    "language": ["xx", "english"],
    "owner_name": ["x" * 81],
    "ask_owner": ["perhaps", "1"],
    "session_days": ["0", "401", "x"],
    "session_idle_days": ["0", "401"],
    "metrics_key": ["too short"],
    "joins_per_address": ["0", "many"],
    "audit_days": ["0", "3651"],
    "samples": ["perhaps"],
    "browser": ["firefox"],
    "secret": ["too short"],
    "log_level": ["loud"],
    "disk_low": ["-1", "much"],
}


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch):
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def test_the_page_about_settings_holds_exactly_what_the_code_says():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    found = "\n".join(line for line in page.splitlines() if line.startswith("|"))
    assert found == table(), "Put this table into docs/settings.md"


def test_every_setting_has_a_description_and_a_rule_in_every_language():
    for name, field in Settings.model_fields.items():
        assert field.description
        for language in LANGUAGES:
            assert known(f"start-setting-{name.replace('_', '-')}", language)


def test_without_choices_only_this_machine_can_reach_the_app():
    settings = Settings.load()
    assert settings.local
    assert settings.base == "http://127.0.0.1:8501"


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD.items() for value in values if value]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_that_cannot_be_is_refused_in_one_sentence(monkeypatch, name, value, language):
    variable = f"{PREFIX}{name.upper()}"
    monkeypatch.setenv(variable, value)
    with pytest.raises(Refusal) as caught:
        Settings.load()
    sentence = caught.value.reason(language)
    assert variable in sentence
    assert "\n" not in sentence
    assert (value in sentence) is (name not in SECRETS)


def test_every_setting_but_the_free_ones_has_values_it_refuses():
    assert set(Settings.model_fields) - set(BAD) == {"database", "audit_file"}


def test_the_command_line_goes_before_a_variable_and_an_empty_variable_is_none(monkeypatch):
    monkeypatch.setenv("JOURNEYMAP_PORT", "8600")
    monkeypatch.setenv("JOURNEYMAP_LANGUAGE", "")
    assert Settings.load().port == 8600
    assert Settings.load(port=8700, language=None).port == 8700
    assert Settings.load().language == "en"


def test_an_unknown_choice_is_refused_by_its_name():
    with pytest.raises(Refusal, match="colour"):
        Settings.load(colour="blue")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "localhost", "::1"])
def test_loopback_is_local(host):
    assert Settings.load(host=host).local


@pytest.mark.parametrize(
    "chosen", [{"host": "0.0.0.0"}, {"host": "::"}, {"host": "park.local"}, {"public_url": "https://a.example"}]
)
def test_anything_others_can_reach_is_not_local(chosen):
    assert not Settings.load(**chosen).local


@pytest.mark.parametrize(
    ("chosen", "base"),
    [
        ({"public_url": "https://maps.example.org/park/"}, "https://maps.example.org/park"),
        ({"host": "192.168.1.5", "port": 80}, "http://192.168.1.5:80"),
        ({"host": "::1"}, "http://[::1]:8501"),
    ],
)
def test_the_address_is_the_one_people_type(chosen, base):
    assert Settings.load(**chosen).base == base


def test_an_address_for_everybody_is_shown_as_one_that_can_be_opened():
    assert "0.0.0.0" not in Settings.load(host="0.0.0.0").base


def test_a_checkout_keeps_its_maps_in_its_data_folder():
    assert default_database() == ROOT / "data" / "journeymap.db"


def test_elsewhere_the_maps_are_in_the_persons_own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(module, "home", lambda: home() / "journeymap")
    assert default_database().name == "journeymap.db"
    assert ROOT not in default_database().parents


def test_a_tilde_in_the_path_is_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("JOURNEYMAP_DATABASE", "~/maps.db")
    assert Settings.load().database == tmp_path / "maps.db"


def test_the_key_is_made_once_beside_the_database_for_its_owner_alone(tmp_path):
    settings = Settings.load(database=tmp_path / "new" / "park.db")
    key = settings.signing_key()
    file = tmp_path / "new" / "park.key"
    assert len(key) >= 32
    assert Settings.load(database=settings.database).signing_key() == key == file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_chosen_secret_is_used_and_never_shown(tmp_path):
    secret = "s" * 40
    settings = Settings.load(database=tmp_path / "park.db", secret=secret)
    assert settings.signing_key() == secret
    assert secret not in repr(settings)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe" * 40])
def test_a_damaged_key_is_said_and_left_as_it_is(tmp_path, content):
    file = tmp_path / "park.key"
    file.write_bytes(content)
    with pytest.raises(Refusal, match=r"park\.key"):
        Settings.load(database=tmp_path / "park.db").signing_key()
    assert file.read_bytes() == content


def test_a_key_that_cannot_be_kept_is_said(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Refusal, match=r"park\.key"):
        Settings.load(database=tmp_path / "file" / "park.db").signing_key()


def test_settings_survive_the_way_to_another_process(monkeypatch, tmp_path):
    settings = Settings.load(
        database=tmp_path / "park.db", samples=False, browser=Browser.NO, secret="s" * 40, port=9000, language="nl"
    )
    for name, value in settings.environment().items():
        monkeypatch.setenv(name, value)
    assert Settings.load() == settings


@pytest.mark.parametrize(
    ("public", "origin", "path"),
    [
        (None, "", ""),
        ("https://maps.example.org", "https://maps.example.org", ""),
        ("http://example.org:8080/tools/maps/", "http://example.org:8080", "/tools/maps"),
    ],
)
def test_a_public_address_has_an_origin_and_perhaps_a_path(public, origin, path):
    settings = Settings(public_url=public)
    assert (settings.public_origin, settings.public_path) == (origin, path)
