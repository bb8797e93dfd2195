"""The schemes that come with the program: complete, explained, legible, and of keys that are free."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from annotator.model.scheme import MARKS, AttributeRule, Guideline, Scheme
from annotator.storage.schemes.program_keys import RESERVED_KEYS
from annotator.storage.schemes.ready_schemes import ready_names, ready_scheme
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.schemes.scheme_reading import COLOURS

SCHEMES = [ready_scheme(name) for name in ready_names()]
TO_START_FROM = SCHEMES[1:]
by_id = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)


def rules(scheme: Scheme) -> list[AttributeRule]:
    relations = (rule.attributes for rule in scheme.relations)
    return [*chain(scheme.article, *(label.attributes for label in scheme.labels), *relations)]


def is_explained(guideline: Guideline) -> bool:
    return bool(guideline.definition and guideline.yes and guideline.no)


def test_the_built_in_one_is_the_first_of_six() -> None:
    assert [scheme.id for scheme in SCHEMES] == ready_names()
    assert SCHEMES[0] == built_in_scheme()
    assert len(SCHEMES) == 6


def test_the_labels_of_the_built_in_one_have_their_keys_and_marks() -> None:
    labels = built_in_scheme().labels
    assert [(label.id, label.key) for label in labels] == [
        ("claim", "c"),
        ("source", "s"),
        ("figure", "f"),
        ("cue", "u"),
        ("quote", "q"),
        ("part", "z"),
    ]
    assert tuple(label.mark for label in labels) == MARKS


@by_id
def test_it_says_what_it_is_for(scheme: Scheme) -> None:
    assert scheme.definition


@pytest.mark.parametrize("scheme", TO_START_FROM, ids=lambda scheme: scheme.id)
def test_it_says_whom_it_follows(scheme: Scheme) -> None:
    assert scheme.source


@by_id
def test_every_label_has_a_key_of_its_own_that_is_free(scheme: Scheme) -> None:
    keys = [label.key for label in scheme.labels]
    assert len({*keys} - RESERVED_KEYS) == len(scheme.labels)


@by_id
def test_every_label_has_a_colour_and_a_mark_of_its_own(scheme: Scheme) -> None:
    for one, other in combinations(scheme.labels, 2):
        assert one.colour != other.colour
        assert one.mark != other.mark
    assert {label.colour for label in scheme.labels} <= {*COLOURS}


@by_id
def test_every_label_and_attribute_says_what_it_is_and_what_it_is_not(scheme: Scheme) -> None:
    unexplained = [label.id for label in scheme.labels if not is_explained(label.guideline)]
    unexplained += [rule.id for rule in rules(scheme) if not is_explained(rule.guideline)]
    assert unexplained == []


@by_id
@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_label_has_a_name_of_its_own_in_the_languages_of_the_window(scheme: Scheme, language: str) -> None:
    names = {dict(label.names)[language] for label in scheme.labels}
    assert len(names) == len(scheme.labels)


@by_id
def test_a_relation_says_what_it_is(scheme: Scheme) -> None:
    assert all(rule.guideline.definition for rule in scheme.relations)


@pytest.mark.parametrize("scheme", TO_START_FROM, ids=lambda scheme: scheme.id)
def test_a_relation_says_what_it_is_not(scheme: Scheme) -> None:
    assert all(is_explained(rule.guideline) for rule in scheme.relations)
