"""Summaries of what is usual: a small article in UTF-8 with LF newlines, and a sidecar as the program writes it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from hashlib import sha256

from annotator.corpus.summary import HEAD, OWN_LAYOUT, SMALL, Summary, count_in, facts_in, title_of
from annotator.model.document import NEW
from annotator.storage.articles.seven_bit_encodings import is_seven_bit
from annotator.storage.files.quick_bytes import quick_bytes
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES
from annotator.storage.yaml.yaml_writing import quoted


def quick_summary(article: str, sidecar: str | None) -> Summary | None:
    """Return what ``summarise`` returns of the article at this path; None for whatever is not usual.

    ``sidecar`` is the path of its sidecar; None where there is none.
    """
    data = quick_bytes(article, SMALL)
    if not data or b"\0" in data or b"\r" in data or BOM_UTF8 in data or is_seven_bit(data):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    title = title_of(text[:HEAD])
    return Summary(title, NEW, 0) if sidecar is None else _annotated(title, article, data, sidecar)


def _annotated(title: str, article: str, text: bytes, sidecar: str) -> Summary | None:
    data = quick_bytes(sidecar, MAX_SIDECAR_BYTES)
    head = OWN_LAYOUT.match(data) if data else None
    if data is None or head is None or head["sha256"].decode() != sha256(text).hexdigest():
        return None
    if head["file"].decode("utf-8", "replace") != quoted(article.rpartition(os.sep)[2]):
        return None
    facts = facts_in(head["about"])
    return None if facts is None else Summary(title, head["status"].decode(), count_in(data, head.end()), facts=facts)
