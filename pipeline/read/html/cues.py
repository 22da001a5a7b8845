"""How French pages word what is not content: data only. All are matched without regard to case."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


ELSEWHERE = _any(
    r"archives",
    r"articles? (?:précédent|suivant)",
    r"autres rubriques(?: .{0,40})?",
    r"catégories?",
    r"dans (?:la même|cette) (?:rubrique|catégorie|section)",
    r"(?:\d+ )?commentaires?",
    r"documents liés",
    r"en ce moment",
    r"en lien",
    r"en relation",
    r"en (?:un|1|2|3|quelques) clics?",
    r"infolettre",
    r"(?:s'abonner|s'inscrire|je m'abonne|je m'inscris|(?:abonnez|inscrivez)-vous)(?: [^.]{0,40})?",
    r"(?:abonnement|inscription) à (?:la|notre) (?:lettre|newsletter)[^.]{0,30}",
    r"je veux",
    r"laisser un commentaire",
    r"(?:la |notre )?lettre d'info(?:rmations?)?",
    r"(?:les |nos )?(?:derni[eè]re?s|autres) (?:articles|actualités|actus|publications|événements|pages|nouvelles)",
    r"(?:les |nos |vos )?(?:articles?|actualités?|actus?|contenus?|pages?|publications?|sujets?|fiches?|événements?) "
    r"(?:liée?s?|similaires?|récente?s?|connexes?|associée?s?|complémentaires?|relatifs?|recommandée?s?|à venir)",
    r"les plus (?:consultés|consultées|lus|lues|vus|vues|demandées)",
    r"(?:lire|voir|découvrir|découvrez|consulter|consultez|suivre) (?:aussi|également|ensuite)",
    r"menu",
    r"mes démarches",
    r"mots[- ]cl[ée]s?",
    r"navigation",
    r"newsletters?(?: [^.]{0,30})?",
    r"(?:nos |les )?réseaux sociaux",
    r"nous suivre",
    r"pages liées",
    r"partage[rz] (?:cet?(?:te)? |la page|l'article|le contenu|sur |via |:)[^.]{0,40}",
    r"partagez?r?",
    r"plan du site",
    r"rechercher?",
    r"rest(?:ez|ons|er) (?:informée?s?|connectée?s?|en contact)",
    r"rubriques",
    r"similaires?",
    r"(?:suivez|retrouvez|rejoignez|contactez)[- ]nous(?: [^.]{0,30})?",
    r"sur le même (?:sujet|thème)",
    r"tags",
    r"(?:toutes? )?(?:les |l'|nos |vos )?(?:actualités?|actus|infos)(?: de la (?:ville|commune|métropole))?",
    r"(?:vos )?(?:accès|liens) (?:rapides?|directs?)",
    r"vos démarches",
    r"(?:vos |mes |nos )?(?:services|démarches) en ligne",
    r"(?:vous|ceci|cela|ça|ces pages) (?:aimer|pourr|pourrai|aimerie|peut|peuvent|intéress).*",
    r"[àa] (?:lire|voir|découvrir|consulter|écouter|suivre)(?: aussi| également| ensuite)?",
    r"à la une",
    r"étiquettes?",
)
"""Headings above what leads elsewhere or asks for something, without the mark at their end."""

ASIDES = _any(
    r"adresse",
    r"contacter .{0,30}",
    r"contacts? (?:presse|médias?|utiles?)",
    r"coordonnées",
    r"(?:documents?|fichiers?|formulaires?|pièces?)(?: [àa] télécharger| associée?s| jointe?s?)?",
    r"en images?",
    r"en résumé ?: les liens",
    r"en savoir \+",
    r"en savoir plus",
    r"en vidéo",
    r"galerie",
    r"(?:infos?|informations?) pratiques?",
    r"liens?",
    r"liens utiles",
    r"(?:l'|notre |votre )?(?:agenda|contacts?|événements|météo|horaires)",
    r"nous contacter",
    r"plus d'info\w*",
    r"pour aller plus loin",
    r"publications",
    r"ressources",
    r"sommaire",
    r"(?:dans|sur) cette page",
    r"télécharge\w+(?: .{0,30})?",
    r"[àa] (?:ne pas manquer|noter)",
    r"à télécharger",
)
"""Headings above a contact, an agenda, links: furniture where no sentence stands below them."""

CONSENT = _any(
    r"\bconsentement\b",
    r"\bcookies?\b",
    r"\brgpd\b",
    r"\btraceurs\b",
    r"témoins de connexion",
)
ALL_OF = _any(r"(?:voir )?tous (?:ses|mes|les) articles(?: de .{0,40})?", r"à propos de l'aute?ur\w*")
"""Links to all that an author wrote."""

ANSWERS = _any(
    r"accepte",
    r"\bok\b",
    r"\boui\b",
    r"continuer",
    r"d'accord",
    r"non merci",
    r"paramétr",
    r"personnalis",
    r"préférences",
    r"refuse",
)
"""What a banner that asks for consent lets one answer."""

PATHS = _any(r"vous êtes ici ?:?.*", r"(?:retour à l'|page d')?accueil", r"home")
"""The first piece of a breadcrumb."""

ASKS = _any(
    r"avez-vous trouvé.{0,60}",
    r"ce(?:t|tte|s)? (?:articles?|contenus?|informations?|pages?|réponses?) "
    r".{0,20}(?:-elles?|-ils?|vous a) .{0,20}utiles?.{0,10}",
    r"(?:cette|la) page (?:vous )?(?:a-t-elle|est-elle|t'a|vous a).{0,60}",
    r"(?:inscrivez|abonnez)-vous.{0,60}(?:recevoir|alerte|lettre|newsletter|actualit).{0,40}",
    r"recev(?:ez|oir) .{0,40}(?:newsletter|lettre|actualit|alertes|toutes les infos|par (?:courriel|e-?mail)).{0,60}",
    r"signaler (?:une erreur|un problème sur cette page).{0,40}",
    r"votre avis (?:nous intéresse|compte).{0,60}",
)
"""How a page asks what one thinks of it, or for one's address."""

FOOT = _any(
    r"accessibilité ?[:(]",
    r"conception ?:",
    r"données personnelles",
    r"espace presse",
    r"facebook",
    r"gestion des cookies",
    r"instagram",
    r"linkedin",
    r"marchés publics",
    r"mastodon",
    r"mentions légales",
    r"nous écrire",
    r"optimisé pour",
    r"plan du site",
    r"politique de confidentialité",
    r"powered by",
    r"propulsé par",
    r"protection des données",
    r"recrutement",
    r"\brss\b",
    r"réalisation ?:",
    r"\bstandard\b",
    r"tiktok",
    r"tous droits réservés",
    r"twitter",
    r"\btél\b",
    r"webmestre",
    r"hébergé\b|hébergement :",
    r"dernière modification par",
    r"site officiel",
    r"youtube",
    r"©",
)
"""What stands at the foot of a page."""

BUTTONS = _any(
    r"(?:accéder|consulter|contacter|découvrir|demander|envoyer|faire|je) .{0,60}",
    r"(?:lire|retrouver|télécharger|version|voir) .{0,60}",
    r"retour (?:à|aux?|vers) .{0,50}",
)
"""Links that stand alone."""

FILES = _any(r".{0,100}\b(?:csv|docx?|odt|ods|pdf|xlsx?|zip)\b.{0,4}\b\d+(?:[.,]\d+)? ?(?:k|m)[ob]\b.{0,3}")
"""Links to files, which name their size."""

PAGE_FACTS = _any(
    r"(?:détails ?:? ?)?catégories? ?: \w+(?: \w+){0,3}",
    r"(?:affichages|clics|lectures|vues) ?: \d+",
    r"(?:création|publication|mise? à jour) ?: (?:le )?\d{1,2}(?:er)? \w+ \d{4}",
    r"(?:note )?moyenne ?:? ?\(?\d+ votes?\)?.{0,20}",
)
"""What a page says of itself line by line: where it is filed, how often it was read."""

READ_ON = _any(
    r"continuer la lecture(?: .{0,80})?",
    r"découvrir(?: .{0,80})?",
    r"en savoir (?:plus|\+)(?: .{0,80})?",
    r"lire (?:la suite|l'article|plus)(?: .{0,80})?",
    r"plus d'infos?(?: .{0,80})?",
    r"suite(?: .{0,80})?",
    r"tou(?:s|te)s? (?:les|l') ?\w+(?: .{0,80})?",
    r"voir (?:plus|la suite|le détail|la fiche|tou\w+)(?: .{0,80})?",
)
"""Links under a teaser."""
