import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from goldenthread.documents.scanning import (
    EICAR,
    ClamdScanner,
    NoScanner,
    ScanState,
    StandInScanner,
    Verdict,
    configured_scanner,
)
from tests.documents.fake_clamd import fake_clamd


@pytest.fixture(params=["clamd", "stand-in"])
def scanner(request, tmp_path):
    if request.param == "stand-in":
        yield StandInScanner()
        return
    with fake_clamd(tmp_path) as server:
        yield ClamdScanner(server.address, timeout=5)


class TestEveryScanner:
    """What the rest of the system relies on, whichever scanner is configured."""

    @pytest.mark.parametrize("data", [b"", b"A harmless letter.", bytes(200_000)], ids=["empty", "short", "long"])
    def test_harmless_file_is_clean(self, scanner, data):
        verdict = scanner.scan(data)

        assert verdict.state is ScanState.CLEAN
        assert verdict.may_be_opened

    @pytest.mark.parametrize("data", [EICAR, b"before " + EICAR + b" after", bytes(100_000) + EICAR])
    def test_infected_file_is_named_and_stays_shut(self, scanner, data):
        verdict = scanner.scan(data)

        assert verdict.state is ScanState.INFECTED
        assert "eicar" in verdict.detail.lower()
        assert not verdict.may_be_opened


def test_stand_in_says_that_it_is_one():
    assert StandInScanner().is_stand_in
    assert "stand-in" in StandInScanner().scan(b"letter").detail
    assert "stand-in" in StandInScanner().scan(EICAR).detail
    assert not ClamdScanner("unix:/nowhere").is_stand_in


def test_whole_file_reaches_clamd_by_the_documented_command(tmp_path):
    data = bytes(range(256)) * 1000

    with fake_clamd(tmp_path) as server:
        ClamdScanner(server.address, timeout=5).scan(data)

    assert server.commands == [b"zINSTREAM\0"]
    assert server.received == [data]


def test_clamd_over_tcp():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        verdict = ClamdScanner(f"tcp:127.0.0.1:{port}", timeout=0.2).scan(b"letter")

    assert verdict == Verdict(ScanState.UNAVAILABLE, "TimeoutError")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"stream: OK",
        b"stream: OK\0stream: OK\0",
        b"stream: not OK\0",
        b"OK\0",
        b"stream: OK FOUNDATION\0",
        b"UNKNOWN COMMAND\0",
        b"stream: Can't allocate memory ERROR\0",
        b"\xff\xfe\0",
        b"x" * 10_000,
    ],
)
def test_any_answer_but_clean_keeps_the_file_shut(tmp_path, answer):
    with fake_clamd(tmp_path, answer=lambda data: answer) as server:
        verdict = ClamdScanner(server.address, timeout=5).scan(b"letter")

    assert verdict.state is ScanState.UNAVAILABLE
    assert not verdict.may_be_opened


def test_file_above_clamds_own_limit_is_not_clean(tmp_path):
    with fake_clamd(tmp_path, limit=100_000) as server:
        verdict = ClamdScanner(server.address, timeout=5).scan(bytes(5_000_000))

    assert verdict.state is ScanState.UNAVAILABLE


def test_slow_clamd_is_given_up_in_time(tmp_path):
    def drip(data):
        time.sleep(30)
        return b"stream: OK\0"

    with fake_clamd(tmp_path, answer=drip) as server:
        started = time.monotonic()
        verdict = ClamdScanner(server.address, timeout=0.2).scan(b"letter")

    assert verdict.state is ScanState.UNAVAILABLE
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "address", ["unix:/nowhere/clamd.ctl", "tcp:127.0.0.1:1", "tcp:no-port", "http://scanner", "unix:" + "x" * 200]
)
def test_no_clamd_at_the_address_is_not_clean(address):
    assert ClamdScanner(address, timeout=1).scan(b"letter").state is ScanState.UNAVAILABLE


def test_without_configuration_nothing_is_ever_clean(settings):
    settings.CLAMD_ADDRESS, settings.DEMO_SCANNER = "", False

    scanner = configured_scanner()

    assert isinstance(scanner, NoScanner)
    assert scanner.scan(b"letter").state is ScanState.UNAVAILABLE


def test_clamd_goes_before_the_stand_in(settings):
    settings.CLAMD_ADDRESS, settings.DEMO_SCANNER = "unix:/run/clamd.ctl", True
    assert isinstance(configured_scanner(), ClamdScanner)

    settings.CLAMD_ADDRESS = ""
    assert isinstance(configured_scanner(), StandInScanner)


@pytest.fixture(scope="module")
def real_clamd(tmp_path_factory):
    """ClamAV's own clamd, with one signature of ours, since its own cannot be fetched without a network."""
    program = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
    if not program:
        pytest.skip("clamd is not installed here (Debian: clamav-daemon); the fake clamd was tested instead")
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "ours.ndb").write_text(f"Ours.Test.String:0:*:{EICAR.hex()}\n")
    (folder / "clamd.conf").write_text(
        f"LocalSocket {folder}/c.ctl\nDatabaseDirectory {folder}\nForeground yes\nStreamMaxLength 1M\n"
    )
    folder.chmod(0o755)
    running = subprocess.Popen(
        [program, "-c", str(folder / "clamd.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            if (folder / "c.ctl").exists() or running.poll() is not None:
                break
            time.sleep(0.1)
        assert Path(folder / "c.ctl").exists(), "clamd did not start"
        yield f"unix:{folder}/c.ctl"
    finally:
        running.terminate()
        running.wait(20)


def test_real_clamd_gives_the_same_verdicts_as_the_fake(real_clamd):
    scanner = ClamdScanner(real_clamd, timeout=20)

    states = [scanner.scan(data).state for data in (b"A letter.", EICAR, bytes(100_000) + EICAR, bytes(3_000_000))]

    assert states == [ScanState.CLEAN, ScanState.INFECTED, ScanState.INFECTED, ScanState.UNAVAILABLE]
