"""The printed plan as a Word document (.docx)."""
