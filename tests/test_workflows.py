"""The workflows of GitHub say what the project says elsewhere: versions of Python, commands, files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tools.dev import TASKS

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def yaml(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def test_every_version_that_is_promised_is_tried_on_every_system():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [
        name.rpartition(" ")[2]
        for name in project["classifiers"]
        if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", name)
    ]
    matrix = yaml(GITHUB / "workflows" / "check.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix["python"] == promised
    assert matrix["os"] == ["ubuntu-latest", "windows-latest", "macos-latest"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_steps_run_what_is_there(path: Path):
    workflow = yaml(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            command = step.get("run", "")
            for task in re.findall(r"tools/dev\.py (\S+)", command):
                assert task in TASKS
            if command == ".ci/run":
                assert (ROOT / command).exists()


def test_a_release_is_published_without_a_password():
    text = (GITHUB / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert yaml(GITHUB / "workflows" / "release.yml")["jobs"]["publish"]["permissions"] == {
        "id-token": "write"
    }


def test_the_form_for_problems_asks_in_both_languages():
    form = yaml(GITHUB / "ISSUE_TEMPLATE" / "problem.yml")
    labels = [part["attributes"]["label"] for part in form["body"] if "label" in part["attributes"]]
    assert len(labels) == 5
    assert all(" / " in label for label in labels)


def test_the_page_for_contributors_stays_short_and_names_what_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(text.split()) < 2_000
    package = ROOT / "src" / "shakyo_plan"
    for name in re.findall(r"`((?:cli|lint|output|source|documents|diff|lookup)/[\w/.]+)`", text):
        assert "NAME" in name or (package / name).exists(), name
    for name in re.findall(r"\]\(([\w/.]+)(?:#\w+)?\)", text):
        assert (ROOT / name).exists(), name


FILES = {
    path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else "")
    for top in ("src", "tests", "docs", "tools", "schema", "plans", "examples", ".github")
    for path in (ROOT / top).rglob("*")
}


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/decisions.md", "SECURITY.md"])
def test_every_file_that_a_page_for_contributors_names_exists(page: str):
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`([\w/.-]+(?:\.(?:py|md|yaml|json|toml|po|txt)|/))`", text)
    assert named or page == "SECURITY.md"

    def exists(name: str) -> bool:
        # NAME and CODE stand for what a contributor chooses.
        pattern = re.sub("NAME|CODE", "[^/]+", re.escape(name))
        return (
            any(re.search(rf"(?:^|/){pattern}$", file) for file in FILES) or (ROOT / name).exists()
        )

    made_by_plan = {".undo/", "2024-draft.yaml"}
    assert [name for name in named if name not in made_by_plan and not exists(name)] == []


def test_contributing_is_read_in_one_sitting():
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split()) < 2000
