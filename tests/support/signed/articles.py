"""A folder with an article whose claims are checked or signed, and drafts of it."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.documents import document_in
from annotator.facts.desk.signing import sign
from annotator.model.annotation import Annotation
from annotator.model.check_edits import put_item
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import sidecar_of

SENTENCES = {
    "c1": "The harbour was closed for nine days",
    "c2": "Some 412 boats lay at the quay",
    "c3": "Ana Ruiz has been mayor since 2019",
    "c4": "The storm broke two of the three cranes",
    "c5": "Repairs will cost 3.5 million",
    "c6": "Nobody was hurt that night",
}
TEXT = "After the storm\n\n" + ". ".join([*SENTENCES.values(), ""]).strip() + "\n"
CHANGED = (("nine days", "eleven days"), ("two of the three", "all three"), ("3.5 million", "4 million"))


def write_checked(folder: Path, *, asked: str = "c3", text: str = TEXT) -> Path:
    """Write an article with six claims, all confirmed but the one that was asked about; return its path."""
    path = folder / "storm.txt"
    path.write_text(text, "utf-8")
    items = {}
    for id, words in SENTENCES.items():
        start = text.index(words)
        state = "asked" if id == asked else "confirmed"
        items[id] = Annotation(id, "claim", Span(start, start + len(words)), state=state)
    document = Document(read_article(path).article, items)
    sidecar_of(path).write_bytes(SidecarWriter().data(document))
    return path


def write_signed(folder: Path, *names: str) -> Path:
    """Write the article with all its claims confirmed, signed under these names, and its text kept."""
    path = write_checked(folder, asked="")
    document, scheme = document_in(sidecar_of(path)).document, built_in_scheme()
    for number, name in enumerate(names):
        about = {"id": f"s{number + 1}", "by": name, "at": f"2026-11-29T08:00:0{number}Z"}
        document = put_item(document, sign(document, scheme, exceptions={}, **about)).apply(document)
    sidecar_of(path).write_bytes(SidecarWriter().data(document))
    keep_text(folder, document.article)
    return path


def draft(text: str = TEXT) -> str:
    """Return the article with three of its sentences changed."""
    for old, new in CHANGED:
        text = text.replace(old, new)
    return text
