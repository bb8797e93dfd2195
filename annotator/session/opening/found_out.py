"""Facts about articles of the folder that became known otherwise than by reading their files in its list."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.corpus.summary import Summary
from annotator.model.items import altered


@dataclass(slots=True)
class FoundOut:
    """``problems`` that were found when articles were opened, empty for none, and what is known of those ``open``.

    Each is by the name of its article. One that was open may be read before it is saved, so that this counts until its
    sidecar changes.
    """

    problems: dict[str, str] = field(default_factory=dict)
    open: dict[str, Summary] = field(default_factory=dict)

    def told_of(self, name: str, read: Summary) -> Summary:
        """Return what was read of the article, with what is known besides."""
        if name not in self.problems and name not in self.open:
            return read
        problem, known = self.problems.get(name, read.problem), self.open.get(name, read)
        return altered(read, problem=problem, status=known.status, annotations=known.annotations, facts=known.facts)
