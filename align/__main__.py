"""``python -m align`` and the ``hexapla`` command."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Runs the command line with the process's own arguments."""
    # The greatest system of equations here has six unknowns: a pool of threads costs more to start than it saves.
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    from align.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
