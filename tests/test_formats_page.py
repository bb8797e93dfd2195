"""docs/formats.md names every format and every kind of file, and says of each which way is open."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.interop.article_kinds import extractors
from annotator.interop.options import CODE_POINTS, UTF_16
from annotator.interop.registry import formats

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "formats.md").read_text("utf-8")


def rows_of(heading: str) -> dict[str, list[str]]:
    """The first table below the heading, by its first cell."""
    lines = PAGE.partition(f"## {heading}\n")[2].split("\n")
    table = lines[: next(n for n, line in enumerate(lines) if line.startswith("## "))]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table if line.startswith("| `")]
    return {row[0].strip("`"): row for row in cells}


def test_every_format_is_there_with_its_ways() -> None:
    rows = rows_of("Annotations")
    assert list(rows) == [format.name for format in formats()]
    for format in formats():
        _, written_as, ways, *_, offsets, _ = rows[format.name]
        assert ways == ("in" if not format.write else "both" if format.read else "out")
        assert format.suffix in written_as or (not format.suffix and "folder" in written_as)
        if "UTF-16" in offsets.partition(";")[0]:
            assert format.units == (UTF_16,)
        elif "code points" in offsets:
            assert format.units[0] == CODE_POINTS


def test_what_can_go_without_the_texts_is_named() -> None:
    sentence = re.search(r"^Without the texts.*$", PAGE, re.MULTILINE)
    assert sentence
    named = set(re.findall(r"`([a-z-]+)`", sentence[0])) - {"--without-text"}
    assert named == {format.name for format in formats() if format.textless}


def test_every_kind_of_file_is_there_with_its_endings() -> None:
    rows = rows_of("Articles")
    assert list(rows) == [*(kind.name for kind in extractors()), "articles"]
    for kind in extractors():
        assert re.findall(r"`(\.[a-z]+)`", rows[kind.name][1]) == list(kind.suffixes)
