"""Numbers of people in ranges that no real person holds. Formats: domain note on identifiers."""

AUTHORITY_CODE = "399"
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(school_number: str, year: int, serial: int) -> str:
    """A permanent unique pupil number given by a school of the area in a year, serial 1 to 999."""
    return _with_check_letter(f"{AUTHORITY_CODE}{school_number}{year % 100:02d}{serial:03d}")


def temporary_upn(school_number: str, year: int, serial: int) -> str:
    """A temporary number: two digits and a letter in place of the serial, 23 times 100 a year."""
    ending = f"{serial // 23:02d}{_UPN_LETTERS[serial % 23]}"
    return _with_check_letter(f"{AUTHORITY_CODE}{school_number}{year % 100:02d}{ending}")


def _with_check_letter(twelve: str) -> str:
    total = 0
    for weight, character in enumerate(twelve, 2):
        value = int(character) if character.isdigit() else _UPN_LETTERS.index(character)
        total += weight * value
    return _UPN_LETTERS[total % 23] + twelve


def uln(serial: int) -> str:
    """The unique learner number 999 and six digits, or "" for the serials that have no check digit."""
    nine = f"999{serial:06d}"
    remainder = _weighted(nine) % 11
    return "" if remainder == 0 else f"{nine}{10 - remainder}"


def nhs_number(serial: int) -> str:
    """The NHS number 999 and six digits, or "" for the serials that have no check digit."""
    nine = f"999{serial:06d}"
    check = (11 - _weighted(nine) % 11) % 11
    return "" if check == 10 else f"{nine}{check}"


def _weighted(nine: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True))
