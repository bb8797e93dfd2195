"""Amounts of figures in words: a number, or what it is at least and at most."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from annotator.language.values.numbers import Separators, number_text
from annotator.translation.messages import N_, _, pgettext

PERCENT, PROPORTION = "percent", "proportion"
HALF = Decimal("0.5")
MODIFIED: Mapping[str, str] = MappingProxyType(
    {
        "about": N_("about {value}"),
        "more-than": N_("more than {value}"),
        "at-least": N_("at least {value}"),
        "less-than": N_("less than {value}"),
        "at-most": N_("at most {value}"),
    }
)
"""Messages that the modifiers of figures make of a number."""


class Amount(Struct, frozen=True):
    """Numbers of a figure: ``value``, or ``low`` and ``high``, and the kind; a proportion is a part of 1."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    kind: str = ""


def amount_words(amount: Amount, separators: Separators) -> str:
    """Return the amount in words: “3,000”, “33.3 %”, “10–15”, “at least 24”, “more than half”; empty for none."""
    low, high = amount.low, amount.high
    if amount.value is not None:
        return _number(amount.value, amount.kind, separators)
    if low is not None and high is not None:
        least, most = (_digits(one, amount.kind, separators) for one in (low, high))
        return _with_sign(pgettext("range", "{low}–{high}").format(low=least, high=most), amount.kind)
    if amount.kind == PROPORTION and HALF in (low, high):
        # Translators: what “most” and “a minority” say of people or things
        return _("more than half") if low is not None else _("less than half")
    if low is not None:
        return _(MODIFIED["at-least"]).format(value=_number(low, amount.kind, separators))
    return _(MODIFIED["at-most"]).format(value=_number(high, amount.kind, separators)) if high is not None else ""


def _number(value: Decimal, kind: str, separators: Separators) -> str:
    return _with_sign(_digits(value, kind, separators), kind)


def _digits(value: Decimal, kind: str, separators: Separators) -> str:
    return number_text((100 * value).normalize() if kind == PROPORTION else value, separators)


def _with_sign(words: str, kind: str) -> str:
    # Translators: a share, as in “35 %”.
    return _("{number} %").format(number=words) if kind in (PERCENT, PROPORTION) else words
