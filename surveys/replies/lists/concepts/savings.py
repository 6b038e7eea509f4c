"""Where one's money is kept, where one flees, what those who litter deserve, and playing fields."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_KEEPS_MONEY = "keeps_money"
_FLEES_TO = "flees_to"
_LITTERING = "littering"
_NEW_PLACE = "new_place"
_SPORT_KIND = "sport_kind"

CONCEPTS = (
    Concept(
        name="in_bank",
        topic=_KEEPS_MONEY,
        heads="ธนาคาร บัญชีธนาคาร bank",
        evidence="แบงก์ แบงค์ ธนาคาร ออมสิน ธกส สมุดบัญชี ฝากประจำ บัญชี เอทีเอ็ม สลากออมสิน bank",
    ),
    Concept(
        name="in_gold",
        topic=_KEEPS_MONEY,
        heads="ซื้อทอง ทอง gold",
        evidence="ทอง สร้อย สลึง บาททอง ทีละสลึง แหวน เยาวราช ทองคำ กำไล gold",
    ),
    Concept(
        name="at_home",
        topic=_KEEPS_MONEY,
        heads="ที่บ้าน เก็บที่บ้าน เงินสด at_home",
        evidence="ใต้ที่นอน ใต้หมอน ยัดไว้ ในตู้ กระปุก กระปุกออมสิน ไหดิน ฝังดิน ตู้เสื้อผ้า ในโอ่ง mattress",
    ),
    Concept(
        name="in_coop",
        topic=_KEEPS_MONEY,
        heads="สหกรณ์ กลุ่มออมทรัพย์ กองทุน coop",
        evidence="สหกรณ์ สัจจะ ออมทรัพย์ หุ้น กองทุน เล่นแชร์ แชร์ coop",
    ),
    Concept(
        name="no_savings",
        topic=_KEEPS_MONEY,
        heads="ไม่มีเก็บ ไม่มีเงินออม ไม่ได้ออม none",
        evidence="ไม่มีเก็บ ไม่เหลือ ไม่เหลือเก็บ ไม่มีให้เก็บ หมดทุกเดือน หาเช้ากินค่ำ มีแต่หนี้ ชักหน้าไม่ถึงหลัง",
    ),
    Concept(
        name="temple",
        topic=_FLEES_TO,
        heads="วัด ศาลาวัด temple",
        evidence="วัด ศาลา หลวงพ่อ ศาลาหลวงพ่อ โบสถ์ เจดีย์ หลวงตา temple",
    ),
    Concept(
        name="school_ground",
        topic=_FLEES_TO,
        heads="โรงเรียน school",
        evidence="โรงเรียน สนามโรงเรียน หน้าเสาธง อาคารเรียน school ตึกเรียน หอประชุมโรงเรียน",
    ),
    Concept(
        name="kin_house",
        topic=_FLEES_TO,
        heads="บ้านญาติ ญาติ บ้านเพื่อน relatives",
        evidence="บ้านน้องสาว บ้านพี่สาว บ้านน้อง บ้านพี่ บ้านลูก บ้านแม่ บ้านยาย บ้านป้า ไปอยู่กับลูก ไปนอนบ้าน บ้านนอก บ้านเกิด ต่างจังหวัด พาลูกไปนอน relatives",
    ),
    Concept(
        name="shelter",
        topic=_FLEES_TO,
        heads="ศูนย์พักพิง ศูนย์อพยพ จุดรวมพล เทศบาล อำเภอ shelter",
        evidence="ศูนย์ อบต เทศบาล ที่เขาจัดให้ จุดรวมพล ตามที่เขาบอก เต็นท์ หอประชุม shelter",
    ),
    Concept(
        name="stays_put",
        topic=_FLEES_TO,
        heads="ไม่หนี อยู่บ้าน อยู่ที่เดิม stay_put",
        evidence="ไม่หนี ไม่ไปไหน ตายก็ตาย ตายตรงนี้ อยู่เฝ้าบ้าน เฝ้าบ้าน ปิดบ้าน ไม่มีที่หนี ไม่รู้จะหนีไปไหน หนีไม่ไหว stay",
    ),
    Concept(
        name="shame",
        topic=_LITTERING,
        heads="ประจาน ลงโซเชียล name_and_shame",
        evidence="ประจาน ให้อาย ลงเพจ ถ่ายรูปลง โพสต์ แปะรูป แขวนป้าย ประกาศชื่อ อายชาวบ้าน หน้าแตก shame",
    ),
    Concept(
        name="clean_it",
        topic=_LITTERING,
        heads="ให้เก็บขยะ บำเพ็ญประโยชน์ ทำความสะอาด clean_up",
        evidence="งมขึ้นมา ลงไปงม เก็บขยะ ให้เก็บเอง เก็บเอง กวาดถนน ล้างคลอง บำเพ็ญประโยชน์ กวาดวัด ลอกคลอง clean_up",
    ),
    Concept(
        name="fine_it",
        topic=_LITTERING,
        heads="ปรับ ปรับเงิน fine",
        evidence="ปรับ ค่าปรับ สองพัน ปรับหนัก จ่าย เสียเงิน เข็ด fine",
    ),
    Concept(
        name="tell_off",
        topic=_LITTERING,
        heads="ตักเตือน ว่ากล่าว warn",
        evidence="เตือน บอกดีๆ พูดดีๆ ว่ากล่าว สอน ให้โอกาส warn",
    ),
    Concept(
        name="jail_it",
        topic=_LITTERING,
        heads="จำคุก ติดคุก jail",
        evidence="คุก ติดคุก จับ ตะราง ซังเต jail",
    ),
    Concept(
        name="playground",
        topic=_NEW_PLACE,
        heads="สนามเด็กเล่น เครื่องเล่น playground",
        evidence="ปีน ไถล กระดานลื่น ชิงช้า ม้าโยก เด็กเล่น หลานเล่น หลานวิ่งเล่น วิ่งเล่น เครื่องเล่น ที่ปีน playground",
    ),
    Concept(
        name="pitch",
        topic=_NEW_PLACE,
        heads="ลานกีฬา สนามกีฬา สนามฟุตบอล สนามบอล pitch",
        evidence="เตะบอล เตะตะกร้อ ตีแบด แข่งบอล ที่เตะ สนามบอล ฟุตซอล วิ่งออกกำลัง เต้นแอโรบิค ตะกร้อ pitch",
    ),
    Concept(
        name="library",
        topic=_NEW_PLACE,
        heads="ห้องสมุด ที่อ่านหนังสือ library",
        evidence="อ่านหนังสือ หนังสือ ยืมหนังสือ การ์ตูน นิทาน ทำการบ้าน ติวหนังสือ library",
    ),
    Concept(
        name="market_hall",
        topic=_NEW_PLACE,
        heads="ตลาด ตลาดนัด ตลาดสด market",
        evidence="แผงขาย มีแผง ซื้อผัก ซื้อกับข้าว ขายของ ที่ขายของ จ่ายตลาด ของสด market",
    ),
    Concept(
        name="green",
        topic=_NEW_PLACE,
        heads="สวนสาธารณะ สวน park",
        evidence="ร่มๆ นั่งเล่น เดินเล่น ต้นไม้ ร่มไม้ สูดอากาศ วิ่งรอบ ม้านั่ง park",
    ),
    Concept(
        name="clinic_hall",
        topic=_NEW_PLACE,
        heads="ศูนย์สุขภาพ อนามัย โรงพยาบาล health_centre",
        evidence="หมอ หาหมอ ไกลหมอ ฉีดยา วัดความดัน health_centre",
    ),
    Concept(
        name="creche",
        topic=_NEW_PLACE,
        heads="ศูนย์เด็กเล็ก สถานเลี้ยงเด็ก creche",
        evidence="ฝากลูก ฝากเลี้ยง ไม่มีใครเลี้ยงลูก พี่เลี้ยงเด็ก ลูกเล็ก creche",
    ),
    Concept(
        name="car_park",
        topic=_NEW_PLACE,
        heads="ลานจอดรถ ที่จอดรถ parking",
        evidence="ที่จอด จอดรถ จอดขวาง จอดเกะกะ parking ลานจอด ไม่มีที่จอด",
    ),
    Concept(
        name="bridge",
        topic=_NEW_PLACE,
        heads="สะพาน สะพานลอย bridge",
        evidence="ข้ามคลอง ข้ามถนน ข้ามไปฝั่งโน้น อ้อม อ้อมไกล สะพาน bridge",
    ),
    Concept(
        name="run",
        topic=_SPORT_KIND,
        heads="วิ่ง เดิน run walk",
        evidence="วิ่ง จ็อกกิ้ง เดินเร็ว รองเท้าวิ่ง กี่โล มาราธอน running",
    ),
    Concept(
        name="cycle",
        topic=_SPORT_KIND,
        heads="ปั่นจักรยาน จักรยาน cycle",
        evidence="ปั่น ถีบ จักรยาน เสือหมอบ เสือภูเขา cycling",
    ),
    Concept(
        name="dance",
        topic=_SPORT_KIND,
        heads="เต้นแอโรบิก แอโรบิค เต้น aerobics",
        evidence="กระโดด กระโดดกับครู เต้น เปิดเพลง ลานเทศบาล ลานหน้าอำเภอ บาสโลบ ซุมบ้า รำไม้พลอง aerobics",
    ),
    Concept(
        name="ball",
        topic=_SPORT_KIND,
        heads="ฟุตบอล บอล กีฬา ball",
        evidence="เตะบอล ตะกร้อ แบด แบดมินตัน ปิงปอง บาส วอลเลย์ เปตอง football",
    ),
    Concept(
        name="no_sport",
        topic=_SPORT_KIND,
        heads="ไม่ได้ออก ไม่ออกกำลังกาย ไม่ได้ออกกำลังกาย none",
        evidence="ขุดดิน ขุดดินทั้งวัน เหงื่อ เหงื่อท่วม ทำงานก็เหนื่อย แบกของ ไม่มีแรง นอนดีกว่า งานก็หนัก ทำนาก็",
    ),
)
