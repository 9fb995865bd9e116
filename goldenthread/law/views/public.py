""" "When should I hear?": one question a page, then the answer. Everything stands in the address, nothing is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.rules import public
from goldenthread.clock import today
from goldenthread.request import Request

from ..asked import Asked, read
from ..forms import ANSWER, DAY, QuestionForm
from ..links import breakable
from ..shown import Shown, shown
from ..timeline import Refused, answer
from ..what_happened import STAGES


def address(name: str, query: str) -> str:
    return f"{reverse(name)}?{query}"


@public
@require_safe
def when_should_i_hear(request: Request) -> HttpResponse:
    """What it is about: the stages of a case; then what happened, for the stage that is chosen."""
    stage = next((one for one in STAGES if one.code == request.GET.get("about")), None)
    if stage is None:
        return render(request, "law/stages.html", {"stages": STAGES})
    links = [(one, address("law_question", f"event={one.event}")) for one in stage.beginnings]
    return render(request, "law/stage.html", {"stage": stage, "links": links})


@public
@require_safe
def law_question(request: Request) -> HttpResponse:
    """One question: the day, or a fact that matters. A good answer leads on; a wrong one is shown as it was typed."""
    asked = read(request.GET.dict())
    if asked is None:
        return redirect("when_should_i_hear")
    step = request.GET.get("ask") or asked.open_step
    if step not in asked.steps:
        return _onwards(asked)
    sent = any(name == ANSWER or name.split("-")[0].startswith(DAY) or name == "go" for name in request.GET)
    form = QuestionForm(request.GET if sent else None, asked=asked, step=step, today=today())
    if sent and form.is_valid():
        return _onwards(asked.with_answer(step, form.value))
    return render(request, "law/question.html", _of_question(asked, step, form))


def _onwards(asked: Asked) -> HttpResponse:
    """To the next open question, or to the answer."""
    if asked.open_step is None:
        return redirect(address("law_answer", asked.query))
    return redirect(address("law_question", f"{asked.query}&ask={asked.open_step}"))


def _of_question(asked: Asked, step: str, form: QuestionForm) -> dict[str, Any]:
    before, at = asked.before(step), asked.steps.index(step) + 1
    stage = next(one for one in STAGES if asked.beginning in one.beginnings)
    back = f"{asked.query}&ask={before}"
    question = asked.questions.get(step)
    return {
        "asked": asked,
        "form": form,
        "step": step,
        "title": asked.beginning.when if step == "on" else (question or asked.other_days[step]).text,
        "hint": question.hint if question and question.labels else "",
        "own_heading": bool(question and question.labels),
        "number": at,
        "back": address("law_question", back) if before else f"{reverse('when_should_i_hear')}?about={stage.code}",
        "kept": asked.without(step).pairs,
        "unsure": step == "on" and not asked.beginning.birth,
    }


@public
@require_safe
def law_answer(request: Request) -> HttpResponse:
    """Every date that follows, with the law, what may excuse delay, what to do if it is late, and the sum."""
    asked = read(request.GET.dict())
    if asked is None:
        return redirect("when_should_i_hear")
    if asked.open_step is not None:
        return _onwards(asked)
    try:
        found = answered(asked)
    except Refused as refused:
        return render(request, "law/cannot_answer.html", {"asked": asked, "sentence": str(refused)})
    return render(request, "law/answer.html", _of_answer(request, asked, found))


def answered(asked: Asked) -> Shown:
    """What is shown for a whole question, as on the site's own date. Raises Refused for facts that contradict."""
    return shown(asked, answer(asked, today()))


def _of_answer(request: Request, asked: Asked, found: Shown) -> dict[str, Any]:
    rows = [
        {
            "key": one.question,
            "value": one.answer,
            "actions": [
                {
                    "text": _("Change"),
                    "href": address("law_question", f"{asked.query}&ask={one.step}"),
                    "hidden": one.question,
                }
            ],
        }
        for one in found.told
    ]
    files = {name: address(f"law_{name}", asked.query) for name in ("calendar", "pdf", "word")}
    last = asked.steps[-1]
    link = request.build_absolute_uri(address("law_answer", asked.query))
    return {
        "shown": found,
        "asked": asked,
        "rows": rows,
        "printed_rows": [{"key": one.question, "value": one.answer} for one in found.told],
        "today": today(),
        "files": files if any(duty.day for duty in found.dated) else {**files, "calendar": ""},
        "link": link,
        "link_parts": breakable(link),
        "back": address("law_question", f"{asked.query}&ask={last}"),
        "has_law": bool(found.missing) or any(duty.is_law for duty in found.dated + found.undated),
    }
