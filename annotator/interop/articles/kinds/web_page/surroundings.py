"""Elements around the passages of a page, and which of them say that they hold no text of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from annotator.interop.articles.markup.visible_text import Passage

NOT_TEXT = frozenset(
    [
        *("aside", "nav", "menu", "footer", "form", "button", "select", "label", "figure", "figcaption", "dialog"),
        *("legend", "option", "picture", "summary", "search"),
    ]
)
PICTURES = frozenset({"figure", "figcaption", "picture"})
NOT_TEXT_ROLES = frozenset(
    [
        *("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog", "alert", "menu"),
        *("menubar", "toolbar", "tooltip", "tablist", "form", "button", "status", "note", "figure", "img"),
    ]
)
WORDS = (
    *("ads?", "advert(?:s|isements?|orials?)?", "adslots?", "sponsor(?:s|ed)?", "promos?", "promot(?:ed|ions?)"),
    *("partners?", "outbrain", "taboola", "affiliates?", "paywall", "newsletters?", "subscri(?:be|bers?|ptions?)"),
    *("sign-?up", "sign-?in", "log-?in", "registration", "members?(?:hip)?", "donat(?:e|ions?)", "cookies?", "consent"),
    *("shar(?:e|ing)", "social", "follow(?:-us)?", "facebook", "twitter", "instagram", "whatsapp", "comments?"),
    *("disqus", "related", "recommend(?:ed|ations?)?", "teasers?", "trending", "most-?(?:read|popular|viewed)"),
    *("read-?(?:more|next|also)", "more-(?:on|from|stories)", "see-?also", "also-?read", "up-?next", "side-?bar"),
    *("widgets?", "banners?", "nav", "navigation", "navbar", "menus?", "breadcrumbs?", "footer", "toolbar", "popups?"),
    *("modals?", "overlay", "tooltips?", "authors?", "byline", "bio", "meta", "tags?", "timestamp", "dateline"),
    *("copyright", "disclaimers?", "captions?", "credits?", "gallery", "carousel", "sliders?", "slideshow", "embeds?"),
    *("player", "video", "audio", "ratings?", "polls?", "quiz", "survey", "pull-?quotes?", "app-?download", "skip"),
    *("sr-only", "visually-?hidden", "screen-?reader(?:-text)?", "print-?only", "hidden"),
)
FURNITURE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(WORDS)})(?:$|[\s_-])", re.I)
"""Words of classes and ids of what surrounds texts."""

CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Surroundings:
    """Elements around the passages of a page, looked at before another library changes the tree."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._above: dict[Any, Any] = {None: None}  # the element around each
        self._said: dict[Any, tuple[str, str, str]] = {}  # tag, role, and class with id
        self._around = [None if passage.is_linked else self._seen_around(*passage.nodes[0]) for passage in passages]

    def is_picture(self, place: int) -> bool:
        """Return whether the passage belongs to a picture."""
        return any(self._said[element][0] in PICTURES for element in self._lineage(place))

    def is_furniture(self, place: int, before: int, after: int) -> bool:
        """Return whether an element around the passage, but not around both others as well, says that it is no text."""
        shared = {*self._lineage(before)} & {*self._lineage(after)}
        return any(element not in shared and says_furniture(*self._said[element]) for element in self._lineage(place))

    def _lineage(self, place: int) -> Iterator[Any]:
        """Yield the elements around the passage, as they were before the tree changed."""
        current = self._around[place]
        while current is not None:
            yield current
            current = self._above[current]

    def _seen_around(self, element: Any, is_after: bool) -> Any:
        """Return the element around the text of an element, or around that after it, with all around it looked at."""
        around = current = element.getparent() if is_after else element
        while current not in self._above:
            self._look_at(current)
            current = self._above[current]
        return around

    def _look_at(self, element: Any) -> None:
        self._above[element] = element.getparent()
        self._said[element] = (
            element.tag,
            element.get("role", ""),
            f"{element.get('class', '')} {element.get('id', '')}",
        )


@lru_cache(maxsize=4096)
def says_furniture(tag: str, role: str, names: str) -> bool:
    """Return whether an element's kind, role, or class and id is one of what surrounds texts."""
    if tag in NOT_TEXT or role in NOT_TEXT_ROLES:
        return True
    return not names.isspace() and FURNITURE.search(CAPITAL.sub("-", names)) is not None
