"""How French tells years from the day of writing. Data only; the logic is in ``relative``.

``{N}`` is a number of years. What a case means is ``(start, end)`` in years from the one of publication: a number, None
for an open end, or "+n" and "-n" for the number written.
"""

_LAST = r"(?:derni[eè]re?|passée?|écoulée?|précédente?)"
_NEXT = r"(?:prochaine?|à\svenir|qui\svient)"
_YEAR = r"l['’]an(?:née)?"
_ABOUT = r"(?:(?:plus|près|moins)\sde\s|environ\s|maintenant\s|déjà\s|bientôt\s|presque\s)*"
_YEARS = r"(?:d['’]années|années|ans?)(?!\w)"
_THIS = r"(?:cette\sannée(?![\s-]là)|l['’]année\sen\scours|l['’]exercice\sen\scours)"

Meaning = tuple[int | str | None, int | str | None]
CASES: tuple[tuple[str, Meaning], ...] = (
    (rf"depuis\s{_ABOUT}{{N}}\s{_YEARS}", ("-n", None)),
    (rf"d['’]ici\s(?:à\s)?{_ABOUT}{{N}}\s{_YEARS}", (None, "+n")),
    (rf"(?:dans|sous)\s(?:un\sdélai\sde\s)?{_ABOUT}{{N}}\s{_YEARS}", ("+n", "+n")),
    (rf"il\sy\sa\s{_ABOUT}{{N}}\s{_YEARS}", ("-n", "-n")),
    (
        r"(?:(?:depuis|durant|pendant|sur)\s|au\scours\s|lors\s)?(?:les|des|ces)\s{N}\sderni[eè]res\sannées",
        ("-n", 0),
    ),
    (r"(?:(?:depuis|durant|pendant|sur)\s|au\scours\s)?(?:les|des|ces)\s{N}\sannées\s(?:passées|écoulées)", ("-n", 0)),
    (r"(?:(?:dans|durant|pendant|sur)\s|au\scours\s)?(?:les|des|ces)\s{N}\sprochaines\sannées", (0, "+n")),
    (
        r"(?:(?:dans|durant|pendant|sur)\s|au\scours\s)?(?:les|des|ces)\s{N}\sannées\s(?:à\svenir|qui\sviennent)",
        (0, "+n"),
    ),
    (rf"depuis\s{_YEAR}\s{_LAST}", (-1, None)),
    (rf"depuis\s{_THIS}", (0, None)),
    (rf"d['’]ici\s(?:à\s)?{_YEAR}\s{_NEXT}", (None, 1)),
    (rf"(?:dès|à\spartir\sde|à\scompter\sde)\s{_YEAR}\s{_NEXT}", (1, None)),
    (rf"(?:dès|à\spartir\sde|à\scompter\sde)\s{_THIS}", (0, None)),
    (
        r"(?:d['’]ici\s(?:à\s)?|avant\s|jusqu['’]à\s)(?:la\s)?fin\s(?:de\sl['’]|d['’])année(?!\s(?:\d|scolaire|prochaine|suivante))",
        (None, 0),
    ),
    (rf"{_YEAR}\s{_LAST}", (-1, -1)),
    (rf"{_YEAR}\s{_NEXT}", (1, 1)),
    (_THIS, (0, 0)),
    (r"(?:en|à\sla)\sfin\s(?:de\sl['’]|d['’])année(?!\s(?:\d|scolaire|prochaine|suivante))", (0, 0)),
)
# Months by number, and the month in the middle of a season or what recurs once a year.
WHEN = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "décembre": 12, "printemps": 4, "été": 7, "automne": 10, "hiver": 1, "rentrée": 9,
    "rentrée scolaire": 9,
}  # fmt: skip
# Before "dernier" or "prochain" they are told from the day of publication.
LAST, NEXT = r"derni[eè]re?", r"prochaine?"
