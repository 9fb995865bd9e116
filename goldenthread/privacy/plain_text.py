"""Plain text as people type it, made fit to be written into any kind of file."""

import re

# Characters that no page shows and that files refuse (XML 1.0 forbids them), and the old signs that
# turn the direction of writing round. The latter can make "gpj.exe" read as "exe.jpg"; the newer
# isolates (U+2066 to U+2069) cannot reach beyond their paragraph and real Arabic and Hebrew need them.
NEVER_SHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ufffe\uffff\ud800-\udfff]")
# A line can end in five ways; a vertical tab is what Word leaves for a line break inside a paragraph.
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The same words, with one kind of line end and without characters that cannot be shown.

    Markup is not touched: `<b>` and `#import` are words like any other, and each rendering keeps them so.
    """
    return NEVER_SHOWN.sub("", LINE_ENDS.sub("\n", text))


def clean_line(text: str) -> str:
    """The same words on one line, with single spaces: for a title, a label or a name."""
    return " ".join(clean(text).split())


def set_apart(text: str) -> str:
    """Each line in its own direction: in an Arabic letter "21 May 2026" would else be read as "May 2026 21"."""
    return "\n".join(f"\u2068{line}\u2069" for line in text.split("\n"))
