"""Words for setting the status of an article."""

from __future__ import annotations

from annotator.session.editing.descriptions import filled
from annotator.session.opening.status_names import status_in_sentence
from annotator.translation.messages import _, pgettext


def setting_status(status: str) -> tuple[str, str]:
    """Return the title of the step that sets the status of an article, and the same as done."""
    # Translators: the name of a step that can be undone; {status} is “done”, “reviewed” …
    title = _("Set the status to {status}")
    # Translators: what was just done; {status} is “done”, “reviewed” …
    done = pgettext("done", "Set the status to {status}")
    return filled(title, done, status=status_in_sentence(status))
