"""The files that come with the program, from a checkout and from an installed package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import annotator
from annotator.storage.program.resources import resource, samples


def test_they_are_found_in_a_checkout() -> None:
    assert resource("schemes").is_dir()
    assert samples().is_dir()


def test_they_are_found_in_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "annotator"
    shutil.copytree(Path(annotator.__file__).parent, package, ignore=shutil.ignore_patterns("ui", "__pycache__"))
    (package / "resources").mkdir()
    (package / "sample_articles").mkdir()
    program = "from annotator.storage.program.resources import *; print(resource('a/b.svg')); print(samples())"
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(package / "resources/a/b.svg"), str(package / "sample_articles")]
