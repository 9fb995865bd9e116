from django.urls import path

from .views import classes, numbers, profile, pupils, record, register, status

urlpatterns = [
    path("register/", register.register, name="register"),
    path("register/find/", register.find_on_register, name="find_on_register"),
    path("register/download/", register.download_register, name="download_register"),
    path("children/find/", pupils.find_child, name="find_child"),
    path("children/<uuid:child>/", record.child, name="child"),
    path("children/<uuid:child>/profile/", profile.profile, name="profile"),
    path("children/<uuid:child>/profile/print/", profile.print_profile, name="print_profile"),
    path("children/<uuid:child>/profile/write/", profile.writing_profile, name="write_profile"),
    path("children/<uuid:child>/profile/<uuid:profile>/read/", profile.read_profile, name="read_profile"),
    path("children/<uuid:child>/status/", status.status, name="status"),
    path("children/<uuid:child>/needs/", status.child_needs, name="needs"),
    path("children/<uuid:child>/needs/<uuid:need>/end/", status.ending_need, name="end_need"),
    path("children/<uuid:child>/numbers/", pupils.identifiers, name="identifiers"),
    path("children/<uuid:child>/numbers/<uuid:identifier>/end/", pupils.ending_identifier, name="end_identifier"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("pupils/", pupils.pupils, name="pupils"),
    path("pupils/find/", pupils.find_pupil, name="find_pupil"),
    path("classes/", classes.classes, name="classes"),
    path("classes/<uuid:class_group>/sheet/", classes.sheet, name="class_sheet"),
    path("classes/<uuid:class_group>/profiles/", classes.class_profiles, name="class_profiles"),
]
