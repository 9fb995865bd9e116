"""The gallery's addresses."""

from django.urls import path

from goldenthread.design_system import views

app_name = "design_system"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("layout/<slug:name>/", views.layout, name="layout"),
]
