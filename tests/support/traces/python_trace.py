"""What a process asked of the system as far as Python itself saw it, where no other tracing is allowed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support.traces.system_trace import PATIENCE, Trace

REPORT = "ANNOTATOR_PROOF_REPORT"
WATCHED = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}


def python_traced(command: Sequence[str], environment: Mapping[str, str], current: Path, report: Path) -> Trace:
    """Run the command, a Python module, to its end with an ear on its audit events."""
    listening = [command[0], "-m", "tests.support.traces.python_trace", *command[2:]]
    own = {**environment, REPORT: str(report)}
    done = subprocess.run(
        listening, env=own, cwd=current, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    events = [line.split("\t") for line in report.read_text("utf-8", "surrogateescape").splitlines()]
    named = {str(current / path) for kind, path in events if kind in ("read", "write")}
    written = {str(current / path) for kind, path in events if kind == "write" and not path.startswith("/dev/")}
    families = tuple(path for kind, path in events if kind == "socket")
    return Trace(families, frozenset(named), frozenset(written), done.stdout, done.returncode)


def _listen(report: Path) -> None:
    handle = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(event: str, arguments: tuple[object, ...]) -> None:
        told = ""
        if event == "socket.__new__":
            told = f"socket\t{socket.AddressFamily(arguments[1]).name}"
        elif event in WATCHED and isinstance(arguments[0], str | bytes | os.PathLike):
            writes = event != "open" or bool(int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            told = f"{'write' if writes else 'read'}\t{os.fsdecode(arguments[0])}"
        if told:
            os.write(handle, os.fsencode(told.replace("AF_", "").replace("\n", " ") + "\n"))

    sys.addaudithook(note)


if __name__ == "__main__":
    import runpy

    _listen(Path(os.environ[REPORT]))
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
