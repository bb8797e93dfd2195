"""Kinds of differences in words."""

from __future__ import annotations

from annotator.review.comparing import EDGES, LABEL, ONLY, RELATIONS, VALUES, Cluster
from annotator.review.deciding_again import ADDED, ALTERED, REMOVED
from annotator.translation.messages import N_, _, listed

KINDS = {
    EDGES: N_("Edges"),
    LABEL: N_("Label"),
    ONLY: N_("Marked by some only"),
    VALUES: N_("Values"),
    RELATIONS: N_("Relations"),
}
CHANGED = {
    ALTERED: N_("{name} has changed it since"),
    REMOVED: N_("{name} has removed it since"),
    ADDED: N_("{name} has added it since"),
}


def kind_words(cluster: Cluster) -> str:
    """Return the kinds of differences of the cluster: “Edges, Values”."""
    return listed(_(KINDS[kind]) for kind in cluster.kinds)
