"""Days on which sentences were read, by the history of the sidecar."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.corpus.tallies.chunk_tallies import ChunkTallying
from annotator.corpus.tallies.progress import progress
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tree import Found
from annotator.model.span import Span
from annotator.storage.saving.history import keep
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import sidecar_of
from tests.support.statistics.tallied import TEXT, Marking

NOTHING, SOME, FIRST, TWO, ALL = (), (Span(0, 9),), (Span(0, 28),), (Span(0, 57),), (Span(0, len(TEXT) - 1),)


def tallied(folder: Path, now: tuple[Span, ...], *versions: tuple[str, tuple[Span, ...]], text: str = TEXT) -> Tally:
    """The tally of an article of which that is read now; earlier versions, when they were replaced, with what was."""
    article = folder / "quay.txt"
    article.write_text(TEXT, "utf-8")
    sidecar = sidecar_of(article)
    for at, read in versions:
        keep(sidecar, SidecarWriter().data(Marking(text=text).entry(read=read).document), at)
    sidecar.write_bytes(SidecarWriter().data(Marking().mark("claim", "boats").entry(read=now).document))
    [tally] = ChunkTallying(with_text=False)(Chunk([Found(folder, sidecar)])).tallies
    return tally


def test_a_sentence_counts_from_the_last_day_before_which_it_was_not_read(tmp_path: Path) -> None:
    versions = (
        ("2026-11-02T08:00:00Z", NOTHING),
        ("2026-11-02T09:00:00Z", SOME),
        ("2026-11-04T08:00:00Z", FIRST),
        ("2026-11-06T08:00:00Z", TWO),
    )
    tally = tallied(tmp_path, ALL, *versions)
    assert (tally.read, tally.read_on) == (3, (("2026-11-02", 1), ("2026-11-04", 1), ("2026-11-06", 1)))
    assert progress([tally]).reading.totals == (1, 1, 2, 2, 3)


def test_what_was_taken_back_counts_from_its_last_time_on_and_never_as_more_than_is_read(tmp_path: Path) -> None:
    tally = tallied(tmp_path, FIRST, ("2026-11-02T08:00:00Z", TWO), ("2026-11-04T08:00:00Z", NOTHING))
    assert tally.read_on == (("2026-11-04", 1),)


def test_what_had_been_read_before_all_that_is_known_counts_from_the_first_day_on(tmp_path: Path) -> None:
    assert tallied(tmp_path, TWO, ("2026-11-02T08:00:00Z", TWO)).read_on == (("2026-11-02", 2),)


def test_without_a_history_of_this_text_no_day_is_known(tmp_path: Path) -> None:
    assert tallied(tmp_path, TWO).read_on == ()
    other = "An earlier draft. It was shorter.\n"
    assert tallied(tmp_path, TWO, ("2026-11-02T08:00:00Z", NOTHING), text=other).read_on == ()
