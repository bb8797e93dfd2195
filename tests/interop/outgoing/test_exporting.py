"""What of the documents goes out, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import ATTRIBUTES, EVERYTHING, NOTES, RELATIONS, TIMES, Format
from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import export, unfit
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.annotation import Excerpt, Relation
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.files.file_error import Problem
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import LATIN, annotation, document, hard_entries, unheard


class Listing:
    """A format that keeps what it was given."""

    def __init__(self, carries: frozenset[str] = EVERYTHING) -> None:
        self.given: list[Entry] = []

        def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
            with output.text() as file:
                for entry in entries:
                    self.given.append(entry)
                    file.write(entry.path)

        self.format = Format("listing", "Listing", ".txt", carries, write)

    def exported(self, folder: Path, options: Options | None = None, *entries: Entry | Problem) -> Report:
        return export(self.format, entries or hard_entries(), folder / "out", options or Options(), unheard)


def labels_of(entry: Entry) -> set[str]:
    return {item.label for item in entry.annotations}


def test_everything_goes_unless_something_is_chosen(tmp_path: Path) -> None:
    listing = Listing()
    report = listing.exported(tmp_path)
    assert listing.given == hard_entries()
    assert (report.documents, report.annotations, report.relations) == (4, 18, 5)
    assert report.is_whole


def test_chosen_labels_leave_the_others_behind_without_a_word(tmp_path: Path) -> None:
    listing = Listing()
    report = listing.exported(tmp_path, Options(labels=frozenset({"claim", "figure"})))
    assert {label for entry in listing.given for label in labels_of(entry)} == {"claim", "figure"}
    assert sorted(listing.given[0].document.relations) == ["r3"]
    assert (report.documents, report.annotations, report.relations) == (4, 10, 2)
    assert report.is_whole


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        (Options(annotators=frozenset({"alice"})), ["news/arabic.txt"]),
        (Options(annotators=frozenset({""})), ["aleppo.txt", "empty.txt"]),
        (Options(statuses=frozenset({"in-work", "nothing-found"})), ["chinese.md", "empty.txt"]),
    ],
)
def test_documents_are_chosen_by_annotator_and_status(tmp_path: Path, options: Options, paths: list[str]) -> None:
    listing = Listing()
    report = listing.exported(tmp_path, options)
    assert [entry.path for entry in listing.given] == paths
    assert report.documents == len(paths)


def test_an_article_belongs_to_its_split(tmp_path: Path) -> None:
    listing = Listing()
    listing.exported(tmp_path, Options(splits={"aleppo.txt": "train", "chinese.md": "test"}))
    assert [entry.split for entry in listing.given] == ["train", "", "test", ""]


@pytest.mark.parametrize(
    ("excerpt", "why"),
    [
        (
            Excerpt("was", verdict="changed", sha256="0" * 64),
            "its article has changed, and its new place is not settled",
        ),
        (Excerpt("was"), "its quoted words are not at its position"),
    ],
)
def test_what_has_lost_its_place_is_left_out_with_its_relations(tmp_path: Path, excerpt: Excerpt, why: str) -> None:
    lost = altered(annotation("c1", "claim", LATIN, "Thousands leave"), displaced=excerpt)
    source = annotation("s1", "source", LATIN, "Peter Maurer")
    entry = Entry(
        "a.txt",
        document("a.txt", LATIN, lost, source, Relation("r1", "attributed_to", "c1", "s1")),
        built_in_scheme(),
    )
    listing = Listing()
    report = listing.exported(tmp_path, None, entry)
    assert list(listing.given[0].document.annotations) == ["s1"]
    assert not listing.given[0].document.relations
    assert [(loss.id, loss.what, loss.why) for loss in report.losses] == [
        ("c1", "left out", why),
        ("r1", "left out", "an annotation that it joins is left out"),
    ]
    assert (report.annotations, report.relations) == (1, 0)


def test_what_a_format_cannot_carry_is_said_of_each(tmp_path: Path) -> None:
    report = Listing(EVERYTHING - {ATTRIBUTES, NOTES, RELATIONS, TIMES}).exported(tmp_path)
    assert {(count, what, why) for count, what, _, why in report.reasons()} == {
        (9, "altered", "its attributes are left out"),
        (3, "altered", "its note is left out"),
        (5, "left out", "the format has no relations"),
    }
    assert (report.annotations, report.relations) == (18, 0)
    assert report.not_carried == {TIMES}


def test_files_that_cannot_be_read_are_in_the_report(tmp_path: Path) -> None:
    problem = Problem(Path("x.yaml"), 3, "It is broken.")
    listing = Listing()
    report = listing.exported(tmp_path, None, problem, hard_entries()[0])
    assert report.problems == [problem]
    assert len(listing.given) == 1


def test_what_the_format_cannot_do_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    format = Listing().format
    assert "without the articles' texts" in unfit(format, Options(with_text=False))
    assert "counts in code-points only" in unfit(format, Options(unit="utf-8"))
    assert "can be imported only" in unfit(replace(format, write=None), Options())
    with pytest.raises(ForeignError, match="cannot go without"):
        Listing().exported(tmp_path, Options(with_text=False))
    assert list(tmp_path.iterdir()) == []


def test_whoever_follows_can_end_it(tmp_path: Path) -> None:
    def passed(path: str) -> None:
        if path == "chinese.md":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(Listing().format, hard_entries(), tmp_path / "out", Options(), passed)
    assert list(tmp_path.iterdir()) == []
