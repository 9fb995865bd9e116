from django.urls import path, register_converter

from . import views
from .addresses import SourceKindConverter

register_converter(SourceKindConverter, "source_kind")

urlpatterns = [
    path("local-offer/bring-in/", views.start, name="offer_intake"),
    path("local-offer/bring-in/<source_kind:source>/", views.bring, name="offer_intake_bring"),
    path("local-offer/bring-in/<uuid:intake>/", views.one, name="offer_intake_one"),
]
