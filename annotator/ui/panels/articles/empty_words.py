"""Words in place of an empty list of articles."""

from __future__ import annotations

from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.translation.messages import _, ngettext, number
from annotator.ui.widgets.lists.empty_state import EmptyState, words


def say_why_empty(empty: EmptyState, folder: Folder, plan: FolderPlan, wanted: str) -> None:
    """Say why no article is shown; ``wanted`` is what the filter asks for, empty for no filter."""
    articles = len(folder.entries)
    if folder.path is None:
        empty.say(_("No folder is open"))
    elif not articles:
        empty.say(_("No articles here"), words(_("An article is a file whose name ends in .txt or .md")))
    elif not wanted and plan.rows is not None:
        empty.say(_("No article here is assigned to you"))
    else:
        hidden = ngettext("{count} article hidden", "{count} articles hidden", articles)
        empty.say_no_match(wanted, hidden.format(count=number(articles)))
