"""What the stories are told with: a folder of articles, and ten annotations with overlaps over all six labels."""

from __future__ import annotations

from pathlib import Path

TOWN = (
    "Harbour town empties before the storm\n\n"
    "Thousands of people left the town on Thursday, said the mayor, Ana Ruiz. "
    "“We will not wait”, she told reporters.\n\n"
    "The Red Cross counted 1,204 buses; prices rose by 3.2 % in the U.S. and elsewhere.\n\n"
    "Share this article\n"
)
OTHER = "Another story\n\nNobody knows 👩‍👩‍👧 what the café will do.\n"
MARKS = [
    ("part", "Harbour town empties before the storm"),
    ("claim", "Thousands of people left the town on Thursday"),
    ("figure", "Thousands"),
    ("source", "the mayor, Ana Ruiz"),
    ("cue", "said"),
    ("quote", "“We will not wait”"),
    ("claim", "We will not wait"),
    ("figure", "1,204"),
    ("source", "The Red Cross"),
    ("claim", "The Red Cross counted 1,204 buses"),
]
KEYS = {"part": "z", "claim": "c", "source": "s", "figure": "f", "cue": "u", "quote": "q"}


def write_folder(folder: Path) -> Path:
    """Two articles; the path of the first."""
    (folder / "town.txt").write_text(TOWN, "utf-8")
    (folder / "zebra.md").write_text(OTHER, "utf-8")
    return folder / "town.txt"


def alike(found: list[tuple[str, str]], wanted: list[tuple[str, str]]) -> bool:
    """Whether two lists hold the same annotations, in whatever order those of one place stand."""
    return sorted(found) == sorted(wanted)


def bytes_below(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with what is in it and when it was changed."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
