"""Comments that are open in a folder: which sidecars have any, and which article each is of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.corpus.annotators.open_comments import by_article, documents_beside, with_comments
from annotator.corpus.seen_sidecars import as_seen_by
from annotator.review.threads import Place, open_places
from tests.support.program import sidecar_of
from tests.support.reviewed.marked import write_reviewed


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write_reviewed(tmp_path, "ines", "omar")


def test_sidecars_with_comments_are_found_in_any_layout(article: Path) -> None:
    bare, spaced = sidecar_of(article, "bare"), sidecar_of(article, "spaced")
    bare.write_text("format: annotator\nannotations:\n- note: |\n    comments: none\n", "utf-8")
    spaced.write_text('"comments" : []\n', "utf-8")
    sidecars = [sidecar_of(article, name) for name in ("ines", "omar", "nobody")]
    assert [*with_comments([*sidecars, bare, spaced])] == [*sidecars[:2], spaced]


def test_a_blind_plan_hides_those_of_others(article: Path) -> None:
    (article.parent / ".annotator").mkdir()
    (article.parent / ".annotator" / "plan.yaml").write_text(
        "format: annotation-plan\nversion: 1\nannotators: [omar]\n"
    )
    sidecars = [sidecar_of(article, name) for name in ("ines", "omar")]
    with as_seen_by("omar", article.parent):
        assert [*with_comments(sidecars)] == sidecars[1:]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_not_followed(article: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.annotations.eve.yaml"
    outside.write_bytes(sidecar_of(article, "ines").read_bytes())
    link = sidecar_of(article, "eve")
    link.symlink_to(outside)
    assert [*with_comments([link])] == []
    assert documents_beside(article, [link]) == []


def test_each_is_of_the_article_that_it_is_called_after(article: Path) -> None:
    top, sidecars = article.parent, [sidecar_of(article, name) for name in ("ines", "omar")]
    other = top / "desk" / "bridge.annotations.ines.yaml"
    found = by_article(top, [*sidecars, other], ["bridge.txt", "blank.txt"])
    assert {path: sorted(some) for path, some in found.items()} == {article: sorted(sidecars)}


def test_open_threads_are_told_by_place_over_all_annotators(article: Path) -> None:
    broken = sidecar_of(article, "broken")
    broken.write_text("comments: [", "utf-8")
    read = documents_beside(article, [sidecar_of(article, "ines"), broken, sidecar_of(article, "omar")])
    assert sorted(open_places(read), key=lambda place: place.annotator) == [
        Place("ines", "m00000"),
        Place("omar", "m00000"),
    ]
