"""The command line, run as its user runs it, in this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from assistant.cli import main


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status, results and messages."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def minutebook(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `minutebook` with arguments."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["minutebook", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return run
