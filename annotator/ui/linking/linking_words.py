"""Sentences on what is being linked, for the head of the list and for the line at the bottom of the window."""

from __future__ import annotations

from collections import Counter

from annotator.language.label_names import label_name
from annotator.session.editing.descriptions import beginning
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.session import Session
from annotator.translation.messages import _, listed
from annotator.ui.widgets.words.counted import counted_label


def title(mode: LinkMode, session: Session) -> str:
    """Return the question that the list answers: “Link claim to…”."""
    if len(mode.sources) == 1:
        return _("Link {label} to…").format(label=_label(mode, session))
    return _("Link {labels} to…").format(labels=_labels(mode, session))


def under_way(mode: LinkMode, session: Session) -> str:
    """Return what the current choice would do: “Linking claim “Buses left” to “the mayor””."""
    document = session.document
    target = beginning(document.words(mode.chosen.annotation)) if mode.chosen else ""
    if len(mode.sources) == 1:
        words = beginning(document.words(document.annotations[mode.source]))
        said = _("Linking {label} “{words}” to “{target}”") if target else _("Linking {label} “{words}”")
        return said.format(label=_label(mode, session), words=words, target=target)
    said = _("Linking {labels} to “{target}”") if target else _("Linking {labels}")
    return said.format(labels=_labels(mode, session), target=target)


def _label(mode: LinkMode, session: Session) -> str:
    return label_name(session.scheme, session.document.annotations[mode.source].label)


def _labels(mode: LinkMode, session: Session) -> str:
    labels = Counter(session.document.annotations[id].label for id in mode.sources)
    return listed(counted_label(count, label_name(session.scheme, label)) for label, count in labels.most_common())
