"""Sidecars renamed after their articles, and back."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.plan import Plan, Round
from annotator.storage.evidence.keeping import keep_bytes
from annotator.storage.evidence.states import evidence_bytes
from annotator.storage.files import new_name
from annotator.storage.files.file_error import SaveError
from annotator.storage.plans.plan_reading import plan_of
from annotator.storage.plans.plan_writing import change_plan
from annotator.storage.saving import adopting
from annotator.storage.saving.adopting import adopt, take_back
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.saving.history import keep, versions
from annotator.storage.saving.kept_texts import keep_text, kept_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.failing.once import called, fail_once
from tests.support.stories import bytes_below

ARTICLE = Article.of("story.txt", "Thousands leave Aleppo.")
AT = "2026-11-22T06:21:20Z"


@pytest.fixture
def sidecar(tmp_path: Path) -> Path:
    return write(tmp_path / "story.annotations.yaml")


def write(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(SidecarWriter().data(Document(ARTICLE)))
    keep(path, b"before", AT)
    keep_text(path.parent, ARTICLE)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in bytes_below(folder).items()}


def test_the_plan_goes_there_and_back(sidecar: Path) -> None:
    folder = sidecar.parent
    plan = Plan(("alice",), (Round(1, {"story.txt": ("alice",)}),))
    change_plan(folder, lambda _none: plan)
    before = contents(folder)
    adopted = adopt(sidecar, folder / "tale.txt", sidecar.read_bytes())
    read = plan_of(folder)
    assert read
    assert read.plan.articles_of("alice") == ["tale.txt"]
    take_back(adopted)
    assert contents(folder) == before


NAMES = st.text(st.sampled_from("aé. ñ\U0001f469漢-"), min_size=1, max_size=20).map(lambda name: f"x{name}.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, st.booleans())
def test_there_and_back_everything_is_as_it_was(tmp_path_factory: pytest.TempPathFactory, name: str, far: bool) -> None:
    folder = tmp_path_factory.mktemp("folder")
    sidecar = write(folder / "story.annotations.alice.yaml")
    if far:
        (folder / "far").mkdir()
    before = contents(folder)
    article = folder / "far" / name if far else folder / name
    adopted = adopt(sidecar, article, sidecar.read_bytes())
    assert adopted.new == article.with_name(f"{article.stem}.annotations.alice.yaml")
    assert not sidecar.exists()
    assert [version.at for version in versions(adopted.new)] == [AT]
    assert kept_text(article.parent, ARTICLE.sha256) == ARTICLE.text
    take_back(adopted)
    after = contents(folder)
    left = str(folder / "far" / ".annotator")
    assert {path: data for path, data in after.items() if not path.startswith(left)} == before


def test_what_was_saved_since_stays_in_it_when_it_is_taken_back(sidecar: Path) -> None:
    adopted = adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    adopted.new.write_bytes(adopted.new.read_bytes() + b"mine: kept\n")
    take_back(adopted)
    assert sidecar.read_bytes() == adopted.before + b"mine: kept\n"


def test_one_that_was_changed_meanwhile_is_left_alone(sidecar: Path) -> None:
    looked_at = sidecar.read_bytes()
    sidecar.write_bytes(looked_at + b"theirs: yes\n")
    with pytest.raises(SaveError, match="changed meanwhile"):
        adopt(sidecar, sidecar.with_name("tale.txt"), looked_at)
    assert sidecar.read_bytes() == looked_at + b"theirs: yes\n"


def test_nothing_is_written_over_another_sidecar(sidecar: Path) -> None:
    other = sidecar.with_name("tale.annotations.yaml")
    other.write_bytes(b"theirs")
    with pytest.raises(SaveError, match=r"tale\.annotations\.yaml is there already"):
        adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert sidecar.exists()
    assert other.read_bytes() == b"theirs"


def test_nor_where_it_cannot_be_taken_back(sidecar: Path) -> None:
    adopted = adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    sidecar.write_bytes(b"theirs")
    with pytest.raises(SaveError, match="is there already"):
        take_back(adopted)
    assert sidecar.read_bytes() == b"theirs"
    adopted.new.unlink()
    with pytest.raises(SaveError, match="not there any more"):
        take_back(adopted)


def test_two_histories_become_one(sidecar: Path) -> None:
    new = sidecar.with_name("tale.annotations.yaml")
    keep(new, b"older", AT)
    keep(sidecar, b"later", "2026-11-23T06:21:20Z")
    adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert sorted(version.path.read_bytes() for version in versions(new)) == [b"before", b"later", b"older"]


def test_on_a_disk_without_links_nothing_is_written_over_either(sidecar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: object, **_options: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(new_name.os, "link", no_links)
    other = sidecar.with_name("tale.annotations.yaml")
    other.write_bytes(b"theirs")
    with pytest.raises(SaveError, match="is there already"):
        adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    other.unlink()
    adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert not sidecar.exists()


def test_where_it_cannot_be_written_it_keeps_its_old_name(sidecar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise SaveError.at(path, "The disk is full.")

    before = contents(sidecar.parent)
    monkeypatch.setattr(adopting, "write_atomically", full)
    with pytest.raises(SaveError, match="disk is full"):
        adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert contents(sidecar.parent) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_in_a_read_only_folder(sidecar: Path) -> None:
    sidecar.parent.chmod(0o555)
    with pytest.raises(SaveError, match="not allowed to write"):
        adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    sidecar.parent.chmod(0o755)


def test_conflict_copies_go_along_and_are_known_as_such(tmp_path: Path, sidecar: Path) -> None:
    copies = ["story.annotations (1).yaml", "story (Copie en conflit).annotations.yaml"]
    for name in copies:
        (tmp_path / name).write_bytes(sidecar.read_bytes())
    (tmp_path / "story.annotations.yaml.theirs").write_bytes(b"cannot be read")
    before = contents(tmp_path)
    adopted = adopt(sidecar, tmp_path / "new.txt", sidecar.read_bytes())
    assert [path.name for path in conflict_copies(adopted.new)] == [
        "new (Copie en conflit).annotations.yaml",
        "new.annotations (1).yaml",
        "new.annotations.yaml.theirs",
    ]
    take_back(adopted)
    assert contents(tmp_path) == before
    assert len(conflict_copies(sidecar)) == 3


def test_a_copy_whose_new_name_is_taken_stays(tmp_path: Path, sidecar: Path) -> None:
    copy = tmp_path / "story.annotations (1).yaml"
    copy.write_bytes(sidecar.read_bytes())
    (tmp_path / "new.annotations (1).yaml").write_bytes(b"another's")
    adopt(sidecar, tmp_path / "new.txt", sidecar.read_bytes())
    assert copy.is_file()
    assert (tmp_path / "new.annotations (1).yaml").read_bytes() == b"another's"


def is_folder(handle: int) -> bool:
    return stat.S_ISDIR(os.fstat(handle).st_mode)


@pytest.mark.skipif(os.name == "nt", reason="folders are flushed on POSIX only")
@pytest.mark.parametrize("call", ["unlink", "scandir", "fsync"])
def test_where_a_call_fails_everything_is_as_it_was(sidecar: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    before = contents(sidecar.parent)
    fits = {"unlink": called(sidecar.name), "scandir": lambda _folder: True, "fsync": is_folder}[call]
    failed = fail_once(monkeypatch, call, fits)
    with pytest.raises(SaveError):
        adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert failed
    assert contents(sidecar.parent) == before
    adopt(sidecar, sidecar.with_name("tale.txt"), sidecar.read_bytes())
    assert [version.data() for version in versions(sidecar.with_name("tale.annotations.yaml"))] == [b"before"]


def test_files_of_evidence_go_along_to_another_folder(sidecar: Path) -> None:
    kept = keep_bytes(sidecar.parent, b"report", ".pdf").file
    sidecar.write_bytes(sidecar.read_bytes() + f'evidence:\n- id: eeeeee\n  file: "{kept}"\n'.encode())
    (sidecar.parent / "far").mkdir()
    adopt(sidecar, sidecar.parent / "far" / "story.txt", sidecar.read_bytes())
    assert evidence_bytes(sidecar.parent / "far", kept) == evidence_bytes(sidecar.parent, kept) == b"report"
