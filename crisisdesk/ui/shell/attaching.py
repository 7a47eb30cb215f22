"""Attachments in the window: files go in and come out piece by piece, so that a keystroke never waits."""

import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base import files, swedish
from crisisdesk.base.attachable import Attachable
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.file_names import free_path, safe_name
from crisisdesk.features import attachments, log
from crisisdesk.incident import secrecy
from crisisdesk.incident.wording import READ_ONLY
from crisisdesk.kernel.change import Change
from crisisdesk.session.opening import Opened
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.shell.frame import Frame

# Loaded with the first file: a start needs none of it.
if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from crisisdesk.session.attaching import Attaching, Outcome, Progress

COPYING: Final = "attaching"
REFUSED: Final = "not_attached"
HELD: Final = "attach_next"
SAVED: Final = "attachment_saved"

WAIT: Final = 8
"""Milliseconds until the reader is asked again."""

SETTLE: Final = 10.0
"""Seconds that a closing window waits for files on their way in."""

_TOLD_FROM: Final = 3_000_000  # bytes: what is smaller is there before it could be read


class Attachments(QObject):
    """Carries out what screens wish for with files. `attached(outcome)` when a file went in, or did not.

    Made with the window; everything it does is done in turns of the event loop.
    """

    attached = Signal(object)

    def __init__(self, frame: Frame, bridge: Bridge, opened: Opened, window: QWidget) -> None:
        super().__init__(window)
        self._frame = frame
        self._bridge = bridge
        self._opened = opened
        self._window = window
        self._queue: Attaching | None = None
        self._reading: deque[_Reading] = deque()
        self._writing: tuple[Path, Future[None]] | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._refused: list[str] = []
        self._held: list[Attachable] = []
        self._last_line = 0
        self._saved_to = Path()
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._do_some)
        self._connect()

    def attach(self, line: int, source: Attachable) -> None:
        """Put a file beside the line; returns at once."""
        if self._opened.read_only:
            self._refuse(READ_ONLY)
            return
        if self._queue is None:
            self._queue = self._make_queue()
        self._queue.add(line, source)
        self._go_on(0)

    def read(self, id: str, take: Callable[[bytes], None]) -> None:
        """Hand the attachment's bytes over when they are read and checked, b"" when they are not whole."""
        self._read(id, lambda parts: take(b"".join(parts)))

    def _read(self, id: str, take: Callable[[list[bytes]], None]) -> None:
        held = self._bridge.state[attachments.FEATURE].attachments.get(id)
        if held is None or self._covers(id):
            take([])
            return
        from crisisdesk.session import attached

        parts = attached.parts(self._opened.session.attachment, held.fact)
        self._reading.append(_Reading(parts, take))
        self._go_on(0)

    def _covers(self, id: str) -> bool:
        """Return whether the window may not show what the attachment holds now."""
        return self._bridge.covering and bool(secrecy.of_ref(self._bridge.state, f"attachment:{id}"))

    def _refuse_covered(self, id: str) -> bool:
        """Tell that what is covered is not saved either: already its name may say who it is about."""
        covered = self._covers(id)
        if covered:
            said = self.tr("Bilaga {0} är täckt. Välj Täck sekretess: Aldrig i menyn, och spara igen.")
            self._tell_saved("warn", said.format(id), [])
        return covered

    def save(self, id: str) -> None:
        """Let the user choose where a copy of the attachment is put; no file is written over."""
        held = self._bridge.shown_state[attachments.FEATURE].attachments.get(id)
        if held is None or self._refuse_covered(id):
            return
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Spara en kopia av bilaga {0}").format(id))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(safe_name(held.fact.name))

        def chosen(path: str) -> None:
            self.save_to(id, Path(path))

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def save_to(self, id: str, path: Path) -> None:
        """Write a copy of the attachment to the path, under another name when there is such a file."""
        if not self._refuse_covered(id):
            self._read(id, partial(self._write, path))

    def quick(self, sources: Sequence[Attachable]) -> None:
        """Take what was pasted into the quick line: with the line that is being written, else as its own."""
        if not sources:
            return
        if self._frame.quick.text().strip():
            self._held += sources
            self._tell_held()
        else:
            self._log_and_attach(sources)

    def settle(self, seconds: float = SETTLE) -> None:
        """Let files that are on their way in arrive, as long as it takes but no longer than `seconds`."""
        until = time.monotonic() + seconds
        queue = self._queue
        while queue is not None and queue.busy and time.monotonic() < until:
            if queue.ready:
                self._step(queue)
            else:
                time.sleep(0.002)
        if queue is not None:
            queue.close()
            self._queue = None
        self._turn.stop()
        if self._writer is not None:
            self._writer.shutdown(wait=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let files arrive before the window closes."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.settle()
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- inside

    def _connect(self) -> None:
        self._frame.deck.made.connect(self._screen_made)
        self._frame.notices.acted.connect(self._acted)
        self._frame.quick.send_requested.connect(self._line_sent)
        self._bridge.changed.connect(self._changed)
        self._window.installEventFilter(self)
        self._frame.quick.edit.given.connect(self.quick)

    def _screen_made(self, _key: str, screen: Screen) -> None:
        screen.attach_requested.connect(self.attach)
        screen.content_requested.connect(self._hand_over)
        screen.save_requested.connect(self.save)

    def _hand_over(self, id: str, screen: Screen) -> None:
        self.read(id, partial(screen.take_content, id))

    def _make_queue(self) -> "Attaching":
        from crisisdesk.session.attaching import Attaching

        folder = self._opened.path.parent
        return Attaching(self._opened.session, self._bridge.perform, partial(_free, folder))

    def _go_on(self, wait: int) -> None:
        if not self._turn.isActive():
            self._turn.start(wait)

    def _do_some(self) -> None:
        """Do one small piece of each work, and come again in a later turn."""
        if self._queue is not None and self._queue.busy:
            self._step(self._queue)
        if self._reading:
            self._read_some()
        self._look_at_writing()
        if self._reading or (self._queue is not None and self._queue.ready):
            self._go_on(0)
        elif self._writing is not None or (self._queue is not None and self._queue.busy):
            self._go_on(WAIT)

    def _step(self, queue: "Attaching") -> None:
        outcome = queue.step()
        self._show_progress(queue.progress)
        if outcome is not None:
            self._ended(outcome)

    def _ended(self, outcome: "Outcome") -> None:
        if outcome.sentence:
            self._refuse(outcome.sentence)
        self.attached.emit(outcome)

    def _show_progress(self, progress: "Progress | None") -> None:
        notices = self._frame.notices
        if progress is None or (progress.total < _TOLD_FROM and not progress.waiting):
            notices.clear(COPYING)
            return
        said = self.tr("Bifogar {0}: {1} av {2}.").format(
            progress.name, swedish.file_size(progress.done), swedish.file_size(progress.total)
        )
        if progress.waiting:
            said += self.tr(" {0} väntar.").format(swedish.plural(progress.waiting, "fil", "filer"))
        if COPYING in notices.texts():
            notices.bar(COPYING).set_text(said)
        else:
            notices.show_notice(
                COPYING, "info", said, [BarAction("cancel", self.tr("Avbryt"), "x")], icon="paperclip"
            )

    def _read_some(self) -> None:
        work = self._reading[0]
        try:
            part = next(work.parts, None)
        except WorldFault as fault:
            self._reading.popleft()
            work.take([])
            self._refuse(f"{fault.sentence} {fault.remedy}".strip())
            return
        if part is not None:
            work.read.append(part)
            return
        self._reading.popleft()
        work.take(work.read)

    def _write(self, path: Path, content: list[bytes]) -> None:
        if not content:
            return  # that it is not whole was told where it was read
        if self._writer is None:
            from concurrent.futures import ThreadPoolExecutor

            self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="attachment-copies")
        free = free_path(path.parent, path.name)
        self._writing = (free, self._writer.submit(files.write_new, free, *content))
        self._go_on(WAIT)

    def _look_at_writing(self) -> None:
        if self._writing is None or not self._writing[1].done():
            return
        path, work = self._writing
        self._writing = None
        try:
            work.result()
        except WorldFault as fault:
            self._tell_saved("warn", fault.sentence, [])
            return
        self._saved_to = path
        self._tell_saved(
            "info",
            self.tr("Kopian är sparad: {0}").format(path.name),
            [BarAction("folder", self.tr("Visa mappen"), "folder-open", closes=False)],
        )

    def _tell_saved(self, tone: str, said: str, actions: list[BarAction]) -> None:
        closing = [*actions, BarAction("close", self.tr("Stäng"))]
        if tone == "warn":
            self._frame.notices.show_notice(SAVED, "warn", said, closing)
        else:
            self._frame.notices.show_notice(SAVED, "info", said, closing, icon="save")

    def _refuse(self, sentence: str) -> None:
        """Tell why a file did not go in, or out, together with those before it that were not read yet."""
        if REFUSED not in self._frame.notices.texts():
            self._refused.clear()
        self._refused.append(sentence)
        self._frame.notices.show_notice(
            REFUSED, "warn", "\n".join(self._refused[-5:]), [BarAction("close", self.tr("Stäng"))]
        )

    # ---------------------------------------------------------------- the quick line

    def _log_and_attach(self, sources: Sequence[Attachable]) -> None:
        names = [source.name or self.tr("Skärmbild") for source in sources]
        done, sentence, _field = self._bridge.execute(log.commands.Record(text=f"{swedish.listed(names)}."))
        if done:
            self._attach_to_last(sources)
        elif sentence:
            self._refuse(sentence)

    def _changed(self, change: Change) -> None:
        self._last_line = change.number or self._last_line

    def _line_sent(self, _command: object) -> None:
        """The line that was being written is in the log now, unless the field still holds its text."""
        if self._held and not self._frame.quick.text():
            held, self._held = self._held, []
            self._frame.notices.clear(HELD)
            self._attach_to_last(held)

    def _attach_to_last(self, sources: Sequence[Attachable]) -> None:
        # The number is of the line just logged: what else an attachment logs comes after.
        line = self._last_line
        for source in sources:
            self.attach(line, source)

    def _tell_held(self) -> None:
        names = [source.name or self.tr("Skärmbild") for source in self._held]
        said = self.tr("Följer med raden när du trycker Enter: {0}").format(swedish.listed(names))
        self._frame.notices.show_notice(
            HELD, "info", said, [BarAction("drop", self.tr("Ta bort"), "x")], icon="paperclip"
        )

    def _acted(self, key: str, action: str) -> None:
        if (key, action) == (COPYING, "cancel") and self._queue is not None:
            self._queue.cancel()
        elif (key, action) == (HELD, "drop"):
            self._held.clear()
        elif (key, action) == (SAVED, "folder"):
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to.parent)))


class _Reading:
    """An attachment on its way out: the parts that are left, those that are read, and who wants them."""

    def __init__(self, parts: Iterator[bytes], take: Callable[[list[bytes]], None]) -> None:
        self.parts = parts
        self.take = take
        self.read: list[bytes] = []


def _free(folder: Path) -> int:
    """Return the room on the folder's disk in bytes; plenty where it cannot be asked: the disk will tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 1 << 40
