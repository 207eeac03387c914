"""Verifies the chronology: every chain from its beginning, and every daily seal."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, insert, select, text

from storage.chronology import BEGINNING, _mac
from storage.database import Reader, Writer
from storage.dialects import POSTGRESQL
from storage.sealing import keyed_hash
from storage.tables import chronology, seals, words
