"""Changes to the text of a plan file that leave everything else as it was, byte for byte.

A YAML library that writes what it has read lays quotes, indents and blank lines out anew, in the
whole file. So an edit is made in the text itself, at the place where reading found the value.
"""
