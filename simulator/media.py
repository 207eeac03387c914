"""What a phone can send besides words, as the Bot API shows it."""

from typing import TYPE_CHECKING

from simulator.files import StoredFile, Upload
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.world import World

#: kind → (folder, file name, type, further Bot API fields)
_FILES: dict[str, tuple[str, str, str, Json]] = {
    "document": ("documents", "letter.pdf", "application/pdf", {}),
    "voice": ("voice", "voice.oga", "audio/ogg", {"duration": 4}),
    "audio": ("music", "song.mp3", "audio/mpeg", {"duration": 120, "title": "A song"}),
    "video": ("videos", "video.mp4", "video/mp4", {"width": 640, "height": 480, "duration": 6}),
    "animation": (
        "animations",
        "wave.mp4",
        "video/mp4",
        {"width": 320, "height": 240, "duration": 2},
    ),
    "video_note": ("video_notes", "note.mp4", "video/mp4", {"length": 240, "duration": 5}),
    "sticker": (
        "stickers",
        "sticker.webp",
        "image/webp",
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙂",
        },
    ),
}
_NAMELESS = frozenset({"voice", "video_note", "sticker"})
_PLAIN: dict[str, Json] = {
    "location": {"latitude": 52.0406, "longitude": -0.7594},
    "contact": {"phone_number": "+441632960001", "first_name": "Alex"},
    "dice": {"emoji": "🎲", "value": 4},
    "venue": {
        "location": {"latitude": 52.0406, "longitude": -0.7594},
        "title": "Library",
        "address": "1 High Street",
    },
    "poll": {
        "id": "5100000000000000001",
        "question": "Which day?",
        "options": [
            {"persistent_id": "a", "text": "Monday", "voter_count": 0},
            {"persistent_id": "b", "text": "Tuesday", "voter_count": 0},
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    },
}
KINDS = frozenset(_FILES) | frozenset(_PLAIN) | {"photo", "album"}
SMALL_PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00"
    b":~\x9bU\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00"
    b"IEND\xaeB`\x82"
)


def make_media(world: "World", kind: str, fields: Json) -> tuple[Json, StoredFile | None]:
    """The Bot API fields of a message of this kind, and its file if it has one.

    `fields` may bring `content` (bytes), `file_name`, `mime_type`, `size` (a pretended number of
    bytes) and any Bot API field of the kind.
    """
    if kind in _PLAIN:
        return _named_twice(kind, _PLAIN[kind] | fields), None
    if kind == "photo":
        return _photo(world, fields)
    if kind not in _FILES:
        raise ValueError(f"A phone cannot send {kind!r}; it can send {', '.join(sorted(KINDS))}.")
    folder, file_name, mime_type, more = _FILES[kind]
    stored = _keep(world, folder, file_name, mime_type, fields)
    body = stored.json() | more | fields
    if kind not in _NAMELESS:
        body["file_name"] = stored.file_name
    if kind not in ("video_note", "sticker"):
        body["mime_type"] = stored.mime_type
    return _named_twice(kind, body), stored


def _named_twice(kind: str, body: Json) -> Json:
    """Telegram repeats some kinds under an older name."""
    match kind:
        case "animation":
            plain = ("file_id", "file_unique_id", "file_size", "file_name", "mime_type")
            return {kind: body, "document": {key: body[key] for key in plain}}
        case "venue":
            return {kind: body, "location": body["location"]}
        case _:
            return {kind: body}


def _keep(world: "World", folder: str, file_name: str, mime_type: str, fields: Json) -> StoredFile:
    upload = Upload(
        file_name=fields.pop("file_name", file_name),
        mime_type=fields.pop("mime_type", mime_type),
        content=fields.pop("content", b"simulated content"),
    )
    return world.files.keep(folder=folder, upload=upload, size=fields.pop("size", None))


def _photo(world: "World", fields: Json) -> tuple[Json, StoredFile]:
    fields.setdefault("content", SMALL_PICTURE)
    stored = _keep(world, "photos", "photo.png", "image/png", fields)
    body = stored.json() | {"width": 1280, "height": 960}
    small = body | {"file_id": f"{stored.file_id}s", "width": 90, "height": 67, "file_size": 900}
    small["file_unique_id"] += "s"
    return {"photo": [small, body | fields]}, stored
