"""What the tests of the report share: one document with everything in it, printed once."""

from pathlib import Path

import pytest

from tests.support.pdf_reading import printed
from tests.support.pdf_samples import EVERYTHING


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(EVERYTHING, tmp_path_factory.mktemp("pdf"))
