"""A scheme that is written is read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.schemes.ready_schemes import ready_names, ready_scheme
from annotator.storage.schemes.scheme_lookup import read_scheme
from annotator.storage.schemes.scheme_reading import scheme as read
from annotator.storage.schemes.scheme_writing import new_scheme_bytes
from annotator.storage.yaml.guarded_yaml import load

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
ODD = "1: “a” #b\n\tتجربة 'c' \"d\" \\ true"
EVERYTHING = Scheme(
    ODD,
    ODD,
    (
        Label(
            "no",
            "#",
            "#123456",
            "box",
            (
                AttributeRule("x" * 2000, "flag"),
                AttributeRule("true", "choice", ("true", "1.5"), True, Guideline(ODD, (ODD,), ("- no",)), ("one", "")),
                AttributeRule("kind", "choice", ("a", "b c"), keys=(("b c", "v 1"), ("a", "v 2"))),
                AttributeRule("day", "date", required=True, default="2016-12", when=(("true", ("1.5",)),)),
            ),
            Guideline(ODD, ("yes", ODD), ("null",)),
            (("de", "Nein"), ("pt-BR", ODD)),
        ),
        Label("y", "", "#ABCDEF", "fill"),
    ),
    (
        RelationRule("null", "no", "y", True, Guideline("d", ("e",)), (AttributeRule("n", "number"),)),
        RelationRule("r", "y", "y"),
    ),
    (AttributeRule("title", "text", many=True),),
    ODD,
    "somebody",
)


@pytest.mark.parametrize("name", ready_names())
def test_a_ready_scheme(tmp_path: Path, name: str) -> None:
    path = tmp_path / "scheme.yaml"
    path.write_bytes(new_scheme_bytes(ready_scheme(name)))
    assert read_scheme(path) == ready_scheme(name)


def test_everything_that_a_scheme_can_say() -> None:
    assert read(load(new_scheme_bytes(EVERYTHING))) == EVERYTHING


@given(TEXTS, TEXTS, TEXTS)
def test_any_names(label: str, attribute: str, choice: str) -> None:
    rule = AttributeRule(attribute, "choice", (choice,), meanings=(label,))
    scheme = Scheme(choice, label, (Label(label, "", "#000000", "fill", (rule,), Guideline(attribute, (label,))),))
    assert read(load(new_scheme_bytes(scheme))) == scheme
