"""Label Studio: ``tasks.json`` to import, and ``config.xml`` for a project's labelling interface."""

from annotator.interop.formats.label_studio.format import FORMAT

__all__ = ["FORMAT"]
