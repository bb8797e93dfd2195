"""Tracked changes of drafts: corrections of the article with the places of the new words, who made them and when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.interop.articles.drafts.notation import Draft, Said
from tests.interop.articles.drafts.taking_drafts import ODT, PROGRAMS, article_of, imported, remarks
from tests.interop.articles.drafts.word_shapes import WORD
from tests.interop.articles.files import extractor
from tests.interop.articles.kinds.test_rtf import rtf
from tests.interop.articles.kinds.test_word import run, with_body
from tests.interop.articles.taking import one

SIGNED = {"author": "Ana Ruiz"}


def corrections(folder: Path, draft: Draft, program: str) -> list[dict[str, Any]]:
    document, report = imported(folder, draft, program)
    assert document
    assert report.losses == []
    found: Any = document.article_extra["corrections"]
    assert all(document.article.text[one["start"] : one["end"]] == one["new"] for one in found)
    assert {one["date"].rstrip("Z") for one in found} == {"2026-03-04T10:00:00"}
    assert any("The tracked changes are by Ana Ruiz (2026-03-04)." in note for note in report.notes)
    return [{key: value for key, value in one.items() if key not in ("start", "end", "date")} for one in found]


@pytest.mark.parametrize("program", PROGRAMS)
class TestPrograms:
    def test_a_replaced_word_has_old_and_new(self, tmp_path: Path, program: str) -> None:
        draft = Draft(["The toll was @del{320}@ins{3,200} by Friday."])
        assert corrections(tmp_path, draft, program) == [{"old": "320", "new": "3,200", **SIGNED}]

    def test_a_deletion_alone(self, tmp_path: Path, program: str) -> None:
        draft = Draft(["The toll was @del{about }3,200."])
        assert corrections(tmp_path, draft, program) == [{"old": "about", "new": "", **SIGNED}]

    def test_an_insertion_alone(self, tmp_path: Path, program: str) -> None:
        draft = Draft(["The toll was @ins{about }3,200."])
        assert corrections(tmp_path, draft, program) == [{"old": "", "new": "about", **SIGNED}]

    def test_moved_words_stand_once(self, tmp_path: Path, program: str) -> None:
        draft = Draft(["@from{The quay is old. }The mill burns.", "@to{The quay is old.} It rained."])
        assert corrections(tmp_path, draft, program) == [
            {"old": "", "new": "The quay is old.", "moved": True, **SIGNED}
        ]

    def test_moved_words_take_their_comment_along(self, program: str) -> None:
        comments = {"a": Said("Ana Ruiz", "Old?")}
        draft = Draft(
            ["@from{The quay is [a:old:a]. }The mill burns.", "@to{The quay is [a:old:a].} It rained."], comments
        )
        assert remarks(article_of(draft, program)) == [("old", "Ana Ruiz: Old?")]

    def test_in_a_table_and_a_note(self, tmp_path: Path, program: str) -> None:
        draft = Draft(["It is @del{shut}@ins{open}.#1"], {}, {"1": "Since @del{May}@ins{June}."})
        assert corrections(tmp_path, draft, program) == [
            {"old": "shut", "new": "open", **SIGNED},
            {"old": "May", "new": "June", **SIGNED},
        ]


def test_a_comment_within_moved_words_goes_to_the_same_words() -> None:
    """Word may leave the comment only where the words were moved from."""
    draft = Draft(
        ["@from{The quay is [a:old:a]. }The mill burns.", "@to{The quay is old. }It rained."], {"a": Said("Ana", "?")}
    )
    article = article_of(draft, WORD)
    assert article.text == "The mill burns.\n\nThe quay is old. It rained."
    assert remarks(article) == [("old", "Ana: ?")]
    assert article.remarks[0].span.start == article.text.index("old")


def test_a_comment_on_moved_words_that_stand_nowhere_is_beside_them() -> None:
    draft = Draft(["@from{The quay is [a:old:a]. }The mill burns.", "It rained."], {"a": Said("Ana", "?")})
    article = article_of(draft, WORD)
    assert article.text == "The mill burns.\n\nIt rained."
    assert remarks(article) == [("The", "Ana: ?")]
    assert [one.old for one in article.corrections] == ["The quay is old."]


def test_changes_of_two_persons_at_one_place_name_both() -> None:
    gone = "<w:del w:id='{}' w:author='{}' w:date='2026-03-0{}T10:00:00Z'><w:r><w:delText>{}</w:delText></w:r></w:del>"
    body = f"<w:p>{run('It is ')}{gone.format(1, 'Ana', 4, '1')}{gone.format(2, 'Sam', 5, '5')}{run('12.')}</w:p>"
    (found,) = one(extractor("docx"), with_body(body)).corrections
    assert (found.old, found.writer, found.time) == ("15", "Ana, Sam", "2026-03-05T10:00:00Z")


def test_a_deleted_row_says_by_whom() -> None:
    row = "<w:tr>{}<w:tc><w:p>" + run("{}") + "</w:p></w:tc></w:tr>"
    deleted = row.format("<w:trPr><w:del w:id='1' w:author='Ana'/></w:trPr>", "gone")
    article = one(
        extractor("docx"), with_body(f"<w:p>{run('a')}</w:p><w:tbl>{row.format('', 'kept')}{deleted}</w:tbl>")
    )
    assert [(one.old, one.writer) for one in article.corrections] == [("gone", "Ana")]


def test_rtf_says_who_and_when() -> None:
    time = (126 << 20) + (3 << 16) + (4 << 11) + (10 << 6)
    table = r"{\*\revtbl {Unknown;}{Ana Ruiz;}{Sam \u233?;}}"
    gone = rf"{{\deleted\revauthdel1\revdttmdel{time} 320}}"
    new = rf"{{\revised\revauth2\revdttm{time} 3,200}}"
    article = one(extractor("rtf"), rtf(rf"{table}The toll was {gone}{new} dead.\par"))
    assert article.text == "The toll was 3,200 dead."
    (found,) = article.corrections
    assert (found.old, found.writer, found.time) == ("320", "Ana Ruiz, Sam é", "2026-03-04T10:00:00")


def test_rtf_links_are_on_their_words() -> None:
    field = r'{{\field{{\*\fldinst{{HYPERLINK "https://example.org/{}"}}}}{{\fldrslt{{\ul {}}}}}}}'
    note = r"{\super\chftn}{\footnote\pard {\super\chftn} " + field.format("b", "Daily list") + ", p. 4}"
    article = one(extractor("rtf"), rtf(f"The {field.format('a', 'list')} has 12 ships.{note}\\par"))
    assert remarks(article) == [
        ("The list has 12 ships.", "¹ Daily list, p. 4"),
        ("list", "https://example.org/a"),
    ]
    assert article.remarks[0].sources[0].link == "https://example.org/b"


@pytest.mark.parametrize("program", [WORD, ODT])
def test_without_author_and_date_only_deletions_are_kept(program: str) -> None:
    article = article_of(Draft(["It is @ins{open} @del{shut}now."], by="", at=""), program)
    assert [(one.old, one.writer, one.time) for one in article.corrections] == [("shut", "", "")]
