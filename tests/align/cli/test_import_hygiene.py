"""What the command loads before it is known which command it is. Counted in modules, never by a clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = {"numpy", "rapidfuzz", "textual", "rich", "lxml", "selectolax", "yaml", "jinja2", "msgspec", "markdown_it"}


def loaded(code: str) -> set[str]:
    """Modules loaded after some code has run in a fresh interpreter."""
    shown = f"import sys\n{code}\nprint('\\n', *sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", shown], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True
    )
    return set(done.stdout.split("\n\n")[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import align, editions",
        "import align.cli",
        "import align.reports, align.tui, align.model, align.errors, editions.model, editions.errors",
        "from align.cli import run; run(['--help'])",
        "from align.cli import run; run(['--version'])",
        "from align.cli import run; run(['dif'])",
        "from align.cli import run; run(['diff', '--help'])",
        "from align.cli import run; run(['turns', '--help'])",
        "from align.cli import run; run(['compare', '--help'])",
        "from align.cli import run; run(['diff', 'a.txt', 'b.txt', '--format', 'csv'])",
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    roots = {name.partition(".")[0] for name in loaded(code)}
    assert roots & HEAVY == set()


def test_the_first_help_needs_no_parser() -> None:
    modules = loaded("from align.cli import run; run(['--help'])")
    assert {"argparse", "dataclasses", "inspect", "align.cli.diff", "align.workspace"} & modules == set()


def test_only_the_command_asked_for_is_loaded() -> None:
    modules = loaded("from align.cli import run; run(['turns', '--help'])")
    assert "align.cli.turns" in modules
    assert {"align.cli.diff", "align.cli.compare", "align.workspace"} & modules == set()


def test_the_check_can_fail() -> None:
    assert "yaml" in loaded("import yaml")
