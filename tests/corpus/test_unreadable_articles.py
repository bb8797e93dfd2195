"""Articles that cannot be read are problems too, with or without a sidecar."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.checking.problems import Check
from annotator.storage.sidecars.sidecar_files import sidecar_path


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "It is empty"), (b"\0\1\2", "NUL"), (b"x" * (32 * 1024 * 1024 + 1), "It is too large")],
    ids=["empty", "binary", "too large"],
)
def test_each_gets_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    article = tmp_path / "story.txt"
    article.write_bytes(data)
    (problem,) = Check().below(tmp_path)
    assert problem.path == article
    assert sentence in problem.sentence


def test_it_is_told_once_where_there_is_a_sidecar(tmp_path: Path) -> None:
    article = tmp_path / "story.txt"
    article.write_bytes(b"\0")
    sidecar_path(article).write_text("format: annotator\nversion: 1\n", "utf-8")
    assert [problem.path for problem in Check().below(tmp_path)] == [article]
