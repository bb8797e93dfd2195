"""What the list of articles says of each: title, status, how much is annotated, what is wrong."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass
from pathlib import Path

from annotator.anchoring.anchored import ReadDocument, read_document
from annotator.model.article import Article
from annotator.model.document import NEW
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES, article_name, read_article, read_article_of
from annotator.storage.files.file_bytes import bytes_of, is_there, reading_failed
from annotator.storage.files.file_error import ArticleError, FileError, SidecarError
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, sidecar_path
from annotator.storage.yaml.yaml_writing import quoted

SMALL = 512 * 1024
HEAD = 4096
UTF_8 = getincrementaldecoder("utf-8-sig")  # one that does not mind where the beginning is cut off
LONGEST_TITLE = 200
NEWER = "It was written by a newer version of Annotator: it can be read here, not changed."
OWN_LAYOUT = re.compile(
    rb"# [^\n]*\nformat: annotator\nversion: 1\narticle:\n"
    rb'  file: (?P<file>"[^\n]*")\n  sha256: "(?P<sha256>[0-9a-f]{64})"\n  length: [0-9]+\n(?:  [^\n]*\n)*'
    rb'(?:annotator: "[^\n]*"\n)?(?:scheme: "[^\n]*"\n)?status: (?P<status>[a-z][a-z0-9_-]*)\n'
)

NEXT_KEY = re.compile(rb"\n[^ \n-]")


@dataclass(frozen=True, slots=True)
class Summary:
    """One line of the list; ``status`` is empty where the sidecar cannot be read, ``problem`` where there is none."""

    title: str
    status: str
    annotations: int
    problem: str = ""


def summarise(article: Path, annotator: str) -> Summary:
    """What there is to say about the article; never raises for what is in the files."""
    title = ""
    try:
        title, read = _begun(article)
        return _summary(title, article, read, sidecar_path(article, annotator))
    except FileError as error:
        return Summary(title, "", 0, error.problem.sentence)


def _summary(title: str, path: Path, article: Article | None, sidecar: Path) -> Summary:
    if not is_there(sidecar):
        return Summary(title, NEW, 0)
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
    head = OWN_LAYOUT.match(data)
    if head and head["file"] == quoted(article_name(path)).encode() and _is_of(head["sha256"], article):
        return Summary(title, head["status"].decode(), _count(data, head.end()))
    read = read_document(sidecar, read_article_of(path, sidecar).article)
    return Summary(title, read.document.status.value, len(read.document.annotations), _problem(read))


def _begun(path: Path) -> tuple[str, Article | None]:
    """The article's title, and the article itself unless it is large and its beginning will do."""
    try:
        if SMALL < path.stat().st_size <= MAX_ARTICLE_BYTES:
            with path.open("rb") as file:
                return _title(UTF_8().decode(file.read(HEAD))), None
    except UnicodeDecodeError:
        pass  # it is in another encoding, which takes more than its beginning to tell
    except OSError as failure:
        raise ArticleError.at(path, reading_failed(failure)) from failure
    article = read_article(path).article
    return _title(article.text[:HEAD]), article


def _title(head: str) -> str:
    lines = (" ".join(line.split()) for line in head.split("\n"))
    return next((line for line in lines if line), "")[:LONGEST_TITLE]


def _is_of(sha256: bytes, article: Article | None) -> bool:
    """Whether the hash is the article's; of an article too large to be read for this, that is assumed."""
    return article is None or sha256.decode() == article.sha256


def _count(data: bytes, begin: int) -> int:
    """How many annotations there are in what follows the head of our own layout."""
    if not data.startswith(b"annotations:\n", begin):
        return 0
    next_key = NEXT_KEY.search(data, begin)
    return data.count(b"\n- id: ", begin, next_key.start() if next_key else len(data))


def _problem(read: ReadDocument) -> str:
    if read.newer:
        return NEWER
    match len(read.problems):
        case 0:
            return ""
        case 1:
            return "One annotation is not where it was marked."
        case displaced:
            return f"{displaced} annotations are not where they were marked."
