"""Decisions after somebody has changed their document: which of them stand, and what has changed under the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.facts.desk.version_digests import KnownVersions
from annotator.model.document import Document
from annotator.model.kinds.decisions import NONE, Decision
from annotator.review.comparing import Cluster, compared

ALTERED, REMOVED, ADDED = "altered", "removed", "added"
"""What has become of an annotator's version since the decision."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A decision that no longer stands, and by annotator what has changed since; empty where the result is gone."""

    decision: Decision
    changed: Mapping[str, str]


def decided_again(
    decisions: Iterable[Decision],
    documents: Mapping[str, Document],
    final: Document,
    clusters: Sequence[Cluster] | None = None,
) -> tuple[list[Decision], list[Reopened]]:
    """Return the decisions that stand, and those that do not with what has changed.

    A decision stands if each annotator's version says what it said, nobody who had none there has one now, and the
    annotation that came of it is still in the final document. Documents of annotators that it was not over do not
    matter, nor do those that are not among ``documents``. ``clusters`` are those of the documents, where they have been
    compared already. Raises what ``compared`` raises.
    """
    clusters = compared(documents) if clusters is None else clusters
    joined = {pair: cluster.ids for cluster in clusters for pair in cluster.ids.items()}
    digests = {name: KnownVersions(document) for name, document in documents.items()}
    standing: list[Decision] = []
    reopened: list[Reopened] = []
    for decision in decisions:
        changed = _changed(decision, digests, joined)
        gone = decision.took != NONE and decision.result not in final.annotations
        if changed or gone:
            reopened.append(Reopened(decision, changed))
        else:
            standing.append(decision)
    return standing, reopened


def _changed(
    decision: Decision,
    digests: Mapping[str, KnownVersions],
    joined: Mapping[tuple[str, str], Mapping[str, str]],
) -> dict[str, str]:
    """Return what has become of each annotator's version, for those whose version has changed."""
    now: dict[str, str] = {}
    for name, id in decision.of.items():
        now |= joined.get((name, str(id)), {})
    found: dict[str, str] = {}
    for name, digest in decision.over.items():
        if name not in digests:
            continue
        id = str(decision.of.get(name, ""))
        known = digests[name][id]
        if id and known != digest:
            found[name] = ALTERED if known else REMOVED
        elif not id and now.get(name):
            found[name] = ADDED
    return found
