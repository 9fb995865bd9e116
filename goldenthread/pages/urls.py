from django.urls import path

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("hat/", views.choose_hat, name="choose_hat"),
    path("drafts/save/", views.save_draft, name="save_draft"),
    path("health/", views.health, name="health"),
]
