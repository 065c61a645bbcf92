"""Zipped formats (DOCX, ODT): looked over before a library unpacks them."""

from __future__ import annotations

import io
import zipfile

from crossfoot.model import InputError

# the largest real report we met unpacks to 30 MB; a bomb is refused long before memory ends
MOST_BYTES = 300_000_000
MOST_RATIO = 200  # of unpacked to packed size, for parts over a megabyte; XML packs up to 40 times
MOST_PARTS = 20_000


def look_over(data: bytes) -> zipfile.ZipFile:
    """Open an archive that is safe to unpack in memory.

    Raises:
        InputError: it is broken, encrypted, or would unpack to an unreasonable size.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise InputError(f"a broken archive ({broken}); save the document again") from None
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_BYTES:
        raise InputError("it would unpack to an unreasonable size; refused")
    for part in parts:
        if part.flag_bits & 1:
            raise InputError("it is encrypted; save it without a password")
        if part.file_size > 1_000_000 and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise InputError(f"{part.filename!r} would unpack to an unreasonable size; refused")
    return archive
