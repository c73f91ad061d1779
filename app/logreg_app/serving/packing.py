"""Pages in pieces: what many pages share is compressed once and sent from where it lies."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # of a gzip file without a name and a date
_END = b"\x03\x00"  # an empty last block


@dataclass(frozen=True)
class Piece:
    """A part of a page; compressed it ends at a whole byte, so that another can follow."""

    plain: bytes

    @cached_property
    def packed(self) -> bytes:
        """The part compressed, without the ends of a gzip file."""
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer.compress(self.plain) + packer.flush(zlib.Z_SYNC_FLUSH)


def piece(text: str) -> Piece:
    """A text as a piece."""
    return Piece(text.encode())


def gzipped(pieces: Iterable[Piece]) -> list[bytes]:
    """The pieces as one gzip file, in parts to send one after the other.

    Examples
    --------
    >>> import gzip
    >>> gzip.decompress(b"".join(gzipped([piece("one, "), piece("two")])))
    b'one, two'
    """
    parts, checksum, size = [_HEAD], 0, 0
    for each in pieces:
        parts.append(each.packed)
        checksum = zlib.crc32(each.plain, checksum)
        size += len(each.plain)
    return [*parts, _END, struct.pack("<II", checksum, size & 0xFFFFFFFF)]
