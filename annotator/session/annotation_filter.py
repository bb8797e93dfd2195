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

LABEL, HAS, STATE, OPEN = "label", "has", "state", "open"
SIGNED, REOPENED = "signed", "reopened"
YES, NO = "yes", "no"
NONE, ANY = "none", "any"
RELATION, NOTE, PLACE = "relation", "note", "place"
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
        self,
        scheme: Scheme,
        linked: Container[str],
        open_facts: Container[str] = (),
        standing: Callable[[], Mapping[str, FactStanding]] = dict,
    ) -> Callable[[Annotation], bool]:
        """Return the test whether an annotation meets all conditions; it does not look at ``words``.

        ``linked`` has the ids of the annotations at the ends of relations, ``open_facts`` those of open facts.
        ``standing`` returns how each fact stands to the sign-offs, by id.
        """
        own = {name for name, rule in names(scheme).items() if rule is None}
        facts = _Facts(scheme, linked, open_facts, standing, frozenset(own))
        return lambda annotation: all(_meets(annotation, term, facts) != term.negated for term in self.terms)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Beside the annotation itself all that terms ask for; ``own`` are the names of terms that are no attribute's."""

    scheme: Scheme
    linked: Container[str]
    open_facts: Container[str]
    standing: Callable[[], Mapping[str, FactStanding]]
    own: frozenset[str]


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
    """Return the names that a term may have, case-folded: those of attributes with their first rule.

    An attribute that is called as the state of check, ``open``, ``signed`` or ``reopened`` comes before these.
    """
    rules: dict[str, AttributeRule | None] = {LABEL: None, HAS: None}
    for label in scheme.labels:
        for rule in label.attributes:
            rules.setdefault(rule.id.casefold(), rule)
    for name in (STATE, OPEN, SIGNED, REOPENED):
        rules.setdefault(name, None)
    return rules


def suggestions(scheme: Scheme) -> list[str]:
    """Return the terms that can be typed: each label, each choice, and what an annotation may have."""
    found = [f"{LABEL}:{_quoted(label.id)}" for label in scheme.labels]
    found += [f"{HAS}:{name}" for name in (RELATION, NOTE, PLACE)]
    known = names(scheme)
    found += [term for rule in known.values() if rule for term in terms_of(rule)]
    if known[STATE] is None:
        found += [f"{STATE}:{state}" for state in (*(state.id for state in scheme.states_in_use), ANY, NONE)]
    answered = ((OPEN, YES), (OPEN, NO), (SIGNED, YES), (SIGNED, NO), (REOPENED, YES))
    return found + [f"{name}:{answer}" for name, answer in answered if known[name] is None]


def terms_of(rule: AttributeRule) -> list[str]:
    """Return the terms for the values of an attribute."""
    choices = rule.choices or (("yes", "no") if rule.type == "flag" else ())
    return [f"{rule.id.casefold()}:{_quoted(value)}" for value in (*choices, ANY, NONE)]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s,]", value) else value


def _meets(annotation: Annotation, term: Term, facts: _Facts) -> bool:
    match term.name if term.name in facts.own else "":
        case "label":
            names = {folded(annotation.label), folded(label_name(facts.scheme, annotation.label))}
            return not names.isdisjoint(term.values)
        case "has":
            return any(_has(annotation, value, facts.linked) for value in term.values)
        case "state":
            return any(value_is(_said(annotation.state), wanted.replace("-", " ")) for wanted in term.values)
        case "open":
            return any(value_is(annotation.id in facts.open_facts, wanted) for wanted in term.values)
        case "signed" | "reopened":
            return _stands(facts.standing().get(annotation.id), term)
        case _:
            name = term.name
            value = next((value for known, value in annotation.attributes.items() if known.casefold() == name), None)
            return any(value_is(value, wanted) for wanted in term.values)


def _stands(fact: FactStanding | None, term: Term) -> bool:
    """Return whether a fact stands so: signed, by one of that name, or open again; what is no fact never does."""
    if fact is None:
        return False
    said = (YES if fact.reopened else NO,) if term.name == REOPENED else (YES if fact.by else NO, *map(folded, fact.by))
    return not set(said).isdisjoint(term.values)


def _said(state: str) -> str | None:
    """Return the state in words, so that it may be typed with blanks too; None where there is none."""
    return state.replace("-", " ") or None


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
