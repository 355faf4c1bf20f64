"""What CI services know a finding by, from one run to the next: never its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath

from shakyo_plan.diagnostic import Diagnostic
from shakyo_plan.language import Translator
from shakyo_plan.output.style import ADVICE


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding with a name that stays when lines move, and is given only once."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        key = posix(diagnostic.path), diagnostic.code, diagnostic.about or ""
        words = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield diagnostic, sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def posix(path: str) -> str:
    """Return the path with slashes, as services write it on every system."""
    return PurePath(path).as_posix()


def sentence(diagnostic: Diagnostic, tr: Translator) -> str:
    """Return what is wrong and what to write instead, in one line."""
    if diagnostic.suggestion is None:
        return tr(diagnostic.message)
    return f"{tr(diagnostic.message)} {ADVICE} {tr(diagnostic.suggestion)}"
