"""Measure how fast ``plan`` is: whole processes, in turn with a reference, as ratios within one run.

Seconds differ from machine to machine and from minute to minute; how many times longer one command
takes than another, run alternately, hardly does. Prints a table with the targets; judges nothing.
On Linux; ``BENCH_PLANS`` and ``BENCH_PROGRAMS`` say how many there are at most.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools.make_plans import REAL, large, many, year_after  # noqa: E402 - tools is no package that is installed

BIN = Path(sys.executable).parent
PLAN = [str(BIN / "plan")]
REFERENCE = [
    str(BIN / "check-jsonschema"),
    "--schemafile",
    # Frozen: a schema that grows would slow the reference down, and flatter us.
    str(ROOT / "tools" / "reference.schema.json"),
]
PLANS = int(os.environ.get("BENCH_PLANS", "1000"))
PROGRAMS = int(os.environ.get("BENCH_PROGRAMS", "5000"))


@dataclass(frozen=True)
class Run:
    """One finished run: seconds by the clock, those that processors worked, the largest process in MB."""

    seconds: float
    worked: float
    megabytes: float


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, its output thrown away."""
    with Path(os.devnull).open("w") as nowhere:
        start = time.perf_counter()
        pid = os.posix_spawn(
            command[0],
            list(command),
            {**os.environ, "LANG": "ja_JP.UTF-8", "PYTHONDONTWRITEBYTECODE": ""},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2),
            ],
        )
        # What it started and waited for is in the sums, and in the largest of all.
        _, _, usage = os.wait4(pid, 0)
        worked = usage.ru_utime + usage.ru_stime
        return Run(time.perf_counter() - start, worked, usage.ru_maxrss / 1024)


def in_turn(commands: Sequence[Sequence[str]], times: int) -> list[list[Run]]:
    """Run the commands one after the other, so many times, after one turn that does not count."""
    for command in commands:
        run(command)
    turns = [[run(command) for command in commands] for _ in range(times)]
    return [list(runs) for runs in zip(*turns, strict=True)]


def compare(what: str, ours: Sequence[str], other: Sequence[str], times: int, target: str) -> None:
    """Print a line: our median, the reference's, the medians of the ratios turn by turn.

    Two ratios: of what the processors worked (user and system), which the target is about and which
    other work on the machine hardly touches, and of the clock, which is what a person waits for.
    """
    mine, theirs = in_turn([ours, other], times)
    turns = list(zip(mine, theirs, strict=True))
    worked = statistics.median(one.worked / two.worked for one, two in turns)
    waited = statistics.median(one.seconds / two.seconds for one, two in turns)
    line(what, seconds(mine), seconds(theirs), worked, target, mine, f"{waited:>6.2f}")


def seconds(runs: Sequence[Run]) -> float:
    """Return the median of the runs in seconds."""
    return statistics.median(each.seconds for each in runs)


def line(
    what: str,
    one: float,
    two: float,
    ratio: float,
    target: str,
    runs: Sequence[Run],
    waited: str = "",
) -> None:
    """Print a line of the table; of ``runs`` how many cores they kept busy, and the largest process."""
    cores = statistics.median(each.worked / each.seconds for each in runs)
    largest = max(each.megabytes for each in runs)
    print(
        f"{what:<46} {one:>8.3f} {two:>9.3f} {ratio:>7.2f} {waited:>6}  {target:<8} "
        f"{cores:>5.1f} {largest:>6.0f} MB",
        flush=True,
    )


def heading(what: str, one: str, two: str, ratio: str) -> None:
    """Print the headings of a table."""
    print(
        f"{what:<46} {one:>8} {two:>9} {ratio:>7} {'clock':>6}  {'target':<8} {'cores':>5} {'largest':>9}",
        flush=True,
    )


def growth(what: str, small: Sequence[Run], big: Sequence[Run], factor: float) -> None:
    """Print a line: how many times the time grew beyond the size."""
    one, two = seconds(small), seconds(big)
    line(what, one, two, two / one / factor, "<= 1.20", big)


def main() -> None:
    """Measure everything, the quick things first."""
    heading("seconds, medians", "ours", "reference", "CPU")
    bare = [sys.executable, "-c", "import typer, ruamel.yaml"]
    compare("start (against importing the same libraries)", [*PLAN, "--version"], bare, 15, "")
    compare(
        "one plan, cold (check-jsonschema)",
        [*PLAN, "validate", str(REAL)],
        [*REFERENCE, str(REAL)],
        15,
        "<= 0.38",
    )
    compare("one plan, cold (start)", [*PLAN, "validate", str(REAL)], bare, 15, "")
    looked_up = [*PLAN, "programs", "--file", str(REAL), "--plan", "1-5"]
    compare("plan programs --plan 1-5 (start)", looked_up, bare, 15, "<= 1.55")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        steps = [count for count in (1, 10, 100, 1000, 10_000) if count <= PLANS]
        sets = {count: [str(path) for path in many(folder / str(count), count)] for count in steps}
        most = max(steps)
        compare(
            f"{most} plans (check-jsonschema)",
            [*PLAN, "validate", *sets[most]],
            [*REFERENCE, *sets[most]],
            3,
            "<= 0.22",
        )
        print()
        heading("growth, seconds", "smaller", "larger", "/linear")
        runs = in_turn([[*PLAN, "validate", *sets[count]] for count in steps], 3)
        for (small, first), (big, second) in zip(
            zip(steps, runs, strict=True), list(zip(steps, runs, strict=True))[1:], strict=False
        ):
            growth(f"{small} to {big} plans", first, second, big / small)
        sizes = (100, PROGRAMS)
        files = [large(folder / f"{size}.yaml", size) for size in sizes]
        one, two = in_turn([[*PLAN, "validate", str(file)] for file in files], 3)
        growth(f"{sizes[0]} to {sizes[1]} programs in one plan", one, two, sizes[1] / sizes[0])
        pairs = [(str(file), str(year_after(file))) for file in files]
        one, two = in_turn([[*PLAN, "diff", "--stat", *pair] for pair in pairs], 3)
        growth(f"diff of {sizes[0]} to {sizes[1]} programs", one, two, sizes[1] / sizes[0])
        for ending in ("html", "docx", "xlsx"):
            made = str(folder / f"made.{ending}")
            exports = [[*PLAN, "export", "--file", str(file), "-o", made] for file in files]
            one, two = in_turn(exports, 3)
            what = f"export of {sizes[0]} to {sizes[1]} programs, .{ending}"
            growth(what, one, two, sizes[1] / sizes[0])
        lists = [[*PLAN, "programs", "--file", str(file), "-o", made] for file in files]
        one, two = in_turn(lists, 3)
        growth(f"list of {sizes[0]} to {sizes[1]} programs, .xlsx", one, two, sizes[1] / sizes[0])
        table = [*PLAN, "diff", *pairs[1]]
        compare(
            f"diff of {sizes[1]}, table (json)", table, [*table, "--format", "json"], 3, "<= 1.50"
        )
        for file in files:
            run([*PLAN, "export", "--file", str(file), "-o", f"{file}.xlsx"])
        back = [[*PLAN, "import", f"{file}.xlsx", "--into", str(file)] for file in files]
        one, two = in_turn(back, 3)
        growth(f"untouched workbook of {sizes[0]} to {sizes[1]}", one, two, sizes[1] / sizes[0])


if __name__ == "__main__":
    main()
