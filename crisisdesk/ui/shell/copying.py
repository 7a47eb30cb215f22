"""Where the second copy is kept: chosen in the menu, kept for the next incident."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.shell.second_copy import SecondCopy, copy_path


class Copying(QObject):
    """`folder_chosen(folder)` when the user chose one ("" for none), `refused(sentence)` for a wrong one."""

    folder_chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, copy: SecondCopy, incident: Path, *, exercise: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.copy = copy
        self.folder = ""
        self._incident = incident
        self._exercise = exercise
        self._window = parent

    def keep_in(self, folder: str) -> None:
        """Keep the copy in the folder from now on, "" for none."""
        self.folder = folder
        self.copy.keep_in(
            copy_path(Path(folder), self._incident, exercise=self._exercise) if folder else None
        )

    def choose(self) -> None:
        """Let the user choose a folder; the log goes on meanwhile."""
        # Loaded when a place is chosen: no start needs it.
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Plats för kopian"), self.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, folder: str) -> None:
        """Keep the copy where the user wants it; beside the incident itself it would be no second copy."""
        if folder and Path(folder).resolve() == self._incident.parent.resolve():
            self.refused.emit(
                self.tr("Välj ett annat ställe: kopian ska finnas kvar om den här datorn går sönder.")
            )
            return
        self.keep_in(folder)
        self.folder_chosen.emit(folder)
