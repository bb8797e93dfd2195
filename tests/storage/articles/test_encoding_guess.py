"""Guesses of encodings: own news in many languages, in the encodings that they were written in before Unicode."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from annotator.storage.articles.article_reading import read_article
from annotator.storage.articles.encodings import ENCODINGS, NotTextError, candidates, detected, doubtful
from annotator.storage.files.file_error import ArticleError
from tests.storage.articles.news_by_language import (
    ARABIC,
    FRENCH,
    GERMAN,
    GREEK,
    JAPANESE,
    KOREAN,
    NEWS,
    RUSSIAN,
    SIMPLIFIED,
)

WAYS = [(language, code) for language, (_text, codes) in NEWS.items() for code in codes]
DIFFERENT = {code for _language, code in WAYS}
LEAST_SHARE = 0.95
WIDE = ("utf-16-le", "utf-16-be")
"""Encodings that are told by their NUL bytes, of which a line without an end may have none."""


def as_written(language: str, code: str, length: int | None = None) -> str:
    """The news as far as the encoding has its characters."""
    return NEWS[language][0][:length].encode(code, "ignore").decode(code)


class TestNews:
    def test_there_are_enough(self) -> None:
        assert len(DIFFERENT) >= 35
        assert len(NEWS) >= 20
        assert {encoding.code for encoding in ENCODINGS} >= DIFFERENT

    @pytest.mark.parametrize(("language", "code"), WAYS)
    def test_a_piece_of_news_is_read_right_and_the_guess_is_said(self, language: str, code: str) -> None:
        text = as_written(language, code)
        assert detected(text.encode(code))[::2] == (text, True)

    @pytest.mark.parametrize("length", [40, 80, 120])
    def test_short_texts_are_read_right_nearly_always_and_never_wrong_without_a_word(self, length: int) -> None:
        right, all_of_them = 0, 0
        for language, code in (way for way in WAYS if way[1] not in WIDE):
            text = as_written(language, code, length)
            read, _code, is_guess = detected(text.encode(code))
            assert read == text or is_guess
            right += read == text
            all_of_them += 1
        assert right >= LEAST_SHARE * all_of_them

    @pytest.mark.parametrize(("text", "code"), [(RUSSIAN, "mac-cyrillic"), (JAPANESE, "cp932"), (KOREAN, "johab")])
    def test_a_long_text_that_begins_in_ascii(self, text: str, code: str) -> None:
        long = "A line.\n" * 40_000 + text * 900
        assert detected(long.encode(code))[0] == long

    @pytest.mark.parametrize("code", ["cp866", "johab", "mac-cyrillic"])
    def test_it_is_the_likeliest_in_the_list_to_choose_from(self, code: str) -> None:
        text = KOREAN if code == "johab" else RUSSIAN
        assert candidates(text.encode(code))[0] == code

    def test_a_few_letters_are_western_rather_than_anything_rare(self) -> None:
        for text in ("café au lait", "It costs 5 £.", "He said “yes”.", "The bridge cost 5 million €.", "Größe " * 9):
            assert detected(text.encode("cp1252"))[:2] == (text, "cp1252")

    @pytest.mark.parametrize("code", ["iso8859-7", "cp1253"])
    def test_a_letter_is_likelier_beside_letters_than_a_sign(self, code: str) -> None:
        text = f"Άρθρο 5. {GREEK}Ο δήμαρχος είπε: Άλλο δεν μένει.\n"
        assert detected(text.encode(code))[0] == text

    @pytest.mark.parametrize(("text", "code"), [(f"Le cœur : 5 €. {FRENCH}", "iso8859-15"), (FRENCH, "cp1252")])
    def test_no_text_has_a_fraction_within_a_word(self, text: str, code: str) -> None:
        text = text.replace("’", "'") if code == "iso8859-15" else text
        assert detected(text.encode(code))[0] == text

    @pytest.mark.parametrize(("text", "code"), [(KOREAN, "johab"), (RUSSIAN, "cp866")])
    def test_the_mark_at_the_end_of_a_file_from_dos_is_no_fault(self, text: str, code: str) -> None:
        assert detected(text.encode(code) + b"\x1a")[:2] == (f"{text}\x1a", code)

    @pytest.mark.parametrize("code", [*WIDE, "utf-32-le", "utf-32-be"])
    def test_old_scripts_and_signs_beyond_the_first_plane_are_text(self, code: str) -> None:
        text = "The inscription reads \U00010300\U00010400 and \U0001f600.\n" * 3
        assert detected(text.encode(code)) == (text, code, True)

    def test_an_encoding_that_cannot_be_decoded_is_not_taken_for_another(self) -> None:
        random = Random(5)
        words = [bytes([random.randint(0xC4, 0xFC), random.randint(0xA1, 0xFE)]) for _each in range(120)]
        with pytest.raises(NotTextError, match="encoding cannot be told"):
            detected(b"\xa1\xa4".join(b"".join(words[at : at + 12]) for at in range(0, 120, 12)) + b" Taipei 2016\n")


class TestSevenBits:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            *((JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr"), (SIMPLIFIED, "hz")),
            ("ｶﾀｶﾅ と 市長\n", "iso2022_jp_ext"),
            (f"Quoted: {JAPANESE}", "iso2022_jp"),
        ],
    )
    def test_switches_are_no_text_of_their_own(self, text: str, code: str, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_bytes(text.encode(code))
        read = read_article(path)
        assert (read.article.text, read.encoding, read.guessed, read.to_remember) == (text, code, True, code)
        assert read.rivals == ()

    @pytest.mark.parametrize("data", [b"\x1b$)A\x0eVPND\x0f\n", b"text \x1b$B\x7f\x7f\x1b(B\n"])
    def test_what_cannot_be_switched_to_is_refused(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        path.write_bytes(data)
        with pytest.raises(ArticleError, match="encoding cannot be told"):
            read_article(path)

    @pytest.mark.parametrize(
        "text", ["\x1b[31mred\x1b[0m\n", "cd ~; ls ~{a,b}\n", "~{ is a tilde and a brace ~}\n", f"\x1b$B {ARABIC}"]
    )
    def test_other_escapes_and_tildes_stay_as_they_are(self, text: str) -> None:
        assert detected(text.encode()) == (text, "utf-8", False)


class TestDoubt:
    def test_what_is_about_as_likely_is_said(self, tmp_path: Path) -> None:
        data = "The council will spend €5 million on the bridge, the mayor said.\n".encode("cp1252")
        path = tmp_path / "story.txt"
        path.write_bytes(data)
        read = read_article(path)
        assert read.rivals == doubtful(data, read.encoding) != ()
        assert read.encoding not in read.rivals
        assert all(data.decode(rival) != read.article.text for rival in read.rivals)

    @pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE])
    def test_most_texts_leave_none(self, text: str) -> None:
        data = text.encode("cp932" if text == JAPANESE else "cp1251" if text == RUSSIAN else "cp1252")
        assert doubtful(data, detected(data)[1]) == ()

    def test_other_files_are_still_no_text(self) -> None:
        for data in (b"\x01\x02caf\xe9", b"\x7fELF\x02\x01\x01" + bytes(range(128, 256)) * 4):
            with pytest.raises(NotTextError):
                detected(data)
