"""Documents as hypothesis draws them, as an export gets them: every annotation in its place, no relation dangling.

They have nothing of the check of facts, which only JSON lines carry.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.kinds.table import FURTHER_KINDS
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    document = unchecked(draw(documents()))
    length = len(document.article.text)
    annotations = {
        id: item for id, item in document.annotations.items() if not item.displaced and item.span.end <= length
    }
    relations = {}
    for id, item in document.relations.items() if annotations else ():
        source, target = (draw(st.sampled_from(sorted(annotations))) for _ in range(2))
        relations[id] = altered(item, source=source, target=target)
    read = tuple(span for span in document.read if span.end <= length)
    whole = replace(document, annotations=annotations, relations=relations, read=read)
    return Entry(f"{draw(st.sampled_from(['a', 'b/c']))}.txt", whole, built_in_scheme())


def unchecked(document: Document) -> Document:
    """Return the document without what is known of the check of its facts."""
    bare = {id: altered(item, state="", by_rule=(), wording={}) for id, item in document.annotations.items()}
    document = replace(document, annotations=bare)
    for kind in FURTHER_KINDS:
        document = document.with_items(kind.item, {})
    return document
