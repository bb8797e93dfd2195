"""The house keeps its rules: layers and rooms, what the model imports, sizes of files and folders."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import ROOT

PACKAGE = ROOT / "annotator"
LINT = "from importlinter.cli import lint_imports_command as run; run()"
MOST_LINES, MOST_FILES = 250, 25

MODEL_IMPORTS = frozenset(
    {
        *(
            "__future__",
            "bisect",
            "collections",
            "dataclasses",
            "decimal",
            "enum",
            "functools",
            "hashlib",
            "heapq",
            "itertools",
        ),
        *("msgspec", "operator", "random", "re", "string", "types", "typing", "unicodedata", "annotator.model"),
        "annotator.translation",
    }
)
"""Modules that the model may import: values and pure functions need no more."""

VIOLATIONS = {
    "Imports go down the layers": ("storage/files/free_name.py", "import annotator.corpus.tree"),
    "The rooms of the window": ("ui/panels/places/counts.py", "import annotator.ui.dialogs.about_dialog"),
    "The rooms of the session": ("session/opening/scheme_cache.py", "import annotator.session.sync.presence"),
    "The rooms of the storage": ("storage/files/processes.py", "import annotator.storage.saving.history"),
    "The rooms of the exchange": ("interop/output.py", "import annotator.interop.registry"),
    "No circles among siblings": ("ui/theme/tokens.py", "import annotator.ui.theme.style"),
    "No Qt below the session, none in commands": ("language/words.py", "import PySide6.QtCore"),
    "Widgets know no session, no files and no other programs": (
        "ui/widgets/field_box.py",
        "import annotator.session.session",
    ),
    "Pages of paper and charts are painted without a window": ("ui/paper/notes.py", "import annotator.session.session"),
    "No panel knows another": ("ui/panels/articles/progress.py", "import annotator.ui.panels.details.quote"),
    "No dialog knows another": ("ui/dialogs/about_dialog.py", "import annotator.ui.dialogs.key_sheet"),
    "No format knows another": ("interop/formats/jsonl.py", "import annotator.interop.formats.doccano"),
    "No kind of article knows another": (
        "interop/articles/kinds/plain.py",
        "import annotator.interop.articles.kinds.rtf.text",
    ),
    "Only the article view, paper and foreign offsets convert to UTF-16": (
        "ui/long_work/work_row.py",
        "import annotator.model.offsets",
    ),
}
"""A violation of each contract: a module, and the line that is planted in it."""

UNNOTICED = {
    "No circles among siblings": ("storage/files/file_error.py", "import annotator.storage.files.atomic_write"),
    "Only the article view, paper and foreign offsets convert to UTF-16": (
        "ui/widgets/banner.py",
        "import annotator.model.offsets",
    ),
    "The rooms of the window": ("ui/article_view/margins/margin.py", "import annotator.ui.window.docks"),
}
"""More violations, which earlier contracts did not notice."""


def lint(folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env=environment, capture_output=True, text=True, timeout=240
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("planted", [VIOLATIONS, UNNOTICED], ids=["each contract", "once unnoticed"])
def test_every_contract_bites(tmp_path: Path, planted: dict[str, tuple[str, str]]) -> None:
    shutil.copytree(PACKAGE, tmp_path / "annotator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line in planted.values():
        with (tmp_path / "annotator" / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    printed = lint(tmp_path)
    assert [name for name in planted if f"{name} BROKEN" not in printed] == []
    for module, line in planted.values():
        name = module.removesuffix(".py").rpartition("/")[2]
        assert name in printed, f"{line} in {module} was not noticed"


def test_every_contract_has_a_planted_violation() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    contracts = text.partition("[[tool.importlinter.contracts]]")[2]
    names = [line.split('"')[1] for line in contracts.splitlines() if line.startswith("name = ")]
    assert sorted(names) == sorted(VIOLATIONS)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").rglob("*.py")), ids=lambda path: path.stem)
def test_the_model_imports_what_is_allowed_only(path: Path) -> None:
    roots = {name if not name.startswith("annotator.") else ".".join(name.split(".")[:2]) for name in imported(path)}
    assert {root if root.startswith("annotator") else root.split(".")[0] for root in roots} <= MODEL_IMPORTS


def test_files_are_short() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {str(path): count for path, count in lines.items() if count > MOST_LINES} == {}


def test_folders_are_small() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")} | {p.parent for p in PACKAGE.rglob("*.py")}
    counts = {folder: sum(1 for file in folder.glob("*.py") if file.name != "__init__.py") for folder in folders}
    assert {str(folder): count for folder, count in counts.items() if count > MOST_FILES} == {}
