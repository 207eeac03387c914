"""Which addresses Telegram takes for a link."""

from urllib.parse import urlsplit


def checked_link(address: str) -> str | None:
    """The address as Telegram keeps it, or nothing when it is not a link (no dot in its host)."""
    address = address.strip()
    if address.startswith("tg://"):
        return address
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or any(mark.isspace() for mark in address):
        return None
    if not host or ("." not in host.strip(".") and ":" not in host):
        return None
    if not parts.path:
        parts = parts._replace(path="/")
    return parts.geturl()
