"""The program `minutebook`: its commands, what it says about itself, and how it ends."""

import logging
import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from pydantic import ValidationError

from assistant.cli import asking, exporting, finding, judging, keeping, reading, serving
from assistant.cli.options import LibraryOption, UsedWrongly
from assistant.cli.output import tell
from ingest.errors import MinutebookError

program = typer.Typer(
    name="minutebook",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minutebook {version('minutebook')}")
        raise typer.Exit


@program.callback()
def options(
    context: typer.Context,
    library: LibraryOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say on standard error what is being done.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Ask what a committee said. Minutes are read into a library; answers cite the agenda item and the speaker."""
    context.obj = library
    logging.basicConfig(
        level=logging.INFO if verbose else logging.ERROR, format="%(name)s: %(message)s", stream=sys.stderr
    )


for command in (
    reading.parse,
    reading.ingest,
    finding.search,
    asking.ask,
    asking.chat,
    asking.precedents,
    keeping.library,
    exporting.export,
    judging.evaluate,
    serving.serve,
):
    program.command(
        "eval" if command is judging.evaluate else None, short_help=(command.__doc__ or "").partition("\n")[0]
    )(command)


def main() -> None:
    """The console command: runs, and ends with 0, 1 (failed) or 2 (used wrongly)."""
    try:
        program(prog_name="minutebook")
    except UsedWrongly as error:
        tell(str(error))
        sys.exit(2)
    except MinutebookError as error:
        tell(str(error))
        sys.exit(1)
    except ValidationError as error:
        fault = error.errors()[0]
        named = "_".join(("MINUTEBOOK", *map(str, fault["loc"]))).upper() if fault["loc"] else "of a language model"
        tell(f"The setting {named} is wrong: {fault['msg'].removeprefix('Value error, ')}.")
        sys.exit(2)
    except KeyboardInterrupt:
        tell("Broken off; the library is as after the last whole meeting.")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
