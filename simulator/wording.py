"""The words of a message that is sent or edited: their length, blanks and entities."""

from simulator.html_text import parse_html
from simulator.raw import Json
from simulator.refusals import bad_request
from simulator.spans import check_entities, trim, with_found

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_LIMIT = 32768


def _formatted(raw: str, mode: str, entities: list[Json]) -> tuple[str, list[Json]]:
    if not raw.isprintable():
        raw = "".join(mark for mark in raw if mark == "\n" or mark == "\t" or mark >= " ")
    match mode.lower():
        case "":
            words, entities = raw, check_entities(raw, entities)
        case "html":
            words, entities = parse_html(raw)
        case _:
            raise bad_request("unsupported parse_mode")
    words, entities = trim(words, entities)
    return words, with_found(words, entities)


def read_text(params: Json, *, too_long: str) -> tuple[str, list[Json]]:
    """The text and entities of a call; 1 to 4096 code points after parsing and trimming."""
    raw = params["text"]
    if not raw:
        raise bad_request("message text is empty")
    if len(raw.encode("utf-8", "replace")) > RAW_LIMIT:
        raise bad_request("text is too long")
    words, entities = _formatted(raw, params.get("parse_mode", ""), params.get("entities", []))
    if not words:
        raise bad_request("text must be non-empty")
    if len(words) > TEXT_LIMIT:
        raise bad_request(too_long)
    return words, entities


def read_caption(params: Json) -> tuple[str | None, list[Json]]:
    """The caption and entities of a call; at most 1024 code points."""
    words, entities = _formatted(
        params.get("caption", ""), params.get("parse_mode", ""), params.get("caption_entities", [])
    )
    if len(words) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return words or None, entities
