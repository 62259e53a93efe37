"""``python -m align`` and the ``hexapla`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line with the process's own arguments."""
    from align.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
