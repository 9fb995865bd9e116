from django.urls import path, register_converter

from .addresses import HeadingConverter
from .views import area, finder, public, staff, write

register_converter(HeadingConverter, "report_heading")

urlpatterns = [
    path("school/<uuid:setting>/sen-information/", public.school_report, name="school_report"),
    path("school/<uuid:setting>/sen-information/pdf/", public.school_report_pdf, name="school_report_pdf"),
    path("school/<uuid:setting>/sen-information/word/", public.school_report_word, name="school_report_word"),
    path("schools/", finder.school_finder, name="school_finder"),
    path("schools/<uuid:service>/visit/", finder.school_visit, name="school_visit"),
    path("schools-reports/", area.schools_reports, name="schools_reports"),
    path("our-report/", staff.information_report, name="information_report"),
    path("our-report/begin/", staff.begin_report, name="begin_report"),
    path("our-report/<uuid:report>/", staff.one_report, name="one_report"),
    path("our-report/<uuid:report>/part/<report_heading:heading>/", write.report_heading, name="report_heading"),
    path("our-report/<uuid:report>/words/", write.report_words, name="report_words"),
    path("our-report/<uuid:report>/preview/", staff.preview_report, name="preview_report"),
    path("our-report/<uuid:report>/pdf/", staff.report_paper, name="report_paper"),
    path("our-report/<uuid:report>/send/", staff.send_report, name="send_report"),
    path("our-report/<uuid:report>/call-back/", staff.call_report_back, name="call_report_back"),
    path("our-report/<uuid:report>/send-back/", write.send_report_back, name="send_report_back"),
    path("our-report/<uuid:report>/publish/", staff.publish_report, name="publish_report"),
    path("our-report/<uuid:report>/take-down/", write.take_report_down, name="take_report_down"),
]
