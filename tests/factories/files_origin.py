"""Files that come from an origin of their own, in tests: the second host, and a browser that follows there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldenthread.documents.models import Audience
from tests.access.asking import browser

from .letters import a_document
from .world import World, viewer_of

HOST = "files.example.org"
ORIGIN = f"https://{HOST}"
WORDS = b"What the therapist saw.\n"


def use_files_origin(settings: Any) -> None:
    settings.FILES_ORIGIN = ORIGIN
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, HOST]


def asked_for(address: str, method: str = "get", client: Client | None = None) -> HttpResponse:
    """What the files' origin answers. As in a browser, no cookie of the pages comes along, unless a client is given."""
    parts = urlsplit(address)
    return getattr(client or Client(), method)(parts.path, HTTP_HOST=parts.netloc or HOST)


def link_of(answer: HttpResponse) -> str:
    """The address that a page's answer leads to; it must lead to the files' origin."""
    assert (answer.status_code, answer.content) == (303, b"")
    assert answer["Location"].startswith(f"{ORIGIN}/file/")
    return answer["Location"]


@dataclass
class Download:
    """A document on Amara's record that everybody there may open, and the SENCO's browser, which asks for it."""

    world: World = field(default_factory=World)

    def __post_init__(self) -> None:
        self.person = self.world.staff("senco")
        assert self.world.ada
        self.document = a_document(viewer_of(self.person), self.world.amara, audience=Audience.EVERYONE)
        self.client = browser(self.person, "senco")

    def page(self) -> Any:
        return self.client.get(reverse("document_file", args=[self.document.pk]))

    def link(self) -> str:
        return link_of(self.page())
