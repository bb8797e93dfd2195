"""A folder with two annotated articles on which the board is tried out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import DONE, Document, Status
from annotator.model.items import Item
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path

BRIDGE = (
    "Bridge stays shut\n\nThe bridge is unsafe, the engineer said. Some 3,000 people cross it. It opened in 1911.\n"
)
MARKET = "Market moves\n\nThe market moves in May. Traders agreed, the mayor said. Rents fall by a third.\n"
CLAIMS: Mapping[str, Mapping[str, Value]] = {
    "The bridge is unsafe": {"voice": "reported", "checkable": "worthy", "verdict": "supported"},
    "Some 3,000 people cross it": {"voice": "author", "checkable": "worthy"},
    "It opened in 1911": {"voice": "author", "checkable": "unimportant"},
    "The market moves in May": {"voice": "author", "checkable": "worthy"},
    "Traders agreed": {"voice": "reported", "checkable": "not-checkable"},
    "Rents fall by a third": {
        "voice": "author",
        "checkable": "worthy",
        "in_full": "Rents there fall by a third.",
    },
}
TIME = "2026-11-20T08:00:00Z"


def write_desk(folder: Path, annotator: str = "") -> tuple[Path, Path]:
    """Write the two articles with their sidecars and return their paths: three claims each, with sources."""
    return (
        _write(folder / "bridge.txt", BRIDGE, annotator, ("the engineer", "The bridge is unsafe")),
        _write(folder / "market.txt", MARKET, annotator, ("the mayor", "Traders agreed")),
    )


def document_of(name: str, text: str, annotator: str, said: tuple[str, str]) -> Document:
    """Return a document with the claims of the text, of which one is said by somebody."""
    words = [claim for claim in CLAIMS if claim in text]
    claims = [
        _annotation(f"c{at}", "claim", text, claim, CLAIMS[claim])
        for at, claim in enumerate(sorted(words, key=text.index), start=1)
    ]
    source = _annotation("s1", "source", text, said[0], {"naming": "named"})
    told = next(one for one in claims if one.span.of(text) == said[1])
    items: list[Item] = [*claims, source, Relation("r1", "attributed_to", told.id, source.id)]
    items += [Evidence("e1", (told.id,), "supports"), Query("q1", told.id, "Who says so?")]
    made = Document(Article.of(name, text), status=Status(DONE), annotator=annotator, scheme="claims-sources-figures")
    for item in items:
        made = made.with_items(type(item), {**made.of(type(item)), item.id: item})
    return made


def saved_values(article: Path, name: str, annotator: str = "") -> dict[str, object]:
    """What the sidecar has for the claims, by their words, read by another program's means; the state by its name."""
    content = yaml.safe_load(sidecar_path(article, annotator).read_text("utf-8"))
    claims = (item for item in content["annotations"] if item["label"] == "claim")
    return {one["text"]: one.get(name) if name == "state" else one["attributes"].get(name) for one in claims}


def _write(path: Path, text: str, annotator: str, said: tuple[str, str]) -> Path:
    path.write_bytes(text.encode())
    data = SidecarWriter().data(document_of(path.name, text, annotator, said))
    sidecar_path(path, annotator).write_bytes(data)
    return path


def _annotation(id: str, label: str, text: str, words: str, attributes: Mapping[str, Value]) -> Annotation:
    at = text.index(words)
    return Annotation(id, label, Span(at, at + len(words)), attributes, created=TIME, modified=TIME)
