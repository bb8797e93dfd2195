"""Accumulator for a document whose annotations are read one by one."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.interop.format import Incoming
from annotator.interop.json.reading import Fields
from annotator.model.annotation import Annotation, Relation
from annotator.model.span import Span
from annotator.translation.messages import _


@dataclass(slots=True)
class GatheredDocument:
    """Content that the file has for one article by one annotator, accumulated while it is read."""

    path: str
    annotator: str
    annotations: list[Annotation] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    quotes: dict[str, str] = field(default_factory=dict)
    around: dict[str, tuple[str, str]] = field(default_factory=dict)
    unplaced: set[str] = field(default_factory=set)
    about: Fields = field(default_factory=lambda: Fields({}, 1))
    ids: dict[str, int] = field(default_factory=dict)

    def own(self, id: str) -> str:
        """Return the id, made unique in the document by a number where it is taken."""
        own = id
        while own in self.ids:
            self.ids[id] += 1
            own = f"{id}-{self.ids[id]}"
        self.ids[own] = 1
        return own

    def incoming(self) -> Incoming:
        about = self.about
        return Incoming(
            self.path,
            None,
            tuple(self.annotations),
            tuple(self.relations),
            about.text("status"),
            tuple(_range(item, about) for item in about.values_at("read")),
            about.text("sha256"),
            self.annotator,
            about.text("scheme"),
            self.quotes,
            about.fields("article").others(),
            about.fields("extra").others(),
            self.around,
            frozenset(self.unplaced),
        )


def _range(item: object, about: Fields) -> Span:
    start, end = item if isinstance(item, list) and len(item) == 2 else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        about.fail(_("What has been read must be ranges of two rising whole numbers, as in [0, 275]."))
    return Span(start, end)
