"""User settings: preferences, and the state of the window, folder and articles at the last exit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

from annotator.storage.sidecars.sidecar_files import is_annotator_name

NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_OPTIONS: Mapping[str, str] = MappingProxyType({})
NO_NUMBERS: Mapping[str, int] = MappingProxyType({})
NO_FILTERS: Mapping[str, str] = MappingProxyType({})
NO_CLOSED: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_PROGRESS: Mapping[str, tuple[int, int]] = MappingProxyType({})
ARTICLE_FONTS = ("serif", "system", "fixed")
CITATION_FORMS = ("text", "markdown", "html")
THEMES = ("system", "light", "dark", "contrast")
ARTICLE_GROUPS = ("none", "folder", "status", "outlet", "month")
ORDERS = ("text", "label", "verdict", "source", "part")
COLUMNS = ("value", "verdict", "linked", "note", "created")
FONT_SIZES = range(10, 41)
COLUMN_WIDTHS = range(45, 81)
ZOOMS = range(70, 301, 10)
PANEL_WIDTHS = range(10_000)
MOST_CARETS = 500
MOST_FOLDERS = 10
MOST_GROUPED_FOLDERS = 50
MOST_CLOSED_GROUPS = 500
MOST_FOLDERS_WITH_LINKS = 200
MOST_ACTIONS = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. Raises ValueError for a value that breaks its rule.

    ``language`` is a code such as ``de``, empty for the system's; it takes effect when the program starts.
    ``article_font_family`` is a font family of the user's choice; empty for those of ``article_font``. ``font_size`` is
    in logical pixels, ``column_width`` in characters, ``zoom`` in per cent. Drags select ``whole_words`` or characters.
    ``all_relations`` are drawn, not only the selected annotation's. ``find_match_case`` and ``find_whole_words`` are
    the choices of the find bar. ``kept_filters`` maps names to filters of the list of annotations: they are the user's,
    since a folder is shared with others. ``keys`` maps actions to the keys that replace their default ones. ``carets``
    maps paths of articles to offsets in code points, the latest last; recent folders and actions have the latest first.
    ``second_article`` is the path of the one beside ``last_article``, empty for none. ``geometry`` and ``layout`` are
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
    ``ask_unread``: the user is asked before an article with unread sentences is done.
    ``board_columns`` has the columns of the board by label, in their order, and ``board_widths`` the width of each in
    pixels.
    """

    annotator: str = ""
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

    def __post_init__(self) -> None:
        for name, fits in RULES.items():
            if not fits(getattr(self, name)):
                raise ValueError(f"{name} cannot be {getattr(self, name)!r}")

    def carets_with(self, article: str, position: int) -> Mapping[str, int]:
        """Return the carets with this article's as the latest; the oldest beyond MOST_CARETS are dropped."""
        others = [item for item in self.carets.items() if item[0] != article]
        return dict([*others, (article, position)][-MOST_CARETS:])

    def article_groups_with(self, folder: str, kind: str) -> Mapping[str, str]:
        """Return how the articles of folders are grouped, with those of this one as ``kind`` says."""
        others = [item for item in self.article_groups.items() if item[0] != folder]
        return dict([*others, (folder, kind)][-MOST_GROUPED_FOLDERS:])

    def closed_article_groups_with(self, folder: str, closed: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the closed groups of folders, with these of this one; of very many some are dropped."""
        others = [item for item in self.closed_article_groups.items() if item[0] != folder]
        own = [(folder, tuple(sorted(closed))[:MOST_CLOSED_GROUPS])] if closed else []
        return dict([*others, *own][-MOST_GROUPED_FOLDERS:])

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


def decoded(values: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Parse the ``values`` of a file; return the settings and the names of wrong values. Unknown names are ignored."""
    good: dict[str, object] = {}
    wrong = []
    for name in RULES.keys() & values.keys():
        value = _frozen(values[name])
        if RULES[name](value):
            good[name] = value
        else:
            wrong.append(name)
    return Settings(**good), sorted(wrong)  # type: ignore[arg-type]  # each value has just passed its field's rule


def _with_first(items: tuple[str, ...], first: str, most: int) -> tuple[str, ...]:
    return (first, *(item for item in items if item != first))[:most]


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _text(value: object) -> bool:
    return isinstance(value, str)


def _name(value: object) -> bool:
    """Part of the sidecars' file names: one with slashes in it would lead elsewhere."""
    return value == "" or (isinstance(value, str) and is_annotator_name(value))


def _language(value: object) -> bool:
    """Return whether it is a code such as ``de``, which is part of a file's name, or empty for the system's."""
    return value == "" or (isinstance(value, str) and value.isascii() and value.isalpha())


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _position(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _two_counts(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(map(_position, value))


def _texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_text, value))


def _one_of(choices: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _in_range(numbers: range) -> Callable[[object], bool]:
    return lambda value: _position(value) and value in numbers


def _by_text(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, Mapping) and all(_text(k) and fits(v) for k, v in value.items())


RULES: Mapping[str, Callable[[object], bool]] = {
    "annotator": _name,
    "language": _language,
    "article_font": _one_of(ARTICLE_FONTS),
    "article_font_family": _text,
    "font_size": _in_range(FONT_SIZES),
    "column_width": _in_range(COLUMN_WIDTHS),
    "zoom": _in_range(ZOOMS),
    "whole_words": _flag,
    "line_numbers": _flag,
    "fill_figures": _flag,
    "all_relations": _flag,
    "find_match_case": _flag,
    "find_whole_words": _flag,
    "citation_form": _one_of(CITATION_FORMS),
    "theme": _one_of(THEMES),
    "system_accent": _flag,
    "annotations_order": _one_of(ORDERS),
    "annotation_columns": lambda value: isinstance(value, tuple) and all(map(_one_of(COLUMNS), value)),
    "kept_filters": _by_text(_text),
    "column_widths": _by_text(_in_range(PANEL_WIDTHS)),
    "board_columns": _by_text(_texts),
    "board_widths": _by_text(_in_range(PANEL_WIDTHS)),
    "keys": _by_text(_texts),
    "last_folder": _text,
    "last_article": _text,
    "second_article": _text,
    "recent_folders": _texts,
    "folders_with_links": _texts,
    "article_groups": _by_text(_one_of(ARTICLE_GROUPS)),
    "closed_article_groups": _by_text(_texts),
    "progress": _by_text(_two_counts),
    "recent_actions": _texts,
    "carets": _by_text(_position),
    "geometry": _text,
    "layout": _text,
    "mirrored_layout": _text,
    "panel_widths": _by_text(_in_range(PANEL_WIDTHS)),
    "kept_panels": _texts,
    "export_format": _text,
    "export_options": _by_text(_text),
    "export_folder": _text,
    "handover_options": _by_text(_text),
    "handover_folder": _text,
    "import_folder": _text,
    "tour_seen": _flag,
    "ask_unread": _flag,
}
DEFAULTS = Settings()
