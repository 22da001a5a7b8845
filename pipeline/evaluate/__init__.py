"""How good the extraction is: on labelled examples the models have not seen, or against hand-made gold.

``judge_own`` and ``judge_gold`` give one ``Judged`` a document; ``summarise`` makes an ``Evaluation`` of them,
with intervals; ``page`` shows it as HTML and the command line as tables.
"""
