"""A web page of a hand-over, read back: the text of its column, the words of its marks, its notes and its links."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "link", "img"})


class PageReader(HTMLParser):
    """What a page says. ``column`` is the text of the article's column without notes; ``marks`` are words by id.

    ``tags`` are all elements with their attributes; ``notes`` the text of each note by its number.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.column, self.text = "", ""
        self.marks: dict[str, str] = defaultdict(str)
        self.notes: dict[str, str] = defaultdict(str)
        self.numbers: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.unclosed: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.tags.append((tag, about))
        if about.get("class") == "n":
            self.numbers.append(about["data-n"] or "")
        if tag not in VOID:
            self.unclosed.append((tag, about))

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        classes = [about.get("class") for _tag, about in self.unclosed]
        if "column" in classes and "notes" not in classes:
            self._in_column(data)
        for tag, about in self.unclosed:
            if tag == "div" and about.get("class") == "note":
                self.notes[about["data-n"] or ""] += data

    def _in_column(self, data: str) -> None:
        self.column += data
        for id in {about["data-m"] or "" for _tag, about in self.unclosed if "data-m" in about}:
            self.marks[id] += data

    @property
    def addresses(self) -> list[str]:
        """Addresses of all links."""
        return [about.get("href") or "" for tag, about in self.tags if tag == "a"]

    def count(self, name: str) -> int:
        """Return how many elements of that name there are."""
        return sum(tag == name for tag, _about in self.tags)
