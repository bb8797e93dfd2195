"""One web page of the differences of annotators, to hand round: it needs no network, no fonts and no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from random import Random

from annotator.language.annotator_names import annotator_name
from annotator.language.writing_direction import html_language
from annotator.model.scheme import Guideline
from annotator.model.visible import visible
from annotator.review.disagreements import Disagreements, Example, LabelDifferences
from annotator.translation.messages import N_, _, ngettext, number

KIND_WORDS = {
    "edges": N_("Edges differ"),
    "label": N_("Labels differ"),
    "only": N_("Not marked by all"),
    "values": N_("Values differ"),
    "relations": N_("Relations differ"),
}
STYLE = """
:root { color-scheme: light dark; --ink: #1b2631; --faint: #5b6874; --ground: #fff; --edge: #cfd7de; --mark: #fff0b8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --faint: #9aa7b3; --ground: #171c21; --edge: #38434d; --mark: #54470f; }
}
body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--ground); margin: 2rem auto;
  max-width: 46rem; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .3rem; border-top: 1px solid var(--edge);
  padding-top: 1rem; }
.faint { color: var(--faint); } mark { background: var(--mark); color: inherit; }
blockquote { margin: .6rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--edge); }
table { border-collapse: collapse; margin: .5rem 0; } td, th { text-align: start; padding: .15rem .9rem .15rem 0;
  vertical-align: top; } .example { break-inside: avoid; margin: 1rem 0; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; color: #000; background: #fff; } }
"""


def disagreements_page(found: Disagreements, *, with_names: bool = False) -> bytes:
    """Return the page as UTF-8; annotators are called by letters in a shuffled order unless ``with_names``."""
    names = _names([*found.annotators], with_names=with_names)
    title = _("Where the annotators differ")
    head = (
        f'<!doctype html>\n<html {html_language()}><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><title>{_plain(title)}</title>'
        f"<style>{STYLE}</style></head><body>\n"
    )
    parts = [f"<h1>{_plain(title)}</h1>", *_summary(found, names)]
    for label in found.labels:
        parts += _label(label, names)
    return (head + "\n".join(parts) + "\n</body></html>\n").encode("utf-8", "replace")


def _names(annotators: list[str], *, with_names: bool) -> Mapping[str, str]:
    if with_names:
        return {name: annotator_name(name) for name in annotators}
    shuffled = sorted(annotators)
    Random("\0".join(shuffled)).shuffle(shuffled)
    return {name: chr(ord("A") + place) if place < 26 else f"A{place}" for place, name in enumerate(shuffled)}


def _summary(found: Disagreements, names: Mapping[str, str]) -> Iterator[str]:
    count = found.articles
    words = ngettext("{count} article by two annotators or more", "{count} articles by two annotators or more", count)
    yield f'<p class="faint">{_plain(words.format(count=number(count)))}</p>'
    if found.left_out:
        left = ngettext(
            "{count} article is left out, as its annotators had other texts.",
            "{count} articles are left out, as their annotators had other texts.",
            found.left_out,
        )
        yield f'<p class="faint">{_plain(left.format(count=number(found.left_out)))}</p>'
    yield _table(_("Kinds of differences"), [(_kind(kind), number(n)) for kind, n in found.kinds.most_common() if kind])
    yield _table(_("Reasons of decisions"), [(why, number(n)) for why, n in found.reasons.most_common()])
    yield _table(
        _("Decisions that followed each annotator"),
        [
            (
                names[name],
                # Translators: decisions that followed an annotator, of all, and places where nothing was right
                _("{followed} of {decided}, rightly nothing {nothing}").format(
                    followed=number(followed), decided=number(decided), nothing=number(nothing)
                ),
            )
            for name, (followed, decided, nothing) in sorted(
                found.followed.items(), key=lambda one: names.get(one[0], "")
            )
            if decided and name in names
        ],
    )


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    cells = "".join(f"<tr><td>{_plain(one)}</td><td>{_plain(other)}</td></tr>" for one, other in rows)
    return f"<h3>{_plain(title)}</h3><table>{cells}</table>"


def _label(one: LabelDifferences, names: Mapping[str, str]) -> Iterator[str]:
    yield f"<h2>{_plain(one.label)}</h2>"
    told = _("{differing} of {places} places differ").format(differing=number(one.differing), places=number(one.places))
    kinds = ", ".join(f"{_kind(kind)}: {number(count)}" for kind, count in one.kinds.most_common())
    yield f'<p class="faint">{_plain(f"{told}. {kinds}" if kinds else told)}</p>'
    yield _guideline(one.guideline)
    yield from (_example(example, names) for example in one.examples)


def _guideline(guideline: Guideline) -> str:
    said = [guideline.definition, *(f"✓ {one}" for one in guideline.yes), *(f"✕ {one}" for one in guideline.no)]
    lines = "<br>".join(_plain(one) for one in said if one)
    return f'<blockquote dir="auto">{lines}</blockquote>' if lines else ""


def _example(example: Example, names: Mapping[str, str]) -> str:
    text = f"…{_plain(example.before)}<mark>{_plain(example.words)}</mark>{_plain(example.after)}…"
    rows = "".join(
        f"<tr><th>{_plain(names.get(one.annotator, one.annotator))}</th><td>{_plain(one.label or _('nothing'))}</td>"
        f'<td dir="auto">{_plain(one.words)}</td><td dir="auto">{_plain(one.values)}</td></tr>'
        for one in sorted(example.versions, key=lambda one: names.get(one.annotator, ""))
    )
    where = f'<div class="faint">{_plain(_kind(example.kind))} · {_plain(example.article)}</div>'
    return f'<div class="example">{where}<div dir="auto">{text}</div><table>{rows}</table></div>'


def _kind(kind: str) -> str:
    return _(KIND_WORDS[kind]) if kind in KIND_WORDS else kind


def _plain(text: str) -> str:
    return escape(visible(text))
