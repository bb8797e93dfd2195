"""Day on which a document was set to done, by the history of its sidecar."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.corpus.tallies.chunk_tallies import ChunkTallying
from annotator.corpus.tallies.finished import finished_day
from annotator.corpus.tree import Found
from annotator.storage.articles.article_reading import read_article
from annotator.storage.saving.history import keep, versions
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import sidecar_of
from tests.support.statistics.tallied import TEXT, Marking


def data(folder: Path, status: str) -> bytes:
    """The sidecar of an article with that status."""
    article = folder / "quay.txt"
    article.write_text(TEXT, "utf-8")
    document = Marking().mark("claim", "boats").entry(status=status).document
    assert document.article.sha256 == read_article(article).article.sha256
    return SidecarWriter().data(document)


def written(folder: Path, *versions: tuple[str, str]) -> Path:
    """A sidecar that is done now, with earlier versions: their status, and when each was replaced."""
    for status, at in versions:
        keep(sidecar_of(folder / "quay.txt"), data(folder, status), at)
    sidecar_of(folder / "quay.txt").write_bytes(data(folder, "done"))
    return sidecar_of(folder / "quay.txt")


def test_it_is_the_day_on_which_the_last_version_that_was_not_done_was_replaced(tmp_path: Path) -> None:
    days = (("new", "2026-11-02T08:00:00Z"), ("in-work", "2026-11-04T08:00:00Z"), ("done", "2026-11-07T08:00:00Z"))
    assert finished_day(versions(written(tmp_path, *days))) == "2026-11-04"


def test_what_was_taken_up_again_counts_from_its_last_time_on(tmp_path: Path) -> None:
    days = (("done", "2026-11-02T08:00:00Z"), ("in-work", "2026-11-04T08:00:00Z"))
    assert finished_day(versions(written(tmp_path, *days))) == "2026-11-04"


def test_without_a_history_the_day_is_not_known(tmp_path: Path) -> None:
    assert finished_day(versions(written(tmp_path))) == ""
    assert finished_day(versions(written(tmp_path, ("reviewed", "2026-11-02T08:00:00Z")))) == ""


def test_only_of_what_is_done_is_the_day_looked_for(tmp_path: Path) -> None:
    sidecar = written(tmp_path, ("in-work", "2026-11-04T08:00:00Z"))
    chunk: Chunk = (Found(tmp_path, sidecar),)
    (tally,) = ChunkTallying(with_text=False)(chunk).tallies
    assert (tally.status, tally.finished, tally.text) == ("done", "2026-11-04", "")
    sidecar.write_bytes(data(tmp_path, "in-work"))
    (tally,) = ChunkTallying(with_text=False)(chunk).tallies
    assert tally.finished == ""
