"""Short sound recordings: the sound is kept, the notes about it (place, device, name) are not.

A child who would rather say it than write it can send their voice.
"""

import struct
from collections.abc import Iterator

from django.utils.translation import gettext

from goldenthread.documents.refusal import RefusedFile

LONGEST = 10 * 60  # seconds

# MPEG audio layer III, ISO/IEC 11172-3 and 13818-3: kilobits a second, and samples a second.
BITRATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def clean_mp3(data: bytes) -> bytes:
    """The sound frames alone, one after another, without any tag. Raises RefusedFile."""
    start, seconds, frames = _after_id3(data), 0.0, []
    while frame := _mp3_frame(data, start):
        length, lasts = frame
        frames.append(data[start : start + length])
        start += length
        seconds += lasts
    # At the end only tags, silence or one frame cut off may be left over.
    left = data[start:]
    if len(frames) < 10 or (len(left) > 2048 and not left.startswith((b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"\0"))):
        raise RefusedFile(_damaged())
    _refuse_long(seconds)
    return b"".join(frames)


def _after_id3(data: bytes) -> int:
    """Where the sound starts: behind an ID3v2 tag, whose length is written seven bits a byte."""
    if not data.startswith(b"ID3") or len(data) < 10:
        return 0
    size = sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    return 10 + size + (10 if data[5] & 0x10 else 0)


def _mp3_frame(data: bytes, at: int) -> tuple[int, float] | None:
    """The frame's length in bytes and seconds, or None where no whole frame begins."""
    if at + 4 > len(data):
        return None
    (header,) = struct.unpack_from(">L", data, at)
    version, layer = header >> 19 & 3, header >> 17 & 3
    bitrate, rate, padding = header >> 12 & 15, header >> 10 & 3, header >> 9 & 1
    if header >> 21 != 0x7FF or layer != 1 or version == 1 or rate == 3 or bitrate in (0, 15):
        return None
    samples = 1152 if version == 3 else 576
    per_second = SAMPLE_RATES[version][rate]
    length = samples // 8 * BITRATES[3 if version == 3 else 2][bitrate] * 1000 // per_second + padding
    return (length, samples / per_second) if at + length <= len(data) else None


# The boxes of an MP4 file, ISO/IEC 14496-12, that hold other boxes on the way to the sound's description.
HOLDERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
DATED = {b"mvhd", b"tkhd", b"mdhd"}  # they begin with when it was made and changed
NOTES = {b"udta", b"meta", b"uuid", b"XMP_"}
SOUND_FORMATS = {b"mp4a", b"alac"}


def clean_m4a(data: bytes) -> bytes:
    """The same file with every note about it blanked out; the sound itself is not moved. Raises RefusedFile."""
    kept = bytearray(data)
    handlers, formats, seconds = set(), set(), 0.0
    for name, start, end in _boxes(data, 0, len(data)):
        if name in NOTES:
            kept[start - 4 : start] = b"free"
            kept[start:end] = bytes(end - start)
        elif name == b"hdlr":
            handlers.add(data[start + 8 : start + 12])
        elif name == b"stsd":
            formats.add(data[start + 12 : start + 16])
        elif name in DATED:
            times = slice(start + 4, start + (20 if data[start] == 1 else 12))
            kept[times] = bytes(times.stop - times.start)
            if name == b"mvhd":
                seconds = _movie_seconds(data, start, end)
    if b"vide" in handlers:
        raise RefusedFile(gettext("This is a video. We can only take sound here. Ask us how to send a video."))
    if handlers != {b"soun"} or not formats or not formats <= SOUND_FORMATS or not seconds:
        raise RefusedFile(_damaged())
    _refuse_long(seconds)
    return bytes(kept)


def _boxes(data: bytes, start: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Name and inside of each box, holders opened; a box with notes is not looked into."""
    while start < end:
        if start + 8 > end or depth > 8:
            raise RefusedFile(_damaged())
        size, name = struct.unpack_from(">L4s", data, start)
        inside = start + 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, inside)
            inside += 8
        elif size == 0 and depth == 0:
            size = end - start
        if size < inside - start or start + size > end:
            raise RefusedFile(_damaged())
        yield name, inside, start + size
        if name in HOLDERS:
            yield from _boxes(data, inside, start + size, depth + 1)
        start += size


def _movie_seconds(data: bytes, start: int, end: int) -> float:
    layout, at = (">LQ", start + 20) if data[start] == 1 else (">LL", start + 12)
    if at + struct.calcsize(layout) > end:
        raise RefusedFile(_damaged())
    scale, duration = struct.unpack_from(layout, data, at)
    return duration / scale if scale else 0.0


def _refuse_long(seconds: float) -> None:
    if seconds > LONGEST:
        raise RefusedFile(
            gettext("This recording is too long. It can be up to %(minutes)s minutes. Send it in parts.")
            % {"minutes": LONGEST // 60}
        )


def _damaged() -> str:
    return gettext("This recording is damaged or is not sound. Record it again, or write it down for us.")
