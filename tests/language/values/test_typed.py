"""Values of every type, as they are typed and shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.values.numbers import Separators, ValueTextError
from annotator.language.values.typed import value_of, value_text
from annotator.model.annotation import Value
from annotator.model.scheme import ATTRIBUTE_TYPES, AttributeRule
from annotator.translation.catalogue import Catalogue
from annotator.translation.messages import use

VERDICT = AttributeRule("verdict", "choice", ("supported", "refuted", "not-enough-evidence", "no_date"))
KINDS = AttributeRule("kinds", "choice", ("event", "rule", "3"), many=True)
SURE, ON, LINK, NOTE = (AttributeRule(type, type) for type in ("flag", "date", "link", "text"))
LINKS, VALUES = AttributeRule("links", "link", many=True), AttributeRule("values", "number", many=True)
GERMAN = Separators(",", ".")


@pytest.mark.parametrize(
    ("rule", "text", "value"),
    [
        (VERDICT, "refuted", "refuted"),
        (VERDICT, " Not enough evidence ", "not-enough-evidence"),
        (VERDICT, "s", "supported"),
        (VERDICT, "", None),
        (KINDS, "event; 3", ["event", "3"]),
        (KINDS, " ; ", None),
        (SURE, "Yes", True),
        (SURE, "0", False),
        (ON, "2016", "2016"),
        (ON, "2016-12", "2016-12"),
        (ON, "2016-12-15", "2016-12-15"),
        (ON, "2016/1/5", "2016-01-05"),
        (LINK, "www.example.org/a?b=c;d", "https://www.example.org/a?b=c;d"),
        (LINK, "C:\\Files\\a b.pdf", "C:\\Files\\a b.pdf"),
        (LINK, "evidence/a b.pdf", "evidence/a b.pdf"),
        (LINKS, "https://a.org/;x\n\nb.pdf\n", ["https://a.org/;x", "b.pdf"]),
        (NOTE, "  Two lines,\nall kept. ", "Two lines,\nall kept."),
        (VALUES, "1.204,5; 3", [1204.5, 3]),
    ],
)
def test_what_is_typed_becomes_a_value_of_its_type(rule: AttributeRule, text: str, value: Value) -> None:
    assert value_of(text, rule, GERMAN) == value


@pytest.mark.parametrize(
    ("rule", "text", "sentence"),
    [
        (VERDICT, "maybe", "It is not one of the choices: supported, refuted, not-enough-evidence, no_date."),
        (VERDICT, "no", "It could be any of these: not-enough-evidence, no_date."),
        (SURE, "perhaps", "Write yes or no."),
        (ON, "2016-13", "It is not a date: write the day, the month or the year, as in 2016-12-15, 2016-12 or 2016."),
        (
            ON,
            "2016-02-30",
            "It is not a date: write the day, the month or the year, as in 2016-12-15, 2016-12 or 2016.",
        ),
        (ON, "yesterday", "It is not a date: write the day, the month or the year, as in 2016-12-15, 2016-12 or 2016."),
        (LINK, "javascript:alert(1)", "An address that begins with “javascript:” is not kept."),
        (LINK, "https://", "It is not a whole address, such as https://example.org/page."),
        (LINK, "https://example.org/a b", "It is not a whole address, such as https://example.org/page."),
        (LINK, "a\nb", "An address is one line."),
        (NOTE, "\ud83d", "It has half a character in it. Delete it and type it again."),
        (VALUES, "3; x", "It is not a number: write digits, as in 1,204.5."),
    ],
)
def test_what_is_no_value_gets_a_sentence(rule: AttributeRule, text: str, sentence: str) -> None:
    with pytest.raises(ValueTextError) as refused:
        value_of(text, rule)
    assert refused.value.sentence == sentence


def test_yes_and_no_are_understood_in_the_language_of_the_window() -> None:
    use(Catalogue('msgctxt "value"\nmsgid "yes"\nmsgstr "ja"\n\nmsgctxt "value"\nmsgid "no"\nmsgstr "nein"\n'))
    try:
        assert (value_of("Ja", SURE), value_of("nein", SURE), value_of("no", SURE)) == (True, False, False)
        assert value_text(True, SURE) == "ja"
    finally:
        use()


def test_a_value_that_is_none_of_the_type_is_shown_as_it_stands() -> None:
    assert value_text("many", AttributeRule("value", "number")) == "many"
    assert value_text(None, VERDICT) == ""


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip).filter(bool)
dates = st.dates().map(date.isoformat).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))
singles = {
    "choice": st.sampled_from(VERDICT.choices),
    "text": words,
    "number": st.integers(-(10**18) + 1, 10**18 - 1) | st.decimals(-(10**9), 10**9, places=4).map(str),
    "date": dates,
    "flag": st.booleans(),
    "link": st.from_regex(r"https?://[a-z]{1,9}\.org/[a-z?&;=]*", fullmatch=True),
}


@given(st.data(), st.sampled_from(ATTRIBUTE_TYPES), st.booleans(), st.sampled_from([Separators(), GERMAN]))
def test_what_is_shown_is_read_back(data: st.DataObject, type: str, many: bool, separators: Separators) -> None:
    rule = AttributeRule("any", type, VERDICT.choices if type == "choice" else (), many)
    drawn = st.lists(singles[type], min_size=1, max_size=3) if many else singles[type]
    between = "\n" if type in ("text", "link") else "; "
    typed = data.draw(drawn)
    texts = [value_text(part, rule) for part in (typed if isinstance(typed, list) else [typed])]
    value = value_of(between.join(texts), rule)
    assert value_of(value_text(value, rule, separators), rule, separators) == value


@given(st.text(), st.sampled_from(ATTRIBUTE_TYPES), st.booleans())
def test_whatever_is_typed_it_is_a_value_or_a_sentence(text: str, type: str, many: bool) -> None:
    rule = AttributeRule("any", type, VERDICT.choices if type == "choice" else (), many)
    try:
        value = value_of(text, rule)
    except ValueTextError as error:
        said = error.sentence
    else:
        said = "." if value_of(value_text(value, rule), rule) == value else f"{value!r} does not come back"
    assert said.endswith(".")
