"""Articles of every encoding and every way of not being one."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.articles.article_reading import ReadArticle, article_name, is_article, read_article
from annotator.storage.files.file_error import ArticleError

TEXT = "Zwölf Häuser – „drei“ 👩\n\nund mehr.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.txt"


def read(path: Path, data: bytes, encoding: str = "") -> ReadArticle:
    path.write_bytes(data)
    result = read_article(path, encoding)
    assert path.read_bytes() == data
    return result


def refused(path: Path, data: bytes | None = None, encoding: str = "") -> str:
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ArticleError) as error:
        read_article(path, encoding)
    assert error.value.problem.path == path
    return error.value.problem.sentence


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(path: Path, mark: bytes, encoding: str) -> None:
    result = read(path, mark + TEXT.encode(encoding))
    assert (result.article.text, result.encoding, result.guessed) == (TEXT, encoding, False)
    assert result.article.name == "story.txt"


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_only_newlines_are_changed(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    result = read(tmp_path_factory.getbasetemp() / "any.txt", f"Text: {text}".encode())
    assert result.article.text == f"Text: {text}".replace("\r\n", "\n").replace("\r", "\n")


def test_every_kind_of_newline_becomes_lf(path: Path) -> None:
    assert read(path, b"a\r\nb\rc\nd\r\r\n").article.text == "a\nb\nc\nd\n\n"


def test_other_separators_stay(path: Path) -> None:
    text = "a\u0085b\u2028c\u2029d\u00a0e\u00adf\x0bg\x0ch\ufeffi"
    assert read(path, text.encode()).article.text == text


def test_marks_are_taken_away_at_the_beginning_alone(path: Path) -> None:
    assert read(path, codecs.BOM_UTF8 * 2 + b"a" + codecs.BOM_UTF8).article.text == "a\ufeff"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Der Bürgermeister sagte, die Straße über die Brücke werde am Montag geöffnet. „Schön“, fügte er hinzu.",
            "cp1252",
        ),
        ("Le maire a déclaré que la rivière était très élevée à Noël.", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy. Starosta řekl, že most bude otevřen v pondělí.", "cp1250"),
        ("Мэр города заявил, что мост откроется в понедельник, и это обойдётся в три миллиона рублей.", "cp1251"),
        ("Мэр города заявил, что мост откроется в понедельник, и это обойдётся в три миллиона рублей.", "koi8_r"),
        ("قال رئيس البلدية إن الجسر سيفتح يوم الاثنين بعد أعمال الصيانة التي استمرت ثلاثة أشهر.", "cp1256"),
        ("市長は月曜日に橋が開通すると述べた。費用は三百万円だという。", "cp932"),
        ("市长表示，这座桥将于星期一开放。费用为三百万元。", "gb18030"),
    ],
)
@pytest.mark.parametrize("times", [1, 3000])
def test_other_encodings_are_guessed_and_that_is_said(path: Path, text: str, encoding: str, times: int) -> None:
    result = read(path, f"{text}\n".encode(encoding) * times)
    assert result.article.text == f"{text}\n" * times
    assert result.guessed


def test_an_odd_byte_late_in_a_long_article_is_found(path: Path) -> None:
    text = "All of this is plain.\n" * 20_000 + "Le café était fermé à Noël, a déclaré le maire très élégamment.\n"
    assert read(path, text.encode("cp1252")).article.text == text


def test_the_user_can_choose_an_encoding(path: Path) -> None:
    result = read(path, "ř".encode("cp1250"), "cp1250")
    assert (result.article.text, result.encoding, result.guessed) == ("ř", "cp1250", False)


@pytest.mark.parametrize(
    ("data", "encoding", "about"),
    [
        (b"", "", "empty"),
        (codecs.BOM_UTF8, "", "empty"),
        (b"%PDF\0\x01", "", "NUL bytes"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "", "NUL characters"),
        (bytes(range(1, 256)) * 4, "", "not plain text"),
        (b"\x01\x02\x03\xe9\xff" * 50, "", "not plain text"),
        (codecs.BOM_UTF16_LE + b"a", "", "not UTF-16-LE"),
        (codecs.BOM_UTF8 + b"caf\xe9", "", "not UTF-8 as it should be, from byte 6 on"),
        (b"caf\xe9", "utf-8", "not UTF-8 as it should be, from byte 3 on"),
        (b"a", "no-such", "No encoding is known by the name “no-such”"),
        (b"a", "rot13", "No encoding is known"),
        (b"\\ud800", "unicode_escape", "No encoding is known"),
    ],
)
def test_what_is_no_text_has_a_sentence(path: Path, data: bytes, encoding: str, about: str) -> None:
    assert about in refused(path, data, encoding)


def test_what_is_no_article_has_a_sentence(path: Path) -> None:
    assert "not there" in refused(path)
    assert "end in .txt or .md" in refused(path.with_name("story.pdf"))
    path.mkdir()
    assert "a folder" in refused(path)


def test_a_large_article_is_refused_with_its_size(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "47.7 MiB, where 32 MiB is the limit" in refused(path)


@pytest.mark.parametrize(
    ("name", "known"), [("line\nbreak.txt", "line\nbreak.txt"), ("x" * 251 + ".txt", "x" * 251 + ".txt")]
)
def test_odd_names_are_no_trouble(tmp_path: Path, name: str, known: str) -> None:
    assert read(tmp_path / name, b"Text.").article.name == known


def test_a_name_that_is_not_unicode_is_known_by_its_escapes(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_bytes(b"Text.")
    except (OSError, UnicodeError):
        pytest.skip("this disk has no such names")
    assert read_article(path).article.name == r"caf\udce9.txt"
    assert article_name(path).encode() == rb"caf\udce9.txt"


@pytest.mark.parametrize(
    ("name", "yes"), [("a.txt", True), ("a.MD", True), ("a.pdf", False), ("txt", False), (".txt", False)]
)
def test_articles_are_known_by_their_suffixes(name: str, yes: bool) -> None:
    assert is_article(Path(name)) == yes
