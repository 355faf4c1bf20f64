"""Build the wheel, install it in a clean environment outside the checkout, and use it there.

What is tested is what a planner installs: both languages, the schema and the entry point have
to be inside the wheel, and nothing may lean on the checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """Run a command in the folder and return what it printed; stops at the first that fails."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PLAN_"))
    }
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(
            f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def expect(words: str, text: str) -> None:
    """Stop if the words are not in the text."""
    if words not in text:
        sys.exit(f"expected {words!r} in:\n{text}")


def main() -> None:
    """Build, install, use."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, folder=folder)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "venv", with_pip=True)
        programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        run(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
        work = folder / "仕事"
        (work / "plans").mkdir(parents=True)
        shutil.copy(ROOT / "plans" / "2024.yaml", work / "plans")
        plan = programs / "plan"
        expect("1ファイルを確認しました", run(plan, "validate", folder=work, LANG="ja_JP.UTF-8"))
        expect("in 1 file", run(plan, "validate", folder=work, LANG="C"))
        expect(
            "P201 unknown-program（誤り）",
            run(plan, "rule", "P201", LANG="ja_JP.UTF-8", folder=work),
        )
        expect("男の料理教室", run(plan, "programs", "--plan", "1-3", "--lang", "ja", folder=work))
        page = run(plan, "outline", "--format", "html", "--lang", "ja", folder=work)
        expect("<h3>1-3  高齢者福祉の充実</h3>", page)
        for document in ("計画.html", "計画.docx", "計画.xlsx"):
            run(plan, "export", "-o", document, folder=work)
            if not (work / document).is_file():
                sys.exit(f"{document} was not written")
        expect("使い方", run(plan, "--help", "--lang", "ja", folder=work))
        schema = (ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8")
        if run(plan, "schema", folder=work) != schema:
            sys.exit("the schema in the wheel is not that of the checkout")
        run(plan, "init", "新しい社協", "--council", "甲", "--year", "R7", folder=work)
        begun = work / "新しい社協"
        expect("指摘はありません", run(plan, "validate", "--lang", "ja", folder=begun))
        (work / "plans" / "2025.yaml").write_text(
            "format: 1\nfiscal_year: 2025\ncouncil: {name: 甲}\ngoals: []\n", "utf-8"
        )
        broken = subprocess.run(
            [plan, "validate", "--lang", "ja"],
            cwd=work,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if broken.returncode != 1:
            sys.exit(f"a broken plan ended with {broken.returncode}")
        expect("programs（事業一覧）がありません", broken.stdout)
        print(f"{wheel.name}: built, installed and used in a clean environment.")


if __name__ == "__main__":
    main()
