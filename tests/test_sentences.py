"""Where sentences end: texts whose sentences are parted by "¦", compared whole."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import sentences

TEXTS = """
M. Le Goff préside la séance. ¦Mme Diallo rapporte.
Le projet est porté par MM. Roux et Petit. ¦Il démarre en mai.
Vu l'art. L. 2121-29 du code, le Conseil délibère. ¦Il approuve.
La délibération n° 12 est adoptée. ¦La suivante est retirée.
Nous aidons les crèches, écoles, etc. selon leurs besoins. ¦Le budget suit.
Nous aidons les crèches, les écoles, etc. ¦Le budget suit.
Des actions (p. ex. des ateliers) sont menées. ¦Elles plaisent.
L'oppidum du IIe siècle av. J.-C. est fouillé. ¦La fouille dure.
L'oppidum date de 120 av. J.-C. ¦Il est fouillé.
La rue J.-B. Clément est piétonne. ¦Les bus passent ailleurs.
Le square A. Camus rouvre. ¦Il est ombragé.
Le taux passe à 2.5 points. ¦Il baissera.
Le coût est de 12.500 euros. ¦Il est partagé.
Nous hésitons... ¦Puis nous agissons.
Nous hésitons… puis nous agissons. ¦La suite est connue.
« Nous agirons pour le climat. » ¦Le maire l'a promis.
Le maire a dit : « Nous agirons. » ¦Il tient parole.
Elle annonce : « Nous agirons pour tous. ¦Nous le ferons ensemble. »
Les citoyen.ne.s votent le budget. ¦Les élu.e.s l'appliquent.
Les habitant·e·s proposent des idées. ¦La Ville les étudie.
Un accueil des nouveaux.elles arrivant.e.s est organisé. ¦Il est gratuit.
1. Renforcer la participation
2. Développer le vélo. ¦Planter des arbres.
Attention ! ¦Ceci engage la Ville.
Pourquoi agir ? ¦Parce que le climat change.
Les villages A, B et C. ¦Une étude est lancée.
Le lot est classé en catégorie B. ¦Le seuil est relevé.
Le CO2 diminue (voir p. 12). ¦La qualité de l'air progresse.
(La séance est levée.) ¦Le public sort.
Le parc (2 ha. environ) est ouvert. ¦Il est clos la nuit.
Nous soutenons l'O.N.G. Terre Verte. ¦Elle agit au Mali.
Le règlement de l'U.E. s'applique. ¦Il est récent.
Mgr Dubois et le Dr. Martin sont invités. ¦Le Pr. Yao aussi.
Réunion à 18 h. ¦Entrée libre.
Écrivez à contact@ville.example.fr ou voyez www.ville.example.fr. ¦Une réponse est assurée.
C'est fait !!! ¦Bravo à tous.
Est-ce possible ?! ¦Oui.
La convention est signée. ¦3 associations la rejoignent.
Elle vise 3 objectifs : 1. informer ; 2. former. ¦Le bilan est annuel.
Le budget est voté. ¦– Le maire le signe.
Le dossier est suivi par la Sté. Durand. ¦Il avance.
Le rapport est consultable (cf. annexe 2). ¦Il est public.
Elle a dit "Nous planterons." ¦Les arbres poussent.
L'État, la Région et l'Union européenne. ¦Tous financent.
Le gymnase P. de Coubertin est rénové. ¦Il rouvre.
Le quai F.-M. Luzel est fermé. ¦Le pont aussi.
Tél. 02 99 00 00 00. ¦Accueil du public.
Adopté à l'unanimité. ¦Le Conseil passe au point suivant.
"""
DATA = Path(__file__).parent / "data" / "sentences.txt"
"""Written before they were run: 145 of these 156 came out right at first try."""
CASES = [line for line in (TEXTS + DATA.read_text("utf-8")).splitlines() if line and not line.startswith("#")]
PARTS = [
    "Le maire",
    " ",
    "  ",
    "\n",
    ".",
    "!",
    "?",
    "…",
    "...",
    "« ",
    " »",
    "(",
    ")",
    "M.",
    "etc.",
    "A",
    "12",
    "é",
    "-",
    "\u00a0",
    "·e·s",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    wanted = [part.strip() for part in marked.split("¦")]
    text = marked.replace("¦", "")
    assert [text[a:b] for a, b in sentences.split(text)] == wanted


def test_the_list_is_not_empty() -> None:
    assert len(CASES) >= 200


def _check_tiling(text: str) -> None:
    bounds = sentences.split(text)
    assert all(0 <= a < b <= len(text) for a, b in bounds)
    assert all(b <= c for (_, b), (c, _) in pairwise(bounds))
    kept = "".join(text[a:b] for a, b in bounds)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
    assert all(text[a:b] == text[a:b].strip() for a, b in bounds)


@given(st.text(max_size=300))
def test_bounds_of_any_text(text: str) -> None:
    _check_tiling(text)


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_bounds_of_mixed_marks(parts: list[str]) -> None:
    _check_tiling("".join(parts))


@pytest.mark.parametrize("piece", [".", " ", ". ", "a", "a.", "A. ", "! ", ". »", "1. ", "·"])
def test_time_is_linear(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    sentences.split(text)
    assert time.process_time() - started < 2
