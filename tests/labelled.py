"""Plans of councils that have a word of their own for every part; under goals, and as a flat list."""

from __future__ import annotations

import re
from dataclasses import fields

from shakyo_plan.model import Labels

LABELS = """\
labels:
  priority: 力点
  goal: 柱
  plan: 施策
  section: 小項
  programs: 実施項目
  actions: 手だて
  priority_programs: 力点のしごと
  management: 運営体制
"""
_BEGINNING = f"""\
format: 1
fiscal_year: 2024
council:
  name: 社会福祉法人 ひばり社会福祉協議会
  districts: [東, 西, 北]
  departments:
    - name: 地域課
      short: 地
    - 総務課
{LABELS}"""
_PRIORITIES = """\
philosophy: 共に
based_on:
  - {name: 地域福祉活動推進計画, owner: 市, period: 令和3年度～令和7年度}
policy: 方針の文。
priorities:
  - id: 1
    title: つながり
    tags: [強調]
    text: つながりの文。
    actions: [声をかけ合う, 居場所を開く]
    programs: [子育てサロン, 福祉バス]
  - {id: 3, title: 見守り, programs: []}
"""
_PROGRAMS = """\
programs:
  - name: 子育てサロン
    status: new
    tags: [強調]
    department: 地域課
    schedule: 5月
    budget: 69千円
    funding: [{source: 会費, amount: 70千円}]
  - {name: 福祉バス, commissioned_by: town}
  - {name: 男の料理教室, district: [東, 西], department: 会計課, schedule: 13月}
  - {name: 福祉まつり, until: 2023, budget: "10"}
  - {name: 見守り, district: 北}
  - {name: 配食, status: discontinued}
  - {name: ひなた会, status: discontinued}
  - {name: 配食サービス, tags: [新規]}
accounts:
  - division: 本部
    income: [{item: 会費, amount: 10円}]
    expenses: [{item: 事務費, amount: 11円}]
    income_total: 12円
    expenses_total: 11円
management_text: 初めの言葉。
management:
  - {id: 1, title: 理事会, text: 文。, items: [年6回]}
  - {id: 3, title: 評議員会}
suppress:
  - {rule: P303, item: "9", reason: 理由, until: 2023}
"""
UNDER_GOALS = f"""\
{_BEGINNING}numbering: {{priority: ①, goal: Ⅰ, plan: （1）, section: ア, management: 1}}
{_PRIORITIES}goals:
  - id: 1
    title: 共に生きる
    tags: [強調]
    text: 共に生きる文。
    indicators:
      - name: 参加者
        unit: 人
        baseline: {{value: 10, year: 2023}}
        target: {{value: 20, year: 2026}}
        reason: 増えている
    plans:
      - id: 1-1
        title: 子育て
        tags: [強調]
        department: 地域課
        text: 子育ての文。
        indicators:
          - name: サロンの数
            baseline: {{value: 3か所, year: 2023}}
            target: {{value: 2か所, year: 2020}}
        sections:
          - {{title: 居場所, tags: [強調], text: 居場所の文。, programs: [子育てサロン]}}
          - {{title: 相談, programs: []}}
        programs:
          - group: いろいろ
            examples: [例]
            programs: [男の料理教室]
      - {{id: 2-3, title: 見守り, programs: []}}
      - {{id: 1-4, title: 配食, programs: [配食]}}
    programs: [福祉まつり]
  - {{id: 3, title: 支え, plans: []}}
{_PROGRAMS}"""
"""Under goals, with printed numbers, and with a slip for every rule that speaks of parts."""
FLAT = f"""\
{_BEGINNING}numbering: {{plan: （1）, section: なし}}
{_PRIORITIES}plans:
  - id: 1
    title: 子育て
    text: 子育ての文。
    department: 地域課
    sections:
      - {{title: 居場所, text: 居場所の文。, programs: [子育てサロン]}}
      - {{title: 相談, programs: []}}
    programs:
      - group: いろいろ
        programs: [男の料理教室]
  - {{id: 3, title: 見守り, programs: []}}
  - {{id: 1-4, title: 配食, programs: [配食]}}
{_PROGRAMS}"""
"""The same without goals."""


def year_after(plan: str) -> str:
    """Return the plan of the next year: of every kind of part, one is called or numbered otherwise."""
    for old, new in (
        ("fiscal_year: 2024", "fiscal_year: 2025"),
        ("title: つながり", "title: 支え合い"),
        ("programs: [子育てサロン, 福祉バス]", "programs: [福祉バス]"),
        ("title: 共に生きる", "title: 共に暮らす"),
        ("年6回", "年7回"),
        ("title: 居場所", "title: 居場所と学び"),
        ("value: 2か所", "value: 5か所"),
        ("初めの言葉", "新しい言葉"),
        ("声をかけ合う", "声をかける"),
        ("amount: 11円", "amount: 13円"),
        ("id: 1-4", "id: 1-5"),
        ("programs: [配食]", "programs: [配食, 福祉バス]"),
    ):
        plan = plan.replace(old, new)
    return plan


OWN = {key: word for line in LABELS.splitlines()[1:] for key, word in [line.strip().split(": ")]}
"""The same as data."""
_USUAL = [getattr(Labels, field.name) for field in fields(Labels) if field.name != "place"]
_JAPANESE = re.compile("|".join([*_USUAL, "重点", "取り組み", "取組"]))
_ENGLISH = re.compile(
    # What stands in `…`, before : or =, behind -- or -, or in a path, is a key, an option or a name.
    r"(?<![\w`'\"./=-])"
    r"(goals?|basic plans?|priorit(?:y|ies)|prio\.|sections?|actions?|main programs?|management)"
    r"(?![\w`'\"/:=-])",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(r"<[^<>]*>|&\w+;")
"""What a page says to the browser."""


def usual_words(text: str, language: str) -> list[str]:
    """Return the lines in which a part is called what the tool calls it where a council has no word."""
    pattern = _JAPANESE if language == "ja" else _ENGLISH
    return [line for line in text.splitlines() if pattern.search(_NO_WORDS.sub("", line))]
