"""From bytes to text: which encoding a file is in.

Councils' pages are UTF-8 or Windows-1252, Windows tools save UTF-16; a byte order mark or a declared character
set is believed first, valid UTF-8 second, and only then is anything estimated.
"""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?([A-Za-z0-9_\-]{2,20})""", re.I)
_CONTROLS = bytes(byte for byte in range(32) if byte not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B))
_HEAD = 65_536
# A text may hold a stray control character; more than one byte in a hundred is no text.
_MOST_CONTROLS = 0.01


def decode(content: bytes) -> str | None:
    """The text of `content` with line ends made "\\n", or None where it is no text at all."""
    text = _decoded(content)
    if text is None:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(content: bytes) -> str | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    wide = _unmarked_utf16(content[:_HEAD])
    if wide is not None:
        return content.decode(wide, errors="replace")
    if _is_binary(content):
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_otherwise(content)


def _decoded_otherwise(content: bytes) -> str:
    declared = _DECLARED.search(content[:2048])
    if declared is not None:
        name = _windows_name(declared[1].decode("ascii"))
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    if _is_nearly_utf8(content):
        return content.decode("utf-8", errors="replace")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return _estimated(content)


def _estimated(content: bytes) -> str:
    from charset_normalizer import from_bytes  # 30 ms to import, and hardly ever needed

    best = from_bytes(content[:_HEAD]).best()
    return content.decode(best.encoding if best is not None else "cp1252", errors="replace")


def _windows_name(name: str) -> str:
    """Pages that declare Latin-1 are in Windows-1252, as every browser assumes."""
    return "cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name


def _unmarked_utf16(head: bytes) -> str | None:
    if len(head) < 4:
        return None
    pairs = len(head) // 2
    if head[1::2].count(0) > 0.7 * pairs and head[0::2].count(0) < 0.05 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * pairs and head[1::2].count(0) < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_binary(content: bytes) -> bool:
    head = content[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(head)


def _is_nearly_utf8(content: bytes) -> bool:
    """Whether a UTF-8 file merely has a few broken bytes: its multi-byte sequences outnumber them."""
    text = content[:_HEAD].decode("utf-8", errors="replace")
    broken = text.count("�")
    return sum(1 for character in text if character > "\x7f") > 3 * broken
