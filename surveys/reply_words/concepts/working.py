"""How one is employed: as what, by the day or the month, and in which hours."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_STATUS = "work_status"
_SHIFT = "shift"
_WORKPLACE = "workplace"

CONCEPTS = (
    Concept(
        name="monthly",
        topic=_STATUS,
        heads="ลูกจ้างประจำ รายเดือน งานประจำ พนักงานประจำ เต็มเวลา permanent full_time monthly လစား",
        evidence="""
            รายเดือน กินเงินเดือน มีเงินเดือน เงินเดือนออกสิ้นเดือน บรรจุแล้ว ผ่านโปร ผ่านโปรแล้ว ทดลองงานผ่าน พนักงานประจำ งานประจำ ลูกจ้างประจำ มนุษย์เงินเดือน มีประกันสังคม เต็มเวลา ฟูลไทม์
            จันทร์ถึงเสาร์ monthly_paid permanent full_time salaried လစား အမြဲတမ်းဝန်ထမ်း
        """,
    ),
    Concept(
        name="daily",
        topic=_STATUS,
        heads="รายวัน ลูกจ้างรายวัน ชั่วคราว พาร์ทไทม์ สัญญาจ้าง daily_wage temporary part_time contract နေ့စား",
        evidence="""
            รายวัน ค่าแรงรายวัน ค่าแรงขั้นต่ำ ได้วันต่อวัน ทำวันไหนได้วันนั้น หยุดก็ไม่ได้ตังค์ ไม่ทำก็ไม่ได้เงิน รายชิ้น เหมาชิ้น ได้ตามชิ้น ชั่วคราว สัญญาจ้างปีต่อปี ต่อสัญญาทุกปี ซับคอนแทรค เด็กซับ เหมาค่าแรง
            พาร์ทไทม์ พาร์ตไทม์ พาสทาม รายชั่วโมง ยังไม่ผ่านโปร ทดลองงาน ยังไม่บรรจุ daily_paid daily_wage subcontract piece_rate temp part_time နေ့စား ပုတ်ပြတ်
        """,
    ),
    Concept(
        name="self_employed",
        topic=_STATUS,
        heads="ประกอบอาชีพอิสระ อาชีพอิสระ เจ้าของกิจการ นายจ้าง self_employed employer own_account ကိုယ်ပိုင်",
        evidence="""
            ทำของตัวเอง นายตัวเอง ค้าขายเอง ทำเองขายเอง เปิดร้านเอง เถ้าแก่ มีลูกจ้าง จ้างคนงาน มีกิจการ กิจการตัวเอง ธุรกิจที่บ้าน อาชีพอิสระ ฟรีแลนซ์ ขายของเอง ไม่ได้เป็นลูกจ้างใคร ไม่มีนาย
            self_employed own_boss freelance own_shop ကိုယ်ပိုင်လုပ်ငန်း
        """,
    ),
    Concept(
        name="family_help",
        topic=_STATUS,
        heads="ช่วยธุรกิจครอบครัว ช่วยงานบ้าน ไม่ได้รับค่าจ้าง unpaid_family family_business",
        evidence="""
            ช่วยที่บ้าน ช่วยที่บ้านขายของ ช่วยแม่ขายของ ช่วยพ่อแม่ ช่วยแม่ขาย ช่วยงานที่บ้าน ช่วยกิจการที่บ้าน ช่วยเมียขาย ช่วยแฟนขาย ช่วยผัวขาย ช่วยพ่อทำนา ช่วยที่ร้าน ธุรกิจครอบครัว กงสี ไม่ได้เงินเดือน
            help_my_family help_my_mother_sell family_shop
        """,
    ),
    Concept(
        name="seeking",
        topic=_STATUS,
        heads="ว่างงาน กำลังหางาน ตกงาน unemployed looking_for_work အလုပ်ရှာ",
        evidence="""
            ตกงาน ว่างงาน หางานอยู่ กำลังหางาน หางานใหม่ รอเรียก รอสัมภาษณ์ ยื่นใบสมัคร สมัครไปหลายที่ ยังไม่มีใครรับ ยังหาไม่ได้ ถูกเลิกจ้าง โดนเลิกจ้าง เลย์ออฟ โรงงานปิด เพิ่งออกจากงาน
            เดินเตะฝุ่น ว่างอยู่หางาน job_hunting jobless laid_off seeking_work အလုပ်ရှာနေ အလုပ်ပြုတ်
        """,
    ),
    Concept(
        name="studying",
        topic=_STATUS,
        heads="กำลังเรียน นักเรียน นักศึกษา studying student ကျောင်းသား",
        evidence="""
            เรียนอยู่ ยังเรียนอยู่ ยังเรียนหนังสือ นักเรียน นักศึกษา เด็กมหาลัย เด็กเทคนิค อยู่มัธยม ยังไม่จบ ฝึกงาน กศน ขอเงินแม่ใช้ ปิดเทอมอยู่ student studying at_school intern ကျောင်းတက်နေ ကျောင်းသူ
        """,
    ),
    Concept(
        name="at_home",
        topic=_STATUS,
        heads="ทำงานบ้าน แม่บ้าน พ่อบ้าน ดูแลครอบครัว homemaker caring_at_home အိမ်ရှင်မ",
        evidence="""
            แม่บ้าน พ่อบ้าน อยู่บ้านเลี้ยงลูก เลี้ยงลูก เลี้ยงหลาน ดูแลพ่อแม่ ดูแลคนป่วย ดูแลแม่ติดเตียง ทำกับข้าวซักผ้า ผัวเลี้ยง แฟนเลี้ยง ออกมาเลี้ยงลูก housewife homemaker caring_for အိမ်ရှင်မ
        """,
    ),
    Concept(
        name="retired",
        topic=_STATUS,
        heads="เกษียณ เกษียณแล้ว retired pension ပင်စင်",
        evidence="""
            เกษียณ เกษียน เกษียณแล้ว ปลดเกษียณ เออร์ลี่ กินบำนาญ บำนาญ เบี้ยคนแก่ เบี้ยผู้สูงอายุ แก่แล้วไม่ทำ หยุดทำแล้ว เลิกทำแล้ว ลูกให้หยุด ลูกเลี้ยง พักแล้ว เลี้ยงหลาน retired pension ပင်စင်
        """,
    ),
    Concept(
        name="unable",
        topic=_STATUS,
        heads="ทำงานไม่ได้ ป่วย พิการ unable_to_work disabled မသန်စွမ်း",
        evidence="""
            ทำงานไม่ได้ ทำไม่ไหว ป่วยอยู่ ป่วยทำงานไม่ได้ พิการ เป็นคนพิการ บัตรคนพิการ อัมพฤกษ์ อัมพาต เส้นเลือดแตก ติดเตียง หมอห้ามทำงาน หมอให้พัก ขาไม่ดี เดินไม่ได้ ฟอกไต ตาบอด ลาป่วยยาว
            disabled cannot_work too_sick stroke မသန်စွမ်း နေမကောင်း
        """,
    ),
    Concept(
        name="day_shift",
        topic=_SHIFT,
        heads="กะเช้า กะกลางวัน กลางวัน day_shift morning_shift နေ့ဆိုင်း",
        evidence="""
            กะเช้า กะกลางวัน กะวัน เข้าเช้า เข้า8โมง แปดโมงถึงห้าโมง แปดโมงห้าโมง เข้าเจ็ดโมงครึ่ง ตอกบัตรแปดโมง เลิกห้าโมง ทำกลางวัน กะหนึ่ง กะเอ เวรเช้า day_shift morning_shift နေ့ဆိုင်း မနက်ဆိုင်း
        """,
    ),
    Concept(
        name="evening_shift",
        topic=_SHIFT,
        heads="กะบ่าย กะเย็น evening_shift afternoon_shift ညနေဆိုင်း",
        evidence="กะบ่าย กะเย็น เข้าบ่าย เข้าบ่ายสาม เข้าสี่โมงเย็น บ่ายสองถึงสี่ทุ่ม เลิกเที่ยงคืน เลิกสี่ทุ่ม กะสอง เวรบ่าย evening_shift afternoon_shift second_shift ညနေဆိုင်း",
    ),
    Concept(
        name="night_shift",
        topic=_SHIFT,
        heads="กะดึก กะกลางคืน night_shift ညဆိုင်း",
        evidence="""
            กะดึก กะกลางคืน กะคืน กะมืด เข้าดึก เข้าสองทุ่ม เข้าทุ่มครึ่ง เข้าสี่ทุ่ม เลิกตีห้า เลิกแปดโมงเช้า เลิกเช้า นอนกลางวันทำกลางคืน ทำกลางคืน กะสาม เวรดึก ควงกะดึก night_shift graveyard_shift ညဆိုင်း
        """,
    ),
    Concept(
        name="rotating_shift",
        topic=_SHIFT,
        heads="สลับกะ หมุนเวียนกะ เปลี่ยนกะ rotating_shift shifts အလှည့်ကျ",
        evidence="""
            สลับกะ เวียนกะ หมุนกะ เปลี่ยนกะ เปลี่ยนกะทุกอาทิตย์ อาทิตย์เช้าอาทิตย์ดึก เช้าอาทิตย์ดึกอาทิตย์ เดี๋ยวเช้าเดี๋ยวดึก ไม่แน่นอนแล้วแต่ตารางเวร แล้วแต่ตารางกะ สี่วันหยุดสอง 4หยุด2 6หยุด1 ควงกะ
            สามกะเวียน rotating_shift shift_rota alternate_shifts အလှည့်ကျ ဆိုင်းလှည့်
        """,
    ),
    Concept(
        name="no_shift",
        topic=_SHIFT,
        heads="ไม่มีกะ เวลาไม่แน่นอน เวลาอิสระ no_shift flexible_hours",
        evidence="ไม่มีกะ ไม่ได้เข้ากะ ไม่เป็นกะ เวลาไม่แน่นอน ไม่เป็นเวลา ทำตอนไหนก็ได้ แล้วแต่งานเข้า แล้วแต่ลูกค้า ทำเวลาไหนก็ได้ อิสระไม่ต้องตอกบัตร ไม่ต้องตอกบัตร flexible any_time no_fixed_hours",
    ),
    Concept(
        name="inside_estate",
        topic=_WORKPLACE,
        heads="ในโรงงาน โรงงานในพื้นที่ ในนิคม factory_here in_the_estate စက်ရုံထဲ",
        evidence="""
            ในนิคม ในโรงงาน โรงงานแถวนี้ โรงงานใกล้บ้าน โรงงานหลังบ้าน โรงงานในซอย โรงงานในอ้อมน้อย โรงงานหน้าปากซอย ทำโรงงานแถวบ้าน ในเขตอุตสาหกรรม factory_nearby in_the_estate in_the_factory
        """,
    ),
    Concept(
        name="in_town",
        topic=_WORKPLACE,
        heads="ในเมืองนี้ ในเขตเทศบาล ในตำบล ใกล้บ้าน in_this_town nearby မြို့ထဲ",
        evidence="แถวบ้าน แถวนี้แหละ ใกล้บ้าน ในตลาด ในตัวเมือง ในเทศบาล ในตำบล หน้าบ้าน ในซอย ในหมู่บ้าน ไม่ไกลบ้าน ที่บ้านเลย near_home around_here in_town မြို့ထဲ အိမ်နား",
    ),
    Concept(
        name="other_town",
        topic=_WORKPLACE,
        heads="นอกพื้นที่ ต่างอำเภอ ต่างจังหวัด กรุงเทพ other_town outside elsewhere bangkok တခြားမြို့",
        evidence="""
            ทำกรุงเทพ เข้ากรุงเทพ ทำในกรุงเทพ ในบางกอก ทำที่อื่น นอกพื้นที่ คนละอำเภอ คนละจังหวัด ต่างอำเภอ ต่างจังหวัด มหาชัย พระราม2 พระรามสอง นครปฐม บางแค หนองแขม ขับไปไกล ข้ามจังหวัด
            in_bangkok another_district another_province out_of_town ဘန်ကောက်မှာ တခြားမြို့
        """,
    ),
    Concept(
        name="no_fixed_place",
        topic=_WORKPLACE,
        heads="ไม่เป็นหลักแหล่ง ไม่แน่นอน หลายที่ no_fixed_place various",
        evidence="ไม่เป็นที่ ไม่ประจำที่ ไม่เป็นหลักแหล่ง เปลี่ยนที่เรื่อย แล้วแต่หน้างาน ไปตามไซต์ ตระเวนขาย ขายไปทั่ว วิ่งไปทั่ว ไปเรื่อย ตามงาน ตามนายจ้าง all_over different_places no_fixed_place",
    ),
)
