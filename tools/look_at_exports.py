"""Export a plan in every format and draw each page as a picture, to be looked at.

    python -m tools.look_at_exports FOLDER [PLAN] [NEXT-PLAN]

LibreOffice lays out Word documents and workbooks, Chromium prints the page; what is not installed is
left out, and said. The second plan is compared with the first.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from shakyo_plan.documents.pdf import find_libreoffice

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plans" / "2024.yaml"
NEXT = ROOT / "examples" / "iwaki-2025-draft.yaml"
_BROWSERS = ("/usr/bin/chromium", "/usr/bin/google-chrome")
_SCALE = 1.5
"""Pixels for each point: 108 to an inch."""


def export(plan: Path, after: Path, folder: Path) -> list[Path]:
    """Make every document of a plan, and the comparisons with another; returns the files."""
    files = [folder / f"plan.{ending}" for ending in ("docx", "xlsx", "html")]
    for file in files:
        _plan("export", "--file", str(plan), "-o", str(file))
    compared = [folder / f"comparison.{ending}" for ending in ("docx", "xlsx", "html")]
    for file in compared:
        _plan("diff", str(plan), str(after), "-o", str(file))
    _plan("programs", "--file", str(plan), "-o", str(folder / "programs.xlsx"))
    return [*files, *compared, folder / "programs.xlsx"]


def print_to_pdf(file: Path, folder: Path) -> Path | None:
    """Return the file as PDF; None where no program for it is installed."""
    pdf = folder / f"{file.stem}-{file.suffix[1:]}.pdf"
    with TemporaryDirectory() as name:
        profile = Path(name)
        if file.suffix == ".html":
            browser = next(filter(Path.exists, map(Path, _BROWSERS)), None)
            if browser is None:
                return None
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            profiled = f"--user-data-dir={profile}"
            _run(browser, *options, profiled, f"--print-to-pdf={pdf}", file.as_uri())
            return pdf
        office = find_libreoffice()
        if office is None:
            return None
        profiled = f"-env:UserInstallation={profile.as_uri()}"
        _run(office, profiled, "--headless", "--convert-to", "pdf", "--outdir", profile, file)
        (profile / f"{file.stem}.pdf").replace(pdf)
        return pdf


def draw(pdf: Path) -> int:
    """Draw each page beside the PDF; returns how many there are."""
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        picture = page.render(scale=_SCALE).to_pil()
        picture.save(pdf.with_name(f"{pdf.stem}-{number:02}.png"))
    pages = len(document)
    document.close()
    return pages


def main(arguments: list[str]) -> None:
    """Export, print and draw into the folder."""
    folder = Path(arguments[0]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    plan, after = (*map(Path, arguments[1:3]), *(PLAN, NEXT)[len(arguments[1:3]) :])
    for file in export(plan, after, folder):
        pdf = print_to_pdf(file, folder)
        pages = f"{draw(pdf)} pages" if pdf else "no program here prints it"
        print(f"{file.name}: {pages}")


def _plan(*arguments: str) -> None:
    _run(Path(sys.executable), "-m", "shakyo_plan", *arguments)


def _run(program: Path, *arguments: str | Path) -> None:
    subprocess.run(
        [str(program), *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
