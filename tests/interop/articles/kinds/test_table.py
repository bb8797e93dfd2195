"""Tables of texts: what their writers put in comes out, whatever separates it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.table.extractor import EXTRACTOR, columns, preview
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles.taking import SCRIPTS, one, refusal, taken, taken_or_refused

CELL = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1).filter(
    lambda cell: cell.strip() and not cell.startswith("\ufeff")
)
KINDS = [("story.csv", ","), ("story.csv", ";"), ("story.csv", "|"), ("story.csv", "\t"), ("story.tsv", "\t")]


def written(rows: list[list[str]], separator: str = ",") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode()


def texts(data: bytes, name: str = "story.csv", wishes: Wishes | None = None) -> list[str]:
    return [article.text for article in taken(EXTRACTOR, data, wishes, name)]


class TestSeparators:
    @pytest.mark.parametrize(("name", "separator"), KINDS)
    def test_what_csv_writes_is_read(self, name: str, separator: str) -> None:
        rows = [
            ["id", "text"],
            *([str(number), f"{text}\n\n“{text}; {text}, {text}|\t"] for number, text in enumerate(SCRIPTS)),
        ]
        assert texts(written(rows, separator), name) == [row[1] for row in rows[1:]]

    @pytest.mark.parametrize(("name", "separator"), KINDS)
    @given(cells=st.lists(st.tuples(CELL, st.lists(CELL).map("\n".join)), min_size=1, max_size=5))
    def test_any_text_is_read_back(self, name: str, separator: str, cells: list[tuple[str, str]]) -> None:
        rows = [["id", "text"], *([first, second or "x"] for first, second in cells)]
        articles = taken(EXTRACTOR, written(rows, separator), None, name)
        assert [article.text for article in articles] == [row[1] for row in rows[1:]]
        assert [article.name for article in articles] == [" ".join(row[0].split()) for row in rows[1:]]

    def test_one_column_is_not_cut_at_its_commas(self) -> None:
        assert texts(b"text\nHello, world; again\nIt rained, too\n") == ["Hello, world; again", "It rained, too"]

    def test_excel_says_what_separates(self) -> None:
        assert texts(b'sep=;\r\nid;text\r\n1;"a, b\r\nc, d"\r\n') == ["a, b\nc, d"]
        assert refusal(EXTRACTOR, b'sep=;\nid;text\n1;"open').line == 3

    def test_quotation_marks_in_tsv_that_knows_none(self) -> None:
        assert texts(b'id\ttext\n1\t"Yes", he said\n2\tShe said "no\n', "a.tsv") == ['"Yes", he said', 'She said "no']

    @pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
    def test_encodings(self, code: str) -> None:
        article = one(
            EXTRACTOR, "id;text\r\n1;Der Bürgermeister sagte, die Straße über die Brücke sei offen.\r\n".encode(code)
        )
        assert article.text == "Der Bürgermeister sagte, die Straße über die Brücke sei offen."
        assert ("Its encoding was guessed" in str(article.notes)) == (code == "cp1252")

    def test_a_long_text_and_a_formula_are_plain_text(self) -> None:
        assert texts(written([["text"], ["x " * 300_000 + "y"], ["=HYPERLINK(1)"]])) == [
            "x " * 300_000 + "y",
            "=HYPERLINK(1)",
        ]

    def test_old_newlines(self) -> None:
        assert texts(b"id,text\r1,a\r2,b\r") == ["a", "b"]


class TestColumns:
    def test_they_are_told_by_their_names(self) -> None:
        data = written(
            [
                ["ID", "Title", "Author", "Date", "URL", "Publisher", "Full Text", "notes"],
                [
                    "a1",
                    "Harbour\nopens",
                    "Sam",
                    "2016-12-15T09:00:00Z",
                    "https://x.org/1",
                    "Courier",
                    "Short.",
                    "n" * 90,
                ],
            ]
        )
        article = one(EXTRACTOR, data)
        assert (article.name, article.text) == ("a1", "Short.")
        assert dict(article.about) == {
            "title": "Harbour opens",
            "byline": "Sam",
            "published": "2016-12-15",
            "link": "https://x.org/1",
            "outlet": "Courier",
        }

    def test_the_longest_texts_where_no_name_is_known(self) -> None:
        article = one(EXTRACTOR, b"a,b,c\nx,It rained for a week.,y\n")
        assert (article.text, article.name) == ("It rained for a week.", "story 1")

    def test_they_can_be_chosen(self) -> None:
        wishes = Wishes(text_column="other", name_column="text")
        assert [(a.name, a.text) for a in taken(EXTRACTOR, b"text,other\nx,y\n", wishes)] == [("x", "y")]
        error = refusal(EXTRACTOR, b"text,other\nx,y\n", wishes=Wishes(text_column="none"))
        assert error.sentence == "It has no column “none”. It has “text”, “other”."
        assert "no column" in refusal(EXTRACTOR, b"text,other\nx,y\n", wishes=Wishes(name_column="none")).sentence

    def test_a_first_row_that_has_no_names_is_a_text(self) -> None:
        assert texts(written([["1", "It rained " * 20], ["2", "b"]])) == ["It rained " * 20, "b"]

    def test_names_that_are_empty_or_come_twice(self) -> None:
        assert columns(b",text,text\n0,a,b\n", "a.csv") == ["column 1", "text", "text (3)"]
        assert texts(b",text,text\n0,a,b\n") == ["a"]
        assert preview(b"a,a (3),a\n1,2,3\n", "a.csv") == [["1", "2", "3"]]

    def test_a_day_that_can_be_read_in_two_ways_is_left_out(self) -> None:
        article = one(EXTRACTOR, b"text,date,link\na,03/04/2016,javascript:x\n")
        assert dict(article.about) == {}
        assert tuple(note for note in article.notes if note not in article.harmless) == (
            "“03/04/2016” was not taken as the day of publication, because it is not written like 2016-12-15.",
        )

    def test_the_dialog_sees_columns_and_first_rows(self) -> None:
        data = written([["id", "text"], *([str(number), "x"] for number in range(9))])
        assert columns(data, "a.csv") == ["id", "text"]
        assert preview(data, "a.csv", 2) == [["0", "x"], ["1", "x"]]
        assert len(preview(data, "a.csv")) == 5
        assert preview(b'{"text": "a"}\n{"text": "b", "id": 7}\n', "a.jsonl") == [["a", ""], ["b", "7"]]
        assert (columns(b"", "a.csv"), preview(b"", "a.csv")) == ([], [])


class TestRows:
    def test_those_without_a_text_are_left_out_and_counted(self) -> None:
        articles = taken(EXTRACTOR, b'id,text\n1,a\n\n2,\n3,b\n4," "\n')
        assert [article.name for article in articles] == ["1", "3"]
        assert [article.notes for article in articles[1:]] == [("Rows without a text were left out: 2.",)]
        assert set(articles[0].notes) == articles[0].harmless

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"text\n", b"id,text\n1,\n", b"\xef\xbb\xbf"])
    def test_nothing_left(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data).sentence == "It has no rows with a text in them."

    def test_they_are_read_one_after_the_other(self) -> None:
        lines = b'{"text": "a"}\n' * 200 + b"{\n"
        articles = EXTRACTOR.extract(lines, "a.jsonl", Wishes())
        assert [next(articles).text for _ in range(150)] == ["a"] * 150
        with pytest.raises(ForeignError, match="line 201"):
            list(articles)

    def test_a_row_with_too_many_cells_is_refused_with_its_line(self) -> None:
        error = refusal(EXTRACTOR, b'id,text\n1,"a\nb"\n2,It rained, too\n')
        assert (error.place, error.line) == ("line 4", 4)
        assert error.sentence.startswith("It has 3 cells, where the first row has 2.")
        assert texts(b"id,text\n1,a,,\n") == ["a"]

    @pytest.mark.parametrize(("data", "line"), [(b'id,text\n1,"a "b" c"\n', 2), (b'id,text\n1,a\n2,"a\n\nb', 3)])
    def test_wrong_quotation_marks_are_refused_with_their_line(self, data: bytes, line: int) -> None:
        error = refusal(EXTRACTOR, data)
        assert (error.line, error.place) == (line, f"line {line}")
        assert "quotation marks" in error.sentence

    def test_characters_that_no_article_can_hold(self) -> None:
        article = one(EXTRACTOR, b'{"text": "\\ufeffa\\u0000\\ud800b\\r\\nc", "title": "\\udc00"}', None, "a.json")
        assert (article.text, article.name, article.about["title"]) == ("a\ufffdb\nc", "\ufffd", "\ufffd")
        assert article.notes[1:] == ("1 control character was left out.", "1 damaged character was replaced by \ufffd.")


class TestJson:
    @pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
    def test_a_record_in_each_line(self, name: str) -> None:
        data = "".join(json.dumps({"id": n, "text": text}) + "\r\n" for n, text in enumerate(SCRIPTS)).encode()
        assert texts(data, name) == SCRIPTS

    def test_a_list_of_records_or_of_texts_or_within_a_record(self) -> None:
        records = [{"text": text} for text in SCRIPTS]
        for value in (records, SCRIPTS, {"status": "ok", "articles": records, "tags": ["a"] * 9}):
            assert texts(json.dumps(value).encode(), "a.json") == SCRIPTS
        assert texts(b'{"text": "alone", "tags": ["a"]}', "a.json") == ["alone"]

    def test_values_of_all_kinds(self) -> None:
        data = b'{"paragraphs": ["a", "b"], "id": 123456789012345678901234567890, "source": {"id": 1}, "date": null}'
        article = one(EXTRACTOR, data, None, "a.json")
        assert (article.text, article.name, dict(article.about)) == ("a\n\nb", "123456789012345678901234567890", {})

    @pytest.mark.parametrize(
        ("name", "data", "line"),
        [
            ("a.jsonl", b'{"text": "a"}\n\n{"text": \n', 3),
            ("a.jsonl", b'{"text": "a"}\n7\n', 2),
            ("a.json", b'[{"text": "a"},\n{"text": }]', 2),
            ("a.json", b'{"text": "a"}\n{"text": }', 2),
        ],
    )
    def test_what_is_wrong_is_told_with_its_line(self, name: str, data: bytes, line: int) -> None:
        error = refusal(EXTRACTOR, data, name)
        assert (error.line, error.place) == (line, f"line {line}")

    @pytest.mark.parametrize("data", [b"7", b"[7]", b"[" * 100_000, b"[[]]", b"null", b'{"a": ' * 100_000])
    def test_what_has_no_texts_is_refused(self, data: bytes) -> None:
        for name in ("a.json", "a.jsonl"):
            assert refusal(EXTRACTOR, data, name).sentence

    def test_deep_but_bearable_cells(self) -> None:
        taken_or_refused(EXTRACTOR, b'{"text": ' + b"[" * 900 + b"]" * 900 + b"}", "a.jsonl")


class TestHostile:
    @given(st.binary(max_size=300), st.sampled_from(EXTRACTOR.suffixes))
    def test_any_bytes(self, data: bytes, suffix: str) -> None:
        taken_or_refused(EXTRACTOR, data, f"a{suffix}")

    @given(st.text(st.sampled_from('a,;\t|"\n\r{}[]:1'), max_size=60), st.sampled_from(EXTRACTOR.suffixes))
    def test_any_signs(self, text: str, suffix: str) -> None:
        taken_or_refused(EXTRACTOR, text.encode(), f"a{suffix}")

    def test_mis_encoded(self) -> None:
        assert "NUL bytes" in refusal(EXTRACTOR, b"text\n\0\xff\xfe\x01").sentence

    def test_ten_thousand_columns_and_quotation_marks_without_end(self) -> None:
        taken_or_refused(EXTRACTOR, b"," * 10_000 + b"\n" + b"a," * 10_000)
        assert refusal(EXTRACTOR, b'text\n"' + b"a\n" * 500_000).line == 2
