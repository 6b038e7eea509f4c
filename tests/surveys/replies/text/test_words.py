"""The words a reply may carry: each says one thing."""

from surveys.replies.text import words


def test_no_control_word_says_two_things_or_is_a_filler() -> None:
    said = [word for group in words.CONTROLS.values() for word in group]
    assert len(said) == len(set(said))
    assert not set(said) & words.FILLERS
    assert not words.NEGATIONS & (words.FILLERS | words.AROUND_COUNTS | words.PLACES)
