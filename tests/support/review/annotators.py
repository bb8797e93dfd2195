"""The folder of three annotators, and small documents of three made by chance."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import strategies as st

from annotator.anchoring.anchored import read_document
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_files import sidecar_path

FOLDER = Path(__file__).parents[2] / "e2e" / "review" / "three_annotators"
NAMES = ("ann", "ben", "cem")
TEXT = "one two three four five six seven"
ARTICLE = Article.of("words.txt", TEXT)


def copy_annotators(folder: Path) -> Path:
    """Copy the folder of three annotators into ``folder`` and return that."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    return folder


def read_annotators(stem: str, folder: Path = FOLDER) -> dict[str, Document]:
    """Return the documents of an article, by annotator."""
    path = folder / f"{stem}.txt"
    article = read_article(path).article
    sidecars = {name: sidecar_path(path, name) for name in NAMES}
    return {name: read_document(one, article, one.read_bytes()).document for name, one in sidecars.items()}


def some_annotations(beginning: str) -> st.SearchStrategy[dict[str, Annotation]]:
    """Up to six annotations without two of the same label at one place."""
    rows = st.lists(
        st.tuples(st.sampled_from(("claim", "source")), st.integers(0, len(TEXT) - 8), st.integers(1, 8)),
        max_size=6,
        unique=True,
    )
    return rows.map(
        lambda some: {
            f"{beginning}{at}": Annotation(f"{beginning}{at}", label, Span(start, start + length))
            for at, (label, start, length) in enumerate(some)
        }
    )


@st.composite
def some_documents(draw: st.DrawFn) -> dict[str, Document]:
    """Documents of the three on one text, with a relation here and there."""
    documents = {}
    for name in NAMES:
        annotations = draw(some_annotations(name[0]))
        ids = sorted(annotations)
        ends = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=2)) if ids else []
        relations = {
            f"r{name[0]}{at}": Relation(f"r{name[0]}{at}", "attributed_to", source, target)
            for at, (source, target) in enumerate(ends)
            if source != target
        }
        documents[name] = Document(ARTICLE, annotations, relations, annotator=name)
    return documents
