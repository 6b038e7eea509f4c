"""Whether a piece of a reply is a word with one letter amiss."""

_NO = ("ไม", "บ", "มิ", "un", "dis", "no", "dont", "မ", "ยัง")


def one_slip(piece: str, word: str) -> bool:
    """Whether one letter is more, less or another; never in a word's "not"."""
    if not _is_one_off(piece, word):  # most are not, and this is soonest told
        return False
    if any(piece.startswith(no) != word.startswith(no) for no in _NO):
        return False
    return piece.count("ไม") == word.count("ไม") and piece.count("မ") == word.count("မ")


def _is_one_off(piece: str, word: str) -> bool:
    if len(piece) > len(word):
        piece, word = word, piece
    size = len(piece)
    half = size // 2  # with one letter amiss one half of it is whole
    if piece[:half] != word[:half] and piece[-half:] != word[-half:]:
        return False
    start = 0
    while start < size and piece[start] == word[start]:
        start += 1
    if size == len(word):
        return piece[start + 1 :] == word[start + 1 :]
    return piece[start:] == word[start + 1 :]
