"""An unexpected error in words."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.errors.error_report import crash_report, report_of
from annotator.session.errors.error_text import without_names
from annotator.session.preferences.settings import Settings
from annotator.storage.program.resources import PACKAGE
from annotator.storage.program.settings_folder import settings_folder
from tests.support.paths import ROOT

NOW = "2026-11-22T06:21:20Z"
CRASH = """Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "/usr/lib/python3.11/ctypes/__init__.py", line 514 in string_at
  File "{package}/ui/editing/marking.py", line 31 in tag
"""


def test_it_names_kind_and_place() -> None:
    failure = report_of(ValueError("told"), None, NOW)
    assert failure.sentence == "ValueError at an unknown place"
    assert failure.details.startswith("ValueError")
    assert failure.text.startswith(f"## {NOW} ValueError at")


def test_the_innermost_line_of_ours_is_the_place() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("annotator.storage.program.settings_folder.user_config_path", lambda *_args, **_more: 1 / 0)
        patch.delenv("ANNOTATOR_CONFIG_DIR", raising=False)
        with pytest.raises(ZeroDivisionError) as raised:
            settings_folder()
    failure = report_of(raised.value, raised.value.__traceback__, NOW)
    assert failure.error.place.startswith("annotator/storage/program/settings_folder.py:")
    assert str(ROOT) not in failure.details


def failing(work: Callable[[], object]) -> BaseException:
    try:
        work()
    except Exception as error:  # noqa: BLE001 # whatever it is, it is to be told
        return error
    raise AssertionError("nothing failed")


def wrapped() -> None:
    try:
        int("Leak.txt")
    except ValueError as error:
        raise RuntimeError("/home/mara/Leak.txt") from error


EMPTY = Document(Article.of("Leak.txt", "Words"))
PRIVATE: list[Callable[[], object]] = [
    lambda: edits.annotate(EMPTY, Span(0, 99), "claim", id="a", now=""),
    lambda: Settings(theme="Leak.txt"),
    lambda: Path("Leak.txt").read_bytes(),
    lambda: {}["Leak.txt"],
    lambda: int("Leak.txt"),
    lambda: b"\xffLeak.txt".decode(),
    wrapped,
    lambda: (_ for _ in ()).throw(ExceptionGroup("Leak.txt", [ValueError("Leak.txt"), OSError(2, "Leak.txt")])),
]


@pytest.mark.parametrize("work", PRIVATE)
def test_nothing_private_is_in_the_report(work: Callable[[], object]) -> None:
    error = failing(work)
    error.add_note("Leak.txt")
    failure = report_of(error, error.__traceback__, NOW)
    code = "\n".join(line for line in failure.text.splitlines() if not line.startswith("    "))
    assert "Leak" not in code
    assert "mara" not in code


def test_facts_from_code_stay_in_the_details() -> None:
    error = failing(lambda: Path("/nowhere/at all").read_bytes())
    assert "FileNotFoundError: [Errno 2] No such file or directory" in report_of(error, None, NOW).details
    error = failing(lambda: Path().nonsense)  # type: ignore[attr-defined]  # that is the fault
    assert "Path has no nonsense" in report_of(error, None, NOW).details
    error = failing(lambda: import_module("annotator.nowhere"))
    assert "ModuleNotFoundError: annotator.nowhere" in report_of(error, None, NOW).details
    details = report_of(failing(wrapped), None, NOW).details
    assert details.index("ValueError") < details.index("direct cause") < details.index("RuntimeError")


def test_names_are_taken_out_of_what_qt_says() -> None:
    said = without_names('QFile: cannot open "My leak.txt" nor /home/mara/My leak.txt: no\nnext line')
    assert said == "QFile: cannot open “…” nor …\nnext line"


def test_an_error_that_cannot_be_told_is_told() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert "MuteError" in report_of(MuteError(), None, NOW).details


def test_the_last_words_of_a_crash() -> None:
    failure = crash_report(CRASH.replace("{package}", str(PACKAGE)), NOW)
    assert failure.sentence == "SegmentationFault at annotator/ui/editing/marking.py:31"
    assert crash_report("nonsense", NOW).sentence == "Crash at an unknown place"
