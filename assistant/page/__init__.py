"""The page: a conversation with the records, its sources beside it, and minutes added by upload.

`build_page` is the door. `layout` says what stands where, `desk` what happens when something is touched, `talk`
answers and remembers, `render` turns records into HTML (everything escaped), `adding` takes uploads in, and
`examples` picks questions that this library can answer.
"""

from assistant.page.layout import HEAD, THEME, build_page

__all__ = ["HEAD", "THEME", "build_page"]
