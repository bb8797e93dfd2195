"""Documents that are counted: a small article whose annotations are counted by hand."""

from __future__ import annotations

from dataclasses import replace

from annotator.corpus.tallies.tally import Tally, tally_of
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document, Status
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

VERDICTS = ("supported", "refuted", "not-enough-evidence", "conflicting")
CLAIM = Label(
    "claim",
    "c",
    "#56B4E9",
    "fill",
    (
        AttributeRule("verdict", "choice", VERDICTS),
        AttributeRule("voice", "choice", ("author", "reported", "direct", "mixed")),
        AttributeRule("in_full", "text"),
    ),
)
SOURCE = Label(
    "source",
    "s",
    "#E69F00",
    "line",
    (
        AttributeRule("naming", "choice", ("named", "unnamed", "anonymous", "collective")),
        AttributeRule("affiliation", "choice", ("government", "corporate")),
    ),
)
FIGURE = Label("figure", "f", "#009E73", "box")
SCHEME = Scheme("own", "own", (CLAIM, SOURCE, FIGURE), (RelationRule("attributed_to", "claim", "source"),))
TEXT = "The mayor said 9 boats sank. Nobody else saw 9 boats. The quay is closed.\n"
"""Three sentences of 6, 5 and 4 words, 74 code points."""


class Marking:
    """Annotations of the text, given by its words."""

    def __init__(self, path: str = "quay.txt", annotator: str = "", text: str = TEXT, scheme: Scheme = SCHEME) -> None:
        self._entry = Entry(path, Document(Article.of(path, text), annotator=annotator), scheme)
        self._annotations: dict[str, Annotation] = {}
        self._relations: dict[str, Relation] = {}

    def mark(
        self, label: str, words: str, *, state: str = "", days: tuple[str, str] = ("", ""), **values: Value
    ) -> Marking:
        """Mark the words where they first stand; its id is the label's first letter and a number."""
        start, id = self._entry.text.index(words), f"{label[0]}{len(self._annotations) + 1}"
        made, changed = (f"{day}T10:00:00Z" if day else "" for day in days)
        span = Span(start, start + len(words))
        item = Annotation(id, label, span, values, created=made, modified=changed, state=state)
        self._annotations[id] = item
        return self

    def attribute(self, claim: str, source: str) -> Marking:
        """Say who says a claim."""
        id = f"{claim}-{source}"
        self._relations[id] = Relation(id, "attributed_to", claim, source)
        return self

    def entry(self, *, status: str = "in-work", read: tuple[Span, ...] = ()) -> Entry:
        document = replace(
            self._entry.document,
            annotations=self._annotations,
            relations=self._relations,
            status=Status(status),
            read=read,
        )
        return replace(self._entry, document=document)

    def tally(self, *, status: str = "in-work", read: tuple[Span, ...] = ()) -> Tally:
        return tally_of(self.entry(status=status, read=read), with_text=True)


def quay() -> Marking:
    """One claim that is attributed and supported, one in the article's own voice and open, a source, two figures."""
    marking = Marking().mark(
        "claim", "9 boats sank", voice="reported", verdict="supported", days=("2026-11-02", "2026-11-04")
    )
    marking.mark("claim", "The quay is closed", voice="author", state="asked", days=("2026-11-03", "2026-11-03"))
    marking.mark("source", "The mayor", naming="named", affiliation="government", days=("2026-11-02", "2026-11-02"))
    return marking.mark("figure", "9").mark("figure", "9 boats. The").attribute("c1", "s3")
