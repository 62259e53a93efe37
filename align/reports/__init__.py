"""Reports: one writer a format, all from the same finished comparison, each returning text.

The names below are loaded on first use, so that naming a format costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.reports.digest import select
    from align.reports.edition_report import write_edition_text
    from align.reports.html_report import write_html, write_picture
    from align.reports.json_report import read_schema, write_edition_json, write_json
    from align.reports.printable import printable
    from align.reports.text_report import write_text

__all__ = [
    "printable",
    "read_schema",
    "select",
    "write_edition_json",
    "write_edition_text",
    "write_html",
    "write_json",
    "write_picture",
    "write_text",
]

_HOME = {
    "printable": "align.reports.printable",
    "read_schema": "align.reports.json_report",
    "select": "align.reports.digest",
    "write_edition_json": "align.reports.json_report",
    "write_edition_text": "align.reports.edition_report",
    "write_html": "align.reports.html_report",
    "write_json": "align.reports.json_report",
    "write_picture": "align.reports.html_report",
    "write_text": "align.reports.text_report",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
