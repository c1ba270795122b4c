"""The page: a conversation with the records, its sources beside it, and minutes added by upload.

`build_page` is the door; `talk` answers and remembers, `render` turns records into HTML (everything escaped),
`adding` takes uploads in, `examples` picks questions that this library can answer, `layout` is what stands where.
"""

from assistant.page.layout import HEAD, STYLE, THEME, build_page

__all__ = ["HEAD", "STYLE", "THEME", "build_page"]
