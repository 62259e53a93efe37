from __future__ import annotations

import pytest

from editions.languages import available_languages, language_section


@pytest.mark.parametrize("section", ["structure", "figures", "names"])
def test_a_region_changes_nothing(section: str) -> None:
    assert language_section("en-GB", section) == language_section("en", section) == language_section("EN_us", section)
    assert language_section("en", section)


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/../en", "12", "e n"])
def test_an_unknown_language_has_empty_tables(language: str) -> None:
    assert language_section(language, "figures") == {}


def test_languages_are_listed() -> None:
    assert "en" in available_languages()
