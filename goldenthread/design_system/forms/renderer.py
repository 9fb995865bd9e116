"""Renders every Django form of the product, our own and other packages', in our markup."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template

from goldenthread.design_system.forms.bound import Question


class GoldenThreadRenderer(DjangoTemplates):
    """Set as FORM_RENDERER. Widgets keep Django's own inner markup; what stands around them is ours.

    Django's own widget templates come from Django itself, so `django.forms` need not be an installed app.
    """

    form_template_name = "design_system/forms/form.html"
    formset_template_name = "design_system/forms/formset.html"
    field_template_name = "design_system/forms/field.html"
    bound_field_class = Question

    def get_template(self, template_name: str) -> Any:
        """The template from the project's own engine, or from Django for Django's widgets."""
        if template_name.startswith("django/forms/"):
            return super().get_template(template_name)
        return get_template(template_name)
