"""Every address of the site. Each view declares one access rule; tests/access/test_routes.py walks this file."""

from django.urls import include, path

from goldenthread.design_system.choose_appearance import appearance

urlpatterns = [
    path("", include("goldenthread.pages.urls")),
    path("design/", include("goldenthread.design_system.urls")),
    path("appearance/", appearance, name="appearance"),
    path("", include("goldenthread.organisations.urls")),
    path("", include("goldenthread.children.urls")),
    path("", include("goldenthread.documents.urls")),
    path("", include("goldenthread.letters.urls")),
    path("", include("goldenthread.provision.urls")),
    path("", include("goldenthread.sen_support.urls")),
    path("", include("goldenthread.local_offer.urls")),
    path("", include("goldenthread.imports.urls")),
    path("", include("goldenthread.law.urls")),
    path("", include("goldenthread.local_offer.feed.urls")),
    path("", include("goldenthread.local_offer.intake.urls")),
    path("account/", include("goldenthread.people.urls")),
    path("", include("goldenthread.people.routes")),
]

handler400 = "goldenthread.pages.errors.bad_request"
handler403 = "goldenthread.pages.errors.not_allowed"
handler404 = "goldenthread.pages.errors.not_found"
handler500 = "goldenthread.pages.errors.broken"
