"""A real browser for pages, where one is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NO_BROWSER = "no Chromium is installed here (Debian: apt-get install chromium)"


def _run(page: Path, fragment: str, folder: Path, *options: str) -> str:
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}",
            *options,
            page.as_uri() + fragment,
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode("utf-8")


def opened(page: Path, folder: Path, fragment: str = "", script: str = "") -> str:
    """Return the page as a browser has it once its scripts ran; ``script`` is what a reader does then."""
    if script:
        text = page.read_text(encoding="utf-8")
        # The page runs no script but its own.
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        page = folder / "driven.html"
        page.write_text(text.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
    return _run(page, fragment, folder, "--virtual-time-budget=2000", "--dump-dom")


def printed(page: Path, folder: Path) -> Path:
    """Return the page as printed to PDF."""
    pdf = folder / "printed.pdf"
    _run(page, "", folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    return pdf
