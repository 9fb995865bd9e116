"""The page on which anyone chooses how large and in which colours they read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from goldenthread.access.rules import public
from goldenthread.design_system.appearance import Look, keep_look, look_of, way_back
from goldenthread.design_system.forms import Form, RadiosField


class AppearanceForm(Form):
    """Two questions, each with an answer already made."""

    text_size = RadiosField(
        label=_("How large should the words be?"),
        hint=_("You can make them larger still with your browser's own zoom."),
        choices=[("normal", _("Normal")), ("large", _("Large")), ("larger", _("Larger"))],
        required_message=_("Choose how large the words should be"),
    )
    colours = RadiosField(
        label=_("Which colours?"),
        choices=[
            ("device", _("As my device is set")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
        ],
        required_message=_("Choose the colours"),
        hints={"contrast": _("White and yellow on black")},
    )


@public
def appearance(request: HttpRequest) -> HttpResponse:
    """Choose, and go back to where one was. Needs no account; nothing is kept here, only in the browser."""
    look = look_of(request)
    back = way_back(request.POST.get("from", "") or request.GET.get("from", ""))
    form = AppearanceForm(request.POST or None, initial={"text_size": look.text_size, "colours": look.colours})
    if request.method == "POST" and form.is_valid():
        answer = redirect(back)
        keep_look(answer, Look(**form.cleaned_data))
        return answer
    return render(request, "design_system/appearance.html", {"form": form, "back": back})
