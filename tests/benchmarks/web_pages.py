"""Reading saved web pages, beside trafilatura by itself on the same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from html import escape

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.web_page.extractor import extract
from annotator.interop.articles.kinds.web_page.quiet_trafilatura import trafilatura
from tests.benchmarks.table import Row
from tests.benchmarks.texts import paragraphs
from tests.benchmarks.timing import Times

SIZES = (20_000, 50_000, 120_000, 250_000, 500_000)
"""Bytes of the pages, of which a fifth is the text of the article, up to a length that articles have."""

LONGEST, SHARE = 30_000, 5
BAR = 1.3
WHAT, OTHER = "web page read", "trafilatura"


def web_pages(sizes: Sequence[int], times: int) -> Iterator[Row]:
    """Yield the rows of pages of these sizes: all of them together, and each."""
    pages = [_Page(size) for size in sizes]
    for page in pages:
        page.read()
    for page in pages * times:
        page.measure()
    name = f"{len(pages)} pages, {sum(len(page.data) for page in pages) // 1000:,} kB"
    ours, other = (
        sum(times.cpu_median for times in each) for each in zip(*(page.times for page in pages), strict=True)
    )
    yield Row(WHAT, name, ours, other, BAR, other_name=OTHER)
    for page in pages:
        own, its = page.times
        size = f"{len(page.data) // 1000} kB"
        yield Row(f"{WHAT}, by size", size, own.cpu_median, its.cpu_median, other_name=OTHER)


class _Page:
    """A page, and what it takes to read it by this program and by trafilatura, which is asked for the same."""

    def __init__(self, size: int) -> None:
        self.data, self._sentence = _page(random.Random(size), size)
        self.times = Times(), Times()
        self._trafilatura = trafilatura()

    def measure(self) -> None:
        """Read the page in both ways, by turns."""
        ours, other = self.times
        other.measure(self._by_trafilatura)
        ours.measure(self._by_this_program)

    def read(self) -> None:
        """Read the page in both ways, so that what is loaded and compiled once is not measured."""
        self._by_trafilatura()
        self._by_this_program()

    def _by_trafilatura(self) -> None:
        assert self._sentence in self._trafilatura.extract(self.data, include_comments=False, with_metadata=True)

    def _by_this_program(self) -> None:
        (extracted,) = extract(self.data, "saved.html", Wishes())
        assert self._sentence in extracted.text


def _page(source: random.Random, size: int) -> tuple[bytes, str]:
    """Return a page of about so many bytes, and a sentence of its article."""
    texts = [text.strip() for text in paragraphs(source, min(size // SHARE, LONGEST), "")]
    title = " ".join(texts[0].split()[:8]).rstrip(".")
    article = "".join(_with_marks(source, text, number) for number, text in enumerate(texts))
    story = f"<article><h1>{title}</h1>{_byline()}{article}</article>"
    before = f"{_head(source, title)}<body>{_navigation(source)}<main>{story}"
    after, written = [], len(before)
    while written < size:
        after.append(_teaser(source, len(after)))
        written += len(after[-1])
    related = f"<aside class='related'>{''.join(after)}</aside></main>{_footer(source)}"
    page = f"<!DOCTYPE html><html lang='en'>{before}{related}</body></html>"
    return page.encode(), max(texts[len(texts) // 2].split(". "), key=len)


def _head(source: random.Random, title: str) -> str:
    script = ";".join(f"window.s{number}={source.random()}" for number in range(150))
    return (
        f"<head><meta charset='utf-8'><title>{title} - The Harbour Post</title>"
        f"<meta property='og:title' content='{title}'><meta property='og:site_name' content='The Harbour Post'>"
        "<meta property='article:published_time' content='2026-11-20T08:15:00Z'><meta name='author' content='Ann Bell'>"
        "<link rel='canonical' href='https://post.example/2026/11/harbour'>"
        f"<style>.a{{color:red}}</style><script>{script}</script></head>"
    )


def _navigation(source: random.Random) -> str:
    items = "".join(f"<li class='menu-item'><a href='/{n}'>{_words(source, 2)}</a></li>" for n in range(40))
    return f"<header class='site-header'><nav class='main-nav'><ul>{items}</ul></nav></header>"


def _byline() -> str:
    return "<p class='byline'>By <a href='/ann'>Ann Bell</a></p><time datetime='2026-11-20'>20 November 2026</time>"


def _with_marks(source: random.Random, text: str, number: int) -> str:
    """Return the paragraph with links and emphasis, at times behind a heading, a picture, a quotation or a list."""
    words = escape(text).split(" ")
    if len(words) > 40:
        words[3], words[20] = f"<a href='/{number}'>{words[3]}</a>", f"<strong>{words[20]}</strong>"
    marked = f"<p class='story-text'>{' '.join(words)}</p>"
    if number % 9 == 3:
        marked = f"<h2>{_words(source, 5)}</h2>{marked}"
    if number % 7 == 5:
        marked += f"<figure><img src='{number}.jpg' alt=''><figcaption>{_words(source, 9)}.</figcaption></figure>"
    if number % 11 == 6:
        marked += f"<ul><li>{_words(source, 7)}</li><li>{_words(source, 8)}</li></ul>"
    return marked


def _teaser(source: random.Random, number: int) -> str:
    return (
        f"<div class='teaser teaser-{number}' data-id='{source.random()}'><div class='teaser-image'>"
        f"<a href='/story/{number}'><img src='/i/{number}.jpg' width='320' height='180' alt=''></a></div>"
        f"<div class='teaser-body'><h3><a href='/story/{number}'>{_words(source, 8)}</a></h3>"
        f"<p>{_words(source, 18)}.</p><span class='meta'>{_words(source, 2)}</span></div></div>\n"
    )


def _footer(source: random.Random) -> str:
    items = "".join(f"<li><a href='/about/{n}'>{_words(source, 2)}</a></li>" for n in range(60))
    return f"<footer class='site-footer'><ul>{items}</ul><p>© 2026 The Harbour Post. All rights reserved.</p></footer>"


def _words(source: random.Random, number: int) -> str:
    return " ".join(next(paragraphs(source, 1, "")).split()[:number]).rstrip(".")
