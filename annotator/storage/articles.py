"""Reading articles: plain text in whatever encoding, newlines made LF in memory. Nothing here writes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from annotator.model.article import Article
from annotator.storage.file_bytes import MIB, bytes_of
from annotator.storage.file_error import ArticleError, told

ARTICLE_SUFFIXES = (".txt", ".md")
MAX_ARTICLE_BYTES = 32 * MIB

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LIKELY_ENCODINGS = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "koi8_u", "mac_roman", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
]
WESTERN = "cp1252"
SAMPLE_BYTES = 128 * 1024
NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read; ``guessed`` where nothing in the file says that ``encoding`` is right."""

    article: Article
    encoding: str
    guessed: bool


def is_article(path: Path) -> bool:
    """Whether the name is one that articles have."""
    return path.suffix.lower() in ARTICLE_SUFFIXES


def article_name(path: Path) -> str:
    """The file's name; bytes in it that are not Unicode are shown as escapes."""
    return path.name.encode("utf-8", "backslashreplace").decode()


def read_article(path: Path, encoding: str = "") -> ReadArticle:
    """Read the article, in ``encoding`` where the user chose one. Raises ArticleError."""
    if not is_article(path):
        raise ArticleError.at(path, "It is not an article: articles are plain text and end in .txt or .md.")
    data = bytes_of(path, MAX_ARTICLE_BYTES, ArticleError)
    try:
        text, encoding, guessed = (data.decode(encoding), encoding, False) if encoding else _decoded(data)
        return ReadArticle(Article.of(article_name(path), _readable(text)), encoding, guessed)
    except (UnicodeError, LookupError, _UnreadableError) as error:
        raise ArticleError.at(path, _sentence(error)) from error


class _UnreadableError(Exception):
    """The bytes are no text; the message is a sentence."""


def _decoded(data: bytes) -> tuple[str, str, bool]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding), encoding, False
    if b"\0" in data:
        raise _UnreadableError("It is not plain text: it has NUL bytes. Save it as plain text in UTF-8.")
    try:
        return data.decode(), "utf-8", False
    except UnicodeDecodeError as error:
        return (*_guessed(data, error.start), True)


def _guessed(data: bytes, first_odd: int) -> tuple[str, str]:
    begin = max(0, first_odd - SAMPLE_BYTES // 2)
    for encoding in _ranked(data[begin : begin + SAMPLE_BYTES]):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not NEVER_IN_TEXT.search(text):
            return text, encoding
    raise _UnreadableError("It is not plain text, or its encoding cannot be told. Save it as plain text in UTF-8.")


def _ranked(sample: bytes) -> list[str]:
    """The encodings the sample may be in, likeliest first; of those that fit alike, Western European."""
    from charset_normalizer import from_bytes  # here: most articles are UTF-8, and it is slow to import

    matches = list(from_bytes(sample, cp_isolation=LIKELY_ENCODINGS))
    fit = [(match.chaos, match.coherence) for match in matches]
    alike = [match for match, own in zip(matches, fit, strict=True) if own == fit[0]]
    western = [WESTERN] if any(WESTERN in match.could_be_from_charset for match in alike) else []
    return [*western, *(match.encoding for match in matches), WESTERN]


def _readable(text: str) -> str:
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text:
        raise _UnreadableError("It is empty: there is nothing to annotate.")
    if "\0" in text:
        raise _UnreadableError("It is not plain text: it has NUL characters. Save it as plain text in UTF-8.")
    return text


def _sentence(error: Exception) -> str:
    match error:
        case UnicodeDecodeError():
            return f"It is not {error.encoding.upper()} as it should be, from byte {error.start} on. Save it as UTF-8."
        case UnicodeError():
            return "It holds characters that are not Unicode. Save it as UTF-8."
        case LookupError():
            return f"No encoding is known by that name: {told(str(error))}."
        case _:
            return str(error)
