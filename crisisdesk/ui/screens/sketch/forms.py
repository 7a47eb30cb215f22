"""The sheets of sketches: a new page, its title, what lies under it, taking it out of use."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import sketch
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.sketch.rows import PageLook, Underlay

Made = tuple[Sheet, Callable[[], object]]
"""A sheet, and the wish that turns what was typed in it into a command."""


class SketchSheets(QObject):
    """Builds the sheets."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def new(self) -> Made:
        """Take up a page."""
        form = Form(self._theme)
        form.line(
            "text", self.tr("Vad visar skissen?"), placeholder=self.tr("till exempel: Hus B, utrymningsvägar")
        )
        note = self.tr("Titeln behövs inte nu. Skissbladet blir en rad i loggen.")
        sheet = Sheet(
            self._theme,
            self.tr("Nytt skissblad"),
            form,
            primary=self.tr("Börja rita"),
            icon="plus",
            note=note,
        )
        return sheet, lambda: sketch.commands.AddPage(title=form.text_of("text"))

    def rename(self, look: PageLook) -> Made:
        """Give the page another title."""
        form = Form(self._theme)
        form.line("title", self.tr("Vad visar skissen?"), look.title)
        title = self.tr("Skissblad {0}").format(look.page)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Byt titel"), icon="pencil")
        return sheet, lambda: sketch.commands.RenamePage(page=look.page, title=form.text_of("title"))

    def strike(self, look: PageLook) -> Made:
        """Take the page out of use."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför ska den inte användas?"))
        sheet = Sheet(
            self._theme,
            self.tr("Stryk skissblad {0}").format(look.page),
            form,
            primary=self.tr("Stryk skissbladet"),
            icon="strikethrough",
            danger=True,
            note=self.tr("Det som är ritat finns kvar i filen och i rapporten."),
        )
        return sheet, lambda: sketch.commands.StrikePage(page=look.page, reason=form.text_of("reason"))

    def underlay(self, look: PageLook, known: tuple[Underlay, ...]) -> Made:
        """Lay a picture that is attached already under the drawing, or take it away."""
        form = Form(self._theme)
        options = [("", self.tr("inget")), *((one.id, f"{one.id} {one.name}") for one in known)]
        form.choice("attachment", self.tr("Under skissen"), options, look.background, segmented=False)
        form.line("sheet", self.tr("Sida, om det är en PDF"), str(look.sheet), beside=True)
        title = self.tr("Karta eller foto under skissen")
        sheet = Sheet(self._theme, title, form, primary=self.tr("Lägg under"), icon="image")

        def wish() -> object:
            return sketch.commands.SetBackground(
                page=look.page, attachment=form.text_of("attachment"), sheet=self._sheet_number(form)
            )

        return sheet, wish

    def _sheet_number(self, form: Form) -> int:
        typed = form.text_of("sheet").strip() or "1"
        if not typed.isdecimal() or not 0 < int(typed) < 10_000:
            raise RuleBroken(self.tr("Sidan är ett tal från 1."), "sheet")
        return int(typed)
