"""Bytes that we keep leave by one door: a view that gives them any other way is caught (bar A11).

Two nets. Every function of ours that makes an answer by hand is on a list with its reason, and none of those may come
near kept bytes: the store of documents, or a column of bytes. So a new one must be looked at, and a careless one fails.
"""

from __future__ import annotations

import ast

from django.apps import apps
from django.db.models import BinaryField

from .reading_code import Function, every_function, reaches, sources

STORE = frozenset({"goldenthread.documents.storage.document_store"})
ANSWERS = {"HttpResponse", "FileResponse", "StreamingHttpResponse", "JsonResponse"}
DOOR = "goldenthread.documents.handing_over.as_attachment"
# Every other function that makes an answer by hand, and what is in it. None of it is kept: it is made when asked for.
MADE_WHEN_ASKED_FOR = {
    "goldenthread.children.views.register.download_register": "the register as CSV",
    "goldenthread.documents.files_origin._page": "the page that says that there is no file",
    "goldenthread.imports.views.blank": "an empty list to fill in",
    "goldenthread.imports.views.problems": "what was wrong in a list, as CSV",
    "goldenthread.law.api.problems.problem": "a refusal for programs",
    "goldenthread.law.api.urls.law_openapi": "the description of the law's interface",
    "goldenthread.law.views.files._file": "a sum of dates as PDF, for Word, for a calendar",
    "goldenthread.local_offer.comments.views.heard.you_said_csv": "published comments as CSV",
    "goldenthread.local_offer.feed.alone.health": "one word",
    "goldenthread.local_offer.feed.around._answered": "no words at all",
    "goldenthread.local_offer.feed.around._head": "an answer of the feed without its words",
    "goldenthread.local_offer.feed.operations._list": "the feed, line by line",
    "goldenthread.local_offer.feed.refusals.problem": "a refusal for programs",
    "goldenthread.local_offer.feed.shown.as_json": "the feed",
    "goldenthread.local_offer.feed.urls.feed_openapi": "the description of the feed",
    "goldenthread.local_offer.school_information.views.staff.report_paper": "a report that is being written, as PDF",
    "goldenthread.local_offer.sections.views.office_list.office_list_csv": "the legal list as CSV",
    "goldenthread.local_offer.views.events._file": "events for a calendar",
    "goldenthread.pages.errors.broken": "the page for a fault of ours",
    "goldenthread.pages.views.health": "one word",
    "goldenthread.sen_support.views.setting.lists._file": "the lists of worries and reviews as CSV",
    "goldenthread.pages.views.save_draft": "that a draft was kept",
}
PLANTED = """
from django.http import HttpResponse
from goldenthread.documents.queries import content_of
from goldenthread.local_offer.models import PublishedRound

def _bytes(copy):
    return PublishedRound.objects.get(pk=copy).pdf

def a_document(request, found):
    return HttpResponse(content_of(found.stored_file))

def a_round(request, copy):
    return HttpResponse(bytes(_bytes(copy)), content_type="application/pdf")

def harmless(request):
    return HttpResponse("one word")

class Somewhere:
    def get(self, request):
        return HttpResponse("kept")
"""


def _room(module: str) -> str:
    return module.split(".")[1]


def columns_of_bytes() -> frozenset[tuple[str, str]]:
    """(room, name) of every column that holds bytes. Only its own room reads it: imports run one way."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("goldenthread."))
    return frozenset(
        (_room(model.__module__), field.name)
        for model in ours
        for field in model._meta.fields
        if isinstance(field, BinaryField)
    )


def _made_in(node: ast.AST) -> int:
    """How many answers are made in this piece of code, by hand."""
    called = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
    return sum(
        1 for one in called if (one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "")) in ANSWERS
    )


def answers_by_hand(texts: dict[str, str]) -> set[str]:
    """Functions that make an answer; a class, or a module itself, that does is told by its name."""
    found = {name for name, one in every_function(texts).items() if _made_in(one.node)}
    for module, text in texts.items():
        other = [node for node in ast.parse(text).body if not isinstance(node, ast.FunctionDef) and _made_in(node)]
        found |= {f"{module}.{getattr(node, 'name', '')}" for node in other}
    return found


def reads_kept_bytes(function: Function, functions: dict[str, Function], columns: frozenset[tuple[str, str]]) -> bool:
    """Whether it, or anything of ours that it calls, comes to the store of documents or to a column of bytes."""
    if reaches(function, functions, STORE):
        return True
    readers = frozenset(
        name
        for name, one in functions.items()
        if {(_room(one.module), node.attr) for node in ast.walk(one.node) if isinstance(node, ast.Attribute)} & columns
    )
    return function.full_name in readers or reaches(function, functions, readers)


def test_every_function_that_makes_an_answer_by_hand_has_been_looked_at():
    assert answers_by_hand(sources()) == {DOOR, *MADE_WHEN_ASKED_FOR}


def test_none_of_them_comes_near_bytes_that_we_keep():
    functions, columns = every_function(sources()), columns_of_bytes()

    assert {("local_offer", "pdf"), ("local_offer", "word"), ("imports", "content")} == columns
    assert [name for name in MADE_WHEN_ASKED_FOR if reads_kept_bytes(functions[name], functions, columns)] == []


def test_a_view_that_goes_round_the_door_is_caught():
    texts = sources() | {"goldenthread.local_offer.planted": PLANTED}
    functions, columns = every_function(texts), columns_of_bytes()

    new = answers_by_hand(texts) - answers_by_hand(sources())
    caught = {name for name in new & functions.keys() if reads_kept_bytes(functions[name], functions, columns)}
    assert new == {
        f"goldenthread.local_offer.planted.{name}" for name in ("a_document", "a_round", "harmless", "Somewhere")
    }
    assert caught == {"goldenthread.local_offer.planted.a_document", "goldenthread.local_offer.planted.a_round"}
