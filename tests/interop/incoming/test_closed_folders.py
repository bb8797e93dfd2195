"""Folders that cannot be listed, in what is imported from: told, never taken for empty ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main
from tests.support.unlistable import unlistable

FILES = {
    "brat": ("story.ann", "T1\tclaim 0 3\tThe\n"),
    "cas-xmi": ("story.xmi", "<xmi/>"),
    "conll": ("claim.conll", "The\tB-claim\n"),
    "label-studio": ("tasks.json", "[]"),
    "articles": ("story.html", "<p>The mayor said so.</p>"),
}


@pytest.mark.parametrize("format", FILES)
def test_the_folder_itself(format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / FILES[format][0]).write_text(FILES[format][1])
    with unlistable(source):
        assert main(["import", format, str(source), "-o", str(tmp_path / "target")]) == 1
    out = capsys.readouterr().out
    assert f"{source}: " in out
    assert "permissions" in out


@pytest.mark.parametrize("format", ["brat", "cas-xmi"])
def test_a_folder_below(format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = tmp_path / "source" / "closed"
    closed.mkdir(parents=True)
    name, content = FILES[format]
    (closed.parent / name).write_text(content)
    with unlistable(closed):
        assert main(["import", format, str(closed.parent), "-o", str(tmp_path / "target")]) == 1
    assert f"{closed}: You are not allowed to read it" in capsys.readouterr().out
    assert not (tmp_path / "target").exists()
