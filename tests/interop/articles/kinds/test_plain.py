"""Pasted text: untouched but for its newlines, in any encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.plain import EXTRACTOR
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles.pages import ALL, check, only


@pytest.mark.parametrize("text", ALL)
def test_every_script_comes_out_as_it_went_in(text: str) -> None:
    extracted = only(EXTRACTOR, f"{text}\r\n\r\n  {text}\t\r\n", "a.txt")
    assert extracted.text == f"{text}\n\n  {text}\t\n"
    assert (extracted.parts, extracted.about, extracted.notes) == ((), {}, ())


def test_pasted_text_is_named_after_the_first_line_that_has_words() -> None:
    assert only(EXTRACTOR, "\n \n  A   headline \nMore.", "clipboard").name == "A headline"
    assert only(EXTRACTOR, "word " * 40, "clipboard").name == " ".join(["word"] * 16)
    assert only(EXTRACTOR, "字" * 200, "clipboard").name == "字" * 80


@pytest.mark.parametrize("name", ["0017.txt", "0017.md", "0017.markdown", "0017.text"])
def test_a_file_keeps_its_name(name: str) -> None:
    assert only(EXTRACTOR, "City News\nMore.", name).name == "0017"


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_encodings(code: str) -> None:
    text = "Die Straße über die Brücke ist gesperrt, sagte der Bürgermeister.\nMehr.\n"
    extracted = only(EXTRACTOR, text.encode(code), "a.txt")
    assert extracted.text == text
    assert any(note.startswith("Its encoding was guessed") for note in extracted.notes) == (
        code in ("utf-16-le", "cp1252")
    )


@pytest.mark.parametrize(
    "data", [b"", b" \n\t", b"a\0b", codecs.BOM_UTF8, b"\x89PNG\0\0\x01", b"a" * (64 * 1024 * 1024 + 1)]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ForeignError) as error:
        list(EXTRACTOR.extract(data, "a.txt", Wishes()))
    assert error.value.sentence.endswith(".")


@given(st.text(min_size=1))
def test_any_text(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    expected = data.decode().lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if expected.strip() and "\0" not in expected:
        extracted = only(EXTRACTOR, data, "a.txt")
        assert extracted.text == expected
        check(extracted)
