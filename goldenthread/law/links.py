"""A link as it is shown in full."""

from __future__ import annotations

import re


def breakable(link: str) -> list[str]:
    """The link in the pieces between which a narrow screen may break it; together they are the link."""
    return [piece for piece in re.findall(r"[^/?&=_.]*[/?&=_.]?", link) if piece]
