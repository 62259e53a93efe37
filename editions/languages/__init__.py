"""Tables of a language: one YAML file each, one section for each room that reads it."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from editions.errors import MalformedTable


class _Strings(yaml.SafeLoader if not hasattr(yaml, "CSafeLoader") else yaml.CSafeLoader):  # type: ignore[misc]
    """Reads every scalar as a string: ``no``, ``1:30`` and ``017`` stay what is printed."""


_Strings.yaml_implicit_resolvers = {}


def available_languages() -> tuple[str, ...]:
    """Codes of the languages that have a table, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def language_section(language: str, section: str) -> dict[str, Any]:
    """One section of a language's table.

    Args:
        language: ISO 639 code, with or without a region ("en", "en-GB"); a language without a table gives an empty
            section.
        section: "structure", "figures" or "names".

    Returns:
        The section as plain strings, lists and mappings. Do not change it: it is shared.

    Raises:
        MalformedTable: the table is broken.
    """
    return _tables(language.replace("_", "-").partition("-")[0].lower()).get(section) or {}


@cache
def _tables(language: str) -> dict[str, Any]:
    source = resources.files(__name__) / f"{language}.yaml"
    if not language.isalpha() or not source.is_file():
        return {}
    try:
        tables = yaml.load(source.read_text("utf-8"), Loader=_Strings)  # noqa: S506 - a safe loader without types
    except yaml.YAMLError as error:
        raise MalformedTable(str(error).replace("\n", " "), path=str(source)) from error
    if not isinstance(tables, dict):
        raise MalformedTable("the table of a language must be a mapping", path=str(source))
    return tables
