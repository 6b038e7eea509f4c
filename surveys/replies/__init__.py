"""What a typed reply to a question means: pure, the same today as tomorrow.

`understanding.understand` is the one way in; `typed` is for the kinds with a form of
their own (dates, places, photos), `brief` for questions told in a few words; `age` and
`agreeing` for what is asked before the first question. A reply is brought to one form
and taken apart (`text`) by what its question's choices are called (`naming`), and what
stands around an answer is heard for what it is (`around`). What its letters would have
misread is told first (`foremost`); then the rules look for one answer they are sure of
(`ruling`, with `either` for yes and no, `counts`, `scales`, `choices`), over lists of
words (`lists`). Where no rule is sure, it is what its clauses come to (`settling`,
`retelling`), or what speaks for each answer is weighed (`weighing`); an answer may yet
be taken back (`unsettling`), and where all that says too little, it is asked again.
"""
