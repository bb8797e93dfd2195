"""User settings: preferences, and the state of the window, folder and articles at the last exit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TypeVar

from annotator.session.preferences.setting_rules import (
    by_text,
    in_range,
    is_base64,
    is_flag,
    is_language,
    is_name,
    is_path,
    is_paths,
    is_position,
    is_text,
    is_texts,
    is_two_counts,
    one_of,
)

Item = TypeVar("Item")
NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_OPTIONS: Mapping[str, str] = MappingProxyType({})
NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
NO_FILTERS: Mapping[str, str] = MappingProxyType({})
NO_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_PROGRESS: Mapping[str, tuple[int, int]] = MappingProxyType({})
ARTICLE_FONTS = ("serif", "system", "fixed")
CITATION_FORMS = ("text", "markdown", "html")
THEMES = ("system", "light", "dark", "contrast")
ARTICLE_GROUPS = ("none", "folder", "status", "outlet", "month", "differences", "review")
ORDERS = ("text", "label", "verdict", "source", "part")
COLOUR_BY = ("label", "state")
COLUMNS = ("value", "verdict", "linked", "note", "created")
FONT_SIZES = range(10, 41)
COLUMN_WIDTHS = range(45, 81)
ZOOMS = range(70, 301, 10)
PANEL_WIDTHS = range(10_000)
SHARES = range(1, 100)
MOST_CARETS = 500
MOST_FOLDERS = 10
MOST_GROUPED_FOLDERS, MOST_CLOSED_GROUPS = 50, 500
MOST_FOLDERS_WITH_LINKS = 200
MOST_ACTIONS = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Raises ValueError for a value that breaks its rule.

    ``signature`` is the name of who signed last, empty for the annotator's.
    ``language`` is a code such as ``de``, empty for the system's; it takes effect when the program starts.
    ``article_font_family`` is a font family of the user's choice; empty for those of ``article_font``. ``font_size`` is
    in logical pixels, ``column_width`` in characters, ``zoom`` in per cent. Drags select ``whole_words`` or characters.
    ``all_relations`` are drawn, not only the selected annotation's. ``find_match_case`` and ``find_whole_words`` are
    the choices of the find bar. ``kept_filters`` maps names to filters of the list of annotations: they are the user's,
    since a folder is shared with others. ``keys`` maps actions to the keys that replace their default ones. ``carets``
    maps paths of articles to offsets in code points, the latest last; recent folders and actions have the latest first.
    ``second_article`` is the path of the one beside ``last_article``, empty for none, ``second_share`` how much of the
    room for both it has, in per cent. ``geometry`` and ``layout`` are
    the window's, in base64, ``mirrored_layout`` that of a window that reads from right to left; ``panel_widths`` maps
    actions of panels to their last widths in a wide window; ``kept_panels`` has the actions of the panels that stay in
    a narrow one. ``export_options`` maps choices of the last export to strings; ``export_folder`` and ``import_folder``
    are the folders last written to and read from; ``handover_options`` and ``handover_folder`` are those of the
    hand-over. In ``folders_with_links`` the user allows links that lead out.
    ``article_groups`` maps folders to how their articles are grouped, where that was chosen, and
    ``closed_article_groups`` to the groups that are closed, each as ``folder:north``; the latest folders last.
    ``progress`` maps the recent folders to how many of their articles are done, and how many there are. ``tour_seen``
    tells that the tour of the window was offered or begun. ``fill_figures``: the values of a figure are read from its
    words as it is tagged. ``citation_form`` is how words that are copied with their source stand as plain text.
    ``ask_unread``: the user is asked before an article with unread sentences is done. ``colour_by`` tells whether marks
    have the colours of their label or of their state of check.
    ``compared_annotators`` are those whom the user has chosen to compare, ``compared_by_letters`` without their names.
    ``board_columns`` has the columns of the board by label, in order, and ``board_widths`` their widths in pixels.
    ``text_margins`` maps the sides of the window, such as ``left``, to the pixels from there to the text.
    ``window_sizes`` are the widths and heights of windows beside the main one when they were last closed.
    """

    annotator: str = ""
    signature: str = ""
    language: str = ""
    article_font: str = "serif"
    article_font_family: str = ""
    font_size: int = 17
    column_width: int = 74
    zoom: int = 100
    whole_words: bool = False
    line_numbers: bool = False
    fill_figures: bool = True
    all_relations: bool = False
    find_match_case: bool = False
    find_whole_words: bool = False
    citation_form: str = "text"
    theme: str = "system"
    system_accent: bool = False
    compared_annotators: tuple[str, ...] = ()
    compared_by_letters: bool = False
    annotations_order: str = "text"
    annotation_columns: tuple[str, ...] = ()
    kept_filters: Mapping[str, str] = field(default_factory=lambda: NO_FILTERS)
    column_widths: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    board_columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_KEYS)
    board_widths: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_KEYS)
    last_folder: str = ""
    last_article: str = ""
    second_article: str = ""
    second_share: int = 50
    recent_folders: tuple[str, ...] = ()
    recent_actions: tuple[str, ...] = ()
    carets: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    geometry: str = ""
    layout: str = ""
    mirrored_layout: str = ""
    panel_widths: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    kept_panels: tuple[str, ...] = ()
    export_format: str = ""
    export_options: Mapping[str, str] = field(default_factory=lambda: NO_OPTIONS)
    export_folder: str = ""
    handover_options: Mapping[str, str] = field(default_factory=lambda: NO_OPTIONS)
    handover_folder: str = ""
    import_folder: str = ""
    folders_with_links: tuple[str, ...] = ()
    article_groups: Mapping[str, str] = field(default_factory=lambda: NO_OPTIONS)
    closed_article_groups: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_CLOSED)
    progress: Mapping[str, tuple[int, int]] = field(default_factory=lambda: NO_PROGRESS)
    tour_seen: bool = False
    ask_unread: bool = True
    colour_by: str = "label"
    text_margins: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    window_sizes: Mapping[str, tuple[int, int]] = field(default_factory=lambda: NO_PROGRESS)

    def __post_init__(self) -> None:
        for name, fits in RULES.items():
            if not fits(getattr(self, name)):
                raise ValueError(f"{name} cannot be {getattr(self, name)!r}")

    def carets_with(self, article: str, position: int) -> Mapping[str, int]:
        """Return the carets with this article's as the latest; the oldest beyond MOST_CARETS are dropped."""
        return _with_last(self.carets, article, position, MOST_CARETS)

    def article_groups_with(self, folder: str, kind: str) -> Mapping[str, str]:
        """Return how the articles of folders are grouped, with those of this one as ``kind`` says."""
        return _with_last(self.article_groups, folder, kind, MOST_GROUPED_FOLDERS)

    def closed_article_groups_with(self, folder: str, closed: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the closed groups of folders, with these of this one; of very many some are dropped."""
        own = tuple(sorted(closed))[:MOST_CLOSED_GROUPS]
        return _with_last(self.closed_article_groups, folder, own, MOST_GROUPED_FOLDERS)

    def recent_folders_with(self, folder: str) -> tuple[str, ...]:
        """Return the recent folders with this one first."""
        return _with_first(self.recent_folders, folder, MOST_FOLDERS)

    def progress_with(self, folder: str, done: int, total: int) -> Mapping[str, tuple[int, int]]:
        """Return the progress of the recent folders with that of this one."""
        known = {name: counts for name, counts in self.progress.items() if name in self.recent_folders}
        return {**known, folder: (done, total)}

    def folders_with_links_and(self, folder: str) -> tuple[str, ...]:
        """Return the folders in which links that lead out may be written through, with this one first."""
        return _with_first(self.folders_with_links, folder, MOST_FOLDERS_WITH_LINKS)

    def recent_actions_with(self, action: str) -> tuple[str, ...]:
        """Return the recent actions with this one first."""
        return _with_first(self.recent_actions, action, MOST_ACTIONS)

    def different(self) -> dict[str, object]:
        """Return the settings that differ from their defaults, by name."""
        return {
            f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != getattr(DEFAULTS, f.name)
        }


def _with_first(items: tuple[str, ...], first: str, most: int) -> tuple[str, ...]:
    return (first, *(item for item in items if item != first))[:most]


def _with_last(items: Mapping[str, Item], key: str, item: Item, most: int) -> Mapping[str, Item]:
    others = [one for one in items.items() if one[0] != key]
    return dict([*others, (key, item)][-most:])


RULES: Mapping[str, Callable[[object], bool]] = {
    "annotator": is_name,
    "signature": is_text,
    "language": is_language,
    "article_font": one_of(ARTICLE_FONTS),
    "article_font_family": is_text,
    "font_size": in_range(FONT_SIZES),
    "column_width": in_range(COLUMN_WIDTHS),
    "zoom": in_range(ZOOMS),
    "whole_words": is_flag,
    "line_numbers": is_flag,
    "fill_figures": is_flag,
    "all_relations": is_flag,
    "find_match_case": is_flag,
    "find_whole_words": is_flag,
    "citation_form": one_of(CITATION_FORMS),
    "theme": one_of(THEMES),
    "system_accent": is_flag,
    "compared_annotators": is_texts,
    "compared_by_letters": is_flag,
    "annotations_order": one_of(ORDERS),
    "annotation_columns": lambda value: isinstance(value, tuple) and all(map(one_of(COLUMNS), value)),
    "kept_filters": by_text(is_text),
    "column_widths": by_text(in_range(PANEL_WIDTHS)),
    "board_columns": by_text(is_texts),
    "board_widths": by_text(in_range(PANEL_WIDTHS)),
    "keys": by_text(is_texts),
    "last_folder": is_path,
    "last_article": is_path,
    "second_article": is_path,
    "second_share": in_range(SHARES),
    "recent_folders": is_paths,
    "folders_with_links": is_paths,
    "article_groups": by_text(one_of(ARTICLE_GROUPS)),
    "closed_article_groups": by_text(is_texts),
    "progress": by_text(is_two_counts),
    "text_margins": by_text(is_position),
    "window_sizes": by_text(is_two_counts),
    "recent_actions": is_texts,
    "carets": by_text(is_position),
    "geometry": is_base64,
    "layout": is_base64,
    "mirrored_layout": is_base64,
    "panel_widths": by_text(in_range(PANEL_WIDTHS)),
    "kept_panels": is_texts,
    "export_format": is_text,
    "export_options": by_text(is_text),
    "export_folder": is_path,
    "import_folder": is_path,
    "tour_seen": is_flag,
    "ask_unread": is_flag,
    "colour_by": one_of(COLOUR_BY),
    "handover_options": by_text(is_text),
    "handover_folder": is_path,
}
DEFAULTS = Settings()
