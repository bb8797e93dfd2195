"""Sources in notes, links and comments of a draft: evidence for the words that they hang on."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.interop.articles.extracted import ALL_LINKS, NO_LINKS, Wishes
from annotator.interop.articles.margin.margin import Footnote
from annotator.interop.articles.margin.sources import sources_of_note
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from tests.interop.articles.drafts.notation import Draft, Said
from tests.interop.articles.drafts.taking_drafts import ODT, PROGRAMS, article_of, imported, remarks
from tests.interop.articles.drafts.word_shapes import WORD

SITE = "https://example.org"


def evidence(document: Document | None) -> list[tuple[str, dict[str, str]]]:
    """Each piece in the order of its words: the words it is for, and what is known of it."""
    assert document
    pieces = list(document.of(Evidence).values())
    found = [
        (
            " + ".join(document.words(document.annotations[id]) for id in piece.claims),
            {
                key: value
                for key in ("kind", "title", "quote", "link", "page", "note")
                if (value := str(getattr(piece, key)))
            },
        )
        for piece in pieces
    ]
    return sorted(found, key=lambda one: document.article.text.find(one[0].partition(" + ")[0]))


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_note_with_a_source_is_evidence_for_the_words_before_its_mark(tmp_path: Path, program: str) -> None:
    notes = {
        "1": f"Harbour Office, “Daily list”, 4 May 2026, p. 12, {SITE}/list.pdf.",
        "2": "The north quay alone.",
        "3": f"See @link({SITE}/log){{the log}}: “Nine ships came in on Saturday and stayed until noon.”",
    }
    draft = Draft(["It rained. The office counted 12 ships,#1 all of them small.#2 Nine came later.#3"], {}, notes)
    document, report = imported(tmp_path, draft, program)
    assert evidence(document) == [
        (
            "The office counted 12 ships,",
            {"kind": "document", "title": "Daily list", "link": f"{SITE}/list.pdf", "page": "12"},
        ),
        (
            "Nine came later.",
            {
                "kind": "document",
                "title": "the log",
                "quote": "Nine ships came in on Saturday and stayed until noon.",
                "link": f"{SITE}/log",
            },
        ),
    ]
    told = [note for note in report.notes if "2 footnotes and endnotes name sources" in note]
    assert len(told) == 1
    assert report.losses == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_second_mark_in_a_sentence_is_for_the_words_behind_the_first(program: str) -> None:
    notes = {"1": f"{SITE}/a", "2": f"{SITE}/b", "3": f"{SITE}/c"}
    draft = Draft(["It rained. The office counted 12 ships,#1 all of them small,#2#3 and nine boats."], {}, notes)
    assert remarks(article_of(draft, program)) == [
        ("The office counted 12 ships,", f"¹ {SITE}/a"),
        ("all of them small,", f"² {SITE}/b\n³ {SITE}/c"),
    ]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_link_is_evidence_for_its_words_and_one_piece_serves_all(tmp_path: Path, program: str) -> None:
    draft = Draft(
        [f"The @link({SITE}/a){{list}} has 12 ships.", f"The @field({SITE}/a){{same list}} has no boats."],
        {},
    )
    document, report = imported(tmp_path, draft, program)
    assert evidence(document) == [("list + same list", {"link": f"{SITE}/a"})]
    assert any("2 links came in as evidence for the words that they are on." in note for note in report.notes)


@pytest.mark.parametrize("program", [WORD, ODT])
def test_a_link_in_a_comment_is_evidence_by_its_writer(tmp_path: Path, program: str) -> None:
    said = Said("Ana Ruiz", f"Not so: see {SITE}/log_(old), please.", "2026-05-01T09:30:00Z")
    document, _report = imported(tmp_path, Draft(["It is [a:open:a]."], {"a": said}), program)
    assert evidence(document) == [("open", {"link": f"{SITE}/log_(old)", "note": "Ana Ruiz, 2026-05-01 09:30"})]


@pytest.mark.parametrize(
    ("text", "links", "found"),
    [
        ("As of May.", (), []),
        ("On page 5 we say more.", (), []),
        ("Source: Harbour Office", (), [("Harbour Office", "", "", "")]),
        ("Quelle: Hafenamt, Liste vom 4. Mai", (), [("Hafenamt, Liste vom 4. Mai", "", "", "")]),
        ("المصدر: مكتب الميناء", (), [("مكتب الميناء", "", "", "")]),
        ("Ruiz, Ports of the North, pp. 12–14.", (), [("Ruiz, Ports of the North", "", "", "12–14")]),
        ("Hafenamt, Jahresbericht, S. 7f.", (), [("Hafenamt, Jahresbericht", "", "", "7f.")]),
        (f"{SITE}/a.", (), [("", "", f"{SITE}/a", "")]),
        ("www.example.org/a", (), [("", "", "https://www.example.org/a", "")]),
        ("Ruiz (2020), doi:10.1000/xyz123.", (), [("Ruiz (2020)", "", "https://doi.org/10.1000/xyz123", "")]),
        (f"Speech, 00:12:31, {SITE}/v", (), [("Speech", "", f"{SITE}/v", "00:12:31")]),
        (
            f"“Daily list”, {SITE}/a; “Log”, p. 3, {SITE}/b",
            (),
            [("Daily list", "", f"{SITE}/a", ""), ("Log", "", f"{SITE}/b", "3")],
        ),
        ("Daily list", (f"{SITE}/a",), [("Daily list", "", f"{SITE}/a", "")]),
        ("„Wir haben nichts gesehen.“ Hafenamt, S. 3", (), [("Hafenamt", "Wir haben nichts gesehen.", "", "3")]),
    ],
)
def test_a_source_has_what_its_note_tells(text: str, links: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    sources = sources_of_note(Footnote("¹", text, links))
    assert [(one.title, one.quote, one.link, one.page) for one in sources] == found
    assert {one.kind for one in sources} <= {"document"}


FULL = Draft([" ".join(f"Ship @link({SITE}/{number}){{number {number}}} came." for number in range(20))])


@pytest.mark.parametrize("program", [WORD, ODT])
class TestChoice:
    def test_a_text_full_of_links_keeps_none(self, program: str) -> None:
        article = article_of(FULL, program)
        note = "20 links were left out, since the text is full of links. All can be brought in by choice."
        assert note in article.notes
        assert note not in article.harmless
        assert article.remarks == ()

    def test_unless_all_are_wanted(self, program: str) -> None:
        assert len(article_of(FULL, program, Wishes(links=ALL_LINKS)).remarks) == 20

    def test_none_are_wanted(self, program: str) -> None:
        draft = Draft([f"The @link({SITE}/a){{list}} has [a:12:a] ships."], {"a": Said("Ana", f"See {SITE}/b")})
        article = article_of(draft, program, Wishes(links=NO_LINKS))
        assert remarks(article) == [("12", f"Ana: See {SITE}/b")]
        assert "1 link was left out, by choice." in article.harmless


@pytest.mark.parametrize("program", [WORD, ODT])
def test_links_that_cannot_be_evidence_are_named(program: str) -> None:
    draft = Draft(
        [f"Write @link(mailto:a@example.org){{to us}}. @del{{@link({SITE}/gone){{Gone}}}} It @link(#top){{ends}}."]
    )
    article = article_of(draft, program)
    assert article.remarks == ()
    assert "1 link leads to no page of the web and was left out: mailto:a@example.org." in article.notes
    assert (f"1 link is on words that are not in the text and was left out: {SITE}/gone." in article.notes) == (
        program == WORD
    )


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_draft_is_not_taken_in_twice(tmp_path: Path, program: str) -> None:
    draft = Draft(["It is [a:open:a]."], {"a": Said("Ana Ruiz", "Sure?", "2026-05-01T09:30:00Z")})
    first, _report = imported(tmp_path, draft, program)
    again, report = imported(tmp_path, draft, program)
    assert first
    assert again is None
    assert len(list(tmp_path.glob("*.txt"))) == 1
    (note,) = report.notes
    assert note.endswith("Its comments, notes, links and changes were not taken in again.")


@pytest.mark.parametrize(
    ("said", "new"), [("12 → 14", "14"), ("“12” -> “14 or so”", "14 or so"), ("13 → 14", ""), ("12", "")]
)
def test_a_comment_that_only_proposes_other_words_is_a_wording(tmp_path: Path, said: str, new: str) -> None:
    document, _report = imported(tmp_path, Draft(["There were [a:12:a] ships."], {"a": Said("Ana", said)}), WORD)
    assert document
    (mark,) = document.annotations.values()
    assert dict(mark.wording) == ({"old": "12", "new": new} if new else {})
    assert mark.note == f"Ana: {said}"
