"""Sidecars read back: nothing lost, everything checked, every fault a sentence with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.files.file_error import OtherArticleError, SidecarError
from annotator.storage.sidecars import canonical_layout as canonical_layout
from annotator.storage.sidecars import canonical_sidecar as canonical_sidecar
from annotator.storage.sidecars.sidecar_files import ReadSidecar, SidecarWriter, read_sidecar
from tests.support.document_strategies import documents

ARTICLE = Article.of("story.txt", "Thousands leave Aleppo, the Red Cross said.")
HEAD = f"""\
format: annotator
version: 1
article:
  file: story.txt
  sha256: "{ARTICLE.sha256}"
status: done
"""
ONE = "- {id: a, label: claim, start: 0, end: 9, text: Thousands}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.annotations.yaml"


def read(path: Path, text: str | bytes, article: Article = ARTICLE) -> ReadSidecar:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_sidecar(path, article)


def refused(path: Path, text: str | bytes) -> tuple[int | None, str]:
    with pytest.raises(SidecarError) as error:
        read(path, text)
    problem = error.value.problem
    assert problem.path == path
    assert "\n" not in str(problem)
    assert problem.sentence.endswith(".")
    return problem.line, problem.sentence


@given(document=documents())
def test_what_is_written_is_read_back_and_written_alike(
    document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.annotations.yaml"
    data = SidecarWriter().data(document)
    result = read(path, data, document.article)
    assert result.document == document
    assert result.data == data
    assert SidecarWriter().data(result.document) == data
    displaced = [a.displaced for a in document.annotations.values() if a.displaced]
    assert len(result.problems) == sum(not (excerpt.sha256 or excerpt.verdict) for excerpt in displaced)


@given(document=documents())
def test_the_lines_are_where_the_ids_stand(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "lines.annotations.yaml"
    result = read(path, SidecarWriter().data(document), document.article)
    lines = result.data.decode().split("\n")
    assert set(result.lines) == set(document.ids())
    for id, line in result.lines.items():
        start = lines[line - 1]
        assert start.startswith("- id: ")
        assert yaml.safe_load(start) == [{"id": id}]


@given(document=documents())
def test_the_own_layout_is_read_as_yaml_would_be(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "own.annotations.yaml"
    fast = read(path, SidecarWriter().data(document), document.article)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_sidecar, "MOST_BYTES", 0)
        in_blocks = read_sidecar(path, document.article)
        patch.setattr(canonical_layout, "LONGEST_BLOCK", 0)  # so that nothing is taken
        slow = read_sidecar(path, document.article)
    assert fast == in_blocks == slow
    assert fast.document == document


class TestWhatIsKept:
    def test_unknown_keys_everywhere(self, path: Path) -> None:
        text = (
            HEAD.replace("status", "  outlet: {name: Daily, since: [1901, 2]}\nstatus")
            + "annotations:\n- {id: a, label: odd, start: 0, end: 9, text: Thousands, mood: lost,\n"
            + "   attributes: {x: {low: 1.50}}}\n"
            + "relations:\n- {id: r, type: via, from: a, to: nowhere, sure: false}\n"
            + "colour: 2016-12-15\n"
        )
        document = read(path, text).document
        assert document.article_extra == {"outlet": {"name": "Daily", "since": [1901, 2]}}
        assert document.annotations["a"].extra == {"mood": "lost"}
        assert document.annotations["a"].attributes == {"x": {"low": pytest.approx(1.5)}}
        assert document.relations["r"] == Relation("r", "via", "a", "nowhere", extra={"sure": False})
        assert document.extra == {"colour": "2016-12-15"}
        written = SidecarWriter().data(document)
        assert b"  low: 1.50\n" in written
        assert read(path, written).document == document

    def test_hand_written_text_without_quotes(self, path: Path) -> None:
        article = Article.of("story.txt", "30000 of 1.50 true")
        text = HEAD.replace(ARTICLE.sha256, article.sha256) + (
            "annotations:\n- {id: 12, label: 1e3, start: 0, end: 5, text: 30000, note: 2016}\n"
            "- {id: b, label: x, start: 9, end: 13, text: 1.50}\n- {id: c, label: x, start: 14, end: 18, text: true}\n"
        )
        result = read(path, text, article)
        assert not result.problems
        assert result.document.annotations["12"] == Annotation("12", "1e3", Span(0, 5), note="2016")

    def test_a_document_with_hardly_anything(self, path: Path) -> None:
        document = read(path, "format: annotator\nversion: 1\narticle: {file: story.txt}\n").document
        assert document == Document(ARTICLE)

    def test_without_a_status_annotations_mean_work(self, path: Path) -> None:
        text = HEAD.replace("status: done\n", "") + f"annotations:\n{ONE}"
        assert read(path, text).document.status.value == "in-work"

    def test_ranges_that_were_read_are_sorted_and_merged(self, path: Path) -> None:
        assert read(path, HEAD + "read:\n- [9, 12]\n- [0, 4]\n- [3, 6]\n").document.read == (Span(0, 6), Span(9, 12))

    def test_names_that_differ_in_normalisation_alone_are_one(self, path: Path) -> None:
        article = Article.of("cafe\u0301.txt", "Text.")
        assert read(path, HEAD.replace("story", "caf\u00e9"), article).document.article is article


class TestDisplaced:
    def test_another_text_is_kept_and_told_with_its_line(self, path: Path) -> None:
        text = (
            HEAD + "annotations:\n- id: a\n  label: claim\n  start: 0\n  end: 9\n  text: Hundreds\n  after: ' leave'\n"
        )
        result = read(path, text)
        assert result.document.annotations["a"].displaced == Excerpt("Hundreds", "", " leave")
        assert [str(problem) for problem in result.problems] == [
            f"{path}:12: The annotation “a” marks “Hundreds” at 0–9, but the article has “Thousands” there."
        ]
        assert read(path, SidecarWriter().data(result.document)).document == result.document

    def test_an_end_past_the_end_of_the_article(self, path: Path) -> None:
        result = read(path, HEAD + f"annotations:\n{ONE.replace('end: 9', 'end: 900')}")
        assert result.document.annotations["a"].span == Span(0, 900)
        assert result.problems[0].sentence == "The annotation “a” ends at 900, but the article has 43 characters."

    def test_an_end_past_the_end_where_the_words_are_the_last(self, path: Path) -> None:
        result = read(path, HEAD + "annotations:\n- {id: a, label: x, start: 38, end: 99, text: said.}\n")
        assert result.document.annotations["a"].displaced == Excerpt("said.")
        assert len(result.problems) == 1

    def test_of_a_changed_article_every_one_is_displaced_even_where_the_words_match(self, path: Path) -> None:
        changed = Article.of("story.txt", ARTICLE.text + " And more.")
        result = read(path, HEAD + f"annotations:\n{ONE}", changed)
        assert result.document.annotations["a"].displaced == Excerpt("Thousands", sha256=ARTICLE.sha256)
        assert (result.sha256, result.problems) == (ARTICLE.sha256, ())
        assert read(path, SidecarWriter().data(result.document), changed).document == result.document

    def test_a_verdict_is_kept_though_the_words_match(self, path: Path) -> None:
        text = HEAD + f"annotations:\n{ONE.replace('}', ', anchor: ambiguous}')}"
        assert read(path, text).document.annotations["a"].displaced == Excerpt("Thousands", verdict="ambiguous")


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "line", "about"),
        [
            (b"", 1, "empty"),
            (b"just words\n", 1, "not a file of Annotator"),
            (b"- a\n- b\n", 1, "not a file of Annotator"),
            (b"%PDF-1.4\n\x00\xff", 2, "not UTF-8"),
            (b"\x00\x01\x02", 1, "control character"),
            (b"version: 2\nservices:\n  web: {image: x}\n", 1, "not a file of Annotator"),
            (b"a: 1\nformat: other\n", 2, "not a file of Annotator"),
            (b"format: annotator\nversion: one\n", 2, "whole number"),
            (b"format: annotator\nversion: true\n", 2, "whole number"),
            (b"format: annotator\nversion: 0\n", 2, "whole number"),
            (b"format: annotator\n", 1, "whole number"),
            (b"format: annotator\nversion: 1\n", 1, "“file:” is missing"),
            (b"format: annotator\nversion: 1\narticle: story.txt\n", 3, "must be a mapping"),
            (b"[" * 30_000, 1, "deep"),
            (b"a: &a [x]\nb: *a\n", 1, "anchor"),
            (b"<<: {a: 1}\n", 1, "merge key"),
        ],
    )
    def test_what_is_no_sidecar(self, path: Path, text: bytes, line: int, about: str) -> None:
        assert refused(path, text)[0] == line
        assert about in refused(path, text)[1]

    @pytest.mark.parametrize(
        ("text", "line", "about"),
        [
            ("annotations: {}\n", 7, "must be a list"),
            ("annotations:\n- a\n", 7, "must be a mapping"),
            (f"annotations:\n{ONE}- {{id: a, label: x, start: 1, end: 2, text: h}}\n", 9, "line 8 already"),
            (f"annotations:\n{ONE}relations:\n- {{id: a, type: x, from: a, to: a}}\n", 10, "line 8 already"),
            ("annotations:\n- {label: x, start: 1, end: 2, text: h}\n", 8, "“id:” is missing"),
            ("annotations:\n- {id: '', label: x, start: 1, end: 2, text: h}\n", 8, "“id:” is missing"),
            ("annotations:\n- {id: a, start: 1, end: 2, text: h}\n", 8, "“label:” is missing"),
            ("annotations:\n- id: a\n  label: [x]\n  start: 1\n  end: 2\n  text: h\n", 9, "must be text"),
            (
                "annotations:\n- id: a\n  label: x\n  start: '1'\n  end: 2\n  text: h\n",
                10,
                "“start:” with a whole number",
            ),
            (
                "annotations:\n- id: a\n  label: x\n  start: true\n  end: 2\n  text: h\n",
                10,
                "“start:” with a whole number",
            ),
            (
                "annotations:\n- id: a\n  label: x\n  start: -1\n  end: 2\n  text: h\n",
                10,
                "“start:” with a whole number",
            ),
            ("annotations:\n- id: a\n  label: x\n  start: 2\n  text: h\n", 8, "“end:” with a whole number"),
            ("annotations:\n- id: a\n  label: x\n  start: 2\n  end: 2\n  text: h\n", 11, "not behind its start"),
            ("annotations:\n- id: a\n  label: x\n  start: 1\n  end: 2\n", 8, "“text:” is missing"),
            (f"annotations:\n{ONE.replace('}', ', attributes: [1]}')}", 8, "must be a mapping"),
            (f"annotations:\n{ONE.replace('}', ', note: {a: 1}}')}", 8, "must be text"),
            ("relations:\n- {id: r, type: x, from: a}\n", 8, "“to:” is missing"),
            ("read: 5\n", 7, "list of ranges"),
            ("read:\n- [3, 2]\n", 7, "rising"),
            ("read:\n- [false, true]\n", 7, "rising"),
            ("read:\n- 3\n", 7, "rising"),
            ("status: new\n", 7, "twice"),
        ],
    )
    def test_what_is_no_document(self, path: Path, text: str, line: int, about: str) -> None:
        assert refused(path, HEAD + text)[0] == line
        assert about in refused(path, HEAD + text)[1]

    def test_another_articles_sidecar(self, path: Path) -> None:
        with pytest.raises(
            OtherArticleError, match=r":4: It belongs to another article, “story.md”, not to “story.txt”."
        ):
            read(path, HEAD.replace("story.txt", "story.md").replace(ARTICLE.sha256, "0" * 64))

    def test_a_file_that_is_too_large(self, path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(65 * 1024 * 1024)
        with pytest.raises(SidecarError, match=r"65\.0 MiB, where 64 MiB is the limit"):
            read_sidecar(path, ARTICLE)

    def test_a_file_that_is_not_there(self, path: Path) -> None:
        with pytest.raises(SidecarError, match="not there"):
            read_sidecar(path, ARTICLE)

    def test_no_refused_file_is_touched(self, path: Path) -> None:
        refused(path, b"a: [")
        assert path.read_bytes() == b"a: ["
        assert list(path.parent.iterdir()) == [path]


def test_a_newer_file_is_read_as_well_as_can_be(path: Path) -> None:
    result = read(path, HEAD.replace("version: 1", "version: 2") + f"annotations:\n{ONE}threads: [1]\n")
    assert result.newer
    assert result.document.annotations["a"].span == Span(0, 9)
    assert result.document.extra == {"threads": [1]}
    assert not read(path, HEAD).newer


class TestRenamed:
    @pytest.mark.parametrize("named", ["tale.txt", "story.md", "Story.TXT", "../story.txt", "a\0b", "x" * 3000])
    def test_the_same_text_under_another_name_is_the_same_article(self, path: Path, named: str) -> None:
        found = read(path, HEAD.replace("file: story.txt", f"file: {named!r}".replace("'", '"').replace("x00", "0")))
        assert found.document.article is ARTICLE

    def test_but_not_where_the_named_one_is_there_under_the_same_stem(self, path: Path) -> None:
        for name in ("story.txt", "story.md"):
            path.with_name(name).write_text(ARTICLE.text, "utf-8")
        with pytest.raises(OtherArticleError, match=r"belongs to another article, “story.md”"):
            read(path, HEAD.replace("story.txt", "story.md"))

    def test_one_file_with_two_spellings_is_one_article(self, path: Path) -> None:
        path.with_name("story.txt").write_text(ARTICLE.text, "utf-8")
        path.with_name("story.TXT").hardlink_to(path.with_name("story.txt"))
        assert read(path, HEAD.replace("story.txt", "story.TXT")).document.article is ARTICLE

    def test_without_a_hash_only_the_name_tells(self, path: Path) -> None:
        head = HEAD.replace("story.txt", "tale.txt").replace(f'  sha256: "{ARTICLE.sha256}"\n', "")
        with pytest.raises(OtherArticleError):
            read(path, head)
        assert read_sidecar(path, ARTICLE, renamed=True).document.article is ARTICLE

    def test_the_next_save_puts_the_name_right(self, path: Path) -> None:
        document = Document(ARTICLE)
        data = SidecarWriter().data(document)
        found = read(path, data.replace(b"story.txt", b"tale.txt"))
        assert SidecarWriter().data(found.document) == data
