"""The front door: the first page each person opens, which hat they wear, and saving what is being typed."""

from __future__ import annotations

from django.core import signing
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.rules import public, signed_in
from goldenthread.people.middleware import HAT
from goldenthread.process.drafts import MARK, keep_what_was_posted
from goldenthread.request import Request

from .first_pages import first_page


@public
def home(request: Request) -> HttpResponse:
    """The person's first page; for someone not signed in, what Golden Thread is and how to come in."""
    if not request.user.is_authenticated:
        return render(request, "welcome.html")
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return render(request, "nothing_here_yet.html")
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


@public
@require_GET
def health(request: Request) -> HttpResponse:
    """For the proxy in front: 200 when the site can reach its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
