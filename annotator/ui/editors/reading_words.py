"""Words for how a typed value was read, where that is not plain from what was typed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from annotator.language.values.typed import value_text
from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.attribute_words import separators
from annotator.translation.messages import _

YEAR, MONTH = 4, 7
"""Lengths of a year and of a month as they are written: 2016, 2016-12."""


def reading_words(text: str, value: Value, rule: AttributeRule) -> str:
    """Return the words, empty where there is nothing to add."""
    if rule.type == "date" and isinstance(value, str):
        return _date_words(value)
    if rule.type == "number" and isinstance(value, (int, float, Decimal, list)):
        read = value_text(value, rule, separators())
        return _("read as {number}").format(number=read) if read != text.strip() else ""
    return ""


def _date_words(date: str) -> str:
    if len(date) == YEAR:
        return _("whole year")
    if len(date) == MONTH:
        return _("whole month")
    return QLocale().dayName(QDate.fromString(date, "yyyy-MM-dd").dayOfWeek())
