"""The page of the commands, made of their parsers."""

from __future__ import annotations

import argparse

from tools.manual import manual

from crossfoot.cli import build_parser


def test_every_command_and_option_is_on_the_page() -> None:
    page = manual(build_parser([]))
    for command in ("check", "explain", "rules", "sheet"):
        assert f"## `crossfoot {command}`" in page
    assert "| `-o PATH`, `--output PATH` | write to a file, not the terminal |" in page
    assert "(text, json, html, sarif)" in page


def test_what_markdown_would_take_for_itself_is_escaped() -> None:
    parser = argparse.ArgumentParser()
    below = parser.add_subparsers().add_parser("count", description="Counts.")
    below.add_argument("--as", choices=("a", "b"), help="a | b, 100%% sure")
    assert "| `--as AS` | a \\| b, 100% sure (a, b) |" in manual(parser)
