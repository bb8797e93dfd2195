"""An import that is interrupted at any line leaves the folder as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from annotator.cli import main
from annotator.interop.incoming import article_import, importing
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.storage.saving import saver
from tests.support.paths import ROOT

WATCHED = {article_import.__file__, importing.__file__, saver.__file__}
INTERRUPTED = 130


class Interrupter:
    """Raise KeyboardInterrupt at the n-th line that runs in the importers and the saver."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __enter__(self) -> Interrupter:
        self._before = sys.gettrace()
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.settrace(self._before)

    @property
    def over(self) -> bool:
        return self._left >= 0

    def _trace(self, frame: FrameType, event: str, _what: Any) -> Callable[..., Any] | None:
        if frame.f_code.co_filename not in WATCHED or self._left < 0 or "take_back" in frame.f_code.co_name:
            return None
        if event == "line" and frame.f_code.co_name not in ("__init__", "<module>"):
            self._left -= 1
            if self._left < 0:
                raise KeyboardInterrupt
        return self._trace


def everything(folder: Path) -> dict[str, bytes | None]:
    found = folder.rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in found}


def jsonl(path: Path, *names: str) -> None:
    record = {"format": "annotator-jsonl", "version": 1, "annotations": [], "relations": []}
    lines = [json.dumps(record | {"path": name, "text": f"The text of {name}.\n"}) for name in names]
    path.write_text("\n".join(lines))


@pytest.mark.parametrize("format", ["table", "jsonl"])
def test_an_import_interrupted_at_any_line_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.table").write_text("name,text\na,One one one\nb,Two two two\n")
    jsonl(tmp_path / "in.jsonl", "a.txt", "sub/b.txt")
    before, interrupted = everything(tmp_path), 0
    for at in range(0, 10_000, 4):
        with Interrupter(at) as interrupter:
            code = main(["import", format, f"in.{format}", "-o", "new/folder"])
        if interrupter.over:
            break
        assert code == INTERRUPTED
        assert everything(tmp_path) == before, at
        interrupted += 1
    assert interrupted > 10
    assert (tmp_path / "new" / "folder" / "a.annotations.yaml").exists()


def test_an_article_whose_sidecar_is_interrupted_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(saver.Saver):
        def save(self, *_arguments: Any) -> bytes:
            assert (tmp_path / "a.txt").exists()
            raise KeyboardInterrupt

    (tmp_path / "in.csv").write_text("name,text\na,One one one\n")
    before = everything(tmp_path)
    monkeypatch.setattr(article_import, "Saver", Interrupted)
    assert (
        main(["import", "table", str(tmp_path / "in.csv"), "--text-column", "text", "--name-column", "name"])
        == INTERRUPTED
    )
    assert everything(tmp_path) == before


def test_what_somebody_has_changed_since_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in.csv").write_text("name,text\na,One one one\nb,Two two two\n")
    put = ArticleImporter.put

    def changed_then_interrupted(self: ArticleImporter, *arguments: Any) -> None:
        if (tmp_path / "a.txt").exists():
            (tmp_path / "a.annotations.yaml").write_text("mine")
            raise KeyboardInterrupt
        put(self, *arguments)

    monkeypatch.setattr(ArticleImporter, "put", changed_then_interrupted)
    assert (
        main(["import", "table", str(tmp_path / "in.csv"), "--text-column", "text", "--name-column", "name"])
        == INTERRUPTED
    )
    assert (tmp_path / "a.annotations.yaml").read_text() == "mine"


KILLED = """
import os, sys
from annotator.cli import main
from annotator.storage.files.folder_handle import FolderHandle
FolderHandle.replace = lambda *_rest: os.kill(os.getpid(), 9)
main(["import", sys.argv[1], sys.argv[2], "-o", "new"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("source", ["in.csv", "in.jsonl"])
def test_what_a_killed_import_left_is_cleared_at_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("name,text\na,One one one\n")
    jsonl(tmp_path / "in.jsonl", "a.txt")
    format = "table" if source == "in.csv" else "jsonl"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run([sys.executable, "-c", KILLED, format, source], cwd=tmp_path, env=environment, check=False)
    assert killed.returncode == -9
    assert next((tmp_path / "new").iterdir()).name.startswith(".annotator-")
    assert main(["import", format, source, "-o", "new"]) == 0
    assert "What an interrupted run left in new was removed: .annotator-" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [".annotator", "a.annotations.yaml", "a.txt"]
