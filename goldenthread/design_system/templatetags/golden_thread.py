"""The tags of the design system: `{% load golden_thread %}`. The gallery shows each one with its call."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from goldenthread.design_system.charts import Chart
from goldenthread.design_system.components import (
    actions,
    lists,
    messages,
    provision,
    rows,
    states,
    tables,
    thread,
    words,
)
from goldenthread.design_system.forms.errors import problems

register = template.Library()

for plain in (
    actions.button,
    actions.back_link,
    actions.breadcrumbs,
    messages.error_summary,
    messages.warning,
    messages.empty_state,
    states.tag,
    states.state,
    states.progress_bar,
    states.steps,
    lists.summary_list,
    lists.card_list,
    lists.pagination,
    rows.row_links,
    tables.table,
    thread.thread,
    provision.dose_line,
    provision.what_next,
    words.date,
    words.person,
    words.term,
):
    register.simple_tag(plain)

register.simple_tag(thread.joined_parts, name="joined")

for around in (messages.inset, messages.fieldset, messages.notification_banner, words.details, lists.filter_panel):
    register.simple_block_tag(around)


@register.simple_tag
def field(question: BoundField) -> SafeString:
    """One question of a form: label, hint, error and control."""
    return question.as_field_group()


@register.simple_tag
def form_errors(form: BaseForm | BaseFormSet[Any]) -> SafeString:
    """The error summary of a form or a set of rows; nothing while there is no problem."""
    found = problems(form)
    return messages.error_summary(found) if found else SafeString("")


@register.simple_tag
def chart(drawn: Chart) -> SafeString:
    """A chart with its sentence and its table."""
    return drawn.as_html()
