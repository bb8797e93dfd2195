"""What is missing is asked for with the command that fits the installation: a checkout, a wheel or a frozen program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import annotator
from annotator.storage.program.installation import DISTRIBUTION
from tests.support.paths import ROOT

PACKAGE = Path(annotator.__file__).parent
WITHOUT_LIBRARIES = "import sys; sys.modules['pyarrow'] = sys.modules['docx'] = None"
START = "from annotator.cli import main; sys.exit(main())"


def run(package: Path, *arguments: str, before: str = "", python: str = sys.executable) -> str:
    """Run a command of the package in ``package``, where two libraries are missing; return what it printed."""
    program = "; ".join([WITHOUT_LIBRARIES, f"sys.executable = {python!r}", *([before] if before else []), START])
    environment = {**os.environ, "PYTHONPATH": str(package), "ANNOTATOR_CONFIG_DIR": str(package / "settings")}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(
        command, cwd=package, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the package as the wheel does."""
    folder = tmp_path_factory.mktemp("site-packages")
    shutil.copytree(PACKAGE, folder / "annotator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("resources", "sample_articles"):
        shutil.copytree(ROOT / name, folder / "annotator" / name)
    return folder


def test_a_checkout_is_installed_again_as_editable(tmp_path: Path) -> None:
    told = run(ROOT, "export", "parquet", str(ROOT / "sample_articles"), "-o", str(tmp_path / "out.parquet"))
    assert f'pyarrow is not installed: “{sys.executable} -m pip install -e "{ROOT}[export]"” installs it.' in told


def test_a_wheel_takes_the_extra_from_the_package_index(unpacked_wheel: Path) -> None:
    told = run(unpacked_wheel, "formats")
    assert f'pyarrow is not installed: “{sys.executable} -m pip install "{DISTRIBUTION}[export]"” installs it.' in told
    assert f'docx is not installed: “{sys.executable} -m pip install "{DISTRIBUTION}"” installs it.' in told


def test_a_frozen_program_names_no_command(unpacked_wheel: Path) -> None:
    told = run(unpacked_wheel, "formats", before="sys.frozen = True")
    assert "This build does not contain pyarrow." in told
    assert "This build does not contain docx." in told
    assert "pip" not in told


def test_a_python_with_blanks_in_its_path_is_quoted(unpacked_wheel: Path) -> None:
    told = run(unpacked_wheel, "formats", python="/a folder/python")
    assert f'“"/a folder/python" -m pip install "{DISTRIBUTION}[export]"”' in told


def test_an_article_whose_library_is_missing_says_how_to_get_it(unpacked_wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "story.docx").write_bytes(b"PK")
    told = run(unpacked_wheel, "import", "docx", str(tmp_path / "story.docx"))
    assert f'python-docx is not installed: “{sys.executable} -m pip install "{DISTRIBUTION}"” installs it.' in told
