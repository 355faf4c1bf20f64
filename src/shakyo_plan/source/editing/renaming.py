"""Gives a program or a district another name, wherever the plan file names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from shakyo_plan.errors import UserError
from shakyo_plan.likeness import nearest
from shakyo_plan.message import say
from shakyo_plan.model import Plan
from shakyo_plan.model.not_found import not_found
from shakyo_plan.source.editing.adding import add_keys
from shakyo_plan.source.editing.edit import Drop, Edit, Fill, InsertAfter, Rewrite
from shakyo_plan.source.editing.naming import places_of_district, places_of_program
from shakyo_plan.source.schema.order import keys_of
from shakyo_plan.values.data_path import DataPath, value_at
from shakyo_plan.values.name import fold_name

_TOLD = frozenset(
    {
        *("text", "policy", "philosophy", "title", "purpose", "content", "follow_up", "notes"),
        *("target", "reason", "actions", "items", "examples", "management_text"),
    }
)
"""The keys under which people write sentences, which no rename touches."""
_TOLD_OF_DISTRICTS = _TOLD | {"schedule", "venue", "name", "group", "partners", "capacity"}
"""The same where a district is renamed: names and times name it as well, 7月（西）."""


_OFFERED = 8
"""As many names are offered where nothing is called so, the nearest first."""


class Renaming(NamedTuple):
    """What is renamed, by its exact names; a district where it is no program."""

    old: str
    new: str
    is_district: bool

    def edits(self, data: Any, *, formerly: bool) -> tuple[Edit, ...]:
        """Return the edits of the plan file."""
        if self.is_district:
            return rename_district(data, self.old, self.new)
        return rename_program(data, self.old, self.new, formerly=formerly)


def renaming(plan: Plan, old: str, new: str) -> Renaming:
    """Return what a person means to rename, however it is typed.

    Raises:
        UserError: nothing is called so, or something else is called by the new name already.
    """
    new = new.strip()
    names = tuple(program.name for program in plan.registered)
    districts = plan.council.districts
    exact, is_district = _meant(old, names, districts)
    if not new or "\n" in new:
        raise UserError(say("A name is one line of text"))
    if new == exact:
        raise UserError(say("“{name}” is called so already", name=new))
    if is_district and new in districts:
        raise UserError(say("There is a district “{name}” already", name=new))
    if not is_district:
        if sum(program.name == exact for program in plan.programs) > 1:
            raise UserError(
                say("Several programs are called “{name}”", name=exact),
                say("Tell them apart in the plan file first"),
            )
        for program in plan.registered:
            if program.name != exact and new in (program.name, *program.aliases):
                raise _taken(program.name, new)
    return Renaming(exact, new, is_district)


def _taken(other: str, new: str) -> UserError:
    """Return the error for a name that another program has, or is known by."""
    return UserError(
        say("There is a program “{name}” already", name=new)
        if other == new
        else say("The program “{other}” is called “{name}” already", other=other, name=new),
        say("To make one program of the two, change the plan file in the editor"),
    )


def _meant(old: str, names: tuple[str, ...], districts: tuple[str, ...]) -> tuple[str, bool]:
    """Return the exact name of the program or district, and whether it is a district."""
    for same in (str, fold_name):
        programs = [name for name in names if same(name) == same(old)]
        places = [name for name in districts if same(name) == same(old)]
        if len(programs) + len(places) > 1:
            raise UserError(
                say("“{name}” may be each of: {known}", name=old, known=(*programs, *places)),
                say("Type the name exactly"),
            )
        if programs or places:
            return (programs or places)[0], bool(places)
    known = (*names, *districts)
    near = nearest(old, known, _OFFERED, least=0.0)
    raise not_found(say("program or district"), old, tuple(near) or known[:_OFFERED])


def rename_program(data: Any, old: str, new: str, *, formerly: bool) -> tuple[Edit, ...]:
    """Return the edits that rename a program of the registry, with all that cites it.

    ``formerly`` says that the old name is recorded as one that it had in earlier years.
    """
    edits: list[Edit] = [Rewrite(place, new) for place in places_of_program(data, old)]
    for number, program in enumerate(data["programs"]):
        if program["name"] == old:
            edits += _own_names(data, ("programs", number), old, new, formerly=formerly)
    return tuple(edits)


def rename_district(data: Any, old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that rename a district, with the programs of it."""
    return tuple(Rewrite(place, new) for place in places_of_district(data, old))


def mentions(data: Any, name: str, *, of_district: bool = False) -> Iterator[DataPath]:
    """Yield the places of texts that contain a name; nobody but a person can change those."""
    told = _TOLD_OF_DISTRICTS if of_district else _TOLD

    def walk(part: Any, place: DataPath) -> Iterator[DataPath]:
        if isinstance(part, dict):
            for key, value in part.items():
                yield from walk(value, (*place, key))
        elif isinstance(part, list):
            for number, value in enumerate(part):
                yield from walk(value, (*place, number))
        elif isinstance(part, str) and name in part and told.intersection(place[-2:]):
            yield place

    return walk(data, ())


def _own_names(data: Any, place: DataPath, old: str, new: str, *, formerly: bool) -> Iterator[Edit]:
    """Yield what becomes of a program's other names: the new one is none of them any more."""
    program = value_at(data, place)
    going = [key for key in ("aliases", "formerly") if program.get(key) == [new]]
    if formerly and "formerly" in going:
        going.remove("formerly")  # the old name takes the place of the new one
    for key in going:
        yield Drop((*place, key))
    for key in ("aliases", "formerly"):
        names = program.get(key, [])
        if key in going or new not in names:
            continue
        at = (*place, key, names.index(new))
        yield Rewrite(at, old) if key == "formerly" and formerly and old not in names else Drop(at)
    names = program.get("formerly")
    if not formerly or (names and (old in names or new in names)):
        return
    if names is None:
        yield from add_keys(data, place, {"formerly": [old]}, keys_of("program"), going)
    elif names:
        yield InsertAfter((*place, "formerly", len(names) - 1), (old,))
    else:
        yield Fill((*place, "formerly"), (old,))
