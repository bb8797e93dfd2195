"""Articles of the folders in the open folder: their order, what is known of them, and what changes on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache

SCHEME = "format: annotation-scheme\nversion: 1\nid: {id}\nlabels:\n- id: claim\n"
LONG_AGO = 1_700_000_000


@pytest.fixture
def schemes() -> SchemeCache:
    return SchemeCache()


@pytest.fixture
def folder(disk: Jobs, schemes: SchemeCache) -> Folder:
    return Folder(disk, schemes)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Articles in the folder, in folders in it, and in one in these; all made long ago."""
    for name in ("z.txt", "part 10/b.txt", "part 2/a.txt", "part 2/deep/c.txt", "part 2/a.md", ".hidden/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Title of {name}\n\nText.", "utf-8")
    (tmp_path / "empty").mkdir()
    for place in (tmp_path, *tmp_path.rglob("*")):
        os.utime(place, (LONG_AGO, LONG_AGO))
    return tmp_path


def listed(folder: Folder) -> list[str]:
    return [Path(name).as_posix() for name in folder.entries.names]


def opened(folder: Folder, disk: Jobs, path: Path) -> None:
    folder.open(path, "")
    disk.finish()


def test_a_folders_own_articles_come_before_those_of_the_folders_in_it(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    assert listed(folder) == ["z.txt", "part 2/a.md", "part 2/a.txt", "part 2/deep/c.txt", "part 10/b.txt"]
    assert folder.has_subfolders


def test_the_first_articles_are_there_before_the_others(folder: Folder, disk: Jobs, tree: Path) -> None:
    seen: list[list[str]] = []
    folder.listed.connect(lambda: seen.append(listed(folder)))
    folder.relisted.connect(lambda: seen.append(listed(folder)))
    opened(folder, disk, tree)
    assert seen[0] == ["z.txt"]
    assert len(seen[-1]) == 5


def test_a_folder_that_has_only_folders_begins_with_the_first_of_them(folder: Folder, disk: Jobs, tree: Path) -> None:
    (tree / "z.txt").unlink()
    seen: list[list[str]] = []
    folder.listed.connect(lambda: seen.append(listed(folder)))
    opened(folder, disk, tree)
    assert seen == [["part 2/a.md", "part 2/a.txt"]]


def test_all_are_read_and_counted(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    assert [entry.title for entry in folder.entries] == [f"Title of {name}" for name in listed(folder)]
    assert {entry.status for entry in folder.entries} == {"new"}
    assert [entry.folder for entry in folder.entries][3:] == [os.path.join("part 2", "deep"), "part 10"]  # noqa: PTH118


def test_rows_are_found_by_path(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    assert folder.row_of(tree / "part 2" / "a.txt") == 2
    assert folder.row_of(tree / "part 10" / "a.txt") is None
    assert folder.row_of(tree.parent / "z.txt") is None


def test_the_next_article_lies_over_the_border_of_a_folder(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    assert folder.neighbour(tree / "z.txt", 1) == tree / "part 2" / "a.md"
    assert folder.neighbour(tree / "part 10" / "b.txt", -1) == tree / "part 2" / "deep" / "c.txt"


def test_the_next_article_is_that_of_the_order_shown(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    folder.order = [4, 3, 2, 1, 0]
    assert folder.neighbour(tree / "part 10" / "b.txt", 1) == tree / "part 2" / "deep" / "c.txt"
    assert folder.neighbour(tree / "z.txt", 1) is None


def test_a_file_that_is_new_in_a_deep_folder_is_listed_and_the_others_are_kept(
    folder: Folder, disk: Jobs, tree: Path
) -> None:
    opened(folder, disk, tree)
    before = folder.entries[0]
    (tree / "part 2" / "deep" / "new.txt").write_text("Fresh\n\nText.", "utf-8")
    folder.refresh()
    disk.finish()
    assert listed(folder)[3:5] == ["part 2/deep/c.txt", "part 2/deep/new.txt"]
    assert folder.entries[4].title == "Fresh"
    assert folder.entries[0] == before


def test_a_folder_that_is_gone_takes_its_articles_along(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    (tree / "part 10").rename(tree.parent / "elsewhere")
    folder.refresh()
    disk.finish()
    assert listed(folder) == ["z.txt", "part 2/a.md", "part 2/a.txt", "part 2/deep/c.txt"]


def test_a_sidecar_that_others_wrote_in_a_deep_folder_is_read_again(folder: Folder, disk: Jobs, tree: Path) -> None:
    opened(folder, disk, tree)
    (tree / "part 2" / "deep" / "c.annotations.yaml").write_text("[[[")
    folder.look_at_sidecars()
    disk.finish()
    assert [bool(entry.problem) for entry in folder.entries] == [False, False, False, True, False]


def test_twins_are_looked_for_in_their_own_folder(folder: Folder, disk: Jobs, tree: Path) -> None:
    (tree / "part 10" / "z.md").write_text("Other\n", "utf-8")
    sidecar = 'format: annotator\nversion: 1\narticle: {file: "a.txt"}\nstatus: done\n'
    (tree / "part 2" / "a.annotations.yaml").write_text(sidecar, "utf-8")
    opened(folder, disk, tree)
    told = {name: entry.status for name, entry in zip(listed(folder), folder.entries, strict=True) if not entry.problem}
    assert told == {
        "z.txt": "new",
        "part 2/a.md": "new",
        "part 2/a.txt": "done",
        "part 2/deep/c.txt": "new",
        "part 10/b.txt": "new",
        "part 10/z.md": "new",
    }


def test_a_folder_has_the_scheme_of_the_nearest_one_above_it(
    folder: Folder, disk: Jobs, tree: Path, schemes: SchemeCache
) -> None:
    (tree / "scheme.yaml").write_text(SCHEME.format(id="top"))
    (tree / "part 2" / "scheme.yaml").write_text(SCHEME.format(id="part"))
    opened(folder, disk, tree)
    assert schemes.of(tree / "part 10")[0].id == "top"
    assert schemes.of(tree / "part 2" / "deep")[0].id == "part"
    opened(folder, disk, tree / "part 10")
    assert schemes.of(tree / "part 10")[0].id not in ("top", "part")


def test_rows_in_view_are_read_first(folder: Folder, disk: Jobs, tmp_path: Path) -> None:
    for number in range(450):
        (tmp_path / f"{number}.txt").write_text("Title\n\nText.", "utf-8")
    read: list[int] = []
    folder.entries_changed.connect(lambda rows: read.append(rows.start))
    folder.listed.connect(lambda: folder.read_first(range(430, 440)))
    opened(folder, disk, tmp_path)
    assert read[0] == 430
    assert folder.entries[449].title


def test_a_folder_that_is_a_link_is_not_entered(folder: Folder, disk: Jobs, tree: Path) -> None:
    (tree / "again").symlink_to(tree / "part 2", target_is_directory=True)
    opened(folder, disk, tree)
    assert len(folder.entries) == 5
