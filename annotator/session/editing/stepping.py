"""Going back and forth through the steps of undo, several at once."""

from __future__ import annotations

from annotator.session.session import Session


def step_titles(session: Session) -> list[str]:
    """Return the titles of all steps of the open article, the oldest first; those that are undone come last."""
    stack = session.history.activeStack()
    return [stack.text(number) for number in range(stack.count())] if stack else []


def steps_done(session: Session) -> int:
    """Return how many of the steps are done."""
    stack = session.history.activeStack()
    return int(stack.index()) if stack else 0


def go_to_step(session: Session, wanted: int) -> None:
    """Undo or redo until ``wanted`` steps are done; stop at a step that no longer fits what others have changed."""
    for _step in range(abs(steps_done(session) - wanted)):
        before = len(step_titles(session))
        if steps_done(session) > wanted:
            session.undo()
        else:
            session.redo()
        if len(step_titles(session)) < before:
            return  # the step was dropped, which has been said
