"""What the labels of another program are called here."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.interop.incoming.label_map import read_label_map
from annotator.storage.files.file_error import FileError


def test_names_are_mapped_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text('labels:\n  PER: source\n  "MISC":\nrelations: {Origin: attributed_to}\n', encoding="utf-8")
    names = read_label_map(path)
    assert [names.label(name) for name in ("PER", "MISC", "claim")] == ["source", "", "claim"]
    assert [names.relation(name) for name in ("Origin", "via")] == ["attributed_to", "via"]


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ("", 1, "must have “labels:”"),
        ("- a\n", 1, "must have “labels:”"),
        ("labels:\n  a: b\nlabel: {}\n", 3, "Only labels and relations can be mapped"),
        ("labels:\n  a: [b]\n", 2, "must be text"),
        ("labels: x\n", 1, "must be a mapping"),
        ("labels:\n  a: b\n  a: c\n", 3, "stands twice"),
        ("labels: &x {}\n", 1, "anchor"),
    ],
)
def test_what_is_wrong_has_its_line(tmp_path: Path, text: str, line: int, about: str) -> None:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=about) as caught:
        read_label_map(tmp_path / "map.yaml")
    assert caught.value.problem.line == line


def test_a_map_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not there"):
        read_label_map(tmp_path / "map.yaml")
