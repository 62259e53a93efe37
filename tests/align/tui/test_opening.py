from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from align.errors import UnusableInput
from align.tui import run_workbench
from align.tui.app import HexaplaApp
from align.tui.loading import LoadingScreen
from align.tui.workbench import Workbench
from editions.errors import UnreadableFile


@pytest.fixture
def no_terminal(monkeypatch: pytest.MonkeyPatch):
    """Runs the application without a terminal, with somebody at its keys."""
    run = HexaplaApp.run
    pilots = []

    def headless(self) -> None:
        run(self, headless=True, auto_pilot=pilots[0] if pilots else None)

    monkeypatch.setattr(HexaplaApp, "run", headless)
    return pilots


@pytest.mark.parametrize(
    "error", [UnreadableFile("is empty", path="a.txt"), UnusableInput("no turns", path="b.txt"), ZeroDivisionError()]
)
def test_what_stops_the_loading_is_raised_to_the_caller(no_terminal, error) -> None:
    def load(_progress):
        raise error

    with pytest.raises(type(error)) as raised:
        run_workbench(load, title="a / b")
    assert raised.value is error


def test_leaving_gives_0(no_terminal, council) -> None:
    async def leave(pilot) -> None:
        while not isinstance(pilot.app.screen, Workbench):
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        await pilot.press("q")

    no_terminal.append(leave)
    assert run_workbench(lambda _progress: council, title="a / b") == 0


def test_loading_can_be_stopped_even_where_it_reports_nothing(no_terminal, council) -> None:
    let_go = threading.Event()

    async def stop(pilot) -> None:
        while not isinstance(pilot.app.screen, LoadingScreen):
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        await pilot.press("escape")

    no_terminal.append(stop)

    def load(_progress):
        let_go.wait(60)
        return council

    assert run_workbench(load, title="a / b") == 130
    let_go.set()


def test_the_next_report_ends_work_that_was_stopped(no_terminal) -> None:
    ended = threading.Event()
    begun = threading.Event()

    async def stop(pilot) -> None:
        while not begun.is_set():
            await pilot.pause(0.01)
        await pilot.press("q")

    no_terminal.append(stop)

    def load(progress):
        try:
            for done in range(1_000_000):
                progress("pairing", done, 1_000_000)
                begun.set()
                time.sleep(0.001)
        finally:
            ended.set()

    assert run_workbench(load, title="a / b") == 130
    assert ended.wait(10)


async def test_progress_is_shown(council) -> None:
    go_on = threading.Event()

    def load(progress):
        progress("pairing A and B", 30, 120)
        go_on.wait(30)
        return council

    app = HexaplaApp(load, "a.txt / b.txt \x1b[2J")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.25)
        shown = str(app.screen.query_one("#stage").render())
        assert "pairing A and B" in shown
        assert "30 of 120" in shown
        assert "\x1b" not in str(app.screen.query_one("#title").render())
        go_on.set()
        for _ in range(200):
            await pilot.pause(0.01)
            if isinstance(app.screen, Workbench):
                break
        assert isinstance(app.screen, Workbench)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_a_real_terminal_it_opens_takes_keys_and_puts_the_screen_back() -> None:
    import fcntl
    import pty
    import select
    import struct
    import termios

    code = (
        "import importlib.util, sys;"
        "spec = importlib.util.spec_from_file_location('made', 'tests/align/conftest.py');"
        "made = importlib.util.module_from_spec(spec); spec.loader.exec_module(made);"
        "from align.tui import run_workbench;"
        "sys.exit(run_workbench(lambda progress: made.make_comparison(30), title='made'))"
    )
    root = Path(__file__).resolve().parents[3]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(root)
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": "."}
        os.execve(sys.executable, [sys.executable, "-c", code], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    output = b""

    def read_until(wanted: bytes) -> None:
        nonlocal output
        for _ in range(600):
            if wanted in output:
                return
            if select.select([terminal], [], [], 0.05)[0]:
                try:
                    output += os.read(terminal, 65536)
                except OSError:
                    break
        assert wanted in output, output[-2000:]

    read_until(b"row 1/30")
    os.write(terminal, b"j")
    read_until(b"row 2/30")
    os.write(terminal, b"q")
    read_until(b"\x1b[?1049l")
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    os.close(terminal)
