"""Import of annotations whose article has another text here: times and corrections go along with their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main
from annotator.notebooks import read_document

CUES = "1\n00:00:01,000 --> 00:00:03,000\nSnow fell.\n\n2\n00:00:04,000 --> 00:00:06,000\nIt was cold.\n"
LEFT_OUT = "the article has another text here, so its read ranges, corrections or times are left out"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Snow\nfell.\n\nIt was cold.", [(0, 10), (12, 24)]),
        ("Late news. Snow fell.\nIt was cold.", [(11, 21), (22, 34)]),
        ("Snow fell.\nIt was warm.", [(0, 10)]),
    ],
)
def test_times_are_those_of_the_text_here(
    tmp_path: Path, text: str, times: list[tuple[int, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    (there / "film.srt").write_text(CUES, "utf-8")
    (here / "film.txt").write_text(text, "utf-8")
    lines = tmp_path / "film.jsonl"
    assert main(["import", "articles", str(there)]) == 0
    assert main(["export", "jsonl", str(there), "-o", str(lines)]) == 0
    main(["import", "jsonl", str(lines), "-o", str(here)])

    assert (LEFT_OUT in capsys.readouterr().out) is (len(times) < 2)
    found = read_document(here / "film.txt").article_extra["times"]
    assert isinstance(found, list)
    assert [str(one).split()[0] for one in found] == [f"{start}-{end}" for start, end in times]
