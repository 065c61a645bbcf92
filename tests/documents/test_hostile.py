"""Hostile and broken files: a clear error in bounded time, nothing executed, fetched or written."""

from __future__ import annotations

import http.server
import io
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.model import InputError
from crossfoot.read import load
from tests.documents import build

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def with_part(data: bytes, name: str, change: bytes) -> bytes:
    """*data*, an archive, with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change if part == name else old.read(part))
    return out.getvalue()


def entity_docx() -> bytes:
    body = (
        BOMB + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
    )
    return with_part(build.docx(), "word/document.xml", body.encode())


NO_WORDS = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p/></w:body></w:document>"
)
BROKEN: dict[str, tuple[str, bytes]] = {
    "zip bomb": (".docx", archive(word__document_xml=b"<a>" + b"0" * 400_000_000)),
    "many parts": (".docx", archive(**{f"p{n}": b"" for n in range(20_001)})),
    "no word document": (".docx", archive(hello_xml=b"<a/>")),
    "cut archive": (".docx", build.docx()[:2000]),
    "bare text as docx": (".docx", b"210 arrests"),
    "cut odt": (".odt", build.odt()[:1500]),
    "odt without content": (".odt", archive(mimetype=b"application/vnd.oasis.opendocument.text")),
    "cut pdf": (".pdf", build.pdf()[:700]),
    "pdf in name only": (".pdf", b"%PDF-1.7\n210 arrests"),
    "page without text": (".html", b"<html><body><script>1</script></body></html>"),
    "rtf without text": (".rtf", b"{\\rtf1 }"),
    "docx without text": (".docx", with_part(build.docx(), "word/document.xml", NO_WORDS)),
    "front matter alone": (".md", b"---\ntitle: x\n---\n"),
    "a subject that is empty": (".eml", b"Subject:\n\n \n"),
    "binary data as Markdown": (".md", bytes(range(256)) * 9),
    "empty message": (".eml", b"Subject:\nContent-Type: image/png\n\nxx"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_clear_error(what: str, tmp_path: Path) -> None:
    suffix, data = BROKEN[what]
    path = tmp_path / f"file{suffix}"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert "Traceback" not in message
    assert ": -: " not in message


def _read_or_refused(path: Path) -> str:
    """The text, or the one-line error: either will do, a crash will not."""
    try:
        return load(path).text
    except InputError as refused:
        return str(refused)


@pytest.mark.parametrize("odd", ["\f", "\v", "\x01", "&#12;", "&#31;", "&#65534;", "\ufffe"])
def test_a_control_character_in_a_page(odd: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = build.html().decode().replace("Officers arrested", f"Officers{odd}arrested")
    page.write_text(body.replace("<p>", f'<p title="{odd}">').replace("</ul>", f"</ul>{odd}"))
    document = load(page)
    assert "Officers arrested 210 people in three cities" in document.text
    assert "24 hours" not in document.text  # the article is still told from the rest


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(entity_docx())
    assert len(_read_or_refused(path)) < 100_000


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(build.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "locked.pdf"
    with path.open("wb") as out:
        writer.write(out)
    with pytest.raises(InputError, match="encrypted"):
        load(path)


def test_a_scanned_page_is_named(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "Officers arrested 210 people in three cities.")
    canvas.showPage()
    canvas.rect(72, 72, 300, 500, fill=1)
    canvas.showPage()
    canvas.save()
    assert load(path).notes == ("no text on page 2 (a scan?): not read",)


def test_turned_text_is_named_and_not_read_backwards(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    def drawn(upright: bool) -> Path:
        path = tmp_path / "turned.pdf"
        canvas = Canvas(str(path))
        if upright:
            canvas.drawString(72, 700, "Officers arrested 210 people in three cities.")
        canvas.rotate(90)
        canvas.drawString(72, -300, "The total was 120.")
        canvas.save()
        return path

    document = load(drawn(upright=True))
    assert document.text == "Officers arrested 210 people in three cities."
    assert document.notes == ("text turned on its side is not read: page 1",)
    with pytest.raises(InputError, match="turned on its side"):
        load(drawn(upright=False))


def test_deep_nesting_and_huge_tables(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    page.write_text("<html><body>" + "<div>" * 50_000 + "<p>12 people" + "</div>" * 50_000)
    begin = time.perf_counter()
    assert "12 people" in _read_or_refused(page) or "deep.html" in _read_or_refused(page)
    table = tmp_path / "table.html"
    rows = "<tr>" + "<td>7</td>" * 20 + "</tr>"
    table.write_text(f"<html><body><p>A table.</p><table>{rows * 2000}</table></body></html>")
    assert load(table).text.count("7") == 40_000
    assert time.perf_counter() - begin < 60  # a guard against the square, not a benchmark


RAW = {  # answers of broken servers
    "/garbage": b"nonsense\n\n",
    "/cut": b"HTTP/1.0 200 OK\nContent-Type: text/plain\nContent-Length: 999\n\n12 people",
    "/chunks": b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nff\n12 people",
    "/header": b"HTTP/1.0 200 OK\nX: " + b"x" * 70_000 + b"\n\n12 people",
    "/bad": b"HTTP/1.0 302 Found\nLocation: http://[::1\n\n",
    "/port": b"HTTP/1.0 302 Found\nLocation: http://127.0.0.1:abc/\n\n",
}


@pytest.fixture
def visits() -> Iterator[list[str]]:
    """A local server that notes every visit."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            if self.path == "/away":
                self.send_response(302)
                self.send_header("Location", "file:///etc/passwd")
                self.end_headers()
                return
            if raw := RAW.get(self.path):
                self.wfile.write(raw.replace(b"\n", b"\r\n"))
                return
            body = build.html()
            self.send_response(200 if self.path in ("/page", "/a%20page/%C3%A9") else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen.append(f"http://127.0.0.1:{server.server_port}")
    yield seen
    server.shutdown()
    server.server_close()


def test_nothing_is_fetched(tmp_path: Path, visits: list[str]) -> None:
    here = visits[0]
    page = tmp_path / "page.html"
    page.write_text(
        f'<!DOCTYPE html SYSTEM "{here}/dtd"><html><head><link rel="stylesheet" href="{here}/css">'
        f'<base href="{here}"><script src="{here}/js"></script></head><body><img src="{here}/img">'
        f'<iframe src="{here}/frame"></iframe><p onclick="fetch(1)">Some 12 people.</p></body>'
    )
    assert "12 people" in load(page).text
    assert visits[1:] == []


def test_an_address_that_the_user_names(visits: list[str]) -> None:
    document = load(f"{visits[0]}/page")
    assert document.format == "html"
    assert "Officers arrested 210 people" in document.text
    with pytest.raises(InputError, match="404"):
        load(f"{visits[0]}/none")
    with pytest.raises(InputError, match="not allowed"):
        load(f"{visits[0]}/away")


@pytest.mark.parametrize("path", RAW)
def test_a_broken_answer_is_one_clear_line(visits: list[str], path: str) -> None:
    with pytest.raises(InputError) as caught:
        load(visits[0] + path)
    assert str(caught.value).startswith(visits[0] + path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/cut", "/chunks"])
def test_half_a_page_is_none(visits: list[str], path: str) -> None:
    with pytest.raises(InputError, match="not all of it came"):
        load(visits[0] + path)


@pytest.mark.parametrize("address", ["http://a b/x", "http://127.0.0.1:abc/", "http://[::1"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        load(address)


def test_an_address_as_people_write_it(visits: list[str]) -> None:
    assert "Officers arrested 210 people" in load(f"{visits[0]}/a page/é").text
