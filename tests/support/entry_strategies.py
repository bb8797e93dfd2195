"""Documents as hypothesis draws them, as an export gets them: every annotation in its place, no relation dangling."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    document = draw(documents())
    length = len(document.article.text)
    annotations = {
        id: item for id, item in document.annotations.items() if not item.displaced and item.span.end <= length
    }
    relations = {}
    for id, item in document.relations.items() if annotations else ():
        source, target = (draw(st.sampled_from(sorted(annotations))) for _ in range(2))
        relations[id] = replace(item, source=source, target=target)
    read = tuple(span for span in document.read if span.end <= length)
    whole = replace(document, annotations=annotations, relations=relations, read=read)
    return Entry(f"{draw(st.sampled_from(['a', 'b/c']))}.txt", whole, built_in_scheme())
