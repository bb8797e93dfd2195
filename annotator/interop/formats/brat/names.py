"""Original names of a brat folder's labels, attributes and relations, which brat restricts to plain characters."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.formats.brat.config import MADE_WITH
from annotator.interop.formats.brat.lines import NEWLINE
from annotator.interop.json.reading import Fields, fields_of

CONFIG = "annotation.conf"


class BratNames:
    """Names from the first line of annotation.conf if Annotator wrote it (``is_own``); otherwise brat's own names."""

    def __init__(self, config: str = "") -> None:
        first = config.partition("\n")[0].rstrip("\r")
        self.is_own = first.startswith(MADE_WITH)
        said = Fields({}, 1)
        if self.is_own:
            said = _parsed(first.removeprefix(MADE_WITH))
        self._labels, self._attributes, self._relations = (
            _texts(said.fields(kind).values) for kind in ("labels", "attributes", "relations")
        )
        self._annotators = _texts(said.fields("annotators").values)
        self._lists = {name for name in said.values_at("lists") if isinstance(name, str)}

    def label(self, plain: str) -> str:
        """Return the label with that name in brat."""
        return self._labels.get(plain, plain)

    def attribute(self, plain: str) -> str:
        """Return the attribute with that name in brat."""
        return self._attributes.get(plain, plain)

    def relation(self, plain: str) -> str:
        """Return the relation type with that name in brat."""
        return self._relations.get(plain, plain)

    def document(self, name: str) -> tuple[str, str]:
        """Return the annotator, empty where none is noted, and the article's path without suffix."""
        annotator = self._annotators.get(name, "")
        return annotator, name.removesuffix(f".{annotator}") if annotator else name

    def is_list(self, attribute: str) -> bool:
        """Return whether the attribute holds a list even where it has one value."""
        return attribute in self._lists

    def note(self, line: str) -> str:
        """Return the note with its newlines restored."""
        return line.replace(NEWLINE, "\n") if self.is_own else line


def _parsed(text: str) -> Fields:
    try:
        return fields_of(text.encode(), 1)
    except ForeignError as error:
        raise ForeignError(error.sentence, line_place(1, CONFIG), 1) from error


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {key: value for key, value in values.items() if isinstance(value, str)}
