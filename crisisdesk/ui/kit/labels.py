"""Texts: one-line labels by role, labels that wrap, section heads, figures."""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.log_hits import hits, units
from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.text_block import TextBlock
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space, Type, Weight

Role = Literal[
    "title", "heading", "subheading", "section", "body", "read", "strong", "medium", "quiet", "small",
    "digits", "strong_digits", "figure", "figure_note", "clock", "field", "mark",
]  # fmt: skip


class _RoleLook(Value):
    size: float
    weight: int
    token: str


_ROLES: Final[dict[str, _RoleLook]] = {
    "title": _RoleLook(Type.TITLE, Weight.STRONG, "ink"),
    "heading": _RoleLook(Type.HEADING, Weight.STRONG, "ink"),
    "subheading": _RoleLook(Type.FIGURE, Weight.STRONG, "ink"),
    "section": _RoleLook(Type.SMALL, Weight.STRONG, "ink2"),
    "body": _RoleLook(Type.BODY, Weight.REGULAR, "ink"),
    "read": _RoleLook(Type.READ, Weight.REGULAR, "ink"),
    "strong": _RoleLook(Type.BODY, Weight.STRONG, "ink"),
    "medium": _RoleLook(Type.BODY, Weight.MEDIUM, "ink"),
    "quiet": _RoleLook(Type.QUIET, Weight.REGULAR, "ink2"),
    "small": _RoleLook(Type.LABEL, Weight.REGULAR, "ink2"),
    "field": _RoleLook(Type.QUIET, Weight.MEDIUM, "ink2"),
    "mark": _RoleLook(Type.QUIET, Weight.STRONG, "ink2"),
    "digits": _RoleLook(Type.BODY, Weight.REGULAR, "ink2"),
    "strong_digits": _RoleLook(Type.BODY, Weight.STRONG, "ink"),
    "figure": _RoleLook(Type.FIGURE, Weight.STRONG, "ink"),
    "figure_note": _RoleLook(Type.FIGURE, Weight.REGULAR, "ink2"),
    "clock": _RoleLook(Type.CLOCK, Weight.STRONG, "ink"),
}
_CAPITAL_SPACING: Final = 0.7  # px between capitals


class Label(QLabel):
    """One line of plain text in a role; `token` overrides the role's colour."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        *,
        token: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._look = _ROLES[role]
        self._capitals = role == "section"
        self._token = token or self._look.token
        self._struck = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_token(self, token: str) -> None:
        """Change the colour, such as to `"alarm"` when something is late."""
        if token != self._token:
            self._token = token
            self._restyle()

    def set_struck(self, struck: bool) -> None:
        """Strike the text and make it quieter, or undo that."""
        if struck != self._struck:
            self._struck = struck
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._role_font())
        palette = QPalette(self.palette())
        palette.setColor(
            QPalette.ColorRole.WindowText, self._theme.color("ink3" if self._struck else self._token)
        )
        self.setPalette(palette)
        self.updateGeometry()

    def _role_font(self) -> QFont:
        font = self._theme.font(self._look.size, self._look.weight)
        font.setStrikeOut(self._struck)
        if self._capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(_CAPITAL_SPACING))
        return font


class ElideLabel(Label):
    """One line of plain text that ends in … when the room is short; the whole text is then its tip."""

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a word still fits."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self._theme.dp(_NARROWEST)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut with … where it does not fit."""
        painter = painter_on(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
        self.setToolTip("" if text == self.text() else self.text())


class WrapLabel(Label):
    """Plain text that wraps at words, or inside a word too long for the line, and is always as high as it
    needs.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        *,
        token: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._block = TextBlock()
        self._heights: dict[int, int] = {}
        self._hits: tuple[str, ...] = ()
        super().__init__(theme, text, role, token=token, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Change the text and the height that it needs."""
        super().setText(text)
        self._fit()

    def set_hits(self, words: tuple[str, ...]) -> None:
        """Mark where the folded words stand in the text."""
        if words != self._hits:
            self._hits = words
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text wrapped at `width`."""
        # Layouts ask many times, at two or three widths in turn.
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._block.height(self.text(), self.font(), width)
        return found

    def sizeHint(self) -> QSize:
        """Return the size of the text on as few lines as a readable width gives."""
        width = min(self._block.natural_width(self.text(), self.font()), self._theme.dp(_READABLE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which some words still fit."""
        width = min(self._block.natural_width(self.text(), self.font()), self._theme.dp(_NARROWEST))
        return QSize(width, self._block.line_height(self.font()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height at the new width: not every layout above passes height-for-width on."""
        super().resizeEvent(event)
        self._hold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wrapped lines."""
        painter = painter_on(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        spare = max(self.height() - self.heightForWidth(self.width()), 0)
        top = 0 if self.alignment() & Qt.AlignmentFlag.AlignTop else spare // 2
        place = QRectF(self.rect()).adjusted(0, top, 0, 0)
        self._block.paint(painter, place, self.text(), self.font(), self._marked())
        painter.end()

    def _marked(self) -> list[QTextLayout.FormatRange]:
        text, form = self.text(), QTextCharFormat()
        form.setBackground(self._theme.color("warnsoft"))
        form.setForeground(self._theme.color("ink"))
        found: list[QTextLayout.FormatRange] = []
        for start, length in hits(text, self._hits):
            span = QTextLayout.FormatRange()
            span.start = units(text[:start])  # pyright: ignore[reportAttributeAccessIssue]
            span.length = units(text[start : start + length])  # pyright: ignore[reportAttributeAccessIssue]
            span.format = form  # pyright: ignore[reportAttributeAccessIssue]
            found.append(span)
        return found

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def _fit(self) -> None:
        self._heights.clear()
        self._hold()
        self.updateGeometry()
        self.update()

    def _hold(self) -> None:
        needed = self.heightForWidth(max(self.width(), 1)) if self.testAttribute(_PLACED) else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)


_READABLE: Final = 520  # px: the width a wrapped text asks for
_NARROWEST: Final = 80
_PLACED: Final = Qt.WidgetAttribute.WA_Resized


class SectionHead(QWidget):
    """A section label in capitals, with room at its right for a count or a key."""

    def __init__(self, theme: Theme, text: str, *, token: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(theme, text, "section", token=token)
        self._row = Row(theme, self, margin=(0, Space.S, 0, Space.XS))
        self._row.addWidget(self._label)
        self._row.addStretch(1)

    def set_text(self, text: str) -> None:
        """Change the heading."""
        self._label.setText(text)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the right end."""
        self._row.addWidget(widget)


class Figure(QWidget):
    """A quiet label over a strong value, such as *Sedan larm* over *01:27*, with an optional quiet note
    beside.
    """

    def __init__(
        self, theme: Theme, label: str, value: str = "", note: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = Label(theme, label, "small")
        self._value = Label(theme, value, "figure")
        self._note = Label(theme, note, "figure_note")
        line = Row(theme, gap=Space.XS)
        for part in (self._value, self._note):
            line.addWidget(part)
        line.addStretch(1)
        column = Column(theme, self, gap=0)
        column.addWidget(self._label)
        column.addLayout(line)
        self.set_value(value, note)

    def set_value(self, value: str, note: str = "", *, token: str = "ink") -> None:
        """Show `value`; `token` colours it, such as `"alarm"` when late."""
        self._value.setText(value)
        self._value.set_token(token)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._label.text()} {value} {note}".strip())
