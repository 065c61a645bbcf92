"""A page that the user asks for by its address. Nothing else is ever fetched."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request

from crossfoot.model import InputError

MAX_BYTES = 64 * 1024 * 1024
SECONDS = 30
# content type -> suffix, so that the reader is chosen as for a file of that name
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
    "text/markdown": ".md", "text/plain": ".txt", "application/rtf": ".rtf", "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt", "message/rfc822": ".eml",
}  # fmt: skip


def fetch(address: str) -> tuple[bytes, str]:
    """The bytes at *address*, and a name whose suffix tells their format.

    Redirects are followed to web addresses only, never to a file of this machine; that is
    urllib's own rule.

    Raises:
        InputError: the address cannot be reached, or gives too much.
    """
    request = urllib.request.Request(address, headers={"User-Agent": "crossfoot"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            data = answer.read(MAX_BYTES + 1)
            kind = answer.headers.get_content_type()
    except urllib.error.HTTPError as error:
        raise InputError(f"{address}: the server answers {error.code} {error.reason}") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", None) or error
        raise InputError(f"{address}: cannot be reached ({why}); save the page and check that") \
            from None  # fmt: skip
    if len(data) > MAX_BYTES:
        raise InputError(f"{address}: is larger than {MAX_BYTES // 1024**2} MB")
    name = urllib.parse.urlsplit(address).path.rstrip("/").rpartition("/")[2] or "page"
    suffix = _SUFFIXES.get(kind, "")
    return data, name if not suffix or name.lower().endswith(suffix) else name + suffix
