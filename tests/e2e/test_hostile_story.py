"""Bad input: one clear sentence for each, nothing written, and the work goes on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.storage.files.file_error import shown
from tests.support.hostile import ARTICLES, ODD_NAMES, SIDECARS, write_hostile
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.stories import bytes_below, write_folder

Start = Callable[..., Program]
NOBODY = 65534

SENTENCES = {
    "binary.txt": "plain text",
    "empty.txt": "empty",
    "huge.txt": "32 MiB",
    "unreadable.txt": "cannot be read",
    "aliases.txt": "alias",
    "another-program.txt": "Annotator",
    "deep.txt": "deep",
    "duplicate.txt": "",
    "mismatch.txt": "lost its place",
    "newer.txt": "newer version",
    "not-yaml.txt": "",
    "past-the-end.txt": "",
}


def test_every_bad_file_gets_a_sentence_and_stays_as_it_is(start: Start, tmp_path: Path) -> None:
    write_hostile(tmp_path)
    before = bytes_below(tmp_path)
    program = start()
    program.messages.folder = str(tmp_path)
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: program.session.path is not None)
    told: dict[str, str] = {}
    for _ in range(len(ARTICLES) + len(SIDECARS) + len(ODD_NAMES) + 1):
        path = program.session.path
        assert path is not None
        program.wait_for(lambda path=path: settled(program, path))
        told[path.name] = " ".join(program.banners.values())
        if path.name != "past-the-end.txt":  # that one may be annotated, and its sidecar then changes
            program.type("c")
        if path.name in SENTENCES and path.name not in ("mismatch.txt", "past-the-end.txt"):
            assert not program.session.writable
        program.press(Key.Key_Down, ALT)
    for name, words in SENTENCES.items():
        assert words.lower() in told[name].lower()
        assert_one_sentence(told[name])
    odd = {os.fsdecode(name) for name in ODD_NAMES}
    assert odd <= told.keys()
    assert len(told) == len(ARTICLES) + 1 + len(SIDECARS) + len(ODD_NAMES)  # a dangling link and a pipe are no articles
    program.close()  # what can be saved is, then
    assert touched(before, bytes_below(tmp_path)) == set()


def settled(program: Program, path: Path) -> bool:
    return program.is_open(path) or program.banners.get("article", "").startswith(shown(path.name))


def assert_one_sentence(told: str) -> None:
    assert told
    assert told.endswith((".", "?", "!"))
    assert "Traceback" not in told
    assert "\n" not in told
    assert len(told) < 600


def touched(before: dict[str, tuple[bytes, int]], after: dict[str, tuple[bytes, int]]) -> set[str]:
    """What is not as it was, and what is new and belongs to no article that can be annotated."""
    new = {name for name in set(after) - set(before) if ".annotations.yaml" not in name and "/.annotator/" not in name}
    return new | {name for name in before if after.get(name) != before[name]}


@pytest.mark.parametrize("name", [os.fsdecode(name) for name in ODD_NAMES[:2]], ids=["newline", "not unicode"])
def test_odd_names_are_saved_beside(start: Start, tmp_path: Path, name: str) -> None:
    write_hostile(tmp_path)
    program = start(tmp_path / name)
    program.type("c")
    program.wait_saved()
    assert sidecar_of(tmp_path / name).exists()
    assert "\n" not in program.window.windowTitle()
    assert program.window.windowTitle().isprintable()
    program.close()
    again = start(tmp_path / name)
    assert again.marks == [("claim", "The")]


def test_a_name_too_long_for_a_sidecar(start: Start, tmp_path: Path) -> None:
    write_hostile(tmp_path)
    before = bytes_below(tmp_path)
    program = start(tmp_path / os.fsdecode(ODD_NAMES[2]))
    program.type("c")
    if program.session.writable:
        program.wait_for(lambda: "saving" in program.banners)
    assert_one_sentence(" ".join(program.banners.values()))
    assert bytes_below(tmp_path) == before


def test_a_folder_that_is_not_there(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    program.messages.folder = str(tmp_path / "gone")
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: "folder" in program.banners)
    assert_one_sentence(program.banners["folder"])
    assert program.opened == "town.txt"


def test_a_folder_without_articles(start: Start, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    program = start()
    program.messages.folder = str(tmp_path)
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: "folder" in program.banners)
    assert "no article" in program.banners["folder"]
    for key in (Key.Key_C, Key.Key_Period, Key.Key_Tab, Key.Key_O, Key.Key_Delete):
        program.press(key)
    program.press(Key.Key_Down, ALT)
    program.press(Key.Key_Return, CTRL)


def test_a_faulty_scheme(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    (tmp_path / "scheme.yaml").write_text("format: annotation-scheme\nversion: 1\nid: x\nname: x\nlabels: 7\n")
    before = (tmp_path / "scheme.yaml").read_bytes()
    program = start(tmp_path)
    assert "Line " in program.banners["scheme"]
    program.type("c")
    program.wait_saved()
    assert sidecar_of(article).exists()
    assert (tmp_path / "scheme.yaml").read_bytes() == before


def test_labels_that_the_scheme_lacks_are_kept(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path)
    program.type("c")
    program.wait_saved()
    program.close()
    sidecar = sidecar_of(article)
    sidecar.write_bytes(sidecar.read_bytes().replace(b"label: claim", b"label: mystery"))
    program = start(tmp_path)
    assert program.marks == [("mystery", "Harbour")]
    program.select("storm")
    program.type("s")
    program.wait_saved()
    assert b"label: mystery" in sidecar.read_bytes()


def test_closing_with_unsaved_work_asks(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start(tmp_path)
    sidecar_of(article).mkdir()
    program.type("c")
    program.wait_for(lambda: "saving" in program.banners)
    program.messages.answer = "Stay"
    program.close()
    assert program.window.isVisible()
    assert len(program.messages.asked) == 1
    sidecar_of(article).rmdir()
    program.messages.answer = "Try again"
    program.close()
    assert sidecar_of(article).is_file()


def test_a_broken_sidecar_can_be_begun_afresh(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    sidecar_of(article).write_text("{ not yaml")
    program = start(tmp_path)
    program.click_banner("Start afresh, keep the old")
    program.wait_for(lambda: program.session.writable)
    program.type("c")
    program.wait_saved()
    assert sidecar_of(article).with_name("town.annotations.yaml.broken").read_text() == "{ not yaml"


@pytest.fixture
def folder_of_all() -> Iterator[Path]:
    """A folder that others reach too; pytest’s own are closed to them, anew by every run beside this one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("news", "settings"):
            (folder / part).mkdir()
            (folder / part).chmod(0o777)
        yield folder


@pytest.fixture
def without_rights() -> Iterator[Callable[[], None]]:
    """Takes root's rights away, which stand above those of folders, until the test is over."""
    rights = os.geteuid(), os.getegid()

    def drop() -> None:
        if rights[0] == 0:
            os.setegid(NOBODY)
            os.seteuid(NOBODY)

    yield drop
    os.seteuid(rights[0])
    os.setegid(rights[1])


def test_a_read_only_folder(folder_of_all: Path, without_rights: Callable[[], None], qtbot: QtBot) -> None:
    folder = folder_of_all / "news"
    article = write_folder(folder)
    program = Program(qtbot, folder_of_all / "settings" / "settings.json")
    program.start(folder)
    folder.chmod(0o555)
    without_rights()
    program.type("c")
    program.wait_for(lambda: "saving" in program.banners)
    assert_one_sentence(program.banners["saving"])
    assert program.marks == [("claim", "Harbour")]
    assert not sidecar_of(article).exists()
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    assert program.marks == [("claim", "Harbour")]
    program.close()
    assert len(program.messages.asked) == 1


def test_a_scheme_that_becomes_faulty_is_told_with_the_next_article(start: Start, tmp_path: Path) -> None:
    program = start(write_folder(tmp_path))
    assert "scheme" not in program.banners
    (tmp_path / "scheme.yaml").write_text("{ not yaml", "utf-8")
    program.press(Key.Key_Down, ALT)
    program.wait_for(lambda: "scheme" in program.banners)
    assert_one_sentence(program.banners["scheme"])
    (tmp_path / "scheme.yaml").unlink()
    program.press(Key.Key_Up, ALT)
    program.wait_for(lambda: "scheme" not in program.banners)
