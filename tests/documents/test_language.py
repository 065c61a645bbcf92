"""A text that is not English is said to be unread."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.read import html

FOREIGN = {
    "Spanish": "La agencia dijo que los agentes detuvieron a 210 personas en tres ciudades de la "
    "región y que 147 de ellas, según los datos, fueron condenadas por un delito en los últimos "
    "años.",
    "French": "Les agents ont arrêté 210 personnes dans trois villes de la région, selon l'agence, "
    "et 147 personnes avaient été condamnées pour un délit dans les dix ans qui ont précédé.",
    "German": "Die Behörde teilte mit, dass bei dem Einsatz in drei Städten 210 Menschen "
    "festgenommen wurden und dass 147 von ihnen in den Jahren zuvor verurteilt worden waren, "
    "nicht aber die anderen, die auf der Liste des Amtes standen.",
    "a language in another script": "Агентство сообщило, что в трёх городах были задержаны 210 "
    "человек, и 147 из них были ранее осуждены за преступления, а остальные 63 не имели судимости, "
    "говорится в заявлении, которое было опубликовано в четверг вечером на сайте.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_foreign_text_is_said_to_be_unread(language: str) -> None:
    report = crossfoot.check(FOREIGN[language])
    assert report.figures == ()
    assert report.findings == ()
    assert any(language in note for note in report.document.notes)


@pytest.mark.parametrize(
    "text",
    [
        "ICE arrested 210 people in Los Angeles, El Paso, Las Cruces, San Jose and La Puente, the "
        "agency said on Thursday, and 147 of the people arrested there had convictions.",
        "\n".join(f"De La Cruz County, Los Alamos: {n}" for n in range(40)),
        "Arrestan a 12 personas",
    ],
)
def test_english_lists_and_scraps_are_read(text: str) -> None:
    assert crossfoot.check(text).figures


def test_what_a_page_declares_decides_where_words_leave_room() -> None:
    listed = "\n".join(f"Rīgas pilsēta, Latvijas dati: {n} personas aizturētas" for n in range(9))
    page = f'<html lang="{{}}"><body><p>{listed}</p></body></html>'
    latvian = html.read(page.format("lv").encode())
    assert "lv" in crossfoot.check_document(latvian).document.notes[-1]
    english = "<p>The agency said that 12 of the 40 people were held and that it would "
    english += "look at the cases of the others, which have been sent to the court.</p>"
    wrongly = html.read(f'<html lang="de"><body>{english}</body></html>'.encode())
    assert crossfoot.check_document(wrongly).figures
