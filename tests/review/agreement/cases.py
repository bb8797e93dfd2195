"""Generated articles by two to four annotators: overlapping, stacked, empty, identical and disjoint."""

from __future__ import annotations

from random import Random

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span

LABELS = ("claim", "source", "quote")
RULE = AttributeRule("kind", "choice", ("event", "quantity"))
SCHEME = Scheme("made", "Made", tuple(Label(label, label[0], "#808080", "fill", (RULE,)) for label in LABELS))
LENGTH = 90
TEXT = "".join(chr(97 + at % 26) for at in range(LENGTH))
CASES = 324
KINDS = ("random", "stacked", "sparse", "identical", "disjoint", "empty", "one empty", "apart", "revalued")


def case(number: int) -> dict[str, Document]:
    """Return the documents of a case by annotator; its kind goes round with the number."""
    chance, kind = Random(number), KINDS[number % len(KINDS)]
    names = ["ana", "ben", "eva", "ida"][: 2 + number // len(KINDS) % 3]
    first = _annotations(chance, kind)
    made = {}
    for at, name in enumerate(names):
        items = first if kind in ("identical", "revalued") else _annotations(chance, kind)
        if kind == "revalued":
            items = [(*item[:3], chance.choice(["event", "quantity", ""])) for item in items]
        if kind == "disjoint":
            items = [item for item in items if item[0] == LABELS[at % len(LABELS)]]
        if kind == "empty" or (kind == "one empty" and at == 0):
            items = []
        made[name] = _document(name, items)
    return made


def _annotations(chance: Random, kind: str) -> list[tuple[str, int, int, str]]:
    count = {"sparse": 2, "stacked": 12, "revalued": 7}.get(kind, chance.randrange(1, 8))
    found = {}
    at = 0
    for _ in range(count):
        start = at + chance.randrange(0, 9) if kind in ("apart", "revalued") else chance.randrange(0, LENGTH - 12)
        size = chance.randrange(1, 12)
        if start + size > LENGTH:
            break
        at = start + size
        label = chance.choice(LABELS)
        found[label, start, start + size] = chance.choice(["event", "quantity", ""])
    return [(*place, value) for place, value in sorted(found.items())]


def _document(name: str, items: list[tuple[str, int, int, str]]) -> Document:
    annotations = {
        f"{name}-{at}": Annotation(f"{name}-{at}", label, Span(start, end), {"kind": value} if value else {})
        for at, (label, start, end, value) in enumerate(items)
    }
    return Document(Article.of("made.txt", TEXT), annotations, annotator=name)
