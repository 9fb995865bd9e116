"""Text that lies encrypted in the database and is plain in Python. It cannot be searched or sorted by, on purpose."""

from __future__ import annotations

from typing import Any

from django.db import models

from .secrets import fernet

_PURPOSE = "sealed-text"


def seal(words: str | None) -> str | None:
    """Words as a sealed field keeps them: for rows that are written by SQL of our own."""
    return fernet(_PURPOSE).encrypt(words.encode()).decode() if words else words


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """A TextField whose value is sealed with the site's key. An empty text stays empty.

    sealed: tells whatever writes rows without Django (database/copying.py) that the words must be prepared first.
    """

    sealed = True

    def get_prep_value(self, value: Any) -> Any:
        return seal(super().get_prep_value(value))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return fernet(_PURPOSE).decrypt(value.encode()).decode() if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise TypeError(f"{self.name} is sealed: it cannot be looked up.")
        return super().get_lookup(lookup_name)
