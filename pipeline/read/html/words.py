"""How French public sites name what is not content: data only."""

from __future__ import annotations

SKIPPED_TAGS = frozenset(
    "applet audio base canvas dialog embed frame frameset head iframe input link map marquee math meta nav noembed "
    "noframes noscript object option param script select style svg template textarea title video".split()
)
"""Never read."""

BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
"""Begin and end a block."""

FURNITURE_ROLES = frozenset(
    "alertdialog banner complementary contentinfo dialog menu menubar navigation search tablist toolbar".split()
)

FURNITURE_NAMES = frozenset(
    """
    addthis addtoany ariane axeptio backtotop breadcrumb breadcrumbs burger captcha commentaires comments consent
    cookie cookiebar cookies cta didomi evitement extrainfo fil-ariane filariane flash-info flashinfo footer gdpr
    haut-de-page hautpage
    langues language-switcher lire-aussi lireaussi login loginform megamenu mega-menu menu menu-principal
    mobile-menu modal navbar nav navigation navleft newsletter onetrust pager pagination partage partager
    pied pied-de-page piedpage popin popup post-navigation print printlink prochain-article related
    related-posts reseaux-sociaux retour-haut rgpd rss sharing share sharebar sharedaddy sidebar
    skip skiplinks skip-link social social-links socials sommaire-nav spip-admin tags tarteaucitron
    tarteaucitronroot toolbar topbar view-side voir-aussi voiraussi widget-area zone-partage
    """.split()
)
"""Class names and ids, whole or as their parts parted by a hyphen or underscore."""

BUTTON_NAMES = frozenset("bouton btn button".split())
"""Of links that stand alone and call to do something."""

HIDDEN_NAMES = frozenset(
    "element-invisible fr-sr-only screen-reader-text sr-only u-sr-only visually-hidden visuallyhidden".split()
)
"""Read out to the blind, shown to nobody else."""

CAPTION_NAMES = frozenset(
    "caption copyright credit credits credits-photo legende legend source wp-caption-text".split()
)

FURNITURE_LINES = frozenset(
    """
    accepter|accueil|ajouter aux favoris|aller au contenu|aller à la navigation|augmenter la taille du texte|
    bas de page|
    copier le lien|courriel|diminuer la taille du texte|en savoir plus|envoyer par courriel|envoyer à un ami|
    facebook|fermer|haut de page|imprimer|imprimer la page|j'accepte|lire la suite|linkedin|menu|partager|
    partager cette page|partager sur facebook|partager sur linkedin|partager sur twitter|partager sur x|précédent|
    recevoir par courriel|rechercher|refuser|retour|retour en haut|retour en haut de page|retour à l'accueil|
    répondre à cet article|
    retour à la liste|suivant|tout accepter|tout refuser|twitter|télécharger|version imprimable|whatsapp|écouter
    """.replace("\n    ", "")
    .strip()
    .split("|")
)
"""Lines that are buttons or links wherever they stand, in lower case."""
