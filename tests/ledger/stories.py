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
    # one raid, told with a revised count and by someone who gives no date
    "plant-wire": (
        "2023-05-03",
        "LINCOLN, Neb. — Immigration agents raided five packing plants in Nebraska on Wednesday "
        "and arrested 460 people, federal officials said. About 400 agents went to the plants.",
    ),
    "plant-paper": (
        "2023-05-05",
        "Two days after agents swept through Nebraska packing plants, the agency gave a revised "
        "count: it took 458 people into custody there on Wednesday, ICE said Friday.",
    ),
    "plant-blog": (
        "2023-05-08",
        "Last Wednesday, ICE arrested 460 workers at packing plants in Nebraska, its largest raid "
        "of the year. Some 400 agents took part.",
    ),
    # a running total without an end, in three reports; the name in apposition
    "quarry-1": (
        "2024-02-09",
        "DENVER — Federal agents have arrested almost 240 people in the Denver area since an "
        "immigration operation began there on Jan. 29, the Department of Homeland Security said "
        "Friday. The operation is called Granite Quarry.",
    ),
    "quarry-2": (
        "2024-02-16",
        "More than 400 immigrants have been arrested since Operation Granite Quarry started on "
        "Jan. 29, the Department of Homeland Security said Friday.",
    ),
    "quarry-3": (
        "2024-02-28",
        "Homeland Security said Wednesday that its Denver operation, Granite Quarry, had led to "
        "more than 700 arrests since it started on Jan. 29.",
    ),
    # one group taken for another; the city in one report, the state in the other
    "gulf-release": (
        "2022-10-31",
        "HOUSTON — A five-day operation in the Houston area that ended Friday led to 86 arrests, "
        "ICE said Monday. Of those arrested, 29 had been deported before. Men made up 78 of the "
        "arrests. Of the 86, 64 were from Mexico.",
    ),
    "gulf-radio": (
        "2022-11-02",
        "Immigration officers arrested 86 people during a sweep in southeast Texas last week, ICE "
        "said. Of them, 29 had returned after deportation. Sixty-four were from Honduras. "
        "Seventy-eight were men.",
    ),
    # small counts of a year
    "custody-note": (
        "2022-10-18",
        "Nine people died in the custody of Immigration and Customs Enforcement in fiscal year "
        "2022, which ended Sept. 30, the agency said. That is up from five in fiscal 2021. Four of "
        "the deaths were in Arizona.",
    ),
    "custody-news": (
        "2022-10-22",
        "Nine people died in ICE detention in fiscal 2022, compared with 5 the year before, "
        "according to the agency's notices. Six of the deaths were in Arizona.",
    ),
    # a name that comes back: the sweep of another year
    "bend-2023": (
        "2023-08-14",
        "ICE arrested 388 people in Operation River Bend, a six-day sweep that ended on Saturday, "
        "Aug. 12, 2023, the agency said. Of those arrested, 201 had criminal convictions.",
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
    {"plant-wire", "plant-paper", "plant-blog"},
    {"quarry-1", "quarry-2", "quarry-3"},
    {"gulf-release", "gulf-radio"},
    {"custody-note", "custody-news"},
    {"bend-2023"},
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
    ("conflict", "plant-paper", "458", "plant-wire", "460"),
    ("conflict", "plant-blog", "460", "plant-paper", "458"),
    ("same", "plant-blog", "460", "plant-wire", "460"),
    ("update", "quarry-2", "400", "quarry-1", "240"),
    ("update", "quarry-3", "700", "quarry-2", "400"),
    ("update", "quarry-3", "700", "quarry-1", "240"),
    ("label", "gulf-radio", "Sixty-four", "gulf-release", "64"),
    ("same", "gulf-radio", "29", "gulf-release", "29"),
    ("conflict", "custody-news", "Six", "custody-note", "Four"),
}


def reports(*names: str) -> list[Report]:
    """The stories checked, all or those named."""
    return [
        check(text, published=published, name=name)
        for name, (published, text) in STORIES.items()
        if not names or name in names
    ]
