"""Facts about articles of the folder that became known otherwise than by reading their files in its list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.session.opening.entry import Entry


@dataclass(slots=True)
class FoundOut:
    """``problems`` that were found when articles were opened, empty for none, and entries of those that were ``open``.

    An article that was open may be read before it is saved, so that its entry counts until its sidecar changes.
    """

    problems: dict[Path, str] = field(default_factory=dict)
    open: dict[Path, Entry] = field(default_factory=dict)

    def told_of(self, entry: Entry) -> Entry:
        """Return the entry, as it was read, with what is known besides."""
        if not self.problems and not self.open:
            return entry
        problem, known = self.problems.get(entry.path, entry.problem), self.open.get(entry.path, entry)
        return replace(entry, problem=problem, status=known.status, annotations=known.annotations, facts=known.facts)
