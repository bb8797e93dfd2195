"""A folder whose annotations are counted by hand."""

from __future__ import annotations

from pathlib import Path

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.marked_articles import Marks
from tests.support.program import sidecar_of

QUAY = (
    "The quay is closed\n\n"
    "The mayor, Ana Ruiz, said that 17 boats were lost. Nobody saw the boats leave.\n\n"
    "A clerk counted 31 masts. The harbour stays shut until Monday.\n"
)
TRAM = "The tram is late\n\nThe driver said that 4 trams broke down. The city denied it.\n"


def write_counted(folder: Path) -> Path:
    """Two articles, one of them with a claim that is supported; the path of the first."""
    tram = Marks(TRAM).mark("t1", "claim", "4 trams broke down", voice="reported").mark("t2", "figure", "4", value=4)
    tram.mark("t3", "source", "The driver", naming="unnamed").relate("t1", "attributed_to", "t3")
    tram.write(folder / "tram.txt")
    quay = Marks(QUAY).mark("q1", "claim", "17 boats were lost", voice="reported", verdict="supported")
    quay.mark("q2", "claim", "The harbour stays shut until Monday", voice="author")
    quay.mark("q3", "source", "Ana Ruiz", naming="named", affiliation="government").relate("q1", "attributed_to", "q3")
    return quay.mark("q4", "figure", "17", value=17).mark("q5", "figure", "31", value=31).write(folder / "quay.txt")


def write_for(annotator: str, article: Path, words: str) -> None:
    """Give the article a document of another annotator, with one claim on the words."""
    text = read_article(article).article
    start = text.text.index(words)

    item = Annotation("o1", "claim", Span(start, start + len(words)))
    document = Document(text, {"o1": item}, annotator=annotator)
    sidecar_of(article, annotator).write_bytes(SidecarWriter().data(document))
