"""Texts that nobody writes: a result in bounded time."""

from __future__ import annotations

import crossfoot


def test_a_line_of_numbers_is_cut_at_blanks_into_sentences() -> None:
    text = " ".join(str(n) for n in range(3000))
    document = crossfoot.read_text(text)
    assert len(document.sentences) > 2
    assert max(s.end - s.start for s in document.sentences) <= 5000
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
    words = [w for s in document.sentences for w in text[s.start : s.end].split()]
    assert words == text.split()


def test_a_word_without_end_is_cut_too() -> None:
    document = crossfoot.read_text("x" * 12_000 + " 30 people.")
    assert "".join(document.text[s.start : s.end] for s in document.sentences).endswith("people.")
