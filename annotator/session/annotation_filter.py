"""Filter of annotations by what they say: ``label:claim verdict:none has:relation signed:no "aleppo"``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

from msgspec import Struct

from annotator.facts.desk.standing import FactStanding
from annotator.language.folding import folded
from annotator.language.label_names import label_name, shown_name
from annotator.model.annotation import Annotation
from annotator.model.scheme import STATE, AttributeRule, Scheme
from annotator.model.scheme_keys import state_rule
from annotator.session.term_values import answers, state_is, term, terms_of, value_is

LABEL, HAS, OPEN = "label", "has", "open"
SIGNED, REOPENED = "signed", "reopened"
RELATION, NOTE, PLACE = "relation", "note", "place"
TERM = re.compile(r'(?<!\S)(?P<not>-?)(?P<name>[^\s:"-][^\s:"]*):(?P<value>"[^"]*"|[^\s"]+)(?!\S)')
"""A name, a colon, then alternatives with commas between them or words in quotation marks; a minus before excludes."""


class Term(Struct, frozen=True):
    """Condition on the label, an attribute, or on what an annotation has: one of ``values``, which are folded."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


class AnnotationFilter(Struct, frozen=True):
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
        facts = _Facts(scheme, linked, open_facts, standing, names(scheme))
        return lambda annotation: all(_meets(annotation, term, facts) != term.negated for term in self.terms)


class _Facts(Struct, frozen=True):
    """Beside the annotation itself all that terms ask for; ``rules`` has None for the names that are no attribute's."""

    scheme: Scheme
    linked: Container[str]
    open_facts: Container[str]
    standing: Callable[[], Mapping[str, FactStanding]]
    rules: Mapping[str, AttributeRule | None]


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
    found = [term(LABEL, shown_name(label)) for label in scheme.labels]
    found += [f"{HAS}:{name}" for name in (RELATION, NOTE, PLACE)]
    known = names(scheme)
    found += [one for rule in known.values() if rule for one in terms_of(rule)]
    if known[STATE] is None:
        found += terms_of(state_rule(scheme))
    yes, no = answers()
    answered = ((OPEN, yes), (OPEN, no), (SIGNED, yes), (SIGNED, no), (REOPENED, yes))
    return found + [term(name, answer) for name, answer in answered if known[name] is None]


def _meets(annotation: Annotation, term: Term, facts: _Facts) -> bool:
    match term.name if facts.rules[term.name] is None else "":
        case "label":
            names = {folded(annotation.label), folded(label_name(facts.scheme, annotation.label))}
            return not names.isdisjoint(term.values)
        case "has":
            return any(_has(annotation, value, facts.linked) for value in term.values)
        case "state":
            return any(state_is(annotation.state, wanted) for wanted in term.values)
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
    if term.name == REOPENED:
        return any(value_is(fact.reopened is not None, wanted) for wanted in term.values)
    names = {*map(folded, fact.by)}
    return any(wanted in names or value_is(bool(fact.by), wanted) for wanted in term.values)


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
