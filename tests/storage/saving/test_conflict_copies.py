"""Copies that sync services leave beside a sidecar."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.article import Article
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.conflict_copies import conflict_copies, conflict_copies_in, put_away
from annotator.storage.saving.copy_names import LIKELY_AT_END, LIKELY_PART, SURE_END, SURE_PART
from annotator.storage.saving.history import versions
from annotator.storage.sidecars.sidecar_files import SidecarWriter, is_annotator_name, new_document, sidecar_path

SURE = [
    " (Alice's conflicted copy 2026-11-22)",
    " (Alice’s conflicted copy 2026-11-22 1)",
    " (DESKTOP-1A2B's conflicted copy 2026-11-22)",
    " (Alice's conflicted copy)",
    " (conflicted copy 2026-11-22 062120)",
    " (conflicted copy alice 2026-11-22 062120)",
    " (conflicted copy 2026-11-22 062120-1)",
    "_conflict-20261122-062120",
    ".sync-conflict-20261122-062120-ABC2DE7",
    ".sync-conflict-20261122-062120",
    "-laptop-safeBackup-0001",
    " (conflicted copy)",
    " (conflicted copy 2026-11-28)",
    " (Alice's conflicted copy 2026-11-22 (1))",
    " (Case Conflict)",
    " (Case Conflict 1)",
    " (Unicode Encoding Conflict)",
    " (Selective Sync Conflict)",
    " (Selective Sync Conflict 2)",
    " (case clash from 2026-11-28 101500)",
    " (SFConflict alice@example.org 2026-11-28-10-15-30)",
]
LIKELY = [
    " (1)",
    " (12)",
    " 2",
    "-DESKTOP-1A2B",
    "-Alice's MacBook Pro",
    "-LAPTOP-2",
    " (conflicted)",
    " (In Konflikt stehende Kopie von Jan 2026-11-28)",
    " (Jans in Konflikt stehende Kopie 2026-11-28)",
    " (Copie en conflit de Jan 2026-11-28)",
    " (Copia en conflicto de Jan 2026-11-28)",
    " (Copia conflictiva de Jan 2026-11-28)",
    " (Copia in conflitto di Jan 2026-11-28)",
    " (Cópia em conflito de Jan 2026-11-28)",
    " (kopia powodująca konflikt użytkownika Jan 2026-11-28)",
    " (Конфликтующая копия пользователя Jan 2026-11-28)",
    " (Jans modstridende kopi 2026-11-28)",
    " (Jan の競合コピー 2026-11-28)",
    " (Jan 的冲突副本 2026-11-28)",
    " (Jan 的衝突複本 2026-11-28)",
    " (Konfliktkopie 2026-11-28)",
    " [conflict]",
    " [Conflict]",
    " - conflict",
    "-Cópia em conflito de PC-01 2026-08-04",
    "_BACKUP_4711",
    "_BASE_4711",
    "_LOCAL_4711",
    "_REMOTE_4711",
    "_LOCAL_LCONFL_4711",
]
WITH_DOTS = [
    " (Copia in conflitto di MBP-di-Jan.fritz.box 2026-10-08)",
    " (Jan.home's conflicted copy 2026-10-08)",
    ".BACKUP.4711",
    ".REMOTE.4711",
]
"""Names that hold a dot, as no annotator's can."""
EVERY = SURE + LIKELY + WITH_DOTS
BEHIND = [".orig", "~HEAD", "~fix-the_dates", ".LOCAL.4711.yaml", " (1)", " (Copie en conflit de Jan 2026-11-28)"]
NEVER = [" copy", "-old", "-backup", ".bak", "1", "(1)", " (a)", ".alice", "_1", " - Copy", ".sync-conflict-2026-1-A"]
NOT_EVEN_YAML = [".yaml.broken", ".yaml.bak", ".yaml~", ".yaml.theirs.txt", ".yaml.theirsx", " (1).txt", ".yml"]


def written(path: Path, article: str = "story.txt", annotator: str = "") -> Path:
    path.write_bytes(SidecarWriter().data(new_document(Article.of(article, "Text."), annotator, "")))
    return path


@pytest.fixture(params=["", "alice", "Åsa Öst"])
def annotator(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sidecar(tmp_path: Path, annotator: str) -> Path:
    return written(sidecar_path(tmp_path / "story.txt", annotator), annotator=annotator)


def test_each_service_has_its_way_of_naming(sidecar: Path, annotator: str) -> None:
    for part in EVERY:
        copy = written(sidecar.with_name(f"{sidecar.stem}{part}.yaml"), annotator=annotator)
        assert conflict_copies(sidecar) == [copy], part
        copy.unlink()


def test_the_addition_may_stand_behind_the_stem(sidecar: Path, annotator: str) -> None:
    for part in EVERY:
        copy = written(sidecar.with_name(sidecar.name.replace("story", f"story{part}")), annotator=annotator)
        assert conflict_copies(sidecar) == [copy], part
        copy.unlink()


def test_there_it_is_the_sidecar_of_an_article_that_is_called_so(sidecar: Path, annotator: str) -> None:
    for part in EVERY:
        other = written(sidecar.with_name(sidecar.name.replace("story", f"story{part}")), annotator=annotator)
        article = sidecar.with_name(f"story{part}.md")
        article.write_text("Text.", encoding="utf-8")
        assert conflict_copies(sidecar) == [], part
        other.unlink()
        article.unlink()


def test_there_the_content_must_confirm_the_article(sidecar: Path, annotator: str) -> None:
    for part in EVERY:
        other = sidecar.with_name(sidecar.name.replace("story", f"story{part}"))
        written(other, f"story{part}.txt", annotator)
        assert conflict_copies(sidecar) == [], part
        written(other, "story.txt", f"{annotator}x")
        assert conflict_copies(sidecar) == [], part
        other.write_bytes(b"")
        assert conflict_copies(sidecar) == [], part
        other.unlink()


@pytest.mark.parametrize("ending", BEHIND)
def test_the_addition_may_stand_behind_the_whole_name(sidecar: Path, annotator: str, ending: str) -> None:
    copy = written(sidecar.with_name(sidecar.name + ending), annotator=annotator)
    assert conflict_copies(sidecar) == [copy]
    copy.write_bytes(b"")
    assert conflict_copies(sidecar) == []


@pytest.mark.parametrize("name", ["story.v2.txt", "story.annotations.v2.txt", "Bericht (Entwurf).txt"])
@pytest.mark.parametrize("part", [" (1)", " (Copie en conflit de Jan 2026-11-28)", ".sync-conflict-20261122-062120"])
def test_names_with_several_dots(tmp_path: Path, name: str, part: str) -> None:
    sidecar = written(sidecar_path(tmp_path / name), name)
    copies = [
        written(sidecar.with_name(f"{sidecar.stem}{part}.yaml"), name),
        written(sidecar.with_name(f"{Path(name).stem}{part}.annotations.yaml"), name),
    ]
    assert set(conflict_copies(sidecar)) == set(copies)


@pytest.mark.parametrize("ending", [".theirs", ".theirs1", ".theirs23"])
def test_what_was_put_aside_here_is_a_copy_too(sidecar: Path, ending: str) -> None:
    copy = sidecar.with_name(sidecar.name + ending)
    copy.write_bytes(b"")
    assert conflict_copies(sidecar) == [copy]


def test_a_name_that_only_a_service_gives_needs_no_look_inside(sidecar: Path) -> None:
    for part in SURE:
        copy = sidecar.with_name(f"{sidecar.stem}{part}.yaml")
        copy.write_bytes(b"<<<<<<< cut off")
        assert conflict_copies(sidecar) == [copy], part
        copy.unlink()


@pytest.mark.parametrize("data", [b"", b"a: b\n", b"\0", b"format: annotator\nversion: 1\narticle: []\n"])
def test_a_name_that_a_person_may_give_does(sidecar: Path, data: bytes) -> None:
    for part in LIKELY:
        other = sidecar.with_name(f"{sidecar.stem}{part}.yaml")
        other.write_bytes(data)
        assert conflict_copies(sidecar) == [], part
        other.unlink()


def test_other_names_are_no_copies(sidecar: Path, annotator: str) -> None:
    for name in (*(f"{part}.yaml" for part in NEVER), *NOT_EVEN_YAML):
        other = written(sidecar.with_name(sidecar.stem + name), annotator=annotator)
        assert conflict_copies(sidecar) == [], name
        other.unlink()


@pytest.mark.parametrize("part", LIKELY)
def test_another_annotator_may_be_called_so(tmp_path: Path, part: str) -> None:
    assert is_annotator_name(f"alice{part}")
    alice = written(sidecar_path(tmp_path / "story.txt", "alice"), annotator="alice")
    written(sidecar_path(tmp_path / "story.txt", f"alice{part}"), annotator=f"alice{part}")
    assert conflict_copies(alice) == []


def test_another_article_may_be_called_so(sidecar: Path, annotator: str) -> None:
    for part in SURE + LIKELY:
        other = written(sidecar_path(sidecar.with_name(f"story{part}.txt"), annotator), f"story{part}.txt", annotator)
        assert conflict_copies(sidecar) == [], part
        other.unlink()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(is_annotator_name))
def test_no_other_annotators_sidecar_is_a_copy(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    sidecars = [written(sidecar_path(folder / "story.txt", name), annotator=name) for name in ("", "al", f"al{other}")]
    assert [conflict_copies(sidecar) for sidecar in sidecars] == [[], [], []]


def test_copies_of_others_are_not_mine(tmp_path: Path) -> None:
    mine = written(sidecar_path(tmp_path / "story.txt"))
    alice = written(sidecar_path(tmp_path / "story.txt", "alice"), annotator="alice")
    copy = written(tmp_path / "story.annotations.alice (Bob's conflicted copy 2026-11-22).yaml", annotator="alice")
    assert conflict_copies(mine) == []
    assert conflict_copies(alice) == [copy]


def test_a_copy_is_found_where_the_sidecar_is_missing(tmp_path: Path) -> None:
    copy = written(tmp_path / "story.annotations (1).yaml")
    assert conflict_copies(sidecar_path(tmp_path / "story.txt")) == [copy]


def test_names_that_are_spelled_in_another_form(tmp_path: Path) -> None:
    sidecar = written(tmp_path / "café.annotations.yaml", "café.txt")
    copy = written(tmp_path / normalize("NFD", "café.annotations (1).yaml"), normalize("NFD", "café.txt"))
    assert conflict_copies(sidecar) == [copy]


def test_copies_come_by_name_and_folders_and_links_are_none(tmp_path: Path) -> None:
    sidecar = written(sidecar_path(tmp_path / "story.txt"))
    copies = [written(tmp_path / f"story.annotations ({number}).yaml") for number in (2, 1)]
    (tmp_path / "story.annotations_conflict-20261122-062120.yaml").mkdir()
    (tmp_path / "story.annotations (3).yaml").symlink_to(sidecar)
    assert conflict_copies(sidecar) == copies[::-1]


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "gone" / "story.annotations.yaml") == []


def test_a_copy_that_is_put_away_is_kept_but_is_no_version(tmp_path: Path) -> None:
    sidecar = written(sidecar_path(tmp_path / "story.txt"))
    for data in (b"first", b"second"):
        copy = sidecar.with_name("story.annotations.sync-conflict-20261122-062120-ABC2DE7.yaml")
        copy.write_bytes(data)
        assert put_away(copy, sidecar).read_bytes() == data
        assert not copy.exists()
    assert conflict_copies(sidecar) == []
    assert versions(sidecar) == []
    assert len(list((tmp_path / ".annotator" / "history" / sidecar.name).iterdir())) == 2


def test_a_copy_that_cannot_be_put_away_stays(tmp_path: Path) -> None:
    sidecar = written(sidecar_path(tmp_path / "story.txt"))
    copy = written(tmp_path / "story.annotations (1).yaml")
    (tmp_path / ".annotator").write_text("in the way")
    with pytest.raises(SaveError, match="could not be saved"):
        put_away(copy, sidecar)
    assert conflict_copies(sidecar) == [copy]


def test_all_copies_of_a_folder_with_what_they_are_copies_of(tmp_path: Path) -> None:
    sidecar, alices = (written(sidecar_path(tmp_path / "story.txt", name), annotator=name) for name in ("", "alice"))
    other = written(sidecar_path(tmp_path / "story 2.txt"), "story 2.txt")
    for name in ("story.txt", "story 2.txt", "notes.annotations.txt"):
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    found = {written(tmp_path / f"story.annotations{part}.yaml"): sidecar for part in SURE + LIKELY}
    found |= {written(tmp_path / f"story{part}.annotations.yaml"): sidecar for part in SURE + LIKELY if part != " 2"}
    found[written(tmp_path / "story.annotations.alice (1).yaml", annotator="alice")] = alices
    found[written(tmp_path / "story 2.annotations.yaml.orig", "story 2.txt")] = other
    assert conflict_copies_in(tmp_path) == found
    assert {path for one in (sidecar, alices, other) for path in conflict_copies(one)} == found.keys()
    assert conflict_copies_in(tmp_path / "gone") == {}


@given(
    st.sampled_from("aZ0ß²٣中"),
    st.text("aZ0 ()-_.[]~'’", max_size=6),
    st.sampled_from(["", "conflict", "conflicted copy", "safeBackup-0001"]),
)
def test_no_addition_begins_with_a_letter_or_a_digit(first: str, inner: str, word: str) -> None:
    """Files whose names go on so behind the stem are passed over without looking at the rest."""
    addition = f"{first}{inner}{word}{inner}"
    assert not any(re.fullmatch(kind, addition) for kind in (SURE_PART, LIKELY_PART, SURE_END, LIKELY_AT_END))


def test_the_copies_are_found_among_many_articles_that_begin_alike(tmp_path: Path) -> None:
    mine = written(sidecar_path(tmp_path / "1.txt"), "1.txt")
    for name in ("10", "1a", "1 x", "12.3"):
        written(sidecar_path(tmp_path / f"{name}.txt"), f"{name}.txt")
    copy = written(tmp_path / "1.annotations (conflicted copy 2026-11-28).yaml", "1.txt")
    assert conflict_copies(mine) == [copy]
    assert conflict_copies_in(tmp_path) == {copy: mine}
