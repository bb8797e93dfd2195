"""Name of who decides on the final version, asked for where the settings have none."""

from __future__ import annotations

from annotator.language.annotator_names import GOLD
from annotator.session.opening.opener import Opener
from annotator.session.review.compare_mode import CompareMode
from annotator.storage.sidecars.sidecar_names import is_annotator_name
from annotator.translation.messages import _


class DecidingName:
    """Gives the ``mode`` a name for its decisions, which holds until the program ends."""

    def __init__(self, opener: Opener, mode: CompareMode) -> None:
        self._opener, self._mode = opener, mode

    def must_be_asked(self, *, deciding: bool) -> bool:
        """Return whether the final version is to be opened by somebody of whom no name is known but that of it."""
        name = self._opener.annotator
        return not self._mode.decider and (name == GOLD or (deciding and not name))

    def take(self, name: str) -> str:
        """Decide under this name; return a sentence that says why that cannot be, empty where it can."""
        name = name.strip()
        if not is_annotator_name(name):
            return _("A name has letters, digits and hyphens, and no full stop")
        if name == GOLD:
            return _("{name} is the final version itself: who decides on it?").format(name=name)
        self._mode.called = name
        return ""
