"""An evaluation as one HTML file that needs nothing else: plots are inline SVG, each beside its table."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.evaluate.judged import QUESTIONS
from pipeline.evaluate.summary import Evaluation


def write_page(found: Evaluation, file: Path) -> None:
    """Write the page. Whatever a document says is escaped."""
    file.write_text(page(found), encoding="utf-8")


def page(found: Evaluation) -> str:
    """One HTML document with tables and plots that loads nothing from elsewhere."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(found=found, questions=QUESTIONS)
