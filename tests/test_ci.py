"""What CI services and editors use: the hooks under the real pre-commit, the action, the pages that show them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import REAL, ROOT, SMALL, Run
from tests.test_watch import BEGINS, ENDS


def yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=試験", "-c", "user.email=test@example.com", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def committed(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as the repository that a council's configuration names."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in ("src", "schema"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo")
        )
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ):
        shutil.copy(ROOT / name, folder / name)
    return committed(folder)


@pytest.mark.slow
def test_the_real_pre_commit_runs_both_hooks(hooks: Path, tmp_path: Path):
    council = tmp_path / "社協"
    (council / "plans").mkdir(parents=True)
    (council / "plans" / "2024.yaml").write_bytes(REAL.read_bytes())
    (council / "覚え書き.yaml").write_text("計画: ではない\n", encoding="utf-8")
    (council / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks.as_posix()}\n    rev: HEAD\n"
        "    hooks:\n      - id: plan-fmt\n      - id: plan-validate\n",
        encoding="utf-8",
    )
    committed(council)

    def pre_commit() -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "PRE_COMMIT_HOME": str(tmp_path / "cache"),
            "PRE_COMMIT_COLOR": "never",
            "PLAN_LANG": "ja",
            "PYTHONUTF8": "1",
        }
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"],
            cwd=council,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    sound = pre_commit()
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert re.findall(r"^plan (\w+)\.+(\w+)$", sound.stdout, re.MULTILINE) == [
        ("fmt", "Passed"),
        ("validate", "Passed"),
    ]
    text = REAL.read_text(encoding="utf-8").replace("- 百歳賀寿の実施", "- 百才賀寿の実施")
    (council / "plans" / "2025.yaml").write_text(text, encoding="utf-8", newline="\n")
    git(council, "add", "--all")
    broken = pre_commit()
    assert broken.returncode == 1
    number = text[: text.index("name: 百歳賀寿")].count("\n") + 1
    assert f"plans/2025.yaml:{number}:11: 誤り P218 「百歳賀寿の実施」は" in broken.stdout
    assert "plans/2025.yaml:9:14: 誤り P105 " in broken.stdout
    untidy = REAL.read_text(encoding="utf-8").replace("\npolicy:", "\n\n\n\npolicy:")
    (council / "plans" / "2025.yaml").unlink()
    (council / "plans" / "2024.yaml").write_text(untidy, encoding="utf-8", newline="\n")
    git(council, "add", "--all")
    tidied = pre_commit()
    assert tidied.returncode == 1
    assert re.findall(r"^plan (\w+)\.+(\w+)$", tidied.stdout, re.MULTILINE) == [
        ("fmt", "Failed"),
        ("validate", "Passed"),
    ]
    assert (council / "plans" / "2024.yaml").read_bytes() == REAL.read_bytes()


ACTION = yaml((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_the_action_has_the_inputs_that_its_pages_name():
    assert list(ACTION["inputs"]) == ["paths", "lang", "fail-level"]
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an input in a script could be a command"


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step as the runner does: inputs are put into the variables."""
    step = ACTION["runs"]["steps"][-1]
    values = {name: inputs.get(name, spec["default"]) for name, spec in ACTION["inputs"].items()}
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)
        for name, text in step["env"].items()
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=os.environ | variables | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_action_checks_what_it_is_told(plans: Path):
    folder = plans.parent
    assert act(folder, lang="en").stdout == "All checks passed (1 file): plans/2024.yaml\n"
    (plans / "2024.yaml").write_text(SMALL + "  - name: 福祉バス運行事業\n", encoding="utf-8")
    found = act(folder, paths="plans/2024.yaml\n", lang="ja")
    assert found.returncode == 0
    assert found.stdout.startswith("::warning file=plans/2024.yaml,line=16,endLine=16,")
    assert act(folder, **{"fail-level": "warning"}).returncode == 1
    assert act(folder, paths="plans\nない.yaml").returncode == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_an_input_of_the_action_is_never_a_command(plans: Path):
    act(plans.parent, paths="$(touch 侵入)`touch 侵入`; touch 侵入\n--output-file=侵入")
    assert not (plans.parent / "侵入").exists()


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return [
        dedent(block)
        for block in re.findall(rf"^ *```{language}\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    ]


@pytest.mark.parametrize("name", ["ci.md", "ci.ja.md"])
def test_the_set_ups_that_the_page_shows_are_real(name: str):
    _, (step,), scanning, _, hooks = map(yaml, blocks(name, "yaml"))
    assert list(step["with"]) == list(ACTION["inputs"])
    (job,) = scanning["jobs"].values()
    assert job["steps"][-1]["with"]["sarif_file"] in job["steps"][-2]["run"]
    known = {
        hook["id"] for hook in yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} == known


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_code_scanning_gets_nothing_that_is_suppressed(run: Run, plans: Path):
    (plans / "2024.yaml").write_text(
        SMALL + "  - name: 福祉バス\n  - name: 移動図書館\n"
        "suppress:\n  - {rule: P209, item: 福祉バス, reason: 計画には載せない, until: 2024}\n",
        encoding="utf-8",
    )
    (job,) = yaml(blocks("ci.md", "yaml")[2])["jobs"].values()
    *_, write, take_out, upload = job["steps"]
    assert run(*write["run"].split()[1:]).code == 0
    subprocess.run(take_out["run"], shell=True, check=True)  # noqa: S602 - as the page says
    log = json.loads(Path(upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert [result["message"]["text"][:7] for result in log["runs"][0]["results"]] == [
        "「移動図書館」"
    ]


@pytest.mark.parametrize("name", ["ci.md", "ci.ja.md"])
def test_the_page_shows_the_files_that_init_writes(run: Run, tmp_path: Path, name: str):
    written = {"github": ".github/workflows/plan.yml", "gitlab": ".gitlab-ci.yml"}
    shown = blocks(name, "yaml")
    for service, path in written.items():
        run("init", service, "--council", "試験社協", "--year", "R7", "--ci", service)
        assert (tmp_path / service / path).read_text(encoding="utf-8") in shown


@pytest.mark.parametrize("name", ["ci.md", "ci.ja.md"])
def test_every_command_that_the_page_shows_runs(run: Run, plans: Path, name: str):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    commands = re.findall(r"^ +(?:- run: |- )?plan (validate[^\n]*)$", text, re.MULTILINE)
    assert len(commands) >= 5
    for command in commands:
        assert run(*command.split()).code == 0, command


PAGES = ["ci.md", "ci.ja.md", "editor.md", "editor.ja.md"]


@pytest.mark.parametrize("name", PAGES)
def test_every_option_that_the_page_names_exists(run: Run, name: str):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    known = "".join(run(name, "--help").out for name in ("validate", "fmt", "schema", "init"))
    assert named
    assert {option for option in named if not re.search(rf"{option}(?![\w-])", known)} == set()


def problem_matchers(task: dict[str, Any]) -> list[dict[str, Any]]:
    matchers = task["problemMatcher"]
    return matchers if isinstance(matchers, list) else [matchers]


@pytest.mark.parametrize(("name", "lang"), [("editor.md", "en"), ("editor.ja.md", "ja")])
def test_the_editor_reads_the_lines_that_validate_prints(
    run: Run, plans: Path, name: str, lang: str
):
    (task,) = json.loads(blocks(name, "json")[0])["tasks"]
    (plans / "2024.yaml").write_text(
        SMALL.replace("- 子育てサロン\n", "- 子育てサロソ\n", 1)
        + "  - name: 福祉バス\n    status: new\n",
        encoding="utf-8",
    )
    arguments = task["command"].removeprefix("plan ").replace("--watch ", "").split()
    assert arguments[-1] == lang
    lines = run(*arguments).out.splitlines()
    found = []
    for line in lines:
        for matcher in problem_matchers(task):
            pattern = matcher["pattern"]
            if match := re.search(pattern["regexp"], line):
                severity = matcher.get("severity") or match[pattern["severity"]]
                keys = ("file", "line", "column", "code")
                found.append((severity, *(match[pattern[key]] for key in keys)))
    assert sorted(found) == sorted(
        [
            ("error", "plans/2024.yaml", "15", "11", "P218"),
            ("warning", "plans/2024.yaml", "16", "11", "P209"),
            ("info", "plans/2024.yaml", "17", "13", "P301"),
        ]
    )
    # Nothing but what --watch says begins or ends a check: VS Code swallows the lines that do.
    (background,) = [
        matcher["background"] for matcher in problem_matchers(task) if "background" in matcher
    ]
    begins, ends = background["beginsPattern"], background["endsPattern"]
    assert not any(re.search(begins, line) or re.search(ends, line) for line in lines)
    assert re.search(begins, BEGINS[lang])
    assert re.search(ends, ENDS[lang])


@pytest.mark.parametrize("name", ["editor.md", "editor.ja.md"])
def test_the_schema_is_written_as_the_page_says(run: Run, tmp_path: Path, name: str):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = re.search(r"`plan (schema --output-file (\S+))`", text)
    assert found
    assert run(*found[1].split()).out == ""
    written = (tmp_path / found[2]).read_bytes()
    assert written == (ROOT / "schema" / "plan.schema.json").read_bytes()
