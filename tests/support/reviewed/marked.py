"""An article with the annotations of Ines and Omar, written by the program's own writer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import DONE, Document, Status
from annotator.model.kinds.comments import Comment
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter

TEXT = (
    "The footbridge opens again\n\n"
    "The footbridge cost 12 million, said the mayor, Ada Lund. “It will stand”, she promised.\n\n"
    "It was closed for 14 months after the flood.\n"
)
MARKS = (
    ("claim", "The footbridge cost 12 million"),
    ("figure", "12 million"),
    ("source", "the mayor, Ada Lund"),
    ("claim", "It was closed for 14 months"),
)


def write_reviewed(folder: Path, *names: str) -> Path:
    """Write the article, and for each of the names the same annotations; return the article's path."""
    path = folder / "bridge.txt"
    path.write_text(TEXT, "utf-8")
    for name in names or ("ines",):
        document = marked(name)
        dot = f".{name}" if name else ""
        sidecar = folder / f"bridge.annotations{dot}.yaml"
        sidecar.write_bytes(SidecarWriter().data(document))
    return path


def marked(name: str) -> Document:
    """The document of that annotator: MARKS, a relation, a comment, and a doubt about the last one."""
    article = Article.of("bridge.txt", TEXT)
    items = [_mark(number, *mark) for number, mark in enumerate(MARKS)]
    link = Relation("r00001", "attributed-to", "m00000", "m00002")
    document = Document(
        article,
        {item.id: item for item in items},
        {link.id: link},
        Status(DONE),
        annotator=name,
        scheme="news",
    )
    said = Comment(f"k{name[:1]}0001", "m00000", "", name, "2026-03-01T16:14:00Z", "With the ramp?")
    doubt = Comment(f"k{name[:1]}0002", "m00003", "", name, "2026-03-01T16:15:00Z", "?")
    return replace(document, items={**document.items, Comment: {said.id: said, doubt.id: doubt}})


def decided(article: Path, reviewer: str) -> list[tuple[str, str, str]]:
    """What the reviewer's sidecar says of each decision, sorted: annotator's id, who was followed, why."""
    content = read(article, reviewer)
    return sorted(
        (next(iter(one.get("of", {}).values()), ""), one.get("took", ""), one.get("why", ""))
        for one in content.get("decisions", ())
    )


def read(article: Path, reviewer: str) -> dict[str, Any]:
    """The content of somebody's sidecar, read by another program's means; empty where there is none."""
    sidecar = article.with_name(f"{article.stem}.annotations.{reviewer}.yaml")
    return yaml.safe_load(sidecar.read_text("utf-8")) if sidecar.exists() else {}


def _mark(number: int, label: str, words: str) -> Annotation:
    start = TEXT.index(words)
    values = {"kind": "quantity"} if number == 0 else {}
    when = "2026-03-01T16:12:00Z"
    return Annotation(f"m{number:05}", label, Span(start, start + len(words)), values, created=when, modified=when)
