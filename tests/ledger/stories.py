"""Invented reports of invented events, with the links that a careful reader would draw.

Two events share a state, a measure and a month; one pair speaks of a year's totals.
"""

from __future__ import annotations

from crossfoot import check
from crossfoot.report.result import Report

STORIES = {
    # three reports of one sweep: a digit transposed, a city taken for another, a later count
    "bend-release": (
        "2025-06-07",
        "ICE arrested 412 people in Operation River Bend, a five-day sweep that ended on Friday, "
        "June 6, the agency said. The arrests came to 61 in Tampa, Florida, 140 in Miami, 83 in "
        "Jacksonville and 128 in Orlando. Of those arrested, 247 had criminal convictions.",
    ),
    "bend-paper": (
        "2025-06-08",
        "Federal officers took 412 people into custody in an operation called River Bend that ran "
        "from Monday, June 2, to Friday, June 6, according to ICE. It counted 16 arrests in Tampa, "
        "140 in Miami, 83 in Tallahassee and 128 in Orlando. ICE said 247 of the people arrested "
        "had criminal convictions.",
    ),
    "bend-early": (
        "2025-06-05",
        "ICE arrested more than 260 people in the first three days of Operation River Bend, which "
        "began on Monday, June 2, the agency said on Wednesday. The arrests were made in Tampa, "
        "Miami and other cities of Florida.",
    ),
    # another sweep of the same month in the same state
    "pine-release": (
        "2025-06-21",
        "ICE arrested 187 people in Operation Tall Pine, a sweep of Florida work sites that ended "
        "on Thursday, June 19, the agency said. The arrests came to 74 in Tampa, 95 in Miami and "
        "18 in Ocala.",
    ),
    "pine-radio": (
        "2025-06-22",
        "In the sweep called Operation Tall Pine, 187 people were arrested at work sites in "
        "Florida, ICE said, among them 74 in Tampa and 95 in Miami. It ended on Thursday, June 19.",
    ),
    # two notes on a year's totals
    "year-brief": (
        "2024-12-12",
        "ICE made 118,640 arrests in fiscal year 2024, the agency said, after 172,330 in fiscal "
        "2023. Of those arrested, 72.4 percent had criminal convictions and 14.5 percent had "
        "pending charges.",
    ),
    "year-blog": (
        "2025-01-20",
        "According to ICE, it made 118,640 arrests in fiscal 2024, down from 172,330 the year "
        "before. Of the people arrested, 72% had criminal convictions. Another 19% had pending "
        "criminal charges.",
    ),
    # alone
    "count-note": (
        "2025-06-09",
        "ICE held 51,302 people in detention on June 1, the agency said, up from 48,674 on May 18.",
    ),
}
EVENTS = (
    {"bend-release", "bend-paper", "bend-early"},
    {"pine-release", "pine-radio"},
    {"year-brief", "year-blog"},
    {"count-note"},
)
LINKS = {
    ("conflict", "bend-paper", "16", "bend-release", "61"),
    ("label", "bend-paper", "83", "bend-release", "83"),
    ("same", "bend-paper", "412", "bend-release", "412"),
    ("same", "bend-paper", "247", "bend-release", "247"),
    ("update", "bend-paper", "412", "bend-early", "260"),
    ("update", "bend-release", "412", "bend-early", "260"),
    ("same", "pine-radio", "187", "pine-release", "187"),
    ("same", "year-blog", "118,640", "year-brief", "118,640"),
    ("same", "year-blog", "72%", "year-brief", "72.4 percent"),
    ("conflict", "year-blog", "19%", "year-brief", "14.5 percent"),
}


def reports(*names: str) -> list[Report]:
    """The stories checked, all or those named."""
    return [
        check(text, published=published, name=name)
        for name, (published, text) in STORIES.items()
        if not names or name in names
    ]
