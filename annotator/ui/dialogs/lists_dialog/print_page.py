"""A list as a page to be printed: its title, what it is of, and a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextOption

from annotator.corpus.desk.table import CALLS
from annotator.model.visible import visible
from annotator.session.desk_lists.columns import TITLES, columns_of
from annotator.session.desk_lists.lines import ListLine, contact_words
from annotator.translation.messages import _

STYLE = "<style>td, th { padding: 3px 6px; text-align: left } th { font-weight: 600 }</style>"


def printed(name: str, of: str, lines: Sequence[ListLine]) -> QTextDocument:
    """Return the list of that name as a document; ``of`` is what it is of. Contacts are printed in the call sheet."""
    document = QTextDocument()
    option = QTextOption()
    option.setTextDirection(QGuiApplication.layoutDirection())
    document.setDefaultTextOption(option)
    direction = "rtl" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
    body = "".join(_calls(lines) if name == CALLS else _table(name, lines))
    head = f"<h2>{_cell(_(TITLES[name]))}</h2><p>{_cell(of)}</p>"
    document.setHtml(f'{STYLE}<body dir="{direction}">{head}{body}</body>')
    return document


def _calls(lines: Sequence[ListLine]) -> Iterator[str]:
    """Yield a heading with the contact for each source, and a table of the facts below it."""
    groups: dict[str, list[ListLine]] = {}
    for line in lines:
        groups.setdefault(line.cells[0], []).append(line)
    for source, some in groups.items():
        yield f"<h3>{_cell(source)}</h3>"
        if some[0].contact:
            yield f"<p>{_cell(contact_words(some[0].contact))}</p>"
        yield from _table(CALLS, some, skip=1)


def _table(name: str, lines: Sequence[ListLine], skip: int = 0) -> Iterator[str]:
    yield '<table border="1" cellspacing="0" width="100%"><thead><tr>'
    yield from (f"<th>{_cell(_(column.heading))}</th>" for column in columns_of(name)[skip:])
    yield "</tr></thead>"
    for line in lines:
        yield f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in line.cells[skip:])}</tr>"
    yield "</table>"


def _cell(words: str) -> str:
    return escape(visible(words))
