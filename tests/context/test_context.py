"""Population, place, period and source of figures, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import crossfoot
from crossfoot.model import Figure
from tests.growth import grows_at_most


def figures(text: str, published: str = "2025-08-01") -> list[Figure]:
    found = crossfoot.check(text, published=published).figures
    return [f for f in found if f.kind not in ("date", "identifier", "duration", "rank")]


def span(figure: Figure) -> tuple[date | None, date | None] | None:
    return (figure.period.start, figure.period.end) if figure.period else None


def day(month: int, number: int, year: int = 2025) -> date:
    return date(year, month, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents arrested 40 people; 12 of them had prior convictions.", ["criminality:convicted"]),
        ("Agents arrested 40 people. The other 28 had no record.", ["criminality:none"]),
        ("They arrested 40 people. Of those, 9 had pending charges.", ["criminality:pending"]),
        ("ICE arrested 40 people and 7 Hondurans.", ["citizenship:Honduras"]),
        ("It removed 40 people, among them 7 from Haiti.", ["citizenship:Haiti"]),
        ("ICE made 40 arrests, 6 of people without any conviction.", ["criminality:none"]),
        (
            "Agents made 40 arrests; 9 of them were convicted or had been deported before.",
            ["criminality:convicted | status:previously deported"],
        ),
    ],
)
def test_population_of_the_last_figure(text: str, expected: list[str]) -> None:
    assert list(figures(text)[-1].population) == expected


def test_a_part_of_a_part_narrows_further() -> None:
    text = "Of 90 arrests, 30 were of convicted criminals, and 4 of those were gang members."
    assert figures(text)[-1].population == ("criminality:convicted", "gang:member")


def test_a_percent_that_repeats_a_count_shares_its_people() -> None:
    count, share = figures("Officers said 20 people, or 40 percent, had pending charges.")
    assert count.population == share.population == ("criminality:pending",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Agents made 12 arrests in Denver and 9 in Chicago.",
            ["Denver, Colorado", "Chicago, Illinois"],
        ),
        ("By city: Denver (12), Seattle (9).", ["Denver, Colorado", "Seattle, Washington"]),
        ("There were 12 arrests in Portland, Maine.", ["Portland, Maine"]),
        ("There were 12 arrests in Springfield.", ["Springfield"]),
        ("ICE made 12 arrests in Lumpkin, Georgia.", ["Lumpkin, Georgia"]),
        ("ICE arrested 12 people from Haiti.", [None]),
        ("Boston Mayor Ann Lee said ICE made 12 arrests.", [None]),
        ("BOSTON — ICE made 12 arrests statewide.", ["Massachusetts"]),
        ("Agents arrested 12 people across Cook County, Illinois.", ["Cook County, Illinois"]),
        ("There were 12 arrests nationwide.", ["United States"]),
    ],
)
def test_place(text: str, expected: list[str | None]) -> None:
    assert [f.place for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE made 9 arrests on July 4.", (day(7, 4), day(7, 4))),
        ("ICE made 9 arrests in fiscal 2024.", (day(10, 1, 2023), day(9, 30, 2024))),
        ("ICE made 9 arrests since July 4.", (day(7, 4), None)),
        ("ICE made 9 arrests from July 4 through July 9.", (day(7, 4), day(7, 9))),
        (
            "ICE made 9 arrests over the fiscal year that closed on Sept. 30, 2024.",
            (day(10, 1, 2023), day(9, 30, 2024)),
        ),
        (
            "ICE made 9 arrests in a four-day sweep that ended July 9.",
            (day(7, 6), day(7, 9)),
        ),
        (
            "ICE made 9 arrests in July and 4 in the same month a year earlier.",
            (day(7, 1, 2024), day(7, 31, 2024)),
        ),
        ("The office announced Wednesday that it made 9 arrests.", None),
    ],
)
def test_period_of_the_last_figure(text: str, expected: object) -> None:
    assert span(figures(text)[-1]) == expected


def test_that_day_is_no_day_of_a_later_sentence() -> None:
    text = "Agents made 40 arrests that day.\n\nHe has lived here since 1998, he said on the porch."
    assert span(figures(text)[0]) is None


def test_a_list_for_the_same_days() -> None:
    text = (
        "ICE made 110 arrests on July 1, 220 on July 2 and 330 on July 3. "
        "It lodged detainers as well: 4, 5 and 6 for the same days."
    )
    assert [span(f) for f in figures(text)[3:]] == [(day(7, n), day(7, n)) for n in (1, 2, 3)]


def test_an_average_since_the_fiscal_year_began() -> None:
    (average,) = figures("On July 20 the average daily population was 50,000.")
    assert span(average) == (day(10, 1, 2024), day(7, 20))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE made 9 arrests, according to the Department of Homeland Security.", "DHS"),
        ("ICE said it made 9 arrests.", "ICE"),
        ("Figures obtained by NBC News show 9 arrests.", "NBC News"),
        ("Jane Roe, a spokeswoman for ICE, said there were 9 arrests.", "Jane Roe"),
        ("Jane Roe, a neighbor, said there were 9 arrests.", "a person"),
        ("ICE made 9 arrests.", None),
        ("Officers of the agency made 9 arrests, TRAC found.", "TRAC"),
        ("Sheriff Ann Lee said deputies made 9 arrests.", "Ann Lee"),
    ],
)
def test_source(text: str, expected: str | None) -> None:
    source = figures(text)[0].source
    assert (source.name if source else None) == expected


def test_a_source_is_carried_on_until_another_takes_over() -> None:
    text = "ICE said it made 9 arrests. Three were of women. DHS said 11 people were arrested."
    assert [f.source.name if f.source else None for f in figures(text)] == ["ICE", "ICE", "DHS"]


def test_a_number_said_again_is_the_same_observation() -> None:
    text = "ICE arrested 566 people without records in Denver on July 4. Of the 566, 12 were women."
    first, again, _ = figures(text)
    assert (again.measure, again.population, again.place) == (
        first.measure,
        first.population,
        first.place,
    )


def test_odd_texts_are_read_without_a_fault() -> None:
    for text in (
        "",
        "7",
        "of 7",
        "7 of",
        "(7",
        "7 —",
        "— 7",
        "since 7",
        "A 7 in B, 7",
        "“7”",
        "7 's",
    ):
        crossfoot.check(text)
        crossfoot.check(text, published="2025-08-01")


def test_the_first_weeks_of_the_year_and_the_same_span_before() -> None:
    text = (
        "Agents arrested 402 people in the first two months of the year, almost three times "
        "the 138 they arrested in the same period of 2024."
    )
    first, _, base = figures(text)
    assert span(first) == (day(1, 1), day(2, 28))
    assert span(base) == (day(1, 1, 2024), day(2, 28, 2024))


def test_a_national_total_in_a_local_story_has_no_local_place() -> None:
    text = (
        "ICE arrested 40 people in Denver on July 4.\n\n"
        "It deported 271,484 people in fiscal 2024.\n\nOf the 40, 12 were women."
    )
    local, national, *_, women = figures(text)
    assert (local.place, national.place, women.place) == (
        "Denver, Colorado",
        None,
        "Denver, Colorado",
    )


def test_an_institute_at_a_university_is_credited_itself() -> None:
    text = "The Vera Institute at Syracuse University reported 40 arrests."
    source = figures(text)[0].source
    assert source is not None
    assert source.name == "Vera Institute of Justice"


def test_a_source_line_below_a_table_vouches_for_it() -> None:
    text = "Arrests: 118\nRemovals: 19\n\nSource: ICE"
    assert [f.source.name if f.source else None for f in figures(text)] == ["ICE", "ICE"]


def test_reading_is_linear_in_the_text() -> None:
    from crossfoot.figures.context import add_context
    from crossfoot.figures.quantities import read_quantities
    from crossfoot.packs import load_pack
    from crossfoot.read import read_text

    paragraph = (
        "The agency said 12 people were arrested in Springfield on July 3, 5 of them men.\n\n"
    )

    def context(times: int) -> Callable[[], object]:
        document = read_text(paragraph * times)
        found = read_quantities(document)
        return lambda: add_context(document, found, load_pack())

    assert grows_at_most(12, context(400), context(1600))
