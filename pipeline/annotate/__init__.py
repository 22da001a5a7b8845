"""Labels by people: what is worth labelling, to and from their tools, agreement, and how they outrank the models.

``labels`` keeps them in ``annotations/labels.jsonl``; ``outrank`` lets them win in a refresh; ``choose`` picks what to
label next; ``tasks`` and ``label_studio`` write and read what annotators see; ``agreement`` compares annotators;
``outside`` reads data sets of others; ``check`` refuses duplicates and files of unknown origin.
"""
