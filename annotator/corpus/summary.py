"""Summaries for the list of articles: title, status, number of annotations, problem."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Container, Mapping
from pathlib import Path

from msgspec import Struct

from annotator.anchoring.anchored import ReadDocument, read_document
from annotator.model.annotation import NOTHING, Value
from annotator.model.article import Article
from annotator.model.document import NEW
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES, article_name, read_article, read_article_of
from annotator.storage.files.file_bytes import bytes_of, is_there, reading_failed
from annotator.storage.files.file_error import ArticleError, FileError, SidecarError
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.sidecars.canonical_sidecar import article_keys
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES
from annotator.storage.yaml.yaml_writing import quoted
from annotator.translation.messages import N_, _, ngettext, number

SMALL = 512 * 1024
HEAD = 4096
UTF_8 = getincrementaldecoder("utf-8-sig")  # incremental, so that a character may be cut off at the end
LONGEST_TITLE = 200
NEWER = N_("It was written by a newer version of Annotator: it can be read here, not changed.")
OWN_LAYOUT = re.compile(
    rb"# [^\n]*\nformat: annotator\nversion: 1\narticle:\n"
    rb'  file: (?P<file>"[^\n]*")\n  sha256: "(?P<sha256>[0-9a-f]{64})"\n  length: [0-9]+\n(?P<about>(?:  [^\n]*\n)*)'
    rb'(?:annotator: "[^\n]*"\n)?(?:scheme: "[^\n]*"\n)?status: (?P<status>[a-z][a-z0-9_-]*)\n'
)

ATTRIBUTES = b"\n  attributes:\n"
NEXT_KEY = re.compile(rb"\n[^ \n-]")


class Summary(Struct, frozen=True):
    """A row of the list; ``status`` is empty if the sidecar cannot be read, ``problem`` if there is none.

    ``facts`` are the article's own attributes.
    """

    title: str
    status: str
    annotations: int
    problem: str = ""
    facts: Mapping[str, Value] = NOTHING


def summarise(article: Path, annotator: str, names: Container[str] | None = None) -> Summary:
    """Return the summary of the article; a problem with its files is part of the summary and not raised.

    ``names`` are those of all articles of the folder, if they are known: then none is looked for on the disk.
    Links are followed wherever they lead: nothing is written, and the summary is shown only.
    """
    title = ""
    try:
        title, read = _title_and_article(article)
        return _summary(title, article, read, sidecar_of(article, annotator, names))
    except FileError as error:
        return Summary(title, "", 0, error.problem.sentence)


def _summary(title: str, path: Path, article: Article | None, sidecar: Path) -> Summary:
    if not is_there(sidecar):
        return Summary(title, NEW, 0)
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError, follow=True)
    head = OWN_LAYOUT.match(data)
    if head and head["file"] == quoted(article_name(path)).encode() and _is_of(head["sha256"], article):
        facts = facts_in(head["about"])
        if facts is not None:
            return Summary(title, head["status"].decode(), count_in(data, head.end()), facts=facts)
    read = read_document(sidecar, read_article_of(path, data, follow=True).article, data)
    document = read.document
    known = document.article_attributes
    return Summary(title, document.status.value, len(document.annotations), _problem(read), known)


def _title_and_article(path: Path) -> tuple[str, Article | None]:
    """Return the title and the article; None instead of a large article whose first bytes are valid UTF-8.

    Raises ArticleError where the article cannot be read.
    """
    try:
        if SMALL < path.stat().st_size <= MAX_ARTICLE_BYTES:
            with path.open("rb") as file:
                return title_of(UTF_8().decode(file.read(HEAD))), None
    except UnicodeDecodeError:
        pass  # another encoding, whose detection needs the whole file
    except OSError as failure:
        raise ArticleError.at(path, reading_failed(failure)) from failure
    article = read_article(path, follow=True).article
    return title_of(article.text), article


def title_of(text: str) -> str:
    """Return the first line of the text that is not empty, cut off where it is long; empty if it is far down."""
    line = text[:HEAD].lstrip().partition("\n")[0]
    return " ".join(line.split())[:LONGEST_TITLE]


def facts_in(about: bytes) -> Mapping[str, Value] | None:
    """Return the attributes in the keys about the article, None if they are not in canonical layout."""
    begin = (b"\n" + about).find(ATTRIBUTES)
    if begin < 0:
        return NOTHING
    try:
        found = article_keys(about[begin:].decode())["attributes"]
    except (ValueError, KeyError):
        return None
    return found if isinstance(found, dict) else NOTHING


def _is_of(sha256: bytes, article: Article | None) -> bool:
    """Return True if the hash is that of the article, or if ``article`` is None because it is large."""
    return article is None or sha256.decode() == article.sha256


def count_in(data: bytes, begin: int) -> int:
    """Return the number of annotations after the head, which ends at ``begin``, of a sidecar in canonical layout."""
    if not data.startswith(b"annotations:\n", begin):
        return 0
    next_key = NEXT_KEY.search(data, begin)
    return data.count(b"\n- id: ", begin, next_key.start() if next_key else len(data))


def _problem(read: ReadDocument) -> str:
    if read.newer:
        return _(NEWER)
    match len(read.problems):
        case 0:
            return ""
        case 1:
            return _("One annotation is not where it was marked.")
        case displaced:
            said = ngettext(
                "{count} annotation is not where it was marked.",
                "{count} annotations are not where they were marked.",
                displaced,
            )
            return said.format(count=number(displaced))
