"""Actions of the scheme's labels."""

from __future__ import annotations

from functools import partial
from itertools import starmap

from annotator.language.label_names import shown_name
from annotator.model.scheme import Label, Scheme
from annotator.translation.messages import N_, _
from annotator.ui.actions.row import LABELS, LOCK, ActionRow, Needs, Scope

Tag = partial(ActionRow, menu="Annotate", scope=Scope.ARTICLE, needs=Needs.WRITABLE, group=LABELS)
Lock = partial(ActionRow, menu="Annotate/" + N_("Lock a label"), needs=Needs.WRITABLE, checkable=True, choice=LOCK)
TAG_AS, LOCK_LABEL = N_("Tag as {label}"), N_("Lock {label}")


def label_rows(scheme: Scheme) -> list[ActionRow]:
    """Return the actions of the scheme's labels: tag with each, by its key and by its number; lock each."""
    taken = {label.key for label in scheme.labels}
    named = [(label, shown_name(label)) for label in scheme.labels]
    tags = [_tag(label, shown, str(number), taken) for number, (label, shown) in enumerate(named, 1)]
    return [*tags, *starmap(_lock, named)]


def _tag(label: Label, shown: str, number: str, taken: set[str]) -> ActionRow:
    digit = (number,) if len(number) == 1 and number not in taken else ()
    keys = ((label.key,) if label.key else ()) + digit
    return Tag(
        f"tag:{label.id}",
        TAG_AS.format(label=label.name),
        lambda on: on.marking.tag(label.id),
        keys=keys,
        words=shown,
        tags=label.id,
        translated=_(TAG_AS).format(label=shown),
    )


def _lock(label: Label, shown: str) -> ActionRow:
    return Lock(
        f"lock:{label.id}",
        LOCK_LABEL.format(label=label.name),
        lambda on: on.marking.lock(label.id),
        words=shown,
        value=label.id,
        translated=_(LOCK_LABEL).format(label=shown),
    )
