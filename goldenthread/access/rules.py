"""One access rule on every view. A view without one is refused at start-up, and by a test that walks the URLs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from .permissions import NotFound, Right

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Rule:
    """kind: public, signed_in or right. A rule with `right.shows_children` must leave an entry in the view log."""

    kind: str
    right: Right | None = None


def _with_rule(view: View, rule: Rule) -> View:
    if hasattr(view, "access_rule"):
        raise ValueError(f"{view.__module__}.{view.__name__} declares two access rules.")
    view.access_rule = rule  # type: ignore[attr-defined]
    return view


def public(view: View) -> View:
    """Anyone may open this page: it shows nothing about any person."""
    return _with_rule(view, Rule("public"))


def signed_in(view: View) -> View:
    """Any signed-in person may open this page: it shows only what is about their own account."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            raise SignInNeeded
        return view(request, *args, **parts)

    return _with_rule(checked, Rule("signed_in"))


def needs(right: Right) -> Callable[[View], View]:
    """Only roles that hold this right open the page; to all others it does not exist.

    The view still loads what it shows through a query with the viewer first. If the right shows children, a
    successful answer without an entry in the view log is an error, so nobody can forget it (bar A12).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                raise SignInNeeded
            viewer = getattr(request, "viewer", None)
            if viewer is None or not viewer.has(right.name):
                raise NotFound(right.name)
            response = view(request, *args, **parts)
            if right.shows_children and response.status_code == 200 and not request.views_seen:  # type: ignore[attr-defined]
                raise UnloggedView(f"{view.__module__}.{view.__name__} showed children and logged no view.")
            return response

        return _with_rule(checked, Rule("right", right))

    return decorate


class SignInNeeded(Exception):
    """Nobody is signed in; the middleware sends the person to sign in and back."""


class UnloggedView(RuntimeError):
    """A page showed a child's record without saying so to the view log. A fault of ours, never shown."""
