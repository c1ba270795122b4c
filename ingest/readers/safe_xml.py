"""XML from anywhere: parsed without entities or outside references, within bounds, and looked at by tag name.

Raises `UnreadableSource` where it is broken, or built to exhaust whoever reads it.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ingest.errors import UnreadableSource

# Word leaves characters in its texts that XML forbids, as such or by number; parsers stop at them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\\d|3[01]));", re.I
)
_LARGEST = 64 * 1024 * 1024
_DEEPEST = 500


def parse_xml(content: str) -> Element:
    """The root element of an XML document."""
    if len(content) > _LARGEST:
        raise UnreadableSource(f"The XML is larger than {_LARGEST // 1024 // 1024} MB; give one meeting a file.")
    try:
        root: Element = fromstring(
            _FORBIDDEN.sub("", content), forbid_dtd=False, forbid_entities=True, forbid_external=True
        )
    except DefusedXmlException:
        raise UnreadableSource(
            "The XML defines entities, which can be used to exhaust memory; save it without them."
        ) from None
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableSource(f"The XML is broken ({error}); save it again from its source.") from None
    _refuse_depth(root)
    return root


def _refuse_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableSource(f"The XML nests more than {_DEEPEST} elements in one another, which no minutes do.")
        level = [child for element in level for child in element]


def name_of(element: Element) -> str:
    """The tag of an element without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def children(element: Element, *names: str) -> Iterator[Element]:
    """The direct children with one of these names."""
    return (child for child in element if name_of(child) in names)


def child_text(element: Element, name: str) -> str | None:
    """The text of the first direct child with this name, as one line; None where there is none or it is blank."""
    for child in children(element, name):
        return line_of(child) or None
    return None


def line_of(element: Element) -> str:
    """All text in an element as one line."""
    return " ".join("".join(element.itertext()).split())


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """The elements anywhere below with one of these names, in order."""
    return (found for found in element.iter() if found is not element and name_of(found) in names)
