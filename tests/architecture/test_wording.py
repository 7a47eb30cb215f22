"""Sentences stand where they belong: `tr` takes plain literals, rules word refusals in wording alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "crisisdesk"


def calls(folder: Path) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_tr_takes_plain_literals() -> None:
    wrong = [
        place
        for place, call in calls(ROOT / "ui")
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]
    assert wrong == []


def test_rules_take_their_sentences_from_wording() -> None:
    wrong = [
        place
        for place, call in calls(ROOT / "features")
        if isinstance(call.func, ast.Name)
        and call.func.id == "RuleBroken"
        and not place.split(":")[0].endswith("wording.py")
        and (not call.args or isinstance(call.args[0], ast.Constant | ast.JoinedStr))
    ]
    assert wrong == []


def test_no_style_in_screens() -> None:
    found = [
        p for p in (ROOT / "ui" / "screens").rglob("*.py") if "setStyleSheet" in p.read_text(encoding="utf-8")
    ]
    assert found == []
