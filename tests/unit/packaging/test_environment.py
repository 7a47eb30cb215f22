"""The environment is made once, again when something changed, and a failure says what to type."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from environment import PROGRAM, WITH_TESTS, Environment
from steps import StepFailed

StandIn = Callable[[str, str], None]
Calls = Callable[[], list[str]]

# Stands in for Python itself: "-m venv [--clear] FOLDER" leaves a copy of it in the folder.
MAKES_AN_ENVIRONMENT = """
for last in "$@"; do :; done
if [ "$2" = venv ]; then
    /bin/mkdir -p "$last/bin" && /bin/cp "$0" "$last/bin/python"
    echo "version = VERSION" > "$last/pyvenv.cfg"
    echo "command = python -m venv $last" >> "$last/pyvenv.cfg"
fi
""".replace("VERSION", ".".join(str(part) for part in sys.version_info[:3]))


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    root = tmp_path / "checkout"
    (root / "packaging").mkdir(parents=True)
    (root / "packaging" / "constraints.txt").write_text("click==8.5.1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return Environment(root)


@pytest.fixture
def python(stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in("python", MAKES_AN_ENVIRONMENT)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    return stand_in


def test_a_fresh_clone_is_not_ready(environment: Environment) -> None:
    assert not environment.is_ready(PROGRAM)


@pytest.mark.usefixtures("python", "capsys")
def test_it_is_made_with_pinned_packages_and_then_ready(environment: Environment, calls: Calls) -> None:
    environment.prepare(PROGRAM)
    pip, calm = "python -m pip install -c", "--disable-pip-version-check --no-input --quiet"
    assert calls() == [
        f"python -m venv {environment.folder}",
        f"{pip} packaging/constraints.txt hatchling {calm}",
        f"{pip} packaging/constraints.txt --no-build-isolation -e . {calm}",
    ]
    assert environment.is_ready(PROGRAM)


@pytest.mark.usefixtures("python")
def test_what_the_tests_need_holds_the_program_too(environment: Environment) -> None:
    environment.prepare(WITH_TESTS)
    assert environment.is_ready(PROGRAM)
    assert environment.is_ready(WITH_TESTS)


@pytest.mark.usefixtures("python")
def test_the_program_alone_does_not_hold_what_the_tests_need(environment: Environment) -> None:
    environment.prepare(PROGRAM)
    assert not environment.is_ready(WITH_TESTS)


@pytest.mark.usefixtures("python")
@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt"])
def test_a_changed_file_makes_it_unready(environment: Environment, changed: str) -> None:
    environment.prepare(WITH_TESTS)
    with (environment.root / changed).open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert not environment.is_ready(PROGRAM)
    environment.prepare(PROGRAM)
    assert environment.is_ready(PROGRAM)
    assert not environment.is_ready(WITH_TESTS)


@pytest.mark.usefixtures("python")
def test_an_environment_whose_python_is_gone_is_not_ready(environment: Environment) -> None:
    environment.prepare(PROGRAM)
    Path(environment.program("python")).unlink()
    assert not environment.is_ready(PROGRAM)


@pytest.mark.usefixtures("python")
def test_a_moved_checkout_gets_a_new_environment(environment: Environment, calls: Calls) -> None:
    environment.prepare(PROGRAM)
    moved = Environment(environment.root.rename(environment.root.with_name("moved")))
    assert not moved.is_ready(PROGRAM)
    moved.prepare(PROGRAM)
    assert f"python -m venv --clear {moved.folder}" in calls()


@pytest.mark.usefixtures("python")
def test_an_environment_that_was_left_half_made_is_mended(environment: Environment, calls: Calls) -> None:
    environment.prepare(PROGRAM)
    (environment.folder / "ready").unlink()
    environment.prepare(PROGRAM)
    assert calls()[3] == f"python -m venv {environment.folder}"


def test_a_failed_fetch_says_what_to_type_and_leaves_it_unready(
    environment: Environment, python: StandIn
) -> None:
    python("python", MAKES_AN_ENVIRONMENT + '[ "$2" != pip ]')
    with pytest.raises(StepFailed, match=r"programdelarna hämtades inte[\s\S]*pip install .*hatchling\n"):
        environment.prepare(PROGRAM)
    assert not environment.is_ready(PROGRAM)


def test_a_python_without_venv_says_what_to_install(environment: Environment, python: StandIn) -> None:
    python("python", "exit 1")
    with pytest.raises(StepFailed, match="apt-get install python3-venv"):
        environment.prepare(PROGRAM)
