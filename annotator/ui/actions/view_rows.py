"""Rows of the table of actions in the menus View and Help."""

from __future__ import annotations

from functools import partial

from annotator.session.preferences.zoom import zoom
from annotator.translation.messages import N_
from annotator.ui.actions import sign_off_rows
from annotator.ui.actions.row import ActionRow, Needs

View = partial(ActionRow, menu="View")
Panel = partial(View, checkable=True)
Second = partial(View, needs=Needs.ARTICLE, words=N_("a second article beside, to read; swap the two"))
Zoom = partial(View, words=N_("larger, smaller text"), repeats=True)
FontChoice = partial(ActionRow, menu="View/" + N_("Article font"), choice="font")
ColourChoice = partial(ActionRow, menu="View/" + N_("Colour by"), choice="colour_by")
Theme = partial(ActionRow, menu="View/" + N_("Theme"))
ThemeChoice = partial(Theme, choice="theme")
Help = partial(ActionRow, menu="Help")

VIEW = (
    Panel("show_articles", N_("Articles"), lambda on: on.window.toggle_panel("show_articles")),
    Panel("show_annotations", N_("Annotations"), lambda on: on.window.toggle_panel("show_annotations")),
    Panel("show_details", N_("Details"), lambda on: on.window.toggle_panel("show_details")),
    Panel("show_guidelines", N_("Guidelines"), lambda on: on.window.toggle_panel("show_guidelines")),
    View(
        "board",
        N_("Board"),
        lambda on: on.window.toggle_board(),
        ("Ctrl+B",),
        words=N_("the board, and back to the article"),
        checkable=True,
        ruled=True,
    ),
    Second(
        "second_article",
        N_("Second article beside"),
        lambda on: on.window.toggle_second_article(),
        ("F8",),
        checkable=True,
        ruled=True,
    ),
    Second("swap_articles", N_("Swap the two articles"), lambda on: on.window.swap_articles(), ("Shift+F8",)),
    *sign_off_rows.COMPARING,
    View(
        "statistics",
        N_("Statistics…"),
        lambda on: on.dialogs.open_statistics(),
        ("Shift+F12",),
        words=N_("charts of what is annotated, and its numbers"),
        ruled=True,
    ),
    View(
        "agreement",
        N_("Agreement…"),
        lambda on: on.dialogs.open_agreement(),
        ("Ctrl+F12",),
        words=N_("how far two annotators agree, and where they do not"),
    ),
    View("reset_layout", N_("Reset layout"), lambda on: on.window.reset_layout()),
    Zoom("zoom_in", N_("Larger text"), lambda on: zoom(on.store, 1), ("Ctrl+=", "Ctrl++"), ruled=True),
    Zoom("zoom_out", N_("Smaller text"), lambda on: zoom(on.store, -1), ("Ctrl+-",)),
    View("zoom_reset", N_("Text at 100 %"), lambda on: zoom(on.store, 0), ("Ctrl+0",), words=N_("text at 100 %")),
    View(
        "line_numbers",
        N_("Line numbers"),
        lambda on: on.store.update(line_numbers=not on.store.settings.line_numbers),
        checkable=True,
        ruled=True,
    ),
    View(
        "all_relations",
        N_("Relations"),
        lambda on: on.store.update(all_relations=not on.store.settings.all_relations),
        checkable=True,
    ),
    ColourChoice("colour_by_label", N_("Label"), lambda on: on.store.update(colour_by="label"), value="label"),
    ColourChoice("colour_by_state", N_("State of check"), lambda on: on.store.update(colour_by="state"), value="state"),
    FontChoice("font_serif", N_("Serif"), lambda on: on.store.update(article_font="serif"), value="serif"),
    FontChoice("font_system", N_("System"), lambda on: on.store.update(article_font="system"), value="system"),
    FontChoice("font_fixed", N_("Fixed width"), lambda on: on.store.update(article_font="fixed"), value="fixed"),
    ThemeChoice("theme_system", N_("System"), lambda on: on.store.update(theme="system"), value="system"),
    ThemeChoice("theme_light", N_("Light"), lambda on: on.store.update(theme="light"), value="light"),
    ThemeChoice("theme_dark", N_("Dark"), lambda on: on.store.update(theme="dark"), value="dark"),
    ThemeChoice("theme_contrast", N_("High contrast"), lambda on: on.store.update(theme="contrast"), value="contrast"),
    Theme(
        "system_accent",
        N_("Use the system’s accent"),
        lambda on: on.store.update(system_accent=not on.store.settings.system_accent),
        checkable=True,
        ruled=True,
    ),
    View(
        "full_screen",
        N_("Full screen"),
        lambda on: on.window.toggle_full_screen(),
        ("F11",),
        words=N_("full screen"),
        checkable=True,
        ruled=True,
    ),
    View(
        "focus_mode",
        N_("Focus mode"),
        lambda on: on.window.toggle_focus_mode(),
        ("Shift+F11",),
        needs=Needs.ARTICLE,
        words=N_("the text alone, Esc leaves it"),
        checkable=True,
    ),
)
HELP = (
    Help("keys", N_("Keys"), lambda on: on.dialogs.open_key_sheet(), ("F1",), words=N_("these keys")),
    Help(
        "handbook",
        N_("Handbook"),
        lambda on: on.dialogs.open_handbook(),
        ("Shift+F1",),
        words=N_("the handbook"),
    ),
    Help("tour", N_("Show me around"), lambda on: on.window.show_around()),
    Help("open_samples", N_("Look at the samples"), lambda on: on.window.open_samples()),
    Help("about", N_("About Annotator"), lambda on: on.dialogs.open_about(), ruled=True),
)
