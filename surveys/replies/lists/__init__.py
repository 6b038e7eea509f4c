"""The words that typed replies are made of, by what they do in a reply.

Words stand apart by spaces; an underscore is a space within one ("not_sure"). How a
word is spaced, its case and a drawn-out letter do not matter (see `plain_text.plain`).
They are code, not data: the program reads them before it can say what is wrong.
"""

from typing import Any

from surveys.replies.lists import answering, around

LISTS: dict[str, Any] = {**around.LISTS, **answering.LISTS}
