"""A document as bytes: the layout to the letter, and the same bytes for the same document."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.change import Change
from annotator.model.document import Document, Status
from annotator.model.edits import remove, set_note
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.document_strategies import documents

TEXT = "Thousands leave Aleppo.\n\nThousands of people left on Thursday, the Red Cross said."
ARTICLE = Article.of("story.txt", TEXT)
CLAIM = Annotation(
    "k7q2mx",
    "claim",
    Span(25, 61),
    {"voice": "author", "kind": "event", "evidence": ["a b", 2]},
    'Check "ICRC".',
    "rule:figure",
    "2026-11-22T06:21:20Z",
    "2026-11-22T06:25:02Z",
    extra={"mood": "moved"},
)
SOURCE = Annotation("p3v9tt", "source", Span(63, 76))
LOST = Annotation("a11111", "figure", Span(900, 904), displaced=Excerpt("four", "the ", " of them"))
LINK = Relation("r2m8sd", "attributed_to", "k7q2mx", "p3v9tt", extra={"sure": True})
DOCUMENT = Document(
    ARTICLE,
    MappingProxyType({a.id: a for a in (LOST, SOURCE, CLAIM)}),
    MappingProxyType({LINK.id: LINK}),
    Status("in-work"),
    (Span(0, 23), Span(25, 61)),
    "alice",
    "claims-sources-figures",
    {"outlet": "Daily"},
    {"zeta": 1, "alpha": [1.5]},
)
WRITTEN = f"""\
# Annotations of story.txt. Made with Annotator; safe to edit by hand, comments are not kept.
format: annotator
version: 1
article:
  file: "story.txt"
  sha256: "{ARTICLE.sha256}"
  length: 82
  outlet: "Daily"
annotator: "alice"
scheme: "claims-sources-figures"
status: in-work
annotations:
- id: k7q2mx
  label: claim
  start: 25
  end: 61
  text: "Thousands of people left on Thursday"
  before: "Thousands leave Aleppo.\\n\\n"
  after: ", the Red Cross said."
  attributes:
    evidence:
    - "a b"
    - 2
    kind: event
    voice: author
  note: "Check \\"ICRC\\"."
  origin: "rule:figure"
  created: "2026-11-22T06:21:20Z"
  modified: "2026-11-22T06:25:02Z"
  mood: moved
- id: p3v9tt
  label: source
  start: 63
  end: 76
  text: "the Red Cross"
  before: "nds of people left on Thursday, "
  after: " said."
- id: a11111
  label: figure
  start: 900
  end: 904
  text: "four"
  before: "the "
  after: " of them"
relations:
- id: r2m8sd
  type: attributed_to
  from: k7q2mx
  to: p3v9tt
  sure: true
read:
- [0, 23]
- [25, 61]
alpha:
- 1.5
zeta: 1
"""


def test_the_layout_is_this_to_the_letter() -> None:
    assert SidecarWriter().data(DOCUMENT).decode() == WRITTEN


def test_nothing_empty_is_written() -> None:
    assert SidecarWriter().data(Document(ARTICLE)).decode().split("\n", 1)[1] == (
        f'format: annotator\nversion: 1\narticle:\n  file: "story.txt"\n  sha256: "{ARTICLE.sha256}"\n  length: 82\n'
        "status: new\n"
    )


@pytest.mark.parametrize(
    ("name", "shown"), [("a\nb: c.txt", r"a\nb: c.txt"), ("\u2028.txt", r"\u2028.txt"), ("é 👩.txt", "é 👩.txt")]
)
def test_the_comment_stays_one_line_whatever_the_articles_name(name: str, shown: str) -> None:
    data = SidecarWriter().data(Document(Article.of(name, "Text.")))
    assert data.decode().splitlines()[0].startswith(f"# Annotations of {shown}. Made")
    assert yaml.safe_load(data)["article"]["file"] == name


@given(documents())
def test_the_order_in_which_things_came_makes_no_difference(document: Document) -> None:
    turned = replace(
        document,
        annotations=MappingProxyType(dict(reversed(document.annotations.items()))),
        relations=MappingProxyType(dict(reversed(document.relations.items()))),
        extra=dict(reversed(document.extra.items())),
    )
    assert SidecarWriter().data(turned) == SidecarWriter().data(document)


@given(documents(), st.data())
def test_a_writer_that_wrote_before_writes_what_a_new_one_does(document: Document, data: st.DataObject) -> None:
    writer = SidecarWriter()
    for number in range(3):
        assert writer.data(document) == SidecarWriter().data(document)
        if document.annotations:
            id = data.draw(st.sampled_from(sorted(document.annotations)))
            change = data.draw(
                st.sampled_from([set_note(document, id, f"note {number}", now="now"), remove(document, [id])])
            )
            document = change.apply(document)
            assert writer.data(document) == SidecarWriter().data(document)
            document = data.draw(st.sampled_from([Change(), change.inverse()])).apply(document)


def test_a_writer_can_go_on_to_another_article() -> None:
    writer = SidecarWriter()
    writer.data(DOCUMENT)
    moved = replace(DOCUMENT, article=Article.of("story.txt", TEXT.upper()))
    assert writer.data(moved) == SidecarWriter().data(moved)
    assert b"THE RED CROSS" in writer.data(moved)


def test_many_annotations_come_in_text_order() -> None:
    many = [Annotation(f"n{number:05}", "claim", Span(70 - number % 71, 80)) for number in range(200)]
    document = replace(DOCUMENT, annotations=MappingProxyType({a.id: a for a in many}))
    written = yaml.safe_load(SidecarWriter().data(document))["annotations"]
    assert [a["id"] for a in written] == [a.id for a in document.in_text_order()]


def test_only_the_annotation_that_changed_is_another_line() -> None:
    before = SidecarWriter().data(DOCUMENT).splitlines()
    after = SidecarWriter().data(set_note(DOCUMENT, "p3v9tt", "Who?", now="").apply(DOCUMENT)).splitlines()
    assert [line for line in after if line not in before] == [b'  note: "Who?"']
    assert [line for line in after if line in before] == before


def test_a_lone_surrogate_is_refused() -> None:
    broken = replace(DOCUMENT, annotations=MappingProxyType({"a": altered(SOURCE, id="a", origin="\ud800")}))
    with pytest.raises(UnicodeEncodeError):
        SidecarWriter().data(broken)
