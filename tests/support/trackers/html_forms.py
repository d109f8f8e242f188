"""A form of a page as a person would send it without touching anything."""

from html.parser import HTMLParser


class HtmlForm(HTMLParser):
    """The fields of the form whose address ends with `action`, with what stands in them already."""

    def __init__(self, page: str, action: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.address = ""
        self._ends_with = action
        self._inside = False
        self._select = ""
        self.feed(page)
        self.close()
        assert self.address, f"no form for {action}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("action", "").partition("?")[0].endswith(self._ends_with)
            self.address = given["action"] if self._inside else self.address
        if not self._inside:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            chosen = given.get("type") not in ("checkbox", "radio", "submit", "file") or "checked" in given
            if chosen:
                self.fields[name] = given.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.fields):
            self.fields[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""
