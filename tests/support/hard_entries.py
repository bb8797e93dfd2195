"""Documents that exports get wrong: overlaps, nesting, emoji, combining marks, three scripts, notes and relations."""

from __future__ import annotations

from pathlib import Path

from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import export
from annotator.interop.registry import format_named
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import DONE, IN_WORK, Document, Status
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme

LATIN = (
    "Thousands leave Aleppo 👩‍👩‍👧\n\n"
    "“Some 40,000 people left cafe\u0301s and homes,” said Peter Maurer, the Red Cross’s president.\n"
    "A second paragraph with a <tag> & an ampersand, a tab\tand a comma; it says =1+1.\n"
)
ARABIC = "قال متحدث باسم الأمم المتحدة إن نحو ثلاثة آلاف شخص غادروا المدينة.\n\nوأضاف: «الوضع صعب» 🚌.\n"
CHINESE = "红十字会主席说:“大约四万人离开了阿勒颇。”\n\n𠮷野家关门了,损失达3.2亿元。\n"
TIME = "2026-11-22T06:21:20Z"


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def annotation(id: str, label: str, text: str, words: str, note: str = "", **attributes: Value) -> Annotation:
    """An annotation of the words where they first stand."""
    return Annotation(id, label, span_of(text, words), attributes, note, created=TIME, modified=TIME)


def document(name: str, text: str, *items: Annotation | Relation, annotator: str = "", status: str = DONE) -> Document:
    """The document of an article with that text."""
    return Document(
        Article.of(name, text),
        {item.id: item for item in items if isinstance(item, Annotation)},
        {item.id: item for item in items if isinstance(item, Relation)},
        Status(status),
        (Span(0, 20),),
        annotator,
        "claims-sources-figures",
    )


def _latin() -> Document:
    """Nested, crossing and equal spans; an emoji of several code points; a value of each kind."""
    return document(
        "aleppo.txt",
        LATIN,
        annotation("p1", "part", LATIN, "Thousands leave Aleppo 👩‍👩‍👧", role="headline"),
        annotation(
            "c1",
            "claim",
            LATIN,
            "Some 40,000 people left cafe\u0301s and homes",
            'Check “=SUM(1)”, then\n"ask".',
            kind="event",
        ),
        annotation("f1", "figure", LATIN, "Some 40,000", value=40000, modifier="about", unit="people"),
        annotation("f2", "figure", LATIN, "40,000 people left cafe\u0301s", value=40000),
        annotation("q1", "quote", LATIN, "“Some 40,000 people left cafe\u0301s and homes,”", form="full"),
        annotation("s1", "source", LATIN, "Peter Maurer", entity="Peter Maurer", kind="person"),
        annotation("s2", "source", LATIN, "the Red Cross’s president", entity="Peter Maurer"),
        annotation("s3", "source", LATIN, "Peter Maurer, the Red Cross’s president"),
        annotation("u1", "cue", LATIN, "said"),
        annotation("c2", "claim", LATIN, "it says =1+1", evidence=["https://example.org/a?b=c&d", "x"]),
        Relation("r1", "attributed_to", "c1", "s1"),
        Relation("r2", "cued_by", "c1", "u1"),
        Relation("r3", "quantifies", "f1", "c1"),
    )


def _arabic() -> Document:
    return document(
        "arabic.txt",
        ARABIC,
        annotation("c1", "claim", ARABIC, "نحو ثلاثة آلاف شخص غادروا المدينة"),
        annotation("f1", "figure", ARABIC, "نحو ثلاثة آلاف شخص", "تحقق من الرقم"),
        annotation("s1", "source", ARABIC, "متحدث باسم الأمم المتحدة"),
        annotation("q1", "quote", ARABIC, "«الوضع صعب» 🚌"),
        Relation("r1", "attributed_to", "c1", "s1"),
        annotator="alice",
    )


def _chinese() -> Document:
    return document(
        "chinese.md",
        CHINESE,
        annotation("c1", "claim", CHINESE, "大约四万人离开了阿勒颇"),
        annotation("f1", "figure", CHINESE, "大约四万人"),
        annotation("c2", "claim", CHINESE, "𠮷野家关门了"),
        annotation("f2", "figure", CHINESE, "3.2亿元", "𠮷", value=320000000),
        Relation("r1", "quantifies", "f1", "c1"),
        annotator="bob",
        status=IN_WORK,
    )


def hard_entries() -> list[Entry]:
    """One of each script; the Arabic one lies in a folder, and one article has nothing annotated in it."""
    scheme = built_in_scheme()
    empty = document("empty.txt", "Nothing to see here.\n", status="nothing-found")
    return [
        Entry("aleppo.txt", _latin(), scheme),
        Entry("news/arabic.txt", _arabic(), scheme),
        Entry("chinese.md", _chinese(), scheme),
        Entry("empty.txt", empty, scheme),
    ]


def exported(name: str, target: Path, options: Options | None = None, entries: list[Entry] | None = None) -> Report:
    """Export in the format of that name, the hard entries unless others are given."""
    format = format_named(name)
    assert format
    chosen = hard_entries() if entries is None else entries
    return export(format, chosen, target, options or Options(), unheard)


def unheard(path: str) -> None:
    """For exports whose progress nobody follows."""
