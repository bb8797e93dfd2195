"""The banner that says who has signed off, and the section with the hash of the text and the exceptions."""

from __future__ import annotations

from annotator.interop.handover.content import HandOver, Signature
from annotator.interop.handover.html.markup import fact_links, line, plain, section, term
from annotator.interop.handover.words import NONE, hash_words, same_text_words, short_hash, signed_words
from annotator.translation.messages import _, listed


def banner(handed: HandOver) -> str:
    """Return the banner of the latest round, with the last sign-off of it; it says so where nobody has signed."""
    signature = handed.signature
    if signature is None:
        text = plain(_("Nobody has signed off this article yet."))
        return f'<div class="banner open"><span><b>○</b> {text}</span>{_text_hash(handed)}</div>\n'
    good = signature.is_of_this_text and not signature.reopened
    glyph, kind = ("✓", "signed") if good else ("!", "stale")
    names = listed(dict.fromkeys(line(one.by or NONE) for one in handed.latest_round))
    by = plain(_("Signed off by {name}")).format(name=names)
    hash = plain(f"{_hash_words(signature.sha256)} · {same_text_words(signature)}")
    again = f" · {plain(_('open again'))} {fact_links(signature.reopened)}" if signature.reopened else ""
    said = f'<span><b class="glyph">{glyph}</b> <b>{by}</b>, {line(signed_words(signature))}</span>'
    return f'<div class="banner {kind}">{said}<span class="t">{hash}{again}</span></div>\n'


def sign_off_section(handed: HandOver) -> str:
    """Return all sign-offs, with exceptions and hashes in full, and the hash of the text."""
    nobody = plain(_("Nobody has signed yet."))
    signed = "".join(map(_signature, handed.signatures)) or f"<p>{nobody}</p>"
    own = term(_("SHA-256 of the text above"), f"<code>{plain(hash_words(handed.article.sha256))}</code>")
    return section("sign-off", _("Sign-off"), f"{signed}{own}")


def _text_hash(handed: HandOver) -> str:
    return f'<span class="t">{plain(_hash_words(handed.article.sha256))}</span>'


def _hash_words(sha256: str) -> str:
    # Translators: the beginning and the end of the hash of a text follow
    return _("text SHA-256 {hash}").format(hash=short_hash(sha256))


def _signature(signature: Signature) -> str:
    lines = [f"<div><b>{line(signature.by or NONE)}</b>, {line(signed_words(signature))}</div>"]
    lines.append(term(_("signed text"), f"<code>{plain(hash_words(signature.sha256))}</code>"))
    if not signature.is_of_this_text:
        lines.append(f'<div class="stale">{plain(same_text_words(signature))}</div>')
    if signature.reopened:
        lines.append(term(_("open again"), fact_links(signature.reopened)))
    for number, why in signature.exceptions:
        about = fact_links([number]) if number else NONE
        lines.append(f'<div class="exception">□ {about} – {line(why)}</div>')
    return f'<div class="signature">{"".join(lines)}</div>'
