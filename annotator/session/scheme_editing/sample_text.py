"""Sample of a label's marks: its own examples in square brackets, else a passage that comes with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.model.annotation import Annotation
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.translation.messages import N_, _

MOST_EXAMPLES, LONGEST = 2, 160
BRACKETED = re.compile(r"\[([^\[\]]+)\]")
REMARK = re.compile(r"\s*\([^()]*\)\s*$")
PASSAGE = N_(
    "“[We are two weeks behind],” Dana Reiff said. [The gate cost £41 million], and [nobody had tested the ground]."
)
"""Text whose words in brackets are marked where a label has no example with brackets."""

Marked = tuple[str, list[Span]]


def sample(scheme: Scheme, label: Label) -> tuple[str, list[Annotation]]:
    """Return a text and annotations on it: of the label, and of others that overlap them."""
    text, spans = _marked_text(label)
    own = [Annotation(f"own{number}", label.id, span) for number, span in enumerate(spans)]
    return text, [*own, *_others(scheme, label, text, spans)]


def _marked_text(label: Label) -> Marked:
    examples = [REMARK.sub("", words)[:LONGEST] for words in label.guideline.yes if BRACKETED.search(words[:LONGEST])]
    return _unbracketed("\n".join(examples[:MOST_EXAMPLES]) or _(PASSAGE))


def _unbracketed(text: str) -> Marked:
    """Return the text without brackets, and the spans of what was in them."""
    plain, spans, at = "", list[Span](), 0
    for found in BRACKETED.finditer(text):
        plain += text[at : found.start()]
        spans.append(Span(len(plain), len(plain) + len(found[1])))
        plain, at = plain + found[1], found.end()
    return plain + text[at:], spans


def _others(scheme: Scheme, label: Label, text: str, spans: Sequence[Span]) -> Iterator[Annotation]:
    """Yield annotations of other labels with other marks: around the first span's paragraph, and within each span."""
    others = [other for other in scheme.labels if other.id != label.id and other.mark not in (label.mark, "bar")]
    for number, (other, span) in enumerate(zip(others, spans, strict=False)):
        words = list(re.finditer(r"\w[\w.,’'-]*\w|\w", text[span.start : span.end]))
        if words:
            first, last = words[number % len(words)], words[min(number % len(words) + 1, len(words) - 1)]
            yield Annotation(f"other{number}", other.id, Span(span.start + first.start(), span.start + last.end()))
