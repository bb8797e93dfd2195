"""The docs for contributors: their commands work, their rooms and files are there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.layers_picture import PICTURE, picture
from tests.support.paths import ROOT

PAGES = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(<!-- run by \.ci/run -->\n)?```sh\n(.*?)```", re.DOTALL)
PYTHON = ".venv/bin/python"


def commands(*, in_ci: bool) -> list[str]:
    """The commands of CONTRIBUTING.md that CI runs, or those that are quick enough to be run here."""
    found = BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    return [line for marker, block in found if bool(marker) == in_ci for line in block.strip().splitlines()]


@pytest.mark.parametrize("command", commands(in_ci=False))
def test_the_command_works(command: str) -> None:
    assert command.startswith(f"{PYTHON} ")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    collecting = ["--collect-only"] if " pytest " in command else []  # the tests themselves run anyway
    words = [sys.executable, *shlex.split(command)[1:], *collecting]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", commands(in_ci=True))
def test_ci_runs_the_command(command: str) -> None:
    ran = (ROOT / ".ci" / "run").read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    assert command.removeprefix("xargs -a .ci/debian-packages sudo ") in ran


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    named = re.findall(r"`([a-z_/]+/[a-z_]+\.py|[a-z]+/[a-z_/]+)`", page.read_text("utf-8"))
    roots = (ROOT, ROOT / "annotator")
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


def test_picture_and_page_show_every_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [layer for contract in contracts if contract["type"] == "layers" for layer in contract["layers"]]
    rooms = {room.strip() for layer in layers for room in layer.split("|") if "(" not in room}
    assert PICTURE.read_text("utf-8") == picture(), "run “python -m tests.layers_picture”"
    shown = set(re.findall(r">([a-z_]+)</text>", picture()))
    assert rooms - shown == set()
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    folders = {room for room in rooms if any(path.is_dir() for path in (ROOT / "annotator").rglob(room))}
    assert {folder for folder in folders if folder not in page} == set()
