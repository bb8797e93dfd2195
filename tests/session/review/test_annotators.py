"""Documents of all annotators of an article as they are read to be compared."""

from __future__ import annotations

import shutil
from pathlib import Path

from annotator.language.annotator_names import GOLD, UNNAMED
from annotator.model.document import Document
from annotator.review.adjudicating import Decider, Wish, decide
from annotator.review.deciding_again import REMOVED
from annotator.review.reviewing import Stamp, accept
from annotator.session.review.annotators import ReadAnnotators, read_annotators
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.review.annotators import NAMES, copy_annotators


def read(article: Path, final: Document | None = None) -> ReadAnnotators:
    return read_annotators(article, read_article(article).article, final, {})


def test_all_annotators_are_read_the_unnamed_one_too(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    shutil.copy(sidecar_path(article, "ann"), sidecar_path(article))
    assert sorted(read(article).table.documents) == [*NAMES[:1], UNNAMED, *NAMES[1:]]


def test_no_more_than_five_are_compared(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    for name in ("dia", "eva", "fred"):
        shutil.copy(sidecar_path(article, "ann"), sidecar_path(article, name))
    found = read(article)
    assert (len(found.table.documents), found.left_out) == (5, ("fred",))


def test_a_broken_sidecar_is_told_and_the_others_are_compared(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    sidecar_path(article, "ben").write_text("format: annotator\nversion: [", "utf-8")
    found = read(article)
    assert list(found.table.documents) == ["ann", "cem"]
    (problem,) = found.problems
    assert problem.startswith("ferry.annotations.ben.yaml: ")


def test_one_alone_is_not_compared(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    for name in NAMES[1:]:
        sidecar_path(article, name).unlink()
    assert read(article).table.clusters == ()


def test_decisions_that_no_longer_stand_are_found(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    found = read(article)
    final = Document(read_article(article).article, annotator=GOLD)
    ids = iter(f"g{number}" for number in range(99))
    wishes = [Wish(one, next(iter(one.versions))) for one in found.table.clusters]
    final = decide(final, found.table, wishes, Decider("sam", "", lambda: next(ids))).apply(final)
    sidecar_path(article, GOLD).write_bytes(SidecarWriter().data(final))
    assert read(article, final).reopened == ()
    text = sidecar_path(article, "ben").read_text("utf-8")
    begin, end = text.index("- id: b8"), text.index("relations:")
    sidecar_path(article, "ben").write_text(text[:begin] + text[end:], "utf-8")
    (one,) = read(article, final).reopened
    assert one.changed == {"ben": REMOVED}


def test_reviews_and_the_final_version_are_left_out_until_they_are_chosen(tmp_path: Path) -> None:
    article = copy_annotators(tmp_path) / "ferry.txt"
    theirs, stamp = read(article).table.documents["ann"], Stamp(lambda: "n1", "", "sam")
    review = Document(theirs.article, annotator="dee")
    review = accept(review, theirs, next(iter(theirs.annotations)), stamp).apply(review)
    sidecar_path(article, "dee").write_bytes(SidecarWriter().data(review))
    found = read(article)
    assert (tuple(found.table.documents), found.left_out) == (NAMES, ("dee",))
    found = read_annotators(article, theirs.article, None, {}, ("ann", "dee"))
    assert tuple(found.table.documents) == ("ann", "dee")
    for name in NAMES[1:]:
        sidecar_path(article, name).unlink()
    assert tuple(read(article).table.documents) == ("ann", "dee")
