"""Files that were sent: kept in memory, named by id, downloaded by path."""

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.raw import Json
from simulator.refusals import Refused, bad_request

if TYPE_CHECKING:
    from simulator.world import World

UPLOAD_LIMIT = 50 * 1000 * 1000
PHOTO_LIMIT = 10 * 1000 * 1000
DOWNLOAD_LIMIT = 20 << 20
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file as it arrives in a call."""

    file_name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file that Telegram keeps; `size` in bytes may be larger than the content held here."""

    file_id: str
    unique_id: str
    file_name: str
    mime_type: str
    content: bytes
    size: int
    path: str

    def json(self) -> Json:
        """The fields that every kind of file has."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }


class FileStore:
    """Every file ever sent in this world."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def keep(self, *, folder: str, upload: Upload, size: int | None = None) -> StoredFile:
        """Store a file and give it its ids; `size` in bytes pretends a larger one."""
        number = len(self._by_id) + 1
        ending = upload.file_name.rpartition(".")[2] if "." in upload.file_name else "bin"
        stored = StoredFile(
            file_id=f"SIM{folder}{number:08d}",
            unique_id=f"u{number:08d}",
            file_name=upload.file_name,
            mime_type=upload.mime_type,
            content=upload.content,
            size=len(upload.content) if size is None else size,
            path=f"{folder}/file_{number}.{ending}",
        )
        self._by_id[stored.file_id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id, if there is one."""
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> StoredFile | None:
        """The file behind a download path."""
        return next((file for file in self._by_id.values() if file.path == path), None)


def accept_file(world: "World", sent: object, *, folder: str) -> StoredFile:
    """The stored file for an upload or for the id of an earlier one, with the size limits."""
    if isinstance(sent, str):
        stored = world.files.find(sent)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored
    assert isinstance(sent, Upload)
    if not sent.content:
        raise bad_request("file must be non-empty")
    if len(sent.content) > UPLOAD_LIMIT:
        raise Refused(413, "Request Entity Too Large")
    if folder == "photos":
        if len(sent.content) > PHOTO_LIMIT:
            raise bad_request("file is too big")
        if not sent.content.startswith(_PICTURES):
            raise bad_request("IMAGE_PROCESS_FAILED")
    return world.files.keep(folder=folder, upload=sent)


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels, read from a PNG; other pictures are taken as 640 by 640."""
    if content.startswith(_PICTURES[0]) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    return 640, 640


def get_file(world: "World", params: Json) -> Json:
    """`getFile`: where a file can be downloaded, up to 20 MiB."""
    stored = world.files.find(params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.json() | {"file_path": stored.path}
