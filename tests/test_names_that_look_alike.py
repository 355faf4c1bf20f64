"""Names that differ in what nobody sees, and entries whose own name is the slip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator
from shakyo_plan.lint.engine import lint
from shakyo_plan.lint.fixing import fix
from shakyo_plan.lint.rules.settings import Settings
from shakyo_plan.model.notation import notation_difference
from shakyo_plan.source.loading import load_bytes
from tests.conftest import REAL, Run

JA = Translator("ja")
PLAN = """\
format: 1
fiscal_year: 2024
council:
  name: みなと市社会福祉協議会
  districts: [東]
goals:
  - id: 1
    title: 支え合うまち
    plans:
      - id: 1-1
        title: 相談の充実
        programs:
          - {cited}
programs:
  - name: {registered}
"""
REGISTERED = re.compile(r"^  - name: (?P<name>.+)$", re.MULTILINE)


def found(text: str) -> list[Diagnostic]:
    return list(lint([load_bytes(text.encode(), "2024.yaml")]).diagnostics)


def sentences(text: str) -> list[str]:
    return [f"{each.span.start.line} {each.code} {JA(each.message)}" for each in found(text)]


@pytest.mark.parametrize(
    ("cited", "registered", "difference"),
    [
        (
            "ふれあい～まつり",
            "ふれあい〜まつり",
            "見た目の同じ文字（こちらは U+FF5E、もう一方は U+301C）",
        ),
        (
            "１－２歳児教室",
            "１−２歳児教室",
            "見た目の同じ文字（こちらは U+FF0D、もう一方は U+2212）",
        ),
        ("葛\U000e0100城地区事業", "葛城地区事業", "目に見えない異体字セレクタ（U+E0100）"),
        ("テ\u3099イサービス", "デイサービス", "分かれた文字（「テ\u3099」が U+30C6 U+3099）"),
        ("みなと\u00a0まつり", "みなとまつり", "改行しない空白（U+00A0）"),
        ("⾼齢者の会", "高齢者の会", "見た目の同じ文字（こちらは U+2FBC、もう一方は U+9AD8）"),
        ("三ケ町サロン", "三ヶ町サロン", "「ケ」と「ヶ」"),
        ("子育て サロン", "子育てサロン", "全角・半角、空白、括弧"),
        ("ｻﾛﾝ", "サロン", "全角・半角、空白、括弧"),
    ],
)
def test_a_citation_is_told_in_what_it_differs(cited: str, registered: str, difference: str):
    told = sentences(PLAN.format(cited=cited, registered=registered))
    assert [sentence for sentence in told if "P215" in sentence] == [
        f"13 P215 「{cited.replace(chr(0xA0), ' ')}」は、事業一覧の「{registered}」と、{difference}が違います"
    ]


@pytest.mark.parametrize(
    ("odd", "sound"), [("⾼齢者の会", "高齢者の会"), ("テ\u3099イサービス", "デイサービス")]
)
def test_an_odd_entry_is_mended_and_its_right_citation_stays(
    run: Run, tmp_path: Path, odd: str, sound: str
):
    path = tmp_path / "2024.yaml"
    path.write_text(PLAN.format(cited=sound, registered=odd), encoding="utf-8")
    assert [each.split()[:2] for each in sentences(path.read_text(encoding="utf-8"))] == [
        ["15", "P509"]
    ]
    run("validate", str(path), "--fix", "--unsafe-fixes")
    assert path.read_text(encoding="utf-8") == PLAN.format(cited=sound, registered=sound)


@pytest.mark.parametrize(
    ("cited", "registered", "sound"),
    [
        ("力フェひだまり", "カフェひだまり", "カフェひだまり"),
        ("へルパー派遣", "ヘルパー派遣", "ヘルパー派遣"),
        ("夕クシー券", "タクシー券", "タクシー券"),
        ("ニ次予防教室", "二次予防教室", "二次予防教室"),
        ("二次予防教室", "ニ次予防教室", "二次予防教室"),
        ("カフェひだまり", "力フェひだまり", "カフェひだまり"),
    ],
)
def test_a_letter_of_another_script_is_told_and_never_copied(
    cited: str, registered: str, sound: str
):
    text = PLAN.format(cited=cited, registered=registered)
    (told,) = found(text)
    assert told.code == "P215"
    assert "見た目の同じ文字" in JA(told.message)
    mended = fix(load_bytes(text.encode(), "2024.yaml"), Settings(), unsafe=False)
    assert mended.file.document.text == PLAN.format(cited=sound, registered=sound)


@pytest.mark.parametrize(
    "name", ["口コミ講座", "体力アップ教室", "人口ビジョン", "3カ所巡回", "第二層会議"]
)
def test_sound_words_are_left_alone(name: str):
    assert found(PLAN.format(cited=name, registered=name)) == []


def test_names_that_are_the_same_have_no_difference_but_width():
    assert JA(notation_difference("ＡＢ（Ｃ）", "AB C")) == "全角・半角、空白、括弧"


def test_a_search_finds_a_name_whatever_its_characters(run: Run, tmp_path: Path):
    path = tmp_path / "2024.yaml"
    name = "葛\U000e0101城〜⾼齢者テ\u3099イ"
    path.write_text(PLAN.format(cited=name, registered=name), encoding="utf-8")
    for words in ("葛城", "城～高齢者", "高齢者デイ"):
        assert name in run("programs", "-f", str(path), "--search", words, "--format", "csv").out
        assert name in run("show", "-f", str(path), words).out


@pytest.mark.parametrize("words", ["ト会議", "ケ丘", "一・卜", "ー・卜会", "力所", "か所", "3ヶ所"])
def test_a_piece_of_a_name_finds_it_wherever_it_is_cut(run: Run, tmp_path: Path, words: str):
    path = tmp_path / "2024.yaml"
    path.write_text(
        PLAN.format(cited="サロン", registered="葛城ヶ丘サポー・ト会議（3か所、2カ所）"),
        encoding="utf-8",
    )
    found = run(
        "programs", "-f", str(path), "--search", words, "--columns", "name", "--format", "csv"
    )
    assert found.out.splitlines()[1:] == ["葛城ヶ丘サポー・ト会議（3か所、2カ所）"]
    assert run("show", "-f", str(path), words).out.startswith(
        "葛城ヶ丘サポー・ト会議（3か所、2カ所）"
    )
    like = "SELECT name AS 名 FROM programs WHERE name LIKE '%ト会議%'"
    asked = run("query", "-f", str(path), like, "--format", "csv")
    assert asked.out.splitlines()[1:] == ["葛城ヶ丘サポー・ト会議（3か所、2カ所）"]


def test_what_contrasts_makes_names_different():
    names = [
        "高齢者福祉事業",
        "障害者福祉事業",
        "男の料理教室",
        "女の料理教室",
        "北地区敬老会",
        "南地区敬老会",
        "生活資金貸付事業",
        "生活資金貸村事業",
    ]
    text = (
        PLAN.format(cited="[高齢者福祉事業]", registered=names[0])
        .replace("- [高", "- 高")
        .replace("業]", "業")
    )
    text += "".join(f"  - name: {name}\n" for name in names[1:])
    alike = [each for each in found(text) if each.code == "P208"]
    assert len(alike) == 1
    assert "貸村" in JA(alike[0].message)


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("取り組みを進める。取り組みを広げ、地域で取組んでいる。取組む。", []),
        ("取り組みと取り組みを、取組を、進める。", ["取組"]),
        ("取り組みと取り組みを行う。これに取組みます。", []),
        ("障がい者と障がい者のための障害者総合支援法による。", []),
        ("障がい者と障がい者は「障害者の権利に関する条約」を知る。", []),
        ("障がい者と障がい者と障害者。", ["障害者"]),
        ("子どもと子どもが、子供っぽい子供と。", ["子供と"]),
    ],
)
def test_two_words_for_one_thing_are_words(policy: str, words: list[str]):
    text = PLAN.format(cited="サロン", registered="サロン") + f"policy: {policy}\n"
    told = [each for each in found(text) if each.code == "P506"]
    line = policy
    assert [line[each.span.start.column - 9 : each.span.end.column - 9] for each in told] == words


def test_the_fix_of_two_words_leaves_verbs_and_laws_alone(run: Run, tmp_path: Path):
    path = tmp_path / "2024.yaml"
    text = PLAN.format(cited="サロン", registered="サロン")
    path.write_text(
        text + "policy: 障がい者と障がい者と障害者を、障害者基本法により「障害者」という。\n",
        encoding="utf-8",
    )
    run("validate", str(path), "--fix", "--unsafe-fixes")
    assert path.read_text(encoding="utf-8").endswith(
        "policy: 障がい者と障がい者と障がい者を、障害者基本法により「障害者」という。\n"
    )


def names_of_the_real_plan() -> list[re.Match[str]]:
    text = REAL.read_text(encoding="utf-8")
    return list(REGISTERED.finditer(text, text.index("\nprograms:")))


BEFORE = {(each.code, each.span.start.line) for each in found(REAL.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("entry", names_of_the_real_plan(), ids=lambda entry: entry["name"])
def test_a_letter_changed_in_a_registered_name_is_found_at_its_own_line(entry: re.Match[str]):
    text = REAL.read_text(encoding="utf-8")
    middle = (entry.start("name") + entry.end("name")) // 2
    changed = text[:middle] + ("会" if text[middle] != "会" else "合") + text[middle + 1 :]
    line = text.count("\n", 0, middle) + 1
    new = [each for each in found(changed) if (each.code, each.span.start.line) not in BEFORE]
    assert {each.span.start.line for each in new} == {line}
    assert "P218" in {each.code for each in new}
