"""Plain text and Markdown: whole block lists compared."""

from __future__ import annotations

import pytest
from read_snapshots import pairs, reading

WRAPPED = """\
3- Entretien des chemins creux et des haies du plateau,
programme pluriannuel
Autorisation de signer

Jeanne MORVAN :
Par délibération du 4 mai 2021, la commune a confié au syndicat du plateau l'entretien des chemins creux
qui relient les hameaux au bourg. Le marché arrive à son terme et doit être renouvelé avant la fin de
l'année, faute de quoi les haies ne seraient plus taillées.
La commission propose d'y consacrer 12 000 euros par an, pendant trois ans, et d'y associer les agriculteurs
41

riverains qui le souhaitent, dans les conditions que fixe la convention jointe au présent rapport.

En conséquence, il est proposé au conseil :
- d'approuver la convention avec le syndicat du plateau, dont le texte est joint au présent rapport et qui
prendra effet le 1er janvier ;
-

d'autoriser Madame le Maire à la signer.
Pour : 19
Contre :
Adopté à l'unanimité.

42
"""


def test_minutes_with_hard_line_breaks() -> None:
    assert pairs(reading(WRAPPED)) == [
        ("heading3", "Entretien des chemins creux et des haies du plateau, programme pluriannuel"),
        ("heading4", "Autorisation de signer"),
        ("paragraph", "Jeanne MORVAN :"),
        (
            "paragraph",
            "Par délibération du 4 mai 2021, la commune a confié au syndicat du plateau l'entretien des chemins "
            "creux qui relient les hameaux au bourg. Le marché arrive à son terme et doit être renouvelé avant la "
            "fin de l'année, faute de quoi les haies ne seraient plus taillées.",
        ),
        (
            "paragraph",
            "La commission propose d'y consacrer 12 000 euros par an, pendant trois ans, et d'y associer les "
            "agriculteurs riverains qui le souhaitent, dans les conditions que fixe la convention jointe au présent "
            "rapport.",
        ),
        ("paragraph", "En conséquence, il est proposé au conseil :"),
        (
            "list_item1",
            "d'approuver la convention avec le syndicat du plateau, dont le texte est joint au présent rapport et "
            "qui prendra effet le 1er janvier ;",
        ),
        ("list_item1", "d'autoriser Madame le Maire à la signer."),
        ("paragraph", "Pour : 19"),
        ("paragraph", "Contre :"),
        ("paragraph", "Adopté à l'unanimité."),
    ]


def test_a_title_over_several_lines_and_the_heads_of_a_table_taken_apart() -> None:
    text = """\
12- Association Les Pages du Coteau
Attribution d'une subvention
Exercice 2019

L'association fait vivre la lecture dans les hameaux.

Nature

Montant

4 000 €

TOTAL
Le conseil approuve la convention.

Questions diverses

Le maire rappelle la date de la foire.
"""
    assert pairs(reading(text)) == [
        ("heading3", "Association Les Pages du Coteau"),
        ("heading4", "Attribution d'une subvention"),
        ("heading4", "Exercice 2019"),
        ("paragraph", "L'association fait vivre la lecture dans les hameaux."),
        ("paragraph", "Nature"),
        ("paragraph", "Montant"),
        ("paragraph", "4 000 €"),
        ("paragraph", "TOTAL"),
        ("paragraph", "Le conseil approuve la convention."),
        ("heading3", "Questions diverses"),
        ("paragraph", "Le maire rappelle la date de la foire."),
    ]


def test_each_line_a_paragraph() -> None:
    text = """\
Un bourg à vivre

Le marché
Rouvrir la halle deux fois par semaine.
La halle est fermée depuis 2015. Nous la rouvrirons le mercredi et le samedi, avec les producteurs du canton.

Nous créerons aussi :
• un marché de Noël
• une foire aux plants
"""
    assert pairs(reading(text)) == [
        ("heading1", "Un bourg à vivre"),
        ("heading3", "Le marché"),
        ("paragraph", "Rouvrir la halle deux fois par semaine."),
        (
            "paragraph",
            "La halle est fermée depuis 2015. Nous la rouvrirons le mercredi et le samedi, avec les producteurs "
            "du canton.",
        ),
        ("paragraph", "Nous créerons aussi :"),
        ("list_item1", "un marché de Noël"),
        ("list_item1", "une foire aux plants"),
    ]


def test_markdown() -> None:
    text = """\
# Nos rivières

L'**agence** finance _trois_ chantiers[^1].

- **Restaurer le gué** — Le gué sera refait en pierre avant l'été.
- **Syndicat des eaux :**
pilote des travaux
- curer le bief
    - puis le border de saules

| Chantier | Année |
| --- | --- |
| Gué | 2024 |

[^1]: Hors crue
"""
    assert pairs(reading(text)) == [
        ("heading1", "Nos rivières"),
        ("paragraph", "L'agence finance trois chantiers."),
        ("list_item1", "Restaurer le gué"),
        ("paragraph", "Le gué sera refait en pierre avant l'été."),
        ("list_item1", "Syndicat des eaux : pilote des travaux"),
        ("list_item1", "curer le bief"),
        ("list_item2", "puis le border de saules"),
        ("table_row", "Chantier | Année"),
        ("table_row", "Gué | 2024"),
        ("paragraph", "Hors crue"),
    ]


def test_captions_and_tables_with_tabs() -> None:
    text = "Jumelage\tPays\nFano\tItalie\n\nFête du port, mai 2021\n© Ville\n\n120 vélos prêtés\nSource : service\n"
    assert pairs(reading(text)) == [
        ("table_row", "Jumelage | Pays"),
        ("table_row", "Fano | Italie"),
        ("caption", "Fête du port, mai 2021"),
        ("caption", "© Ville"),
        ("paragraph", "120 vélos prêtés"),
        ("caption", "Source : service"),
    ]


@pytest.mark.parametrize("bullet", ["-", "–", "—", "•", "●", "▪", "◦", "‣", "*", "·", "➢", "✓", "\uf0b7", ">"])
def test_bullets(bullet: str) -> None:
    text = f"Nous voulons :\n{bullet} planter des haies\n{bullet} ouvrir un refuge\n"
    assert pairs(reading(text))[1:] == [("list_item1", "planter des haies"), ("list_item1", "ouvrir un refuge")]


@pytest.mark.parametrize(("one", "two"), [("1.", "2."), ("1)", "2)"), ("a)", "b)"), ("1 /", "2 /"), ("I.", "II.")])
def test_numbers_in_a_row_are_items(one: str, two: str) -> None:
    text = f"Deux chantiers :\n{one} Refaire le quai du port\n{two} Draguer le chenal\nLes travaux durent un an.\n"
    assert pairs(reading(text))[1:3] == [
        ("list_item1", "Refaire le quai du port"),
        ("list_item1", "Draguer le chenal"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "M. Le Goff préside la séance.",
        "2024 est l'année des rivières.",
        "12 000 euros vont aux écoles.",
        "-12 % de consommation en un an.",
    ],
)
def test_no_markers(text: str) -> None:
    assert pairs(reading(text)) == [("paragraph", text)]


def test_characters_take_one_form() -> None:
    text = (
        "L’e\u0301cole\u00a0: 12\u202f000\u00a0€ pour la re\u0301no\u00advation\u200b e\ufb03cace «\u00a0verte\u00a0»."
    )
    assert pairs(reading(text)) == [("paragraph", "L’école : 12 000 € pour la rénovation efficace « verte ».")]


def test_an_aside_between_dashes_begins_no_item() -> None:
    text = "\n".join(
        [
            "La régie du port entretient les quais, les pontons, la cale – hors travaux lourds laissés au département",
            "- avec ses propres agents, et rend compte de leur état au conseil portuaire, qui se réunit deux fois l'an",
            "sous la présidence du maire, en présence des pêcheurs, des plaisanciers et des services de l'État, pour",
            "fixer le programme de l'année suivante et les tarifs des places à flot du bassin et de l'avant-port,",
            "que le conseil adopte chaque hiver après avis de la commission, et qui valent pour douze mois à compter",
            "du premier avril.",
        ]
    )
    assert [kind for kind, _ in pairs(reading(text))] == ["paragraph"]


FRENCH = "La ville soutient les associations et leurs projets dans le monde avec les écoles du canton."
ENGLISH = "The city supports the associations and their projects in the world with the schools of the area."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Die Stadt unterstützt die Vereine und ihre Projekte in der Welt mit den Schulen für das Land.", "de"),
        ("Ar gêr a skoazell ar c'hevredigezhioù hag o raktresoù er bed gant ar skolioù hag an holl dud.", "br"),
        ("La vila sosten las associacions e lors projèctes dins lo monde amb las escòlas de la region.", "oc"),
        ("La ciutat dona suport a les associacions i als seus projectes al món amb les escoles de la comarca.", "ca"),
        ("De stad steunt de verenigingen en hun projecten in de wereld met de scholen en de bewoners.", "nl"),
        ("Місто підтримує громадські організації та їхні проєкти у світі разом зі школами і бібліотеками.", "uk"),
        ("Rennes 2024", None),
        (f"{ENGLISH}\n\n{FRENCH}\n\n{FRENCH}\n\n{ENGLISH}", "fr"),
        (f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}\n\n{FRENCH}", "en"),
    ],
)
def test_main_language(text: str, code: str | None) -> None:
    assert reading(text).language == code


def test_language_of_a_long_document_is_that_of_its_whole() -> None:
    assert reading(f"{ENGLISH}\n\n" * 300 + f"{FRENCH}\n\n" * 900).language == "fr"


def test_day_of_publication() -> None:
    result = reading("Le port\n\npublié le 07.10.2015\n\nLe quai neuf est ouvert à tous.\n")
    assert str(result.published) == "2015-10-07"
    assert str(reading("Le port\n\nIl est neuf.\n\nMis à jour le 1er mai 2020").modified) == "2020-05-01"
    assert pairs(result)[1] == ("paragraph", "publié le 07.10.2015")
