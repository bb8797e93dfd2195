"""Paths that may be sent to strangers."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
import yaml

from annotator.storage.program.private_paths import code_path, without_home, without_user
from annotator.storage.program.resources import PACKAGE


def test_code_is_named_from_its_package_on() -> None:
    assert code_path(str(PACKAGE / "ui" / "a.py")) == "annotator/ui/a.py"
    assert code_path(yaml.__file__) == "yaml/__init__.py"
    assert code_path("<string>") == "<string>"


@pytest.fixture
def ana(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The home folder of a user of that name."""
    home = tmp_path / "ana.ruiz"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(getpass, "getuser", lambda: "aruiz")
    return home


def test_the_home_folder_is_not_named(ana: Path) -> None:
    assert without_home(f"no {ana}/x and “{ana}”") == "no ~/x and “~”"
    assert without_home(f"{ana}2/x") == f"{ana}2/x"
    assert without_user(ana / "notes" / "x") == "~/notes/x"
    assert without_user(Path("/srv/aruiz/ana.ruiz/x")) == "/srv/~/~/x"


def test_a_home_that_is_everything_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/"))
    assert without_home("/etc/hosts") == "/etc/hosts"
