"""Texts that name files and hosts: nothing of it is opened, and nothing is written but where it belongs."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.bait import PLANTED, Scene, make_scene
from tests.support.paths import ROOT
from tests.support.traces.python_trace import python_traced
from tests.support.traces.system_trace import Trace, below, can_trace, traced

FAILS_IF = (
    "the program connects to anywhere, asks for a file that a text names or writes outside the folder and its "
    "settings, or if a program that falls for it is not noticed"
)
FAULTS = (
    Fault(
        "tips take their text for rich",
        "annotator/ui/widgets/words/line_of_text.py",
        "{escaped}</p>",
        "{text}</p>",
        "files that the texts name",
    ),
    Fault(
        "a connection at the start",
        "annotator/app.py",
        'application.setDesktopFileName("annotator")',
        'application.setDesktopFileName("annotator")\n    __import__("socket").socket().connect_ex(("127.0.0.1", 9))',
        "connections",
    ),
    Fault(
        "a copy of what was saved last, where the program was started",
        "annotator/storage/saving/saver.py",
        "self._keep_text(document.article)\n        return data",
        'self._keep_text(document.article)\n        Path("last-saved.yaml").write_bytes(data)\n        return data',
        "files written outside",
    ),
)
INTERNET = ("INET", "INET6")
PYTHON_ONLY = ", by Python’s own calls alone: strace may not be used here"


def prove(full: bool) -> Iterator[Line]:
    """Drive the program through such a folder; and see that the same eyes notice a program that falls for it."""
    del full  # one run shows everything
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        below_honest, below_fallen = Path(folder, "honest"), Path(folder, "fallen")
        below_honest.mkdir()
        below_fallen.mkdir()
        scene = make_scene(below_honest)
        yield from _lines(scene, _run(scene))
        fallen = make_scene(below_fallen)
        yield _noticed(fallen, _run(fallen, "--fall"))


def _run(scene: Scene, *options: str) -> Trace:
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "ANNOTATOR_CONFIG_DIR": str(scene.settings),
        "HOME": str(scene.home),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    gone = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in gone} | own
    command = [sys.executable, "-m", "tests.proofs.no_surprises_child", str(scene.opened), scene.bait, *options]
    run = traced if can_trace() else python_traced
    return run(command, environment, scene.current, scene.opened.parent / "trace")


def _lines(scene: Scene, trace: Trace) -> list[Line]:
    by = "" if can_trace() else PYTHON_ONLY
    steps: dict[str, bool] = json.loads(trace.output) if trace.output.startswith("{") else {}
    done = sum(steps.values())
    missing = ", ".join(name for name, seen in steps.items() if not seen)
    families = Counter(family for family in trace.families if family != "UNSPEC")
    others = ", ".join(f"{count} {family}" for family, count in families.items() if family not in INTERNET) or "none"
    calls = sum(families[family] for family in INTERNET)
    foreign = _planted(trace)
    outside = sorted(path for path in trace.written if not below(path, (scene.opened, scene.settings)))
    return [
        Line(
            "places driven through where text is shown",
            f"{done} of {len(steps)} {missing}".strip(),
            "all, and exit 0",
            0 < done == len(steps) and trace.code == 0,
        ),
        Line(f"connections{by}", f"{calls} (local: {others})", "0", calls == 0),
        Line(
            f"files that the texts name, asked for{by}",
            f"{len(foreign)} of {len(PLANTED)} {' '.join(foreign)}".strip(),
            "0",
            not foreign,
        ),
        Line(
            f"files written outside the folder and the settings{by}",
            f"{len(outside)} {' '.join(outside[:5])}".strip(),
            "0",
            not outside,
        ),
    ]


def _planted(trace: Trace) -> list[str]:
    """The planted files, and shares and hosts, that were asked for by their own names."""
    asked = {PurePath(path).name for path in trace.named} & set(PLANTED)
    return sorted(asked | {path for path in trace.named if "host.invalid" in PurePath(path).parts})


def _noticed(scene: Scene, trace: Trace) -> Line:
    found = {
        "file": bool(_planted(trace)) or not can_trace(),
        "connection": any(family in INTERNET for family in trace.families),
        "written": any(path.endswith("written-outside.txt") for path in trace.written),
    }
    told = ", ".join(name for name, seen in found.items() if seen)
    return Line("the same, noticed of a program that falls for it", told, ", ".join(found), all(found.values()))
