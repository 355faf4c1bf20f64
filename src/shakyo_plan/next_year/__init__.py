"""Next year's draft from this year's plan file: text in, text out, and what was done on the way.

`edits` says what has to change in the data, `draft` makes it in the text and looks at the result.
Everything here is pure.
"""
