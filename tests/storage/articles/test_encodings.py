"""Encodings: what a person can choose, what is guessed, and never a character that the file does not hold."""

from __future__ import annotations

import codecs
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.storage.articles.article_reading import ReadArticle, read_article, read_article_of
from annotator.storage.articles.encodings import (
    ENCODINGS,
    NotTextError,
    candidates,
    code_of,
    decoded_as,
    detected,
    name_of,
)
from annotator.storage.articles.remembered_encoding import remembered_encoding
from annotator.storage.files.file_error import ArticleError
from annotator.storage.sidecars.sidecar_files import SidecarWriter, new_document

CODES = [encoding.code for encoding in ENCODINGS]
GERMAN = "Der Bürgermeister sagte, die Straße über die Brücke werde am Montag geöffnet.\n"
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Starosta řekl, že most bude otevřen v pondělí.\n"
JAPANESE = "市長は月曜日に橋が開通すると述べた。費用は三百万円だという。\n"
RUSSIAN = "Мэр города заявил, что мост откроется в понедельник, и это обойдётся в три миллиона рублей.\n"
WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
NEWLINES = "a\r\nb\rc\nd\u0085e\u2028f\u2029g\x0bh\x0ci\r\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.txt"


def annotated(path: Path, encoding: str) -> Path:
    """A sidecar of the article as it is in that encoding."""
    document = replace(new_document(read_article(path, encoding).article, "", "own"), encoding=encoding)
    sidecar = path.with_name("story.annotations.yaml")
    sidecar.write_bytes(SidecarWriter().data(document))
    return sidecar


def refusal(data: bytes, encoding: str) -> str:
    with pytest.raises(NotTextError) as error:
        decoded_as(data, encoding)
    assert str(error.value).endswith(".")
    return str(error.value)


class TestChoice:
    def test_the_names_are_those_of_codecs_and_each_stands_there_once(self) -> None:
        assert [codecs.lookup(code).name for code in CODES] == CODES
        names = [encoding.name for encoding in ENCODINGS]
        assert len(set(names)) == len(names) == len(set(CODES))

    @given(code=st.sampled_from(CODES), text=st.text(min_size=1))
    def test_what_is_written_in_an_encoding_is_read_back(
        self, code: str, text: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        data = text.encode(code, "ignore")
        text = data.decode(code, "ignore")
        assume(text and "\0" not in text and not text.startswith("\ufeff") and text.encode(code) == data)
        assume(not any(data.startswith(mark) for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)))
        path = tmp_path_factory.getbasetemp() / "any.txt"
        path.write_bytes(data)
        assert decoded_as(data, code) == text
        read = read_article(path, code)
        assert read.article.text == text.replace("\r\n", "\n").replace("\r", "\n")
        assert (read.encoding, read.guessed) == (code, False)
        assert path.read_bytes() == data

    @pytest.mark.parametrize("code", [code for code in CODES if code.startswith("utf")])
    def test_newlines_of_every_kind(self, path: Path, code: str) -> None:
        path.write_bytes(NEWLINES.encode(code))
        assert read_article(path, code).article.text == "a\nb\nc\nd\u0085e\u2028f\u2029g\x0bh\x0ci\n\n"

    def test_other_names_of_an_encoding_are_known(self) -> None:
        assert [code_of(name) for name in ("windows-1252", "UTF8", "Shift_JIS_2004", "l1")] == [
            *("cp1252", "utf-8", "", "iso8859-1")
        ]
        assert name_of("windows-1251") == "Cyrillic (Windows-1251)"

    @pytest.mark.parametrize(
        "name", ["no-such", "rot13", "idna", "unicode_escape", "utf-7", "x" * 5000, "a\0b", "ü", ""]
    )
    def test_an_encoding_that_is_not_in_the_list_is_refused(self, name: str) -> None:
        assert "No encoding is known" in refusal(b"a", name)

    def test_a_misfit_is_told_with_its_byte(self) -> None:
        assert refusal(b"caf\xe9 au lait", "utf-8").startswith("It is not UTF-8 as it should be, from byte 3 on.")
        assert "from byte 2 on" in refusal(b"ab\x81", "cp1252")
        assert "from byte 6 on" in refusal(codecs.BOM_UTF8 + b"caf\xe9", "utf-8")

    def test_a_mark_of_another_encoding_is_told(self) -> None:
        assert "byte-order mark of UTF-16-LE" in refusal(codecs.BOM_UTF16_LE + b"a\0", "cp1252")
        assert "Choose Unicode (UTF-8)." in refusal(codecs.BOM_UTF8 + b"a", "iso8859-1")
        assert decoded_as(codecs.BOM_UTF16_LE + b"a\0", "utf-16-le") == "a"


class TestGuess:
    @pytest.mark.parametrize("code", WIDE)
    @pytest.mark.parametrize("text", [GERMAN, RUSSIAN, GERMAN + JAPANESE])
    def test_wide_encodings_without_a_mark_are_recognised_as_a_guess(self, code: str, text: str) -> None:
        assert detected(text.encode(code)) == (text, code, True)
        assert candidates(text.encode(code))[0] == code

    @pytest.mark.parametrize(
        "data", [b"%PDF\0\x01", b"\x89PNG\0" * 500, bytes(range(256)) * 40, b"text\0", b"ab\0\0cd\0\0", b"\0" * 64]
    )
    def test_other_files_with_nul_are_no_text(self, data: bytes) -> None:
        with pytest.raises(NotTextError, match="NUL bytes"):
            detected(data)

    def test_a_mark_wins_over_all(self) -> None:
        assert detected(codecs.BOM_UTF16_BE + "a\u4e00".encode("utf-16-be")) == ("a\u4e00", "utf-16-be", False)

    @pytest.mark.parametrize(("text", "code"), [(GERMAN, "cp1252"), (RUSSIAN, "koi8-r"), (JAPANESE, "cp932")])
    def test_the_likeliest_comes_first_and_all_are_there(self, text: str, code: str) -> None:
        found = candidates(text.encode(code) * 3)
        assert found[0] == code
        assert sorted(found) == sorted(CODES)

    def test_what_cannot_be_right_comes_last(self) -> None:
        found = candidates("Größe ".encode("cp1252") * 9)
        assert found.index("utf-8") > found.index("koi8-r")

    @given(st.binary(max_size=80))
    def test_no_character_is_made_up(self, data: bytes) -> None:
        try:
            text, code, _ = detected(data)
        except NotTextError:
            return
        assert decoded_as(data, code) == text
        assert "\ufffd" not in text or "\ufffd".encode(code) in data


class TestRemembered:
    def test_the_encoding_that_was_chosen_is_read_again(self, path: Path) -> None:
        path.write_bytes(CZECH.encode("cp1250"))
        sidecar = annotated(path, "iso8859-1")  # not the likeliest, but that is what was annotated
        assert remembered_encoding(sidecar) == ("iso8859-1", read_article(path, "iso8859-1").article.sha256)
        assert read_article_of(path, sidecar) == read_article(path, "iso8859-1")

    def test_what_is_to_be_remembered(self, path: Path) -> None:
        for data, code, remembered in (
            (CZECH.encode("cp1250"), "cp1250", "cp1250"),
            (CZECH.encode(), "utf-8", ""),
            (CZECH.encode(), "", ""),
            (GERMAN.encode("cp1252"), "", "cp1252"),
            (codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), "", ""),
            (GERMAN.encode("utf-16-le"), "", "utf-16-le"),
        ):
            path.write_bytes(data)
            assert read_article(path, code).to_remember == remembered

    def test_an_article_saved_anew_as_utf_8_is_read_so(self, path: Path) -> None:
        path.write_bytes(GERMAN.encode("cp1252"))
        sidecar = annotated(path, "cp1252")
        path.write_bytes(GERMAN.encode())
        read = read_article_of(path, sidecar)
        assert (read.article.text, read.encoding, read.forgotten) == (GERMAN, "utf-8", "cp1252")

    def test_a_changed_article_is_read_as_remembered_rather_than_guessed(self, path: Path) -> None:
        path.write_bytes(CZECH.encode("cp1250"))
        sidecar = annotated(path, "iso8859-1")
        path.write_bytes((CZECH + "Konec.\n").encode("cp1250"))
        assert read_article_of(path, sidecar).encoding == "iso8859-1"

    def test_one_that_does_not_fit_any_more_is_forgotten_and_that_is_said(self, path: Path) -> None:
        path.write_bytes(GERMAN.encode("cp1252"))
        sidecar = annotated(path, "cp1252")
        path.write_bytes(JAPANESE.encode("cp932") * 3)
        read = read_article_of(path, sidecar)
        assert (read.encoding, read.guessed, read.forgotten) == ("cp932", True, "cp1252")

    def test_where_nothing_else_fits_the_remembered_one_is_taken(self, path: Path) -> None:
        path.write_bytes(b"\x01\x02caf\xe9")
        assert read_article_of(path, annotated(path, "cp1252")).article.text == "\x01\x02café"
        path.with_name("story.annotations.yaml").unlink()
        with pytest.raises(ArticleError):
            read_article_of(path, path.with_name("story.annotations.yaml"))

    @pytest.mark.parametrize(
        "sidecar",
        [
            *(b"", b"article: 1\n", b"article:\n  encoding: [1]\n", b"\xff\xfe", b"article: &a x\n", b"[" * 9000),
            *(b"article:\n  encoding: rot13\n", b"article:\n  encoding: ../../etc/passwd\nx: 1\n", b"x: 1\n" * 2000),
        ],
    )
    def test_a_sidecar_that_says_nothing_or_nonsense_is_no_trouble(self, path: Path, sidecar: bytes) -> None:
        path.write_bytes(GERMAN.encode("cp1252"))
        own = path.with_name("story.annotations.yaml")
        own.write_bytes(sidecar)
        assert remembered_encoding(own) == ("", "")
        assert read_article_of(path, own) == read_article(path)

    @pytest.mark.parametrize(
        "sidecar",
        [
            "format: annotator\narticle: {file: story.txt, encoding: windows-1251, sha256: abc}\n",
            "version: 1\narticle:\n\n  # from the archive\n  encoding: cp1251\n  sha256: 'abc'\nx: 1\n",
            '{"format": "annotator", "article": {"encoding": "cp1251", "sha256": "abc"}}\n',
            f"# {'a long comment ' * 400}\narticle:\n  encoding: cp1251\n  sha256: abc\n",
        ],
    )
    def test_it_is_found_in_a_sidecar_written_by_hand(self, path: Path, sidecar: str) -> None:
        path.write_text(sidecar, "utf-8")
        assert remembered_encoding(path) == ("cp1251", "abc")

    def test_where_there_is_no_sidecar_or_a_folder_nothing_is_remembered(self, tmp_path: Path) -> None:
        assert remembered_encoding(tmp_path) == remembered_encoding(tmp_path / "none") == ("", "")


def test_an_article_that_cannot_be_written_to_is_read_and_left_alone(path: Path) -> None:
    path.write_bytes(NEWLINES.encode("utf-16-le") * 10)
    path.chmod(0o400)
    os.utime(path, ns=(1, 1))
    before = path.read_bytes(), path.stat()
    read: ReadArticle = read_article_of(path, path.with_name("story.annotations.yaml"))
    assert read.guessed
    after = path.read_bytes(), path.stat()
    assert before[0] == after[0]
    assert (before[1].st_mtime_ns, before[1].st_mode, before[1].st_ino) == (
        after[1].st_mtime_ns,
        after[1].st_mode,
        after[1].st_ino,
    )
