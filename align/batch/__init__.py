"""Many comparisons, one after another or side by side. In this version: a list of pairs; no command calls it yet."""

from __future__ import annotations

from align.batch.jobs import Job, Outcome, run_chunk, run_jobs

__all__ = ["Job", "Outcome", "run_chunk", "run_jobs"]
