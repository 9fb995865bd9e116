"""What the provider says about SEND: the ten questions of the law, the seven that councils ask, and the SENCO."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import LongTextField, TextField
from goldenthread.keys import new_key

from ...models import Question
from ...versions import Contents, as_json
from .base import EntryForm
from .fields import WEB_HINT, WebField


class AnswersForm(EntryForm):
    """One box for each question; an empty one is no answer."""

    fields_of_entry = ("senco_name", "sen_information_report_url")

    senco_name = TextField(label=_("Name of the SENCO, if you are a school (optional)"), max_length=120, required=False)
    sen_information_report_url = WebField(label=_("Web page of the SEN information report (optional)"), hint=WEB_HINT)

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        for question in Question:
            self.fields[f"answer_{question.value}"] = LongTextField(
                label=question.label, rows=4, required=False, max_characters=4000, autosave=True
            )

    @classmethod
    def lockable_names(cls) -> list[str]:
        return [*cls.fields_of_entry, "answers"]

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        given = {f"answer_{row['question']}": row["text"] for row in contents.get("answers", [])}
        return super().initial_of(contents) | given

    def write_into(self, contents: Contents) -> Contents:
        found = super().write_into(contents)
        known = {row["question"]: row for row in contents.get("answers", [])}
        texts = {question.value: self.cleaned_data[f"answer_{question.value}"].strip() for question in Question}
        given = [(question, text) for question, text in texts.items() if text]
        found["answers"] = [
            known.get(question, {"id": str(new_key()), "question": question}) | {"text": text, "number": number}
            for number, (question, text) in enumerate(given)
        ]
        return as_json(found)
