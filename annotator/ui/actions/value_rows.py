"""Actions of the keys that a scheme gives to values."""

from __future__ import annotations

from functools import partial

from annotator.language.label_names import attribute_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import STATE, AttributeRule, Scheme
from annotator.model.scheme_keys import first_keys
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.editing.values.value_keys import attribute_names
from annotator.translation.messages import N_, _, listed
from annotator.ui.actions.row import MARK, ActionRow, Needs, Scope

MENU = "Annotate/" + N_("Set a value")
First = partial(ActionRow, menu=MENU, scope=Scope.ARTICLE, needs=Needs.WRITABLE, group=MARK)
Value = partial(ActionRow, menu=MENU, scope=Scope.ARTICLE, needs=Needs.CHANGEABLE, group=MARK)
SET, VALUE = N_("Set {attribute}"), N_("{attribute}: {value}")


def value_rows(scheme: Scheme) -> list[ActionRow]:
    """Return for each first key the action that waits for the second, then one for each value."""
    rows: dict[str, ActionRow] = {}
    for first, rules in first_keys(scheme).items():
        opener = _opener(first, rules)
        rows[opener.id] = opener
        for rule in (rule for rule in rules if rule.type != STATE):  # a row of its own for each state: state_rows
            for choice, keys in rule.keys:
                if keys[0] == first:
                    row = _value(rule, choice, opener.id, keys[-1])
                    rows.setdefault(row.id, row)
    return list(rows.values())


def _opener(first: str, rules: list[AttributeRule]) -> ActionRow:
    names, seconds = attribute_names(rules), sorted({k[-1].upper() for r in rules for _c, k in r.keys if k[0] == first})
    # Translators: line in the sheet of keys: {attribute}, by a first key and then one of {keys}.
    words = _("{attribute}, then {keys}").format(attribute=names, keys=listed(seconds))
    return First(
        f"values:{first}",
        SET.format(attribute=names),
        lambda on: on.values.begin(first),
        keys=(first,),
        words=words,
        translated=_(SET).format(attribute=names),
        opens=first,
    )


def _value(rule: AttributeRule, choice: str, opener: str, second: str) -> ActionRow:
    facts = {"attribute": plain_line(attribute_name(rule)), "value": plain_line(value_words(choice, rule))}
    return Value(
        f"value:{rule.id}:{choice}",
        VALUE.format(**facts),
        lambda on: on.values.set(rule.id, choice),
        words=VALUE.format(**facts),
        translated=_(VALUE).format(**facts),
        after=(opener, second),
    )
