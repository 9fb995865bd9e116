from django.urls import path

from . import views

urlpatterns = [
    path("families-words/", views.families_words, name="families_words"),
    path("families-words/same/new/", views.new_synonym, name="new_synonym"),
    path("families-words/same/<uuid:synonym>/", views.change_synonym, name="change_synonym"),
    path("families-words/phrases/new/", views.new_phrase, name="new_phrase"),
    path("families-words/phrases/<uuid:phrase>/", views.change_phrase, name="change_phrase"),
]
