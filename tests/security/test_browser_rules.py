"""What browsers are told, on every address of the site and on every kind of error (bar A10)."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse

from goldenthread.access.rules import public
from tests.access.about import MARK
from tests.access.asking import address_of, ask
from tests.access.expected import BY_STRENGTH, SHOWN
from tests.access.routes import every_route
from tests.access.test_http_matrix import Standing

from .family import parts_of

pytestmark = pytest.mark.django_db(transaction=True)
WANTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self'", "font-src": "'self'",
    "connect-src": "'self'", "manifest-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'",
    "base-uri": "'none'",
}  # fmt: skip
SENSORS = ("camera=()", "geolocation=()", "microphone=()")


def lacks(answer: HttpResponse) -> list[str]:
    """Which rules this answer does not give."""
    policy = dict(
        one.strip().split(" ", 1) for one in answer.headers.get("Content-Security-Policy", "").split(";") if one
    )
    found = [name for name, value in WANTED.items() if answer.headers.get(name) != value]
    found += [f"{name} {policy.get(name)}" for name, value in POLICY.items() if policy.get(name) != value]
    found += [one for one in SENSORS if one not in answer.headers.get("Permissions-Policy", "")]
    found += [] if "no-store" in answer.headers.get("Cache-Control", "") else ["no-store"]
    return found + _in_the_page(answer)


def _in_the_page(answer: HttpResponse) -> list[str]:
    """What a strict policy would refuse to run or show: scripts, styles and handlers inside the page."""
    if "html" not in answer.headers.get("Content-Type", ""):
        return []
    text = answer.content.decode()
    patterns = (r"<script(?![^>]*\bsrc=)[^>]*>", r"<style\b", r"\sstyle=[\"']", r"\son[a-z]+=[\"']", r"javascript:")
    return [found[0] for pattern in patterns if (found := re.search(pattern, text))]


def _who_may_open(standing: Standing, route) -> str | None:
    """The weakest role that gets the page; None: open it signed out."""
    if route.rule == "public":
        return None
    if route.rule == "signed_in":
        return "parent"
    return next((role for role in BY_STRENGTH if standing.expected(route)[role] == SHOWN), "platform_administrator")


def _answers(standing: Standing):
    for route in every_route():
        role = _who_may_open(standing, route)
        client = standing.browser(role) if role else Client()
        if route.name == "account_logout":
            continue  # asked for last, by a test of its own: it ends the session
        yield route, role, ask(client, address_of(route, parts_of(standing.about(role or "staff"), route)))


# The published feed of the directory holds nobody's data and may be kept by a proxy.
MAY_BE_KEPT = "/api/oruk"


def test_every_address_gives_the_browser_every_rule():
    found = {}
    for route, _role, answer in _answers(Standing("own")):
        allowed = {"no-store"} if route.path.startswith(MAY_BE_KEPT) and route.rule == "public" else set()
        if lack := [one for one in lacks(answer) if one not in allowed]:
            found[route.path] = lack

    assert found == {}


def test_no_address_that_a_page_leads_to_holds_anything_personal():
    standing = Standing("own")
    personal = (MARK, standing.child.family_name, standing.child.given_name, "Bello", "@example")
    led_to = set()
    for _route, _role, answer in _answers(standing):
        led_to.add(answer.headers.get("Location", ""))
        if "html" in answer.headers.get("Content-Type", ""):
            led_to |= set(re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode()))

    led_to = {address for address in led_to if not address.startswith("mailto:")}  # asks no server
    assert len(led_to) > 200
    assert [(word, address) for address in led_to for word in personal if word in address] == []


def _broken(request) -> HttpResponse:
    raise ValueError("Amara Bello lives at 19 Hidden Orchard")


@public
def broken_page(request) -> HttpResponse:
    return _broken(request)


@public
def page_with_broken_question(request) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'Amara Bello'::int")
    return HttpResponse()


class planted_urls:
    from goldenthread.urls import handler400, handler403, handler404, handler500
    from goldenthread.urls import urlpatterns as _site

    urlpatterns = [*_site, path("planted/broken/", broken_page), path("planted/question/", page_with_broken_question)]


@pytest.mark.parametrize("page", ["/planted/broken/", "/planted/question/"])
def test_a_fault_of_ours_gives_a_reference_and_no_data(page, settings):
    settings.ROOT_URLCONF = planted_urls

    answer = Client(raise_request_exception=False).get(page)

    text = answer.content.decode()
    assert (answer.status_code, lacks(answer)) == (500, [])
    assert answer.headers["X-Reference"] in text
    assert [word for word in ("Amara", "Hidden", "Traceback", "SELECT", "ValueError") if word in text] == []


def test_errors_give_the_browser_the_same_rules():
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    answers = {
        "not found": client.get("/there/is/nothing/"),
        "wrong method": client.post(reverse("health")),
        "mark missing": client.post(reverse("account_login"), {"login": "a"}),
        "wrong host": client.get("/", HTTP_HOST="evil.example"),
    }

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "not found": 404, "wrong method": 403, "mark missing": 403, "wrong host": 400,
    }  # fmt: skip
    assert {name: lack for name, answer in answers.items() if (lack := lacks(answer))} == {}


def test_a_page_without_a_rule_is_caught():
    answer = HttpResponse('<p style="color:red" onclick="go()">Amara</p><script>1</script>')

    found = lacks(answer)

    assert {"no-store", "X-Content-Type-Options", "default-src None", ' style="', ' onclick="', "<script>"} <= set(
        found
    )
