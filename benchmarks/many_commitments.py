"""A database of invented commitments, as many as asked: words follow Zipf's law, as words do.

``make(file, 100_000)`` gives 40 collectivities, a document for every hundred commitments and two thousand partners,
with passages, goals, mentions, sums, years and two runs of changes in the proportions of the real corpus.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from sqlite_utils import Database

from pipeline import kept_counts
from pipeline.shape import ensure_shape

COLLECTIVITIES, PARTNERS, WORDS, PER_DOCUMENT, PER_SENTENCE = 40, 2_000, 30_000, 100, 22
SYLLABLES = "ba be bi bo bu cha che da de di do du fa fe ga go la le li lo lu ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to tu va ve vi vo"  # noqa: E501
SMALL = "de la le les et des à en du pour dans une un sur avec aux par au nous sera seront que qui".split()
STATUSES = ("pledge", "action", "result")
KINDS = ("territory", "state", "international", "network", "association", "research", "company")
SOURCE_KINDS = ("strategy", "programme", "report", "minutes", "page")
COUNTRIES = (None, "FR", "SN", "ML", "MA", "DE", "ES", "CA", "JP", "VN")


class Vocabulary:
    """Words of two to five syllables; the nth is n times rarer than the first."""

    def __init__(self, chance: random.Random) -> None:
        syllables = SYLLABLES.split()
        invented = {"".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(2 * WORDS)}
        self.words = [*SMALL, *sorted(invented)]
        chance.shuffle(self.words[len(SMALL) :])
        self.weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.words))))
        self.chance = chance

    def sentence(self) -> str:
        length = self.chance.randint(8, 2 * PER_SENTENCE - 8)
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length)).capitalize() + "."


def make(file: Path, commitments: int, seed: int = 0) -> None:
    """Write the database; the same seed gives the same one."""
    chance = random.Random(seed)
    words = Vocabulary(chance)
    db = Database(file)
    db.execute("PRAGMA journal_mode = WAL")
    ensure_shape(db)
    _frame(db, chance, words, -(-commitments // PER_DOCUMENT))
    for first in range(0, commitments, PER_DOCUMENT):
        with db.conn:
            _document(db, chance, words, first, min(PER_DOCUMENT, commitments - first))
    with db.conn:
        kept_counts.fill(db)  # as a refresh does when it ends
    db.close()


def _frame(db: Database, chance: random.Random, words: Vocabulary, documents: int) -> None:
    db["collectivities"].insert_all(
        {"id": f"ville-{n}", "name": f"Ville {n}", "level": "commune"} for n in range(COLLECTIVITIES)
    )
    db["partners"].insert_all(
        {
            "id": f"p{n}",
            "name": words.sentence()[:40],
            "kind": chance.choice(KINDS),
            "country": chance.choice(COUNTRIES),
            "latitude": chance.uniform(-40, 60) if n % 3 == 0 else None,
            "longitude": chance.uniform(-120, 120) if n % 3 == 0 else None,
        }
        for n in range(PARTNERS)
    )
    db["sources"].insert_all(
        {
            "id": f"source-{n}",
            "collectivity_id": f"ville-{n % COLLECTIVITIES}",
            "url": f"https://exemple.fr/{n}",
            "kind": SOURCE_KINDS[n % len(SOURCE_KINDS)],
        }
        for n in range(documents)
    )
    db["runs"].insert_all({"id": f"r{n}", "started_at": f"2026-11-0{n}T02:00:00+00:00", "status": "ok"} for n in (1, 2))


def _document(db: Database, chance: random.Random, words: Vocabulary, first: int, count: int) -> None:
    number = first // PER_DOCUMENT
    document, collectivity = f"d{number}", f"ville-{number % COLLECTIVITIES}"
    sentences = [words.sentence() for _ in range(count * 7 // 4)]
    places = list(_places(sentences))
    text = "\n".join(sentences)
    db["documents"].insert(_document_row(number, document, collectivity, words.sentence()[:60], text))
    db["passages"].insert_all(_passage_row(document, rank, sentences[rank], at) for rank, at in enumerate(places))
    chosen = sorted(chance.sample(range(len(sentences)), count))
    facts = [(f"c{first + n}", rank, *places[rank]) for n, rank in enumerate(chosen)]
    db["commitments"].insert_all(
        {
            "id": key,
            "collectivity_id": collectivity,
            "passage_id": f"{document}-{rank}",
            "status": chance.choice(STATUSES),
            "probability": chance.uniform(0.4, 1),
            "source_link": f"https://exemple.fr/{number}",
            "first_seen": "2026-11-01",
            "last_seen": "2026-11-02",
            **_words_row(document, sentences[rank], start, end),
        }
        for key, rank, start, end in facts
    )
    _facts(db, chance, document, facts, text)


def _document_row(number: int, document: str, collectivity: str, title: str, text: str) -> dict:
    return {
        "id": document,
        "source_id": f"source-{number}",
        "collectivity_id": collectivity,
        "url": f"https://exemple.fr/{number}",
        "title": title,
        "published_on": f"20{10 + number % 16}-01-01",
        "fetched_at": "2026-11-02T02:00:00+00:00",
        "sha256": "0" * 64,
        "media_type": "text/html",
        "characters": len(text),
        "language": "fr",
        "text": text,
        "is_current": 1,
    }


def _passage_row(document: str, rank: int, sentence: str, place: tuple[int, int]) -> dict:
    words = _words_row(document, sentence, *place)
    return {"id": f"{document}-{rank}", "position": rank, "kind": "paragraph", **words}


def _words_row(document: str, sentence: str, start: int, end: int) -> dict:
    return {
        "document_id": document,
        "heading": "Cap › Moyens",
        "text": sentence,
        "start_char": start,
        "end_char": end,
    }


def _facts(db: Database, chance: random.Random, document: str, facts: list, text: str) -> None:
    def span(key: str, start: int) -> dict:
        end = text.index(" ", start)
        return {
            "document_id": document,
            "commitment_id": key,
            "text": text[start:end],
            "start_char": start,
            "end_char": end,
        }

    db["commitment_sdgs"].insert_all(
        {"commitment_id": key, "sdg_id": goal, "score": chance.random(), "declared": int(chance.random() < 0.02)}
        for key, *_ in facts
        for goal in {chance.randint(1, 17), chance.choice((17, 4, 11, 13))}
        if chance.random() < 0.65
    )
    partners = [(key, start) for key, _, start, _ in facts for _ in range(chance.choice((0, 1, 1, 2)))]
    db["partner_mentions"].insert_all(
        {"id": f"m{document}-{n}", "partner_id": f"p{int(PARTNERS * chance.random() ** 2)}", **span(key, start)}
        for n, (key, start) in enumerate(partners)
    )
    db["amounts"].insert_all(
        {"id": f"a{key}", "value": float(chance.randint(1, 900) * 1000), "currency": "EUR", **span(key, start)}
        for key, _, start, _ in facts
        if chance.random() < 0.1
    )
    db["periods"].insert_all(
        {"id": f"t{key}", "start_year": None, "end_year": chance.randint(2020, 2040), **span(key, start)}
        for key, _, start, _ in facts
        if chance.random() < 0.4
    )
    db["changes"].insert_all(
        {"run_id": "r2" if chance.random() < 0.01 else "r1", "commitment_id": key, "change": "added"}
        for key, *_ in facts
    )


def _places(sentences: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in sentences:
        yield start, start + len(sentence)
        start += len(sentence) + 1
