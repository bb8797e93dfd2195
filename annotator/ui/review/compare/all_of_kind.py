"""Questions before many differences are decided at once, with counts and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.language.plain_line import plain_line, shortened
from annotator.review.comparing import Cluster
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number
from annotator.ui.review.compare.kind_words import KINDS
from annotator.ui.system.system_dialogs import Question, SystemDialogs
from annotator.ui.theme.look import Look

EXAMPLES, LONGEST = 5, 60


@dataclass(frozen=True, slots=True)
class AllQuestions:
    """Asks through ``dialogs``."""

    session: Session
    dialogs: SystemDialogs
    look: Look

    def may_take_agreed(self, clusters: Sequence[Cluster]) -> bool:
        """Return whether everything on which all agree is to be taken into the final version."""
        count = len(clusters)
        sentence = ngettext(
            "All agree on {count} annotation. Take it into the final version?",
            "All agree on {count} annotations. Take them into the final version?",
            count,
        )
        return self._confirmed(sentence.format(count=number(count)), clusters, _("Take"))

    def may_take_all(self, clusters: Sequence[Cluster], who: str) -> bool:
        """Return whether all of these are to be decided alike: after ``who``, or none is right where that is empty."""
        count = len(clusters)
        if who:
            sentence = ngettext(
                "{kind}: follow {name} in {count} difference? Where {name} has nothing, nothing is right.",
                "{kind}: follow {name} in {count} differences? Where {name} has nothing, nothing is right.",
                count,
            )
        else:
            sentence = ngettext(
                "{kind}: is nothing right in {count} difference?",
                "{kind}: is nothing right in {count} differences?",
                count,
            )
        told = sentence.format(kind=_(KINDS[clusters[0].kind]), name=who, count=number(count))
        return self._confirmed(told, clusters, _("Decide"))

    def _confirmed(self, sentence: str, clusters: Sequence[Cluster], go_on: str) -> bool:
        text = self.session.document.article.text
        lines = [shortened(plain_line(one.span.of(text)), LONGEST) for one in clusters[:EXAMPLES]]
        more = len(clusters) - len(lines)
        if more:
            lines.append(ngettext("and {count} more", "and {count} more", more).format(count=number(more)))
        question = Question(_("Final version"), sentence, (go_on, _("Cancel")), "\n".join(lines))
        return self.dialogs.ask(question) == go_on
