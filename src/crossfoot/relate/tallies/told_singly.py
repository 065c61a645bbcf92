"""Items told one after another: ``One truck … Another … The third``, ``First, … Second, …``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from crossfoot.figures.lazy import lazy
from crossfoot.figures.lexicon import IN_TURN
from crossfoot.figures.skeleton import SIGNS, Reading, Skeleton
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate.tallies.announced import TIMES, announced, tally
from crossfoot.relate.tallies.items import Items
from crossfoot.relate.wording.phrases import phrase, singular
from crossfoot.relate.wording.rows import head

_NTH = "|".join(IN_TURN)
REACH = 2  # sentences back in which the number stands
LONGEST = 14  # sentences that tell of the items
AFTER = 600  # characters after the last of several in which one more would be told
SLACK = 2  # items announced that a text may have been cut short of

# how the first of several is opened: "One man", "The first", "The older brother"
_OPENS = ("One ", "The first ", "First, ", "First: ", "The older ", "The elder ", "In one ",
          "In the first ", "The former ")  # fmt: skip
# "Police said one man"
_SAID_ONE = lazy(
    r"(?:Police|Authorities|Officers|Prosecutors|Investigators|Witnesses|Officials|He|She|They)\s"
    r"(?:say|says|said)\s(?:that\s)?(?=one\s|the\sfirst\s)"
)
# words that stand where a noun would if the item had one: "the other drove", "one in Reno"
_BARE = (
    r"was|were|is|are|has|had|did|does|can|could|will|would|may|might|said|told|went|ran|came|took"
    r"|got|held|made|drove|died|fled|left|lost|fell|hit|shot|stood|sat|lay|kept|sold|bought|brought"
    r"|found|gave|led|met|paid|put|saw|sent|set|spent|wrote|began|became|broke|built|caught|cut"
    r"|fought|flew|hid|hurt|rose|stole|struck|threw|wore|won|[a-z]+ed|in|from|at|on|for|with|to|near"
    r"|by|who|which|just|also|later|allegedly|of them|of whom|of these|of those|of the"
)
# "another man", "the third", "a second truck", "the other", where a clause begins
_STEP = lazy(
    r"(?:^|[.!?;:,\"']\s+|\n|\b(?:and|while|but|whereas|or)\s|\s-\s|--)(?:in\s|at\s|on\s)?"
    r"(?P<word>one|the\sothers?|the\srest|the\sremaining|others|another"
    rf"|(?:a|the)\s(?:{_NTH}|last|final))\b(?:\s(?:and|or)\s(?:last|final))?"
    rf"(?P<tail>,|\s(?:of\sthe\s[a-z]+s\b|(?:{_BARE})\b|[a-z-]+))?"
)
_REST = ("the others", "the rest", "the remaining", "others")
_MORE = frozenset("two three four five six seven eight nine ten".split())
# "one in Reno and the other in Elko" in the sentence of the number
_WITHIN = lazy(r"(?:,|:|\s-|--|\()\s?(?P<one>one)\b")
_ITS_NOUN = lazy(r"(?:\s[a-z-]+){1,5}(?:,|:|\s-|--|\s\()\s?")
# "three of the huts stand in Oslo, one in Kiel and the other in Riga": that is five
_PLACED = lazy(r"\s(?P<at>in|at|from|on|near|to)\s(?:the\s)?[A-Z][^,;:]*,\s$")
_ADVERB = lazy(rf"(?:^|[.;:]\s+(?:and\s)?|\n)(?P<word>{_NTH}|finally|lastly|last),\s")
# what is reasoned about point by point
POINTS = frozenset(
    "reason finding recommendation goal step question problem point demand change condition "
    "priority principle issue concern measure proposal aim objective rule factor argument "
    "requirement violation failure lesson suggestion allegation claim way thing option alternative"
    " challenge task fact need component part provision opportunity front element aspect purpose"
    " consideration remedy".split()
)
# words for what happened, one of which may stand for another
EVENTS = frozenset(
    "action seizure incident event stop attempt encounter interception bust case enforcement"
    " interdiction load smuggling shipment arrest apprehension raid operation sweep search find"
    " discovery robbery burglary theft break-in heist holdup carjacking shooting attack assault"
    " stabbing killing slaying crime offense crash collision accident wreck fire explosion rescue"
    " confrontation episode occurrence instance occasion transaction sale purchase buy"
    " delivery".split()
)
_CHARGES = ("count", "charge")
_OPENING = lazy(
    rf"(?:in\s)?(?:one|the\s(?:{_NTH}|older|elder|former))"
    rf"(?P<tail>,|\s(?:of\sthe\s[a-z]+s\b|(?:{_BARE})\b|[a-z-]+))?"
)
_ONE_MORE = lazy(
    rf"\b(?:{_NTH}|finally|lastly|last|final|another|additional|other|others|also|moreover|furthermore"
    r"|besides|in addition|then|next|later|subsequently|two|three|remaining|rest)\b"
)
# "On Friday agents found", "At Nogales,"
_ELSEWHERE = lazy(
    r"\W*(?:on\s(?=[\ue000-\uf8ff])|(?:on|in|at|near)\s[^.;]{0,60},\s|[\ue000-\uf8ff],)"
)
_OF_THE = lazy(r"\sof\sthe\s(?P<noun>[a-z]+)$")
_VERB = lazy(rf"(?:{_BARE})$")


@dataclass(frozen=True, slots=True)
class _Chain:
    """The words that open each item, and whether the last says that no other follows."""

    spans: tuple[Span, ...]
    closed: bool
    ordered: bool
    doubled: bool = False  # "Another … On the other …" of two: one of them is of something else


def told_singly(reading: Reading) -> Iterator[Relation]:
    """Numbers whose items are then taken one at a time."""
    text = reading.document.text
    if not announced(reading) or not any(w in text for w in ("other", "econd")):
        return
    for index, sentence in enumerate(reading.document.sentences):
        if not index:
            continue
        said = _SAID_ONE.match(text, sentence.start, sentence.end)
        if said or text.startswith(_OPENS, sentence.start):
            start = said.end() if said else sentence.start
            yield from _over_sentences(reading, index, start)
    for index, figures in announced(reading):
        yield from _within(reading, reading.sentences[index], figures)


def _over_sentences(reading: Reading, index: int, start: int) -> Iterator[Relation]:
    """``two men. One … The other …``; ``three reasons. First, … Second, …``."""
    sentences = reading.document.sentences
    last = min(index + LONGEST, len(sentences)) - 1
    body = reading.text[start : sentences[last].end]
    points = body.startswith(("first,", "first:"))
    noun = None if points else _noun(body)
    found = _nearest(reading, index, noun)
    if found is None:
        return
    figure, counted = found
    chain = _adverbs(start, body) if points else _chain(start, body, counted)
    if chain and chain.ordered and _one_more(reading, chain, int(figure.value or 0)):
        return
    missing = int(figure.value or 0) - len(chain.spans) if chain else 0
    if chain and (chain.closed or missing <= (SLACK if chain.ordered else 0)):
        # one that is left open may be taken up again further on
        whole = (
            chain.closed or missing <= 0 or (not figure.hedge and _is_over(reading, chain, counted))
        )
        sure = whole and not chain.doubled
        sure = sure and (not points or counted in POINTS)
        yield from tally(reading, [figure], Items.exactly(chain.spans), chain.spans[0], sure=sure)


def _one_more(reading: Reading, chain: _Chain, told: int) -> bool:
    """Whether one is told that is none of those counted: ``two men … A third man got away``."""
    beyond = chain.spans[told : told + 1]
    return bool(beyond) and reading.text.startswith("a ", beyond[0].start)


def _within(
    reading: Reading, skeleton: Skeleton, figures: tuple[Figure, ...]
) -> Iterator[Relation]:
    """``two men, one in Reno and the other in Elko``."""
    ends = "other" in skeleton.text or SIGNS["rank"] in skeleton.text
    if not ends or not any(f.value == 1 for f in skeleton.figures):
        return
    body = reading.text[skeleton.start : skeleton.end]
    for match in _WITHIN.finditer(body):
        at = match.start("one")
        before = [f for f in figures if f.end <= skeleton.start + at]
        if len(before) > 1 and _ITS_NOUN.fullmatch(body, before[-1].end - skeleton.start, at):
            before = before[-1:]  # "23 suspects in two gangs, one in …": the nearest
        counted = head(skeleton, before[0]) if len(before) == 1 else None
        if counted is None or counted in TIMES or counted in _CHARGES:
            continue  # "three counts of theft, one count of burglary and one count of arson"
        chain = _chain(skeleton.start + at, body[at:], counted)
        if chain and (chain.closed or _and_before(reading, chain.spans[-1])):
            among = _PLACED.search(reading.document.text, before[0].end, chain.spans[0].start)
            sure = among is None or not body[at:].startswith(f"one {among['at']} ")
            items = Items.exactly(chain.spans)
            yield from tally(reading, before, items, chain.spans[0], sure=sure)


def _is_over(reading: Reading, chain: _Chain, noun: str) -> bool:
    """Whether points or events are told in turn, and no "third", "finally" or "then" follows.

    Of persons and things one may be told without a word of its turn.
    """
    last = chain.spans[-1]
    following = IN_TURN[min(len(chain.spans), len(IN_TURN) - 1)]
    if (
        not chain.ordered
        or noun not in POINTS | EVENTS
        or reading.text.find(following, last.end) >= 0
    ):
        return False
    return is_over(reading, last)


def is_over(reading: Reading, last: Span) -> bool:
    """Whether nothing that follows the *last* of several events or points can be one more.

    What a day or a place opens can: ``On Friday, agents found 12 pounds``.
    """
    until = last.end + AFTER
    if _ONE_MORE.search(reading.text, last.end, until):
        return False
    first = bisect_right(reading.document.sentences, last.start, key=lambda s: s.start)
    later = takewhile(lambda skeleton: skeleton.start < until, reading.sentences[first:])
    return not any(_ELSEWHERE.match(skeleton.text) for skeleton in later)


def _and_before(reading: Reading, span: Span) -> bool:
    return reading.document.text[max(0, span.start - 8) : span.start].split()[-1:] in (
        ["and"],
        ["while"],
    )


def _noun(body: str) -> str | None:
    """What "One man" or "The first of the trucks" says is told one by one."""
    match = _OPENING.match(body)
    tail = match["tail"] if match else None
    if not tail or tail == ",":
        return None
    if whole := _OF_THE.match(tail):
        return singular(whole["noun"])
    return None if _VERB.match(tail.strip()) else tail.strip()


def _nearest(reading: Reading, index: int, noun: str | None) -> tuple[Figure, str] | None:
    """The number right before that counts *noun*; without one, the only number there is."""
    for at in range(index - 1, max(-1, index - REACH - 1), -1):
        skeleton = reading.sentences[at]
        counts = [f for f in skeleton.figures if f.kind in ("count", "number")]
        if noun:
            named = [f for f in counts if noun in _heads(skeleton, f)]
            if named:
                return named[-1], noun
        elif counts:
            counted = head(skeleton, counts[0]) if len(counts) == 1 else None
            if counted is None or counted in TIMES:
                return None
            return counts[0], counted
    return None


def _heads(skeleton: Skeleton, figure: Figure) -> set[str | None]:
    return {head(skeleton, figure), *map(singular, phrase(skeleton, figure))}


def _adverbs(start: int, body: str) -> _Chain | None:
    """``First, … Second, … Finally, …``."""
    spans: list[Span] = []
    closed = False
    for match in _ADVERB.finditer(body):
        word = match["word"]
        closed = word not in IN_TURN
        if not closed and word != IN_TURN[min(len(spans), len(IN_TURN) - 1)]:
            return None
        spans.append(Span(start + match.start("word"), start + match.end("word")))
        if closed:
            break
    return _Chain(tuple(spans), closed, len(spans) > 2) if len(spans) > 1 else None


def _chain(start: int, body: str, noun: str) -> _Chain | None:
    """The items from "one" to the last; None where some are left to a word for all the rest."""
    first = _OPENING.match(body)
    if first is None:
        return None
    spans = [Span(start, start + first.end())]
    ordered = body.startswith("the first")
    closed = False
    said: set[str] = set()
    for match in _STEP.finditer(body, first.end()):
        word, tail = match["word"], (match["tail"] or "").strip()
        nth = IN_TURN.index(word.split()[-1]) if word.split()[-1] in IN_TURN else None
        if word in _REST or tail in _MORE:
            return None
        if nth is not None and nth > len(spans) and _is_item(tail, noun):
            return None  # one between was told without a word of its turn
        out_of_turn = nth is not None and nth != len(spans)
        again = nth is None and (closed or (word == "one" and ordered))
        if out_of_turn or again or not _is_item(tail, noun):
            continue
        spans.append(Span(start + match.start("word"), start + match.end("word")))
        said.add(word)
        closed = word in ("the other", "the last", "the final") or (
            nth is not None and not ordered and word.startswith("the ")
        )
    if len(spans) < 2 or (not closed and _goes_on(body, len(spans), spans[-1].end - start)):
        return None
    return _Chain(tuple(spans), closed, ordered, doubled="another" in said and "the other" in said)


def _goes_on(body: str, told: int, after: int) -> bool:
    """Whether one more is spoken of: "no date is set for the third"."""
    following = IN_TURN[min(told, len(IN_TURN) - 1)]
    return any(body.find(f" {article} {following}", after) >= 0 for article in ("a", "the"))


def _is_item(tail: str, noun: str) -> bool:
    """Whether the words after "the other" leave the item to be told: no "the other side"."""
    bare = not tail or tail == "," or tail.startswith("of ")
    event = noun in EVENTS and tail in EVENTS  # "two incidents … The second seizure"
    return bare or event or tail == noun or _VERB.match(tail) is not None
