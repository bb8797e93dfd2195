"""Values in the terms of filters are typed and offered as the window shows them, in the language in use too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.corpus.summary import Summary
from annotator.model.annotation import Annotation
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from annotator.session.annotation_filter import Term, parsed, parsed_with, suggestions
from annotator.session.opening import article_filter
from annotator.session.term_values import terms_of
from annotator.storage.program.resources import resource
from annotator.translation.catalogue import read_catalogue
from annotator.translation.messages import use

VERDICT = AttributeRule("verdict", "choice", ("supported", "not-enough-evidence"))
CHECKED = AttributeRule("checked", "flag")
LABEL = Label("claim", "c", "#005a9c", "fill", (VERDICT, CHECKED), names=(("de", "Behauptung"),))
SCHEME = Scheme("s", "S", (LABEL,))
VALUES = {"verdict": "not-enough-evidence", "checked": True}
CLAIM = Annotation("a", "claim", Span(0, 4), VALUES, state="cannot-verify")


@pytest.fixture
def german() -> Iterator[None]:
    use(read_catalogue(resource("languages/de.po")), language="de")
    yield
    use()


def meets(typed: str) -> bool:
    asked = parsed(typed, SCHEME)
    assert not asked.words, "it is a term"
    return asked.meets(SCHEME, ())(CLAIM)


@pytest.mark.parametrize(
    "typed",
    [
        "state:cannot-verify",
        'state:"cannot verify"',
        'state:"nicht prüfbar"',
        "verdict:not-enough-evidence",
        'verdict:"Not enough evidence"',
        "checked:ja",
        "checked:yes",
        "label:Behauptung",
        "label:claim",
    ],
)
@pytest.mark.usefixtures("german")
def test_a_value_is_known_by_the_files_name_and_by_the_shown_one(typed: str) -> None:
    assert meets(typed)
    assert not meets(f"-{typed}")


@pytest.mark.usefixtures("german")
def test_what_is_offered_is_what_is_shown_and_is_found() -> None:
    offered = suggestions(SCHEME)
    wanted = {"label:Behauptung", 'state:"nicht prüfbar"', 'verdict:"not enough evidence"', "checked:ja", "open:nein"}
    assert wanted <= {*offered}
    assert [one for one in offered if one in wanted and one != "open:nein" and not meets(one)] == []
    assert not meets("state:bestätigt")


@pytest.mark.usefixtures("german")
def test_the_status_of_an_article_is_known_by_both_names() -> None:
    done = Summary("Harbour", "done", 3)
    for typed, passes in (("status:fertig", True), ("status:done", True), ('status:"in Arbeit"', False)):
        terms = parsed_with(typed, article_filter.names(None)).terms
        assert article_filter.meets(done, terms) is passes
    assert "status:Fertig" in article_filter.suggestions(None)


def test_values_with_blanks_are_quoted() -> None:
    assert terms_of(VERDICT) == ["verdict:supported", 'verdict:"not enough evidence"', "verdict:any", "verdict:none"]
    assert parsed('verdict:"not enough evidence"', SCHEME).terms == (Term("verdict", ("not enough evidence",)),)
