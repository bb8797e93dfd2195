"""Files taken as evidence in the background."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.language.values.local_day import local_day
from annotator.model.kinds.evidence import Evidence
from annotator.session.background import long_work
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import Stage
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.editing.evidence.file_keeping import FileKeeping
from annotator.session.session import Session
from annotator.storage.evidence.states import evidence_bytes, files_kept
from tests.session.conftest import Opened, WhenTold

FIRST = "a00000"


@pytest.fixture
def keeping(session: Session, opened: Opened, worker: WhenTold) -> FileKeeping:
    session.show(opened([("claim", "Thousands of people left the town")]))
    return FileKeeping(session, EvidenceEdits(session), Jobs(worker), session)


def given_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pieces(session: Session) -> list[Evidence]:
    return list(session.document.of(Evidence).values())


def test_a_dropped_file_becomes_a_piece_and_undo_leaves_its_bytes_and_says_so(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path, said: list[str]
) -> None:
    keeping.keep([given_file(tmp_path, "Wards.PDF", b"nine")], [FIRST])
    assert pieces(session) == []
    worker.work()
    [piece], today = pieces(session), local_day(session.now())
    assert (piece.title, piece.kind, piece.claims, piece.seen) == ("Wards.PDF", "document", (FIRST,), today)
    assert evidence_bytes(tmp_path, piece.file) == b"nine"
    assert said[-1] == "Added the evidence “Wards.PDF”, 4 bytes"
    session.undo()
    assert pieces(session) == []
    assert said[-1] == "Undone: Add the evidence “Wards.PDF”, whose file stays in the folder"
    assert files_kept(tmp_path) == [piece.file]
    session.redo()
    assert pieces(session) == [piece]


def test_several_files_are_one_step(session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path) -> None:
    keeping.keep([given_file(tmp_path, f"{name}.csv", name.encode()) for name in "ab"], [FIRST])
    worker.work()
    assert sorted(piece.title for piece in pieces(session)) == ["a.csv", "b.csv"]
    assert {piece.kind for piece in pieces(session)} == {"data"}
    session.undo()
    assert pieces(session) == []


def test_where_one_of_several_cannot_be_kept_none_is(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path, said: list[str]
) -> None:
    keeping.keep([given_file(tmp_path, "a.csv", b"a"), tmp_path], [FIRST])
    worker.work()
    assert said[-1].endswith("This is a folder, not a file.")
    assert (pieces(session), files_kept(tmp_path)) == ([], [])
    assert not (tmp_path / ".annotator").exists()


def test_it_tells_how_far_it_is_and_cancelled_it_leaves_nothing(
    session: Session,
    keeping: FileKeeping,
    worker: WhenTold,
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(long_work, "OFTEN", 0.0)
    stages: list[Stage] = []

    def cancel(stage: Stage) -> None:
        stages.append(stage)
        if stage.name == "film.mp4":
            keeping.cancel()

    keeping.progressed.connect(cancel)
    keeping.keep([given_file(tmp_path, "small.txt", b"x"), given_file(tmp_path, "film.mp4", b"x" * 4_200_000)], [FIRST])
    worker.work()
    assert said[-1] == "Cancelled: no file was kept"
    assert stages[0] == Stage("Keeping the file", 0, 4)
    assert (pieces(session), files_kept(tmp_path)) == ([], [])


def test_for_an_article_that_is_not_open_any_more_nothing_is_kept(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path
) -> None:
    keeping.keep([given_file(tmp_path, "a.csv", b"a")], [FIRST])
    session.show(None)
    worker.work()
    assert files_kept(tmp_path) == []


def test_a_pasted_image_is_kept_as_a_file(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path
) -> None:
    keeping.keep_image(lambda: b"\x89PNG", [FIRST])
    worker.work()
    [piece] = pieces(session)
    assert (piece.title, piece.kind) == ("Pasted image", "photo")
    assert evidence_bytes(tmp_path, piece.file) == b"\x89PNG"


def test_the_file_of_a_piece_that_is_there(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path
) -> None:
    id = EvidenceEdits(session).add_pasted([FIRST], "https://example.org/")
    keeping.keep_into(given_file(tmp_path, "copy.html", b"<p>"), id)
    worker.work()
    [piece] = pieces(session)
    assert (piece.link, piece.title) == ("https://example.org/", "")
    assert evidence_bytes(tmp_path, piece.file) == b"<p>"


def test_while_one_is_kept_another_is_refused(
    session: Session, keeping: FileKeeping, worker: WhenTold, tmp_path: Path, said: list[str]
) -> None:
    path = given_file(tmp_path, "a.csv", b"a")
    keeping.keep([path], [FIRST])
    keeping.keep([path], [FIRST])
    assert said == ["Another file is being kept; wait until that is done, or cancel it"]
    worker.work()
    assert len(pieces(session)) == 1
