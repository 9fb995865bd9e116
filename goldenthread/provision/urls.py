from datetime import date

from django.urls import path, register_converter

from .views import doses
from .views.setting import checks, entries, groups, start, timetable, today


class Day:
    """A calendar day in an address: 2026-11-20."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("today/", today.today, name="today"),
    path("today/<day:day>/", today.today, name="today_on"),
    path("sessions/<uuid:planned_session>/<day:day>/", today.session, name="session"),
    path("sessions/<uuid:planned_session>/<day:day>/record/", today.record_all, name="record_all"),
    path("sessions/<uuid:planned_session>/end/", timetable.end_session, name="end_session"),
    path("support/<uuid:dose>/", doses.dose, name="dose"),
    path("support/<uuid:dose>/stop/", doses.stop_dose, name="stop_dose"),
    path("support/<uuid:dose>/session/<day:day>/", entries.extra_session, name="extra_session"),
    path("support/<uuid:dose>/timetable/", timetable.plan_dose_timetable, name="plan_dose_timetable"),
    path("support/<uuid:dose>/check/", checks.check_dose, name="check_dose"),
    path("support/entry/<uuid:delivery>/mend/", entries.mend_delivery, name="mend_delivery"),
    path("children/<uuid:child>/support/", doses.child_support, name="child_support"),
    path("checks/", checks.checks, name="checks"),
    path("groups/", groups.groups, name="groups"),
    path("groups/start/children/", start.choose_children, name="choose_children"),
    path("groups/start/", start.start_group, name="start_group"),
    path("groups/<uuid:group>/", groups.group, name="group"),
    path("groups/<uuid:group>/timetable/", timetable.plan_group_timetable, name="plan_group_timetable"),
    path("groups/<uuid:group>/children/add/", groups.add_child, name="add_to_group"),
    path("groups/<uuid:group>/children/<uuid:child>/remove/", groups.remove_child, name="remove_from_group"),
    path("groups/<uuid:group>/stop/", groups.stop_group, name="stop_group"),
]
