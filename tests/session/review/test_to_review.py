"""Annotations that wait for a reviewer: those of others on which there is no decision that stands."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from annotator.corpus.seen_sidecars import as_seen_by
from annotator.model.document import Document
from annotator.review.reviewing import Stamp, accept
from annotator.session.review.to_review import first_to_review, waiting_in
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.program import sidecar_of
from tests.support.review.annotators import copy_annotators
from tests.support.reviewed.marked import MARKS, marked, write_reviewed


def write_review(article: Path, *ids: str) -> None:
    """Write Sam's review, in which these annotations of Ines are accepted."""
    ines, numbers = marked("ines"), count()
    own = Document(ines.article, annotator="sam")
    for id in ids:
        own = accept(own, ines, id, Stamp(lambda: f"d{next(numbers)}", "2026-03-02T08:00:00Z", "sam")).apply(own)
    sidecar_of(article, "sam").write_bytes(SidecarWriter().data(own))


def test_what_is_decided_and_stands_does_not_wait(tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    assert waiting_in(article, "sam") == len(MARKS) == 4
    write_review(article, "m00000", "m00001")
    assert waiting_in(article, "sam") == 2
    sidecar = sidecar_of(article, "ines")
    sidecar.write_text(sidecar.read_text("utf-8").replace("kind: quantity", "kind: event"), "utf-8")
    assert waiting_in(article, "sam") == 3


def test_ones_own_and_what_only_decides_does_not_wait(tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    write_review(article, "m00000")
    assert waiting_in(article, "ines") == 0
    assert waiting_in(article, "lee") == 4


def test_the_first_article_with_something_is_found_in_the_order_that_is_given(tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    copy_annotators(tmp_path)
    write_review(article, "m00000", "m00001", "m00002", "m00003")
    names = ("bridge.txt", "missing.txt", "school.txt", "ferry.txt")
    assert first_to_review((tmp_path / name for name in names), "sam") == tmp_path / "school.txt"
    assert first_to_review([article], "sam") is None


def test_nothing_waits_for_whom_the_plan_hides_it_from(tmp_path: Path) -> None:
    article = write_reviewed(tmp_path, "ines")
    plan = tmp_path / ".annotator" / "plan.yaml"
    plan.parent.mkdir(exist_ok=True)
    plan.write_text("format: annotation-plan\nversion: 1\nannotators: [ines, omar]\nblind: true\n", "utf-8")
    assert waiting_in(article, "omar") == 4
    with as_seen_by("omar", tmp_path):
        assert waiting_in(article, "omar") == 0
