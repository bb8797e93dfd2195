"""The page as a whole: head with its guards, contents, article with notes, and the lists below."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape

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
from annotator.language.writing_direction import html_language
from annotator.translation.messages import _, listed

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
"""Title of an SVG picture."""


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as one HTML file."""
    return page(handed).encode("utf-8", "replace")


def page(handed: HandOver) -> str:
    """Return the hand-over as a web page that loads nothing and is readable without its script."""
    looks, code = style(handed.legend), script()
    title = _("{title} – checked").format(title=one_line(handed.article.title))
    contents_name, contents = plain(_("Contents")), _contents(handed)
    return f"""<!DOCTYPE html>
<html {html_language()}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(looks, code, with_pictures=bool(handed.charts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{plain(title)}</title>
<style>{looks}</style>
</head>
<body>
<div class="page">
<nav class="side" aria-label="{contents_name}">{contents}</nav>
<main>
{_head(handed)}<details class="fold"><summary>{contents_name}</summary>{contents}</details>
{banner(handed)}{article_column(handed)}{_sections(handed)}{_foot(handed)}</main>
</div>
<script>{code}</script>
</body>
</html>
"""


def _policy(looks: str, code: str, *, with_pictures: bool) -> str:
    """Return a policy that allows this style and this script, pictures in the page, and nothing from anywhere."""
    pictures = "; img-src data:" if with_pictures else ""
    allowed = f"style-src {_source(looks)}; script-src {_source(code)}{pictures}"
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
    contents_name, marks_name = plain(_("Contents")), plain(_("Marks"))
    legend = f'<h2>{marks_name}</h2><ul class="legend">{marks}</ul>' if marks else ""
    return f'<h2>{contents_name}</h2><ul class="toc">{entries}</ul>{legend}'


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
    charts = "".join(map(_chart, handed.charts))
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


def _chart(svg: str) -> str:
    """Return the chart as a picture: in that nothing can run, whatever its words are."""
    title = TITLE.search(svg)
    said = plain(unescape(title[1])) if title else ""
    data = b64encode(svg.encode("utf-8", "replace")).decode()
    return f'<figure><img alt="{said}" src="data:image/svg+xml;base64,{data}"></figure>'


def _foot(handed: HandOver) -> str:
    by = _("annotations: {name}").format(name=one_line(handed.annotator)) if handed.annotator else ""
    scheme = _("scheme: {name}").format(name=handed.scheme) if handed.scheme else ""
    parts = (handed.article.name, by, scheme, _("This page loads nothing from the network."))
    return f"<footer>{line(' · '.join(part for part in parts if part))}</footer>\n"
