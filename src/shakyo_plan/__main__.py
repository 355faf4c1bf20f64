"""``python -m shakyo_plan`` is ``plan``: for machines where the command is not on the PATH."""

from shakyo_plan.cli.start import run

run()
