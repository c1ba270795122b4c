"""The page of Minutebook. `python app.py` opens it over the library that is set, on 127.0.0.1."""

import logging
import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from index import IndexSettings, Library
from ingest.errors import MinutebookError

if TYPE_CHECKING:
    from assistant import Assistant

logger = logging.getLogger(__name__)
LARGEST_UPLOAD = "50mb"


def serve(library: Path, *, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Open the page over the library in the folder `library` until it is stopped; an empty one where there is none.

    Minutes can be added on the page only where it is open to nobody but this machine; `port` 0 takes a free one.
    Raises `MinutebookError` where the folder is no library, or a restricted one (which is never shown on a page), or
    the port is taken.
    """
    # Set before Gradio is imported: it reads them then. Nothing is sent anywhere.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"
    with Library.open(library, create=True, restricted=False, resident=True) as opened:
        from assistant import Assistant
        from assistant.page import HEAD, THEME, build_page

        assistant = Assistant(opened)
        blocks = build_page(assistant, adding=_only_here(host))
        if opened.meetings():
            _make_ready(assistant)
        try:
            _, address, _ = blocks.launch(
                server_name=host,
                server_port=port or None,
                theme=THEME,
                head=HEAD,
                max_file_size=LARGEST_UPLOAD,
                footer_links=[],
                ssr_mode=False,
                show_error=False,
                enable_monitoring=False,
                quiet=True,
                prevent_thread_lock=True,
            )
        except OSError as error:
            raise MinutebookError(
                f"The page cannot be opened on {host}:{port}: {error}. Give another --port."
            ) from None
        sys.stderr.write(f"Minutebook is open at {address} over the library {library}. Ctrl+C closes it.\n")
        sys.stderr.flush()
        blocks.block_thread()


def _make_ready(assistant: "Assistant") -> None:
    try:
        assistant.make_ready()
    except MinutebookError as error:
        logger.warning("No question can be answered yet: %s", error)


def _only_here(host: str) -> bool:
    """Whether nobody but this machine reaches a page on `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def main() -> None:
    """Open the page; end with a sentence and status 1 where it cannot be opened."""
    logging.basicConfig(level=logging.WARNING)
    try:
        serve(IndexSettings().library)
    except MinutebookError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
