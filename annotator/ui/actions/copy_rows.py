"""Rows of the table of actions that copy words of the article, alone or with their source."""

from __future__ import annotations

from functools import partial

from annotator.session.editing.citation import HTML, MARKDOWN, TEXT
from annotator.translation.messages import N_
from annotator.ui.actions.row import FIND, ActionRow, Needs, Scope

Text = partial(ActionRow, menu="Edit", needs=Needs.ARTICLE, group=FIND, scope=Scope.ARTICLE)
FormChoice = partial(ActionRow, menu="Edit/" + N_("Source as"), choice="citation_form")

COPY = (
    Text("copy", N_("Copy"), lambda on: on.text.copy(), ("Ctrl+C",), words=N_("copy the selected text"), ruled=True),
    Text(
        "copy_with_source",
        N_("Copy with its source"),
        lambda on: on.text.copy_with_source(),
        ("Ctrl+Shift+C",),
        words=N_("copy it with its source"),
    ),
    FormChoice("citation_as_text", N_("Text"), lambda on: on.store.update(citation_form=TEXT), value=TEXT),
    FormChoice("citation_as_markdown", "Markdown", lambda on: on.store.update(citation_form=MARKDOWN), value=MARKDOWN),
    FormChoice("citation_as_html", "HTML", lambda on: on.store.update(citation_form=HTML), value=HTML),
    Text("select_all", N_("Select all"), lambda on: on.text.select_all(), ("Ctrl+A",), words=N_("select all")),
)
