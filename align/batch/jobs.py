"""Comparisons as jobs: each writes one JSON report or says in one line why it could not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from align.errors import AlignError
from editions.errors import EditionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from pathlib import Path

_CHUNK = 50
"""Jobs handed to a worker at a time: the cost of handing over vanishes against some seconds of work."""


@dataclass(frozen=True, slots=True)
class Job:
    """One comparison.

    Attributes:
        name: what it is called in the outcome.
        paths: two or more editions, or one project folder.
        output: where its JSON report goes.
        names: an authority file, or None.
    """

    name: str
    paths: tuple[Path, ...]
    output: Path
    names: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    Attributes:
        name: the job's.
        differences: number of differences found; None where it failed.
        error: why it failed, in one line, or None.
    """

    name: str
    differences: int | None
    error: str | None = None


def run_chunk(jobs: tuple[Job, ...]) -> tuple[Outcome, ...]:
    """Does some jobs, in order. A job that fails does not stop the others.

    Args:
        jobs: the jobs.

    Returns:
        Their outcomes, in the same order.
    """
    return tuple(_run(job) for job in jobs)


def run_jobs(jobs: Iterable[Job], executor: Executor | None = None) -> Iterator[Outcome]:
    """Does jobs here, or in the workers of an executor.

    Args:
        jobs: the jobs; they are taken a chunk at a time.
        executor: a process pool, or the executor of a cluster; None works in this process.

    Yields:
        The outcomes, in the order of the jobs.
    """
    waiting = iter(jobs)
    chunks = iter(lambda: tuple(islice(waiting, _CHUNK)), ())
    for outcomes in map(run_chunk, chunks) if executor is None else executor.map(run_chunk, chunks):
        yield from outcomes


def _run(job: Job) -> Outcome:
    from align.reports import write_json
    from align.workspace import open_comparison

    try:
        comparison = open_comparison(job.paths, names=job.names)
        unfinished = job.output.with_name(job.output.name + ".part")
        unfinished.write_text(write_json(comparison), "utf-8")
        unfinished.replace(job.output)
    except (EditionError, AlignError, OSError) as error:
        return Outcome(job.name, None, " ".join(str(error).split()))
    return Outcome(job.name, len(comparison.differences))
