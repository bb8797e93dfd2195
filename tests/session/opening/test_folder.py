"""The open folder: what is listed, and what is known of each article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.opening.sidecar_pass import AT_A_TIME
from annotator.session.session import Session

Opened, Tag = Callable[..., OpenArticle], Callable[[str, str], str]


@pytest.fixture
def folder(disk: Jobs) -> Folder:
    return Folder(disk, SchemeCache())


def write(path: Path, names: str) -> None:
    path.mkdir(exist_ok=True)
    for name in names.split():
        (path / f"{name}.txt").write_text(f"Title of {name}\n\nText.", "utf-8")


def listed(folder: Folder) -> list[str]:
    return [entry.name for entry in folder.entries]


def test_articles_in_natural_order_then_what_is_in_them(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "b10 b9 A1")
    seen: list[list[str]] = []
    folder.listed.connect(lambda: seen.append([entry.status for entry in folder.entries]))
    folder.open(tmp_path, "")
    disk.finish()
    assert listed(folder) == ["A1", "b9", "b10"]
    assert seen == [["", "", ""]]
    assert [(entry.title, entry.status) for entry in folder.entries] == [
        ("Title of A1", "new"),
        ("Title of b9", "new"),
        ("Title of b10", "new"),
    ]


def test_all_are_read_in_the_end(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, " ".join(f"a{number}" for number in range(2 * AT_A_TIME + 3)))
    read: list[int] = []
    folder.scanned.connect(read.append)
    folder.open(tmp_path, "")
    disk.finish()
    assert read == [AT_A_TIME, 2 * AT_A_TIME, 2 * AT_A_TIME + 3]
    assert all(entry.status == "new" for entry in folder.entries)


def test_changed_entries_are_told_by_number(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a b")
    changed: list[int] = []
    folder.entries_changed.connect(changed.extend)
    folder.open(tmp_path, "")
    disk.finish()
    assert changed == [0, 1]


def test_a_broken_sidecar_is_told(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a b")
    (tmp_path / "a.annotations.yaml").write_text("[[[")
    folder.open(tmp_path, "")
    disk.finish()
    assert folder.entries[0].problem
    assert folder.entries[1].problem == ""


def test_a_missing_folder_is_told_and_the_old_one_stays(
    folder: Folder, disk: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    write(tmp_path / "here", "a")
    folder.open(tmp_path / "here", "")
    disk.finish()
    with qtbot.waitSignal(folder.failed) as failed:
        folder.open(tmp_path / "nowhere", "")
    assert failed.args is not None
    assert failed.args[0].endswith(".")
    assert listed(folder) == ["a"]
    assert folder.path == tmp_path / "here"


def test_only_the_folder_asked_for_last_is_listed(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path / "one", "a")
    write(tmp_path / "two", "b")
    seen: list[list[str]] = []
    folder.listed.connect(lambda: seen.append(listed(folder)))
    folder.open(tmp_path / "one", "")
    folder.open(tmp_path / "two", "")
    disk.finish()
    assert seen == [["b"]]


def test_a_faulty_scheme_is_told_and_the_built_in_one_used(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a")
    (tmp_path / "scheme.yaml").write_text("format: annotation-scheme\nversion: 1\nlabels: 7\n")
    folder.open(tmp_path, "")
    disk.finish()
    assert folder.scheme_problem is not None
    assert folder.scheme is not None
    assert folder.scheme.label("claim") is not None


@pytest.mark.parametrize(
    ("at", "step", "found"),
    [("a", 1, "b"), ("c", 1, None), ("a", -1, None), ("c", -1, "b"), ("", 1, "a"), ("", -1, "c")],
)
def test_neighbours(folder: Folder, disk: Jobs, tmp_path: Path, at: str, step: int, found: str | None) -> None:
    write(tmp_path, "a b c")
    folder.open(tmp_path, "")
    disk.finish()
    neighbour = folder.neighbour(tmp_path / f"{at}.txt" if at else None, step)
    assert (neighbour.stem if neighbour else None) == found


def test_the_next_one_not_started(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a b c d")
    for name, status in (("b", "done"), ("c", "in-work")):
        (tmp_path / f"{name}.annotations.yaml").write_text(
            f'format: annotator\nversion: 1\narticle:\n  file: "{name}.txt"\nstatus: {status}\nannotations: []\n'
        )
    folder.open(tmp_path, "")
    disk.finish()
    assert [entry.status for entry in folder.entries] == ["new", "done", "in-work", "new"]
    assert folder.neighbour(tmp_path / "a.txt", 1, new_only=True) == tmp_path / "d.txt"
    assert folder.neighbour(tmp_path / "d.txt", 1, new_only=True) is None
    assert [entry.finished for entry in folder.entries] == [False, True, False, False]


def test_it_follows_the_open_article(folder: Folder, disk: Jobs, session: Session, opened: Opened, tag: Tag) -> None:
    article = opened()
    article.path.write_text(article.document.article.text, "utf-8")
    folder.follow(session)
    folder.open(article.path.parent, "")
    disk.finish()
    session.show(article)
    tag("claim", "people")
    assert (folder.entries[0].status, folder.entries[0].annotations) == ("in-work", 1)
    session.undo()
    assert (folder.entries[0].status, folder.entries[0].annotations) == ("new", 0)


def test_what_is_not_saved_yet_is_not_replaced_by_what_was_read(
    folder: Folder, disk: Jobs, session: Session, opened: Opened, tag: Tag
) -> None:
    article = opened()
    article.path.write_text(article.document.article.text, "utf-8")
    folder.follow(session)
    session.show(article)
    tag("claim", "people")
    folder.open(article.path.parent, "")
    disk.finish()
    assert (folder.entries[0].status, folder.entries[0].annotations) == ("in-work", 1)


def test_what_is_left_before_it_is_saved_is_not_replaced_by_what_was_read(
    folder: Folder, disk: Jobs, session: Session, opened: Opened, tag: Tag
) -> None:
    article = opened()
    article.path.write_text(article.document.article.text, "utf-8")
    folder.follow(session)

    def mark_and_leave() -> None:
        session.show(article)
        tag("claim", "people")
        session.show(None)

    folder.listed.connect(mark_and_leave)
    folder.open(article.path.parent, "")
    disk.finish()
    assert (folder.entries[0].status, folder.entries[0].annotations) == ("in-work", 1)
    assert folder.entries[0].title


def test_articles_that_came_and_went_are_listed_and_the_others_kept(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a b")
    folder.open(tmp_path, "")
    disk.finish()
    before, told = folder.entries[1], list[str]()
    folder.relisted.connect(lambda: told.append("relisted"))
    folder.refresh()
    disk.finish()
    assert told == []
    write(tmp_path, "c")
    (tmp_path / "a.txt").unlink()
    folder.refresh()
    disk.finish()
    assert told == ["relisted"]
    assert listed(folder) == ["b", "c"]
    assert folder.entries[0] == before
    assert folder.entries[1].title == "Title of c"


def test_a_sidecar_that_somebody_else_wrote_is_read_again(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    write(tmp_path, "a b")
    folder.open(tmp_path, "")
    disk.finish()
    changed: list[int] = []
    folder.entries_changed.connect(changed.extend)
    sidecar = tmp_path / "b.annotations.yaml"
    sidecar.write_text("format: annotator\nversion: 1\narticle: {file: b.txt}\nstatus: done\n", "utf-8")
    folder.look_at_sidecars()
    disk.finish()
    assert (changed, folder.entries[1].status) == ([1], "done")
    folder.look_at_sidecars()
    disk.finish()
    assert changed == [1]
    sidecar.unlink()
    folder.look_at_sidecars()
    disk.finish()
    assert folder.entries[1].status == "new"


def test_a_problem_of_an_article_that_is_not_listed_yet_is_shown_once_it_is(
    folder: Folder, disk: Jobs, tmp_path: Path
) -> None:
    folder.refresh()  # nothing is open
    write(tmp_path, "b")
    folder.open(tmp_path, "")
    disk.finish()
    write(tmp_path, "a")
    folder.note_problem(tmp_path / "a.txt", "It is a link.")
    folder.refresh()
    disk.finish()
    assert [(entry.name, entry.problem) for entry in folder.entries] == [("a", "It is a link."), ("b", "")]


def test_a_folder_opened_as_another_is_listed_is_the_one_that_is_read(
    folder: Folder, disk: Jobs, tmp_path: Path
) -> None:
    write(tmp_path / "one", "a b")
    write(tmp_path / "two", "c")
    others = [tmp_path / "two"]
    folder.listed.connect(lambda: folder.open(others.pop(), "") if others else None)
    folder.open(tmp_path / "one", "")
    disk.finish()
    assert (folder.path, [(entry.name, entry.status) for entry in folder.entries]) == (tmp_path / "two", [("c", "new")])
