"""Where one comes from, what one believes in, with whom one is, and who pays if ill."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_FAITH = "faith"
_REGION = "region"
_RIGHT = "health_right"
_MARRIED = "married"
_CARE = "care_place"

CONCEPTS = (
    Concept(
        name="buddhist",
        topic=_FAITH,
        heads="พุทธ พระพุทธ buddhist buddhism ဗုဒ္ဓ",
        evidence="พุทธ พุด ชาวพุทธ ศาสนาพุทธ นับถือพุทธ ไหว้พระ เข้าวัด ทำบุญวัด ทำบุญตักบาตร ใส่บาตร ถือศีล นับถือพระ buddhist buddhism buddha ဗုဒ္ဓ ဗုဒ္ဓဘာသာ",
    ),
    Concept(
        name="muslim",
        topic=_FAITH,
        heads="อิสลาม มุสลิม islam muslim အစ္စလာမ်",
        evidence="อิสลาม อิสลามิก มุสลิม ไปมัสยิด เข้าสุเหร่า สุเหร่า มัสยิด ละหมาด คลุมฮิญาบ ถือศีลอด ไม่กินหมู นับถืออัลเลาะห์ islam muslim မွတ်စလင်",
    ),
    Concept(
        name="christian",
        topic=_FAITH,
        heads="คริสต์ คริสเตียน christian christianity ခရစ်ယာန်",
        evidence="คริสต์ คริส คริสต คริสเตียน คริสตัง คาทอลิก โปรเตสแตนต์ โปรแตสแตน เข้าโบสถ์ ไปโบสถ์ นับถือพระเยซู พระเยซู พระเจ้า เยซู christian catholic protestant ခရစ်ယာန်",
    ),
    Concept(
        name="hindu",
        topic=_FAITH,
        heads="ฮินดู พราหมณ์ ซิกข์ hindu sikh ဟိန္ဒူ",
        evidence="ฮินดู พราหมณ์ ซิกข์ ซิก พราม นับถือพระพิฆเนศ พระศิวะ hindu sikh",
    ),
    Concept(
        name="no_faith",
        topic=_FAITH,
        heads="ไม่นับถือ ไม่มีศาสนา ไม่นับถือศาสนา no_religion atheist",
        evidence="ไม่มีศาสนา ไม่นับถือศาสนา ไม่นับถืออะไร ไม่นับถืออะไรเลย ไม่ได้นับถือ ไม่ได้นับถืออะไร ไม่ได้นับถือศาสนา ไม่ถือศาสนา ไม่ถืออะไร ไร้ศาสนา no_religion atheist",
    ),
    Concept(
        name="central",
        topic=_REGION,
        heads="ภาคกลาง กลาง กรุงเทพ ปริมณฑล central",
        evidence="""
            ภาคกลาง กรุงเทพ กทม บางกอก สมุทรสาคร มหาชัย สมุทรปราการ ปากน้ำ สมุทรสงคราม แม่กลอง นครปฐม นนทบุรี นนท์ ปทุม ปทุมธานี อยุธยา อ่างทอง
            สิงห์บุรี ลพบุรี สระบุรี ชัยนาท สุพรรณ สุพรรณบุรี นครนายก อ้อมน้อย กระทุ่มแบน สามพราน bangkok central
        """,
    ),
    Concept(
        name="north",
        topic=_REGION,
        heads="ภาคเหนือ เหนือ north northern",
        evidence="""
            ภาคเหนือ คนเหนือ คนเมือง เมืองเหนือ ล้านนา เชียงใหม่ เจียงใหม่ เชียงราย เจียงฮาย ลำปาง ลำพูน แพร่ เมืองแพร่ น่าน เมืองน่าน พะเยา แม่ฮ่องสอน
            อุตรดิตถ์ สุโขทัย พิษณุโลก ตาก แม่สอด กำแพงเพชร พิจิตร เพชรบูรณ์ นครสวรรค์ อู้กำเมือง northern
        """,
    ),
    Concept(
        name="isan",
        topic=_REGION,
        heads="ภาคอีสาน อีสาน ตะวันออกเฉียงเหนือ isan northeast",
        evidence="""
            อีสาน ภาคอีสาน คนอีสาน ขอนแก่น โคราช นครราชสีมา อุดร อุดรธานี อุบล อุบลราชธานี ร้อยเอ็ด มหาสารคาม สารคาม กาฬสินธุ์ บุรีรัมย์ สุรินทร์ ศรีสะเกษ
            ศีรษะเกษ ยโสธร อำนาจเจริญ มุกดาหาร นครพนม สกลนคร สกล หนองคาย บึงกาฬ เมืองเลย หนองบัวลำภู ชัยภูมิ บักหำ ลูกข้าวเหนียว isan
        """,
    ),
    Concept(
        name="south",
        topic=_REGION,
        heads="ภาคใต้ ใต้ ปักษ์ใต้ south southern",
        evidence="""
            ใต้ ภาคใต้ คนใต้ ปักษ์ใต้ บ้านอยู่ใต้ นครศรีธรรมราช นครศรี เมืองคอน คอนหลวง สุราษฎร์ สุราษฎร์ธานี สุราด สงขลา หาดใหญ่ พัทลุง เมืองลุง ตรัง เมืองตรัง
            กระบี่ ภูเก็ต พังงา ระนอง ชุมพร สตูล ยะลา ปัตตานี นราธิวาส แหลงใต้ southern
        """,
    ),
    Concept(
        name="east",
        topic=_REGION,
        heads="ภาคตะวันออก eastern",
        evidence="ภาคตะวันออก ชลบุรี ชลฯ พัทยา ศรีราชา ระยอง จันทบุรี เมืองจันท์ ตราด ฉะเชิงเทรา แปดริ้ว ปราจีนบุรี ปราจีน สระแก้ว eastern",
    ),
    Concept(
        name="west",
        topic=_REGION,
        heads="ภาคตะวันตก western",
        evidence="ภาคตะวันตก กาญจนบุรี เมืองกาญ กาญจน์ ราชบุรี เพชรบุรี เมืองเพชร ประจวบ ประจวบคีรีขันธ์ หัวหิน western",
    ),
    Concept(
        name="abroad",
        topic=_REGION,
        heads="ต่างประเทศ ประเทศอื่น ต่างแดน abroad foreign နိုင်ငံခြား",
        evidence="""
            ต่างประเทศ เมืองนอก พม่า เมียนมา เมียนมาร์ ย่างกุ้ง มัณฑะเลย์ ทวาย มะริด เมาะลำเลิง รัฐมอญ รัฐฉาน ลาว สปปลาว เวียงจันทน์ สะหวันนะเขต เขมร กัมพูชา พนมเปญ
            เวียดนาม จีน ฟิลิปปินส์ อินเดีย บังกลาเทศ เนปาล myanmar burma laos cambodia vietnam china မြန်မာ
        """,
    ),
    Concept(
        name="social_security",
        topic=_RIGHT,
        heads="ประกันสังคม social_security sso",
        evidence="ประกันสังคม ปกส ประกันสังคมโรงงาน ม33 มาตรา33 มาตราสามสาม มาตรา39 ม39 ม40 มาตรา40 โรงงานหัก หักเงินทุกเดือน หักเจ็ดร้อยห้าสิบ โรงงานทำให้ social_security sso",
    ),
    Concept(
        name="gold_card",
        topic=_RIGHT,
        heads="บัตรทอง หลักประกันสุขภาพ 30บาท สามสิบบาท universal gold_card",
        evidence="บัตรทอง สามสิบบาท สามสิบบาทรักษาทุกโรค 30บาท 30บาทรักษาทุกโรค สามสิบบาททุกโรค สปสช ใช้บัตรประชาชน บัตรประชาชนใบเดียว บัตรสามสิบบาท gold_card",
    ),
    Concept(
        name="official_right",
        topic=_RIGHT,
        heads="ข้าราชการ สิทธิข้าราชการ เบิกได้ จ่ายตรง government_officer_right",
        evidence="ข้าราชการ สิทธิข้าราชการ จ่ายตรง เบิกได้ เบิกจ่ายตรง เบิกราชการ เบิกหลวง สิทธิลูก ลูกรับราชการ เบิกของลูก กรมบัญชีกลาง",
    ),
    Concept(
        name="private_insurance",
        topic=_RIGHT,
        heads="ประกันเอกชน ประกันชีวิต ประกันส่วนตัว ประกันกลุ่ม private_insurance",
        evidence="ประกันเอกชน ประกันชีวิต ประกันสุขภาพ ซื้อประกันเอง ซื้อประกัน ทำประกันไว้ ประกันกลุ่ม ประกันบริษัท เอไอเอ เมืองไทยประกันชีวิต ไทยประกัน ประกันส่วนตัว private_insurance aia",
    ),
    Concept(
        name="no_right",
        topic=_RIGHT,
        heads="ไม่มีสิทธิ จ่ายเอง no_insurance",
        evidence="ไม่มีสิทธิ ไม่มีสิทธิ์ ไม่มีสิทธิอะไร ไม่มีสิทธิ์อะไร ไม่มีสิทธิอะไรเลย ไม่มีสิทธิ์อะไรเลย ไม่มีบัตร ไม่มีบัตรอะไร จ่ายเอง จ่ายเงินเอง ควักเอง ออกเงินเอง จ่ายสดตลอด no_insurance pay_myself",
    ),
    Concept(
        name="single",
        topic=_MARRIED,
        heads="โสด single",
        evidence="โสด โสดสนิท ยังโสด ไม่มีแฟน ยังไม่แต่ง ยังไม่แต่งงาน ไม่ได้แต่งงาน ไม่มีครอบครัว ตัวคนเดียว อยู่เป็นโสด ขึ้นคาน สาวโสด หนุ่มโสด single unmarried",
    ),
    Concept(
        name="married",
        topic=_MARRIED,
        heads="สมรส แต่งงาน มีคู่ อยู่ด้วยกัน married",
        evidence="สมรส สมรสแล้ว แต่งงานแล้ว แต่งแล้ว มีครอบครัวแล้ว มีเมียแล้ว มีผัวแล้ว มีสามีแล้ว มีแฟนแล้ว อยู่กินกัน อยู่กับแฟน จดทะเบียนแล้ว มีลูกมีเมีย married",
    ),
    Concept(
        name="parted",
        topic=_MARRIED,
        heads="หย่า หย่าร้าง แยกกันอยู่ divorced separated",
        evidence="หย่า หย่าแล้ว หย่าร้าง เลิกกันแล้ว เลิกกับผัว เลิกกับเมีย เลิกกับแฟน แยกทาง แยกกันอยู่ แยกทางกัน ร้างกัน ผัวทิ้ง เมียทิ้ง แม่เลี้ยงเดี่ยว พ่อเลี้ยงเดี่ยว divorced separated",
    ),
    Concept(
        name="widowed",
        topic=_MARRIED,
        heads="หม้าย ม่าย คู่สมรสเสียชีวิต widowed",
        evidence="หม้าย ม่าย เป็นม่าย แม่ม่าย พ่อม่าย ผัวตาย เมียตาย ผัวตายแล้ว ผัวเสียแล้ว เมียเสียแล้ว สามีเสีย สามีเสียแล้ว แฟนเสียแล้ว ตายจาก widowed widow",
    ),
    Concept(
        name="hospital",
        topic=_CARE,
        heads="โรงพยาบาลรัฐ โรงพยาบาลของรัฐ โรงพยาบาลกระทุ่มแบน โรงพยาบาลชุมชน public_hospital",
        evidence="โรงพยาบาลรัฐ โรงบาล โรงบาลหลวง โรงหมอ รพรัฐ โรงพยาบาลหลวง โรงพยาบาลอำเภอ โรงพยาบาลจังหวัด โรงบาลกระทุ่มแบน public_hospital",
    ),
    Concept(
        name="health_post",
        topic=_CARE,
        heads="รพ.สต สถานีอนามัย อนามัย ศูนย์บริการสาธารณสุข health_centre",
        evidence="อนามัย สถานีอนามัย หมออนามัย รพสต ศูนย์อนามัย ศูนย์สาธารณสุข ศูนย์บริการสาธารณสุข health_post",
    ),
    Concept(
        name="clinic",
        topic=_CARE,
        heads="คลินิก clinic",
        evidence="คลินิก คลีนิก คลีนิค คลินิค คลินิกหมอ หมอคลินิก คลินิกหน้าปากซอย clinic",
    ),
    Concept(
        name="chemist",
        topic=_CARE,
        heads="ร้านขายยา ซื้อยา pharmacy",
        evidence="ร้านยา ร้านขายยา ซื้อยา ซื้อยากินเอง ซื้อยากิน ซื้อยามากิน กินยาเอง กินพารา กินยาพารา เภสัช ยาชุด pharmacy",
    ),
    Concept(
        name="private_hospital",
        topic=_CARE,
        heads="โรงพยาบาลเอกชน private_hospital",
        evidence="โรงพยาบาลเอกชน โรงบาลเอกชน รพเอกชน เอกชน วิชัยเวช มหาชัย2 โรงพยาบาลแพง private_hospital",
    ),
)
