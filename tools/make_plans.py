"""Plans for measuring: many that differ, and one as large as is asked for; the same at every call."""

from __future__ import annotations

import random
import re
from pathlib import Path

REAL = Path(__file__).parent.parent / "plans" / "2024.yaml"


def many(folder: Path, count: int) -> list[Path]:
    """Write plans that differ in names, lists and texts, as those of many councils would."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_one(folder / f"council-{number:05}.yaml", number) for number in range(count)]


def _one(path: Path, number: int) -> Path:
    chance = random.Random(number)  # noqa: S311 - variety, no secret
    text = REAL.read_text(encoding="utf-8").replace("いわき", f"第{number}")
    names = re.findall(r"^  - name: (.+)", text, re.MULTILINE)
    for name in chance.sample(names, 8):
        text = text.replace(f"- {name}\n", f"- {name[:-2]}{number}{name[-2:]}\n")
        text = text.replace(f"name: {name}\n", f"name: {name[:-2]}{number}{name[-2:]}\n")
    # A few slips each, so that there is something to find.
    for name in chance.sample(names, 2):
        text = text.replace(f"          - {name}\n", f"          - {name[1:]}\n", 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def large(path: Path, programs: int) -> Path:
    """Write one plan with so many programs, each cited by three of a hundred basic plans."""
    chance = random.Random(programs)  # noqa: S311 - variety, no secret
    names = [f"{_word(chance)}{_word(chance)}{number}支援事業" for number in range(programs)]
    lines = ["format: 1", "fiscal_year: 2024", "council:", "  name: 試験社協", "goals:"]
    for goal in range(1, 11):
        lines += [f"  - id: {goal}", f"    title: 目標{goal}", "    plans:"]
        for plan in range(1, 11):
            cited = names[(goal - 1) * 10 + plan - 1 :: 100]
            also = chance.sample(names, min(2 * len(cited), programs))
            lines += [
                f"      - id: {goal}-{plan}",
                f"        title: 計画{plan}",
                "        programs:",
            ]
            lines += [f"          - {name}" for name in dict.fromkeys([*cited, *also])]
    lines.append("programs:")
    for name in names:
        lines += [f"  - name: {name}", f"    schedule: {chance.randrange(1, 13)}月"]
        lines += [f"    budget: {chance.randrange(10, 900)}千円"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def year_after(path: Path) -> Path:
    """Write next year's plan beside a large one: every 20th program renamed, every 33rd with another budget."""
    programs = iter(range(1_000_000))

    def next_program(match: re.Match[str]) -> str:
        number = next(programs)
        entry = match[0]
        if number % 20 == 0:
            entry = entry.replace("支援事業", "支援推進事業")
        return re.sub(r"\d+千円", "999千円", entry) if number % 33 == 0 else entry

    text = path.read_text(encoding="utf-8").replace("fiscal_year: 2024", "fiscal_year: 2025")
    text = re.sub(r"  - name: .*\n.*\n.*\n", next_program, text)
    for name in re.findall(r"- name: (.*)支援推進事業", text):
        text = text.replace(f"- {name}支援事業\n", f"- {name}支援推進事業\n")
    after = path.with_name(f"{path.stem}-after.yaml")
    after.write_text(text, encoding="utf-8", newline="\n")
    return after


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choices("子育高齢者福祉地域住民見守介護予防健康相談権利移動居場所学習交流", k=3)
    )
