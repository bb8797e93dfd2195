"""Where an export goes: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.interop.output import Output, staged
from annotator.storage.files.file_error import SaveError


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
