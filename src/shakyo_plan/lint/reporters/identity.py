"""What CI services know a finding by, from one run to the next: never its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding with a name that stays when lines move, and is given only once."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for each in diagnostics:
        key = posix(each.path), each.code, each.about or ""
        words = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield each, sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def posix(path: str) -> str:
    """Return the path with slashes, as services write it on every system."""
    return PurePath(path).as_posix()


def sentence(each: Diagnostic, tr: Translator) -> str:
    """Return what is wrong and what to write instead, in one line."""
    if each.suggestion is None:
        return tr(each.message)
    return f"{tr(each.message)} → {tr(each.suggestion)}"
