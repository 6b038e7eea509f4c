"""What the options of a survey may be about, and what tells of it in a reply.

An option's label is tied to a concept by `heads`, a reply by `evidence`; the two meet
in the concept where they share no word: "ปั่นไปเอง" speaks for "จักรยาน".

- The concepts of one `topic` are rivals; those of two topics are not. The topic whose
  heads are found in the most labels of a question is the one it asks about, if its
  words speak of it (`asking.ASKED`).
- Of two heads, or two phrases of evidence, found in one place the longer holds:
  "มอไซรับจ้าง" speaks for "วิน", not for "มอเตอร์ไซค์".
- A phrase under four letters, or in Latin letters, counts only as a whole word.
- A phrase right after a negation says nothing, unless it holds one itself: "ไม่เหม็น" is
  a phrase of its own.
- A phrase may stand in two concepts of a topic; it then speaks for either and decides
  nothing where the options have both.
- `against` is found in a reply: the words of the concept's evidence are not its own.
- In a topic "yesno:..." the phrases tell whether a thing is so. `answer` is the key of
  the choice they speak for, and `heads` are words of the question, mostly its verbs:
  every concept holds whose heads are found there ("เคย" and "ร้องเรียน").

The words are ours, of knowledge of how people speak; no reply was kept for them.
"""

from surveys.replies.lists.concepts import (
    backgrounds,
    belonging,
    channels,
    doings,
    effects,
    growing,
    homes,
    joining,
    livings,
    nuisances,
    pastimes,
    people,
    relations,
    remedies,
    savings,
    services,
    stances,
    telling,
    times,
    travel,
    wishes,
    work,
    working,
)
from surveys.replies.lists.concepts.concept import Concept

__all__ = ["CONCEPTS", "Concept"]

CONCEPTS: tuple[Concept, ...] = (
    *travel.CONCEPTS,
    *work.CONCEPTS,
    *working.CONCEPTS,
    *channels.CONCEPTS,
    *nuisances.CONCEPTS,
    *times.CONCEPTS,
    *telling.CONCEPTS,
    *homes.CONCEPTS,
    *people.CONCEPTS,
    *wishes.CONCEPTS,
    *joining.CONCEPTS,
    *effects.CONCEPTS,
    *doings.CONCEPTS,
    *stances.CONCEPTS,
    *backgrounds.CONCEPTS,
    *livings.CONCEPTS,
    *relations.CONCEPTS,
    *savings.CONCEPTS,
    *remedies.CONCEPTS,
    *services.CONCEPTS,
    *belonging.CONCEPTS,
    *growing.CONCEPTS,
    *pastimes.CONCEPTS,
)
