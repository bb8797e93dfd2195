"""Articles out of other files: a text, where it comes from, nothing half-done, nothing written over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.corpus.checking.problems import Check
from annotator.interop.article_kinds import extractor_named
from annotator.interop.articles.extracted import Extracted, Extractor, Part, Wishes
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.incoming.article_sources import files_in
from annotator.interop.report import Report
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.files.disk_sync import CAN_SYNC_DISK
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import read_sidecar, sidecar_path
from tests.support.failing.once import called, fail_once

NOW = "2026-11-22T06:21:20Z"
PARTS = (Part(Span(0, 4), "navigation"),)


def lines(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """A kind of file with one article a line; a line that says so is broken."""
    for number, line in enumerate(data.decode().splitlines(), 1):
        if line == "broken":
            raise ForeignError("It is broken.", f"line {number}", number)
        parts = PARTS if wishes.page_parts else ()
        yield Extracted(
            name.partition(".")[0], f"{line}\n", parts, {"title": line}, "liner 1.0", ("1 image was left out.",)
        )


LINES = Extractor("lines", "Lines", (".lines",), lines)


def imported(folder: Path | None, source: Path, *, page_parts: bool = False) -> Report:
    importer = ArticleImporter(folder, built_in_scheme(), Wishes(page_parts))
    importer.take(source, NOW, LINES)
    return importer.report


def document(path: Path) -> Document:
    article = read_article(path).article
    return read_sidecar(sidecar_path(path), article).document


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "page.lines"
    path.write_text("Home of the news 👩\n", encoding="utf-8")
    return path


def test_a_text_is_put_beside_its_file_with_where_it_comes_from(source: Path) -> None:
    report = imported(None, source)
    article = source.with_name("page.txt")
    assert article.read_text("utf-8") == "Home of the news 👩\n"
    assert document(article).article_extra == {
        "origin": {"file": "page.lines", "sha256": sha256(source.read_bytes()).hexdigest(), "made_by": "liner 1.0"},
        "attributes": {"title": "Home of the news 👩"},
    }
    assert document(article).status.value == "new"
    assert report.documents == 1
    assert [loss.why for loss in report.losses] == ["1 image was left out"]
    assert [*Check().below(source.parent)] == []


def test_page_parts_are_marked_as_parts(source: Path) -> None:
    imported(None, source, page_parts=True)
    (part,) = document(source.with_name("page.txt")).annotations.values()
    assert (part.label, part.span, part.attributes) == ("part", Span(0, 4), {"role": "navigation"})
    assert part.origin == "import:liner"


def test_it_goes_into_a_folder_that_is_made_for_it(source: Path) -> None:
    folder = source.parent / "new" / "folder"
    imported(folder, source)
    assert sorted(path.name for path in folder.glob("page*")) == ["page.annotations.yaml", "page.txt"]
    assert not source.with_name("page.txt").exists()


def test_several_texts_of_one_file_get_numbers(source: Path) -> None:
    source.write_text("one\ntwo\n", encoding="utf-8")
    imported(None, source)
    texts = [source.with_name(name).read_text("utf-8") for name in ("page.txt", "page 2.txt")]
    assert texts == ["one\n", "two\n"]


def test_the_same_text_is_not_taken_twice(source: Path) -> None:
    imported(None, source)
    report = imported(None, source)
    assert report.documents == 0
    assert report.notes == ["page.lines: its text is in the folder already."]
    assert not source.with_name("page 2.txt").exists()


def test_nothing_is_written_over(source: Path) -> None:
    source.with_name("page.txt").write_text("mine", encoding="utf-8")
    source.with_name("page 2.annotations.yaml").write_text("mine", encoding="utf-8")
    imported(None, source)
    assert source.with_name("page.txt").read_text("utf-8") == "mine"
    assert source.with_name("page 2.annotations.yaml").read_text("utf-8") == "mine"
    assert source.with_name("page 3.txt").exists()


def test_of_a_file_with_a_fault_nothing_comes_in(source: Path) -> None:
    source.write_text("one\nbroken\n", encoding="utf-8")
    report = imported(None, source)
    assert [str(problem) for problem in report.problems] == [f"{source}:2: It is broken."]
    assert (report.documents, report.losses) == (0, [])
    assert sorted(path.name for path in source.parent.iterdir()) == ["page.lines"]


def test_a_text_that_could_not_be_opened_is_refused(source: Path) -> None:
    source.write_text("x" * (33 * 1024 * 1024), encoding="utf-8")
    assert "larger than 32 MiB" in imported(None, source).problems[0].sentence
    assert not source.with_name("page.txt").exists()


def test_many_texts_of_one_name_find_their_numbers(source: Path) -> None:
    source.write_text("".join(f"{number}\n" for number in range(300)), encoding="utf-8")
    assert imported(None, source).documents == 300
    assert source.with_name("page 300.txt").read_text("utf-8") == "299\n"


def test_a_file_of_no_known_kind_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.exe").write_bytes(b"MZ")
    importer = ArticleImporter(None, built_in_scheme(), Wishes())
    importer.take(tmp_path / "x.exe", NOW)
    assert "No kind of file" in importer.report.problems[0].sentence


def test_what_cannot_be_written_leaves_nothing(source: Path) -> None:
    folder = source.parent / "file"
    folder.write_text("no folder", encoding="utf-8")
    report = imported(folder, source)
    assert len(report.problems) == 1
    assert folder.read_text("utf-8") == "no folder"


def test_of_a_folder_every_file_of_a_known_kind_is_taken(tmp_path: Path) -> None:
    for name in ("b10.html", "b9.html", "sub/c.docx", ".hidden/d.html", "e.exe", "f.annotations.yaml", ".g.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in files_in([tmp_path])]
    assert found == ["b9.html", "b10.html", "sub/c.docx"]


@pytest.mark.parametrize("there", ["page.md", "PAGE.TXT", "Page.Md"])
def test_an_article_of_its_stem_is_not_locked_out(source: Path, there: str) -> None:
    (source.parent / there).write_text("Another text.\n", encoding="utf-8")
    assert not imported(None, source).problems
    assert (source.parent / "page 2.annotations.yaml").exists()
    assert not (source.parent / "page.annotations.yaml").exists()
    assert imported(None, source).notes == ["page.lines: its text is in the folder already."]


def test_a_folder_below_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "below").mkdir(parents=True)
    (tmp_path / "in" / "below" / "a.txt").write_text("Some words.")
    (tmp_path / "in" / "b.txt").write_text("Other words.")
    fail_once(monkeypatch, "scandir", called("below"))
    importer = ArticleImporter(tmp_path / "out", built_in_scheme(), Wishes())
    for file in files_in([tmp_path / "in"]):
        importer.take(file, NOW)
    assert [path.name for path in importer.written] == ["b.txt"]
    [problem] = importer.report.problems
    assert problem.path == tmp_path / "in" / "below"
    assert "cannot be read" in problem.sentence


def test_no_article_comes_whose_text_cannot_be_kept(tmp_path: Path, source: Path) -> None:
    (tmp_path / ".annotator").mkdir()
    (tmp_path / ".annotator" / "texts").write_text("in the way")
    report = imported(None, source)
    assert len(report.problems) == 1
    assert not [*tmp_path.glob("*.txt")]
    assert not [*tmp_path.glob("*.yaml")]


def test_pages_of_one_title_are_named_after_their_files(tmp_path: Path) -> None:
    page = "<html><head><title>City News</title></head><body><article><p>{words}</p></article></body></html>"
    for name, words in (("0017", "It rained all week long in town."), ("0018", "The bridge was closed on Monday.")):
        (tmp_path / f"{name}.html").write_text(page.format(words=words), "utf-8")
    names = []
    for _again in range(2):
        importer = ArticleImporter(tmp_path / "out", built_in_scheme(), Wishes())
        for file in files_in([tmp_path / "0017.html", tmp_path / "0018.html"]):
            importer.take(file, NOW)
        names.append([path.name for path in importer.written])
    assert names == [["City News.txt", "0018.txt"], []]


@pytest.mark.parametrize(
    ("name", "what_to_do"),
    [
        ("a.doc", "Save it as .docx first"),
        ("a.pages", "Export it as Word"),
        ("a.msg", "Save it as .eml first"),
        ("a.webarchive", "save it as a web page"),
        ("a.xls", "Save it as .xlsx first"),
        ("a.numbers", "Save it as CSV first"),
    ],
)
def test_what_cannot_be_read_says_how_to_convert_it(tmp_path: Path, name: str, what_to_do: str) -> None:
    (tmp_path / name).write_bytes(b"anything")
    (tmp_path / "b.txt").write_text("Some words.")
    importer = ArticleImporter(tmp_path / "out", built_in_scheme(), Wishes())
    for file in files_in([tmp_path]):
        importer.take(file, NOW)
    assert [path.name for path in importer.written] == ["b.txt"]
    assert [problem.path.name for problem in importer.report.problems] == [name]
    assert what_to_do in importer.report.problems[0].sentence


def test_names_that_no_file_can_have_are_told_with_what_they_became(tmp_path: Path) -> None:
    rows = "\n".join(f'{{"id": "{name}", "text": "It is {name}."}}' for name in ("a/b", "c", "what?", "d:e", "f*"))
    (tmp_path / "in.jsonl").write_text(rows, "utf-8")
    importer = ArticleImporter(tmp_path, built_in_scheme(), Wishes())
    importer.take(tmp_path / "in.jsonl", NOW)
    (note,) = [note for note in importer.report.notes if "changed" in note]
    assert note == (
        "in.jsonl: 4 names cannot be those of files on every system and were changed: "
        "“a/b” → “a_b”, “what?” → “what_”, “d:e” → “d_e”, …."
    )
    assert {path.name for path in importer.written} == {"a_b.txt", "c.txt", "what_.txt", "d_e.txt", "f_.txt"}


def test_a_file_of_another_kind_is_refused_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text\n1,It rained.\n", "utf-8")
    (tmp_path / "page.txt").write_text("<p>It rained on the quay all day long, and it was cold.</p>", "utf-8")
    importer = ArticleImporter(tmp_path, built_in_scheme(), Wishes())
    page = extractor_named("html")
    importer.take(tmp_path / "in.csv", NOW, page)
    importer.take(tmp_path / "page.txt", NOW, page)
    (problem,) = importer.report.problems
    assert problem.sentence == ("Its ending .csv is that of another kind of file. Import it as “table”, or rename it.")
    assert len(importer.written) == 1


def test_each_text_is_named_before_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text\nferry,It was late.\nbridge,It is closed.\n", "utf-8")
    named: list[str] = []
    importer = ArticleImporter(tmp_path, built_in_scheme(), Wishes(), named.append)
    importer.take(tmp_path / "in.csv", NOW)
    assert named == ["ferry (1 of 2)", "bridge (2 of 2)"]
    (tmp_path / "one.txt").write_text("It was late again.", "utf-8")
    importer.take(tmp_path / "one.txt", NOW)
    assert named[2:] == ["one"]


def test_reading_a_long_table_can_be_ended(tmp_path: Path) -> None:
    data = b"id,text\n" + b"".join(b"%d,It rained.\n" % number for number in range(5_000))
    steps: list[int] = []

    def stop() -> None:
        steps.append(1)
        if len(steps) == 2:
            raise KeyboardInterrupt

    table = extractor_named("table")
    assert table
    with pytest.raises(KeyboardInterrupt):
        list(table.extract(data, "a.csv", Wishes(go_on=stop)))
    assert len(steps) == 2


@pytest.mark.skipif(not CAN_SYNC_DISK, reason="This system cannot flush a whole disk.")
def test_a_table_of_many_rows_does_not_wait_for_the_disk_at_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.csv").write_bytes(b"id,text\n" + b"".join(b"%d,It rained %d times.\n" % (n, n) for n in range(30)))
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    assert main(["import", "articles", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out")]) == 0
    assert "Imported 30 articles." in capsys.readouterr().out
    assert len(flushed) < 30
