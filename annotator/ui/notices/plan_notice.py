"""Banners on a plan that cannot be read, and on one that gives articles to others than the person at work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from annotator.language.annotator_names import GOLD
from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.storage.files.file_error import Problem, shown
from annotator.translation.messages import _, listed
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.notices.file_problems import file_button, problem_words
from annotator.ui.widgets.banner import BannerContent, BannerStack

PLAN, ARTICLE = "plan", "article-of-others"
MOST_NAMES = 4
"""Most annotators who have a button each; of more, one leads to the settings by the action ``SETTINGS``."""
SETTINGS = "settings"


class PlanNotice(QObject):
    """Show a banner until the plan can be read and knows the annotator, and one with each article of others."""

    def __init__(self, services: Services, banners: BannerStack, actions: Actions, navigation: Navigation) -> None:
        super().__init__(banners)
        self._services, self._banners, self._run, self._navigation = services, banners, actions.trigger, navigation
        services.plan.told.connect(self._show)
        services.plan.changed.connect(self._show_article)
        services.session.opened.connect(self._show_article)

    def _show(self) -> None:
        plan = self._services.plan
        if plan.problem:
            self._banners.show_banner(PLAN, _about_file(plan.problem))
        elif plan.expected and plan.folder.annotator != GOLD:
            self._banners.show_banner(PLAN, self._about_name(plan.folder.annotator, plan.expected))
        else:
            self._banners.remove(PLAN)

    def _show_article(self) -> None:
        current = self._services.session.current
        if current is None or not self._services.plan.gives_away(current.path):
            self._banners.remove(ARTICLE)
            return
        title, sentence = (
            _("The plan gives this article to others."),
            _("“annotator check” reports what you mark in it."),
        )
        self._banners.show_banner(ARTICLE, BannerContent("info", title, sentence))

    def _about_name(self, name: str, expected: Sequence[str]) -> BannerContent:
        names = listed(map(shown, expected))
        if name:
            sentence = _("It gives articles to {names}; you work as “{name}”.").format(names=names, name=shown(name))
        else:
            sentence = _("It gives articles to {names}; you work without a name.").format(names=names)
        if len(expected) > MOST_NAMES:
            buttons = [(_("Choose the name…"), lambda: self._run(SETTINGS))]
        else:
            buttons = [(_("I am {name}").format(name=shown(one)), partial(self._become, one)) for one in expected]
        title = _("You are not in the plan of this folder.")
        return BannerContent("info", title, sentence, tuple(buttons))

    def _become(self, name: str) -> None:
        store = self._services.store
        if store.settings.annotator == name:  # while the program was started under another name
            self._navigation.annotate_as(name)
        else:
            store.update(annotator=name)


def _about_file(problem: Problem) -> BannerContent:
    name = _("{file} is faulty.").format(file=problem.path.name)
    sentence = _("{problem} Nothing is assigned, and others’ work is hidden.").format(problem=problem_words(problem))
    return BannerContent("warning", name, sentence, (file_button(problem.path),))
