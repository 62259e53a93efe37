"""What ``__all__`` promises exists, and what a package offers to lazy readers is what it promises."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

import pytest

import align
import editions

PACKAGES = ["align", "editions"] + [
    module.name
    for package in (align, editions)
    for module in walk_packages(package.__path__, f"{package.__name__}.")
    if module.ispkg
]


def source(name: str) -> str:
    """The text of a package's own module; the package is not loaded."""
    found = find_spec(name)
    assert found is not None
    return Path(found.origin or "").read_text("utf-8")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_promised_name_exists(name: str) -> None:
    package = import_module(name)
    promised = getattr(package, "__all__", [])
    assert sorted(set(promised)) == sorted(promised), "a name is promised twice"
    for promise in promised:
        assert getattr(package, promise, None) is not None


LAZY = [name for name in PACKAGES if "def __getattr__" in source(name)]


@pytest.mark.parametrize("name", LAZY)
def test_what_type_checkers_see_is_what_is_promised(name: str) -> None:
    package = import_module(name)
    tree = ast.parse(source(name))
    seen = {
        alias.asname or alias.name
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in ("align", "editions")
        for alias in node.names
    }
    assert seen == set(package.__all__)
    assert set(dir(package)) >= seen
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        package.nonsense  # noqa: B018
