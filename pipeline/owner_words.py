"""How a sentence begins that goes on about the one before it. Data only, sorted; the logic is in ``owners``."""

# After "il" or "elle": nobody is meant.
IMPERSONAL = (
    "convient", "existe", "fallait", "faudra", "faut", "importe", "reste", "semble", "y a", "y avait", "est essentiel",
    "est important", "est indispensable", "est nécessaire", "est possible", "est temps", "est urgent", "est vrai",
)  # fmt: skip
# After "ce", "cet", "cette", "ces": a time, not what was said before.
TIMES = (
    "annee", "année", "automne", "dernier", "dernière", "dernières", "derniers", "été", "hiver", "jour", "matin",
    "mois", "printemps", "prochain", "prochaine", "prochaines", "prochains", "semaine", "soir",
)  # fmt: skip
# After an article: words for the act that was just told.
ACTS = (
    "action", "aide", "budget", "chantier", "cofinancement", "convention", "coût", "dépense", "dispositif", "ensemble",
    "enveloppe", "financement", "livraison", "mesure", "montant", "opération", "programme", "projet", "subvention",
    "tout", "travaux",
)  # fmt: skip
# Labels of what is added to an act, and phrases that point back.
LABELS = (
    "A ce jour", "A ce titre", "A terme", "Au total", "Avec l['’]appui", "Avec le soutien", "Bilan", "Budget",
    "Calendrier", "Cible", "Co-financ\\w+", "Cofinanc\\w+", "Coût", "Dans ce cadre", "Date", "Dont", "Durée", "Début",
    "Délai", "Dépense", "Echéance", "En partenariat", "Enveloppe", "Fin", "Financement", "Financeur", "Financé",
    "Indicateur", "Livraison", "Ma[iî]tr(?:e|ise) d['’]ouvrage", "Mise en service", "Montant", "Moyens", "Objectif",
    "Partenaire", "Pilote", "Porteur", "Pour ce faire", "Pour cela", "Public", "Référent", "Résultat", "Soit",
    "Subvention", "Territoire", "À ce jour", "À ce titre", "À terme", "Échéance",
)  # fmt: skip
