"""Titles of parts: what stands behind them and is none of them, such as tags, a department, figures."""

from __future__ import annotations

from shakyo_plan.documents.names.marks import LAST, TAGS
from shakyo_plan.documents.recognition.fact_words import COLON, label_words
from shakyo_plan.values.lazy_pattern import lazy_pattern


def tags_of_title(title: str) -> tuple[str, list[str]]:
    """Return a title without the tags behind it, and those: 支えあい活動の推進【重点事業】."""
    tags: list[str] = []
    while found := LAST.search(title):
        inner = next(group for group in found.groups() if group is not None).strip()
        if not found.start() or inner not in TAGS:
            break
        tags.insert(0, inner)
        title = title[: found.start()].rstrip()
    return title, tags


_LABEL = label_words("department") + COLON
_DEPARTMENT_BEHIND = lazy_pattern(
    rf"(?P<title>.*?\S)[ 　]*[（(〔【\[［]{_LABEL}(?P<name>[^）)〕】\]］]+)[）)〕】\]］]"
)


def department_of_title(title: str) -> tuple[str, str | None]:
    """Return a title without the department in brackets behind it, and that: つながりづくり〔担当：総務課〕."""
    found = _DEPARTMENT_BEHIND.fullmatch(title)
    return (found["title"], found["name"].strip()) if found else (title, None)


_APART_IN_TITLE = lazy_pattern(
    r"(?P<title>\S.*?)(?:　[ 　]|[ ]{2})[ 　]*(?P<rest>.*[0-9０-９：:].*)"
)


def apart_in_title(title: str) -> tuple[str, str]:
    """Return a title, and figures that stand apart behind it: 訪問介護　　延べ9,600回."""
    found = _APART_IN_TITLE.fullmatch(title)
    return (found["title"], found["rest"]) if found else (title, "")


_DEPARTMENT_ALONE = lazy_pattern(rf"{_LABEL}(?P<name>[^。]{{1,30}})")


def department_alone(text: str) -> str | None:
    """Return the department that a line of its own names: 担当：総務課."""
    found = _DEPARTMENT_ALONE.fullmatch(text.strip())
    return found["name"] if found else None
