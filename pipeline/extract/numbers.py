"""French numbers in figures and in words: how they are written (data) and what they are worth."""

from __future__ import annotations

import re

from text_to_num import text2num

SPACE = r"[ \u00a0\u2007\u2009\u202f]"

# Words that may open a number, and those that only go on with one.
OPENING = (
    r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|septante|huitante|octante|nonante|cent|mille"
)
GOING_ON = rf"{OPENING}|vingts|cents|milliers?|millions?|milliards?"
SCALES = {"mille": 1e3, "millier": 1e3, "million": 1e6, "milliard": 1e9}
# "une centaine d'euros": a round number said as a noun.
COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip

_SCALE = "|".join(SCALES)
_COLLECTIVE = rf"(?:{'|'.join(COLLECTIVES)})s?"
FIGURE = (
    rf"(?!0\d)(?:\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d)|\.\d{{3}}(?!\d)|['’]\d{{3}}(?!\d))+(?:,\d+)?"
    rf"|\d{{4,9}}(?:{SPACE}000)+(?!\d)|\d+(?:[.,]\d+)?)"
)
HALF = r"\s+et\s+demie?"
IN_WORDS = (
    rf"(?:{OPENING})(?:[\s-]{{1,3}}(?:et[\s-])?(?:{GOING_ON})\b)*(?:\s{_COLLECTIVE}(?:\sde\s(?:{_SCALE})s?)?)?"
    rf"(?:{HALF})?|un\sdemi[\s-](?:million|milliard)"
)
_COLLECTED = re.compile(rf"(?P<count>.+?) (?P<noun>{'|'.join(COLLECTIVES)})s?(?: de (?P<scale>{_SCALE})s?)?")


def figure_value(written: str) -> float:
    """ "1 234,5" → 1234.5; "500.000" → 500000; "2.5" → 2.5; "10'000" → 10000."""
    compact = re.sub(rf"{SPACE}|['’]", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+\d*(?:,\d+)?", compact):
        compact = compact.replace(".", "")
    return float(compact.replace(",", "."))


def words_value(words: str) -> float | None:
    """ "deux cent mille" → 200000; "un million et demi", "un demi-million", "une centaine de milliers" too.

    None where the words are no number ("deux un").
    """
    cleaned = re.sub(r"[\s-]+", " ", words.strip().lower())
    if cleaned.startswith("un demi "):
        return SCALES[cleaned.split()[-1]] / 2
    whole = re.sub(r" et demie?$", "", cleaned)
    half = SCALES.get(whole.split()[-1].rstrip("s"), 1.0) / 2 if whole != cleaned else 0.0
    collected = _COLLECTED.fullmatch(whole)
    try:
        if collected is None:
            return float(text2num(whole, "fr")) + half
        times = COLLECTIVES[collected["noun"]] * SCALES.get(collected["scale"], 1.0)
        return float(text2num(collected["count"], "fr")) * times + half
    except ValueError:
        return None
