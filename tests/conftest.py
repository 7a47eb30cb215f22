"""Every test fails on what it did not expect: a Qt warning, a Python warning, a line in a log.

Qt and Python warnings are set in pyproject.toml. A test that expects a log line asserts on it in `caplog` and
then calls `caplog.clear()`; what is left over at the end fails the test.
"""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A test that wants a real display starts one of its own, in a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine may be busy: an example is judged by its result, never by its time.
settings.register_profile("crisisdesk", deadline=None, print_blob=True)
settings.load_profile("crisisdesk")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test when a warning or worse was logged that it has not cleared."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [_line(record) for record in records if record.levelno >= logging.WARNING]
    if unexpected:
        pytest.fail("unexpected log lines:\n" + "\n".join(unexpected), pytrace=False)


def _line(record: logging.LogRecord) -> str:
    return f"{record.levelname} {record.name}: {record.getMessage()}"
