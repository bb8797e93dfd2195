"""The page as a whole: head with its guards, contents, article with notes, and the lists below."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from annotator.interop.handover.content import HandOver
from annotator.interop.handover.html.article_column import article_column
from annotator.interop.handover.html.markup import line, outer_link, plain, section
from annotator.interop.handover.html.sections import (
    criticism_section,
    evidence_section,
    facts_section,
    queries_section,
    sources_of,
    sources_section,
    unplaced_section,
)
from annotator.interop.handover.html.sign_off import banner, sign_off_section
from annotator.interop.handover.html.style import script, style
from annotator.interop.handover.words import counts, facts_name, one_line
from annotator.translation.messages import _, language, listed

LEFTWARDS = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Codes of languages that are written from right to left."""


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as one HTML file."""
    return page(handed).encode("utf-8", "replace")


def page(handed: HandOver) -> str:
    """Return the hand-over as a web page that loads nothing and is readable without its script."""
    looks, code = style(handed.legend), script()
    own = language() or "en"
    direction = "rtl" if own.partition("-")[0].partition("_")[0] in LEFTWARDS else "ltr"
    return f"""<!DOCTYPE html>
<html lang="{plain(own.replace("_", "-"))}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(looks, code)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{plain(_("{title} – checked").format(title=one_line(handed.article.title)))}</title>
<style>{looks}</style>
</head>
<body>
<div class="page">
<nav class="side" aria-label="{plain(_("Contents"))}">{_contents(handed)}</nav>
<main>
{_head(handed)}<details class="fold"><summary>{plain(_("Contents"))}</summary>{_contents(handed)}</details>
{banner(handed)}{article_column(handed)}{_sections(handed)}{_foot(handed)}</main>
</div>
<script>{code}</script>
</body>
</html>
"""


def _policy(looks: str, code: str) -> str:
    """Return a policy that allows this style and this script, and nothing from anywhere."""
    allowed = f"style-src {_source(looks)}; script-src {_source(code)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _source(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _head(handed: HandOver) -> str:
    article = handed.article
    where = line(listed(part for part in (article.outlet, article.published, article.byline) if part))
    parts = [where if article.outlet or article.published or article.byline else line(article.name)]
    if article.link:
        parts.append(outer_link(article.link))
    parts.append(plain(counts(handed)))
    about = "".join(f"<span>{part}</span>" for part in parts)
    direction = "rtl" if article.leftwards else "ltr"
    return f'<h1 id="article" dir="{direction}">{line(article.title)}</h1>\n<p class="about">{about}</p>\n'


def _contents(handed: HandOver) -> str:
    entries = "".join(
        f'<li><a href="#{id}"><span>{plain(name)}</span>{f"<i>{count}</i>" if count else ""}</a></li>'
        for id, name, count in _entries(handed)
    )
    marks = "".join(
        f'<li><span class="m {one.style} l{at} lane0">{line(one.name)}</span><i>{one.count}</i></li>'
        for at, one in enumerate(handed.legend)
    )
    legend = f'<h2>{plain(_("Marks"))}</h2><ul class="legend">{marks}</ul>' if marks else ""
    return f'<h2>{plain(_("Contents"))}</h2><ul class="toc">{entries}</ul>{legend}'


def _entries(handed: HandOver) -> Iterator[tuple[str, str, int]]:
    yield "article", _("Article"), 0
    yield "facts", facts_name(handed), len(handed.facts)
    if lost := sum(not fact.placed for fact in handed.facts):
        yield "unplaced", _("Without a place"), lost
    for id, name, count in (
        ("sources", _("Sources"), len(sources_of(handed))),
        ("evidence", _("Evidence"), len(handed.evidence)),
        ("queries", _("Queries"), len(handed.queries)),
        ("criticism", _("Criticism"), len(handed.criticism)),
        ("charts", _("Charts"), len(handed.charts)),
    ):
        if count or (id == "evidence" and handed.confidential):
            yield id, name, count
    yield "sign-off", _("Sign-off"), 0


def _sections(handed: HandOver) -> str:
    charts = "".join(f"<figure>{chart}</figure>" for chart in handed.charts)
    return "".join(
        (
            facts_section(handed),
            unplaced_section(handed),
            sources_section(handed),
            evidence_section(handed),
            queries_section(handed),
            criticism_section(handed),
            section("charts", _("Charts"), charts) if charts else "",
            sign_off_section(handed),
        )
    )


def _foot(handed: HandOver) -> str:
    by = _("annotated by {name}").format(name=one_line(handed.annotator)) if handed.annotator else ""
    scheme = _("scheme: {name}").format(name=handed.scheme) if handed.scheme else ""
    parts = (handed.article.name, by, scheme, _("This page loads nothing from the network."))
    return f"<footer>{line(' · '.join(part for part in parts if part))}</footer>\n"
