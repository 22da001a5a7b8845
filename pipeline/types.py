"""START HERE: the nouns every stage of the path exchanges.

``Source`` → fetch → ``Snapshot`` → read → ``Reading`` (its ``Block``s) → document → extract and
classify → link → ``Extraction`` (``Passage``s, ``Commitment``s, ``PartnerMention``s, ``Amount``s,
``Period``s, ``Indicator``s) → store. All are frozen; invariants are checked at birth. Offsets are half-open
``[start, end)`` in Unicode code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

Level = Literal["commune", "epci", "departement", "region"]
SourceKind = Literal["strategy", "programme", "report", "minutes", "page"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "caption"]
Status = Literal["pledge", "action", "result"]
PartnerKind = Literal["territory", "state", "international", "network", "association", "research", "company"]
Role = Literal["budget", "subsidy", "cofinancing", "cost", "revenue", "price", "loan", "saving"]
"""What a sum of money is to the one who pays or receives it."""
Direction = Literal["increase", "decrease", "maintain", "reach"]
"""Which way a quantity goes: "reach" is a level or share to be at, whatever it was before."""

LEVELS: tuple[str, ...] = get_args(Level)
SOURCE_KINDS: tuple[str, ...] = get_args(SourceKind)
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)
STATUSES: tuple[str, ...] = get_args(Status)
PARTNER_KINDS: tuple[str, ...] = get_args(PartnerKind)
ROLES: tuple[str, ...] = get_args(Role)
DIRECTIONS: tuple[str, ...] = get_args(Direction)

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the page's top left corner."""


@dataclass(frozen=True, slots=True)
class Collectivity:
    """A local government, as the manifest declares it. ``aliases`` are how texts name it."""

    id: str
    name: str
    level: Level
    aliases: tuple[str, ...] = ()
    insee: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where one document is to be had: an http(s) address, or a file below the corpus folder."""

    id: str
    collectivity: Collectivity
    url: str
    kind: SourceKind
    path: str | None = None
    """Absolute path of a local file; then ``url`` is the path as the manifest writes it."""
    title: str | None = None
    published: date | None = None
    follow: str | None = None
    """Of an index page: a CSS selector or address pattern of the links that become sources of their own."""
    depth: int = 1
    """How many links from the index page these may lie."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """How an answer was had from the web: what was asked, by which way it came, and what it said of itself."""

    asked: str
    status: int
    redirects: tuple[str, ...] = ()
    """Addresses one was sent on to, in order; the last is where the answer came from."""
    request: Mapping[str, str] = field(default_factory=dict)
    """Headers sent, names in lower case."""
    response: Mapping[str, str] = field(default_factory=dict)
    """Headers received, names in lower case; of an unchanged answer, those of the stored one, brought up to date."""
    revalidated: bool = False
    """The server said that nothing changed, or had said how long nothing would."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a source answered at one moment."""

    source_id: str
    url: str
    content: bytes = field(repr=False)
    media_type: str
    sha256: str
    fetched_at: datetime
    charset: str | None = None
    """The character set the server declared, if it did; it may be wrong."""
    exchange: Exchange | None = field(default=None, compare=False)
    """None for a local file."""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or caption, in reading order."""

    text: str
    kind: BlockKind
    level: int = 0
    """Depth: 1–6 for headings, 1 and more for nested list items, else 0."""
    page: int | None = None
    """1-based page of the block's first word; None where the format has no pages."""
    box: Box | None = None
    ocr: bool = False
    """Recognised in a picture of the page, so perhaps misread."""

    def __post_init__(self) -> None:
        if self.kind not in BLOCK_KINDS:
            raise ValueError(f"kind is one of {', '.join(BLOCK_KINDS)}. Got {self}")
        if not self.text.strip():
            raise ValueError(f"a block holds text. Got {self}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a snapshot."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: date | None = None
    language: str | None = None
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    """What could not be read although the rest could ("2 pages without text")."""
    modified: date | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its place in the document's text and the heading path above it."""

    position: int
    kind: BlockKind
    heading: str
    """Headings above, outermost first, joined by " › "."""
    start: int
    end: int
    text: str
    level: int = 0
    page: int | None = None
    box: Box | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. ``value`` (and ``max_value`` of a range) in units of ``currency`` (ISO 4217)."""

    start: int
    end: int
    text: str
    value: float
    currency: str
    max_value: float | None = None
    per: str | None = None
    """What one unit is paid for: "habitant", "an"…"""
    role: Role | None = None
    """None where the text does not say it."""
    payer: str | None = None
    """Who pays: a partner's canonical name, else the document's words; None where the text does not say it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year or range of years; an open end is None. At least one end is known."""

    start: int
    end: int
    text: str
    start_year: int | None
    end_year: int | None
    resolved: bool = False
    """The text names no year ("l'an dernier"): it was reckoned from the day of publication."""

    def __post_init__(self) -> None:
        if self.start_year is None and self.end_year is None:
            raise ValueError(f"a period has a start or an end. Got {self}")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity by which an act can be measured: "-40 % d'émissions", "trois projets"."""

    start: int
    end: int
    text: str
    value: float
    """Percent where ``unit`` is "%"; a factor where it is "fois" ("doubler": 2, "diviser par trois": 3, decrease)."""
    unit: str | None = None
    """"%", "fois", a unit of measure ("km", "ha", "MWh"…) or a nominal one ("place", "logement"…)."""
    counted: str | None = None
    """What is counted or measured, in the document's words."""
    direction: Direction | None = None
    max_value: float | None = None
    """The high end of a range."""
    per: str | None = None
    """What one unit comes with: "habitant", "naissance", "an"…"""
    baseline_value: float | None = None
    baseline_year: int | None = None
    target_year: int | None = None
    """The year in which the value is, was or will be reached."""

    def __post_init__(self) -> None:
        if self.max_value is not None and self.max_value <= self.value:
            raise ValueError(f"max_value is the high end of a range. Got {self}")


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation, territory or network under its one canonical name."""

    id: str
    name: str
    kind: PartnerKind
    country: str | None = None
    """ISO 3166-1 alpha-2, or "EU"."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class PartnerMention:
    start: int
    end: int
    text: str
    partner: Partner


@dataclass(frozen=True, slots=True)
class SdgLink:
    sdg: int
    score: float
    """Calibrated probability, 0–1; 1.0 where the text itself declares the goal."""
    declared: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.sdg <= 17:
            raise ValueError(f"goals run from 1 to 17. Got {self}")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A statement by which the collectivity commits to, carries out or reports an act of its own."""

    id: str
    passage: int
    """Position of the passage it stands in."""
    start: int
    end: int
    text: str
    status: Status
    probability: float
    sdgs: tuple[SdgLink, ...]
    heading: str
    page: int | None = None
    by_person: bool = False
    """Whether status and goals are a person's label, not the model's."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document. Facts carry the id of the commitment they belong to, or None."""

    text: str = field(repr=False)
    passages: tuple[Passage, ...]
    commitments: tuple[Commitment, ...]
    mentions: tuple[tuple[PartnerMention, str | None], ...]
    amounts: tuple[tuple[Amount, str | None], ...]
    periods: tuple[tuple[Period, str | None], ...]
    indicators: tuple[tuple[Indicator, str], ...] = ()
    """Only those of a commitment: the others measure no act."""
    title: str | None = None
    published: date | None = None
    language: str | None = None
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    modified: date | None = None
    author: str | None = None
