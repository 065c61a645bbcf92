"""Restatements: one quantity said twice, in the title and the lede, in words and in digits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from crossfoot.figures.lazy import lazy
from crossfoot.figures.skeleton import Reading, kept
from crossfoot.model import Figure, Relation, Span
from crossfoot.relate._drawn import tables_of
from crossfoot.relate.statements.age_ranges import age_ranges
from crossfoot.relate.statements.agreement import agree, all_agree, is_far_beyond
from crossfoot.relate.statements.beside import beside, in_days, in_units, told_in_years
from crossfoot.relate.statements.changes import told_changes
from crossfoot.relate.statements.companions import hedged_companions
from crossfoot.relate.statements.dates_again import dates_again
from crossfoot.relate.statements.field import LEAD, Field
from crossfoot.relate.statements.figure_of import figures_of
from crossfoot.relate.statements.headed import headed
from crossfoot.relate.statements.hedged import hedged_in_all
from crossfoot.relate.statements.indicted import indicted
from crossfoot.relate.statements.lasting import lasting
from crossfoot.relate.statements.lengths import are_one_length
from crossfoot.relate.statements.odd import disagreeing
from crossfoot.relate.statements.ordinals import ordinals
from crossfoot.relate.statements.retold import told_the_same
from crossfoot.relate.statements.said_again import said_again
from crossfoot.relate.statements.same import Story, may_agree, of_one_event, of_two_sorts
from crossfoot.relate.statements.sections import sections
from crossfoot.relate.statements.shown import whereabouts, wording
from crossfoot.relate.statements.since_again import since_again
from crossfoot.relate.statements.statement import Statement, statements
from crossfoot.relate.statements.stood_for import stood_for
from crossfoot.relate.statements.swapped import swapped_above
from crossfoot.relate.statements.terms import terms
from crossfoot.relate.statements.tolls import tolls
from crossfoot.relate.statements.weighed import weighed
from crossfoot.relate.statements.worded_alike import worded_alike
from crossfoot.relate.statements.years_again import years_again
from crossfoot.relate.tallies.ages import ages
from crossfoot.relate.wording.phrases import relation

_HEDGED = lazy(r"\b(?:over|nearly|almost|about|than|under|least|most|up to)\s$")
_HEDGE = 32  # characters before a figure in which its hedge stands
_CELL = 2  # digits that a number of a table shares with many another
_BACK = 4  # of earlier figures with the same noun or value, so many are looked at
_Ratio = tuple[int, int]
_Told = tuple[Statement, int, _Ratio | None, _Ratio | None]  # its sentence, terms and last place


def relate(reading: Reading) -> Iterator[Relation]:
    """Every restatement that the wording asserts."""
    yield from beside(reading)
    yield from ages(reading)
    yield from age_ranges(reading)
    yield from ordinals(reading)
    yield from lasting(reading)
    yield from years_again(reading)
    yield from since_again(reading)
    yield from tolls(reading)
    yield from figures_of(reading)
    field = field_of(reading)
    story, agreed = field.story, field.agreed
    yield from dates_again(reading, field)
    odd = list(disagreeing(field))
    yield from _in_other_units(reading, field)
    yield from _as_long(reading, field)
    yield from terms(reading)
    changes = told_changes(reading, story.statements, _ids(odd), _ids(agreed))
    again = (*said_again(field), *told_the_same(field))
    for members in (*agreed, *odd, *again, *changes):
        sure = _heads_the_story(field, members)
        yield _restatement(reading, members, sure=sure, unlike=_are_far_apart(members))
    told = _ids((*agreed, *odd, *again))
    for members in _of_sections(reading, story):
        if not told & _ids([members[:1]]):
            told |= _ids([members])
            yield _restatement(reading, members)
    told = _ids(odd)
    above = (*worded_alike(field), *swapped_above(field), *hedged_companions(field))
    for members in (*above, *hedged_in_all(field), *stood_for(field), *indicted(field)):
        if not told & _ids([members]):
            told |= _ids([members])
            yield _restatement(reading, members, sure=True, unlike=True)
    for members in headed(field, told | _ids(agreed)):
        yield _restatement(reading, members)


def weigh(reading: Reading, told: Sequence[Relation]) -> Iterator[Relation]:
    """Restatements by all that is known of two numbers, what the relations *told* say among it."""
    alleged = {f.id for r in told if r.kind == "restatement" and _differ(r) for f in _figures(r)}
    for pair in weighed(field_of(reading), told, alleged):
        yield _restatement(reading, pair, sure=True, unlike=True)


def _differ(relation: Relation) -> bool:
    """Whether a number of a restatement is not the first."""
    first, *rest = _figures(relation)
    return not all(agree(first, figure) for figure in rest)


def _figures(relation: Relation) -> Sequence[Figure]:
    return relation.figures("figures")


@kept
def field_of(reading: Reading) -> Field:
    """What a text states of its figures, with the statements that agree."""
    story = Story(_outside_tables(reading), reading.text)
    return Field(story, list(_agreeing(story)))


def _outside_tables(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a text but for small counts in cells: too many are alike."""
    told = statements(reading)
    cells = {cell.start for table in tables_of(reading) for cell in table.cells}
    if not cells:
        return told
    return tuple(
        s
        for s in told
        if s.figure.start not in cells or s.group != "count" or s.significant > _CELL
    )


def _in_other_units(reading: Reading, field: Field) -> Iterator[Relation]:
    """A term of the headline in years, and in the first paragraph in months."""
    titles, ledes = (field.by_zone.get(("length", z), ())[:LEAD] for z in ("title", "lede"))
    for one in titles:
        of_unit = [s.figure for s in ledes if s.figure.unit == one.figure.unit]
        again = any(agree(figure, one.figure) for figure in of_unit)
        for other in ledes:
            options = in_units(one.figure, other.figure)
            if not options or one.head != other.head or not one.head or not field.only_one(one):
                continue
            if told_in_years(one.figure, other.figure):
                break  # the headline leaves the months out
            # "a 10-day operation, part of the two-week surge" of the headline
            before = again or bool(other.when[3] - one.when[3])  # "sentenced in 2010 to"
            exact = {"exact": "1"} if _plain(one) and not before else {}
            if exact or _near(one, other, Fraction(options["factor"])):
                spans = [wording(s) for s in (one, other)]
                yield relation(
                    "restatement", reading, spans, {**options, **exact},
                    figures=[one.figure, other.figure],
                )  # fmt: skip
                break


def _as_long(reading: Reading, field: Field) -> Iterator[Relation]:
    """A length of the headline that the text tells in another unit: "a decade", "ten years"."""
    lengths = field.by_group.get("length", ())
    titles = [s for s in lengths if s.zone == "title"]
    below: dict[Fraction, list[Statement]] = defaultdict(list)
    for other in lengths if titles else ():
        days = in_days(other.figure)
        if other.zone != "title" and days is not None:
            below[days].append(other)
    for one in titles:
        days = in_days(one.figure)
        for other in below.get(days, ()) if days is not None else ():
            options = in_units(one.figure, other.figure)
            if options and are_one_length(one, other):
                spans = [wording(s) for s in (one, other)]
                figures = [one.figure, other.figure]
                yield relation("restatement", reading, spans, options, figures=figures)
                break


def _of_sections(reading: Reading, story: Story) -> Iterator[Sequence[Statement]]:
    """What the heading of a section says, with what stands below it; the heading first."""
    placed = {s.figure.id: s for s in story.statements}
    for told in sections(reading, story.statements):
        section = Story(told, story.text)
        agreed = list(_agreeing(section))
        for members in (*agreed, *disagreeing(Field(section, agreed))):
            if members[0].zone == "title":
                yield [placed[s.figure.id] for s in members]


def _near(one: Statement, other: Statement, factor: Fraction) -> bool:
    """Whether "over 24 years" are as many as so many months, within half a year."""
    a, b = one.figure.value, other.figure.value
    return a is not None and b is not None and abs(a * factor - b) <= factor / 2


def _plain(statement: Statement) -> bool:
    """Whether no word before the figure makes it "over" or "nearly" so long."""
    text, sign = statement.skeleton.text, statement.skeleton.sign_of(statement.figure)
    return statement.figure.hedge is None and not _HEDGED.search(text, 0, sign)


def _ids(groups: Iterable[Sequence[Statement]]) -> set[str]:
    return {s.figure.id for members in groups for s in members}


def _heads_the_story(field: Field, members: Sequence[Statement]) -> bool:
    """Whether headline and first paragraph give these and no other number of their kind."""
    zones = [s.zone for s in members]
    return zones == ["title", "lede"] and all(map(field.only_one, members))


def _as_said(text: str, statement: Statement, words: Span) -> str:
    """The *words* of a statement as they stand, with the hedge right before its figure."""
    said, hedge = " ".join(text[words.start : words.end].split()), statement.figure.hedge
    before = " ".join(text[max(0, words.start - _HEDGE) : words.start].split())
    if hedge is None or words.start != statement.figure.start or not before.lower().endswith(hedge):
        return said
    return f"{before[-len(hedge) :]} {said}"


def _are_far_apart(members: Sequence[Statement]) -> bool:
    """Whether one of two is called "more than" a number that the other is far above."""
    return len(members) == 2 and is_far_beyond(members[0].figure, members[1].figure)


def _restatement(
    reading: Reading, members: Sequence[Statement], *, sure: bool = False, unlike: bool = False
) -> Relation:
    """The relation of *members*; of *unlike* ones any two numbers differ, whatever they allow."""
    spans = [wording(s) for s in members]
    said = [_as_said(reading.document.text, m, s) for m, s in zip(members, spans, strict=True)]
    options = {
        "first": whereabouts(members[0], reading), "first_words": said[0],
        "second": whereabouts(members[1], reading), "second_words": said[1],
    }  # fmt: skip
    if len({s.figure.kind == "fraction" for s in members if s.group == "share"}) > 1:
        options["scale"] = "100"
    if sure:
        options["sure"] = "1"
    if unlike:
        options["alike"] = "1"
    return relation("restatement", reading, spans, options, figures=[s.figure for s in members])


def _agreeing(story: Story) -> Iterator[list[Statement]]:
    """Groups of statements whose values agree, each with each, and whose wording ties them."""
    group_of: dict[str, list[Statement]] = {}
    for one, other in _candidates(story):
        if one.figure.id in group_of and group_of[one.figure.id] is group_of.get(other.figure.id):
            continue
        if agree(one.figure, other.figure) and may_agree(story, one, other):
            first = group_of.setdefault(one.figure.id, [one])
            second = group_of.setdefault(other.figure.id, [other])
            if first is not second and all_agree(first, second) and not of_two_sorts(first, second):
                first.extend(second)
                group_of.update((member.figure.id, first) for member in second)
    seen: set[int] = set()
    for members in group_of.values():
        if len(members) > 1 and id(members) not in seen:
            seen.add(id(members))
            yield sorted(members, key=lambda s: s.order)


def _candidates(story: Story) -> Iterator[tuple[Statement, Statement]]:
    """Pairs worth comparing; their number grows as the text does."""
    lead: dict[str, list[_Told]] = defaultdict(list)
    by_noun: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    by_value: dict[tuple[str, _Ratio | None], list[_Told]] = defaultdict(list)
    leads = 0
    for other in story.statements:
        group = other.group
        told = (other, other.figure.sentence, other.terms, other.written)
        if group == "date":
            apart = _elsewhere(lead[group], told) if other.head or other.verb else ()
            near: Iterable[Statement] = [one for one in apart if of_one_event(one, other)]
        else:
            same_noun, same_value = by_noun[group, other.head], by_value[group, other.terms]
            near = _may_be_alike((*lead[group], *same_noun[-_BACK:], *same_value[-_BACK:]), told)
            same_noun.append(told)
            same_value.append(told)
        for one in near:
            yield one, other
        if other.zone != "body" and leads < LEAD:
            lead[group].append(told)
            leads += 1


def _elsewhere(earlier: Iterable[_Told], other: _Told) -> list[Statement]:
    """Those of another sentence."""
    return [one for one, sentence, _, _ in earlier if sentence != other[1]]


def _may_be_alike(earlier: Iterable[_Told], other: _Told) -> Iterable[Statement]:
    """Those that are the same number, or not written alike: all that most pairs are asked."""
    _, here, terms, written = other
    found = [
        one
        for one, sentence, its_terms, its_step in earlier
        if sentence != here and (its_terms == terms or its_step is None or its_step != written)
    ]
    return dict.fromkeys(found) if len(found) > 1 else found
