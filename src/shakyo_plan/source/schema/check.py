"""What breaks the schema, in words that a planner understands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from shakyo_plan.diagnostic import Finding, Position, Span
from shakyo_plan.likeness import nearest as nearest_of
from shakyo_plan.message import Message, say, translatable, with_word
from shakyo_plan.model import terms
from shakyo_plan.model.schema import needed_keys
from shakyo_plan.source.document import Document
from shakyo_plan.source.line_slips import quoted
from shakyo_plan.source.schema.advice import (
    choice_for,
    instead,
    number_meant,
    plan_id_for,
    possible,
    spoken,
)
from shakyo_plan.source.schema.shape import conforms
from shakyo_plan.values.data_path import ROOT, DataPath, own_name, value_at
from shakyo_plan.values.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_WANTED = {
    "object": translatable("a map (lines of “key: value”)"),
    "array": translatable("a list (lines beginning with “- ”)"),
    "string": translatable("text"),
    "integer": translatable("a whole number"),
    "number": translatable("a number"),
}
_FOUND = {
    dict: translatable("a map (lines of “key: value”)"),
    list: translatable("a list (lines beginning with “- ”)"),
    str: translatable("text"),
    int: translatable("a number"),
    float: translatable("a number"),
    bool: translatable("true or false"),
}

_KINDS: dict[type, str] = {dict: "object", list: "array", str: "string"}
"""What the schema calls what a file holds."""
_ALSO = {
    "title": ("題名", "タイトル", "見出し", "表題", "題"),
    "name": ("名前", "名称", "事業", "法人名", "社協名"),
    "council": ("協議会", "社協", "法人"),
    "fiscal_year": ("年", "西暦"),
    "format": ("形式", "版"),
    "districts": ("地区名", "地区"),
    "district": ("地区名", "地域"),
    "schedule": ("時期", "日程", "実施月", "開催時期", "期間"),
    "budget": ("予算", "金額", "事業費"),
    "programs": ("事業", "主な事業", "主な実施事業", "事業名", "実施事業"),
    "actions": ("取り組み", "取組", "取組み", "具体的取組", "具体的な取組"),
    "priorities": ("重点", "重点目標", "重点事業"),
    "goals": ("目標", "基本方針"),
    "plans": ("計画", "基本施策", "施策"),
    "policy": ("方針", "基本方針"),
    "philosophy": ("理念",),
    "purpose": ("ねらい", "趣旨"),
    "content": ("内容", "事業内容", "概要"),
    "target": ("対象",),
    "department": ("担当課", "部署", "担当部署", "主管"),
    "notes": ("メモ", "注", "その他"),
    "status": ("新規", "状態", "状況"),
    "commissioned_by": ("委託", "受託", "受託元"),
    "id": ("番号", "ID", "No", "no"),
    "text": ("本文", "説明"),
    "aliases": ("略称", "通称"),
    "formerly": ("旧名称", "旧事業名"),
}
"""What people call a key beside its word in the schema."""
_BEFORE_REIWA = 2018
_LAST_YEAR_OF_REIWA = 50
"""More years than any era of these days; what is larger is no year of one."""
_TAKEN_FOR_COMMENT = lazy_pattern(r"(?<=:) +(?P<text>#.+)$")


MAX_FINDINGS = 1000
"""A file with more than this is no plan that was mistyped, and is not explained to its end."""


def check(document: Document) -> tuple[Finding, ...]:
    """Return all that breaks the schema, each where it has to be mended."""
    if conforms(document.data):
        return ()
    # Takes about as long to import as all the rest; only a file with something to explain pays.
    from shakyo_plan.source.schema.validator import errors

    found: dict[tuple[str, DataPath | None, Message], Finding] = {}
    explained = (
        finding for error in errors(document.data) for finding in _explain(error, document)
    )
    for finding in islice(explained, MAX_FINDINGS):
        # One error for each missing key speaks of all of them; each is said once.
        found[finding.code, finding.place, finding.message] = finding
    return tuple(found.values())


def _explain(error: ValidationError, document: Document) -> Iterator[Finding]:
    place: DataPath = tuple(error.absolute_path)
    instance: Any = error.instance
    part: Any = error.schema
    if _is_name_with_colon(instance, part):
        yield _name_with_colon(instance, place, document)
        return
    match error.validator:
        case "required":
            # What stands there under another name is told there, and not also missed.
            meant = {
                _meant(key, value, part)
                for key, value in instance.items()
                if key not in part["properties"]
            }
            unread = document.broken if place == ROOT else frozenset()
            for key in part["required"]:
                if key not in instance and key not in meant and key not in unread:
                    yield _missing(key, part, place, document)
        case "additionalProperties":
            for key, value in instance.items():
                if key not in part["properties"]:
                    yield _unknown(key, value, part, place, document)
        case "enum" if not isinstance(instance, str):
            return  # it is empty or of another type, and told as that
        case "const" if type(instance) is not type(part["const"]):
            return
        case "enum":
            yield _not_among(instance, part, place, document)
        case "type" | "const" | "pattern" | "minimum" | "maximum":
            yield _wrong_value(error, part, place, document)
        case other:
            raise NotImplementedError(f"no words for the schema keyword {other}")


def _is_name_with_colon(instance: Any, part: dict[str, Any]) -> bool:
    """Whether a list of programs has a name with a colon, which YAML reads as a key and its text."""
    return (
        "group" in part.get("required", ())
        and isinstance(instance, dict)
        and len(instance) == 1
        and not instance.keys() & part["properties"].keys()
    )


def _name_with_colon(instance: dict[str, Any], place: DataPath, document: Document) -> Finding:
    ((key, text),) = instance.items()
    if key == "name":
        message = say("Write just the program's name here, without “name:”")
        advice = say("Write “- {value}”; its other keys stand below programs:", value=text)
        return Finding("P022", message, _first_line(place, document), place, advice)
    message = say("The colon makes a key of “{key}”, where a program's name belongs", key=key)
    if isinstance(text, list):
        advice = say(
            "If it is the heading of a group, write “- group: {key}”, below it “  programs:”, and below "
            "that the names, each with “- ”",
            key=key,
        )
        return Finding("P022", message, _first_line(place, document), place, advice)
    advice = say('If it is one name, put it in quotes: "{value}"', value=f"{key}: {text}")
    return Finding("P022", message, _first_line(place, document), place, advice)


def _missing(key: str, part: dict[str, Any], place: DataPath, document: Document) -> Finding:
    wanted = part["properties"][key]
    message = say(
        "{part} has no {key}",
        part=_part(part, place, document),
        key=with_word(key, _word(wanted)),
    )
    example = _example(key, wanted, place, document)
    advice = say("Add a line “{key}: {example}” to it", key=key, example=example)
    return Finding("P020", message, _first_line(place, document), place, advice)


def _example(key: str, wanted: dict[str, Any], place: DataPath, document: Document) -> str:
    """Return what may stand behind a key that is missing."""
    if "const" in wanted:
        return str(wanted["const"])
    beside = value_at(document.data, place[:-1]) if place else None
    if key == "id" and wanted.get("type") == "integer" and isinstance(beside, list):
        return str(max((taken for taken in _ids(beside) if isinstance(taken, int)), default=0) + 1)
    return "[]" if wanted.get("type") == "array" else "…"


def _unknown(
    key: str, value: object, part: dict[str, Any], place: DataPath, document: Document
) -> Finding:
    message = say("{part} has no key named {key}", part=_part(part, place, document), key=key)
    if nearest := _meant(key, value, part):
        advice = say("Did you mean “{nearest}”?", nearest=nearest)
    else:
        advice = say("Possible keys: {keys}", keys=tuple(part["properties"]))
    return Finding("P021", message, document.key_span((*place, key)), (*place, key), advice)


def _meant(key: str, value: object, part: dict[str, Any]) -> str | None:
    """Return the key that another word was to be: its Japanese word, or one that is nearly the same.

    Of several keys that the word may stand for, the value tells which: 基本方針 is a text or the goals.
    """
    properties = part["properties"]
    titled = [
        known
        for known in properties
        if key in (properties[known].get("title"), *_ALSO.get(known, ()))
    ]
    kind = _KINDS.get(type(value), "")
    fitting = [known for known in titled if properties[known].get("type") == kind]
    return next(iter(fitting or titled or nearest_of(key, properties, 1)), None)


def _not_among(value: object, part: dict[str, Any], place: DataPath, document: Document) -> Finding:
    message = say("{word} cannot be “{value}”", word=_word(part), value=str(value))
    choices = dict(zip(part["enum"], part["enumDescriptions"], strict=True))
    nearest = choice_for(value, choices) or next(iter(nearest_of(str(value), choices, 1)), None)
    if nearest:
        advice = say(
            "Did you mean “{nearest}” ({word})?", nearest=nearest, word=say(choices[nearest])
        )
    else:
        advice = possible(choices)
    certain = spoken(value, choices)
    return Finding("P023", message, document.span(place), place, advice, certain)


def _wrong_value(
    error: ValidationError, part: dict[str, Any], place: DataPath, document: Document
) -> Finding:
    value: Any = error.instance
    span = document.span(place)
    word = _word(part)
    if value is None:
        advice = _filled(part, place, document)
        return Finding(
            "P025", say("{word} is empty", word=word), document.key_span(place), place, advice
        )
    if error.validator == "type":
        wanted = part["type"]
        message = say(
            "{word} must be {wanted}, not {found}",
            word=word,
            wanted=say(_WANTED[wanted]),
            found=say(_FOUND[type(value)]),
        )
        return Finding(
            "P022",
            message,
            _first_line(place, document),
            place,
            instead(wanted, value, place, part, document),
            _certain_number(value, place, part, document) if wanted == "integer" else None,
        )
    if error.validator == "pattern" and not str(value).strip():
        message = say("{word} is empty", word=word)
        return Finding("P025", message, span, place, _filled(part, place, document))
    if error.validator == "pattern":
        message = say("“{value}” is no number of a {plan}", value=value, plan=terms.PLAN)
        meant = plan_id_for(str(value), place, document)
        advice = (
            say("Write {id}", id=meant)
            if meant
            else say("Write its number alone, such as 1")
            if place[0] == "plans"
            else say(
                "Write the number of the {goal}, a hyphen and its own number, such as 1-5",
                goal=terms.GOAL,
            )
        )
        return Finding("P024", message, span, place, advice)
    message = say("{word} cannot be {value}", word=word, value=value)
    if "const" in part:
        advice = say("Write {example}", example=part["const"])
    elif "maximum" in part:
        advice = _western(value)
    else:
        advice = say("Write a number from 1 up")
    return Finding("P026", message, span, place, advice)


def _certain_number(
    value: object, place: DataPath, part: dict[str, Any], document: Document
) -> str | None:
    """Return the number that a value means, as it is written; None where an id would stand twice."""
    meant = number_meant(value, place, part, document)
    beside = value_at(document.data, place[:-2]) if len(place) > 2 else None
    if meant is None or (place[-1] == "id" and meant in _ids(beside)):
        return None
    return str(meant)


def _ids(parts: object) -> list[Any]:
    return (
        [part.get("id") for part in parts if isinstance(part, dict)]
        if isinstance(parts, list)
        else []
    )


def _western(value: object) -> Message:
    if isinstance(value, int) and 1 <= value <= _LAST_YEAR_OF_REIWA:
        return say(
            "Write the year of the western calendar; if it is 令和{era}, that is {year}",
            era=value,
            year=_BEFORE_REIWA + value,
        )
    return say("Write a year of the western calendar, such as 2024")


def _filled(part: dict[str, Any], place: DataPath, document: Document) -> Message:
    """Return what to write behind a key that has no value."""
    line = document.lines[document.key_span(place).start.line - 1]
    if comment := _TAKEN_FOR_COMMENT.search(line):
        return say(
            "# begins a comment. If it is the text, put it in quotes: {line}",
            line=f"{line[: comment.start()].strip()} {quoted(comment['text'])}",
        )
    if "enum" in part:
        return possible(dict(zip(part["enum"], part["enumDescriptions"], strict=True)))
    wanted = say(_WANTED[part.get("type", "string")])
    if place and place[-1] in needed_keys():
        return say("Write {wanted} after it", wanted=wanted)
    return say("Write {wanted} after it, or delete the line", wanted=wanted)


def _word(part: dict[str, Any]) -> Message:
    return terms.schema_word(part["title"])


def _part(part: dict[str, Any], place: DataPath, document: Document) -> Message:
    """Name the part of the plan: by id or name, by its number in the list, or by its kind."""
    if name := own_name(value_at(document.data, place)):
        return say("{kind} {name}", kind=_word(part), name=name)
    if place and isinstance(place[-1], int):
        return say("{kind} no. {n} of the list", kind=_word(part), n=place[-1] + 1)
    return say("{kind}", kind=_word(part))


def _first_line(place: DataPath, document: Document) -> Span:
    """Return where a map or list begins, marked on its first line only."""
    span = document.span(place)
    if span.end.line == span.start.line:
        return span
    first = document.lines[span.start.line - 1].rstrip()
    end = Position(span.start.line, max(len(first) + 1, span.start.column + 1))
    return Span(span.start, end)
