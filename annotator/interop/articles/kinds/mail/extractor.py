"""Extractor for e-mail: single messages and mailboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import PurePath

from annotator.interop.articles.blocks import Block, inlay_of, joined
from annotator.interop.articles.day import day_of
from annotator.interop.articles.extracted import HEADLINE, Extracted, Extractor, Wishes
from annotator.interop.articles.incoming import bounded
from annotator.interop.articles.inline.telling import inlay_notes
from annotator.interop.articles.kinds.mail.body import body_of
from annotator.interop.articles.kinds.mail.mailbox import is_mailbox, messages_in
from annotator.interop.articles.mime import header, message
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.optional_libraries import made_by
from annotator.translation.messages import N_

ADDRESS = re.compile(r"\s*<[^<>]*>$")


def extract(data: bytes, name: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield each message with its subject as headline; ``wishes.failed`` takes the errors of those in a mailbox."""
    stem = PurePath(name).stem
    if is_mailbox(bounded(data)):
        yield from _of_mailbox(data, stem, wishes)
    else:
        yield _extracted(data, stem)


def _of_mailbox(data: bytes, stem: str, wishes: Wishes) -> Iterator[Extracted]:
    for at, (line, single) in enumerate(messages_in(data), 1):
        try:
            extracted = _extracted(single, f"{stem} {at}")
        except ForeignError as error:
            wishes.failed(ForeignError(error.sentence, line_place(line), line))
        else:
            yield extracted


def _extracted(data: bytes, name: str) -> Extracted:
    read = message(data)
    subject = header(read, "Subject")
    found = body_of(read)
    body = found.blocks
    blocks = body if _begins_with(body, subject) else [Block(subject, HEADLINE), *body]
    text, parts = joined(blocks)
    inlay = inlay_of(blocks)
    harmless, about, us = (*found.harmless, *inlay_notes(inlay, text)), _about(read, subject), made_by("annotator")
    told = (*found.notes, *harmless)
    return Extracted(subject or name, text, parts, about, us, told, frozenset(harmless), inlay.corrections)


def _begins_with(body: list[Block], subject: str) -> bool:
    """Return whether the first paragraph is the subject; if so, mark it as the headline."""
    if body[0].text != subject:
        return False
    body[0] = replace(body[0], role=HEADLINE)
    return True


def _about(read: Message, subject: str) -> dict[str, str]:
    about = {"title": subject, "byline": _sender(header(read, "From")), "published": day_of(header(read, "Date"))}
    return {key: value for key, value in about.items() if value}


def _sender(address: str) -> str:
    """Return the sender's name, or else the address."""
    return ADDRESS.sub("", address).strip(' "') or address.strip("<>")


EXTRACTOR = Extractor("mail", N_("E-mail"), (".eml", ".mbox"), extract)
