"""Reading each format against its library reading the text alone."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.documents import build

from bench._timing import side_by_side
from crossfoot.read import load


def _libraries() -> dict[str, Callable[[bytes], object]]:
    import docx
    import markdown_it
    import odfdo
    import pdfplumber
    import trafilatura
    from striprtf.striprtf import rtf_to_text

    def pdf(data: bytes) -> object:
        with pdfplumber.open(io.BytesIO(data)) as source:
            return [page.extract_text() for page in source.pages]

    return {
        ".md": lambda data: markdown_it.MarkdownIt().parse(data.decode()),
        ".html": lambda data: trafilatura.extract(data.decode()),
        ".docx": lambda data: [p.text for p in docx.Document(io.BytesIO(data)).paragraphs],
        ".odt": lambda data: odfdo.Document(io.BytesIO(data)).body.inner_text,
        ".rtf": lambda data: rtf_to_text(data.decode()),
        ".pdf": pdf,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix, library in _libraries().items():
            data = build.FORMATS[suffix]()
            path = Path(folder) / f"report{suffix}"
            path.write_bytes(data)
            taken = side_by_side(
                {
                    "library": partial(library, data),
                    "load": partial(load, path),
                }
            )
            print(
                f"{suffix:6} load {taken['load'] * 1000:7.1f} ms, library alone "
                f"{taken['library'] * 1000:7.1f} ms, ratio {taken['load'] / taken['library']:5.2f}"
            )
