"""Which model, which features, how many examples: comparisons for ``models/README.md``.

``python -m benchmarks.models`` runs all of it on the labelled documents as they are (make compare, up to 15 minutes)
and writes its tables between two marks of models/README.md. Figures are lower than those of ``models/card.json``:
three folds instead of five, vocabularies cut so that every family can be fitted often.
"""
