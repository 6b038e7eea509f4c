"""What a typed reply to a question means: pure, the same today as tomorrow.

`understanding.understand` is the one way in; `typed` is for the kinds with a form of
their own (dates, places, photos), `brief` for questions told in a few words; `age` and
`agreeing` for what is asked before the first question. A reply is brought to one form
and taken apart (`text`), and what stands around an answer is heard for what it is
(`around`); then the rules of its kind look for one answer they are sure of (`either`
for yes and no, `counts`, `scales`, `choices`), over lists of words (`lists`). Where no
rule is sure, what speaks for each answer is weighed (`weighing`), and where that says
too little, it is asked again.
"""
