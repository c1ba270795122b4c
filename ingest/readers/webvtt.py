"""Captions with speakers: WebVTT ("<v Jane Smith>words</v>", as meeting software saves them) and SubRip (.srt).

Times may lack their padding ("0:0:1.250"). Captions of one voice are joined to paragraphs.
"""

import html
import re
from collections.abc import Iterator

from ingest.blocks import clean
from ingest.draft import Block, DraftItem, DraftMeeting
from ingest.errors import UnreadableSource
from ingest.raw import RawSource
from ingest.readers.protocol import CERTAIN, LIKELY, Recognition
from ingest.readers.turns import turn_of

NAME = "webvtt"

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}.*$", re.M)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]{1,200})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang)\b[^<>]*>|<\d[\d:.]*>")
# Long turns become several paragraphs, each ending where a sentence does.
_LONG = 700


def recognise(source: RawSource) -> Recognition | None:
    """Certain by the signature "WEBVTT", likely by several lines of times."""
    timings = len(_TIMING.findall(source.head))
    if source.head.lstrip("\ufeff \n").startswith("WEBVTT"):
        return Recognition(CERTAIN, "It begins with the signature of WebVTT captions.")
    if timings > 2:
        return Recognition(LIKELY, f"It holds {timings} lines of caption times (“00:00:01,000 --> 00:00:04,000”).")
    return None


def read(source: RawSource) -> tuple[DraftMeeting, ...]:
    """The one meeting of the captions, as one item. Raises `UnreadableSource` where they hold no words."""
    blocks = tuple(_paragraphs(_captions(source.text)))
    if not blocks:
        raise UnreadableSource("The captions hold no words; export them again from the recording.")
    warnings = () if any(block.voice for block in blocks) else ("The captions do not say who speaks.",)
    return (DraftMeeting(items=(DraftItem(minutes=blocks),), format=NAME, transcript=True, warnings=warnings),)


def _captions(text: str) -> Iterator[tuple[str | None, str]]:
    """The voice, where a caption names it, and the words of each caption."""
    timings = list(_TIMING.finditer(text))
    ends = [timing.start() for timing in timings[1:]] + [len(text)]
    for timing, end in zip(timings, ends, strict=False):
        payload = re.split(r"\n[ \t]*\n", text[timing.end() : end].lstrip("\n"), maxsplit=1)[0]
        named = list(_VOICE.finditer(payload))
        if not named:
            yield from _printed_voice(payload)
            continue
        if payload[: named[0].start()].strip():
            yield from _printed_voice(payload[: named[0].start()])
        stops = [voice.start() for voice in named[1:]] + [len(payload)]
        for voice, stop in zip(named, stops, strict=True):
            yield clean(html.unescape(voice["name"])), _words(payload[voice.end() : stop])


def _printed_voice(payload: str) -> Iterator[tuple[str | None, str]]:
    words = _words(payload)
    turn = turn_of(words)
    if words:
        yield (turn[0] if turn else None), words


def _words(payload: str) -> str:
    return clean(html.unescape(_TAG.sub("", payload)))


def _paragraphs(captions: Iterator[tuple[str | None, str]]) -> Iterator[Block]:
    """Captions joined while one voice speaks; one that names nobody goes on with the voice before it."""
    voice: str | None = None
    words = ""
    for name, text in captions:
        changes = name is not None and name != voice
        if words and (changes or (len(words) > _LONG and words.endswith((".", "?", "!")))):
            yield Block(words, voice=voice)
            words = ""
        voice = name or voice
        words = f"{words} {text}".strip()
    if words:
        yield Block(words, voice=voice)
