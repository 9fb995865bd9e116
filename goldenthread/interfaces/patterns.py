"""The addresses of an interface. Each carries the access rule of its operations, so that the site's own checks see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from ninja import NinjaAPI
from ninja.operation import PathView

from goldenthread.access.rules import View

Around = Callable[[HttpRequest, Callable[[HttpRequest], HttpResponse]], HttpResponse]


def patterns_of(interface: NinjaAPI, prefix: str, around: Around) -> Iterator[URLPattern]:
    """One address for each path of the interface, without django-ninja's own pages.

    around: answers a request, given what would answer it: refuses too many, gives every answer its headers.
    """
    for router in interface._get_bound_routers():
        for route, path_view in router.path_operations.items():
            name = path_view.operations[0].view_func.__name__
            yield path(prefix + _converted(route.lstrip("/")), carrying_its_rule(path_view, around), name=name)


def _converted(route: str) -> str:
    """django-ninja writes "{uuidstr:key}" where Django writes "<uuid:key>"."""
    return route.replace("{", "<").replace("}", ">").replace("uuidstr:", "uuid:")


def carrying_its_rule(path_view: PathView, around: Around) -> View:
    """The view of one path, with the rule that all its operations declare.

    An operation without a rule, or two with different ones, leave the view without: the site then refuses to pass its
    own check (tests/access/test_routes.py), as for any other view.
    """
    inside = path_view.get_view()

    @wraps(inside)
    def view(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        return around(request, lambda asked: inside(asked, *args, **parts))

    view.csrf_exempt = True  # type: ignore[attr-defined]  # nobody is signed in by it, and nothing is changed
    rules = {getattr(operation.view_func, "access_rule", None) for operation in path_view.operations}
    if len(rules) == 1 and (rule := rules.pop()) is not None:
        view.access_rule = rule  # type: ignore[attr-defined]
    return view
