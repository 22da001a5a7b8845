"""Limits and places, and the environment that sets them."""

from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.settings import ROOT, Settings


@pytest.fixture(autouse=True)
def _no_settings_of_ours(monkeypatch):
    for f in fields(Settings):
        monkeypatch.delenv(f"ENGAGEMENTS_{f.name.upper()}", raising=False)


def test_without_an_environment_the_defaults_hold():
    assert Settings.from_environment() == Settings()
    assert Settings().corpus == ROOT / "corpus"


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        pytest.param("corpus", "ailleurs/corpus", Path("ailleurs/corpus"), id="a folder"),
        pytest.param("database", "/tmp/été.db", Path("/tmp/été.db"), id="a file with accents"),
        pytest.param("max_pages", "12", 12, id="a whole number"),
        pytest.param("fetch_seconds", "0.5", 0.5, id="a number"),
        pytest.param("fetch_total_seconds", "60", 60.0, id="a number without decimals"),
        pytest.param("fetch_pause_seconds", "0", 0.0, id="no pause"),
        pytest.param("allow_private_addresses", "yes", True, id="yes"),
        pytest.param("allow_private_addresses", "False", False, id="no"),
        pytest.param("proxy", "http://proxy.exemple.fr:3128", "http://proxy.exemple.fr:3128", id="a proxy"),
        pytest.param("user_agent", "veille (veille@exemple.fr)", "veille (veille@exemple.fr)", id="a text"),
    ],
)
def test_the_environment_sets(monkeypatch, name, raw, expected):
    monkeypatch.setenv(f"ENGAGEMENTS_{name.upper()}", raw)
    settings = Settings.from_environment()
    assert {f.name: getattr(settings, f.name) for f in fields(settings)} == {
        f.name: expected if f.name == name else f.default for f in fields(Settings)
    }
    assert type(getattr(settings, name)) is type(expected)


WHOLE, NUMBER = "is not a whole number above 0", "is not a number above 0"


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("MAX_PAGES", "abc", WHOLE),
        ("MAX_PAGES", "", WHOLE),
        ("MAX_BYTES", "-1", WHOLE),
        ("MAX_BYTES", "1.5", WHOLE),
        ("FETCH_ATTEMPTS", "0", WHOLE),
        ("FETCH_SECONDS", "0", NUMBER),
        ("FETCH_SECONDS", "nan", NUMBER),
        ("FETCH_SECONDS", "inf", NUMBER),
        ("FETCH_TOTAL_SECONDS", "dix", NUMBER),
        ("FETCH_PAUSE_SECONDS", "-1", NUMBER),
        ("ALLOW_PRIVATE_ADDRESSES", "peut-être", "is neither yes nor no"),
        ("PROXY", "", "is empty; give a value or unset it"),
        ("CORPUS", " ", "is empty; give a value or unset it"),
        ("USER_AGENT", "", "is empty; give a value or unset it"),
        ("USER_AGENT", "été", "holds more than printable ASCII, which an HTTP header does not carry"),
        ("USER_AGENT", "a\r\nX-B: c", "holds more than printable ASCII, which an HTTP header does not carry"),
    ],
)
def test_a_value_that_does_not_fit_is_named(monkeypatch, name, raw, message):
    monkeypatch.setenv(f"ENGAGEMENTS_{name}", raw)
    with pytest.raises(ValueError) as caught:
        Settings.from_environment()
    assert str(caught.value) == f"ENGAGEMENTS_{name}={raw!r} {message}"


def test_settings_do_not_change():
    with pytest.raises(AttributeError):
        Settings().max_pages = 3  # type: ignore[misc]
