"""Words with their source on the clipboard: in the chosen form as plain text, and as Markdown and HTML beside it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from annotator.session.editing.citation import Citation
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.article_view.copied_words import holding


def put_on_clipboard(cited: Citation, data: QMimeData, store: SettingsStore) -> None:
    """Put all forms of the citation on the clipboard, in ``data``, which Qt has made of the selection of a text."""
    plain = cited.in_form(store.settings.citation_form)
    QGuiApplication.clipboard().setMimeData(holding(data, plain, html=cited.html, markdown=cited.markdown))
