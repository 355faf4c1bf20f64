"""P0: the file itself. Reading and the schema find these; here are their records.

P00x and P01x are about the text of the file, P02x about its structure.
"""

from __future__ import annotations

from shakyo_plan.diagnostic import Severity
from shakyo_plan.lint.rules.record import Fix, Rule
from shakyo_plan.message import translatable

_PROGRAM = "programs:\n  - name: 子育てサロン\n"
_NEATLY_INDENTED = _PROGRAM + "    district: 常磐\n"
_IN_FULL = "policy: 住民主体の福祉を進める。\n"
_PLAN = "goals:\n  - id: 1\n    title: 共に生きる\n    plans:\n"

_WRITTEN_OUT = translatable(
    "The signs & * << ! and % mean something of their own in YAML. A plan says everything in plain "
    "words where it belongs, so that a reader finds it there."
)
_CLOSED = translatable("An unknown key is ignored: what is written there is lost.")


_CERTAIN = ("P004", "P005", "P015", "P016", "P022", "P023")
"""In these, what was meant may be certain: a full-width colon, 令和6年度 for 2024, 新規 for new."""


def _error(code: str, name: str, what: str, why: str, bad: str, good: str) -> Rule:
    fix = Fix.SAFE if code in _CERTAIN else Fix.NONE
    return Rule(code, name, Severity.ERROR, what, why, bad, good, fix=fix)


FILE_RULES = (
    _error(
        "P001",
        "unreadable-file",
        translatable("A file that cannot be read from the disk, or is far too large for a plan."),
        translatable(
            "It is not there, is a folder, is open in another program, or may not be read."
        ),
        "# plans/2024.yaml がない\n",
        "# plans/2024.yaml がある\n",
    ),
    _error(
        "P002",
        "wrong-encoding",
        translatable("A file that is not saved as UTF-8."),
        translatable(
            "Other programs would show it as unreadable signs. In Notepad: “Save As”, and choose "
            "UTF-8 as the encoding."
        ),
        "# Shift_JIS で保存した plans/2024.yaml\n",
        "# UTF-8 で保存した plans/2024.yaml\n",
    ),
    _error(
        "P003",
        "control-character",
        translatable("An invisible control character."),
        translatable(
            "It comes along when text is pasted from Word, Excel or a web page, and cannot be seen."
        ),
        "policy: 住民主体の\x0b福祉を進める。\n",
        _IN_FULL,
    ),
    _error(
        "P004",
        "yaml-syntax",
        translatable(
            "Text that is not YAML: a sign is missing, or a line begins in a wrong column."
        ),
        translatable("From there on, it is not clear which part of the plan a line belongs to."),
        _PROGRAM + "   district: 常磐\n",
        _NEATLY_INDENTED,
    ),
    _error(
        "P005",
        "tab",
        translatable("A tab character."),
        translatable("It is as wide as the program that shows it likes; YAML counts spaces only."),
        "programs:\n\t- name: 子育てサロン\n",
        _PROGRAM,
    ),
    _error(
        "P006",
        "duplicate-key",
        translatable("A duplicate key."),
        translatable("One of the two values would be lost, and it is not clear which."),
        _NEATLY_INDENTED + "    district: 内郷\n",
        _NEATLY_INDENTED,
    ),
    _error(
        "P007",
        "empty-file",
        translatable("A file without a plan in it."),
        translatable("Often the file was saved before anything was written, or a copy broke off."),
        "",
        "# 計画を書いたファイル\n",
    ),
    _error(
        "P008",
        "several-documents",
        translatable("A second document in one file, after a line “---”."),
        translatable("A plan file holds the plan of one council for one fiscal year."),
        _IN_FULL + "---\nphilosophy: 共に生きるまち\n",
        _IN_FULL + "philosophy: 共に生きるまち\n",
    ),
    _error(
        "P009",
        "anchor",
        translatable("A YAML anchor (&)."),
        _WRITTEN_OUT,
        "programs:\n  - name: &サロン 子育てサロン\n",
        _PROGRAM,
    ),
    _error(
        "P010",
        "alias",
        translatable("A YAML alias (*)."),
        _WRITTEN_OUT,
        "programs:\n  - name: *サロン\n",
        _PROGRAM,
    ),
    _error(
        "P011",
        "merge-key",
        translatable("A YAML merge key (<<)."),
        _WRITTEN_OUT,
        _PROGRAM + "    <<: {district: 常磐}\n",
        _NEATLY_INDENTED,
    ),
    _error(
        "P012",
        "tag",
        translatable("A YAML tag (!)."),
        _WRITTEN_OUT,
        "programs:\n  - name: !!str 子育てサロン\n",
        _PROGRAM,
    ),
    _error(
        "P013",
        "directive",
        translatable("A YAML directive, a line beginning with %."),
        _WRITTEN_OUT,
        "%YAML 1.2\n---\n" + _IN_FULL,
        _IN_FULL,
    ),
    _error(
        "P014",
        "deep-nesting",
        translatable("Lists or maps nested too deeply."),
        translatable(
            "A plan needs eight levels at most. More than 32 means that brackets were left open."
        ),
        f"policy: {'[' * 40}{']' * 40}\n",
        _IN_FULL,
    ),
    _error(
        "P015",
        "wide-space",
        translatable("A full-width space where YAML counts spaces."),
        translatable("It looks like two half-width spaces, and is a letter for YAML."),
        "programs:\n　- name: 子育てサロン\n",
        _PROGRAM,
    ),
    _error(
        "P016",
        "parting-comma",
        translatable("A comma inside { } or [ ] that parts a number or a text in two."),
        translatable(
            "There a comma ends an entry: 6,200千円 becomes 6, and a key named 200千円. In quotation "
            "marks, or on a line of its own, it is one text."
        ),
        _PROGRAM + "    funding:\n      - {source: 会費, amount: 6,200千円}\n",
        _PROGRAM + '    funding:\n      - {source: 会費, amount: "6,200千円"}\n',
    ),
    _error(
        "P020",
        "missing-key",
        translatable("A required key that is missing."),
        translatable("Lists and tables could not name this part of the plan."),
        _PLAN + "      - {id: 1-1, programs: [子育てサロン]}\n",
        _PLAN + "      - {id: 1-1, title: 子育て, programs: [子育てサロン]}\n",
    ),
    _error(
        "P021",
        "unknown-key",
        translatable("An unknown key."),
        _CLOSED,
        _PROGRAM + "    distrct: 常磐\n",
        _NEATLY_INDENTED,
    ),
    _error(
        "P022",
        "wrong-type",
        translatable("Text where a list belongs, a number where text belongs, and the like."),
        translatable("A list is written with “- ” before each entry, or in brackets with commas."),
        _PROGRAM + "    aliases: サロン\n",
        _PROGRAM + "    aliases:\n      - サロン\n",
    ),
    _error(
        "P023",
        "unknown-value",
        translatable("A value that is not among the possible ones."),
        translatable(
            "A program with an unknown status or commissioning body would be missing from "
            "every list."
        ),
        _PROGRAM + "    commissioned_by: 市\n",
        _PROGRAM + "    commissioned_by: city\n",
    ),
    _error(
        "P024",
        "malformed-id",
        translatable("A malformed basic plan id."),
        translatable("It says the goal and the number within it, as printed: 1-5."),
        _PLAN + "      - {id: 基本計画1, title: 子育て, programs: [子育てサロン]}\n",
        _PLAN + "      - {id: 1-1, title: 子育て, programs: [子育てサロン]}\n",
    ),
    _error(
        "P025",
        "empty-value",
        translatable("A key without a value."),
        translatable("It is not clear whether it was forgotten or is meant to be empty."),
        _PROGRAM + "    district:\n",
        _NEATLY_INDENTED,
    ),
    _error(
        "P026",
        "out-of-range",
        translatable("A number out of range."),
        translatable("Ids count from 1; a fiscal year is written in the western calendar."),
        "fiscal_year: 6\n",
        "fiscal_year: 2024\n",
    ),
)
