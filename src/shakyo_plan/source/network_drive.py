"""Whether a folder lies on a network drive, which may not tell the system when a file is saved there."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath, PurePosixPath

_MOUNTS = Path("/proc/mounts")
_SERVERS = {
    "nfs",
    "nfs4",
    "cifs",
    "smb2",
    "smb3",
    "smbfs",
    "sshfs",
    "davfs",
    "rclone",
    "afs",
    "ceph",
}
"""What Linux calls file systems of another computer, behind ``fuse.`` for some."""
_HOSTS = {"9p", "vboxsf", "prl_fs", "vmhgfs", "vmhgfs-fuse", "virtiofs", "drvfs"}
"""Those of the computer that a virtual machine runs on."""
_DRIVE_REMOTE = 4
"""What Windows calls a drive letter that stands for a share."""


def on_network_drive(folder: Path) -> bool:
    """Whether the folder lies on another computer, as far as the system says; macOS does not."""
    whole = Path(os.path.realpath(folder))
    if os.name == "nt":
        return _is_share(whole) or _drive_type(whole.drive) == _DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _file_system(whole, mounts).removeprefix("fuse.") in _SERVERS | _HOSTS


def _is_share(path: PurePath) -> bool:
    r"""Whether it is \\server\share, also as \\?\UNC\server\share; \\?\C: is none."""
    drive = path.drive.upper()
    return drive.startswith("\\\\") and not re.match(r"\\\\[?.]\\(?!UNC\\)", drive)


def _drive_type(drive: str) -> int:
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetDriveTypeW(f"{drive}\\")) if windows and drive else 0


def _file_system(path: PurePath, mounts: str) -> str:
    """Return the type of the file system that a path lies in, of those that the system lists."""
    found, depth = "", -1
    for line in mounts.splitlines():
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        mount = PurePosixPath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place))
        # Of two in one place, the later one covers the other.
        if path.is_relative_to(mount) and len(mount.parts) >= depth:
            found, depth = kind, len(mount.parts)
    return found
