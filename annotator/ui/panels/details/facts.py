"""What is known of an annotation, as pairs of a name and a text."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import AttributeRule, Label

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def attributes(annotation: Annotation, label: Label | None) -> list[tuple[str, str]]:
    """The attributes that are set: the label's in its own order, then those it does not have."""
    rules = {rule.id: rule for rule in label.attributes} if label else {}
    names = [name for name in rules if name in annotation.attributes]
    names += [name for name in annotation.attributes if name not in rules]
    return [(capitalised(name), value_words(annotation.attributes[name], rules.get(name))) for name in names]


def capitalised(name: str) -> str:
    """A name of the scheme as people read it."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def value_words(value: Value, rule: AttributeRule | None = None) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(value_words(item, rule) for item in value)
        case dict():
            return ", ".join(f"{name}: {value_words(item)}" for name, item in value.items())
        case str() if rule and rule.type == "choice":
            return value.replace("-", " ")
        case _:
            return str(value)


def history(annotation: Annotation) -> str:
    """Where it came from, when it was made and when it was last changed."""
    parts = [f"Origin: {annotation.origin}"] if annotation.origin else []
    if annotation.created:
        parts.append(f"Marked {local_time(annotation.created)}")
    if annotation.modified and annotation.modified != annotation.created:
        parts.append(f"Changed {local_time(annotation.modified)}")
    return "\n".join(parts)


def local_time(utc: str) -> str:
    """``2016-12-16T06:21:20Z`` as people here read it; what is no time is left as it is."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODate)
    return ENGLISH.toString(time.toLocalTime(), "d MMM yyyy, HH:mm") if time.isValid() else utc
