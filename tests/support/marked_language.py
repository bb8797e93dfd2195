"""A language for tests that is English in angle brackets, so that a message that was not translated is seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.translation import messages


class Marked:
    """Translate each message into itself between angle brackets."""

    def text(self, message: str, context: str = "") -> str:  # noqa: ARG002  # as every translator
        return f"<{message}>"

    def plural(self, one: str, many: str, count: int) -> str:
        return f"<{one if count == 1 else many}>"


@contextmanager
def marked_language() -> Iterator[None]:
    """Use that language, which writes numbers with full stops, and English again afterwards."""
    messages.use(Marked(), lambda value: f"{value:,}".replace(",", "."))
    try:
        yield
    finally:
        messages.use()
