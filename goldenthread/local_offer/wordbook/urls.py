from django.urls import path

from . import views

urlpatterns = [
    path("words/", views.offer_words, name="offer_words"),
    path("words/same/new/", views.new_synonym, name="new_synonym"),
    path("words/same/<uuid:synonym>/", views.change_synonym, name="change_synonym"),
    path("words/phrases/new/", views.new_phrase, name="new_phrase"),
    path("words/phrases/<uuid:phrase>/", views.change_phrase, name="change_phrase"),
]
