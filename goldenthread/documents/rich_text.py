"""Staff notes with a little form: paragraphs, lists, bold, links. Written as Markdown, shown as safe HTML.

Two locks: the reader of Markdown never lets HTML through, and what it makes is cleaned once more against a short
list of what may be there at all.
"""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from goldenthread.privacy.plain_text import clean

CLASSES = {
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "h3": "govuk-heading-s",
    "blockquote": "govuk-inset-text",
}
TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "blockquote", "code"}
READER = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
    ["image", "html_block", "html_inline", "code", "fence", "hr", "reference"]
)


def rendered(markdown: str) -> SafeString:
    """The note as HTML for a page. Every heading becomes one small heading; pictures and HTML stay words.

    A link leads to http, https or mailto only, and tells the other site nothing.
    """
    tokens = READER.parse(clean(markdown))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3"
    _dress(tokens)
    html = READER.renderer.render(tokens, READER.options, {})
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        allowed_classes={tag: set(classes.split()) for tag, classes in CLASSES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(cleaned)  # noqa: S308 - cleaned by nh3 on the line above


def _dress(tokens: list[Token]) -> None:
    for token in tokens:
        if token.tag in CLASSES and token.nesting == 1:
            token.attrSet("class", CLASSES[token.tag])
        if token.children:
            _dress(token.children)
