"""Filter of annotations by what they say: ``label:claim verdict:none has:relation signed:no "aleppo"``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from annotator.facts.desk.standing import FactStanding
from annotator.language.folding import folded
from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import AttributeRule, Scheme

LABEL, HAS, SIGNED, REOPENED = "label", "has", "signed", "reopened"
YES, NO = "yes", "no"
NONE, ANY = "none", "any"
RELATION, NOTE, PLACE = "relation", "note", "place"
NO_FACTS: Mapping[str, FactStanding] = {}
TERM = re.compile(r'(?<!\S)(?P<not>-?)(?P<name>[^\s:"-][^\s:"]*):(?P<value>"[^"]*"|[^\s"]+)(?!\S)')
"""A name, a colon, then alternatives with commas between them or words in quotation marks; a minus before excludes."""

DATE = re.compile("[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Term:
    """Condition on the label, an attribute, or on what an annotation has: one of ``values``, which are folded."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Conditions that all hold, and ``words`` that occur in the annotation's text, label or note."""

    terms: tuple[Term, ...] = ()
    words: str = ""

    def meets(
        self, scheme: Scheme, linked: Container[str], facts: Mapping[str, FactStanding] = NO_FACTS
    ) -> Callable[[Annotation], bool]:
        """Return the test whether an annotation meets all conditions; it does not look at ``words``.

        ``linked`` has the ids of the annotations at the ends of relations, ``facts`` the standing of each fact by id.
        """

        def meets_one(annotation: Annotation, term: Term) -> bool:
            if term.name in (SIGNED, REOPENED):
                return _stands(facts.get(annotation.id), term)
            return _meets(annotation, term, scheme, linked)

        return lambda annotation: all(meets_one(annotation, term) != term.negated for term in self.terms)

    @property
    def asks_for_signing(self) -> bool:
        """True where a condition is about sign-offs."""
        return any(term.name in (SIGNED, REOPENED) for term in self.terms)


def parsed(text: str, scheme: Scheme) -> AnnotationFilter:
    """Return the filter that was typed. A term whose name the scheme does not know is taken for words."""
    return parsed_with(text, names(scheme))


def parsed_with(text: str, known: Container[str]) -> AnnotationFilter:
    """Return the filter that was typed; a term whose name is not ``known`` is taken for words."""
    terms = []

    def take(found: re.Match[str]) -> str:
        name = found["name"].casefold()
        if name not in known:
            return found[0]
        quoted = found["value"].startswith('"')
        values = (found["value"][1:-1],) if quoted else found["value"].split(",")
        terms.append(Term(name, tuple(map(folded, values)), bool(found["not"])))
        return " "

    rest = TERM.sub(take, text)
    return AnnotationFilter(tuple(terms), _unquoted(" ".join(rest.split())) if terms else text)


def divided(text: str, known: Container[str]) -> tuple[list[str], str]:
    """Return the terms in what was typed, as they are written, and the rest; ``known`` has the names of terms."""
    terms: list[str] = []

    def take(found: re.Match[str]) -> str:
        if found["name"].casefold() not in known:
            return found[0]
        terms.append(found[0])
        return ""

    rest = TERM.sub(take, text)
    return terms, " ".join(rest.split()) if terms else text


def _unquoted(words: str) -> str:
    """Return words without the quotation marks around them."""
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] == '"' else words


def names(scheme: Scheme) -> dict[str, AttributeRule | None]:
    """Return the names that a term may have, case-folded: those of attributes with their first rule."""
    rules: dict[str, AttributeRule | None] = {LABEL: None, HAS: None, SIGNED: None, REOPENED: None}
    for label in scheme.labels:
        for rule in label.attributes:
            rules.setdefault(rule.id.casefold(), rule)
    return rules


def suggestions(scheme: Scheme) -> list[str]:
    """Return the terms that can be typed: each label, each choice, and what an annotation may have."""
    found = [f"{LABEL}:{_quoted(label.id)}" for label in scheme.labels]
    found += [f"{HAS}:{name}" for name in (RELATION, NOTE, PLACE)]
    found += [f"{SIGNED}:{YES}", f"{SIGNED}:{NO}", f"{REOPENED}:{YES}"]
    return found + [term for rule in names(scheme).values() if rule for term in terms_of(rule)]


def terms_of(rule: AttributeRule) -> list[str]:
    """Return the terms for the values of an attribute."""
    choices = rule.choices or (("yes", "no") if rule.type == "flag" else ())
    return [f"{rule.id.casefold()}:{_quoted(value)}" for value in (*choices, ANY, NONE)]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s,]", value) else value


def _meets(annotation: Annotation, term: Term, scheme: Scheme, linked: Container[str]) -> bool:
    match term.name:
        case "label":
            return not {folded(annotation.label), folded(label_name(scheme, annotation.label))}.isdisjoint(term.values)
        case "has":
            return any(_has(annotation, value, linked) for value in term.values)
        case name:
            value = next((value for known, value in annotation.attributes.items() if known.casefold() == name), None)
            return any(value_is(value, wanted) for wanted in term.values)


def _stands(fact: FactStanding | None, term: Term) -> bool:
    """Return whether a fact stands so: signed, by one of that name, or open again; what is no fact never does."""
    if fact is None:
        return False
    said = (YES if fact.reopened else NO,) if term.name == REOPENED else (YES if fact.by else NO, *map(folded, fact.by))
    return not set(said).isdisjoint(term.values)


def _has(annotation: Annotation, wanted: str, linked: Container[str]) -> bool:
    match wanted:
        case "relation":
            return annotation.id in linked
        case "note":
            return bool(annotation.note)
        case "place":
            return annotation.displaced is None
        case name:
            return any(folded(known) == name for known in annotation.attributes)


def value_is(value: Value, wanted: str) -> bool:
    """Return whether a value of an attribute is the wanted one, folded; a date is within a longer one."""
    if value is None or wanted in (NONE, ANY):
        return wanted == (NONE if value is None else ANY)
    if isinstance(value, bool):
        return wanted in (("yes", "true") if value else ("no", "false"))
    if isinstance(value, list):
        return any(value_is(item, wanted) for item in value)
    said = folded(str(value))
    return said == wanted or (DATE.match(said) is not None and said.startswith(f"{wanted}-"))
