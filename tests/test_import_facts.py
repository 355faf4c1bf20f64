"""What stands before, behind and below a program's name: signs, brackets, money, times, places, labels."""

from __future__ import annotations

from typing import Any

from tests.imports import imported

HEAD = "令和7年度 事業計画\n社会福祉法人 試験市社会福祉協議会\n基本目標１　つながる\n１　相談\n"


def programs(text: str) -> list[dict[str, Any]]:
    return list(imported(HEAD + text).data["programs"])


def told(text: str) -> list[str]:
    return [doubt.code.value for doubt in imported(HEAD + text).doubts]


def test_marks_in_any_brackets_and_money_behind_them_are_taken_off_the_name():
    assert programs("(1) 相談事業【区受託】　58,214千円\n(2) 後見事業〔拡充〕　41,630千円\n") == [
        {"name": "相談事業", "commissioned_by": "ward", "budget": "58,214千円"},
        {"name": "後見事業", "status": "expanded", "budget": "41,630千円"},
    ]


def test_a_time_and_a_place_behind_a_name_are_its_schedule_and_venue():
    assert programs("・入門講座　５月・９月　区民会館\n・交流会（年2回）\n") == [
        {"name": "入門講座", "venue": "区民会館", "schedule": "５月・９月"},
        {"name": "交流会", "schedule": "年2回"},
    ]


def test_a_label_has_the_same_words_behind_a_name_below_it_and_behind_a_title():
    labels = "担当課：総務課", "対象者：65歳以上", "開催場所：公民館"
    read = {
        "name": "料理教室",
        "department": "総務課",
        "target": "65歳以上",
        "venue": "公民館",
    }
    behind = "".join(f"（{label}）" for label in labels)
    below = "".join(f"\n　{label}" for label in labels)
    for text in (behind, below):
        assert programs(f"・料理教室{text}\n・交流会\n") == [read, {"name": "交流会"}]
        assert told(f"・料理教室{text}\n・交流会\n") == []
    for label in ("担当課", "所管部署", "主管部門"):
        draft = imported(f"{HEAD}・交流会\n２　見守り（{label}：総務課）\n・訪問\n")
        plan = draft.data["goals"][0]["plans"][1]
        assert (plan["title"], plan["department"]) == ("見守り", "総務課")


def test_figures_that_nobody_knows_go_to_the_content_with_a_doubt():
    text = "・通いの場づくり　か所数　62→70\n・交流会\n"
    assert programs(text)[0] == {"name": "通いの場づくり", "content": "か所数　62→70"}
    assert told(text) == ["D302"]


def test_a_bracket_that_nobody_knows_stays_in_the_name_with_a_doubt():
    text = "・給食サービス（1食300円まで）\n・交流会\n"
    assert programs(text)[0] == {"name": "給食サービス（1食300円まで）"}
    assert told(text) == ["D302"]


def test_labelled_lines_below_a_name_are_facts_and_no_part_of_it():
    assert programs(
        "・サロン支援（拡充）\n　対象：高齢者\n　予算：1,250千円\n　会場：公民館\n・交流会\n"
    ) == [
        {
            "name": "サロン支援",
            "status": "expanded",
            "target": "高齢者",
            "budget": "1,250千円",
            "venue": "公民館",
        },
        {"name": "交流会"},
    ]


def test_a_sign_before_a_name_is_a_tag_with_a_doubt_and_no_program():
    text = "・交流会\n・★ひきこもり支援\n"
    assert programs(text) == [{"name": "交流会"}, {"name": "ひきこもり支援", "tags": ["★"]}]
    assert told(text) == ["D302"]


LEGEND = """\
令和8年度 事業計画
社会福祉法人 試験市社会福祉協議会
★＝最重点　◎＝新規
基本目標１　人づくり
　推進項目１－１　学習
　　★　出前講座
　　◎　ふくし講座
基本目標２　地域づくり
　推進項目２－１　居場所
　　★　サロン事業
"""


def test_a_legend_is_no_goal_and_its_signs_are_read():
    draft = imported(LEGEND)
    assert [goal["title"] for goal in draft.data["goals"]] == ["人づくり", "地域づくり"]
    assert draft.data["programs"] == [
        {"name": "出前講座", "tags": ["最重点"]},
        {"name": "ふくし講座", "status": "new"},
        {"name": "サロン事業", "tags": ["最重点"]},
    ]
    assert [(doubt.code.value, doubt.recorded) for doubt in draft.doubts] == [
        ("D302", "★ 最重点、◎ 新規")
    ]


def test_a_slogan_between_signs_is_the_philosophy():
    draft = imported(
        "令和7年度 事業計画\n試験町社会福祉協議会\n◆スローガン◆　　みんなで笑うまち\n１　相談\n・交流会\n"
    )
    assert draft.data["philosophy"] == "みんなで笑うまち"


def test_a_title_on_one_line_names_the_council():
    draft = imported(
        "令和７年度　社会福祉法人 試験区社会福祉協議会　事業計画\n１　相談\n・交流会\n"
    )
    assert draft.data["council"]["name"] == "社会福祉法人 試験区社会福祉協議会"
    assert draft.doubts == ()


def test_roman_and_latin_codes_number_parts_and_a_department_behind_a_title_is_its_own():
    draft = imported(
        "令和7年度 事業計画\n試験区社会福祉協議会\n大項目Ⅰ　つながる\n中項目Ⅰ-1　小地域〔担当：地域課〕\n①　サロン\n②　交流会\n"
    )
    assert draft.data["labels"] == {"goal": "大項目", "plan": "中項目"}
    plan = draft.data["goals"][0]["plans"][0]
    assert (plan["id"], plan["title"], plan["department"]) == ("1-1", "小地域", "地域課")


def test_chapters_without_a_word_and_entries_that_begin_like_counters_are_numbers():
    draft = imported(
        "令和7年度 事業計画\n試験区社会福祉協議会\n第１　総務課\n１　会務\n(1) 理事会\n第２　地域課\n１　地区社協の支援\n(1) 交付\n２　歳末運動\n(1) 見舞\n"
    )
    assert [goal["title"] for goal in draft.data["goals"]] == ["総務課", "地域課"]
    assert [plan["title"] for plan in draft.data["goals"][1]["plans"]] == [
        "地区社協の支援",
        "歳末運動",
    ]


def test_two_texts_of_one_program_both_stay():
    text = "・サロン事業\n　参加：100円\n・交流会\n２　地域\n・サロン事業\n　送迎：あり\n・見守り活動\n"
    assert programs(text)[0] == {"name": "サロン事業", "content": "参加：100円\n送迎：あり"}


def test_two_places_of_one_program_are_a_doubt():
    text = "・サロン事業\n　会場：公民館\n・交流会\n２　地域\n・サロン事業\n　会場：会館\n・見守り活動\n"
    assert programs(text)[0] == {"name": "サロン事業", "venue": "公民館"}
    assert told(text) == ["D301"]


def test_a_commission_with_its_amount_in_one_bracket_is_both():
    assert programs(
        "・自立支援事業（県社会福祉協議会受託事業　1,120千円）\n・交流会（拡充事業）\n"
    ) == [
        {"name": "自立支援事業", "commissioned_by": "prefectural_shakyo", "budget": "1,120千円"},
        {"name": "交流会", "status": "expanded"},
    ]
