"""Articles with figures and names that are marked, some of which do not fit."""

from __future__ import annotations

from pathlib import Path

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.program import sidecar_of

REPORT = (
    "The harbour counts the cost\n\n"
    "Two people died and 412 homes were flooded in one night.\n\n"
    "Dana Reiff led the night shift. Boats took people out of the 421 flooded homes. All but 9 boats were safe.\n\n"
    "Nobody slept, Reif wrote on Tuesday, 12 January 2022.\n"
)
OTHER = "The quay is repaired\n\nThe mayor, Ana Ruiz, said that 17 boats were lost and 31 masts broken.\n"


class Marks:
    """Annotations and relations of a text, given by its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._annotations: dict[str, Annotation] = {}
        self._relations: dict[str, Relation] = {}

    def mark(self, id: str, label: str, words: str, **attributes: Value) -> Marks:
        """Mark the words where they first stand."""
        start = self._text.index(words)
        self._annotations[id] = Annotation(id, label, Span(start, start + len(words)), attributes)
        return self

    def mark_each(self, *marks: tuple[str, str]) -> Marks:
        """Mark each of the words where they first stand; ``marks`` are labels and words."""
        for label, words in marks:
            self.mark(f"a{len(self._annotations):05}", label, words)
        return self

    def relate(self, source: str, type: str, target: str) -> Marks:
        """Draw a relation."""
        id = f"{source}-{target}"
        self._relations[id] = Relation(id, type, source, target)
        return self

    def write(self, path: Path) -> Path:
        """Write the article with its sidecar, and return its path."""
        path.write_text(self._text, "utf-8")
        document = Document(read_article(path).article, self._annotations, self._relations)
        sidecar_of(path).write_bytes(SidecarWriter().data(document))
        return path


def write_report(folder: Path) -> Path:
    """Two articles with figures and names; the path of the first."""
    Marks(OTHER).mark("b1", "figure", "17", value=17, counted="boats lost").mark(
        "b2", "figure", "31", value=31, counted="masts"
    ).mark("b3", "source", "Ana Ruiz", entity="Ana Ruiz", kind="person").write(folder / "zebra.txt")
    flooded: dict[str, Value] = {"modifier": "exact", "kind": "count", "counted": "homes flooded", "unit": "homes"}
    marks = Marks(REPORT).mark("f1", "figure", "412", value=412, **flooded)
    marks.mark("c1", "claim", "412 homes were flooded").mark("f2", "figure", "421", value=421, **flooded)
    marks.mark("f3", "figure", "9", value=9, counted="boats")
    marks.mark("s1", "source", "Dana Reiff", entity="Dana Reiff", kind="person")
    marks.mark("c2", "claim", "All but 9 boats were safe", voice="reported").relate("c2", "attributed_to", "s1")
    return marks.write(folder / "report.txt")
