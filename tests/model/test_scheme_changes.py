"""Changes of a scheme: the keys of choices go with the choices, and what becomes one says all that both said."""

from __future__ import annotations

import json

import pytest

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.comments import Comment
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_changes.changes import (
    Merge,
    Remove,
    Rename,
    SchemeChange,
    Split,
    as_values,
    from_values,
)
from annotator.model.scheme_changes.document_edits import changed_document
from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, RELATION, Part, parts_named
from annotator.model.scheme_changes.scheme_edits import changed_scheme
from annotator.model.span import Span

KIND = AttributeRule("kind", "choice", ("event", "number", "other"), keys=(("event", "v 1"), ("number", "v 2")))
SORT = AttributeRule("sort", "choice", ("other", "more"), keys=(("other", "w 1"), ("more", "v 1")))
SCHEME = Scheme("s", "S", (Label("claim", "c", "", "", (KIND,)), Label("report", "r", "", "", (SORT,))))


def part(kind: str, name: str, scheme: Scheme = SCHEME) -> Part:
    (found,) = parts_named(scheme, kind, name)
    return found


def keys(scheme: Scheme, label: str = "claim") -> list[dict[str, str]]:
    found = scheme.label(label)
    assert found
    return [dict(rule.keys) for rule in found.attributes]


CLAIM = Part(LABEL, "claim")
ALL: list[SchemeChange] = [
    Rename(CLAIM, "x"),
    Merge(CLAIM, "report"),
    Split(part(ATTRIBUTE, "claim.kind"), (("event", "x"), ("number", "x"))),
    *(Remove(CLAIM, keep) for keep in (None, False, True)),
]


@pytest.mark.parametrize("change", ALL)
def test_a_change_is_read_as_it_was_written(change: SchemeChange) -> None:
    assert from_values(json.loads(json.dumps(as_values(change)))) == change


def test_a_renamed_choice_keeps_its_keys() -> None:
    renamed = changed_scheme(SCHEME, Rename(part(CHOICE, "claim.kind.event"), "happening")).scheme
    assert keys(renamed) == [{"happening": "v 1", "number": "v 2"}]


def test_a_choice_without_keys_gets_those_of_one_that_becomes_it() -> None:
    merged = changed_scheme(SCHEME, Merge(part(CHOICE, "claim.kind.event"), "other")).scheme
    assert keys(merged) == [{"other": "v 1", "number": "v 2"}]
    merged = changed_scheme(SCHEME, Merge(part(CHOICE, "claim.kind.event"), "number")).scheme
    assert keys(merged) == [{"number": "v 2"}]


def test_the_keys_go_with_a_choice_that_is_removed() -> None:
    left = changed_scheme(SCHEME, Remove(part(CHOICE, "claim.kind.event"), keep=True)).scheme
    assert keys(left) == [{"number": "v 2"}]


def test_labels_that_become_one_have_no_keys_twice() -> None:
    merged = changed_scheme(SCHEME, Merge(part(LABEL, "report"), "claim")).scheme
    assert keys(merged) == [{"event": "v 1", "number": "v 2"}, {"other": "w 1"}]


def test_attributes_that_become_one_have_the_keys_of_both() -> None:
    both = changed_scheme(SCHEME, Merge(part(LABEL, "report"), "claim")).scheme
    merged = changed_scheme(both, Merge(part(ATTRIBUTE, "claim.sort", both), "kind")).scheme
    assert keys(merged) == [{"event": "v 1", "number": "v 2", "other": "w 1"}]


def marked(*items: Annotation | Relation | Comment) -> Document:
    """Return a document of “alice” with two annotations of one span, a source, and these items."""
    claims = [Annotation("a1", "claim", Span(0, 4)), Annotation("a2", "report", Span(0, 4))]
    document = Document(Article("story.txt", "Snow fell.\n", ""), annotator="alice")
    for kind in (Annotation, Relation, Comment):
        some = [item for item in (*claims, Annotation("a3", "source", Span(5, 9)), *items) if isinstance(item, kind)]
        document = document.with_items(kind, {item.id: item for item in some})
    return document


def saying(relation: Relation, key: str, said: dict[str, Value]) -> Relation:
    return altered(relation, attributes=said) if key == "attributes" else altered(relation, extra=said)


@pytest.mark.parametrize("key", ["attributes", "extra"])
def test_relations_that_contradict_each_other_stay_two(key: str) -> None:
    says: dict[str, dict[str, Value]] = {"r1": {key: "live"}, "r2": {key: "mail"}}
    of_two_types = [saying(Relation(id, f"by_{id}", "a1", "a3"), key, said) for id, said in says.items()]
    after = changed_document(marked(*of_two_types), Merge(Part(RELATION, "by_r2"), "by_r1"), SCHEME)
    assert {id: (item.type, getattr(item, key)) for id, item in after.relations.items()} == {
        id: ("by_r1", said) for id, said in says.items()
    }
    of_two_claims = [saying(Relation(id, "by", id.replace("r", "a"), "a3"), key, said) for id, said in says.items()]
    after = changed_document(marked(*of_two_claims), Merge(Part(LABEL, "report"), "claim"), SCHEME)
    assert {id: (item.source, getattr(item, key)) for id, item in after.relations.items()} == {
        id: ("a1", said) for id, said in says.items()
    }


def test_relations_that_become_one_keep_what_each_said() -> None:
    one = Relation("r1", "by", "a1", "a3", {"how": "live"}, "Heard", {"x one": 1})
    other = Relation("r2", "from", "a1", "a3", {"when": "now"}, "Read", {"x two": 2})
    after = changed_document(marked(one, other), Merge(Part(RELATION, "from"), "by"), SCHEME)
    attributes, extra = {"how": "live", "when": "now"}, {"x one": 1, "x two": 2}
    assert after.relations == {"r1": Relation("r1", "by", "a1", "a3", attributes, "Heard\nRead", extra)}


def test_a_comment_goes_along_with_the_annotation_that_it_is_on() -> None:
    own, named, others = Comment("c1", "a2"), Comment("c2", "a2", "alice"), Comment("c3", "a2", "ben")
    after = changed_document(marked(own, named, others), Merge(Part(LABEL, "report"), "claim"), SCHEME)
    assert set(after.annotations) == {"a1", "a3"}
    assert [comment.on for comment in after.of(Comment).values()] == ["a1", "a1", "a2"]
