"""Completion at the Tab key, as each shell takes it: names and titles are data there, never code.

typer's own words for zsh are evaluated with what they name unquoted, and titles are read as Rich's
markup. Here every shell gets words that it takes for themselves, whatever stands in a plan. Scripts
that were installed earlier are answered in the same way.
"""

from __future__ import annotations

import os
import re

from typer import _completion_classes as typers
from typer import _completion_shared as scripts
from typer._click.shell_completion import CompletionItem, add_completion_class, split_arg_string

from shakyo_plan.output.escape import escape
from shakyo_plan.values.lazy_pattern import lazy_pattern

_BASH_SCRIPT = r"""
%(complete_func)s() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(IFS=$'\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
                            %(autocomplete_var)s=complete_bash "$1")
}

complete -o default -F %(complete_func)s %(prog_name)s
"""
_ZSH_SCRIPT = r"""
#compdef %(prog_name)s

%(complete_func)s() {
  eval "$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" %(autocomplete_var)s=complete_zsh %(prog_name)s)"
}

compdef %(complete_func)s %(prog_name)s
"""

_SAFE_IN_BASH = lazy_pattern(r"[^\w./:=@%+,-]", re.ASCII)
_ACTING_IN_ZSH = lazy_pattern(r"(?![\w./-])[ -~]", re.ASCII)
_SINGLE_QUOTES = lazy_pattern("(['\u2018\u2019\u201a\u201b])")
"""What PowerShell takes for a single quote."""
_PLAIN_IN_POWERSHELL = lazy_pattern(r"[\w./\\:-][\w./\\:=-]*")


def use_own_completion() -> None:
    """Put these in the place of typer's, which registers its own whenever a command is made."""
    add_completion_class(_Bash, "bash")
    add_completion_class(_Zsh, "zsh")
    add_completion_class(_Fish, "fish")
    add_completion_class(_PowerShell, "powershell")
    add_completion_class(_PowerShell, "pwsh")
    scripts._completion_scripts |= {"bash": _BASH_SCRIPT, "zsh": _ZSH_SCRIPT}


def _typable(items: list[CompletionItem]) -> list[CompletionItem]:
    """Leave out what nobody can type: a name with a line end or another character that acts."""
    return [item for item in items if escape(item.value) == item.value]


def _split(line: str) -> tuple[list[str], str]:
    """Take a line apart as a shell does: the words after the command, and the one that is begun."""
    end = "\0"
    words = split_arg_string(line + end)
    return words[1:-1], words[-1].removesuffix(end)


class _Bash(typers.BashComplete):
    source_template = _BASH_SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        line = os.environ["COMP_WORDS"]
        words = line.split("\n") if "\n" in line else line.split(" ")
        number = int(os.environ["COMP_CWORD"])
        begun = words[number] if number < len(words) else ""
        self._quote = _open_quote(begun)
        return [_unquoted(word) for word in words[1:number]], _unquoted(begun)

    def complete(self) -> str:
        args, incomplete = self.get_completion_args()
        if self._quote is None:
            return ""
        items = _typable(self.get_completions(args, incomplete))
        return "\n".join(_for_bash(item.value, self._quote) for item in items)


def _unquoted(word: str) -> str:
    return " ".join(split_arg_string(word))


def _open_quote(word: str) -> str | None:
    """Return the quote that a word begins with and does not close; None where it opens later."""
    bare = re.sub(r"\\.|'[^']*'|\"(?:\\.|[^\"\\])*\"", "", word, flags=re.DOTALL)
    opened = re.search("['\"]", bare)
    if opened is None:
        return ""
    return opened[0] if word.startswith(opened[0]) else None


def _for_bash(value: str, quote: str) -> str:
    """Return the word as bash puts it into the line: escaped, or behind the quote that is open."""
    if quote == "'":
        return value.replace("'", r"'\''")
    if quote == '"':
        # Within these quotes, nothing keeps ! from meaning an earlier command.
        return re.sub(r'([\\"$`])', r"\\\1", value).replace("!", "\"'!'\"")
    return _SAFE_IN_BASH.sub(_escaped, value)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0].isascii() else match[0]


class _Zsh(typers.ZshComplete):
    source_template = _ZSH_SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        return _split(os.environ.get("_TYPER_COMPLETE_ARGS", ""))

    def complete(self) -> str:
        """Return code for zsh, in which every word is quoted letter by letter.

        Scripts of earlier versions evaluate it after splitting it at blanks: so it has none within words.
        """
        items = _typable(self.get_completions(*self.get_completion_args()))
        if not items:
            return "_files"
        words = " ".join(_for_zsh(item.value) for item in items)
        code = f"local -a plan_words plan_lines; plan_words=( {words} ); "
        if not any(item.help for item in items):
            return code + "compadd -a plan_words"
        lines = " ".join(_for_zsh(_described(item)) for item in items)
        return code + f"plan_lines=( {lines} ); compadd -l -d plan_lines -a plan_words"


def _described(item: CompletionItem) -> str:
    return f"{item.value}  -- {escape(item.help)}" if item.help else item.value


def _for_zsh(value: str) -> str:
    # Letters beyond ASCII stand as they are: a number would ask for a locale that has them.
    letters = _ACTING_IN_ZSH.sub(lambda match: f"\\x{ord(match[0]):02x}", value)
    return f"$'{letters}'"


class _Fish(typers.FishComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        return _split(os.environ.get("_TYPER_COMPLETE_ARGS", ""))

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return _typable(super().get_completions(args, incomplete))

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{escape(item.help)}" if item.help else str(item.value)


class _PowerShell(typers.PowerShellComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        incomplete = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        words = split_arg_string(os.environ.get("_TYPER_COMPLETE_ARGS", ""))
        return words[1:-1] if incomplete else words[1:], _unquoted(incomplete)

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        found = _typable(super().get_completions(args, incomplete))
        # Three colons are where the script takes a line apart.
        return [item for item in found if ":::" not in item.value]

    def format_completion(self, item: CompletionItem) -> str:
        return f"{_for_powershell(item.value)}:::{escape(item.help or '') or ' '}"


def _for_powershell(value: str) -> str:
    if _PLAIN_IN_POWERSHELL.fullmatch(value):
        return value
    return "'" + _SINGLE_QUOTES.sub(r"\1\1", value) + "'"
