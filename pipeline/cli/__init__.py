"""The ``engagements`` command: a module a group of commands.

Heavy imports happen where they are used, so that ``--help`` answers at once.
"""

from __future__ import annotations

import io
import sys

import click

from pipeline import __version__
from pipeline.cli.annotate import annotate
from pipeline.cli.document import extract
from pipeline.cli.evaluation import evaluate
from pipeline.cli.export import export
from pipeline.cli.floors import floors
from pipeline.cli.frame import Commands
from pipeline.cli.learning import train
from pipeline.cli.operations import doctor, schedule, status
from pipeline.cli.site import serve
from pipeline.cli.sources import add, refresh

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group("engagements", cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="engagements")
def main() -> None:
    """What French local governments promise, with whom, for how much, by when.

    \b
    Start:  engagements refresh --corpus corpus/demo --db demo.db
            engagements serve --db demo.db
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if encoding.lower().replace("-", "") != "utf8" and isinstance(sys.stdout, io.TextIOWrapper):
        # French and JSON both need more than a terminal of old knows; what goes to a file is UTF-8.
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=encoding if terminal else "utf-8", errors="replace")


COMMANDS = (refresh, add, extract, serve, export, train, evaluate, annotate, floors, schedule, status, doctor)
for command in COMMANDS:
    main.add_command(command)
