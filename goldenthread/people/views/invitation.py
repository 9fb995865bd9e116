"""Redeeming an invitation, one question a page: code, account, code from the e-mail, recovery codes.

Between the pages the session holds the hash of the code that was proved, and nothing about a child.
"""

from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import compare_user_code, generate_user_code
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import public, signed_in
from goldenthread.clock import today
from goldenthread.people.actions import redeeming
from goldenthread.people.actions.redeeming import Found
from goldenthread.people.forms.invitation import CodeForm, EmailProofForm, OpenAccountForm, WayBackForm
from goldenthread.people.models import Account
from goldenthread.people.post import queue_account_mail
from goldenthread.privacy.secrets import fernet, keyed_hash
from goldenthread.request import Request

KEPT = "invitation"
LASTS = 60 * 60  # seconds between proving the code and finishing
CODE_LASTS = 15 * 60
CODE_TRIES = 3
LIMITS = {"prove": "10/m/ip,40/h/ip", "mail": "10/h/ip,5/h/key"}


def _allowed(request: Request, action: str, key: str | None = None) -> bool:
    used = ratelimit.consume(request, app="goldenthread.people", action=action, config=LIMITS, key=key)
    return used is not None


@public
def redeem_invitation(request: Request) -> HttpResponse:
    """The code and the date of birth. One answer for everything that can be wrong."""
    form = CodeForm(request.POST or None, today=today())
    if form.is_valid():
        found = _proved(request, form)
        if found is not None:
            request.session[KEPT] = {"hash": found.code_hash, "at": time.time()}
            return redirect("open_account")
    return render(request, "people/redeem.html", {"form": form})


def _proved(request: Request, form: CodeForm) -> Found | None:
    if not _allowed(request, "prove"):
        form.add_error(None, _("Too many tries from here. Wait a few minutes, then try again."))
        return None
    given = form.cleaned_data
    found = redeeming.prove(
        typed_code=given["code"], born_on=given["born_on"], today=today(), reference=request.reference
    )
    if found is None:
        form.add_error(
            None,
            _(
                "That did not work. The code and the date of birth may not belong together, or the code was used, has"
                " run out, or was tried wrongly five times. Check both; if you are sure, ask the school for a new code."
            ),
        )
    return found


def _found(request: Request) -> Found | None:
    kept: dict[str, Any] = request.session.get(KEPT) or {}
    if not kept or time.time() - kept["at"] > LASTS:
        return None
    return redeeming.found_again(kept["hash"], today())


@public
def open_account(request: Request) -> HttpResponse:
    """Signed in: link the account. Known already: a new password. Otherwise: e-mail address and password."""
    found = _found(request)
    if found is None:
        return redirect("redeem_invitation")
    if request.user.is_authenticated:
        return _link(request, found)
    form = (WayBackForm if found.account else OpenAccountForm)(request.POST or None)
    if form.is_valid():
        email = (found.account_email or form.cleaned_data["email"]).lower()
        if _allowed(request, "mail", key=email):
            _send_code(request, found, email, form.cleaned_data["password"])
            return redirect("prove_email")
        form.add_error(None, _("We have sent several codes already. Wait an hour, then try again."))
    return render(request, "people/open_account.html", {"form": form, "found": found})


def _link(request: Request, found: Found) -> HttpResponse:
    if request.method == "POST":
        account = Account.objects.get(pk=str(request.user.pk))
        redeeming.use_invitation(found=found, account=account, today=today(), reference=request.reference)
        request.session.pop(KEPT, None)
        return redirect("home")
    return render(request, "people/link_account.html", {"found": found})


def _send_code(request: Request, found: Found, email: str, password: str) -> None:
    """Send the code, or, to an address whose account is not this person's, the advice to sign in first.

    The next page is the same for both, so that nobody learns which addresses have an account (bar A8).
    """
    code = generate_user_code()
    taken = not found.account and Account.objects.filter(email=email).exists()
    kept = {"email": email, "code": "" if taken else keyed_hash("email-code", code.replace("-", "")), "tries": 0}
    kept |= {"password": fernet(KEPT).encrypt(make_password(password).encode()).decode(), "sent": time.time()}
    request.session[KEPT] = request.session[KEPT] | kept
    if taken:
        queue_account_mail(email, _("You already have an account"), _sign_in_first(request))
    else:
        queue_account_mail(email, _("Check your e-mail address"), _code_letter(code))


def _code_letter(code: str) -> str:
    return (
        _(
            "Hello,\n\nhere is the code that checks your e-mail address:\n\n    %s\n\nIt works once, for 15 minutes. Type it"
            " into the page you have open.\n\nIf you did not ask for it, do nothing.\n"
        )
        % code
    )


def _sign_in_first(request: Request) -> str:
    return _(
        "Hello,\n\nsomebody typed this e-mail address to open an account on Golden Thread. It has an account already."
        "\n\nIf it was you: sign in first, then go to %s and type the code from the school again.\n\nIf it was not"
        " you, do nothing.\n"
    ) % request.build_absolute_uri(reverse("redeem_invitation"))


@public
def prove_email(request: Request) -> HttpResponse:
    """The code from the e-mail. Then the account exists, and not before."""
    found, kept = _found(request), request.session.get(KEPT) or {}
    if found is None or "email" not in kept:
        return redirect("redeem_invitation")
    form = EmailProofForm(request.POST or None)
    if form.is_valid():
        if _is_right(request, kept, form.cleaned_data["code"]):
            return _finish(request, found, kept)
        if KEPT not in request.session or "email" not in request.session[KEPT]:
            return redirect("open_account")
        form.add_error("code", _("That code is not right. Check it and type it again."))
    return render(request, "people/prove_email.html", {"verify_form": form, "form": form, "email": kept["email"]})


def _is_right(request: Request, kept: dict[str, Any], typed: str) -> bool:
    """Whether the code is right and fresh. After three wrong ones, or too late, a new one has to be asked for."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    fresh = time.time() - kept["sent"] < CODE_LASTS
    if fresh and kept["code"] and compare_user_code(actual=keyed_hash("email-code", plain), expected=kept["code"]):
        return True
    kept["tries"] += 1
    if kept["tries"] >= CODE_TRIES or not fresh:
        kept = {name: kept[name] for name in ("hash", "at")}
    request.session[KEPT] = kept
    return False


def _finish(request: Request, found: Found, kept: dict[str, Any]) -> HttpResponse:
    password_hash = fernet(KEPT).decrypt(kept["password"].encode()).decode()
    common: dict[str, Any] = {
        "found": found,
        "password_hash": password_hash,
        "today": today(),
        "reference": request.reference,
    }
    if found.account:
        account = redeeming.give_way_back(**common)
    else:
        account = redeeming.open_account(email=kept["email"], **common)
    request.session[KEPT] = {"codes_for": str(account.pk)}
    record_authentication(request, account, "password", email=account.email)
    login = Login(user=account, email=account.email, signup=True, redirect_url=reverse("account_opened"))
    answer: HttpResponse = perform_login(request, login)
    return answer


@signed_in
def account_opened(request: Request) -> HttpResponse:
    """Once, straight after opening: the recovery codes, and what can be done next."""
    kept = request.session.pop(KEPT, None) or {}
    if kept.get("codes_for") != str(request.user.pk):
        return redirect("home")
    account = Account.objects.get(pk=str(request.user.pk))
    return render(request, "people/account_opened.html", {"codes": redeeming.recovery_codes_for(account)})
