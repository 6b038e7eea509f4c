"""Words of scales: what is good or bad of what, to what degree, and how often.

A theme has two ends; `good` says which of them one would rather have. Words stand apart
by spaces, an underscore is a space within one.
"""

# ruff: noqa: E501  they are lists

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The two ends of what a scale may be of; `strong` words need no "very"."""

    name: str
    more: str
    less: str
    more_strong: str = ""
    less_strong: str = ""
    good: int = 1  # whether more is better


THEMES = (
    Theme(
        name="good",
        more="""
            พอใจ พึงพอใจ ถูกใจ ชอบ ประทับใจ โอเค โอ ดี แจ่ม เก่ง แฮปปี้ มีความสุข สวย น่าอยู่ น่าพอใจ ใช้ได้ ใช้ได้เลย ไปวัดไปวาได้ ดีงาม เข้าท่า ผ่าน รับได้ ดีใจ
            ชื่นใจ ปลื้ม ยิ้มออก ใจดี น่ารัก มีความสุขดี สุขใจ สุขสบาย มีน้ำใจ สุภาพ บริการดี เต็มใจ เพราะดี good great nice fine satisfied happy like pleased glad decent ကောင်း ကျေနပ်
        """,
        more_strong="""
            เยี่ยม ยอดเยี่ยม เลิศ เจ๋ง สุดยอด เพอร์เฟกต์ เพอร์เฟค ไร้ที่ติ ไม่มีที่ติ ปลื้มปริ่ม ดีเลิศ ดีเยี่ยม เริ่ด เริด ปังมาก เลิศเลอ ม่วนหลาย รัก รักเลย ฟินมาก excellent
            wonderful perfect awesome love amazing fantastic brilliant outstanding
        """,
        less="""
            แย่ ห่วย เลว เบื่อ ผิดหวัง เซ็ง โมโห โกรธ หัวเสีย เสียใจ ทุกข์ ทุกข์ใจ ไม่สุข กลุ้ม น้อยใจ ด่า ดุ หยาบคาย พูดจาไม่ดี ไม่เอาไหน ไม่ได้เรื่อง ไม่เข้าท่า ไม่ไหว ขัดใจ หงุดหงิด กาก เสียความรู้สึก
            bad poor dissatisfied unhappy disappointed upset annoyed unsatisfied ဆိုး မကောင်း
        """,
        less_strong="""
            เกลียด ห่วยแตก ห่วยบรม เลวร้าย เฮงซวย ทุเรศ บัดซบ รับไม่ได้ เหลือทน สุดทน สุดจะทน ทนไม่ไหว แย่ที่สุด ระยำ หมดความอดทน หมดหวัง ตบหัว นรก เหมือนตกนรก อุบาทว์ บรมแย่ พังพินาศ terrible awful horrible
            worst hate disgusting unacceptable
        """,
    ),
    Theme(
        name="safe",
        more="ปลอดภัย อุ่นใจ หายห่วง สบายใจ ไม่น่ากลัว safe secure safely လုံခြုံ",
        less="อันตราย น่ากลัว เสี่ยง กลัว เปลี่ยว หวาดเสียว หวาดระแวง ระแวง dangerous unsafe scared afraid scary risky",
        less_strong="อันตรายถึงตาย ตายได้เลย เสี่ยงตาย",
    ),
    Theme(
        name="trust",
        more="เชื่อ เชื่อถือ เชื่อมั่น เชื่อใจ ไว้ใจ ไว้วางใจ วางใจ มั่นใจ ศรัทธา เชื่อได้ ไว้ใจได้ ไว้เนื้อเชื่อใจ trust believe confident faith ယုံ ယုံကြည်",
        more_strong="เชื่อหมดใจ เชื่อสนิทใจ",
        less="สงสัย คลางแคลง เคลือบแคลง หลอก หลอกลวง โกหก โม้ ตอแหล ปั้นน้ำเป็นตัว doubt distrust lie lies lying",
    ),
    Theme(
        name="clean",
        more="สะอาด ใส สดชื่น บริสุทธิ์ โล่ง ใสสะอาด สะอาดตา หายใจโล่ง clean clear fresh သန့်",
        more_strong="ใสแจ๋ว ใสแหน่ว ใสปิ๊ง เห็นพื้น เห็นตัวปลา มองเห็นพื้น",
        less="สกปรก ขุ่น คล้ำ มัว ดำ เน่า เน่าเหม็น เละ โสโครก หมอง dirty polluted murky filthy ညစ်ပတ်",
        less_strong="ดำปี๋ ดำปิ๊ดปี๋ ดำเป็นน้ำหมึก เน่าสนิท เน่าเฟะ ปลาตาย ปลาลอย",
    ),
    Theme(
        name="easy",
        more="สะดวก ง่าย สบาย คล่อง สะดวกสบาย ไม่ยุ่งยาก ไม่ลำบาก convenient easy လွယ်",
        more_strong="ง่ายนิดเดียว ชิลๆ หมูๆ",
        less="ลำบาก ยาก ยุ่งยาก ทุลักทุเล วุ่นวาย ไม่สะดวก hard difficult inconvenient tough ခက်",
        less_strong="เลือดตาแทบกระเด็น แสนสาหัส",
    ),
    Theme(
        name="enough",
        more="เพียงพอ พอเพียง พอ ครบ ครบถ้วน ทั่วถึง ครอบคลุม enough sufficient adequate",
        more_strong="เกินพอ เหลือเฟือ ล้นเหลือ เหลือกินเหลือใช้",
        less="ขาด ขาดแคลน น้อยไป น้อยเกินไป insufficient lacking inadequate",
    ),
    Theme(
        name="agree",
        more="เห็นด้วย สนับสนุน หนุน เห็นชอบ เอาด้วย เห็นดีด้วย เห็นดีเห็นงาม ถูกต้อง agree support သဘောတူ",
        more_strong="เห็นด้วยสุดใจ สองมือสองเท้า ยกสองมือ เห็นด้วยสุดตัว",
        less="คัดค้าน ค้าน ต่อต้าน เห็นต่าง เห็นแย้ง disagree oppose object",
        less_strong="ค้านหัวชนฝา ค้านสุดตัว หัวเด็ดตีนขาด",
    ),
    Theme(
        name="important",
        more="สำคัญ จำเป็น มีความหมาย important necessary essential",
        more_strong="ขาดไม่ได้ สำคัญสุด คอขาดบาดตาย เรื่องใหญ่ เรื่องใหญ่มาก เป็นเรื่องเป็นตาย crucial vital",
        less="ไร้สาระ ไม่จำเป็น เปล่าประโยชน์ unimportant pointless useless",
    ),
    Theme(
        name="change",
        more="ดีขึ้น เจริญขึ้น พัฒนาขึ้น สะอาดขึ้น สบายขึ้น น่าอยู่ขึ้น ดีกว่าเดิม ดีกว่าเก่า ดีกว่าแต่ก่อน ดีกว่าเมื่อก่อน เจริญ เบาลง น้อยลง ลดลง better improved improving",
        more_strong="ผิดหูผิดตา ก้าวกระโดด",
        less="แย่ลง เลวลง แย่กว่า แย่กว่าเดิม แย่กว่าเก่า แย่กว่าแต่ก่อน เลวร้ายลง ทรุด เสื่อม ถอยหลัง ถดถอย หนักขึ้น แรงขึ้น เยอะขึ้น worse declined",
        less_strong="หนักกว่าเดิม",
    ),
    Theme(
        name="listen",
        more="ฟัง รับฟัง ใส่ใจ เอาใจใส่ สนใจ รับเรื่อง listen",
        less="เมิน เฉยเมย เมินเฉย หูทวนลม เพิกเฉย ignore",
    ),
    Theme(
        name="accept",
        more="ยอมรับ ต้อนรับ เปิดรับ accept welcome",
        less="รังเกียจ ดูถูก เหยียด เหยียดหยาม กีดกัน",
    ),
    Theme(
        name="trouble",
        good=-1,
        more="""
            รบกวน เหม็น เดือดร้อน กลัว หวั่น หวั่นๆ หวั่นใจ ผวา วิตก วิตกกังวล กระทบ ผลกระทบ มีผล มีปัญหา กังวล เป็นห่วง ห่วง เครียด หนัก แรง รำคาญ ฉุน คลุ้ง แสบจมูก เป็นปัญหา ดัง หนวกหู เสียงดัง มีกลิ่น bother
            bothered noisy smelly worried smells stinks loud annoying problem ရွံ
        """,
        more_strong="""
            รุนแรง สาหัส ทรมาน เหลือทน แทบอ้วก อยากอ้วก จะอ้วก อ้วก อ้วกแตก แทบตาย จะตาย นอนไม่หลับ นอนไม่ได้ หายใจไม่ออก ทนไม่ไหว ทนไม่ได้ อยู่ไม่ได้ ปวดหัว เวียนหัว เหม็นหึ่ง เหม็นคลุ้ง หูแทบแตก หูจะแตก หูดับ
            แก้วหูแทบแตก บ้านสั่น สนั่น severe unbearable unlivable deafening
        """,
        less="เงียบ สงบ หายห่วง สบายใจ หอม ชิน ปกติดี ปรกติ แข็งแรงดี quiet calm",
        less_strong="เงียบกริบ เงียบเชียบ เงียบสงบ",
    ),
)  # fmt: skip

MIDDLE = """
    พอใช้ พอใช้ได้ พอได้ พอได้อยู่ พอไหว พอทน พอทนได้ พอไปได้ พอไปวัดไปวา เรื่อยๆ ก็เรื่อยๆ ครึ่งๆ ครึ่งๆกลางๆ ครึ่งต่อครึ่ง ก้ำกึ่ง กลางๆ ปานกลาง เฉยๆ เฉย
    งั้นๆ ก็งั้นๆ งั้นๆแหละ ธรรมดา ธรรมดาๆ ทั่วๆไป พอประมาณ ยังไงก็ได้ อย่างไรก็ได้ กึ่งๆ พอถูไถ พอกล้อมแกล้ม เป็นกลาง ไม่ดีไม่แย่ ไม่ดีไม่ร้าย ไม่ดีไม่เลว ไม่บวกไม่ลบ
    ไม่มากไม่น้อย ไม่ยินดียินร้าย ไม่รู้สึกอะไร ไม่อะไร ชิลๆ ห้าสิบห้าสิบ 50-50 50/50 fifty_fifty neutral so_so soso average okay ok meh moderate middle in_the_middle neither fair
"""

DEGREES = {
    "most": """
        ที่สุด มากที่สุด สุด สุดๆ โคตร โคตรๆ โครต ขั้นสุด สุดตัว สุดใจ สุดขีด สุดหัวใจ เต็มที่ เต็มร้อย เต็มสิบ ร้อยเปอร์เซ็นต์ ร้อยเปอร์เซ็น ร้อยเปอร์ 100% 1000% ล้านเปอร์เซ็น
        อย่างยิ่ง อย่างแรง เป็นที่สุด มากมาย มหาศาล ฉิบหาย ชิบหาย ชิบเป๋ง ชะมัด ตายห่า ตายชัก ขาดใจ เหลือเกิน เว่อร์ เวอร์ หนักมาก สุดๆไปเลย อย่างมาก แบบสุด ระดับสิบ ขนาด จ๊าดนัก
        อีหลี สุดสุด totally completely absolutely extremely super fully the_most insanely
    """,
    "very": "มาก มากๆ เยอะ เยอะมาก เยอะแยะ มากเลย จัง จังเลย หลาย หลายๆ คัก คักๆ แฮง แท้ แท้ๆ จังฮู้ นักขนาด แฮงๆ สูง แสน มว้าก ม้าก very really so a_lot highly strongly much lots အရမ်း သိပ် mak maak",
    "indeed": "เลย จริง จริงๆ จัด แน่นอน ทีเดียว เลยทีเดียว เลยแหละ เลยล่ะ เชียว indeed definitely",
    "weak": "ค่อนข้าง ค่อนข้างจะ ค่อนไปทาง ออกจะ พอสมควร ระดับหนึ่ง ระดับนึง ประมาณหนึ่ง ประมาณนึง พอประมาณ อยู่พอสมควร quite fairly pretty rather somewhat mostly kind_of kinda sort_of reasonably",
    "little": "น้อย น้อยๆ เล็กน้อย นิดหน่อย นิดเดียว นิดนึง หน่อย หน่อยๆ นิดๆ นิดๆหน่อยๆ บ้าง อยู่บ้าง แอบ เบา เบาๆ จาง จางๆ แผ่วๆ อ่อนๆ จิ๊บจ๊อย จิ๊บๆ จึ๋งนึง กะจึ๋ง a_little a_bit slightly little minor",
    "least": "น้อยที่สุด น้อยมาก น้อยสุด น้อยมากๆ least very_little",
    "not_much": "เท่าไหร่ เท่าไร เท่าไร่ เท่าใด นัก ซักเท่าไหร่ สักเท่าไหร่ เท่าใดนัก ปานใด that_much very_much",
    "none": "สักนิด ซักนิด สักนิดเดียว ซักนิดเดียว เลยสักนิด เลยซักนิด แม้แต่น้อย แม้แต่นิดเดียว แม้แต่นิด สักอย่าง ซักอย่าง สักกะนิด อะไรเลย at_all one_bit a_bit_at_all even_a_little จักหน่อย อะไร ห่าไร ห่าอะไร เหี้ยไร ตรงไหน สักคำ ซักคำ",
}  # fmt: skip

# How often, from 0 (never) to 1 (every day).
OFTEN = {
    0.0: "ไม่เคย ไม่เคยเลย ไม่เคยสักครั้ง ไม่เคยซักครั้ง ไม่เคยสักที ยังไม่เคย ไม่เคยซักที never never_ever not_once",
    0.2: """
        นานๆครั้ง นานๆที นานๆ นานๆหน นานทีปีหน นานที แทบไม่ แทบไม่เคย แทบจะไม่ แทบจะไม่เคย แทบไม่ค่อย ไม่ค่อย ไม่ค่อยได้ ไม่ค่อยบ่อย ไม่บ่อย ไม่บ่อยเท่าไหร่ ปีละครั้ง ปีละหน ปีละครั้งสองครั้ง น้อยครั้ง
        rarely seldom hardly_ever almost_never hardly not_often once_in_a_blue_moon not_much
    """,
    0.45: """
        บางครั้ง บางที บางวัน บางช่วง บางครั้งบางคราว เป็นบางครั้ง เป็นบางวัน เป็นบางช่วง เป็นช่วงๆ เป็นพักๆ เป็นครั้งคราว บ้าง อยู่บ้าง บ้างบางครั้ง บางโอกาส เดือนละครั้ง เดือนละครั้งสองครั้ง
        sometimes occasionally now_and_then from_time_to_time some_days once_in_a_while
    """,
    0.72: "บ่อย บ่อยๆ บ่อยครั้ง ถี่ ถี่ๆ หลายครั้ง เรื่อยๆ อาทิตย์ละหลายวัน อาทิตย์ละหลายครั้ง อาทิตย์ละสามสี่วัน often frequently many_times regularly usually",
    0.85: "บ่อยมาก บ่อยมากๆ เกือบทุกวัน แทบทุกวัน เกือบทุกครั้ง แทบทุกครั้ง บ่อยสุดๆ แทบจะทุกวัน เกือบจะทุกวัน แทบทุกคืน เกือบทุกคืน very_often almost_every_day nearly_every_day most_days so_often",
    1.0: """
        ทุกวัน ทุกคืน ทุกเช้า ทุกเย็น ทุกครั้ง ทุกรอบ ทุกวี่ทุกวัน ทุกวี่วัน เสมอ เสมอๆ ตลอด ตลอดเวลา ประจำ เป็นประจำ ทั้งวัน ทั้งคืน ทั้งวันทั้งคืน ทุกนาที ทุกวินาที ไม่มีหยุด ไม่หยุด ไม่เว้นวัน ไม่เว้นแต่ละวัน ไม่เว้นสักวัน ไม่ขาดสักวัน ไม่เคยขาด ไม่ขาด ทุกค่ำคืน ยันเช้า สม่ำเสมอ ทุกเมื่อเชื่อวัน ทุกชั่วโมง เช้าเย็น
        always every_day everyday daily all_the_time constantly every_night every_time every_morning every_single_day 24/7
    """,
}  # fmt: skip
