"""Names that Windows keeps for devices in every folder, whatever stands behind a dot: CON, ``aux.yaml``."""

from __future__ import annotations

from pathlib import PurePath, PureWindowsPath

_PORTS = [f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"]
_DEVICES = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS])


def device_name(path: PurePath) -> str | None:
    """Return the first name on a path of Windows that is a device's; never one on other systems.

    ``NUL`` alone is none: it may be written to, as ``/dev/null`` may.
    """
    if not isinstance(path, PureWindowsPath) or path.name.upper() == "NUL":
        return None
    return next((part for part in path.parts if _bare(part) in _DEVICES), None)


def _bare(part: str) -> str:
    return part.partition(".")[0].partition(":")[0].rstrip(" ").upper()
