"""Edits that councils make from one year to the next, at random, each with what it should be told as.

They know nothing of how plans are compared. A year's plan is put together from themes and forms of
programs, each theme once; edits are made to parts that no other edit of the pair touches.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

Data = dict[str, Any]
Told = tuple[str, str, str, str]
"""Kind and item of a change, and what stood there before and after, or the name of what it is about."""

THEMES = (
    "傾聴ボランティア", "ふれあい型食事", "移送支援", "買い物応援", "認知症カフェ", "ひきこもり相談", "フードバンク",
    "学習支援", "子ども食堂", "介護者交流", "健康体操", "終活", "成年後見", "日常生活自立支援", "災害ボランティア",
    "福祉教育", "広報紙ふくし", "赤い羽根", "善意銀行", "車いす貸出", "緊急通報装置", "寝具乾燥", "理美容券",
    "紙おむつ", "住宅改修", "心の健康", "おもちゃ図書館", "ファミリーサポート", "産後ヘルパー", "民生委員協議会",
    "老人クラブ", "遺族会", "福祉バス", "ふるさと訪問", "敬老祝い", "グラウンドゴルフ", "囲碁将棋", "コーラス",
    "園芸", "手芸", "パソコン", "外国語", "史跡めぐり", "配達見守り", "声かけ隊", "雪かき応援", "防災マップ",
    "空き家活用", "就労準備", "家計改善", "生活福祉資金", "たすけあい資金", "法外援護", "物品バザー",
)  # fmt: skip
FORMS = (
    "事業",
    "の開催",
    "教室",
    "講座",
    "の運営",
    "推進事業",
    "サービス",
    "活動",
    "の集い",
    "支援事業",
)
GOALS = (
    ("安心して暮らせるまち", "暮らしの安心を支える"), ("担い手が育つまち", "人を育てる"),
    ("つながりのあるまち", "つながりを結ぶ"), ("開かれた社協", "信頼される社協へ"),
)  # fmt: skip
PLANS = (
    ("在宅生活の支援", "在宅での生活の支援"), ("権利擁護の推進", "権利擁護体制の強化"), ("相談体制の充実", "総合相談体制の充実"),
    ("健康づくりの推進", "健康づくりと介護予防の推進"), ("福祉教育の推進", "福祉教育と学びの推進"), ("ボランティアの育成", "ボランティア人材の育成"),
    ("居場所づくりの推進", "居場所づくりと交流の推進"), ("見守り体制の強化", "見守り体制の整備"), ("災害時の備え", "災害時への備え"),
    ("情報発信の充実", "情報発信の強化"), ("財源の確保", "自主財源の確保"), ("移動手段の確保", "外出・移動手段の確保"),
)  # fmt: skip
DISTRICTS = ("桜川", "若葉台", "港", "中山", "岩瀬", "松原")
SIBLINGS = (
    ("第{}回研修会", "1", "2"), ("{}期市民講座", "前", "後"), ("{}部ふれあい運動会", "北", "南"), ("{}学生福祉体験", "小", "中"),
    ("{}性のための料理", "男", "女"), ("{}休み工作広場", "夏", "冬"), ("点字{}講座", "入門", "応用"), ("{}スポーツ交流会", "高齢者", "障害者"),
)  # fmt: skip
PURPOSES = "{}を通じて、住民どうしの支え合いを広げる。"


@dataclass
class Pair:
    """Two years of one council, and what a careful person would tell of them."""

    old: Data
    new: Data
    told: list[list[Told]] = field(default_factory=list)
    """One list for each edit."""


def pairs(seed: int, edits: int, each: int = 8) -> Iterator[Pair]:
    """Yield pairs until so many edits were made, ``each`` in one pair."""
    made = 0
    while made < edits:
        dice = Random(f"{seed}-{made}")  # noqa: S311 - nothing secret
        pair = _Council(dice).edited(min(each, edits - made))
        made += len(pair.told)
        yield pair


class _Council:
    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.old = self._first_year()
        self.new = copy.deepcopy(self.old)
        self.new["fiscal_year"] += 1
        self.touched: set[str] = set()
        self.spare = [theme for theme in THEMES if theme not in self.used]

    def edited(self, count: int) -> Pair:
        told: list[list[Told]] = []
        while len(told) < count:
            made = self.dice.choice(EDITS)(self)
            if made:
                told.append(made)
        return Pair(self.old, self.new, told)

    def _first_year(self) -> Data:
        dice = self.dice
        self.used = dice.sample(THEMES, 34)
        programs: list[Data] = []
        for theme in self.used:
            name = theme + dice.choice(FORMS)
            program: Data = {"name": name}
            if dice.random() < 0.4:
                program["purpose"] = PURPOSES.format(theme)
            if dice.random() < 0.3:
                program["schedule"] = f"{dice.randint(4, 12)}月"
            if dice.random() < 0.3:
                program["budget"] = f"{dice.randint(20, 900)}千円"
            if dice.random() < 0.3:
                program["district"] = dice.choice(DISTRICTS)
            programs.append(program)
        frame, one, other = dice.choice(SIBLINGS)
        programs.append({"name": frame.format(one)})
        self.sibling = frame.format(one), frame.format(other)
        names = [program["name"] for program in programs]
        titles = dice.sample(PLANS, 9)
        self.other_titles = dict(PLANS)
        goals: list[Data] = []
        for number, (title, _) in enumerate(dice.sample(GOALS, 3), 1):
            plans: list[Data] = [
                {"id": f"{number}-{n}", "title": titles.pop()[0], "sections": [], "programs": []}
                for n in range(1, 4)
            ]
            goals.append({"id": number, "title": title, "plans": plans})
        lists: list[list[Any]] = [plan["programs"] for goal in goals for plan in goal["plans"]]
        for at, name in enumerate(names):
            homes = {at % len(lists), *dice.sample(range(len(lists)), dice.choice([0, 0, 1, 2]))}
            for home in homes:
                lists[home].append(name)
        for number in dice.sample(range(len(lists)), 3):
            lists[number].append(
                {"group": "各種教室の開催", "examples": dice.sample(["書道", "詩吟", "陶芸", "茶道", "折り紙"], 3), "programs": []}
            )  # fmt: skip
        return {
            "format": 1,
            "fiscal_year": 2024,
            "council": {"name": "試験社協", "districts": [*DISTRICTS]},
            "goals": goals,
            "programs": programs,
        }

    # What edits need.

    def take(self, key: str) -> bool:
        """Whether a part is free to be edited; it is taken then."""
        if key in self.touched:
            return False
        self.touched.add(key)
        return True

    def program(self) -> Data | None:
        """A program that nobody edited yet."""
        free = [
            p
            for p in self.new["programs"]
            if p["name"] not in self.touched and p["name"] != self.sibling[0]
        ]
        if not free:
            return None
        chosen: Data = self.dice.choice(free)
        self.touched.add(chosen["name"])
        return chosen

    @property
    def plans(self) -> list[Data]:
        return [plan for goal in self.new["goals"] for plan in goal["plans"]]

    def rename(self, program: Data, name: str) -> None:
        for plan in self.plans:
            plan["programs"] = [
                name if entry == program["name"] else entry for entry in plan["programs"]
            ]
        program["name"] = name
        self.touched.add(name)

    def cited(self, name: str) -> list[Data]:
        return [plan for plan in self.plans if name in plan["programs"]]

    def fresh(self) -> str:
        return self.spare.pop() + self.dice.choice(FORMS) if self.spare else ""


def _reworded(name: str, dice: Random) -> str:
    ends: dict[str, Iterable[str]] = {
        "事業": ("", "の実施", "活動事業"), "の開催": ("", "開催事業", "の実施"), "教室": ("教室事業", "講座", "体験教室"),
        "講座": ("講座の開催", "教室", "連続講座"), "の運営": ("運営事業", ""), "サービス": ("サービス事業", "支援サービス"),
        "活動": ("活動事業", "活動の推進"), "の集い": ("のつどい", "の会"), "推進事業": ("事業", "の推進"),
    }  # fmt: skip
    for end, others in ends.items():
        if name.endswith(end):
            return name.removesuffix(end) + dice.choice([*others])
    return name + "（新）"


def reword(council: _Council) -> list[Told]:
    program = council.program()
    if program is None or not council.cited(program["name"]):
        return []
    old, new = program["name"], _reworded(program["name"], council.dice)
    if any(p["name"] == new for p in council.new["programs"]):
        return []
    council.rename(program, new)
    return [("renamed", "program", old, new)]


def reword_and_move(council: _Council) -> list[Told]:
    program = council.program()
    homes = council.cited(program["name"]) if program else []
    others = [plan for plan in council.plans if plan not in homes]
    if program is None or len(homes) != 1 or not others:
        return []
    old, new = program["name"], _reworded(program["name"], council.dice)
    program.setdefault("purpose", PURPOSES.format(old[:6]))
    next(p for p in council.old["programs"] if p["name"] == old)["purpose"] = program["purpose"]
    council.rename(program, new)
    homes[0]["programs"].remove(new)
    council.dice.choice(others)["programs"].append(new)
    return [("renamed", "program", old, new), ("moved", "citation", "", new)]


def rename_wholly(council: _Council) -> list[Told]:
    program, name = council.program(), council.fresh()
    if program is None or not name:
        return []
    old = program["name"]
    council.rename(program, name)
    program["formerly"] = [old]
    return [("renamed", "program", old, name)]


def in_another_s_name(council: _Council) -> list[Told]:
    first, second = council.program(), council.program()
    if first is None or second is None:
        return []
    names = first["name"], second["name"]
    council.rename(first, "☆")
    council.rename(second, names[0])
    council.rename(first, names[1])
    first["formerly"], second["formerly"] = [names[0]], [names[1]]
    return [("renamed", "program", *names), ("renamed", "program", *names[::-1])]


def pass_a_name_on(council: _Council) -> list[Told]:
    first, second, name = council.program(), council.program(), council.fresh()
    if first is None or second is None or not name:
        return []
    names = first["name"], second["name"]
    council.rename(second, name)
    council.rename(first, names[1])
    first["formerly"], second["formerly"] = [names[0]], [names[1]]
    return [("renamed", "program", *names), ("renamed", "program", names[1], name)]


def replace_a_sibling(council: _Council) -> list[Told]:
    if not council.take("sibling"):
        return []
    old, new = council.sibling
    council.rename(next(p for p in council.new["programs"] if p["name"] == old), new)
    return [("removed", "program", old, ""), ("added", "program", "", new)]


def end(council: _Council) -> list[Told]:
    program = council.program()
    if program is None:
        return []
    for plan in council.cited(program["name"]):
        plan["programs"].remove(program["name"])
    council.new["programs"].remove(program)
    return [("removed", "program", program["name"], "")]


def begin(council: _Council) -> list[Told]:
    name = council.fresh()
    if not name:
        return []
    council.touched.add(name)
    council.new["programs"].append(
        {"name": name, "status": council.dice.choice(["new", "continued"])}
    )
    council.dice.choice(council.plans)["programs"].append(name)
    return [("added", "program", "", name)]


def merge(council: _Council) -> list[Told]:
    first, second = council.program(), council.program()
    if first is None or second is None:
        return []
    name, gone = first["name"], second["name"]
    for plan in council.cited(gone):
        plan["programs"].remove(gone)
    council.new["programs"].remove(second)
    first["formerly"] = [gone]
    return [("merged", "program", "", name)]


def branch(council: _Council) -> list[Told]:
    program, name = council.program(), council.fresh()
    if program is None or not name:
        return []
    council.touched.add(name)
    council.new["programs"].append({"name": name, "formerly": [program["name"]]})
    return [("split", "program", program["name"], "")]


def another_month(council: _Council) -> list[Told]:
    program = council.program()
    if program is None:
        return []
    old = program.get("schedule", "")
    program["schedule"] = "1月" if old != "1月" else "2月"
    return [("changed", "program", "schedule", program["name"])]


def move(council: _Council) -> list[Told]:
    program = council.program()
    homes = council.cited(program["name"]) if program else []
    others = [plan for plan in council.plans if plan not in homes]
    if program is None or len(homes) != 1 or not others:
        return []
    homes[0]["programs"].remove(program["name"])
    council.dice.choice(others)["programs"].append(program["name"])
    return [("moved", "citation", "", program["name"])]


def rename_a_district(council: _Council) -> list[Told]:
    old = council.dice.choice(DISTRICTS)
    if not council.take(f"district {old}"):
        return []
    new = council.dice.choice([f"{old}地区", f"{old}・川東", f"{old}地域"])
    districts = council.new["council"]["districts"]
    districts[districts.index(old)] = new
    for program in council.new["programs"]:
        if program.get("district") == old:
            program["district"] = new
    return [("renamed", "council", old, new)]


def retitle_a_goal(council: _Council) -> list[Told]:
    goal = council.dice.choice(council.new["goals"])
    other_titles = dict(GOALS)
    if goal["title"] not in other_titles:
        return []
    old, new = goal["title"], other_titles[goal["title"]]
    goal["title"] = new
    return [("renamed", "goal", old, new)]


def swap_goals(council: _Council) -> list[Told]:
    if not (council.take("numbers") and council.take("goals")):
        return []
    goals = council.new["goals"]
    first, second = council.dice.sample(range(len(goals)), 2)
    goals[first], goals[second] = goals[second], goals[first]
    told: list[Told] = []
    for at in (first, second):
        told.append(("renumbered", "goal", str(goals[at]["id"]), str(at + 1)))
        goals[at]["id"] = at + 1
        for number, plan in enumerate(goals[at]["plans"], 1):
            plan["id"] = f"{at + 1}-{number}"
    return told


def retitle_a_plan(council: _Council) -> list[Told]:
    plan = council.dice.choice(council.plans)
    if plan["title"] not in council.other_titles or not council.take(f"plan {plan['title']}"):
        return []
    old, new = plan["title"], council.other_titles[plan["title"]]
    plan["title"] = new
    return [("renamed", "plan", old, new)]


def insert_a_plan(council: _Council) -> list[Told]:
    if not council.take("numbers"):
        return []
    goal = council.dice.choice(council.new["goals"])
    title = next(
        title for title, _ in PLANS if title not in [plan["title"] for plan in council.plans]
    )
    if not council.take(f"plan {title}"):
        return []
    told: list[Told] = [("added", "plan", "", title)]
    at = council.dice.randrange(len(goal["plans"]))
    goal["plans"].insert(at, {"id": "", "title": title, "sections": [], "programs": []})
    for number, plan in enumerate(goal["plans"], 1):
        now = f"{goal['id']}-{number}"
        if plan["id"]:
            told += [("renumbered", "plan", plan["id"], now)] if plan["id"] != now else []
        plan["id"] = now
    return told


def regroup(council: _Council) -> list[Told]:
    groups = [
        entry for plan in council.plans for entry in plan["programs"] if isinstance(entry, dict)
    ]
    group = council.dice.choice(groups)
    if not council.take(f"group {group['examples']}"):
        return []
    old = group["group"]
    group["group"] = council.dice.choice(["各種講座の開催", "各種教室の実施", "文化教室の開催"])
    return [("renamed", "group", old, group["group"])]


EDITS: tuple[Callable[[_Council], list[Told]], ...] = (
    reword, reword, reword_and_move, rename_wholly, in_another_s_name, pass_a_name_on, replace_a_sibling, end, end,
    begin, begin, merge, branch, another_month, move, rename_a_district, retitle_a_goal, swap_goals, retitle_a_plan,
    insert_a_plan, regroup,
)  # fmt: skip
