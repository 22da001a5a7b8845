"""The small words of the languages a French local government publishes in: data only.

Words that two of them share with French weigh the same for both and so decide nothing.
"""

from __future__ import annotations

SMALL_WORDS: dict[str, frozenset[str]] = {
    "br": frozenset("ar an ur ha da eus evit gant war ez eo zo pe met ma hag en ober bet".split()),
    "ca": frozenset("els les amb per als dels una què és i però més aquest aquesta seva seu són ha".split()),
    "de": frozenset("der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als".split()),
    "en": frozenset("the of and to in is for that with as on by are this be from at which it will our".split()),
    "es": frozenset("el los las y que en por con para una su al lo como más pero sus este ha son".split()),
    "eu": frozenset("eta da du bat ez dira dute izan egin baina edo ere dela zen hau".split()),
    "fr": frozenset(
        "le la les de des du et en un une à au aux que qui dans pour par sur est ce cette il elle nous vous "
        "avec plus pas ne se sont ses leur leurs ou".split()
    ),
    "it": frozenset("il lo gli di del della dei e che in per con una sono è nel al più come anche".split()),
    "pt": frozenset("os as do da dos das e que em para com uma não por mais ao na no são".split()),
}
