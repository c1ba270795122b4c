"""The LlamaIndex form of the readers."""

from pathlib import Path

import pytest
from llama_index.core import SimpleDirectoryReader
from llama_index.core.readers.base import BaseReader

from ingest import MinutesReader, read_file
from ingest.errors import UnreadableSource

PAGE = """Agenda item
Agenda item
Bus lanes in Fore Street
Meeting of Transport Panel, Tuesday 7 March 2023 6.00 pm (Item 4.)
Minutes:
The Head of Highways advised that the lanes would open in May. Councillor Ogle asked who would pay.
Decisions
1. That the report be noted.
Supporting documents:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "item.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_an_item_is_a_document_with_its_words_and_where_they_come_from(folder: Path) -> None:
    reader = MinutesReader()
    assert isinstance(reader, BaseReader)
    (document,) = reader.load_data(folder / "item.txt")
    item = read_file(folder / "item.txt").meetings[0].items[0]
    assert document.id_ == item.id
    assert document.text == f"{item.minutes}\nThat the report be noted."
    assert document.metadata["committee"] == "Transport Panel"
    assert document.metadata["date"] == "2023-03-07"
    assert document.metadata["speakers"] == "The Head of Highways, Councillor Ogle"


def test_it_serves_as_file_extractor_of_a_directory_reader(folder: Path) -> None:
    documents = SimpleDirectoryReader(str(folder), file_extractor={".txt": MinutesReader()}).load_data()
    assert [document.metadata["item_title"] for document in documents] == ["Bus lanes in Fore Street"]
    assert documents[0].metadata["file_name"] == "item.txt"


def test_what_cannot_be_read_raises_our_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableSource, match="empty"):
        MinutesReader().load_data(tmp_path / "empty.txt")


def test_exempt_text_is_not_handed_on_unless_asked_for(tmp_path: Path) -> None:
    page = PAGE.replace("Bus lanes in Fore Street", "Purchase of land (Exempt Category 3)")
    (tmp_path / "item.txt").write_text(page, encoding="utf-8")
    assert MinutesReader().load_data(tmp_path / "item.txt") == []
    assert len(MinutesReader(include_restricted=True).load_data(tmp_path / "item.txt")) == 1
