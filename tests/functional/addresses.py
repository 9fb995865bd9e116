"""Which address stands for a route, and who opens it: for a walk over every page of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from goldenthread.access.roles import ROLES
from tests.access.routes import Route
from tests.factories.world import TODAY

from .lived_in import LivedIn

# Who is asked first. The first of these whose role holds the route's right opens it.
_WHO = ("senco", "head", "data_manager", "platform_administrator", "authority_officer", "parent", "young_person")
_FIXED = {
    "day": TODAY,
    "kind": "pupils",
    "name": "staff",
    "pk": 1,
    "source": "gias",
    "rule": "ehcna.final_plan",
    "heading": "kinds",
    "language": "pl",
    "requirement": "C15",
    "page_name": "short-breaks",
}


_ASKED = "?event=ehcna.request_received&on=2026-10-05"


@dataclass(frozen=True)
class Visit:
    """A page as somebody opens it. things: which thing stands in the address for which word, where not the usual one."""

    role: str = ""
    things: dict[str, str] = field(default_factory=dict)
    query: str = ""


def _visit(role: str = "", query: str = "", **things: str) -> Visit:
    return Visit(role, things, query)


VISITS: dict[str, Visit] = {
    "account_overview": _visit("parent"),
    "add_dose": _visit(query="?kind=timed_support", target="second_target"),
    "answer_my_plan": _visit("parent"),
    "begin_messages": _visit("senco"),
    "change_own_contact": _visit("parent"),
    "child_rights": _visit("young_person", child="jordan"),
    "choose_children": _visit(query="?who=everyone"),
    "choose_hat": _visit("platform_administrator"),
    "decide_access": _visit("young_person", child="jordan", parent="pat"),
    "drafts": _visit("parent"),
    "edit_dose": _visit(dose="plan_dose"),
    "enter_running": _visit(child="ravi"),
    "if_not_working": _visit("parent"),
    "invite_parent": _visit(adult="uninvited"),
    "invite_young_person": _visit(child="jordan"),
    "law_answer": _visit(query=f"{_ASKED}&delay=no_reason"),
    "law_calendar": _visit(query=f"{_ASKED}&delay=no_reason"),
    "law_pdf": _visit(query=f"{_ASKED}&delay=no_reason"),
    "law_question": _visit(query=_ASKED),
    "law_word": _visit(query=f"{_ASKED}&delay=no_reason"),
    "my_letters": _visit("parent"),
    "restore_entry_version": _visit(service_version="approved_version"),
    "report_entry": _visit(service="service"),
    "my_messages": _visit("parent"),
    "name_reader": _visit(parent="father"),
    "remove_from_group": _visit(child="group_child"),
    "rights_notice": _visit("other_parent"),
    "school_visit": _visit(service="school_service"),
    "start_plan": _visit(cycle="planned"),
    "stop_help": _visit(dose="plan_dose"),
    "write_to_school": _visit("parent"),
    "withheld_address": _visit(parent="father"),
    "withhold_address": _visit(parent="father"),
    "write_analysis": _visit(cycle="assessing"),
    "edit_target": _visit(target="second_target"),
    "drop_target": _visit(target="second_target"),
    "start_group": _visit(query="?child={child}&child={kofi}"),
}

# Pages that look quite different in another state, or to somebody else.
MORE_STATES: dict[str, tuple[str, Visit]] = {
    "when should I hear, one stage": ("when_should_i_hear", _visit(query="?about=tribunal")),
    "when should I hear, a day that is none": (
        "law_question",
        _visit(query="?event=draft.served&ask=on&day-day=31&day-month=2&day-year=2026&go=1"),
    ),
    "when should I hear, days of a closure": (
        "law_question",
        _visit(query=f"{_ASKED}&delay=closure&advice_requested_from_head_on=2026-10-09"),
    ),
    "when should I hear, what is not known": (
        "law_answer",
        _visit(query="?event=tribunal.order_made&on=2026-10-05&order=unknown&directed_date=none&delay=unknown"),
    ),
    "when should I hear, a decision to appeal": (
        "law_answer",
        _visit(query="?event=ehcna.assessment_refused&on=2026-10-05&certificate_issued=none"),
    ),
    "when should I hear, signed in as a parent": ("law_answer", _visit("parent", query=f"{_ASKED}&delay=other")),
    "rules of one procedure": ("law_rules", _visit(query="?procedure=orders&certainty=C")),
    "letter held back": ("letter", _visit(letter="waiting")),
    "letter sent": ("letter", _visit(letter="sent")),
    "letter on paper": ("letter", _visit(letter="on_paper")),
    "batch with problems": ("import_batch", _visit("data_manager", batch="bad_batch")),
    "worry taken on": ("worry", _visit(concern="taken")),
    "worry to look at again": ("worry", _visit(concern="watched")),
    "plan being assessed": ("plan", _visit(cycle="assessing")),
    "plan to be started": ("plan", _visit(cycle="planned")),
    "review held": ("review", _visit(review="held_review")),
    "review held on paper": ("print_review", _visit(review="held_review")),
    "child without anything": ("child", _visit(child="ravi")),
    "plan of a child without one": ("child_plan", _visit(child="ravi")),
    "assessment of a child without a plan": ("assessment", _visit(child="ravi")),
    "dose of equipment": ("dose", _visit(dose="slope")),
    "check of equipment": ("check_dose", _visit(dose="slope")),
    "support as the family sees it": ("child_support", _visit("parent")),
    "documents as the family sees them": ("child_documents", _visit("parent")),
    "adding a document as the family does": ("add_document", _visit("parent")),
    "document as the family sees it": ("document", _visit("parent")),
    "profile as the family sees it": ("profile", _visit("parent")),
    "profile as a teacher reads it": ("profile", _visit("class_teacher")),
    "record as a teacher sees it": ("child", _visit("class_teacher")),
    "record as the head sees it": ("child", _visit("head")),
    "today of an assistant": ("today", _visit("teaching_assistant")),
    "class sheet in cover": ("class_sheet", _visit("cover_teacher")),
    "profiles in cover": ("class_profiles", _visit("cover_teacher")),
    "numbers as a governor sees them": ("numbers", _visit("governor")),
    "who has looked, to the family": ("who_has_looked", _visit("parent")),
    "my words of a young person": ("my_words", _visit("young_person", child="jordan")),
    "adding my words as a young person": ("add_my_words", _visit("young_person", child="jordan")),
    "answering my own plan": ("answer_my_plan", _visit("young_person", child="jordan", cycle="jordan_cycle")),
    "my page as a young person": ("my_child_page", _visit("young_person", child="jordan")),
    "messages as the family sees them": ("my_messages", _visit("parent")),
    "rights as the SENCO sees them": ("child_rights", _visit("senco", child="jordan")),
    "choosing a kind of help": ("add_dose", _visit(target="second_target")),
    "equipment as help": ("add_dose", _visit(query="?kind=equipment", target="second_target")),
    "register of a past day": ("register", _visit(query="?as_on-day=1&as_on-month=10&as_on-year=2026")),
    "services found": ("offer_results", _visit(query="?q=swimming&where=QX4&need=PD&miles=5")),
    "no services found": ("offer_results", _visit(query="?q=zorbing&where=Atlantis")),
    "services on a map": ("offer_map", _visit(query="?where=QX4")),
    "a list that was sent": ("offer_my_list", _visit(query="?service={service}")),
    "services side by side": ("offer_compare", _visit(query="?service={service}")),
    "a school's entry": ("offer_entry", _visit(service="school_service")),
    "schools found": ("school_finder", _visit(query="?where=QX4&phase=primary&need=ASD&type=maintained_school")),
    "no schools found": ("school_finder", _visit(query="?name=zzz&where=Atlantis")),
    "report as a governor sees it": ("information_report", _visit("governor")),
    "published report with its moves": ("one_report", _visit("head", report="published_report")),
    "what has changed since the last report": ("report_heading", _visit(heading="what_changed")),
    "a sentence tried": ("families_words", _visit(query="?sentence=swimming+for+my+son")),
    "you said of one theme": ("you_said", _visit(query="?year=2026&theme=leisure")),
    "you said of a theme without comments": ("you_said", _visit(query="?theme=travel")),
    "comment that just came": ("handle_comment", _visit(comment="new_comment")),
    "comment published": ("handle_comment", _visit(comment="shown_comment")),
    "comment withheld": ("handle_comment", _visit(comment="held_comment")),
    "legal list of one standing": ("office_list", _visit(query="?status=not_met")),
    "copies that have ended": ("office_copies", _visit(query="?ended=1")),
    "page to print in large letters": ("offer_page_print", _visit(query="?size=large")),
    "page that is being written": ("office_page", _visit(offer_page="written_page")),
    "copy of one page": ("offer_another_way", _visit(query="?page=short-breaks")),
    "entry that was sent back": ("entry_overview", _visit("provider_owner", service="returned_entry")),
    "entry that is new": ("entry_overview", _visit("provider_owner", service="begun_entry")),
    "entry that is archived": ("entry_overview", _visit("provider_owner", service="archived_entry")),
    "entry with a change, to staff": ("entry_overview", _visit(service="waiting_entry")),
    "my entries of a provider": ("my_entries", _visit("provider_owner")),
    "places as a provider fills them in": ("edit_entry_where", _visit("provider_editor", service="quiet_entry")),
    "provider as its owner sees it": ("offer_provider", _visit("provider_owner")),
    "two versions compared": ("entry_versions", _visit(service="waiting_entry", query="?first=1&second=2")),
    "version that was approved": ("entry_version", _visit(service_version="approved_version")),
    "report as the provider reads it": ("entry_report", _visit("provider_owner")),
    "comments of one state": ("offer_comments", _visit(query="?state=redacted")),
    "nobody found": ("find_child", _visit(query="?name=Nobody")),
}


def who_opens(route: Route) -> str:
    """The role whose page it is. Nobody for public pages."""
    visit = VISITS.get(route.name)
    if visit and visit.role:
        return visit.role
    if route.path.startswith(("/my-child/", "/my-letters/", "/my-messages/")):
        return "parent"
    if route.path.startswith("/my-plan/"):
        return "young_person"
    if route.rule in ("public", "signed_in"):
        return "" if route.rule == "public" else "senco"
    return next((role for role in (*_WHO, *ROLES) if route.rule in ROLES[role].rights), "senco")


def address_of(lived_in: LivedIn, route: Route, visit: Visit | None = None) -> str:
    """A route's address with the keys of real things in it."""
    visit = visit or VISITS.get(route.name, Visit())
    parts = {name: _part(lived_in, route, visit.things.get(name, name)) for name in route.parts}
    keys = {name: _key(thing) for name, thing in lived_in.things.items()}
    return reverse(route.name, kwargs=parts) + visit.query.format(**keys)


def _part(lived_in: LivedIn, route: Route, name: str) -> Any:
    if name == "letter" and route.name.startswith("my_"):
        name = "sent"
    if name == "words" and route.name == "mend_my_words":
        name = "mothers_words"
    return _FIXED.get(name) or _key(lived_in.things[name])


def _key(thing: Any) -> Any:
    return getattr(thing, "pk", thing)
