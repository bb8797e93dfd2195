"""Values of attributes of every type of a scheme: read from what a person types, and written as people read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from annotator.language.folding import folded
from annotator.language.values.numbers import ENGLISH, Separators, ValueTextError, number_of, number_text
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule
from annotator.model.visible import visible
from annotator.translation.messages import _, listed, pgettext

DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
DANGEROUS = frozenset({"javascript", "vbscript", "data"})
YES, NO = frozenset({"yes", "true", "y", "1"}), frozenset({"no", "false", "n", "0"})
ONE_LINE_EACH = frozenset({"text", "link"})
"""Types of which a value may have a semicolon in it, so that each of several stands in a line of its own."""


def value_of(text: str, rule: AttributeRule, separators: Separators = ENGLISH) -> Value:
    """Return the value that the text stands for, a list where the attribute may have several; None for no text.

    Raises ValueTextError, with a sentence for the person who typed it.
    """
    if not text.strip():
        return None
    if not rule.many:
        return _single(text, rule, separators)
    parts = text.split("\n") if rule.type in ONE_LINE_EACH else re.split("[;\n]", text)
    return [_single(part, rule, separators) for part in parts if part.strip()] or None


def value_text(value: Value, rule: AttributeRule, separators: Separators = ENGLISH) -> str:
    """Return the text that a field shows for the value; ``value_of`` reads it back if it is one of the type."""
    if value is None:
        return ""
    if rule.many and isinstance(value, list):
        between = "\n" if rule.type in ONE_LINE_EACH else "; "
        return between.join(_single_text(item, separators) for item in value)
    return _single_text(value, separators)


def _single(text: str, rule: AttributeRule, separators: Separators) -> Value:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueTextError(_("It has half a character in it. Delete it and type it again.")) from None
    if rule.type == "choice":
        return _choice(text.strip(), rule)
    if rule.type == "number":
        return number_of(text, separators)
    return READERS[rule.type](text.strip())


def _single_text(value: Value, separators: Separators) -> str:
    match value:
        case bool():
            return pgettext("value", "yes") if value else pgettext("value", "no")
        case int() | float() | Decimal():
            return number_text(value, separators)
        case None:
            return ""
        case _:
            return str(value)


def choice_words(choice: str) -> str:
    """Return a choice as people read it: with blanks for hyphens."""
    return choice.replace("-", " ")


def _choice(text: str, rule: AttributeRule) -> str:
    """Return the choice with that name, in any case and with blanks for hyphens, or the only one that begins so."""
    typed = _folded(text)
    names = {choice: _folded(choice) for choice in rule.choices}
    exact = [choice for choice in rule.choices if choice == text] or [c for c, name in names.items() if name == typed]
    found = exact or [choice for choice, name in names.items() if name.startswith(typed)]
    if len(found) == 1:
        return found[0]
    choices = listed(map(visible, found or rule.choices))
    if found:
        raise ValueTextError(_("It could be any of these: {choices}.").format(choices=choices))
    raise ValueTextError(_("It is not one of the choices: {choices}.").format(choices=choices))


def _folded(text: str) -> str:
    return " ".join(folded(text).replace("-", " ").replace("_", " ").split())


def _flag(text: str) -> bool:
    word = text.casefold()
    if word in YES or word == pgettext("value", "yes").casefold():
        return True
    if word in NO or word == pgettext("value", "no").casefold():
        return False
    yes, no = pgettext("value", "yes"), pgettext("value", "no")
    raise ValueTextError(_("Write {yes} or {no}.").format(yes=yes, no=no))


def _date(text: str) -> str:
    """Return the date, whole or partial: 2016, 2016-12 or 2016-12-15."""
    match = DATE.fullmatch(text)
    year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
    try:
        whole = date(year, month, day).isoformat()
    except ValueError:
        sentence = _("It is not a date: write the day, the month or the year, as in 2016-12-15, 2016-12 or 2016.")
        raise ValueTextError(sentence) from None
    assert match
    return whole[:10] if match[3] else whole[:7] if match[2] else whole[:4]


def _link(text: str) -> str:
    """Return the address or the file name; an address without its beginning gets one."""
    if "\n" in text:
        raise ValueTextError(_("An address is one line."))
    found = SCHEME.match(text)
    scheme = found[1].casefold() if found else ""
    if scheme in DANGEROUS:
        raise ValueTextError(_("An address that begins with “{scheme}:” is not kept.").format(scheme=scheme))
    if scheme in ("http", "https") and (any(map(str.isspace, text)) or not re.match(r"https?://[^/?#]", text, re.I)):
        raise ValueTextError(_("It is not a whole address, such as https://example.org/page."))
    return f"https://{text}" if text.casefold().startswith("www.") else text


READERS: Mapping[str, Callable[[str], Value]] = {"text": str, "flag": _flag, "date": _date, "link": _link}
