"""What somebody looks for, carried in an address without being readable there.

A name in an address would stand in the browser's history and in the logs of every machine between (bar A10,
ASVS 14.2.1). Enciphered with the site's own key, it can still be kept as a link and opened by a colleague.
"""

from __future__ import annotations

from cryptography.fernet import InvalidToken

from goldenthread.privacy.secrets import fernet

_PURPOSE = "words looked for"
LONGEST = 100


def hidden(words: str) -> str:
    """The words as a mark that can stand in an address; "" for none."""
    return fernet(_PURPOSE).encrypt(words.strip()[:LONGEST].encode()).decode() if words.strip() else ""


def shown(mark: str) -> str:
    """The words behind a mark; "" for a mark that is not ours."""
    try:
        return fernet(_PURPOSE).decrypt(mark.encode()).decode() if mark else ""
    except (InvalidToken, UnicodeError):
        return ""
