"""The built wheel: its name, what it asks for, and what Linux desktops find in it."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import tomllib
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator import __version__
from annotator.storage.program.installation import DISTRIBUTION, EXPORT
from tests.support.paths import ROOT

STEM = f"{DISTRIBUTION.replace('-', '_')}-{__version__}"
DESKTOP_FILE = f"{STEM}.data/data/share/applications/annotator.desktop"
ICON = f"{STEM}.data/data/share/icons/hicolor/scalable/apps/annotator.svg"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return ZipFile(next(folder.iterdir()))


@pytest.fixture(scope="module")
def metadata(wheel: ZipFile) -> Message:
    return Parser().parsestr(wheel.read(f"{STEM}.dist-info/METADATA").decode())


@pytest.fixture
def desktop_entry(wheel: ZipFile) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(wheel.read(DESKTOP_FILE).decode())
    return parser["Desktop Entry"]


def test_its_name_is_the_one_that_the_program_tells(metadata: Message) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert metadata["Name"] == DISTRIBUTION == project["name"]


def test_web_pages_word_and_pdf_are_read_without_an_extra(metadata: Message) -> None:
    needed = {re.split(r"[<>=]", line)[0] for line in metadata.get_all("Requires-Dist", []) if "extra" not in line}
    assert {"trafilatura", "lxml", "lxml-html-clean", "python-docx", "pypdfium2"} <= needed
    assert EXPORT in metadata.get_all("Provides-Extra", [])


def test_it_has_the_command_the_samples_and_the_resources(wheel: ZipFile) -> None:
    assert "annotator = annotator.cli:main" in wheel.read(f"{STEM}.dist-info/entry_points.txt").decode()
    names = set(wheel.namelist())
    assert {"annotator/__main__.py", "annotator/py.typed", "annotator/resources/icons/annotator.svg"} <= names
    assert {f"annotator/sample_articles/{path.name}" for path in (ROOT / "sample_articles").iterdir()} <= names
    assert not [name for name in names if name.startswith("tests/")]


def test_the_desktop_starts_the_command_with_its_icon(wheel: ZipFile, desktop_entry: configparser.SectionProxy) -> None:
    assert desktop_entry["Exec"].split() == ["annotator", "%f"]
    assert desktop_entry["Icon"] == Path(ICON).stem
    assert wheel.read(ICON) == (ROOT / "resources" / "icons" / "annotator.svg").read_bytes()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktop_entry_follows_the_specification(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extract(DESKTOP_FILE, tmp_path)
    command = ["desktop-file-validate", str(tmp_path / DESKTOP_FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
