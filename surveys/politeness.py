"""The words of politeness: beside an answer they say nothing, alone they are none."""

from surveys import plain_text

# Said to the one who asks; adds nothing. Ends a sentence.
SAID = """
    ครับ ครับผม คับ คับผม ค้าบ คร้าบ คร๊าบ ครัช ครัฟ งับ ค้าบบ ค่ะ คะ ค่า ค้า ค้ะ คร่ะ ค๊ะ ค่าา คร้า
    จ้า จ้ะ จ๊ะ จ๋า จ่ะ จะ๊ จร้า จ้าา นะ น่ะ น้า น๊ะ นะค่ะ นะคะ นะครับ ฮะ ฮ่ะ ฮับ ขอรับ อ่ะ อะ อ้ะ
    เด้อ เด้อค่ะ เจ้า เน้อ ฮ่า เนาะ เน๊าะ เนอะ จ้าว please pls plz thanks thankyou
    thank_you thx ty krub krab krap krup kub kha ka kah ja na_ka na_krub sir maam
    ပါ ရှင် ရှင့် ဗျ ဗျာ ခင်ဗျ ခင်ဗျာ နော် ပါနော် ပါရှင် ပါခင်ဗျ 🙏 😊 🙂 😀 ☺ 😄 😁 🥰 ❤ ♥ 💕
    😍 🤗 🌸 🌹 💖
"""
# As they are compared.
WORDS = frozenset(map(plain_text.plain, SAID.split()))
# How a sentence ends politely in Thai, as a pattern. What else may stand at an end
# ("นะ", "เลย", "ลูก") differs with what is read, and is named where it is read.
ENDS = "ครับผม|ครับ|คับ|ค่ะ|คะ|จ้ะ|จ้า|จ๊ะ"
