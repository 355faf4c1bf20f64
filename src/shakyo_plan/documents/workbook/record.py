"""What was exported, kept in a hidden sheet of the workbook, so that changes can be told from it."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from dataclasses import asdict, dataclass
from typing import Any

SHEET = "_plan"
VERSION = 1
_CHUNK = 30_000
"""Letters of a cell; Excel keeps 32,767."""
_MOST_BYTES = 30_000_000
"""What the record may unpack to; that of 5,000 programs has 2 MB."""


class NoRecord(Exception):
    """The hidden sheet is damaged, or was made by a later version of plan."""


@dataclass(frozen=True)
class Record:
    """What one export put into its workbook."""

    fiscal_year: int
    council: str
    file_hash: str
    """SHA-256 of the plan file as exported."""
    programs: dict[str, list[str]]
    """The rows of the sheet of programs by their keys, as shown."""
    listings: dict[str, list[str]]
    """The rows of the sheet of listings by their keys, as shown."""

    def chunks(self) -> list[str]:
        """Return the record as short texts, one a cell."""
        raw = json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False).encode("utf-8")
        text = base64.b64encode(zlib.compress(raw)).decode("ascii")
        return [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]

    @classmethod
    def read(cls, chunks: list[str]) -> Record:
        """Put the texts of the cells together again.

        Raises:
            NoRecord: they are none.
        """
        try:
            packed = base64.b64decode("".join(chunks), validate=True)
            data: Any = json.loads(zlib.decompressobj().decompress(packed, _MOST_BYTES))
            if data.pop("version") != VERSION:
                raise NoRecord
            return cls(**data)
        except (ValueError, zlib.error, TypeError, KeyError, AttributeError, RecursionError):
            raise NoRecord from None


def hash_of(raw: bytes) -> str:
    """Return the hash of a plan file."""
    return hashlib.sha256(raw).hexdigest()
