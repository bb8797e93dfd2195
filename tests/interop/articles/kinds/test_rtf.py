"""RTF: every alphabet it can be written in, and what it holds beside its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.kinds.rtf.extractor import EXTRACTOR
from tests.interop.articles.taking import ARABIC, SCRIPTS, one, refusal, taken_or_refused

DELETION = "1 deletion was taken out of the text and kept as a correction of the article: “{}”."
NEVER = {"\ufffe", "\uffff", "\ufeff", "\ufffd", *map(chr, range(0xFDD0, 0xFDF0))}


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}") -> bytes:
    return f"{{\\rtf1{head}\n{body}}}".encode("latin-1")


def escaped(text: str) -> str:
    """The text in the way in which all programs write it today."""
    units = text.encode("utf-16-le")
    numbers = (int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)


def text_of(body: str) -> str:
    return one(EXTRACTOR, rtf(body)).text


class TestText:
    @given(
        st.lists(
            st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
                lambda text: text.strip("\ufeff \t\u3000") == text.strip()
            ),
            min_size=1,
        )
    )
    def test_what_is_written_is_read(self, paragraphs: list[str]) -> None:
        texts = [text.strip().strip("\ufeff\ufffe\uffff").strip() for text in paragraphs]
        texts = [text for text in texts if text and not set(text) & NEVER]
        if texts:
            assert text_of("\\par\n".join(escaped(text) for text in texts)) == "\n\n".join(texts)

    @pytest.mark.parametrize("text", SCRIPTS)
    def test_every_script(self, text: str) -> None:
        assert text_of(escaped(text) + r"\par") == text

    @pytest.mark.parametrize(
        ("charset", "codec", "text"),
        [
            (178, "cp1256", "مرحبا بالعالم"),
            (134, "gb18030", "市长说"),
            (204, "cp1251", "Мэр"),
            (128, "cp932", "市長は"),
        ],
    )
    def test_every_encoding_of_a_font(self, charset: int, codec: str, text: str) -> None:
        head = rf"\ansi\deff0{{\fonttbl{{\f0\fcharset0 Arial;}}{{\f7\fcharset{charset}{{\*\fname X;}}Other;}}}}"
        codes = "".join(f"\\'{byte:02x}" for byte in text.encode(codec))
        assert (
            one(EXTRACTOR, rtf(rf"\'e9 {{\f7 {codes}}} \'e9\f7 {codes}\plain\'e9", head)).text == f"é {text} é{text}é"
        )
        assert one(EXTRACTOR, rtf(codes, rf"\ansi\ansicpg{int(codec[2:]) if codec != 'gb18030' else 936}")).text == text

    def test_signs(self) -> None:
        assert text_of(r"\{a\}\\ \~\endash\ldblquote b\rdblquote\_c\-d\tab e\line f\uc2\u8364\'80xg") == (
            "{a}\\ \u00a0–“b”\u2011cd\te\nfäg".replace("fä", "f€")
        )

    def test_a_table_is_a_line_for_each_row(self) -> None:
        row = r"\trowd\cellx1\pard\intbl {}\par {}\cell {}\cell\row"
        assert text_of(r"before\par " + row.format("a", "b", "c") + row.format("d", "", "e") + r"\pard after\par") == (
            "before\n\na b\tc\nd\te\n\nafter"
        )

    def test_what_other_programs_hold_ready_is_no_text(self) -> None:
        assert (
            text_of(
                r"{\colortbl;\red0;}{\stylesheet{\s0 Normal;}}{\*\generator X;}{\*\unknown y}"
                r'{\field{\*\fldinst{HYPERLINK "http://x.org"}}{\fldrslt{\ul link}}} end\par'
            )
            == "link end"
        )

    @pytest.mark.parametrize(
        ("body", "note"),
        [
            (r"{\*\shppict{\pict\pngblip ffff}}{\nonshppict{\pict ff}}", "1 image was left out."),
            ("{\\pict\\bin5 }}}\\{}" * 2, "2 images were left out."),
            (r"{\v hidden}", "1 hidden passage was left out."),
            (r"{\deleted old\par }{\deleted old}", DELETION.format("old old")),
            (r"{\object{\*\objdata 00}{\result x}}", "1 embedded object was left out."),
            (r"{\listtext\'b7\tab}{\pntext\'b7}", "The bullets or numbers before 1 paragraph were left out."),
            (r"{\header\pard Courier}{\footer 7}", "The headers and footers of its pages were left out."),
        ],
    )
    def test_what_is_no_running_text_is_counted(self, body: str, note: str) -> None:
        article = one(EXTRACTOR, rtf(f"a{body}b\\par"))
        assert (article.text, article.notes) == ("ab", (note,))

    def test_symbols_of_picture_fonts(self) -> None:
        article = one(EXTRACTOR, rtf(r"a{\f1 \'4a\'4b}b", r"{\fonttbl{\f1\fcharset2 Wingdings;}}"))
        assert (article.text, article.notes) == ("ab", ("2 symbols were left out.",))

    def test_what_cannot_be_read_is_told(self) -> None:
        article = one(EXTRACTOR, rtf(r"a\'81b", r"\ansi\ansicpg1252"))
        assert article.text == "a\ufffdb"
        assert article.notes == ("1 character was not in the encoding that the file names, and replaced by \ufffd.",)

    def test_about(self) -> None:
        body = (
            r"{\info{\title " + escaped(ARABIC) + r"}{\author Sam \'e9}{\creatim\yr2016\mo2\dy5\hr9}{\keywords x}}text"
        )
        article = one(EXTRACTOR, rtf(body))
        assert (article.text, dict(article.about)) == (
            "text",
            {"title": ARABIC, "byline": "Sam é", "published": "2016-02-05"},
        )

    def test_another_reader_reads_the_same(self) -> None:
        striprtf = pytest.importorskip("striprtf.striprtf")
        body = r"Caf\'e9 \emdash  {\b bold} and {\i it}\line x\par second\tab y\par"
        assert striprtf.rtf_to_text(rtf(body).decode("latin-1")).strip().replace("x\n", "x\n\n") == text_of(body)


class TestHostile:
    @pytest.mark.parametrize("data", [b"", b"{}", b"text", bytes(range(256)), b"\\rtf1", "{\\rtf1 x".encode("utf-16")])
    def test_what_is_no_rtf(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data).sentence == "It is not RTF: it does not begin with “{\\rtf”."

    def test_nothing_in_it(self) -> None:
        assert refusal(EXTRACTOR, rtf(r"\par{\pict ff}")).sentence == "It has no text."

    def test_one_that_ends_early_is_read_as_far_as_it_goes(self) -> None:
        article = one(EXTRACTOR, rtf(r"a\par {\b b")[:-1])
        assert (article.text, article.notes) == ("a\n\nb", ("It ends in the middle, so some of it may be missing.",))

    def test_what_follows_the_end_is_no_part_of_it(self) -> None:
        assert one(EXTRACTOR, rtf("a") + b"trailing}}}").text == "a"

    @pytest.mark.parametrize(
        "body",
        [
            "{" * 40_000 + "x",
            "}" * 100_000,
            r"{\fonttbl;" + r"\f1\fcharset0 A" * 15_000 + "}x",
            r"{\field{\*\fldinst{ " * 15_000 + "x",
            r"\u99999999999 \u-9999999999 \bin9999999999 x",
            r"\bin-9999999999 x\uc999999999 y\u8364 z",
            r"\cell\row" * 40_000 + "x",
            "\\" * 100_001,
            r"\ansicpg0\ansicpg37\ansicpg-1\ansicpg99999\cpg7 x\'e9",
        ],
    )
    def test_what_keeps_readers_busy(self, body: str) -> None:
        taken_or_refused(EXTRACTOR, rtf(body))

    @given(st.binary(max_size=200))
    def test_any_bytes(self, data: bytes) -> None:
        taken_or_refused(EXTRACTOR, b"{\\rtf1 " + data)

    @given(
        st.lists(
            st.sampled_from(
                [
                    *[
                        r"\u-4 ",
                        r"\'8",
                        r"\f1",
                        r"{",
                        r"}",
                        r"\*",
                        r"\par",
                        r"\cell",
                        r"\row",
                        r"\intbl",
                        r"\pard",
                        r"\bin2 ",
                        r"\v",
                        r"\plain",
                        r"é",
                        r"\fonttbl",
                    ],
                    r"\fcharset128 ",
                ]
            )
        )
    )
    def test_any_words(self, words: list[str]) -> None:
        taken_or_refused(EXTRACTOR, rtf("".join(words)))
