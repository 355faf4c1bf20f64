"""Measure imports of documents: ``python -m tools.measure_import plans/2024.yaml FILE…``.

Prints for each file how many facts of the plan it held, exactly or with a doubt at the spot, and which
it missed; what became of its blocks; and for a text what single changes to it did.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.import_figures import figures, report
from tests.plan_facts import score

from shakyo_plan.documents.carriers.opening import open_document
from shakyo_plan.documents.importing import import_carried
from shakyo_plan.source.document import read_document


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", help="the plan file that the documents should give")
    parser.add_argument("files", nargs="+")
    parser.add_argument(
        "--changes", type=int, default=0, help="so many single changes to each text"
    )
    options = parser.parse_args()
    wanted = read_document(Path(options.plan).read_bytes()).data
    for name in options.files:
        begun = time.perf_counter()
        draft = import_carried(open_document(Path(name)), name)
        took = time.perf_counter() - begun
        counted = score(draft.data, wanted, draft.doubts)
        print(
            f"{name}: {counted.total} facts, held {counted.held:.1%}, exact {counted.share_exact:.1%}, "
            f"{len(draft.doubts)} doubts, blocks {dict(draft.ledger.counts)}, {took:.1f} s"
        )
        for fact in counted.missed:
            print("  missed", *fact)
        if options.changes and name.endswith(".txt"):
            found = figures(Path(name).read_text(encoding="utf-8"), options.changes)
            print(report(found))
            for silent in found.silent:
                change = silent.change
                print(
                    f"  in silence: {change.kind}, line {change.line}: {change.was} → {silent.line}"
                )


if __name__ == "__main__":
    main()
