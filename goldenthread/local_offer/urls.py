from django.urls import include, path

from .views import entry, events, home, office, results

urlpatterns = [
    path("local-offer/", home.offer_home, name="offer_home"),
    path("local-offer/find/", results.offer_results, name="offer_results"),
    path("local-offer/find/map/", results.offer_map, name="offer_map"),
    path("local-offer/a-to-z/", home.offer_a_to_z, name="offer_a_to_z"),
    path("local-offer/service/<uuid:service>/", entry.offer_entry, name="offer_entry"),
    path("local-offer/service/<uuid:service>/keep/", entry.offer_keep, name="offer_keep"),
    path("local-offer/events/", events.offer_events, name="offer_events"),
    path("local-offer/events/calendar/", events.offer_calendar, name="offer_calendar"),
    path("local-offer/event/<uuid:event>/calendar/", events.offer_event_file, name="offer_event_file"),
    path("local-offer/my-list/", entry.offer_my_list, name="offer_my_list"),
    path("local-offer/my-list/forget/", entry.offer_forget_list, name="offer_forget_list"),
    path("local-offer/office/", office.offer_office, name="offer_office"),
    path("local-offer/compare/", entry.offer_compare, name="offer_compare"),
    path("local-offer/", include("goldenthread.local_offer.comments.urls")),
    path("local-offer/", include("goldenthread.local_offer.sections.urls")),
    path("local-offer/", include("goldenthread.local_offer.editing.urls")),
    path("local-offer/", include("goldenthread.local_offer.school_information.urls")),
    path("local-offer/", include("goldenthread.local_offer.wordbook.urls")),
]
