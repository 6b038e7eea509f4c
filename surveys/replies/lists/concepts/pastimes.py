"""How one spends free time and money, and the plainer things of a house."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_LEISURE = "leisure"
_EXERCISE_PLACE = "exercise_place"
_PARKING = "parking"
_HOUSE_MADE_OF = "house_made_of"
_TOILET = "toilet"
_PAID_BY = "paid_by"

CONCEPTS = (
    Concept(
        name="television",
        topic=_LEISURE,
        heads="ดูโทรทัศน์ ดูทีวี โทรทัศน์ television",
        evidence="ดูทีวี ดูละคร ละคร ติดละคร ดูข่าว ดูมวย ดูบอล หน้าจอทีวี ซีรี่ส์ tv",
    ),
    Concept(
        name="phone",
        topic=_LEISURE,
        heads="เล่นมือถือ มือถือ เล่นอินเทอร์เน็ต phone",
        evidence="ไถมือถือ ไถเฟส ไถติ๊กต็อก ไถติ๊กต่อก ติ๊กต็อก ติ๊กต่อก ดูยูทูบ ดูคลิป เล่นเฟส เล่นไลน์ เล่นเกม ฟรีไฟ ไถ ก้มหน้า จ้องจอ scrolling",
    ),
    Concept(
        name="gardening",
        topic=_LEISURE,
        heads="ปลูกต้นไม้ ทำสวน gardening",
        evidence="รดน้ำต้นไม้ ปลูกผัก ถางหญ้า พรวนดิน ต้นไม้ด่าง ไม้กระถาง อยู่กับต้นไม้ gardening",
    ),
    Concept(
        name="exercise",
        topic=_LEISURE,
        heads="ออกกำลังกาย เล่นกีฬา กีฬา exercise",
        evidence="วิ่ง เดินเร็ว เต้นแอโรบิค แอโรบิค เตะบอล เตะตะกร้อ ตะกร้อ ตีแบด ว่ายน้ำ ยกเวท ปั่นจักรยาน โยคะ ชกมวย exercise",
    ),
    Concept(
        name="rest",
        topic=_LEISURE,
        heads="นอน พักผ่อน นอนพัก rest",
        evidence="นอน งีบ นอนอย่างเดียว หลับ พักเอาแรง นอนเปล sleep",
    ),
    Concept(
        name="temple_going",
        topic=_LEISURE,
        heads="เข้าวัด ทำบุญ สวดมนต์ temple",
        evidence="เข้าวัด ทำบุญ ตักบาตร ฟังเทศน์ ฟังธรรม สวดมนต์ นั่งสมาธิ ถือศีล ไหว้พระ กฐิน ผ้าป่า ปฏิบัติธรรม merit",
    ),
    Concept(
        name="music",
        topic=_LEISURE,
        heads="ดนตรี ร้องเพลง ฟังเพลง music",
        evidence="ร้องเพลง ร้องคาราโอเกะ ดนตรี กีตาร์ หมอลำ ลูกทุ่ง รำวง ฟ้อน เต้น ลิเก ฟังเพลง คอนเสิร์ต music",
    ),
    Concept(
        name="with_family",
        topic=_LEISURE,
        heads="อยู่กับครอบครัว ครอบครัว family",
        evidence="เล่นกับลูก เล่นกับหลาน เลี้ยงหลาน อยู่กับลูก พาลูกเที่ยว กินข้าวกับครอบครัว family",
    ),
    Concept(
        name="drinking_out",
        topic=_LEISURE,
        heads="สังสรรค์ ดื่ม พบเพื่อน friends",
        evidence="ตั้งวง กินเหล้า ก๊งเหล้า สังสรรค์ เจอเพื่อน นั่งคุยกับเพื่อน ตกปลากับเพื่อน friends",
    ),
    Concept(
        name="park",
        topic=_EXERCISE_PLACE,
        heads="สวนสาธารณะ สวนสุขภาพ ลานกีฬา park",
        evidence="วิ่งรอบสวน สวน สวนหลวง ลานกีฬา สนาม สนามกีฬา รอบหนองน้ำ ในสวน park",
    ),
    Concept(
        name="gym",
        topic=_EXERCISE_PLACE,
        heads="ฟิตเนส ยิม โรงยิม gym",
        evidence="ยิม เข้ายิม ยกเวท ลู่วิ่ง สมาชิกฟิตเนส เทรนเนอร์ ฟิตเนส gym",
    ),
    Concept(
        name="at_home",
        topic=_EXERCISE_PLACE,
        heads="ที่บ้าน บ้าน home",
        evidence="ในบ้าน หน้าบ้าน ลานบ้าน แกว่งแขน แกว่งแขนหน้าทีวี ตามยูทูบ ห้องนอน home",
    ),
    Concept(
        name="at_school",
        topic=_EXERCISE_PLACE,
        heads="โรงเรียน สนามโรงเรียน school",
        evidence="สนามโรงเรียน ในโรงเรียน school สนามฟุตบอลโรงเรียน ลานโรงเรียน สนามหน้าเสาธง",
    ),
    Concept(
        name="not_at_all",
        topic=_EXERCISE_PLACE,
        heads="ไม่ออกกำลังกาย ไม่ได้ออกกำลังกาย none",
        evidence="ไม่ออก ไม่ได้ออก ไม่ได้ออกกำลัง ไม่เคยออกกำลัง ทำงานก็เหนื่อย แบกปูนทั้งวัน แบกของทั้งวัน ทำงานก็เท่ากับออก ทำงานทั้งวันก็พอแล้ว ไม่มีแรง หมดแรง กลับมาก็นอน never_exercise",
    ),
    Concept(
        name="in_the_house",
        topic=_PARKING,
        heads="ในบ้าน โรงรถ บ้านตัวเอง at_home garage",
        evidence="โรงรถ ในรั้ว ใต้ถุน ลานบ้าน เข้าบ้าน จอดในบ้าน ชายคา garage",
    ),
    Concept(
        name="roadside",
        topic=_PARKING,
        heads="ริมถนน ข้างถนน หน้าบ้าน roadside",
        evidence="ข้างทาง หน้าบ้าน ริมทาง ไหล่ทาง จอดขวาง ฟุตบาท ข้างกำแพง street",
    ),
    Concept(
        name="rented_lot",
        topic=_PARKING,
        heads="ลานเช่า ที่จอดเช่า เช่าที่จอด rented_lot",
        evidence="เช่าที่จอด เช่าจอด เดือนละ ลานจอด เสียค่าจอด ฝากจอด rented",
    ),
    Concept(
        name="no_vehicle",
        topic=_PARKING,
        heads="ไม่มีรถ no_vehicle",
        evidence="ไม่มีรถ ไม่มีรถสักคัน เดินลูกเดียว เดินเอา ไม่มีปัญญาซื้อ รถไม่มี no_car",
    ),
    Concept(
        name="wood",
        topic=_HOUSE_MADE_OF,
        heads="บ้านไม้ ไม้ wood",
        evidence="บ้านไม้ ฝาไม้ ไม้ทั้งหลัง ใต้ถุนสูง เรือนไม้ ไม้สัก ปลวกขึ้น wooden",
    ),
    Concept(
        name="concrete",
        topic=_HOUSE_MADE_OF,
        heads="บ้านปูน ปูน คอนกรีต ตึก concrete brick",
        evidence="ปูนทั้งหลัง บ้านปูน ก่ออิฐ อิฐบล็อก ฉาบปูน ตึก บ้านจัดสรร concrete",
    ),
    Concept(
        name="half_half",
        topic=_HOUSE_MADE_OF,
        heads="ครึ่งไม้ครึ่งปูน ครึ่งปูนครึ่งไม้ ครึ่งตึกครึ่งไม้ mixed",
        evidence="ล่างปูนบนไม้ ข้างบนไม้ ชั้นบนไม้ ชั้นล่างปูน บนไม้ล่างปูน ผสมกัน อย่างละครึ่ง mixed ชั้นล่างก่ออิฐชั้นบนฝาไม้ ชั้นล่างปูนชั้นบนไม้ ชั้นบนฝาไม้ ชั้นบนเป็นไม้ บนไม้ ข้างบนฝาไม้ ล่างก่ออิฐ ล่างปูน",
    ),
    Concept(
        name="zinc",
        topic=_HOUSE_MADE_OF,
        heads="สังกะสี เพิง วัสดุชั่วคราว zinc temporary",
        evidence="สังกะสี ฝาสังกะสี เพิง เศษไม้ ไวนิลกั้น ผ้าใบ ไม้อัด zinc",
    ),
    Concept(
        name="flush",
        topic=_TOILET,
        heads="ชักโครก flush",
        evidence="ชักโครก โถนั่ง กดน้ำ นั่งห้อยขา โถส้วมนั่ง flush",
    ),
    Concept(
        name="squat",
        topic=_TOILET,
        heads="ส้วมซึม นั่งยอง squat",
        evidence="นั่งยอง ส้วมราด ราดน้ำ ตักราด ส้วมซึม คอห่าน squat",
    ),
    Concept(
        name="pit",
        topic=_TOILET,
        heads="ส้วมหลุม ไม่มีส้วม pit none",
        evidence="ส้วมหลุม ไปทุ่ง เข้าป่า ไม่มีส้วม pit ขุดหลุมถ่าย เข้าทุ่ง",
    ),
    Concept(
        name="scan_it",
        topic=_PAID_BY,
        heads="สแกนจ่าย สแกน คิวอาร์ พร้อมเพย์ qr scan โอนเงิน แอปธนาคาร",
        evidence="สแกน สแกนจ่าย คิวอาร์ เป๋าตัง พร้อมเพย์ ทรูมันนี่ แอปธนาคาร มือถือจ่าย โอน โอนเอา qr_code",
    ),
    Concept(
        name="cash_it",
        topic=_PAID_BY,
        heads="เงินสด cash",
        evidence="เงินสด แบงค์ แบงก์ เหรียญ จ่ายสด นับแบงค์ ควักกระเป๋า เงินในกระเป๋า cash",
    ),
    Concept(
        name="card_it",
        topic=_PAID_BY,
        heads="บัตรเครดิต บัตร credit_card",
        evidence="รูดบัตร รูด รูดปื๊ด บัตรเครดิต ผ่อนบัตร credit_card",
    ),
    Concept(
        name="on_tick",
        topic=_PAID_BY,
        heads="เชื่อ ติดไว้ credit",
        evidence="เซ็นไว้ จดไว้ก่อน ติดไว้ก่อน เชื่อเขา เซ็นเชื่อ on_tick",
    ),
)
