"""Sources of candidates: the table of actions, the open article's annotations and the folder's articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from heapq import nsmallest
from itertools import islice
from pathlib import Path
from typing import Protocol

from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.document import Document
from annotator.session.annotation_words import AnnotationWords
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.row import ActionRow
from annotator.ui.dialogs.command_palette.candidates import Candidate, Found
from annotator.ui.dialogs.command_palette.ranking import Names, cost, fit

HIDDEN = ("palette", "escape")
FAR, LEAD = 30, 12


class ArticleEntry(Protocol):
    """Part of a folder's entry that the palette shows."""

    @property
    def path(self) -> Path: ...
    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def problem(self) -> str: ...


class ActionSource:
    """All actions that match the query, also by their English names; the latest run first among equal matches."""

    heading = ""

    def __init__(self, actions: Actions, recent: Callable[[], Sequence[str]]) -> None:
        self._actions = actions
        self._recent = recent
        self._rows: tuple[ActionRow, ...] = ()
        self._named: list[tuple[ActionRow, tuple[str, str]]] = []
        self._all = Names(())

    def find(self, query: str, most: int) -> list[Found]:
        rank = {id: place for place, id in enumerate(self._recent())}
        found = []
        named = self._names()
        for place in self._all.likely(query):
            row, names = named[place]
            costs = _cost(query, *names)
            if costs is not None:
                found.append((costs, bool(self._actions.reason(row.id)), rank.get(row.id, len(rank)), place, row))
        return [self._found(query, row) for *_order, row in nsmallest(most, found, key=lambda one: one[:4])]

    def forget(self) -> None:
        pass

    def _names(self) -> list[tuple[ActionRow, tuple[str, str]]]:
        """Return the actions with their names, which are the same until the scheme changes."""
        if self._rows is not self._actions.rows:
            self._rows = self._actions.rows
            self._named = [(row, (_name(row), _english(row))) for row in self._rows if row.id not in HIDDEN]
            self._all = Names(dict.fromkeys(names) for _row, names in self._named)
        return self._named

    def _found(self, query: str, row: ActionRow) -> Found:
        fits = fit(query, _name(row))
        return Found(self._candidate(row), fits.places if fits else ())

    def _candidate(self, row: ActionRow) -> Candidate:
        keys = tuple(self._actions.captions(row.id))
        run = partial(self._actions.trigger, row.id)
        return Candidate(_name(row), run, row.menu_titles[0], keys, reason=self._actions.reason(row.id), label=row.tags)


class AnnotationSource:
    """Annotations of the open article whose words contain every word of the query, in text order."""

    heading = N_("Annotations")

    def __init__(self, session: Session) -> None:
        self._session = session
        self._document: Document | None = None
        self._words: AnnotationWords | None = None

    def find(self, query: str, most: int) -> list[Found]:
        if self._session.current is None:
            return []
        words, wanted = self._read_words(), folded(query).split()
        return [self._found(query, id) for id in words.first(wanted, most)] if wanted else []

    def forget(self) -> None:
        self._document = self._words = None

    def _read_words(self) -> AnnotationWords:
        """Return the words of the open document, read when the palette opens rather than at the first letter."""
        document = self._session.document
        if self._words is None or document is not self._document:
            self._document, self._words = document, AnnotationWords(document, self._session.index)
        return self._words

    def _found(self, query: str, id: str) -> Found:
        annotation = self._session.document.annotations[id]
        words = plain_line(_from_near(self._session.document.words(annotation), folded(query).split()[0]))
        fits = fit(query, words)
        go = partial(self._session.select, id, show=True)
        candidate = Candidate(words, go, label_name(self._session.scheme, annotation.label), badge=annotation.label)
        return Found(candidate, fits.places if fits else ())


class ArticleSource:
    """Articles of the open folder whose name matches, then those whose title does."""

    heading = N_("Articles")

    def __init__(self, entries: Callable[[], Sequence[ArticleEntry]], open_article: Callable[[Path], None]) -> None:
        self._entries = entries
        self._open = open_article

    def find(self, query: str, most: int) -> list[Found]:
        words = folded(query).split()
        if not words:
            return []
        entries = self._entries()
        rows = _holding([folded(entry.name) for entry in entries], words, most)
        if len(rows) < most:
            titled = _holding([folded(entry.title) for entry in entries], words, most)
            rows = list(dict.fromkeys([*rows, *titled]))[:most]
        return [self._found(query, entries[row]) for row in rows]

    def forget(self) -> None:
        pass

    def _found(self, query: str, entry: ArticleEntry) -> Found:
        fits = fit(query, entry.name)
        status = "problem" if entry.problem else entry.status
        candidate = Candidate(
            plain_line(entry.name),
            partial(self._open, entry.path),
            plain_line(entry.title),
            status=status or "new",
        )
        return Found(candidate, fits.places if fits else ())


def _name(row: ActionRow) -> str:
    if not row.choice:
        return row.title
    # Translators: the menu is the name of what is chosen, as in “Theme: Dark”.
    return _("{menu}: {action}").format(menu=row.menu_titles[-1], action=row.title)


def _english(row: ActionRow) -> str:
    submenu = row.menu.rpartition("/")[2]
    return f"{submenu}: {row.text}" if row.choice else row.text


def _cost(query: str, name: str, english: str) -> int | None:
    """Return the cost of a match with the name of the action in the language in use, else with its English one."""
    own = cost(query, name)
    return cost(query, english) if own is None and name != english else own


def _from_near(text: str, word: str) -> str:
    """Return the text from LEAD characters before ``word``, where the word is more than FAR characters in."""
    whole = FoldedText(text).fold()
    at = whole.folded.find(word)
    place = whole.span(at, at + 1).start if at >= 0 else -1
    start = text.rfind(" ", 0, max(place - LEAD, 0)) + 1
    return f"…{text[start:]}" if place > FAR and start else text


def _holding(texts: Sequence[str], words: Sequence[str], most: int) -> list[int]:
    """Return the indexes of the first ``most`` texts that contain all of ``words``."""
    places: Iterable[int] = range(len(texts))
    for word in words:
        places = [place for place in places if word in texts[place]]
    return list(islice(places, most))
