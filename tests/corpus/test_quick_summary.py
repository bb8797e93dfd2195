"""The quick way to a summary says what the plain way says, or nothing at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.corpus.quick_summary import quick_summary
from annotator.corpus.summary import Summary, summarise
from annotator.storage.sidecars.sidecar_files import sidecar_path

Annotated = Callable[..., Path]
PIECES = st.sampled_from(
    [b"", b"Title\n", b"\n \n", b"Gr\xc3\xbc\xc3\x9fe", b"\r\n", b"\0", b"\xef\xbb\xbf", b"\xff", b"\x1b$B", b"~{abc~}"]
)


def quick(article: Path, annotator: str = "") -> Summary | None:
    sidecar = sidecar_path(article, annotator)
    return quick_summary(str(article), str(sidecar) if sidecar.exists() else None)


@pytest.mark.parametrize("annotator", ["", "alice"])
def test_what_is_usual_is_read_quickly(folder: Path, annotated: Annotated, annotator: str) -> None:
    story = folder / "story.txt"
    assert quick(story) == summarise(story, "")
    annotated(story, annotator=annotator, status="done")
    found = quick(story, annotator)
    assert found is not None
    assert (found.status, found.annotations) == ("done", 2)
    assert found == summarise(story, annotator)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'file: "story.txt"', b'file: "other.txt"'),
        (b'sha256: "', b'sha256: "0'),
        (b"# ", b"#"),
        (b"version: 1", b"version: 2"),
        (b"annotations:", b"annotations: # by hand"),
    ],
)
def test_a_sidecar_of_another_layout_is_said_alike_or_not_at_all(
    folder: Path, annotated: Annotated, old: bytes, new: bytes
) -> None:
    sidecar = annotated(folder / "story.txt")
    sidecar.write_bytes(sidecar.read_bytes().replace(old, new, 1))
    assert quick(folder / "story.txt") in (None, summarise(folder / "story.txt", ""))


def test_an_article_that_has_changed_is_left_to_the_plain_way(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    (folder / "story.txt").write_text("Another text.\n", "utf-8")
    assert quick(folder / "story.txt") is None


@given(st.lists(PIECES, max_size=5).map(b"".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_article_is_said_alike_or_not_at_all(folder: Path, data: bytes) -> None:
    path = folder / "any.txt"
    path.write_bytes(data)
    assert quick(path) in (None, summarise(path, ""))


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_links_and_pipes_are_left_to_the_plain_way(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "story.txt")
    os.mkfifo(folder / "pipe.txt")
    assert quick(folder / "link.txt") is None
    assert quick(folder / "pipe.txt") is None
    assert quick(folder / "none.txt") is None
