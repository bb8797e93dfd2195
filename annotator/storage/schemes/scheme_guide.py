"""Description of a scheme in Markdown: labels, attributes and relations with definitions and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.schemes.plain_markdown import plain
from annotator.translation.messages import N_

MOST_LINES, LONGEST_LINE, MOST_CHARACTERS = 4000, 2000, 200_000
"""Most of a description that is shown: lines, characters in a line, characters."""

YES, NO = N_("Yes: {example}"), N_("No: {example}")
ONE_OF = N_("one of these")
SEVERAL, BOTH = N_("{kind}, several allowed"), N_("{relation}, in both directions")
ENDS = N_("from {source} to {target}")
# Translators: types of attributes
TYPES = (N_("choice"), N_("text"), N_("number"), N_("date"), N_("flag"), N_("link"))
RELATIONS, ARTICLE = N_("Relations"), N_("The article itself")
# Translators: the typology that a scheme follows
SOURCE = N_("Source: {source}")
CUT = N_("The scheme says more than can be shown here; all of it is in its file.")


def scheme_guide(
    scheme: Scheme,
    level: int = 3,
    said: Callable[[str], str] = lambda message: message,
    name_of: Callable[[Label], str] = lambda label: label.id,
) -> str:
    """Return the scheme's description below a heading of the level.

    ``said`` translates the words between, ``name_of`` names labels; without them these are English, and the ids.
    """
    return "\n".join(_Guide("#" * level, said, name_of, scheme).lines()) + "\n"


def shown_guide(scheme: Scheme, said: Callable[[str], str], name_of: Callable[[Label], str]) -> str:
    """Return as much of the scheme's description as a window can show, and a sentence where that is not all."""
    lines, left = list[str](), MOST_CHARACTERS
    for line in _Guide("#", said, name_of, scheme).lines():
        short = line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE].rstrip("\\") + "…"
        left -= len(short)
        if left < 0 or len(lines) == MOST_LINES:
            return "\n".join([*lines, "", said(CUT)]) + "\n"
        lines.append(short)
    return "\n".join(lines) + "\n"


class _Guide:
    def __init__(self, marks: str, said: Callable[[str], str], name_of: Callable[[Label], str], scheme: Scheme) -> None:
        self._marks, self._said, self._name_of, self._scheme = marks, said, name_of, scheme
        self._names = {label.id: name_of(label) for label in scheme.labels}

    def lines(self) -> Iterator[str]:
        scheme = self._scheme
        yield f"{self._marks} {plain(scheme.name or scheme.id)}"
        if scheme.definition:
            yield from ("", plain(scheme.definition))
        if scheme.source:
            yield from ("", self._said(SOURCE).format(source=plain(scheme.source)))
        for label in scheme.labels:
            yield from self._label(label)
        if scheme.relations:
            yield from self._heading(self._said(RELATIONS))
            for relation in scheme.relations:
                yield self._relation(relation)
                yield from self._guideline(relation.guideline, "  ")
                yield from (f"  {line}" for line in self._attributes(relation.attributes))
        if scheme.article:
            yield from self._heading(self._said(ARTICLE))
            yield from self._attributes(scheme.article)

    def _heading(self, words: str) -> Iterator[str]:
        yield from ("", f"{self._marks}# {plain(words)}", "")

    def _label(self, label: Label) -> Iterator[str]:
        yield from self._heading(self._name_of(label))
        yield from self._guideline(label.guideline, "")
        yield from self._attributes(label.attributes)

    def _attributes(self, rules: tuple[AttributeRule, ...]) -> Iterator[str]:
        for rule in rules:
            kind = self._said(ONE_OF if rule.choices else rule.type)
            kind = self._said(SEVERAL).format(kind=kind) if rule.many else kind
            yield f"- **{plain(rule.id)}**: {kind}"
            yield from self._guideline(rule.guideline, "  ")
            for choice in rule.choices:
                meaning = rule.meaning(choice)
                yield f"  - {plain(choice)}{f': {plain(meaning)}' if meaning else ''}"

    def _relation(self, relation: RelationRule) -> str:
        source, target = (plain(self._names.get(end, end)) for end in (relation.source, relation.target))
        ends = self._said(ENDS).format(source=source, target=target)
        words = f"- **{plain(relation.id)}**: {ends}"
        return self._said(BOTH).format(relation=words) if relation.symmetric else words

    def _guideline(self, guideline: Guideline, indent: str) -> Iterator[str]:
        if guideline.definition:
            yield f"{indent}- {plain(guideline.definition)}"
        yield from (f"{indent}- {self._said(YES).format(example=plain(example))}" for example in guideline.yes)
        yield from (f"{indent}- {self._said(NO).format(example=plain(example))}" for example in guideline.no)
