"""Which hyphens at a line's end are hyphenation."""

from __future__ import annotations

import pytest

from pipeline.read.joining import join, words_of

DOCUMENT = words_of(["Le centre de la ville et le financement des sentiers.", "Les communes agissent."])

JOINED = [
    ("l'environ-", "nement", "l'environnement"),
    ("la collec-", "tivité", "la collectivité"),
    ("les par-", "tenaires", "les partenaires"),
    ("inter-", "communal", "intercommunal"),
    ("un co-", "mité", "un comité"),
    ("ils porte-", "ront", "ils porteront"),
    ("le vice-prési-", "dent", "le vice-président"),
]
KEPT = [
    ("le co-", "financement", "le co-financement"),
    ("Saint-Victor-sur-", "Loire", "Saint-Victor-sur-Loire"),
    ("le centre-", "ville", "le centre-ville"),
    ("un rendez-", "vous", "un rendez-vous"),
    ("la vice-", "présidente", "la vice-présidente"),
    ("qu'en est-", "il", "qu'en est-il"),
    ("Clermont-", "Ferrand", "Clermont-Ferrand"),
    ("le porte-", "monnaie", "le porte-monnaie"),
    ("les sapeurs-", "pompiers", "les sapeurs-pompiers"),
    ("des garde-", "fous", "des garde-fous"),
    ("c'est-à-", "dire", "c'est-à-dire"),
    ("un arc-en-", "ciel", "un arc-en-ciel"),
]


@pytest.mark.parametrize(("left", "right", "whole"), JOINED + KEPT)
def test_line_ends(left: str, right: str, whole: str) -> None:
    assert join(left, right, DOCUMENT) == whole


def test_the_document_s_own_words_decide() -> None:
    assert join("la vidéo-", "protection", words_of(["la vidéoprotection du bourg"])) == "la vidéoprotection"
    assert join("la vidéo-", "protection", words_of(["la vidéo-protection du bourg"])) == "la vidéo-protection"


def test_a_dash_is_no_hyphen() -> None:
    assert join("le pont -", "et le quai") == "le pont - et le quai"
    assert join("sur la période 2026-", "2028") == "sur la période 2026-2028"
    assert join("exercice 2025/", "2026") == "exercice 2025/2026"
