"""An unexpected error in words."""

from __future__ import annotations

import pytest

from annotator.session.errors.error_report import crash_report, report_of
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
    assert "told" in failure.details
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


def test_messages_stay_in_the_details() -> None:
    failure = report_of(KeyError("a secret"), None, NOW)
    assert "a secret" in failure.details
    assert "a secret" not in failure.sentence
    assert "a secret" not in failure.error.head


def test_an_error_that_cannot_be_told_is_told() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert "MuteError" in report_of(MuteError(), None, NOW).details


def test_the_last_words_of_a_crash() -> None:
    failure = crash_report(CRASH.replace("{package}", str(PACKAGE)), NOW)
    assert failure.sentence == "SegmentationFault at annotator/ui/editing/marking.py:31"
    assert crash_report("nonsense", NOW).sentence == "Crash at an unknown place"
