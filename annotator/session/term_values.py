"""Values in the terms of a filter: typed as the file has them or as the window shows them, and offered as it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.facts.desk.words import state_words
from annotator.language.folding import folded
from annotator.language.values.typed import choice_words, value_text
from annotator.model.annotation import Value
from annotator.model.scheme import STATE, AttributeRule

YES, NO = "yes", "no"
NONE, ANY = "none", "any"
DATE = re.compile("[0-9]{4}-[0-9]{2}")
FLAG = AttributeRule("", "flag")


def value_is(value: Value, wanted: str) -> bool:
    """Return whether a value is the wanted one, folded, as the file has it or as it is shown.

    A date is within a longer one.
    """
    if value is None or wanted in (NONE, ANY):
        return wanted == (NONE if value is None else ANY)
    if isinstance(value, list):
        return any(value_is(item, wanted) for item in value)
    return wanted in _names(value) or _is_within(folded(str(value)), wanted)


def state_is(state: str, wanted: str) -> bool:
    """Return whether a state of check, empty for none, is the wanted one, folded, by its id or its name."""
    return value_is(state or None, wanted) or (bool(state) and wanted == folded(state_words(state)))


def terms_of(rule: AttributeRule) -> list[str]:
    """Return the terms for the values of an attribute, or for the states, each as it is shown."""
    if rule.type == "flag":
        shown = [*answers()]
    else:
        shown = [state_words(one) if rule.type == STATE else choice_words(one) for one in rule.choices]
    return [term(rule.id.casefold(), value) for value in (*shown, ANY, NONE)]


def answers() -> tuple[str, str]:
    """Return the words for yes and no."""
    return value_text(True, FLAG), value_text(False, FLAG)


def term(name: str, value: str) -> str:
    """Return the term for a value, which stands in quotation marks where it has blanks or commas."""
    return f'{name}:"{value}"' if re.search(r"[\s,]", value) else f"{name}:{value}"


def _names(value: Value) -> Iterator[str]:
    """Yield what may be typed for one value, folded."""
    if isinstance(value, bool):
        yield from (YES, "true") if value else (NO, "false")
        yield folded(value_text(value, FLAG))
    else:
        said = folded(str(value))
        yield said
        yield choice_words(said)


def _is_within(said: str, wanted: str) -> bool:
    return DATE.match(said) is not None and said.startswith(f"{wanted}-")
