"""The schema is the one source of structure; dataclasses, words and diagnoses follow it."""

from __future__ import annotations

import copy
import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from shakyo_plan import model
from shakyo_plan.language import Translator
from shakyo_plan.model import fields
from shakyo_plan.model.fields import part_schema
from shakyo_plan.model.schema import schema
from shakyo_plan.source.document import read_document
from shakyo_plan.source.loading import load_bytes
from shakyo_plan.source.schema.shape import conforms, fits
from shakyo_plan.source.schema.validator import errors
from tests.amount import examples
from tests.conftest import REAL, SMALL, Run

JA = Translator("ja")
DEFS: dict[str, Any] = schema()["$defs"]

PARTS: list[tuple[dict[str, Any], type]] = [(part_schema(part), part) for part in fields.PARTS]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(("part", "kind"), PARTS, ids=[kind.__name__ for _, kind in PARTS])
def test_dataclasses_have_the_fields_of_the_schema_in_its_order(part: dict[str, Any], kind: Any):
    names = [field.name for field in dataclasses.fields(kind) if field.name != "place"]
    assert names == list(part["properties"])
    required = [
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    # What a file must have, a dataclass has no default for; lists may be empty in the model.
    assert set(required) == {
        key for key in part["required"] if part["properties"][key].get("type") != "array"
    }


def test_every_object_of_the_schema_has_a_dataclass():
    def objects(part: Any) -> int:
        if isinstance(part, dict):
            return ("properties" in part) + sum(map(objects, part.values()))
        return 0

    assert objects(schema()) == len(PARTS)


@pytest.mark.parametrize(
    ("key", "kind"), [("status", model.Status), ("commissioned_by", model.Commission)]
)
def test_every_value_of_an_enum_is_explained(key: str, kind: Any):
    part = DEFS["program"]["properties"][key]
    assert part["enum"] == [member.value for member in kind]
    assert len(part["enumDescriptions"]) == len(part["enum"])


def test_every_property_has_its_words():
    def walk(part: Any, where: str) -> list[str]:
        lacking = []
        if isinstance(part, dict):
            for key, value in part.get("properties", {}).items():
                if not {"title", "description"} <= value.keys():
                    lacking.append(f"{where}.{key}")
            for key, value in part.items():
                lacking += walk(value, f"{where}.{key}")
        return lacking

    assert walk(schema(), "") == []


def mutations() -> st.SearchStrategy[Any]:
    """Plans with something replaced, removed or added somewhere."""
    base = read_document(REAL.read_bytes()).data
    base["goals"] = base["goals"][:1]
    base["programs"] = base["programs"][:6]
    values = st.sampled_from(
        [None, 1, 0, -1, 1.0, True, "", " ", "x", "1-5", "new", [], {}, ["x"], {"x": 1}, [1]]
    )

    @st.composite
    def mutated(draw: st.DrawFn) -> Any:
        data = copy.deepcopy(base)
        part: Any = data
        while True:
            steps = list(part) if isinstance(part, dict) else list(range(len(part)))
            step = draw(st.sampled_from(steps))
            if isinstance(part[step], (dict, list)) and part[step] and draw(st.integers(0, 3)):
                part = part[step]
                continue
            match draw(st.sampled_from(["replace", "remove", "add"])):
                case "replace":
                    part[step] = draw(values)
                case "remove":
                    del part[step]
                case _ if isinstance(part, dict):
                    part["追加"] = draw(values)
                case _:
                    part.append(draw(values))
            return data

    return mutated()


@settings(max_examples=examples(300), deadline=None)
@given(mutations())
def test_our_quick_look_and_jsonschema_never_disagree(data: Any):
    assert conforms(data) == (not list(errors(data)))


def test_the_real_plan_conforms():
    data = read_document(REAL.read_bytes()).data
    assert conforms(data)
    assert list(errors(data)) == []


def test_a_keyword_that_the_quick_look_does_not_know_is_refused():
    with pytest.raises(NotImplementedError, match="minProperties"):
        fits({**schema(), "minProperties": 1})
    with pytest.raises(NotImplementedError, match="boolean"):
        fits({"type": "boolean"})


def diagnosed(text: str) -> list[str]:
    return [
        f"{each.span.start.line}:{each.span.start.column} {each.code} {JA(each.message)}"
        + (f" → {JA(each.suggestion)}" if each.suggestion else "")
        for each in load_bytes(text.encode(), "x.yaml").findings
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("        title: 子育て\n", "",
         "10:9 P020 基本計画 1-1 に title（名称）がありません → 「title: …」の行を書き足してください"),
        ("programs:\n  - name: 子育てサロン\n", "",
         "1:1 P020 計画ファイルに programs（事業一覧）がありません → 「programs: []」の行を書き足してください"),
        ("fiscal_year: 2024\n", "",
         "1:1 P020 計画ファイルに fiscal_year（年度）がありません → 「fiscal_year: …」の行を書き足してください"),
        ("      - id: 1-1\n        title", "      - title",
         "10:9 P020 1番目の基本計画に id（番号）がありません → 「id: …」の行を書き足してください"),
        ("        title: 子育て", "        titel: 子育て\n        title: 子育て",
         "11:9 P021 基本計画 1-1 に titel という項目はありません → 「title」のことですか？"),
        ("        title: 子育て", "        本文: 説明\n        title: 子育て",
         "11:9 P021 基本計画 1-1 に 本文 という項目はありません → 「text」のことですか？"),
        ("\ngoals:\n", "\n基本方針:\n",
         "6:1 P021 計画ファイルに 基本方針 という項目はありません → 「goals」のことですか？"),
        ("\ngoals:\n", "\n基本方針: 地域の福祉を高めます。\ngoals:\n",
         "6:1 P021 計画ファイルに 基本方針 という項目はありません → 「policy」のことですか？"),
        ("\ngoals:\n", "\n基本方針:\ngoals:\n",
         "6:1 P021 計画ファイルに 基本方針 という項目はありません → 「policy」のことですか？"),
        ("council:\n", "council:\n  zzz: 1\n",
         "4:3 P021 社会福祉協議会 試験社協 に zzz という項目はありません → ここに書ける項目: name、districts、departments"),
        ("  - name: 子育てサロン\n", "  - name: 子育てサロン\n    status: 新規\n",
         "16:13 P023 区分に「新規」とは書けません → 「new」（新規：この年度に始める事業）のことですか？"),
        ("  - name: 子育てサロン\n", "  - name: 子育てサロン\n    status: discontinud\n",
         "16:13 P023 区分に「discontinud」とは書けません → 「discontinued」（廃止：やめた事業）のことですか？"),
        ("  - name: 子育てサロン\n", "  - name: 子育てサロン\n    commissioned_by: 商店街\n",
         "16:22 P023 委託元に「商店街」とは書けません"
         " → 書けるのは次のどれかです: city（市受託）、town（町受託）、village（村受託）、ward（区受託）、"
         "prefecture（県受託）、state（国受託）、city_shakyo（市社協受託）、prefectural_shakyo（県社協受託）、"
         "national_shakyo（全社協受託）、other（その他受託）"),
        ("fiscal_year: 2024", "fiscal_year: 令和6",
         "2:14 P022 年度には整数を書きますが、文字になっています → 2024 と書いてください"),
        ("fiscal_year: 2024", "fiscal_year: 2024.0",
         "2:14 P022 年度には整数を書きますが、数になっています → 2024 と書いてください"),
        ("fiscal_year: 2024", "fiscal_year: 6",
         "2:14 P026 年度を 6 にはできません → 西暦で書いてください。令和6年度なら 2024 です"),
        ("format: 1", "format: 2", "1:9 P026 形式のバージョンを 2 にはできません → 1 と書いてください"),
        ("  - id: 1\n", "  - id: 0\n", "7:9 P026 番号を 0 にはできません → 1 以上の数を書いてください"),
        ("id: 1-1", "id: 一の一",
         "10:13 P024 「一の一」は基本計画の番号になっていません → 1-1 と書いてください"),
        ("          - 子育てサロン", "          - 2024",
         "13:13 P022 事業名には文字を書きますが、数になっています → \"2024\" のように引用符で囲んでください"),
        ("        programs:\n          - 子育てサロン", "        programs: 子育てサロン",
         "12:19 P022 主な事業にはリスト（「- 」で始まる行）を書きますが、文字になっています"
         " → 「programs: [子育てサロン]」と書いてください"),
        ("        title: 子育て", "        title:",
         "11:9 P025 名称が空です → 続けて文字を書いてください"),
        ("        title: 子育て", "        title: '　'",
         "11:16 P025 名称が空です → 続けて文字を書いてください"),
        ("  name: 試験社協", "  name: 試験: 社協", "4:11 P004 ここのコロン（:）が、項目名の終わりと読まれてしまいます"
         " → 行全体を次のように書いてください: name: \"試験: 社協\""),
    ],
)  # fmt: skip
def test_each_break_is_told_where_and_how_to_mend_it(old: str, new: str, expected: str):
    assert SMALL.count(old) == 1
    assert diagnosed(SMALL.replace(old, new)) == [expected]


def test_all_breaks_are_told_in_one_run():
    text = (
        SMALL.replace("title: 共に生きる", "titel: 共に生きる")
        .replace("2024", "6")
        .replace("1-1", "x")
    )
    assert sorted(" ".join(line.split()[:2]) for line in diagnosed(text)) == [
        "10:13 P024",
        "2:14 P026",
        "8:5 P021",
    ]


@pytest.mark.parametrize("written", ["１－５", "1ー5", "1—5", "１-5", "1−5"])
def test_ids_with_look_alikes_are_for_the_rules_and_not_for_the_schema(written: str):
    assert diagnosed(SMALL.replace("1-1", written)) == []


def test_labels_and_sections_load():
    text = SMALL.replace("goals:\n", "labels: {plan: 基本施策}\ngoals:\n", 1)
    plan = load_bytes(text.encode(), "x.yaml").plan
    assert plan is not None
    assert (plan.labels.plan, plan.labels.goal) == ("基本施策", "基本目標")


def test_equality_leaves_out_where_a_part_stands():
    moved = "# 覚え書き\n\n" + SMALL
    assert load_bytes(moved.encode(), "x").plan == load_bytes(SMALL.encode(), "y").plan


def test_a_program_with_a_colon_in_its_name_is_told_to_be_put_in_quotes(run: Run, plans: Path):
    text = SMALL.replace("          - 子育てサロン\n", "          - 子育て: サロン\n")
    (plans / "2024.yaml").write_text(text, encoding="utf-8")
    assert run("validate").out == (
        "plans/2024.yaml:13:13: 誤り P022 コロンのために「子育て」が項目名と読まれますが、ここには事業名を書きます\n"
        "  13 |           - 子育て: サロン\n"
        "     |             ^^^^^^^^^^^^^^\n"
        '     → 1つの名前なら、引用符で囲んでください："子育て: サロン"\n'
        "\n"
        "1ファイルを確認しました（誤り 1件）\n"
    )
