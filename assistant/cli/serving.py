"""`serve`: the page."""

from typing import Annotated

import typer

from assistant.cli.options import ChromaOption, LibraryOption, library_path, use_chroma


def serve(
    context: typer.Context,
    library: LibraryOption = None,
    chroma_url: ChromaOption = None,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            help="The address to listen on. Anything but 127.0.0.1 opens the page to others, "
            "and minutes cannot be added on it then.",
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 7860,
) -> None:
    """Open the page in which members ask their questions. It stops with Ctrl+C.

    Example: minutebook serve --port 8000
    """
    import app

    use_chroma(chroma_url)
    app.serve(library_path(context, library), host=host, port=port)
