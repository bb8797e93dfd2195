"""Sources that the text of a note or comment names: link, title, quoted words and page, as far as it tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.interop.articles.extracted import Source
from annotator.interop.articles.margin.margin import Footnote

URL = re.compile(r"(?:https?|ftp)://[^\s<>\"“”„«»{}|\\^`]{3,2000}|(?<![\w/.@])www\.[^\s<>\"“”„«»{}|\\^`]{4,2000}", re.I)
DOI = re.compile(r"(?:(?<!\w)doi:\s?)(10\.\d{4,9}/[^\s<>\"“”]{1,300})", re.I)
END = ".,;:!?…'’”»*_"
PAIRS = {")": "(", "]": "["}
PAGE = re.compile(
    r"(?<!\w)(?:pp?\.\s?|p(?=\d)|pages?\s|S\.\s?(?=\d)|Seiten?\s|pág(?:ina)?s?\.?\s|ص\.?\s?)"
    r"(\d{1,5}(?:\s?[\u2013-]\s?\d{1,5})?(?:\s?ff?\.)?|[ivxlc]{1,8}\b)",
    re.I,
)
CITED = re.compile(r"(?<!\w)(?:pp?|S)\.\s?\d", re.I)
"""The page of a source, as notes abbreviate it, and not one of the text itself."""

TIME = re.compile(r"(?<![\d:])(\d{1,2}:\d{2}:\d{2})(?![\d:])")
QUOTED = re.compile(
    r"“([^“”]{1,600})”|„([^„“”]{1,600})[“”]|«\s?([^«»]{1,600}?)\s?»|\"([^\"]{1,600})\"|「([^」]{1,600})」"
)
NAMED = re.compile(
    r"\s*(?:sources?|quellen?|fuentes?|المصدر|المصادر|来源)\s?[:：]\s*|\s*(?:ibid|ebd|ebenda)\b\.?,?\s*", re.I
)
"""How a note begins that names its source without a link or a page."""

POINTING = re.compile(r"\s*(?:see(?: also)?|cf\.?|vgl\.?|siehe(?: auch)?|voir|véase|انظر)(?=[\s:])[\s:]*", re.I)
LONGEST_TITLE, TITLE_WORDS = 200, 8
BLANK_ENDS = ' \t\n.,;:–—-“”"„«»|/<>'
OPENED = re.compile(r"[(\[]\W*[)\]]|[(\[]\s*\Z")
"""Brackets of which what was in them is taken out."""


def sources_of_note(note: Footnote) -> tuple[Source, ...]:
    """Return the sources that the note names, each with its link; none where the note only explains something."""
    if note.sources:
        return note.sources
    links = [*note.links, *(link for link in links_in(note.text) if link not in note.links)]
    is_named = NAMED.match(note.text) is not None
    if not links and not is_named and not CITED.search(note.text):
        return ()
    if len(links) < 2:
        return (_source(note.text, links[0] if links else ""),)
    return tuple(_source(words, link) for words, link in _divided(note.text, links))


def links_in(text: str) -> tuple[str, ...]:
    """Return the addresses of web pages in the text, each once."""
    found = [(match.start(), _address(match[0])) for match in URL.finditer(text)]
    found += [(match.start(), "https://doi.org/" + _trimmed(match[1])) for match in DOI.finditer(text)]
    return tuple(dict.fromkeys(link for _start, link in sorted(found)))


def is_web(target: str) -> bool:
    """Return whether the target of a link is a page of the web."""
    return URL.match(target) is not None


def _address(found: str) -> str:
    address = _trimmed(found)
    return address if "://" in address else f"https://{address}"


def _trimmed(address: str) -> str:
    """Return the address without the punctuation that follows it in a sentence."""
    while address and (
        address[-1] in END
        or ((opening := PAIRS.get(address[-1])) and address.count(address[-1]) > address.count(opening))
    ):
        address = address[:-1]
    return address


def _divided(text: str, links: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each link with the words up to its end; those whose address is not in the text share what is left."""
    start = 0
    for link in links:
        at = text.find(link.removeprefix("https://doi.org/"), start)
        end = at + len(link) if at >= 0 else len(text)
        yield text[start:end], link
        start = end


def _source(text: str, link: str) -> Source:
    page = PAGE.search(text) or TIME.search(text)
    quoted = [next(filter(None, found.groups())).strip() for found in QUOTED.finditer(text)]
    quote = next((words for words in quoted if _is_sentence(words)), "")
    title = next((words for words in quoted if words != quote), "") or _rest(text)
    return Source("document", title, quote, link, page[1] if page else "")


def _is_sentence(words: str) -> bool:
    return words[-1:] in ".!?。؟…" or len(words.split()) > TITLE_WORDS


def _rest(text: str) -> str:
    """Return the words that are no address, no page and no quotation; empty where that is too long for a title."""
    for pattern in (NAMED, POINTING):
        text = text[found.end() :] if (found := pattern.match(text)) else text
    for pattern in (URL, DOI, QUOTED, PAGE, TIME):
        text = pattern.sub(" ", text)
    text = " ".join(OPENED.sub(" ", text.strip()).split())
    title = re.sub(r"(?:\s*[,;:]\s*)+(?=[,;:]|\Z)", "", text).strip(BLANK_ENDS)
    return title if len(title) <= LONGEST_TITLE and any(char.isalpha() for char in title) else ""
