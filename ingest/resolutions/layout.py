"""The lines of an item as they lie in its paragraphs, each with what it does for a decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.resolutions.acts import Act, act_of
from ingest.resolutions.lines import Line, Paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """A line with the paragraph in which it stands and what it does for a decision."""

    line: Line
    paragraph: int
    act: Act | None

    @property
    def words(self) -> str:
        """The text of the line without its marker."""
        return self.line.words


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs and their lines; `begins[n]` is the first line of paragraph n, the last entry the end."""

    paragraphs: tuple[Paragraph, ...]
    places: tuple[Place, ...]
    begins: tuple[int, ...]

    def paragraph_of(self, at: int) -> Paragraph:
        """The paragraph in which line `at` stands."""
        return self.paragraphs[self.places[at].paragraph]

    def rest_of_paragraph(self, at: int) -> range:
        """The lines from `at` to the end of its paragraph."""
        return range(at, self.begins[self.places[at].paragraph + 1])

    def is_first(self, at: int) -> bool:
        """Whether line `at` begins its paragraph."""
        return self.begins[self.places[at].paragraph] == at

    def act_of_paragraph(self, number: int) -> Act | None:
        """What the first line of a paragraph does; None where it has no line."""
        first = self.begins[number]
        return self.places[first].act if first < self.begins[number + 1] else None


def lay_out(paragraphs: Sequence[Paragraph]) -> Layout:
    """The layout of `paragraphs`."""
    places: list[Place] = []
    begins = [0]
    for number, paragraph in enumerate(paragraphs):
        for at, line in enumerate(paragraph.lines):
            begins_paragraph = at == 0 and paragraph.kind != "bullet"
            places.append(Place(line, number, act_of(line.words, begins_paragraph=begins_paragraph)))
        begins.append(len(places))
    return Layout(tuple(paragraphs), tuple(places), tuple(begins))
