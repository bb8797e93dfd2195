"""A short checked article with everything that a hand-over can have."""

from __future__ import annotations

from decimal import Decimal

from annotator.facts.desk.digests import digests
from annotator.facts.desk.which_facts import facts_of
from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

VERDICTS = ("supported", "refuted", "not-enough-evidence", "conflicting")
CLAIM = Label(
    "claim",
    "c",
    "#56B4E9",
    "fill",
    (AttributeRule("in_full", "text"), AttributeRule("verdict", "choice", VERDICTS)),
)
SOURCE = Label("source", "s", "#E69F00", "line", (AttributeRule("entity", "text"),))
FIGURE = Label("figure", "f", "#009E73", "box", (AttributeRule("value", "number"),))
CUE = Label("cue", "u", "#F0E442", "dotted")
QUOTE = Label("quote", "q", "#CC79A7", "dashed")
PART = Label("part", "z", "#999999", "bar", (AttributeRule("role", "choice", ("headline", "standfirst")),))
RELATIONS = (RelationRule("attributed_to", "claim", "source"), RelationRule("quantifies", "figure", "claim"))
SCHEME = Scheme("facts", "Facts", (CLAIM, SOURCE, FIGURE, CUE, QUOTE, PART), RELATIONS)

TEXT = """The new bell

The bell weighs 412 kilos 🔔, said sexton Rosa Lind. It rang “for the whole valley” on Sunday.

It cost 58 per cent more than the old one."""
SECRET = "a letter that nobody may see"


def annotation(id: str, label: str, words: str, **known: object) -> Annotation:
    """Return an annotation of these words, which are in ``TEXT`` once."""
    start = TEXT.index(words)
    return Annotation(id, label, Span(start, start + len(words)), **known)  # type: ignore[arg-type]


def checked_story() -> Document:
    """Return the document: three claims, of which one is without a place, and all that hangs on them."""
    annotations = (
        annotation("p1", "part", "The new bell", attributes={"role": "headline"}),
        annotation(
            "c1",
            "claim",
            "The bell weighs 412 kilos 🔔",
            attributes={
                "in_full": "The bell weighs 412 kilograms.",
                "verdict": "supported",
                "checked_on": "2026-11-27",
            },
            state="confirmed",
            note="my own note",
        ),
        annotation("f1", "figure", "412 kilos", attributes={"value": Decimal(412), "unit": "kg"}),
        annotation("u1", "cue", "said"),
        annotation("s1", "source", "sexton Rosa Lind", attributes={"entity": "Rosa Lind", "kind": "person"}),
        annotation("q1", "quote", "“for the whole valley”"),
        annotation(
            "c2",
            "claim",
            "It cost 58 per cent more than the old one",
            attributes={"verdict": "refuted", "evidence": ["https://bells.example/bill"]},
            state="change",
            wording={"old": "58 per cent", "new": "42 per cent"},
        ),
        Annotation(
            "c3", "claim", Span(0, 9), displaced=Excerpt("The bell was stolen", verdict="lost", sha256="0" * 64)
        ),
    )
    relations = {"r1": Relation("r1", "attributed_to", "c1", "s1"), "r2": Relation("r2", "quantifies", "f1", "c1")}
    article = Article.of("bell.txt", TEXT)
    about = {"outlet": "Valley Post", "published": "2026-11-26", "link": "https://valley.example/bell"}
    made = Document(
        article,
        {one.id: one for one in annotations},
        relations,
        annotator="sam",
        scheme="facts",
        article_extra={"attributes": about},
    )
    items = (
        Evidence("e1", ("c1",), "supports", "document", "Foundry’s bill", "Foundry", "https://foundry.example/412"),
        Evidence("e2", ("c2", "c1"), "contradicts", title="Accounts", page="14", file=f"evidence/{'a' * 64}.pdf"),
        Evidence("e3", ("c2",), "contradicts", title=SECRET, confidential=True),
        Query("y1", "c2", "Which old bell?", "sam", "2026-11-27T10:00:00Z"),
        Criticism("k1", ("c2",), "the parish", "2026-11-27"),
    )
    for item in items:
        made = made.with_items(type(item), {**made.of(type(item)), item.id: item})
    return signed_by(made, "Ines Okoro", "2026-11-28T18:40:00Z")


def signed_by(document: Document, name: str, at: str, round: str = "2") -> Document:
    """Return the document with a further sign-off of its text and facts, for which the first claim's place is known."""
    signed = document.of(SignOff)
    said = digests(document, facts_of(document, SCHEME))
    why = {"c3": "the editor knows"}
    added = SignOff(f"z{len(signed) + 1}", name, at, round, document.article.sha256, why, said)
    return document.with_items(SignOff, {**signed, added.id: added})
