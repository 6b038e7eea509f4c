"""Whether a piece of a reply is a word with one letter amiss."""

_NO = ("ไม", "บ", "มิ", "un", "dis", "no", "dont", "မ", "ยัง")


def one_slip(piece: str, word: str) -> bool:
    """Whether one letter is more, less or another; never in a word's "not"."""
    if any(piece.startswith(no) != word.startswith(no) for no in _NO):
        return False
    if piece.count("ไม") != word.count("ไม") or piece.count("မ") != word.count("မ"):
        return False
    if len(piece) > len(word):
        piece, word = word, piece
    start = 0
    while start < len(piece) and piece[start] == word[start]:
        start += 1
    if len(piece) == len(word):
        return piece[start + 1 :] == word[start + 1 :]
    return piece[start:] == word[start + 1 :]
