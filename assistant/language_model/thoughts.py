"""A reasoning model's thoughts, left out of its text: some endpoints send them in front of the answer."""

from collections.abc import Iterable, Iterator

_BEGIN, _END = "<think>", "</think>"


def without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """The text of `pieces` without what stands between "<think>" and "</think>"; a mark may be cut over pieces."""
    held, thinking = "", False
    for piece in pieces:
        held += piece
        while (mark := _END if thinking else _BEGIN) in held:
            before, _, held = held.partition(mark)
            if before and not thinking:
                yield before
            thinking = not thinking
        kept = _begun(held, mark)
        ready, held = held[: len(held) - kept], held[len(held) - kept :]
        if ready and not thinking:
            yield ready
    if held and not thinking:
        yield held


def _begun(text: str, mark: str) -> int:
    """How many characters at the end of `text` may be the beginning of `mark`."""
    return next((size for size in range(min(len(mark) - 1, len(text)), 0, -1) if mark.startswith(text[-size:])), 0)
