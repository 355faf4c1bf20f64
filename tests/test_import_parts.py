"""Where a part ends, and what tables and units say, in documents whose headings nobody knows beforehand."""

from __future__ import annotations

from shakyo_plan.documents.draft_text import draft_text
from shakyo_plan.language import Translator
from tests.imports import imported

HEAD = "令和7年度 事業計画\n社会福祉法人 試験市社会福祉協議会\n"


def doubts(draft) -> list[tuple[str, str]]:
    return [(doubt.code.value, doubt.printed) for doubt in draft.doubts]


def test_an_unknown_heading_of_the_same_numbers_ends_the_policy():
    draft = imported(
        f"{HEAD}１　基本方針\n地域の福祉を高めます。\n２　くらしの応援\n・敬老会事業\n３　まちの応援\n・サロン事業\n"
    )
    assert draft.data["policy"] == "地域の福祉を高めます。"
    assert [plan["title"] for plan in draft.data["plans"]] == ["くらしの応援", "まちの応援"]
    assert doubts(draft) == [("D210", "２　くらしの応援")]


def test_a_number_that_is_missing_before_an_unknown_heading_is_doubted_all_the_same():
    draft = imported(
        f"{HEAD}基本方針\n地域の福祉を高めます。\n２ 相談\n(1) 相談事業\n(2) 後見事業\n３ 地域\n(1) サロン事業\n"
    )
    assert doubts(draft) == [("D201", "２ 相談"), ("D210", "２ 相談")]


def test_a_table_of_programs_is_never_policy():
    draft = imported(
        f"{HEAD}【事業方針】\n地域の福祉を高めます。\n１　総務\n事業名\t予算額\n理事会\t320千円\n２　地域\n事業名\t予算額\n敬老会\t80千円\n"
    )
    assert draft.data["policy"] == "地域の福祉を高めます。"
    assert [plan["programs"] for plan in draft.data["plans"]] == [["理事会"], ["敬老会"]]
    assert doubts(draft) == [("D210", "１　総務")]


def test_chapters_after_the_priorities_are_no_priorities():
    draft = imported(
        f"{HEAD}重点目標\n１．相談の充実\n２．職員の確保\n第1章 総務課\n・理事会\n第2章 地域課\n・サロン事業\n"
    )
    assert [part["title"] for part in draft.data["priorities"]] == ["相談の充実", "職員の確保"]
    assert [plan["title"] for plan in draft.data["plans"]] == ["総務課", "地域課"]


def test_a_table_that_is_not_understood_is_told_and_not_made_policy():
    draft = imported(
        f"{HEAD}【事業方針】\n地域の福祉を高めます。\n氏名\t役職\n甲野\t会長\n【事業計画】\n１　相談\n・相談事業\n"
    )
    assert draft.data["policy"] == "地域の福祉を高めます。"
    assert doubts(draft) == [("D401", "氏名\t役職\n甲野\t会長")]


TABLE = (
    f"{HEAD}【事業計画】\n（単位：千円）\n部門\t事業名\t予算額\t前年度予算額\t増減\t備考\n"
    "総務\t理事会\t320\t300\t20\t年4回\n地域\t敬老会\t1,800\t2,000\t△200\t\n合計\t\t2,120\t2,300\t△180\t\n"
)


def test_the_unit_above_a_table_is_that_of_its_amounts():
    programs = imported(TABLE).data["programs"]
    assert [program["budget"] for program in programs] == ["320千円", "1,800千円"]


def test_cells_of_columns_without_a_key_stand_in_the_notes_beside_what_is_printed_there():
    draft = imported(TABLE)
    assert [program["notes"] for program in draft.data["programs"]] == [
        "前年度予算額：300千円\n増減：20千円\n年4回",
        "前年度予算額：2,000千円\n増減：△200千円",
    ]
    assert ("D305", "部門\t事業名\t予算額\t前年度予算額\t増減\t備考") in doubts(draft)


def test_a_row_that_sums_up_joins_no_program_and_is_told():
    draft = imported(TABLE)
    assert ("D401", "合計\t\t2,120\t2,300\t△180\t") in doubts(draft)
    assert [plan["title"] for plan in draft.data["plans"]] == ["総務", "地域"]


def test_a_document_without_any_part_is_not_called_understood():
    draft = imported(f"{HEAD}基本方針\n地域の福祉を高めます。\n")
    assert draft.ledger.share_placed == 0
    assert [(doubt.code.value, doubt.place) for doubt in draft.doubts] == [("D402", ("goals",))]


def test_numbered_parts_of_a_policy_are_the_plans_where_there_are_no_others():
    draft = imported(
        f"{HEAD}基本方針\n地域の福祉を高めます。\n1 相談\n(1) 相談事業\n(2) 後見事業\n2 地域\n(1) サロン事業\n"
    )
    assert [plan["programs"] for plan in draft.data["plans"]] == [
        ["相談事業", "後見事業"],
        ["サロン事業"],
    ]
    assert doubts(draft) == [("D210", "1 相談")]


def test_a_number_that_comes_twice_is_written_once_and_told():
    draft = imported(
        f"{HEAD}重点目標\n１ 相談の充実\n１ 職員の確保\n基本目標1 地域\n・サロン事業\n"
    )
    assert [part["id"] for part in draft.data["priorities"]] == [1, 2]
    assert ("D202", "１ 職員の確保") in doubts(draft)


def test_an_entry_with_entries_below_is_no_word_of_the_council():
    draft = imported(
        f"{HEAD}重点目標\n１ 地域づくり\n(1) 地区社会福祉協議会活動の支援（市補助事業）\n・活動費の交付\n基本目標1 地域\n・サロン事業\n"
    )
    assert "actions" not in draft.data["labels"]
    assert draft.data["priorities"][0]["actions"] == [
        "地区社会福祉協議会活動の支援（市補助事業）\n活動費の交付"
    ]


def test_figures_behind_a_title_are_its_text_with_a_doubt():
    draft = imported(
        f"{HEAD}第１　在宅\n１　訪問介護　　延べ9,600回\n(1) 研修会\n２　通所介護\n(1) 交流会\n"
    )
    plan = draft.data["goals"][0]["plans"][0]
    assert (plan["title"], plan["text"]) == ("訪問介護", "延べ9,600回")
    assert ("D302", "１　訪問介護　　延べ9,600回") in doubts(draft)


def test_all_of_what_has_no_place_stands_in_the_comment():
    rows = "".join(f"役員{n}番目の長い名前の人\t監事{n}\n" for n in range(30))
    draft = imported(
        f"{HEAD}【事業方針】\n地域の福祉を高めます。\n氏名\t役職\n{rows}【事業計画】\n１　相談\n・相談事業\n"
    )
    text = draft_text(draft.data, draft.doubts, "plan.txt", Translator("ja"))
    assert "役員0番目の長い名前の人 監事0 ／ 役員1番目の長い名前の人 監事1 ／" in text
    assert "役員29番目の長い名前の人 監事29\n" in text


def test_a_column_of_departments_under_a_heading_makes_its_sections():
    rows = "部門\t事業名\t予算額\n総務\t理事会\t320千円\n総務\t研修\t80千円\n地域\t敬老会\t90千円\n"
    draft = imported(f"{HEAD}【事業計画】\n１　事業と予算\n{rows}２　募金運動\n・赤い羽根募金\n")
    plan = draft.data["plans"][0]
    assert [(section["title"], section["programs"]) for section in plan["sections"]] == [
        ("総務", ["理事会", "研修"]),
        ("地域", ["敬老会"]),
    ]


def test_a_name_on_two_lines_is_told_once_and_both_lines_have_their_place():
    draft = imported(f"{HEAD}１　相談\n・福祉なんでも相談会の\n開催\n・見守り活動\n")
    assert doubts(draft) == [("D107", "開催")]
    assert draft.ledger.counts["unplaced"] == 0


def test_bullets_over_tables_are_headings_and_the_unit_may_stand_in_one():
    rows = "事業名\t時期\t予算\t前年度\nサロン\t毎月\t120\t110\n見守り\t通年\t300\t300\n"
    draft = imported(
        f"{HEAD}■ 基本方針\n市民とともに歩みます。\n■ 事業一覧（単位：千円）\n{rows}■ 会議\n会議\t時期\n理事会\t５月\n"
    )
    assert [program.get("budget") for program in draft.data["programs"]] == ["120千円", "300千円"]
    assert draft.data["programs"][0]["notes"] == "前年度：110千円"
    assert ("D401", "会議\t時期\n理事会\t５月") in doubts(draft)
