"""The plan as a workbook (.xlsx) for reading and editing, and its changes back into the plan file."""
