"""Languages that a page can be translated into: code for `lang`, the name in English and its own, and the direction.

A list of what English councils are asked for most; a language is added by a line here. Translations are made by people,
never by machine: what a time limit means must not be guessed (docs/decisions/0167-translations-by-people.md).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    code: str
    english: str
    own: str
    direction: str = "ltr"


LANGUAGES: dict[str, Language] = {
    one.code: one
    for one in (
        Language("ar", "Arabic", "العربية", "rtl"),
        Language("bn", "Bengali", "বাংলা"),
        Language("zh-Hans", "Chinese", "中文"),
        Language("fa", "Farsi", "فارسی", "rtl"),
        Language("fr", "French", "Français"),
        Language("gu", "Gujarati", "ગુજરાતી"),
        Language("it", "Italian", "Italiano"),
        Language("ku", "Kurdish", "Kurdî"),
        Language("lt", "Lithuanian", "Lietuvių"),
        Language("ne", "Nepali", "नेपाली"),
        Language("ps", "Pashto", "پښتو", "rtl"),
        Language("pl", "Polish", "Polski"),
        Language("pt", "Portuguese", "Português"),
        Language("pa", "Punjabi", "ਪੰਜਾਬੀ"),
        Language("ro", "Romanian", "Română"),
        Language("so", "Somali", "Soomaali"),
        Language("es", "Spanish", "Español"),
        Language("ta", "Tamil", "தமிழ்"),
        Language("tr", "Turkish", "Türkçe"),
        Language("uk", "Ukrainian", "Українська"),
        Language("ur", "Urdu", "اردو", "rtl"),
        Language("vi", "Vietnamese", "Tiếng Việt"),
        Language("yo", "Yoruba", "Yorùbá"),
    )
}


def choices() -> list[tuple[str, str]]:
    return [(one.code, f"{one.english} ({one.own})") for one in LANGUAGES.values()]
