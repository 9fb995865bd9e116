"""Templates and pages of the design system alone: no account, no database, no other app's context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory, override_settings
from django.urls import include, path, resolve

ENGINE = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True,
    "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
}

urlpatterns = [path("design/", include("goldenthread.design_system.urls"))]


@pytest.fixture(autouse=True)
def design_system_alone() -> Iterator[None]:
    with override_settings(TEMPLATES=[ENGINE], ROOT_URLCONF="tests.design_system.conftest"):
        yield


@pytest.fixture
def rendered() -> Callable[..., str]:
    """Renders template source with the tags loaded."""

    def render(source: str, **context: Any) -> str:
        template = engines["django"].from_string("{% load golden_thread %}" + source)
        return template.render(context, RequestFactory().get("/"))

    return render


@pytest.fixture
def page() -> Callable[[str], str]:
    """The text of one of the gallery's addresses."""

    def get(address: str) -> str:
        request = RequestFactory().get(address)
        view, args, parts = resolve(request.path_info)
        return view(request, *args, **parts).content.decode()

    return get
