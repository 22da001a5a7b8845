"""How every command ends: errors in one line on stderr, and the exit status CONTRACT.md names."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from pipeline.errors import EngagementsError, InvalidInput

SOME_FAILED, WRONG_USAGE = 1, 2


class WrongUsage(EngagementsError):
    """An option, an argument or a setting that does not fit."""


class Failed(click.ClickException):
    """Shown as one line on stderr."""

    exit_code = SOME_FAILED

    def show(self, file: Any = None) -> None:
        line = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in self.message))
        click.echo(f"engagements: {line.strip()}", file=file, err=file is None)


class Refused(Failed):
    exit_code = WRONG_USAGE


@contextmanager
def usage_in_one_line() -> Iterator[None]:
    """click's own errors of usage take three lines and a frame."""
    try:
        yield
    except click.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # click 8.2 and later; its message is the help
            raise
        path = error.ctx.command_path if error.ctx else "engagements"
        said = error.format_message()
        raise Refused(f"{said}{'' if said.endswith(('.', '?', '!')) else '.'} See: {path} --help") from None


class Commands(click.Group):
    """A group whose every error is one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with usage_in_one_line():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with usage_in_one_line():
            return super().invoke(ctx)


def clear_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Errors raised on purpose end in one line on stderr: status 2 where what was given does not fit, else 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except (InvalidInput, WrongUsage) as error:
            raise Refused(str(error)) from error
        except EngagementsError as error:
            raise Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # "engagements … | head": click ends quietly
                raise
            raise Failed(str(error)) from error

    return wrapped
