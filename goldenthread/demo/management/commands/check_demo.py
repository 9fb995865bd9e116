"""`./run manage check_demo ADDRESS`: come in through the demo's door as each person and read what they open first."""

from __future__ import annotations

import re
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from django.core.management.base import BaseCommand, CommandError, CommandParser

from goldenthread.demo.visitors import visitors

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_LINKS = re.compile(r'href="(/[^"#?]*)"')


class Command(BaseCommand):
    help = "Read the demo's pages over the network as each demo person; fail on any page that does not answer 200."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        pages, failed = 0, []
        for person in visitors():
            browser = build_opener(HTTPCookieProcessor(CookieJar()))
            first = self._come_in(browser, address, str(person.person))
            found = _HEADING.search(first)
            heading = " ".join(re.sub(r"<[^>]+>", " ", found.group(1)).split()) if found else ""
            self.stdout.write(f"  {person.name} ({person.role}): {heading}")
            for link in sorted(set(_LINKS.findall(first)))[:40]:
                if link.startswith(("/static/", "/account/logout")):
                    continue
                pages += 1
                status = self._status(browser, address + link)
                if status != 200:
                    failed.append(f"{person.name}: {link} answered {status}")
        if failed:
            raise CommandError("\n".join(failed))
        self.stdout.write(f"  {pages} pages answered.")

    def _come_in(self, browser: OpenerDirector, address: str, person: str) -> str:
        door = f"{address}/demo/"
        page = browser.open(door, timeout=30).read().decode()
        token = _TOKEN.search(page)
        if token is None:
            raise CommandError("The demo's door shows no form.")
        data = urlencode({"csrfmiddlewaretoken": token.group(1), "person": person}).encode()
        answer = browser.open(Request(door, data, headers={"Referer": door}), timeout=30)  # noqa: S310
        return str(answer.read().decode())

    def _status(self, browser: OpenerDirector, address: str) -> int:
        try:
            return int(browser.open(address, timeout=30).status)
        except OSError as fault:
            return int(getattr(fault, "code", 0))
