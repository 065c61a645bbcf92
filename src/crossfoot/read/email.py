"""E-mail (.eml), by the standard library."""

from __future__ import annotations

import contextlib
import email
import email.policy
from datetime import date
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from crossfoot.model import Document, InputError, published_on
from crossfoot.read import html
from crossfoot.read.builder import Builder


def read(data: bytes, name: str = "-", published: date | None = None) -> Document:
    """Read a message: its subject as headline, its text, its date as that of publication.

    Raises:
        InputError: there is no text in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    builder = Builder()
    subject = _header(message, "subject")
    builder.add(subject, "heading", level=1)
    if published is None:
        with contextlib.suppress(ValueError, TypeError):
            published = published_on(parsedate_to_datetime(_header(message, "date")).date())
    bodies = [message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")]
    texts = [(body, _content(body)) for body in bodies if body is not None]
    if not texts:
        raise InputError("a message without text; save its attachment and check that")
    # newsletters have a plain part that is blank
    _add_body(builder, *next((text for text in texts if text[1].strip()), texts[0]))
    for part in message.iter_attachments():
        builder.notes.append(f"attachment {part.get_filename() or 'without a name'!s} is not read")
    return builder.document(data, name=name, format="email", published=published, title=subject)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError):  # headers the parser chokes on
        return ""


def _content(body: MIMEPart) -> str:
    try:
        return str(body.get_content())
    except (LookupError, ValueError, AttributeError):  # an unknown charset
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _add_body(builder: Builder, body: MIMEPart, content: str) -> None:
    if body.get_content_type() == "text/html":
        page = html.read(content.encode("utf-8", "replace"))
        builder.notes += page.notes
        content = page.text
    builder.add_plain(content)
