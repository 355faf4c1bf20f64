"""Print what is exported as pictures, page by page, to be looked at: LibreOffice lays out, Poppler draws.

``python -m tools.rendered [PLAN] [FOLDER]`` exports the plan to Word and Excel, converts both to PDF
and leaves a picture of each page in the folder (``rendered`` where none is named).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from shakyo_plan.documents.exporting import EXPORTS, LAID_OUT, ExportOptions
from shakyo_plan.source.loading import load_file
from tools.make_plans import REAL

DOTS = 80
"""Dots an inch: enough to read, and small enough to look at many."""
OFFICE_ENDINGS = (".docx", ".xlsx")


def rendered(plan: Path, folder: Path) -> list[Path]:
    """Return the pictures of all pages of a plan as exported, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    file = load_file(plan)
    for ending in OFFICE_ENDINGS:
        options = ExportOptions(toc=ending in LAID_OUT)
        exported = folder / f"{plan.stem}{ending}"
        exported.write_bytes(EXPORTS[ending](file, options))
        to_pictures(to_pdf(exported))
    return sorted(folder.glob("*.png"))


def to_pdf(document: Path) -> Path:
    """Have LibreOffice lay a document out; its own profile keeps it apart from one that is open."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                *("--convert-to", "pdf", "--outdir", str(document.parent), str(document)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    made = document.with_suffix(".pdf")
    return made.rename(document.with_name(f"{document.name}.pdf"))


def to_pictures(pdf: Path) -> None:
    """Draw each page of a PDF beside it."""
    subprocess.run(
        ["pdftoppm", "-png", "-r", str(DOTS), str(pdf), str(pdf.with_suffix(""))], check=True
    )


def main() -> int:
    """Draw the pages and say where they are."""
    missing = [name for name in ("soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        print(f"not installed: {', '.join(missing)}")
        return 1
    plan, folder = [*map(Path, sys.argv[1:]), *(REAL, Path("rendered"))[len(sys.argv) - 1 :]][:2]
    for picture in rendered(plan, folder):
        print(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
