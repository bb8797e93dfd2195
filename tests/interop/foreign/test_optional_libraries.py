"""Large libraries, some of which not everybody has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import is_installed, made_by, require
from annotator.storage.program.installation import missing_library
from tests.support.hard_entries import exported


def test_what_is_missing_is_asked_for_with_the_command_that_brings_it() -> None:
    with pytest.raises(ForeignError) as raised:
        require("nothing_of_that_name", "Nothing", "export")
    assert raised.value.sentence == missing_library("Nothing", "export")
    assert not is_installed("nothing_of_that_name")


def test_what_is_there_is_given_and_named_with_its_version() -> None:
    assert require("json", "json").loads("1") == 1
    assert is_installed("json")
    assert made_by("PyYAML").startswith("PyYAML 6")
    assert made_by("nothing-of-that-name") == "nothing-of-that-name"


def test_an_export_that_lacks_its_library_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ForeignError, match="pyarrow is not installed"):
        exported("parquet", tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []
