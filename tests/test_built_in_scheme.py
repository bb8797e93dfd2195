"""The scheme that comes with the program: complete, and explained."""

from __future__ import annotations

from itertools import chain

import pytest

from annotator.model.scheme import MARKS, AttributeRule, Guideline, Label
from annotator.storage.schemes.scheme_lookup import built_in_scheme

SCHEME = built_in_scheme()
RULES = list(chain(SCHEME.article, *(label.attributes for label in SCHEME.labels)))


def assert_explained(guideline: Guideline) -> None:
    assert guideline.definition
    assert guideline.yes
    assert guideline.no


def test_the_labels_have_their_keys_marks_and_colours() -> None:
    assert [(label.id, label.key) for label in SCHEME.labels] == [
        ("claim", "c"),
        ("source", "s"),
        ("figure", "f"),
        ("cue", "u"),
        ("quote", "q"),
        ("part", "z"),
    ]
    assert tuple(label.mark for label in SCHEME.labels) == MARKS
    assert len({label.colour for label in SCHEME.labels}) == len(SCHEME.labels)


@pytest.mark.parametrize("label", SCHEME.labels, ids=lambda label: label.id)
def test_a_label_says_what_it_is_and_what_it_is_not(label: Label) -> None:
    assert_explained(label.guideline)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_attribute_says_what_it_is_and_what_it_is_not(rule: AttributeRule) -> None:
    assert_explained(rule.guideline)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_label_has_a_name_of_its_own_in_the_languages_of_the_window(language: str) -> None:
    names = {label.name_in(language) for label in SCHEME.labels}
    assert len(names) == len(SCHEME.labels)
    assert not names & {label.name for label in SCHEME.labels}


def test_a_relation_says_what_it_is() -> None:
    assert all(rule.guideline.definition for rule in SCHEME.relations)
