"""Description of a scheme in Markdown: labels, attributes and relations with definitions and examples."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.interop.formats.huggingface.markdown import plain
from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme


def scheme_guide(scheme: Scheme) -> str:
    """Return the scheme's description below a third-level heading."""
    return "\n".join(_lines(scheme)) + "\n"


def _lines(scheme: Scheme) -> Iterator[str]:
    yield f"### {plain(scheme.name or scheme.id)}"
    for label in scheme.labels:
        yield from _label(label)
    if scheme.relations:
        yield from ("", "#### Relations", "")
        for relation in scheme.relations:
            yield _relation(relation)
            yield from _guideline(relation.guideline, "  ")
            yield from (f"  {line}" for line in _attributes(relation.attributes))
    if scheme.article:
        yield from ("", "#### The article itself", "")
        yield from _attributes(scheme.article)


def _label(label: Label) -> Iterator[str]:
    yield from ("", f"#### {plain(label.id)}", "")
    yield from _guideline(label.guideline, "")
    yield from _attributes(label.attributes)


def _attributes(rules: tuple[AttributeRule, ...]) -> Iterator[str]:
    for rule in rules:
        kind = "one of these" if rule.choices else rule.type
        yield f"- **{plain(rule.id)}**: {kind}{', several allowed' if rule.many else ''}"
        yield from _guideline(rule.guideline, "  ")
        for choice in rule.choices:
            meaning = rule.meaning(choice)
            yield f"  - {plain(choice)}{f': {plain(meaning)}' if meaning else ''}"


def _relation(relation: RelationRule) -> str:
    both = ", in both directions" if relation.symmetric else ""
    return f"- **{plain(relation.id)}**: from {plain(relation.source)} to {plain(relation.target)}{both}"


def _guideline(guideline: Guideline, indent: str) -> Iterator[str]:
    if guideline.definition:
        yield f"{indent}- {plain(guideline.definition)}"
    yield from (f"{indent}- Yes: {plain(example)}" for example in guideline.yes)
    yield from (f"{indent}- No: {plain(example)}" for example in guideline.no)
