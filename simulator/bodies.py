"""Reading what a call carries: a query, a JSON body, a form, or a form with files."""

import json
import re
from collections.abc import Mapping
from email.message import Message as MailHeaders
from urllib.parse import parse_qsl

from simulator.files import Upload
from simulator.refusals import bad_request


def _header_value(line: str) -> MailHeaders:
    headers = MailHeaders()
    headers["content-type"] = line
    return headers


def _disposition(head: bytes) -> tuple[str | None, str | None, str | None]:
    name = file_name = mime_type = None
    for line in head.decode("utf-8", "replace").split("\r\n"):
        label, _, value = line.partition(":")
        match label.strip().lower():
            case "content-disposition":
                name = _quoted(value, "name")
                file_name = _quoted(value, "filename")
            case "content-type":
                mime_type = value.strip()
    return name, file_name, mime_type


def _quoted(value: str, key: str) -> str | None:
    found = re.search(rf';\s*{key}="((?:[^"\\]|\\.)*)"', value) or re.search(
        rf";\s*{key}=([^;\s]+)", value
    )
    if found is None:
        return None
    words = re.sub(r"\\(.)", r"\1", found[1])
    return words.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")


def _parts(content_type: str, body: bytes) -> tuple[dict[str, object], dict[str, Upload]]:
    boundary = _header_value(content_type).get_param("boundary")
    if not isinstance(boundary, str):
        raise bad_request("can't find the boundary of the form")
    fields: dict[str, object] = {}
    uploads: dict[str, Upload] = {}
    # The first boundary has no line break before it; giving it one makes all of them alike.
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name, file_name, mime_type = _disposition(head)
        if name is None:
            raise bad_request("a part of the form has no name")
        if file_name is None:
            fields[name] = content.decode("utf-8", "replace")
        else:
            uploads[name] = Upload(
                file_name=file_name,
                mime_type=mime_type or "application/octet-stream",
                content=content,
            )
    return fields, uploads


def read_body(
    content_type: str, body: bytes, query: Mapping[str, str]
) -> tuple[dict[str, object], dict[str, Upload]]:
    """The raw fields and the files of a call, from its query and its body.

    Raises `Refused` (400) when the body cannot be read.
    """
    fields: dict[str, object] = dict(query)
    uploads: dict[str, Upload] = {}
    if not body:
        return fields, uploads
    match content_type.partition(";")[0].strip().lower():
        case "application/json":
            try:
                given = json.loads(body)
            except ValueError as error:
                raise bad_request("can't parse the JSON of the request") from error
            if not isinstance(given, dict):
                raise bad_request("the JSON of the request must be an Object")
            fields |= given
        case "application/x-www-form-urlencoded":
            fields |= dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        case "multipart/form-data":
            more, uploads = _parts(content_type, body)
            fields |= more
        case _:
            raise bad_request("the simulator reads JSON, forms and forms with files only")
    return fields, uploads
