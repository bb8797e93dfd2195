"""Commands on a folder with links that lead out of it: nothing outside is read or written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.commands.running import run_command
from annotator.corpus.adoption import Adoption, Taken
from annotator.interop.articles.extracted import Wishes
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.incoming.article_sources import files_in
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.files.file_error import Problem
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.stories import bytes_below

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")

SECRET = "Nobody else may read this."


def annotated(path: Path, text: str) -> None:
    path.write_text(text)
    document = Document(Article.of(path.name, text), {"a": Annotation("a", "claim", Span(0, 6))})
    sidecar_path(path).write_bytes(SidecarWriter().data(document))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "outside"
    path.mkdir()
    annotated(path / "secret.txt", SECRET)
    annotated(path / "kept.txt", SECRET)
    (path / "kept.txt").rename(path / "renamed.txt")
    annotated(path / "changed.txt", SECRET)
    (path / "changed.txt").write_text(f"New: {SECRET}")
    return path


@pytest.fixture
def folder(tmp_path: Path, outside: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    annotated(path / "own.txt", "Our own words.")
    (path / "link").symlink_to(outside)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--json"),
        ("stats", "--json"),
        ("adopt", "--json"),
        ("reanchor", "--apply", "--json"),
        ("export", "jsonl", "-o", "-"),
        ("import", "articles", "-o", "made"),
    ],
)
def test_a_linked_folder_is_not_entered(
    folder: Path, outside: Path, command: tuple[str, ...], capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = bytes_below(outside)
    name, *options = (str(tmp_path / option) if option == "made" else option for option in command)
    main(
        [name, *options[:1], str(folder), *options[1:]]
        if name in ("export", "import")
        else [name, *options, str(folder)]
    )
    said = capfd.readouterr()
    assert "secret" not in said.out.replace(str(outside), "")
    assert SECRET not in said.out
    assert bytes_below(outside) == before
    assert all(SECRET.encode() not in data for data, _ in bytes_below(tmp_path / "made").values())


def exchange(folder: Path, outside: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to(outside)


def test_an_import_reads_nothing_where_a_folder_has_become_a_link(
    folder: Path, outside: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "secret.txt").write_text("Words that may be read.")
    before = bytes_below(outside)
    importer = ArticleImporter(None, built_in_scheme(), Wishes())

    def run() -> int:
        (source,) = [file for file in files_in([folder]) if file.name == "secret.txt"]
        exchange(folder / "below", outside)
        importer.take(source, "2026-11-22T06:21:20Z")
        return 0

    assert run_command("import", run, [folder]) == 0
    assert "a link is in the way" in str(importer.report.problems[0])
    assert (importer.written, bytes_below(outside)) == ([], before)
    assert capfd.readouterr().err == ""


def test_adopting_renames_nothing_where_a_folder_has_become_a_link(folder: Path, outside: Path) -> None:
    (folder / "below").mkdir()
    for name in ("one", "two"):
        annotated(folder / "below" / f"{name}.txt", f"Words of {name}.")
        (folder / "below" / f"{name}.txt").rename(folder / "below" / f"{name}s.txt")
        annotated(outside / f"{name}.txt", f"Words of {name}.")
        (outside / f"{name}.txt").rename(outside / f"{name}s.txt")
    before = bytes_below(outside)
    found = []

    def run() -> int:
        for result in Adoption(dry_run=False).below(folder):
            found.append(result)
            if len(found) == 1:
                exchange(folder / "below", outside)
        return 0

    assert run_command("adopt", run, [folder]) == 0
    assert [type(result) for result in found] == [Taken, Problem]
    assert bytes_below(outside) == before
