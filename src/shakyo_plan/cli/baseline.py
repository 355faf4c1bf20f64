"""``--baseline`` and ``--write-baseline``: the file of findings that are left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shakyo_plan.errors import UserError
from shakyo_plan.message import say
from shakyo_plan.source.writing import write_whole

if TYPE_CHECKING:
    from shakyo_plan.config import Config
    from shakyo_plan.lint.engine import Report

_DEFAULT = "plan-baseline.json"


def against_baseline(report: Report, named: str | None, config: Config, *, write: bool) -> Report:
    """Return the report without what the baseline has; writes that first, if asked to.

    Raises:
        UserError: the baseline cannot be read or written.
    """
    path = Path(named) if named else config.baseline
    if path is None and not write:
        return report
    from shakyo_plan.lint.baseline import baseline_of, leave_out, read_baseline, write_baseline

    path = path or Path(_DEFAULT)
    if write:
        baseline = baseline_of(report)
        write_whole(path, write_baseline(baseline))
        return leave_out(report, baseline)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UserError(
            say("There is no baseline {path}", path=str(path)),
            say("Make it with --write-baseline"),
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say("The baseline {path} cannot be read: {reason}", path=str(path), reason=str(error)),
            say("Make it anew with --write-baseline"),
        ) from None
    return leave_out(report, read_baseline(text, str(path)))
