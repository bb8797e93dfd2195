"""Reasons why actions can do nothing just now."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.actions.row import Needs


def missing(session: Session) -> Mapping[Needs, str]:
    """Return for each need the reason why it is not met; empty where it is."""
    article = "" if session.current else _("No article is open")
    writable = article or (session.current.read_only if session.current else "")
    selected = article or ("" if session.selected_annotation else _("No annotation is selected"))
    annotations = article or ("" if session.document.annotations else _("Nothing is marked yet"))
    return {
        Needs.NOTHING: "",
        Needs.ARTICLE: article,
        Needs.ANNOTATIONS: annotations,
        Needs.SELECTED: selected,
        Needs.WRITABLE: writable,
        Needs.CHANGEABLE: writable or selected,
        Needs.UNDO: writable or ("" if session.history.canUndo() else _("There is nothing to undo")),
        Needs.REDO: writable or ("" if session.history.canRedo() else _("There is nothing to redo")),
    }
