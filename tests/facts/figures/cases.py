"""Short texts with figures, written in files: which rule finds something in each, or none.

A text begins with a line ``== RULE LANGUAGE``, or ``== fits LANGUAGE``; more attributes of the article may follow as
``published=2016-05-01``. A figure is written ``[words | name: value; name: value]``, with ``#id`` behind the words
where another is ``part_of: id`` it, and ``said_by: words`` for a source that stands elsewhere in the text. What a rule
has read has a question mark behind its name. ``[words | ]`` has no attributes, so that all of it is read; else a value,
a modifier and a kind that are not given are those of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from annotator.language.values.numbers import Separators, ValueTextError, number_of
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.span import Span

FITS = "fits"
HEAD = re.compile(r"^== (?P<rule>\S+) (?P<language>\S+)(?P<more>.*)$", re.MULTILINE)
FIGURE = re.compile(r"\[([^\]|]+?)(?: #(\w+))? \| ([^\]]*)\]")
DIGITS = re.compile(r"\d[\d.,]*")
TIMES = {"million": 6, "Mio.": 6, "m": 6, "billion": 9, "bn": 9, "Mrd.": 9, "Millionen": 6, "Milliarden": 9}
KINDS = {"%": "percent", "per cent": "percent", "percent": "percent", "Prozent": "percent"}
KINDS |= dict.fromkeys(("£", "$", "€", "Euro", "pounds", "dollars"), "money")
NUMBERS = ("value", "low", "high")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its figures: ``rule`` is the one that finds something in it, or ``fits``."""

    name: str
    rule: str
    document: Document


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the texts of a file."""
    text = path.read_text("utf-8")
    heads = [*HEAD.finditer(text)]
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        more = dict(pair.split("=") for pair in head["more"].split())
        name = f"{path.stem}:{text.count(chr(10), 0, head.start()) + 1}"
        yield Case(name, head["rule"], _document(text[head.end() : end].strip(), head["language"], more))


def _document(marked: str, language: str, more: dict[str, str]) -> Document:
    plain, at, figures = "", 0, list[tuple[Span, str, dict[str, str]]]()
    for match in FIGURE.finditer(marked):
        plain += marked[at : match.start()]
        span = Span(len(plain), len(plain) + len(match[1]))
        said = dict(part.strip().split(": ", 1) for part in match[3].split(";") if part.strip())
        figures.append((span, match[2] or "", said))
        plain, at = plain + match[1], match.end()
    return _with(plain + marked[at:], figures, {"language": language, **more})


def _with(text: str, figures: list[tuple[Span, str, dict[str, str]]], about: dict[str, str]) -> Document:
    annotations, relations = dict[str, Annotation](), dict[str, Relation]()
    ids = {name: f"f{number}" for number, (_span, name, _said) in enumerate(figures) if name}
    for number, (span, _name, said) in enumerate(figures):
        id = f"f{number}"
        if whole := said.pop("part_of", ""):
            relations[f"p{number}"] = Relation(f"p{number}", "part_of", id, ids[whole])
        if source := said.pop("said_by", ""):
            _say(text, span, source, f"{number}", annotations, relations)
        annotations[id] = _figure(id, span, span.of(text), said, about["language"])
    extra: dict[str, Value] = {ATTRIBUTES: dict(about)}
    return Document(Article.of("a.txt", text), annotations, relations, article_extra=extra)


def _say(
    text: str, span: Span, source: str, number: str, annotations: dict[str, Annotation], relations: dict[str, Relation]
) -> None:
    start = text.index(source)
    claim = Annotation(f"c{number}", "claim", span)
    annotations[claim.id] = claim
    annotations[f"s{number}"] = Annotation(f"s{number}", "source", Span(start, start + len(source)))
    relations[f"a{number}"] = Relation(f"a{number}", "attributed_to", claim.id, f"s{number}")


def _figure(id: str, span: Span, words: str, said: dict[str, str], language: str) -> Annotation:
    if not said:
        return Annotation(id, "figure", span)
    by_rule = tuple(name[:-1] for name in said if name.endswith("?"))
    told: dict[str, Value] = {name.rstrip("?"): value for name, value in said.items()}
    for name in NUMBERS:
        if name in told:
            told[name] = _exact(Decimal(str(told[name])))
    if "value" not in told and "low" not in told and (value := _value(words, language)) is not None:
        told["value"] = value
    told.setdefault("modifier", "exact")
    told.setdefault("kind", next((kind for sign, kind in KINDS.items() if sign in words), "count"))
    return Annotation(id, "figure", span, told, by_rule=by_rule)


def _value(words: str, language: str) -> Value:
    match = DIGITS.search(words)
    if not match:
        return None
    separators = Separators(",", ".") if language == "de" else Separators()
    try:
        number = Decimal(str(number_of(match[0].rstrip(".,"), separators)))
    except ValueTextError:
        return None
    power = next((power for word, power in TIMES.items() if word in words.split()), 0)
    return _exact(number * 10**power)


def _exact(number: Decimal) -> Value:
    return int(number) if number == number.to_integral_value() else number
