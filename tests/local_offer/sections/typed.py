"""What an officer types into the forms of the duties, each form whole; a test says which field is different."""

from __future__ import annotations


def consultation(**more):
    return {
        "asking": "involved", "group": "parents", "topic": "set_out", "happened_on-day": "16", "happened_on-month": "6",
        "happened_on-year": "2026", "method": "A morning in the library", "people": "4", "said": "Too many words.",
        "changed": "Fewer words.",
    } | more  # fmt: skip


def gap(**more):
    facts = {"what": "Three PDF files", "who": "Screen reader", "instead": "Ring us", "criterion": "1.3.1"}
    days = {"found_on": (12, 10, 2026), "mend_by": (31, 3, 2027)} | more
    parts = {
        f"{name}-{part}": value
        for name, day in days.items()
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    return facts | parts


def statement(**more):
    days = {"tested_on-day": "12", "tested_on-month": "10", "tested_on-year": "2026"}
    return days | {"tested_how": "By four people.", "answer_days": "10"} | more


def requirement(**more):
    return {"owner": "Breaks team", "pages": [], "document_title": "", "document_address": "", "looked": "on"} | more
