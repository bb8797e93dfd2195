"""No module that can be different on another system is left out of its check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.code.differing_modules import differing_modules
from tests.support.paths import ROOT


@pytest.mark.parametrize(
    "source",
    [
        *("import os\n\nos.fork()", "from os import fork\n\nfork()", "    import os\n\n    os.O_BINARY"),
        *("import os.path\nimport os as system\n\nsystem.getuid()", "import fcntl\n\nfcntl.flock(1, fcntl.LOCK_EX)"),
        *(
            "import signal\n\nsignal.SIGKILL",
            "from subprocess import STARTUPINFO",
            "import sys\n\nsys.getwindowsversion()",
        ),
        *("def f(path: Path) -> str:\n    return path.owner()", "except OSError as error:\n    error.winerror"),
        *("import sys\n\nif sys.platform == 'win32':\n    pass", "from sys import platform"),
    ],
)
def test_what_asks_for_the_system_or_differs_there_is_looked_at(tmp_path: Path, source: str) -> None:
    (tmp_path / "paths.py").write_text("from pathlib import Path\n", "utf-8")
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert differing_modules(tmp_path) == [str(tmp_path / "module.py")]


@pytest.mark.parametrize(
    "source", ["import os\n\nos.replace('a', 'b')", "fork = 3", "from annotator.model import span"]
)
def test_what_is_the_same_everywhere_is_not(tmp_path: Path, source: str) -> None:
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert differing_modules(tmp_path) == []


def test_the_modules_that_are_different_by_system_are_among_them() -> None:
    found = {Path(path).relative_to(ROOT).as_posix() for path in differing_modules()}
    assert {
        "annotator/storage/files/system_files.py",
        "annotator/storage/files/system_locks.py",
        "annotator/storage/files/processes.py",
        "annotator/interop/articles/kinds/pdf/limits.py",
    } <= found
