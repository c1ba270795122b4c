"""One page of a live site, fetched when a command names its address, and at no other time."""

import re
from urllib.parse import urlsplit

from ingest.errors import UnreadableSource
from ingest.reading import Reading, read_content

_AGENT = "minutebook/0.1 (reads one page of published minutes)"
_SECONDS = 30.0
_LARGEST = 64 * 2**20
_ATTEMPTS = 3
_WORTH_ANOTHER_ATTEMPT = frozenset((429, 500, 502, 503, 504))


def read_address(url: str, *, include_restricted: bool = False) -> Reading:
    """Fetch and read the page or file at `url`. Raises `UnreadableSource`."""
    if not re.match(r"https?://[^\s/]", url, re.I):
        raise UnreadableSource(f"{url} is no web address. Begin it with https:// or name a file.")
    return read_content(_fetched(url), url=url, include_restricted=include_restricted)


def _fetched(url: str) -> bytes:
    import httpx  # a quarter of a second to import, and only for addresses
    from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

    def is_passing(error: BaseException) -> bool:
        if isinstance(error, httpx.HTTPStatusError):
            return error.response.status_code in _WORTH_ANOTHER_ATTEMPT
        return isinstance(error, (httpx.ConnectError, httpx.TimeoutException))

    attempts = Retrying(
        stop=stop_after_attempt(_ATTEMPTS),
        wait=wait_exponential(multiplier=0.5, max=8),
        retry=retry_if_exception(is_passing),
        reraise=True,
    )
    try:
        return attempts(_download, url)
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        raise UnreadableSource(f"{urlsplit(url).netloc} answered {status} for {url}. {_advice(status)}") from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreadableSource(
            f"{url} cannot be fetched ({type(error).__name__}). Check the address and the connection, "
            "or save the page and read the file."
        ) from None


def _download(url: str) -> bytes:
    import httpx

    headers = {"User-Agent": _AGENT}
    with (
        httpx.Client(timeout=_SECONDS, follow_redirects=True, headers=headers) as client,
        client.stream("GET", url) as response,
    ):
        response.raise_for_status()
        content = bytearray()
        for piece in response.iter_bytes():
            content += piece
            if len(content) > _LARGEST:
                raise UnreadableSource(f"{url} delivers more than {_LARGEST // 2**20} MB, which is no page of minutes.")
        return bytes(content)


def _advice(status: int) -> str:
    if status in (401, 403, 429):
        return "Many councils' sites refuse programs: open the page in a browser, save it, and read the file."
    return "Check the address, or save the page and read the file."
