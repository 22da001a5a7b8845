"""Who pays a sum, where the text says it.

The agent of a passive ("cofinancé par la Région"), whose aid it is ("une subvention de l'État de…"), what stands
behind the sum ("20 000 € de l'État"), the label before it ("État : 20 000 €"), the subject of a verb of paying.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.role_patterns import PAID, PAYERS, PAYS, PUBLIC, THEIRS
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
_AGENT = re.compile(rf"(?<!\w){_VERBS}\s(?:[^.;|:]{{0,40}}?\s)?(?:par|grâce\sà)\s{_WHO}")
_THEIRS = re.compile(rf"(?<!\w)(?i:{_any(THEIRS)})s?\s(?:\w+\s)?{_OF_THE}(?P<who>{_NAME})[^.;|]{{0,50}}$")
_BEHIND = re.compile(
    rf"\s?(?:HT\s|TTC\s)?(?:\(|(?:{_VERBS}\s)?par\s|(?:en\sprovenance\s)?{_OF_THE})(?P<who>{_THE}{_NAME})"
)
_BARE = re.compile(rf"(?:(?:,|;|\set)\s)(?P<who>{_THE}{_NAME})\s(?:pour\s|à\shauteur\sde\s)?$")
_LABEL = re.compile(
    rf"(?:^|[\n;,|(]\s?|[-–•]\s|\set\s|%\s){_WHO}[^:|;,.()]{{0,30}}(?:\([^)]{{1,30}}\)\s?)?(?:\s?[:|–(]\s?)[^:|;,.]{{0,25}}$"
)
_SUBJECT = re.compile(
    rf"(?:^|[\s(«])(?P<who>{_THE}{_NAME}|[Nn]ous|[Ll]['’]assemblée)[^.;:|]{{0,60}}?\s(?:{_any(PAYS)})\w*(?!\w)[^.;|]{{0,120}}$"
)


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

    def of(self, start: int, end: int, first: int, last: int) -> str | None:
        """Who pays the sum at ``[start, end)``, said between ``first`` and ``last`` of the text."""
        before, after = self._shadow[first:start], self._shadow[end:last]
        agent = _last(_AGENT, before)
        for match, offset in (
            (_BEHIND.match(after), end),
            (_AGENT.search(after), end),
            (_THEIRS.search(before), first),
            (_BARE.search(before), first),
            (_LABEL.search(before), first),
            (agent, first),
            (_SUBJECT.search(before), first),
        ):
            if match is not None:
                return self._name(offset + match.start("who"), offset + match.end("who"))
        return None

    def _name(self, start: int, end: int) -> str:
        """The partner's one name, else the document's words."""
        partner = self._shadow.find(_OPEN, start, end)
        return self._names[partner] if partner >= 0 else " ".join(self._text[start:end].split())


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
