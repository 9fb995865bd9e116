"""The demo's open door: one click signs a visitor in as one of the demo's invented people.

It is there only where both hold: the settings open it (only those of the demo and the tests do), and the database is
the embedded cluster, which production refuses. Anywhere else the address does not exist.
"""

from __future__ import annotations

from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.demo.larkmere.people import DemoPerson
from goldenthread.demo.visitors import visitors
from goldenthread.people.factors import DEMO_DOOR
from goldenthread.people.models import Account
from goldenthread.people.sign_in_log import note
from goldenthread.request import Request

EMBEDDED = "goldenthread-embedded"
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def door_is_open() -> bool:
    """Asks the database which cluster it is, every time: a copied setting alone opens nothing."""
    return bool(settings.DEMO_DOOR) and cluster_name() == EMBEDDED


def cluster_name() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW cluster_name")
        return str(cursor.fetchone()[0])


def the_people() -> list[DemoPerson]:
    return visitors()


@public
def demo_door(request: Request) -> HttpResponse:
    """The demo's people, each with a sentence, and a button that signs in as them."""
    if not door_is_open():
        raise NotFound("demo door")
    people = {str(person.person): person for person in the_people()}
    if request.method == "POST":
        chosen = people.get(request.POST.get("person", ""))
        if chosen is None:
            raise NotFound("demo person")
        return _come_in(request, chosen.person)
    there = {str(key) for key in Account.objects.filter(pk__in=list(people)).values_list("pk", flat=True)}
    shown = [person for key, person in people.items() if key in there]
    return render(request, "demo_door.html", {"people": shown, "title": _("Come in as somebody")})


def _come_in(request: Request, person: UUID) -> HttpResponse:
    account = Account.objects.filter(pk=person, is_active=True).first()
    if account is None:
        raise NotFound("demo person")
    request.session.flush()
    login(request, account, backend=_BACKEND)
    request.session[DEMO_DOOR] = True
    UserSession.objects.create_from_request(request)
    note(request, "sign_in.demo_door", account.pk)
    return redirect("home")
