"""Earlier versions, read in the background."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.difference import in_words
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.sync.versions import VersionSeen, VersionsReader
from annotator.storage.saving.history import Version, keep
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter

ARTICLE = Article.of("town.txt", "Thousands of people left the town on Thursday.")
CLAIM = Annotation("aaaaaa", "claim", Span(0, 19))
FIGURE = Annotation("bbbbbb", "figure", Span(0, 9))
MORNING, NOON = (f"2026-11-22T{hour}:21:20Z" for hour in ("06", "12"))


def document(*annotations: Annotation, article: Article = ARTICLE) -> Document:
    return Document(article, MappingProxyType({item.id: item for item in annotations}), status=Status(IN_WORK))


@dataclass
class Reading:
    """A reader with what it has told."""

    jobs: Jobs
    sidecar: Path
    listed: list[list[Version]] = field(default_factory=list)
    seen: list[VersionSeen] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reader = VersionsReader(self.jobs)
        self.reader.listed.connect(self.listed.append)
        self.reader.seen.connect(self.seen.append)
        self.reader.failed.connect(self.failed.append)

    def keep(self, version: Document | bytes, at: str) -> None:
        keep(self.sidecar, version if isinstance(version, bytes) else SidecarWriter().data(version), at)

    def read(self, now: Document) -> list[VersionSeen]:
        self.reader.read(self.sidecar, now)
        self.jobs.finish()
        return self.seen


@pytest.fixture
def reading(qapp: QApplication, tmp_path: Path) -> Iterator[Reading]:
    with ThreadPoolExecutor(1) as executor:
        yield Reading(Jobs(executor), tmp_path / "town.annotations.yaml")


def test_newest_first_each_with_what_came_since(reading: Reading) -> None:
    reading.keep(document(CLAIM), MORNING)
    reading.keep(document(CLAIM, FIGURE), NOON)
    now = document(altered(CLAIM, note="see"), FIGURE)
    seen = reading.read(now)
    assert [version.at for version in reading.listed[0]] == [NOON, MORNING]
    assert [(one.at, in_words(one.since)) for one in seen] == [
        (NOON, "1 note changed"),
        (MORNING, "1 figure added, 1 note changed"),
    ]
    assert all(one.since.apply(one.document) == now for one in seen if one.document)


def test_there_is_none_yet(reading: Reading) -> None:
    assert reading.read(document()) == []
    assert reading.listed == [[]]


def test_a_damaged_one_says_why_and_the_others_are_read(reading: Reading) -> None:
    reading.keep(document(CLAIM), MORNING)
    reading.keep(b"annotations: [", NOON)
    damaged, other = reading.read(document())
    assert damaged.document is None
    assert ", line 2: It is not valid YAML" in damaged.problem
    assert damaged.path.name in damaged.problem
    assert other.document == document(CLAIM)


def test_one_of_a_newer_program_is_not_restored(reading: Reading) -> None:
    reading.keep(SidecarWriter().data(document(CLAIM)).replace(b"version: 1", b"version: 2"), NOON)
    (seen,) = reading.read(document())
    assert seen.document is None
    assert "newer version of Annotator" in seen.problem


def test_what_stands_elsewhere_in_the_article_now_is_found_there(reading: Reading) -> None:
    older = Article.of("town.txt", ARTICLE.text)
    keep_text(reading.sidecar.parent, older)
    reading.keep(document(CLAIM, article=older), MORNING)
    newer = Article.of("town.txt", f"News of the day. {ARTICLE.text}")
    (seen,) = reading.read(document(article=newer))
    assert seen.document
    assert seen.document.annotations["aaaaaa"].span == Span(17, 36)
    assert seen.document.annotations["aaaaaa"].displaced is None


def test_they_cannot_be_listed(reading: Reading) -> None:
    (reading.sidecar.parent / ".annotator").mkdir()
    (reading.sidecar.parent / ".annotator" / "history").write_text("no folder", "utf-8")
    assert reading.read(document()) == []
    assert len(reading.failed) == 1


def test_stopped_it_tells_nothing_more(reading: Reading) -> None:
    reading.keep(document(CLAIM), MORNING)
    reading.reader.read(reading.sidecar, document())
    reading.reader.stop()
    reading.jobs.finish()
    assert (reading.listed, reading.seen) == ([], [])


def test_stopped_between_two_it_reads_no_other(reading: Reading) -> None:
    reading.keep(document(CLAIM), MORNING)
    reading.keep(document(FIGURE), NOON)
    reading.reader.seen.connect(lambda _: reading.reader.stop())
    assert [one.at for one in reading.read(document())] == [NOON]
