"""Bad input: one line that says where, what, and what to do."""

from __future__ import annotations

import io
import os
import sys

import pytest

from editions.errors import EditionError, MalformedDocument, UndecodableText, UnreadableFile
from editions.reading import encoding, read_blocks, read_source, source


def message(error: pytest.ExceptionInfo[EditionError]) -> str:
    text = str(error.value)
    assert "\n" not in text
    return text


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (b"", UnreadableFile, "f: is empty; give a file with text in it"),
        (b" \n\t\r\n", UnreadableFile, "f: is empty; give a file with text in it"),
        (b"\xef\xbb\xbf", UnreadableFile, "f: is empty; give a file with text in it"),
        (
            b"%PDF-1.7\n",
            UnreadableFile,
            "f: is a PDF, which is not read yet; extract its text first, for example with pdftotext",
        ),
        (b"PK\x03\x04abc", UnreadableFile, "f: is a ZIP archive; unpack it, and give one text of it"),
        (
            b"PK\x03\x04..[Content_Types].xml..PK\x03\x04..word/document.xml",
            UnreadableFile,
            "f: is a Word document (.docx), which is not read yet; save it as plain text, HTML or Markdown",
        ),
        (b"\x1f\x8b\x08abc", UnreadableFile, "f: is compressed; unpack it first"),
        (
            b"{\\rtf1 abc}",
            UnreadableFile,
            "f: is an RTF document, which is not read yet; save it as plain text, HTML or Markdown",
        ),
        (b"\x89PNG\r\n\x1a\n", UnreadableFile, "f: is an image; give the text instead"),
        (bytes(range(256)) * 4, UnreadableFile, "f: is binary, not text; give a text, Markdown or HTML file"),
        (b"\x01\x02\x03\x04" * 50, UnreadableFile, "f: is binary, not text; give a text, Markdown or HTML file"),
        (
            b"\xff\xfea\x00b",
            UndecodableText,
            "f: byte 4 does not fit utf-16, which the file begins as; save it as UTF-8",
        ),
        (
            ("Сталин говорит.\n" * 3).encode() + b"\xff" + "Чжоу".encode(),
            UndecodableText,
            "f:4: is in UTF-8 but for 1 broken place, the first at byte 87; mend it and save it as UTF-8",
        ),
        (b"\x1b[0m\x1b[1m", UnreadableFile, "f: has no text in it; give a file with text in it"),
        (
            b"<html><body><nav>x</nav></body></html>",
            UnreadableFile,
            "f: has no text in it; give a file with text in it",
        ),
        (
            b"<?xml version='1.0'?>\n<TEI><p>a</TEI>",
            MalformedDocument,
            "f:2:16: Opening and ending tag mismatch: p line 2 and TEI; mend the XML",
        ),
        (
            b"<?xml version='1.0'?>\n<!DOCTYPE TEI [\n<!ENTITY a 'aaaa'>\n]>\n<TEI><p>&a;</p></TEI>",
            MalformedDocument,
            "f:3: declares entities of its own, which are not read; write the characters out",
        ),
        (
            b"<?xml version='1.0'?><feed xmlns='x'><entry>a</entry></feed>",
            MalformedDocument,
            "f:1: is XML of an unknown kind (<feed>); give TEI, HTML or text",
        ),
        (
            b"<html><body>" + b"<div>" * 3000,
            MalformedDocument,
            "f:1: nests elements more than 2000 deep; save the page anew, or give its text",
        ),
    ],
)
def test_bad_bytes(data, kind, text, tmp_path):
    with pytest.raises(kind) as error:
        read_file(data, tmp_path)
    assert message(error).replace(str(tmp_path / "f"), "f") == text


def read_file(data, folder):
    (folder / "f").write_bytes(data)
    return read_blocks(folder / "f")


def test_an_entity_from_outside_is_never_fetched(tmp_path):
    (tmp_path / "secret").write_text("secret words")
    text = f"<!DOCTYPE TEI SYSTEM 'file://{tmp_path}/secret'><TEI><text><p>a &secret; b</p></text></TEI>"
    try:
        said = " ".join(block.text for block in read_source(text.encode(), "f").blocks)
    except MalformedDocument as error:
        said = str(error)
    assert "secret words" not in said


def test_a_missing_file(tmp_path):
    with pytest.raises(UnreadableFile) as error:
        read_blocks(tmp_path / "nowhere.txt")
    assert message(error) == f"{tmp_path}/nowhere.txt: there is no such file; check the name"


def test_a_folder(tmp_path):
    with pytest.raises(UnreadableFile) as error:
        read_blocks(tmp_path)
    assert message(error) == f"{tmp_path}: is a folder; name a file in it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "f").write_text("text")
    (tmp_path / "f").chmod(0)
    with pytest.raises(UnreadableFile) as error:
        read_blocks(tmp_path / "f")
    assert message(error) == f"{tmp_path}/f: may not be read; ask for permission to read it"


def test_a_name_that_no_file_can_have():
    with pytest.raises(UnreadableFile) as error:
        read_blocks("a\x00b")
    assert "cannot be read" in message(error)


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "MAX_BYTES", 2**20)
    with pytest.raises(UnreadableFile) as error:
        read_file(b"a" * (2**20 + 1), tmp_path)
    assert message(error).endswith("f: is larger than 1 MiB; give one document, or split it")


def test_too_many_lines(monkeypatch):
    monkeypatch.setattr("editions.reading.MAX_LINES", 10)
    with pytest.raises(UnreadableFile) as error:
        read_source(b"a\n" * 20, "f")
    assert message(error) == "f: has 21 lines; 10 is the most read; split it"


@pytest.mark.parametrize("text", ["one\n\n{}\n", "# x\n\n{}\n", "<html><p>one</p>\n\n<p>{}</p>"])
def test_a_paragraph_that_is_too_long(text, monkeypatch):
    monkeypatch.setattr("editions.reading.MAX_PARAGRAPH", 100)
    with pytest.raises(UnreadableFile) as error:
        read_source(text.format("a " * 51 + "b").encode(), "f")
    assert message(error) == "f:3: has a paragraph of 103 characters; 100 is the most read; divide it with blank lines"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\n\ntwo")))
    document = read_blocks("-")
    assert (document.path, len(document.blocks)) == ("-", 2)


def test_plain_files_do_not_load_the_guesser():
    import subprocess

    code = (
        "import sys; from editions.reading import read_source; read_source('é\\n\\nb'.encode(), 'f');"
        "print([m for m in ('charset_normalizer', 'lxml', 'selectolax', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_bytes_that_no_encoding_fits(monkeypatch):
    monkeypatch.setattr(encoding, "_relatives", lambda sample, name: [])
    monkeypatch.setattr(encoding, "_mostly_ascii", lambda sample: False)
    with pytest.raises(UndecodableText) as error:
        read_source(b"\x81\x8d\x8f\x90\x9d" * 40, "f")
    assert message(error) == "f: no usual encoding fits its bytes (UTF-8 fails at byte 0); save it as UTF-8"


@pytest.mark.parametrize("text", ["Hume.\x00 Good day.", "Hume. Good day.\n\x00\n" + "He sat down.\n" * 40])
def test_a_stray_nul_is_taken_out(text):
    said = " ".join(block.text for block in read_source(text.encode(), "f").blocks)
    assert said == " ".join(text.replace("\x00", "").split())


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Good day.\n", "你好，先生。\n我們坐下吧。\n", "Добрый день.\n"])
def test_two_bytes_a_letter_without_a_mark(text, name):
    assert read_source((text * 9).encode(name), "f").blocks[0].text.startswith(text[:4])


def test_many_nuls_are_no_text():
    with pytest.raises(UnreadableFile, match="is binary"):
        read_source(b"Hume\x00Brown\x00" * 20 + b"Good day. " * 100, "f")
