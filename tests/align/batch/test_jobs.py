from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from align.batch import Job, run_jobs

MEETING = Path("examples/meeting-1952")


def jobs(folder: Path) -> list[Job]:
    return [
        Job("same", (MEETING / "c.md", MEETING / "c.md"), folder / "same.json"),
        Job("missing", (MEETING / "a.txt", MEETING / "gone.txt"), folder / "missing.json"),
        Job("digest", (MEETING / "a.txt", MEETING / "c.md"), folder / "digest.json", MEETING / "names.yaml"),
        Job("nowhere", (MEETING / "c.md", MEETING / "c.md"), folder / "no" / "such" / "folder.json"),
    ]


def check(folder: Path, outcomes: list) -> None:
    by_name = {outcome.name: outcome for outcome in outcomes}
    assert list(by_name) == ["same", "missing", "digest", "nowhere"]
    assert by_name["same"].differences == 0
    assert by_name["digest"].differences == len(json.loads((folder / "digest.json").read_text("utf-8"))["differences"])
    for name in ("missing", "nowhere"):
        assert by_name[name].differences is None
        assert by_name[name].error
        assert "\n" not in by_name[name].error
    assert "gone.txt" in by_name["missing"].error
    assert sorted(path.name for path in folder.iterdir()) == ["digest.json", "same.json"], "nothing half written"


def test_in_this_process(tmp_path: Path) -> None:
    check(tmp_path, list(run_jobs(jobs(tmp_path))))


def test_in_a_pool_of_processes(tmp_path: Path) -> None:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        check(tmp_path, list(run_jobs(jobs(tmp_path), pool)))
