"""The repair that a message names is the one that comes first."""

from __future__ import annotations

import crossfoot

TEXT = (
    "Officers arrested 210 people. Of the 210 people arrested, 147, or 70%, had convictions. "
    "The remaining 73 people had none.\n"
)


def test_a_message_names_the_best_repair_across_all_findings() -> None:
    report = crossfoot.check(TEXT)
    wrong = next(f for f in report.findings if f.verdict == "inconsistent")
    best = wrong.repairs[0]
    # the share vouches for 147, so the remainder is the likelier slip
    assert (best.figure.text, best.value) == ("73", 63)
    assert wrong.message.endswith("; 63 in place of “73” would fit.")
