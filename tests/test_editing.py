"""Edits in the text of a plan file: what they name changes, everything else stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shakyo_plan.source.document import read_document
from shakyo_plan.source.editing.apply import apply, changed
from shakyo_plan.source.editing.edit import (
    AddKeys,
    CommentOut,
    Drop,
    Edit,
    Fill,
    InsertAfter,
    Rewrite,
)
from shakyo_plan.source.formatting.comments import comments_of
from shakyo_plan.values.data_path import DataPath, value_at
from tests.amount import examples
from tests.careless import TEXTS as TYPED
from tests.careless import Careless
from tests.conftest import REAL

TEXT = """\
# 試験の計画
council: {name: 試験社協, districts: [常磐, '内 郷', 遠野]}  # 地区は3つ

programs:
  - name: 子育てサロン   # 毎月
    status: new

  # 教室
  - status: new
    name: "ふくしの教室"
    aliases:   # 別名
      - 教室
policy: |
  見守る。
  支える。

philosophy: >-
  共に
  生きる
"""


def edited(text: str, *edits: Edit) -> str:
    document = read_document(text.encode("utf-8"))
    assert not document.findings
    new, made = apply(document, [edits])
    assert made == (0,)
    return new


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Rewrite(("council", "name"), "社協"), "name: 試験社協", "name: 社協"),
        (Rewrite(("council", "name"), "社協, 会"), "name: 試験社協", "name: '社協, 会'"),
        (Rewrite(("programs", 0, "name"), "1"), "子育てサロン ", "'1' "),
        (Rewrite(("programs", 0, "name"), "食: 事"), "子育てサロン ", "'食: 事' "),
        (Rewrite(("programs", 0, "name"), "*星"), "子育てサロン ", "'*星' "),
        (Rewrite(("programs", 1, "name"), '"引用"'), '"ふくしの教室"', '"\\"引用\\""'),
        (Rewrite(("council", "districts", 1), "It's"), "'内 郷'", "'It''s'"),
        (Rewrite(("policy",), "支える。\n"), "  見守る。\n", ""),
        (Rewrite(("philosophy",), "共にある"), ">-\n  共に\n  生きる", "|-\n  共にある"),
        (Rewrite(("policy",), "共に"), "|\n  見守る。\n  支える。", "|-\n  共に"),
        (Rewrite(("policy",), " 共に\n"), "|\n  見守る。\n  支える。", '" 共に\\n"'),
        (Drop(("council", "districts", 0)), "[常磐, ", "["),
        (Drop(("council", "districts", 2)), ", 遠野]", "]"),
        (Drop(("council", "districts")), ", districts: [常磐, '内 郷', 遠野]", ""),
        (Drop(("programs", 0, "status")), "    status: new\n\n", "\n"),
        (Drop(("programs", 1, "status")), "- status: new\n    name", "- name"),
        (Drop(("programs", 1, "aliases", 0)), ":   # 別名\n      - 教室\n", ": []   # 別名\n"),
        (Drop(("programs", 1, "aliases")), "    aliases:   # 別名\n      - 教室\n", ""),
        (
            CommentOut(("programs", 0, "status"), "先"),
            "    status: new\n",
            "    # status: new  ← 先\n",
        ),
        (
            CommentOut(("programs", 1, "status"), "先"),
            "  - status: new\n    name",
            "  # status: new  ← 先\n  - name",
        ),
        (Drop(("programs", 0)), "  - name: 子育てサロン   # 毎月\n    status: new\n", ""),
        (InsertAfter(("council", "districts", 0), ("好間",)), "[常磐", "[常磐, 好間"),
        (
            InsertAfter(("programs", 1, "aliases", 0), ("講座", "- 印")),
            "      - 教室\n",
            "      - 教室\n      - 講座\n      - '- 印'\n",
        ),
        (
            AddKeys(
                ("programs", 0, "status"), (("schedule", "7月"), ("aliases", ["サロン", "会"]))
            ),
            "    status: new\n\n",
            "    status: new\n    schedule: 7月\n    aliases:\n      - サロン\n      - 会\n\n",
        ),
        (
            AddKeys(("programs", 1, "status"), (("content", "一。\n二。\n"),)),
            "  - status: new\n    name",
            "  - status: new\n    content: |\n      一。\n      二。\n    name",
        ),
        (
            AddKeys(("council", "name"), (("departments", ["係", "課, 室"]),)),
            "試験社協,",
            "試験社協, departments: [係, '課, 室'],",
        ),
        (AddKeys(("policy",), (("notes", "1"),)), "支える。\n", "支える。\nnotes: '1'\n"),
        (
            InsertAfter(
                ("programs", 0),
                ({"name": "教室", "funding": [{"source": "会費", "amount": "1円"}]},),
            ),
            "    status: new\n\n",
            "    status: new\n  - name: 教室\n    funding:\n"
            "      - source: 会費\n        amount: 1円\n\n",
        ),
    ],
)
def test_only_what_is_named_changes(edit: Edit, old: str, new: str):
    assert TEXT.count(old) == 1
    assert edited(TEXT, edit) == TEXT.replace(old, new)


def test_comments_around_what_is_taken_out_stay():
    text = (
        "labels:  # 名\n  # 目標\n  goal: 柱\n"
        "programs:\n  # 一\n  - status: new\n    # 二\n    name: 教室\n    # 三\n"
    )
    assert edited(text, Drop(("labels", "goal"))) == text.replace(
        "labels:  # 名\n  # 目標\n  goal: 柱\n", "labels: {}  # 名\n  # 目標\n"
    )
    assert edited(text, Drop(("programs", 0, "status"))) == text.replace(
        "  - status: new\n    # 二\n    name", "  # 二\n  - name"
    )
    assert edited(text, Drop(("programs", 0))) == text.replace(
        "programs:\n  # 一\n  - status: new\n    # 二\n    name: 教室\n", "programs: []\n  # 一\n"
    )


def test_the_first_keys_of_an_entry_go_together():
    text = (
        "programs:\n  - status: new  # 今年\n    # 額\n    budget: 69千円\n"
        "    funding:\n      - source: 会費\n    name: 教室\n    schedule: 5月\n"
    )
    program = ("programs", 0)
    gone = [Drop((*program, key)) for key in ("status", "schedule")]
    shelved = [CommentOut((*program, key), "先") for key in ("budget", "funding")]
    assert edited(text, *gone, *shelved) == (
        "programs:\n  # 額\n  # budget: 69千円  ← 先\n"
        "  # funding:  ← 先\n  #   - source: 会費\n  - name: 教室\n"
    )


def test_line_ends_of_windows_stay():
    text = TEXT.replace("\n", "\r\n")
    assert edited(text, Drop(("programs", 0, "status"))) == text.replace(
        "    status: new\r\n\r\n", "\r\n"
    )
    assert edited(text, InsertAfter(("programs", 1, "aliases", 0), ("講座",))) == text.replace(
        "      - 教室\r\n", "      - 教室\r\n      - 講座\r\n"
    )


def test_a_file_that_ends_without_a_line_end():
    text = "a:\n  - 一"
    assert edited(text, InsertAfter(("a", 0), ("二",))) == "a:\n  - 一\n  - 二"
    assert edited(text, Drop(("a", 0))) == "a: []\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: []\n", "a:\n  - 一\n  - b: 二\n    c: []\n"),
        ("a: []  # なし\nz: 1\n", "a:  # なし\n  - 一\n  - b: 二\n    c: []\nz: 1\n"),
        ("x:\n  - a:\n      []\n", "x:\n  - a:\n      - 一\n      - b: 二\n        c: []\n"),
        ("x: {a: []}\n", "x: {a: [一, {b: 二, c: []}]}\n"),
        ("a: []", "a:\n  - 一\n  - b: 二\n    c: []"),
    ],
)
def test_an_empty_list_is_filled(before: str, after: str):
    place = ("a",) if before.startswith("a") else ("x", 0, "a") if "-" in before else ("x", "a")
    assert edited(before, Fill(place, ("一", {"b": "二", "c": []}))) == after


def test_what_comes_after_a_text_stands_above_the_empty_lines_behind_it():
    text = "a:\n  - b: |\n      一\n\n\n  - b: |+\n      二\n\nz: 1\n"
    assert edited(
        text, AddKeys(("a", 0, "b"), (("c", "三"),)), AddKeys(("a", 1, "b"), (("c", "四"),))
    ) == ("a:\n  - b: |\n      一\n    c: 三\n\n\n  - b: |+\n      二\n\n    c: 四\nz: 1\n")


def test_edits_that_touch_the_same_place_are_not_mixed():
    document = read_document(TEXT.encode("utf-8"))
    place = ("council", "name")
    text, made = apply(document, [[Rewrite(place, "甲")], [Rewrite(place, "乙")]])
    assert (text, made) == (TEXT.replace("試験社協", "甲"), (0,))


def test_two_edits_do_not_empty_a_list_between_them():
    document = read_document(b"a:\n  - x\n  - y\n  - z\n")
    text, made = apply(document, [[Drop(("a", n))] for n in range(3)])
    assert (text, made) == ("a:\n  - z\n", (0, 1))


def test_an_edit_that_spoils_the_data_is_left_out_and_the_others_are_made():
    document = read_document(b"a: [v, w, x, y, z]\n")
    groups = [[Rewrite(("a", n), word)] for n, word in enumerate(["1", " ", "3", "\u3000", "5"])]
    text, made = apply(document, groups, sound=lambda data: all(each.strip() for each in data["a"]))
    assert (text, made) == ("a: ['1', w, '3', y, '5']\n", (0, 2, 4))


def test_what_a_file_may_not_hold_is_written_as_an_escape():
    text = "a\u2028b\ufeffc\x85d\te"
    assert edited("x: 一\n", Rewrite(("x",), text)) == 'x: "a\\u2028b\\ufeffc\\u0085d\\te"\n'


def places(data: object, place: DataPath = ()) -> list[DataPath]:
    if isinstance(data, dict):
        return [each for key, value in data.items() for each in places(value, (*place, key))]
    if isinstance(data, list):
        return [each for n, value in enumerate(data) for each in places(value, (*place, n))]
    return [place] if isinstance(data, str) else []


DOCUMENT = read_document(REAL.read_bytes())
TEXTS = places(DOCUMENT.data)
WORDS = st.text(
    st.sampled_from("あ・-: #[]{}'\"*&!|>%@,1０（）\\?　~"), min_size=1, max_size=8
).filter(lambda text: text.strip())


def edits() -> st.SearchStrategy[Edit]:
    place = st.sampled_from(TEXTS)
    listed = st.sampled_from([each for each in TEXTS if isinstance(each[-1], int)])
    return st.one_of(
        st.builds(Rewrite, place, WORDS),
        st.builds(Drop, listed),
        st.builds(InsertAfter, listed, st.tuples(WORDS)),
    )


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(edits(), min_size=1, max_size=3))
def test_whatever_the_edits_the_text_reads_as_they_say_or_stays(chosen: list[Edit]):
    groups = [[edit] for edit in chosen]
    text, made = apply(DOCUMENT, groups)
    assert made
    after = read_document(text.encode("utf-8"))
    assert after.data == changed(DOCUMENT.data, [groups[number] for number in made])
    comments = [line for line in DOCUMENT.lines if line.lstrip().startswith("#")]
    assert [line for line in after.lines if line.lstrip().startswith("#")] == comments


def nodes(data: object, place: DataPath = ()) -> list[DataPath]:
    entries: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        entries = list(data.items())
    elif isinstance(data, list):
        entries = list(enumerate(data))
    below = [each for step, value in entries for each in nodes(value, (*place, step))]
    return [*([place] if place else []), *below]


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10**6), st.data())
def test_however_the_file_was_typed_all_else_stays(seed: int, draw: st.DataObject):
    document = read_document(Careless(seed).text.encode("utf-8"))
    place = draw.draw(st.sampled_from(nodes(document.data)))
    possible: list[Edit] = [Drop(place)]
    if place in places(document.data):
        text = draw.draw(st.sampled_from(TYPED))
        possible = [Rewrite(place, text), *possible]
        possible += [InsertAfter(place, (text, "二つ目"))] if isinstance(place[-1], int) else []
    if isinstance(place[-1], str):
        possible.append(AddKeys(place, (("新しい", ["一つ", "二つ"]), ("文", "一\n二"))))
    if value_at(document.data, place) == []:
        possible.append(Fill(place, ({"name": "一つ", "list": ["- 印"]}, "二つ")))
    edit = draw.draw(st.sampled_from(possible))
    text, made = apply(document, [[edit]])
    if not made:
        assert isinstance(edit, Drop)  # the only key of a list entry, which cannot be empty
        return
    after = read_document(text.encode("utf-8"))
    assert after.data == changed(document.data, [[edit]])
    first, last = document.key_span(place).start.line, document.values[place].end.line
    if isinstance(edit, (AddKeys, Fill)):
        assert sorted(comments_of(after).all()) == sorted(comments_of(document).all())
    elif isinstance(edit, Drop):
        gone = [line for line in document.lines[first - 1 : last] if "#" in line]
        said = [each for each in comments_of(document).all() if each not in "\n".join(gone)]
        assert set(said) <= set(comments_of(after).all())
    else:
        assert after.lines[: first - 1] == document.lines[: first - 1]
        rest = document.lines[last:]
        assert after.lines[len(after.lines) - len(rest) :] == rest
