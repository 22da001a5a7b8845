"""Who pays a sum, where the text says it.

The agent of a passive ("cofinancé par la Région"), whose aid it is ("une subvention de l'État de…"), what stands
behind the sum ("20 000 € de l'État"), the label before it ("État : 20 000 €"), the subject of a verb of paying.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.role_patterns import ASKED, PAID, PAYERS, PAYS, PUBLIC, THEIRS
from pipeline.types import PartnerMention

_OPEN, _GOES_ON = "\ue000", "\ue001"
"""A partner's name in the shadow of the text: private characters no document means anything by."""


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MORE = (
    r"(?:\s(?:(?:de\sla|de\sl['’]|de|du|des|d['’]|et|à|en|la|le|les|l['’]|pour|aux?)\s?)*[A-ZÉÈÎÔ][\w'’+-]*"
    rf"|\s(?:{_any(PUBLIC)})(?!\w))*"
)
_NAME = rf"(?:{_OPEN}{_GOES_ON}*|(?:{_any(PAYERS)})(?!\w){_MORE})"
_THE = r"(?:[Ll]['’]|[Ll]es?\s|[Ll]a\s|[Nn]otre\s|[Nn]os\s|[Uu]ne?\s)?"
_OF_THE = r"(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])"
_WHO = rf"(?P<who>{_THE}{_NAME})"
_VERBS = rf"(?:{_any(PAID)})\w*"
_AGENT = re.compile(rf"(?<!\w)(?i:{_VERBS})\s(?P<share>[^.;|:]{{0,40}}?\s)?(?:par|grâce\sà)\s{_WHO}")
_THEIRS = re.compile(
    rf"(?<!\w)(?i:{_any(THEIRS)})s?\s(?:(?:\w+\s)?{_OF_THE}(?P<who>{_NAME})|(?P<beside>(?=[A-ZÉ{_OPEN}]){_NAME}))[^.;|]{{0,50}}$"
)
_CHARGE = rf"à\s(?:la\s)?charge\s(?:(?:de|pour)\s(?:la\s|le\s|les\s|l['’])|du\s|des\s)(?P<who>{_NAME})"
_CHARGED_BEFORE = re.compile(rf"(?<!\w){_CHARGE}[^.;|]{{0,30}}$")
_CHARGED_AFTER = re.compile(rf"[^.;|]{{0,30}}?(?<!\w){_CHARGE}")
_ASKED = rf"(?i:{_any(ASKED)})\w*"
_ASKED_BEFORE = re.compile(
    rf"(?<!\w){_ASKED}\s(?:[^.;|:]{{0,40}}?\s)?(?:auprès\s)?{_OF_THE}(?P<who>{_NAME})[^.;|]{{0,60}}$"
)
_ASKED_AFTER = re.compile(rf"[^.;|]{{0,40}}?(?<!\w){_ASKED}\s(?:[^.;|]{{0,20}}?\s)?auprès\s{_OF_THE}(?P<who>{_NAME})")
_BRACKETED = re.compile(rf"(?<!\w)par\s{_WHO}\s?\([^().;]{{0,20}}$")
_BEHIND = re.compile(
    rf"\s?(?:HT\s|TTC\s)?(?:\(|(?:{_VERBS}\s)?par\s|(?:en\sprovenance\s)?{_OF_THE})(?P<who>{_THE}{_NAME})"
    r"(?!\s?:?\s?\d[\d,]*\s?%)"
)
_CHAINED = re.compile(rf"^\s?\)\s?(?:,|;|,?\set)\s(?:par\s|{_OF_THE})?{_WHO}\s?\($")
"""The next of several with their sums in brackets: "la Région (20 000 €) et de la CAF (5 000 €)"."""
_BARE = re.compile(rf"(?:^|(?:[,;:•–(-]|\set)\s)(?P<who>{_THE}{_NAME})\s(?:pour\s|à\shauteur\sde\s)?$")
_LABEL = re.compile(
    rf"(?:^|[\n;,|(]\s?|[-–•]\s|\set\s|%\s){_WHO}[^:|;,.()]{{0,30}}(?:\([^)]{{1,30}}\)\s?)?(?:\s?[:|–(]\s?)[^:|;,.]{{0,25}}$"
)
_SUBJECT = re.compile(
    rf"(?:^|[\s(«])(?P<who>{_THE}{_NAME}|[Nn]ous|[Ll]['’]assemblée)[^.;:|]{{0,60}}?\s(?:{_any(PAYS)})\w*(?!\w)[^.;|]{{0,120}}$"
)
_SHARES = (
    rf"\s*(?:(?i:{_any(THEIRS)}|part|montant|reste\sà\scharge)s?\s(?:\w+\s)?(?:{_OF_THE})?)?(?P<who>{_THE}{_NAME})"
)
_WHOLE_CELL = re.compile(rf"{_SHARES}(?:\s?\([^()]*\)|\s?[€%]|\s(?:en|HT|TTC)(?!\w)|\s(?:[kM]?€|euros))*\s*$")
_OPENS_CELL = re.compile(rf"{_SHARES}(?!\w)")


class Payers:
    """Finds who pays in one document, whose partners are known."""

    def __init__(self, text: str, mentions: Sequence[PartnerMention]) -> None:
        self._text = text
        self._names = {m.start: m.partner.name for m in mentions}
        shadow, last = [], 0
        for mention in sorted(mentions, key=lambda m: m.start):
            if mention.start >= last:
                shadow += [text[last : mention.start], _OPEN, _GOES_ON * (mention.end - mention.start - 1)]
                last = mention.end
        self._shadow = "".join([*shadow, text[last:]])

    def of(self, start: int, end: int, first: int, last: int, row: bool = False) -> str | None:
        """Who pays the sum at ``[start, end)``, said between ``first`` and ``last`` of the text.

        In the ``row`` of a table a name before the sum is no label of it: ``funders`` knows.
        """
        before, after = self._shadow[first:start], self._shadow[end:last]
        agent = _last(_AGENT, before)
        for match, offset in (
            (_BEHIND.match(after), end),
            (_of_it_all(_AGENT.search(after)), end),
            (_CHARGED_AFTER.match(after), end),
            (_ASKED_AFTER.match(after), end),
            (_CHAINED.search(before), first),
            (_BRACKETED.search(before), first),
            (_CHARGED_BEFORE.search(before), first),
            (_THEIRS.search(before), first),
            (_BARE.search(before), first),
            (None if row else _LABEL.search(before), first),
            (agent, first),
            (_ASKED_BEFORE.search(before), first),
            (_SUBJECT.search(before), first),
        ):
            if match is not None:
                group = "who" if match["who"] is not None else "beside"  # only _THEIRS has two
                return self._name(offset + match.start(group), offset + match.end(group))
        return None

    def named(self, start: int, end: int, loose: bool = False) -> str | None:
        """The payer that a cell names and nothing else; ``loose``: whatever follows its name."""
        match = (_OPENS_CELL if loose else _WHOLE_CELL).match(self._shadow, start, end)
        return None if match is None else self._name(match.start("who"), match.end("who"))

    def _name(self, start: int, end: int) -> str:
        """The partner's one name, else the document's words."""
        partner = self._shadow.find(_OPEN, start, end)
        return self._names[partner] if partner >= 0 else " ".join(self._text[start:end].split())


def _of_it_all(match: re.Match[str] | None) -> re.Match[str] | None:
    """Not one who pays a share of the sum: "41 000 €, pris en charge à 80 % par l'État"."""
    return None if match is None or "%" in (match["share"] or "") else match


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
