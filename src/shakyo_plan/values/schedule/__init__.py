"""When a program is held (実施時期), as people write it, and the months that it means.

From what is written to the months, one module a step: ``written`` folds width and spaces,
``tokens`` finds the words that it is made of (``vocabulary``, ``periods``, ``numerals``),
``spans`` puts them together to months and spans of months, ``meaning`` says what they come to.
"""

from shakyo_plan.values.schedule.meaning import Schedule, read_schedule
from shakyo_plan.values.schedule.month import Month
from shakyo_plan.values.schedule.moved_years import same_but_for_year

__all__ = ["Month", "Schedule", "read_schedule", "same_but_for_year"]
