"""Names with which reading and writing of BioC keep what the other side does not know."""

KEPT, ROLES = "x-bioc", "roles"
"""Unknown key with what a file said beside its annotations, and the roles of a relation's ends in it."""

ENDS = ("source", "target")
"""Roles of the ends of a relation that came from nowhere else."""

OURS = "annotator:"
"""Beginning of the keys of infons that only this program writes."""

OWN_PATH = f"{OURS}path"
"""Key of the article's path, by which a document is known as one of ours."""

ABOUT = ("annotator", "scheme", "status", "split")
"""What else a document says of itself, each at its name behind ``OURS``."""

ARTICLE, ATTRIBUTES = "article", "attributes"
"""Name behind ``OURS`` of what is known of the article, and the key of its attributes, which are infons themselves."""
