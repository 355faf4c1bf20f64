"""Which lines of a file lie within a text that a |, a > or a quotation mark above them began."""

from __future__ import annotations

from shakyo_plan.values.lazy_pattern import lazy_pattern

BLOCK_HEADER = lazy_pattern(r"(?P<style>[|>])(?:(?P<depth>[1-9])|[-+])*")
"""What begins a text over several lines; a digit says how far in it stands."""
_SPACE = "[ \t\u3000\u00a0]"
_LINE = lazy_pattern(
    rf"(?P<before>{_SPACE}*(?:-{_SPACE}+)*)(?P<key>[^\s#\"'\[{{|>-][^:：\n]*[:：]{_SPACE}*)?"
)
_REST = lazy_pattern(rf"{_SPACE}*(?:#.*)?")
_CLOSING = {
    '"': lazy_pattern(r'[^"\\]*(?:\\.[^"\\]*)*"(?P<rest>[^\n]*)', 16),
    "'": lazy_pattern(r"[^']*(?:''[^']*)*'(?P<rest>[^\n]*)"),
}


def text_lines(text: str) -> frozenset[int]:
    """Return the numbers of these lines, counted from 1; a line that begins a text is none of them.

    A quotation mark that no line closes rightly begins no text: it is a slip of its own.
    """
    lines, inside = text.split("\n"), set[int]()
    number, offset = 0, 0
    while number < len(lines):
        last = _last_of_text(lines, number, text, offset)
        inside.update(range(number + 2, last + 2))
        offset += sum(len(line) + 1 for line in lines[number : last + 1])
        number = last + 1
    return frozenset(inside)


def _last_of_text(lines: list[str], number: int, text: str, offset: int) -> int:
    """Return the last line of the text that a line begins; the line itself where it begins none."""
    begin = _LINE.match(lines[number])
    if begin is None:
        return number
    value = lines[number][begin.end() :]
    header = BLOCK_HEADER.match(value)
    if header and _REST.fullmatch(value, header.end()):
        before = begin["before"]
        outer = len(before) if begin["key"] else before.rfind("-")
        depth = outer + int(header["depth"]) if header["depth"] else outer + 1
        last = number
        for at in range(number + 1, len(lines)):
            line = lines[at]
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) < depth:
                break
            last = at
        return last
    if value[:1] in _CLOSING:
        closed = _CLOSING[value[0]].match(text, offset + begin.end() + 1)
        if closed and _REST.fullmatch(closed["rest"]):
            return number + text.count("\n", offset, closed.end())
    return number
