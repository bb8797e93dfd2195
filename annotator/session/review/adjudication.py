"""Wishes of who decides on the final version: each is one undo step, and leads to the next open difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.model.change import Change
from annotator.model.kinds.decisions import NONE, OWN, Decision, taking
from annotator.review.adjudicating import Decider, Wish, decide, merged_edges
from annotator.review.comparing import EDGES, Cluster
from annotator.review.reasons import give_reason
from annotator.session.review.compare_mode import CompareMode
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number


class Adjudication:
    """Decide over the current difference of ``mode``, or over many at once, in the final version."""

    def __init__(self, mode: CompareMode, session: Session) -> None:
        self._mode, self._session = mode, session
        self._last: Sequence[Cluster] = ()
        self._is_acting = False
        session.changed.connect(self._follow_change)

    def take_number(self, place: int) -> None:
        """Take the version of the annotator of that number, from 1; say so where there is none."""
        names, cluster = self._mode.annotators, self._mode.current
        if cluster is None or not 0 < place <= len(names):
            return
        name = names[place - 1]
        if name not in cluster.versions:
            self._session.say(
                _("{name} has nothing here; 0 says that nothing is right").format(name=self._mode.name(name))
            )
            return
        self._decide([Wish(cluster, taking(name))], _("Took the version of {name}").format(name=self._mode.name(name)))

    def none(self) -> None:
        """Decide that nothing is right here."""
        if self._mode.current:
            self._decide([Wish(self._mode.current, NONE)], _("None is right here"))

    def merge(self, *, union: bool) -> None:
        """Take the union or the intersection of the edges, with the label and values of the first who has a version."""
        cluster = self._mode.current
        if cluster is None:
            return
        merged = merged_edges(cluster, self._first(cluster), union=union)
        if merged is None:
            self._session.say(_("The versions have no words in common"))
            return
        done = _("Took all words of the versions") if union else _("Took the words in common")
        self._decide([Wish(cluster, OWN, merged, EDGES)], done)

    def begin_own(self) -> str:
        """Take an own version, to be edited: that in the final version, else the first one. Return its id, or none."""
        cluster = self._mode.current
        if cluster is None:
            return ""
        decision = self._mode.decision(cluster)
        there = self._session.document.annotations.get(decision.result) if decision else None
        own = there or cluster.versions[self._first(cluster)]
        if not self._decide([Wish(cluster, OWN, own)], _("An own version, to be edited"), go_on=False):
            return ""
        decision = self._mode.decision(cluster)
        return decision.result if decision else ""

    def take_agreed(self) -> None:
        """Take everything in which all agree into the final version."""
        wishes = [Wish(cluster, taking(self._first(cluster))) for cluster in self._mode.agreed]
        words = ngettext("Took {count} on which all agree", "Took {count} on which all agree", len(wishes))
        self._decide(wishes, words.format(count=number(len(wishes))))

    @property
    def reasoned(self) -> Sequence[Cluster]:
        """Differences whose decisions get a reason: the current one where it is decided, else those decided last."""
        current = self._mode.current
        if current and not self._mode.is_open(current):
            return [current]
        return [one for one in self._last if not self._mode.is_open(one)]

    def give_reason(self, why: str) -> None:
        """Say why it was decided so: a word of REASONS or any text."""
        ids = [decision.id for one in self.reasoned if (decision := self._mode.decision(one))]
        words = ngettext("Gave a reason for {count} decision", "Gave a reason for {count} decisions", len(ids))
        change = give_reason(self._session.document, ids, why)
        self._do(change, words.format(count=number(len(ids))))

    def of_this_kind(self) -> Sequence[Cluster]:
        """Return the open differences that are listed with the kind of the current one, once all is compared."""
        current = self._mode.current if self._mode.whole else None
        return [
            one for one in self._mode.differences if current and one.kind == current.kind and self._mode.is_open(one)
        ]

    def take_all(self, clusters: Iterable[Cluster], place: int) -> None:
        """Follow the annotator of that number in all of these, or none; none is right where they have nothing."""
        name = self._mode.annotators[place - 1] if place else ""
        wishes = [Wish(cluster, taking(name) if name in cluster.versions else NONE) for cluster in clusters]
        words = ngettext("Decided {count} difference", "Decided {count} differences", len(wishes))
        self._decide(wishes, words.format(count=number(len(wishes))))

    def _do(self, change: Change, done: str) -> bool:
        self._is_acting = True
        did = self._session.do(change, done)
        self._is_acting = False
        return did

    def _follow_change(self, change: Change) -> None:
        """Go to the difference over which undo or redo has decided otherwise, the first of several."""
        if self._is_acting or not self._mode.deciding:
            return
        changed = (*change.removed_of(Decision), *change.added_of(Decision))
        versions = {version for decision in changed for version in decision.of.items()}
        found = (one for one in self._mode.differences if versions and not versions.isdisjoint(one.ids.items()))
        if cluster := next(found, None):
            self._mode.choose(cluster)

    def _first(self, cluster: Cluster) -> str:
        return next(name for name in self._mode.annotators if name in cluster.versions)

    def _decide(self, wishes: Sequence[Wish], done: str, *, go_on: bool = True) -> bool:
        mode, session = self._mode, self._session
        if not mode.deciding or mode.table is None:
            session.say(_("This only compares: choose “Decide on a final version” in the menu Review first"))
            return False
        decider = Decider(mode.decider, session.now(), session.new_id)
        decided = self._do(decide(session.document, mode.table, wishes, decider), done)
        if decided:
            self._last = [wish.cluster for wish in wishes]
            if go_on:
                mode.go_on()
                self._tell_end(done)
        return decided

    def _tell_end(self, done: str) -> None:
        """Say with the last decision that it was the last, and what is left to be taken."""
        if self._mode.decided == len(self._mode.differences):
            left = _("{done}. All differences are decided; A takes what all agree on.")
            self._session.say((left if self._mode.agreed else _("{done}. All is decided.")).format(done=done))
