"""Draft of a scheme: edited states with undo and redo, nothing of it written."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.parts import Part, has


@dataclass(frozen=True, slots=True)
class State:
    """A state of the draft: the scheme, the step that led there, the place it was at, and the token of joined steps.

    ``base`` are the bytes of the file that the scheme was started from, None for that of the folder.
    """

    scheme: Scheme
    title: str = ""
    place: Part | None = None
    token: str = ""
    base: bytes | None = None


class SchemeDraft:
    """States of a scheme that is edited, from the one that is written in the folder."""

    def __init__(self, saved: Scheme) -> None:
        self._states = [State(saved)]
        self._at = 0

    @property
    def saved(self) -> Scheme:
        """Scheme as it is written."""
        return self._states[0].scheme

    @property
    def scheme(self) -> Scheme:
        """Scheme as it is edited."""
        return self._states[self._at].scheme

    @property
    def is_changed(self) -> bool:
        return self.scheme != self.saved

    @property
    def steps(self) -> int:
        """Number of steps that can be undone."""
        return self._at

    @property
    def undo_title(self) -> str:
        """Title of the step that ``undo`` takes back; empty where there is none."""
        return self._states[self._at].title

    @property
    def redo_title(self) -> str:
        return self._states[self._at + 1].title if self._at + 1 < len(self._states) else ""

    def is_new(self, place: Part) -> bool:
        """Return whether the part is in the draft alone: no saved file can name it."""
        return not has(self.saved, place)

    @property
    def base(self) -> bytes | None:
        """Bytes of the file that the scheme was started from; None for that of the folder."""
        return self._states[self._at].base

    def do(self, title: str, scheme: Scheme, place: Part, token: str = "", *, base: bytes | None = None) -> bool:
        """Take a step to another scheme, that of the file ``base`` if one is given; return False if it is the same one.

        Steps with the same ``token``, one after another, are one step.
        """
        if scheme == self.scheme:
            return False
        joins = bool(token) and self._at > 0 and self._states[self._at].token == token
        kept = self._at if joins else self._at + 1
        self._states = [*self._states[:kept], State(scheme, title, place, token, base or self.base)]
        self._at = kept
        return True

    def undo(self) -> State | None:
        """Go back one step; return the step that was undone, None where there is none."""
        if self._at == 0:
            return None
        self._at -= 1
        return self._states[self._at + 1]

    def redo(self) -> State | None:
        """Go forward one step; return it, None where there is none."""
        if self._at + 1 == len(self._states):
            return None
        self._at += 1
        return self._states[self._at]
