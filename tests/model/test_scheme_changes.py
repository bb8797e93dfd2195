"""Changes of a scheme: the keys of choices go with the choices."""

from __future__ import annotations

from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_changes.changes import Merge, Remove, Rename
from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, Part, parts_named
from annotator.model.scheme_changes.scheme_edits import changed_scheme

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
