"""The front door: the first page each person opens, which hat they wear, and what they had begun to type."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public, signed_in
from goldenthread.people.middleware import HAT
from goldenthread.people.views.rights import notices_for
from goldenthread.process.drafts import MARK, discard_draft, drafts_of, keep_what_was_posted
from goldenthread.request import Request

from .door import door_is_open
from .drafts import begun
from .first_pages import first_page


@public
def home(request: Request) -> HttpResponse:
    """The person's first page; for someone not signed in, what Golden Thread is and how to come in."""
    if not request.user.is_authenticated:
        return render(request, "welcome.html", {"door": door_is_open()})
    viewer = getattr(request, "viewer", None)
    nobody_to_see = viewer is not None and not viewer.role.staff and not viewer.children
    if viewer is None or nobody_to_see:
        return render(request, "nothing_here_yet.html", {"notices": notices_for(request)})
    return redirect(first_page(viewer))


@signed_in
def choose_hat(request: Request) -> HttpResponse:
    """Change between the things one person is: SENCO here, parent there."""
    hats = getattr(request, "hats", [])
    if request.method == "POST" and request.POST.get("hat") in {hat.key for hat in hats}:
        request.session[HAT] = request.POST["hat"]
        return redirect("home")
    return render(request, "choose_hat.html", {"hats": hats, "worn": getattr(request, "hat", None)})


@signed_in
@require_POST
def save_draft(request: Request) -> HttpResponse:
    """Keep a long form as it stands, without leaving it. The form's signed mark says whose it is."""
    try:
        kept = keep_what_was_posted(request)
    except signing.BadSignature:
        kept = False
    answer = {"kept": kept, "at": timezone.localtime().strftime("%H:%M") if kept else ""}
    return JsonResponse(answer, status=200 if MARK in request.POST else 400)


@signed_in
@require_GET
def drafts(request: Request) -> HttpResponse:
    """What the person began and has not sent, newest first.

    None of it where the way in opens only some of the person's roles: a draft does not say in which it was begun.
    """
    shut = getattr(request, "some_hats_shut", False)
    found = [] if shut else [begun(draft) for draft in drafts_of(UUID(str(request.user.pk)))]
    return render(request, "drafts.html", {"found": found, "shut": shut})


@signed_in
@require_POST
def throw_draft_away(request: Request, draft: UUID) -> HttpResponse:
    """Only one's own: PostgreSQL shows nobody else's."""
    if getattr(request, "some_hats_shut", False):
        raise NotFound("draft")
    person = UUID(str(request.user.pk))
    mine = next((one for one in drafts_of(person) if one.pk == draft), None)
    if mine is None:
        raise NotFound("draft")
    discard_draft(person, mine.form)
    messages.success(request, _("It is gone."))
    return redirect("drafts")


@public
@require_GET
def privacy_notice(request: Request) -> HttpResponse:
    return render(request, "privacy_notice.html")


@public
@require_GET
def accessibility(request: Request) -> HttpResponse:
    return render(request, "accessibility.html")


@public
@require_GET
def health(request: Request) -> HttpResponse:
    """For the proxy in front: 200 when the site can reach its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
