"""Templates rendered at once: nothing they show is awaited, and awaiting it all the same takes as long again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from jinja2 import BytecodeCache, Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from jinja2 import Environment
    from jinja2.bccache import Bucket


class AtOnce(Template):
    """What Datasette awaits, without a wait."""

    async def render_async(self, *args: Any, **kwargs: Any) -> str:
        return self.render(*args, **kwargs)


class Remembered(BytecodeCache):
    """Compiled templates of this process: another site of the same one does not compile them again."""

    def __init__(self) -> None:
        self.compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.compiled:
            bucket.bytecode_from_string(self.compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled[bucket.key] = bucket.bytecode_to_string()


_remembered = Remembered()
_environments: WeakKeyDictionary[Environment, Environment] = WeakKeyDictionary()


def template(datasette: Datasette, names: Sequence[str]) -> Template:
    """The first of these templates there is. It must not await: no ``menu_links()``, no ``crumb_items()``."""
    given = datasette.jinja_env
    if given not in _environments:
        environment = given.overlay(enable_async=False)
        environment.template_class = AtOnce
        environment.bytecode_cache = _remembered
        _environments[given] = environment
    return _environments[given].select_template(list(names))


async def rendered(datasette: Datasette, request: Request, names: Sequence[str], context: dict[str, Any]) -> str:
    html: str = await datasette.render_template(template(datasette, names), context, request=request)
    return html


def prepare(datasette: Datasette) -> None:
    """Compile the templates before the first reader waits for it; a Datasette started without them has none."""
    if datasette.template_dir is None:
        return
    for file in sorted(Path(datasette.template_dir).glob("*.*ml")):
        template(datasette, [file.name])
