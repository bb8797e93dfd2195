"""Where an export goes: whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.interop.output import Output, staged
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_handle import FolderHandle
from tests.support.failing.once import called, fail_once
from tests.support.paths import ROOT


def put(target: Path, *, replace: bool = False, text: str = "new") -> None:
    with staged(target, folder=False, replace=replace) as output, output.text() as file:
        file.write(text)


def put_folder(target: Path, *names: str, replace: bool = False) -> None:
    with staged(target, folder=True, replace=replace) as output:
        for name in names:
            with output.binary(name) as file:
                file.write(b"new")


def put_half(target: Path, error: type[BaseException], *, folder: bool) -> None:
    with staged(target, folder=folder, replace=True) as output:
        with output.text("a" if folder else "") as file:
            file.write("half")
        raise error


def everything(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with staged(tmp_path / "out", folder=False, replace=False) as output:
        with output.text() as file:
            file.write("👩\nb")
        assert not (tmp_path / "out").exists()
    assert everything(tmp_path) == {"out": "👩\nb"}


def test_a_folder_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with staged(tmp_path / "out", folder=True, replace=False) as output:
        with output.binary("a/b.txt") as file:
            file.write(b"b")
        assert not (tmp_path / "out").exists()
    assert everything(tmp_path) == {"out/a/b.txt": "b"}


@pytest.mark.parametrize("folder", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_nothing_stays_of_what_was_ended(tmp_path: Path, folder: bool, error: type[BaseException]) -> None:
    with pytest.raises(error):
        put_half(tmp_path / "out", error, folder=folder)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with pytest.raises(SaveError, match="something already"):
        put(tmp_path / "out")
    assert everything(tmp_path) == {"out": "old"}
    put(tmp_path / "out", replace=True)
    assert everything(tmp_path) == {"out": "new"}


def test_a_folder_that_is_empty_is_free(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    put_folder(tmp_path / "out", "a")
    assert everything(tmp_path) == {"out/a": "new"}


def test_of_a_folder_only_the_same_names_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "out" / "sub").mkdir(parents=True)
    (tmp_path / "out" / "mine").write_text("mine")
    (tmp_path / "out" / "sub" / "a").write_text("old")
    with pytest.raises(SaveError, match="something already"):
        put_folder(tmp_path / "out", "sub/a")
    put_folder(tmp_path / "out", "sub/a", "sub/b", replace=True)
    assert everything(tmp_path) == {"out/mine": "mine", "out/sub/a": "new", "out/sub/b": "new"}


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match="needs a folder"):
        put_folder(tmp_path / "file", "a", replace=True)
    with pytest.raises(SaveError, match="Give a file's name"):
        put(tmp_path / "folder", replace=True)


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x"])
def test_no_name_leads_out_of_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(AssertionError):
        Output(tmp_path / "root").place(name)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="no longer there"):
        put(tmp_path / "nowhere" / "out")


def mark(path: Path, text: str = "mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_link_in_place_of_a_file_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    outside = mark(tmp_path / "outside" / "a")
    (tmp_path / "out" / "sub").mkdir(parents=True)
    (tmp_path / "out" / "sub" / "a").symlink_to(outside)
    (tmp_path / "file").symlink_to(outside)
    (tmp_path / "dangling").symlink_to(tmp_path / "outside" / "nothing")
    put_folder(tmp_path / "out", "sub/a", replace=True)
    for name in ("file", "dangling"):
        with pytest.raises(SaveError, match="something already"):
            put(tmp_path / name)
        put(tmp_path / name, replace=True)
        assert not (tmp_path / name).is_symlink()
    assert not (tmp_path / "out" / "sub" / "a").is_symlink()
    assert (tmp_path / "out" / "sub" / "a").read_text() == "new"
    assert everything(tmp_path / "outside") == {"a": "mine"}


def test_a_linked_subfolder_is_refused_and_nothing_is_put_anywhere(tmp_path: Path) -> None:
    mark(tmp_path / "outside" / "b")
    mark(tmp_path / "out" / "a")
    (tmp_path / "out" / "sub").symlink_to(tmp_path / "outside")
    with pytest.raises(SaveError, match="links are not followed here") as refused:
        put_folder(tmp_path / "out", "a", "sub/b", "sub/c", replace=True)
    assert refused.value.problem.path == tmp_path / "out" / "sub"
    assert everything(tmp_path / "outside") == {"b": "mine"}
    assert [p.name for p in sorted((tmp_path / "out").iterdir())] == ["a", "sub"]
    assert (tmp_path / "out" / "a").read_text() == "mine"


@pytest.mark.parametrize("error", [OSError(5, "broken"), KeyboardInterrupt()])
@pytest.mark.parametrize("moves", range(6))
def test_what_was_replaced_comes_back_where_the_replacing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, moves: int
) -> None:
    names = ("a", "new/deep/b", "sub/c", "sub/d")
    for name in ("a", "sub/c", "mine"):
        mark(tmp_path / "out" / name)
    before, left = everything(tmp_path), iter(range(moves))
    real = FolderHandle.move

    def move(self: FolderHandle, old: str, folder: FolderHandle, new: str) -> None:
        if next(left, None) is None:
            monkeypatch.setattr(FolderHandle, "move", real)
            raise error
        real(self, old, folder, new)

    monkeypatch.setattr(FolderHandle, "move", move)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else SaveError):
        put_folder(tmp_path / "out", *names, replace=True)
    assert everything(tmp_path) == before
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a", "mine", "sub"]


def test_what_cannot_be_put_back_is_kept_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(tmp_path / "out" / "a")
    mark(tmp_path / "out" / "b")
    real, left = FolderHandle.move, iter(range(2))

    def move(self: FolderHandle, old: str, folder: FolderHandle, new: str) -> None:
        if next(left, None) is None:
            raise OSError(5, "broken")
        real(self, old, folder, new)

    monkeypatch.setattr(FolderHandle, "move", move)
    with pytest.raises(SaveError):
        put_folder(tmp_path / "out", "a", "b", replace=True)
    monkeypatch.undo()
    assert [p.read_text() for p in (tmp_path / "out").rglob("replaced/a")] == ["mine"]


SLOW = """
import os, sys, time
from pathlib import Path
from annotator.interop.output import staged
from annotator.storage.files.folder_handle import FolderHandle
moves, real = int(sys.argv[2]), FolderHandle.move
def move(self, *rest):
    global moves
    if not moves:
        os.kill(os.getpid(), 9)
    moves -= 1
    real(self, *rest)
FolderHandle.move = move
folder = sys.argv[3] == "folder"
with staged(Path(sys.argv[1]), folder=folder, replace=True) as output:
    for name in ("a", "b") if folder else ("",):
        with output.text(name) as file:
            file.write("half")
    if moves < 0:
        os.kill(os.getpid(), 9)
"""


def killed(target: Path, moves: int, what: str = "folder") -> None:
    """Run an export that is killed before it moves anything (-1), or after that many moves."""
    run = subprocess.run([sys.executable, "-c", SLOW, target, str(moves), what], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("what", ["folder", "file", "folder that is there"])
def test_what_a_killed_export_left_is_cleared_at_the_next_in_that_place(tmp_path: Path, what: str) -> None:
    place = tmp_path / "place"
    place.mkdir()
    if what == "folder that is there":
        (place / "out").mkdir()
    killed(place / "out", -1, what.split()[0])
    assert any(".annotator-" in p.name for p in place.rglob("*"))
    with staged(place / "out", folder=what != "file", replace=False) as output:
        with output.text("" if what == "file" else "a") as file:
            file.write("new")
        assert [note for note in output.notes if "interrupted export" in note]
    assert everything(place) == {"out" if what == "file" else "out/a": "new"}
    assert not [p for p in place.rglob("*") if ".annotator-" in p.name]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_killed_export_had_replaced_is_kept_and_named(tmp_path: Path) -> None:
    out = mark(tmp_path / "out" / "a").parent
    mark(out / "b")
    killed(out, 2)
    with staged(out, folder=True, replace=True) as output:
        (note,) = output.notes
    (kept,) = out.rglob("replaced")
    assert str(kept) in note
    assert everything(kept) == {"a": "mine"}


def test_what_a_running_export_writes_is_not_cleared(tmp_path: Path) -> None:
    with staged(tmp_path / "out", folder=True, replace=False) as running:
        with running.text("a") as file:
            file.write("a")
        put_folder(tmp_path / "other", "b")
    assert everything(tmp_path) == {"out/a": "a", "other/b": "new"}


def test_files_that_cannot_be_listed_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_folder(tmp_path / "out", "a", "b")
    failed = fail_once(monkeypatch, "scandir", called("new"))
    with pytest.raises(SaveError):
        put_folder(tmp_path / "out", "a", "c", replace=True)
    assert failed
    assert everything(tmp_path) == {"out/a": "new", "out/b": "new"}


def test_a_temporary_folder_that_cannot_be_removed_undoes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_folder(tmp_path / "out", "a")

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr(shutil, "rmtree", fail)
    put_folder(tmp_path / "out", "b", replace=True)
    assert (tmp_path / "out" / "b").exists()


def test_what_was_replaced_does_not_stay_where_the_system_cannot_tell_that_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_folder(tmp_path / "out", "a")
    fail_once(monkeypatch, "lstat", called("replaced"))
    put_folder(tmp_path / "out", "a", "b", replace=True)
    assert [path.name for path in sorted((tmp_path / "out").iterdir())] == ["a", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are a thing of Unix")
def test_a_pipe_or_a_link_to_one_is_never_replaced(tmp_path: Path) -> None:
    pipe, link, inside = tmp_path / "pipe", tmp_path / "link", tmp_path / "out" / "a.html"
    inside.parent.mkdir()
    os.mkfifo(pipe)
    os.mkfifo(inside)
    link.symlink_to(pipe)
    for target in (pipe, link):
        with pytest.raises(SaveError, match="a pipe or a device"):
            put(target, replace=True)
    with pytest.raises(SaveError, match="a pipe or a device"):
        put_folder(inside.parent, "a.html", "b.html", replace=True)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert [path.is_fifo() for path in inside.parent.iterdir()] == [True]
