"""The forms that a page sends, and which of them take free text without the mark that keeps it (bar F4)."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser

from goldenthread.process.drafts import TITLE
from goldenthread.process.keeping import FAMILY, PAGE

TYPED = {"text", "email", "tel", "url"}


@dataclass
class Sent:
    """One form that is posted. text: the names of its free text; mark: its draft mark; title: what the draft is called."""

    action: str
    text: list[str] = field(default_factory=list)
    mark: str = ""
    title: str = ""

    @property
    def nameless(self) -> bool:
        """Whether its author would find it as "A form": kept under a page's address, and without a title."""
        payload = self.mark.partition(":")[0]
        said = urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode(errors="replace")
        return not self.title and any(f'"{kind}:/' in said for kind in (PAGE, FAMILY))


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Sent] = []
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.inside = named.get("method", "").lower() == "post" and named.get("role") != "search"
            self.sent += [Sent(named.get("action", ""))] if self.inside else []
        elif self.inside and (tag == "textarea" or tag == "input" and named.get("type", "text") in TYPED):
            self.sent[-1].text.append(named.get("name", ""))
        elif self.inside and tag == "input" and named.get("name") == "draft_mark":
            self.sent[-1].mark = named.get("value", "")
        elif self.inside and tag == "input" and named.get("name") == TITLE:
            self.sent[-1].title = named.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def forms_on(page: str) -> list[Sent]:
    """Every form of the page that is posted, in order."""
    reader = _Forms()
    reader.feed(page)
    return reader.sent


def unkept_text(page: str) -> list[str]:
    """The names of free text in forms that would lose it with the sign-in. Parts of a date and searches are no text."""
    dates = ("-day", "-month", "-year", "_day", "_month", "_year")
    return [name for form in forms_on(page) if not form.mark for name in form.text if not name.endswith(dates)]
