"""A measure over time as a chart, drawn on this machine by Vega (vl-convert, without a network)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crossfoot.model import InputError

_INK, _CLAIM, _RECORD = "#1b1c1e", "#b3261e", "#0b57a4"
_NOTHING: list[str] = []  # addresses the renderer may load from


def spec(
    title: str, claims: Sequence[Mapping[str, Any]], series: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The chart: released values as a line, what reports claim as points with their ranges."""
    points = [
        {
            "day": row["period_end"].isoformat(),
            "value": row["value"],
            "low": row["low"] if row["low"] is not None else row["value"],
            "high": row["high"] if row["high"] is not None else row["value"],
            "kind": "claimed in a report",
        }
        for row in claims
    ]
    line = [
        {"day": r["period_end"].isoformat(), "value": r["value"], "kind": "released"}
        for r in series
    ]  # fmt: skip
    x = {"field": "day", "type": "temporal", "title": None, "axis": {"format": "%b %Y"}}
    y = {"field": "value", "type": "quantitative", "title": None, "axis": {"format": ",d"}}
    colour = {
        "field": "kind", "type": "nominal", "title": None,
        "scale": {"domain": ["released", "claimed in a report"], "range": [_RECORD, _CLAIM]},
        "legend": {"orient": "top"},
    }  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": {"text": title, "anchor": "start"},
        "width": 760, "height": 320, "background": "#ffffff",
        "config": {"font": "sans-serif", "axis": {"labelColor": _INK}},
        "layer": [
            {"data": {"values": line}, "mark": {"type": "line", "point": {"shape": "square"}},
             "encoding": {"x": x, "y": y, "color": colour}},
            {"data": {"values": points}, "mark": {"type": "rule", "strokeWidth": 2},
             "encoding": {"x": x, "y": {"field": "low", "type": "quantitative"},
                          "y2": {"field": "high"}, "color": colour}},
            {"data": {"values": points}, "mark": {"type": "point", "filled": True, "size": 70},
             "encoding": {"x": x, "y": y, "color": colour}},
        ],
    }  # fmt: skip


def svg(chart: Mapping[str, Any]) -> str:
    """The chart as SVG."""
    drawn: str = _renderer().vegalite_to_svg(dict(chart), allowed_base_urls=_NOTHING)
    return drawn


def png(chart: Mapping[str, Any]) -> bytes:
    """The chart as PNG, two pixels a point."""
    drawn: bytes = _renderer().vegalite_to_png(dict(chart), scale=2, allowed_base_urls=_NOTHING)
    return drawn


def _renderer() -> Any:
    from importlib import import_module

    try:
        return import_module("vl_convert")
    except ImportError:
        raise InputError("charts need vl-convert: pip install 'crossfoot[serve]'") from None
