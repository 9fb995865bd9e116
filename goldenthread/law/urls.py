"""The public page, its files, the rules for staff, and the interface for programs."""

from django.urls import path, register_converter

from .api.urls import urlpatterns as api_patterns
from .converters import RuleName
from .views import files, public, rules

register_converter(RuleName, "rule_name")

urlpatterns = [
    path("when-should-i-hear/", public.when_should_i_hear, name="when_should_i_hear"),
    path("when-should-i-hear/question/", public.law_question, name="law_question"),
    path("when-should-i-hear/answer/", public.law_answer, name="law_answer"),
    path("when-should-i-hear/answer/calendar/", files.law_calendar, name="law_calendar"),
    path("when-should-i-hear/answer/pdf/", files.law_pdf, name="law_pdf"),
    path("when-should-i-hear/answer/word/", files.law_word, name="law_word"),
    path("law/rules/", rules.law_rules, name="law_rules"),
    path("law/rules/<rule_name:rule>/", rules.law_rule, name="law_rule"),
    *api_patterns,
]
