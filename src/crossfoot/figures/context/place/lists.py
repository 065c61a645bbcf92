"""Places listed side by side: a list of counties, of states, or of places of one state."""

from __future__ import annotations

from crossfoot.figures.context.attach import Mention
from crossfoot.figures.context.place.gazetteer import Where
from crossfoot.figures.context.place.names import PlaceNames
from crossfoot.figures.context.words import Words


def as_counties(names: PlaceNames, found: list[Mention[Where]], end: int) -> list[Mention[Where]]:
    """``Orange (22) and Riverside (19) counties``: a list of counties, not of cities."""
    lower, stop = names.words.lower, end
    if "counties" not in lower[found[-1].end : end]:
        return found
    out = list(found)
    for k in range(len(found) - 1, -1, -1):
        mention = found[k]
        gap = lower[mention.end : stop]
        gap = gap[: gap.index("counties")] if "counties" in gap else gap
        name = names.slice(mention.start, mention.end) + " County"
        listed = all(not word.isalpha() or word == "and" for word in gap)
        if not listed or name not in names.table.counties:
            break
        full = names.settle(name, names.table.counties[name], marked=False)
        out[k], stop = mention._replace(meaning=Where(full, "county")), mention.start
    return out


def merged(names: PlaceNames, found: list[Mention[Where]]) -> list[Mention[Where]]:
    """Places listed side by side: their state if they share one, else none of them."""
    out: list[Mention[Where]] = []
    for run in _runs(names.words, found):
        states = {m.meaning.name.rpartition(", ")[2] for m in run}
        if len(run) == 1:
            out.append(run[0])
        elif len(states) == 1 and (state := states.pop()) in names.table.states:
            out.append(Mention(run[0].start, run[-1].end, Where(state, "state")))
    return out


def _runs(words: Words, found: list[Mention[Where]]) -> list[list[Mention[Where]]]:
    """Places with nothing but commas and "and" between them."""
    runs: list[list[Mention[Where]]] = []
    for mention in found:
        gap = words.lower[runs[-1][-1].end : mention.start] if runs else ["."]
        if gap and all(word in (",", "and", "or", "the") for word in gap):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def leveled(names: PlaceNames, mention: Mention[Where]) -> Mention[Where]:
    """New York among states is the state."""
    name = names.slice(mention.start, mention.end)
    if name in names.table.states and mention.meaning.kind == "city":
        return Mention(mention.start, mention.end, Where(names.table.states[name], "state"))
    return mention
