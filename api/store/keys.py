"""Keys derived from one root: to find an address, to seal a text, to sign a cookie.

The root key lives outside the database and outside backups; what it sealed
cannot be read without it.
"""

import hashlib
import hmac
import os
from functools import cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
KEY_ID_BYTES = 4


class SealBroken(Exception):
    """The text was sealed under another key, for another row, or was altered."""


class Keys:
    """What may be done with the root key. The root itself is never handed out."""

    def __init__(self, root: bytes) -> None:
        if len(root) < 32:
            raise ValueError("the root key must have at least 32 bytes")
        self._root = root
        self.key_id = hashlib.sha256(b"ecotown key id" + root).digest()[:KEY_ID_BYTES]
        self._cipher = AESGCM(self.derive("seal"))
        self._lookup = self.derive("lookup")

    @cache  # noqa: B019  one Keys lives as long as the process
    def derive(self, label: str) -> bytes:
        """32 bytes for one purpose (HKDF-SHA-256, RFC 5869)."""
        hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=label.encode())
        return hkdf.derive(self._root)

    def find(self, *parts: str) -> str:
        """The keyed hash under which an address or a code is found again."""
        message = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        return hmac.digest(self._lookup, message, "sha256").hex()

    def seal(self, table: str, row: UUID, text: bytes) -> bytes:
        """`text` readable only with this key and only as part of this row.

        AES-256-GCM; layout: key id, nonce, ciphertext. Bound to table, row and key.
        """
        nonce = os.urandom(NONCE_BYTES)
        bound = self._bound(table, row)
        return self.key_id + nonce + self._cipher.encrypt(nonce, text, bound)

    def unseal(self, table: str, row: UUID, sealed: bytes) -> bytes:
        """The sealed text. Raises `SealBroken`."""
        body = sealed[KEY_ID_BYTES:]
        if sealed[:KEY_ID_BYTES] != self.key_id:
            raise SealBroken("sealed under another root key")
        try:
            return self._cipher.decrypt(
                body[:NONCE_BYTES], body[NONCE_BYTES:], self._bound(table, row)
            )
        except InvalidTag as error:
            raise SealBroken("altered, or of another row") from error

    def _bound(self, table: str, row: UUID) -> bytes:
        return b"|".join((table.encode(), row.bytes, self.key_id))
