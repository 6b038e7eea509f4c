"""What one belongs to and learns, how one takes part, and what one's work place makes."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_GROUP = "group"
_TAKING_PART = "taking_part"
_TRAINING = "training"
_CHECK_OF = "check_of"
_POST = "post"
_MAKES = "makes"
_NOT_SORTING = "not_sorting"
_DISABILITY = "disability"
_HABIT = "habit"
_BORROWS_FROM = "borrows_from"

CONCEPTS = (
    Concept(
        name="housewives",
        topic=_GROUP,
        heads="กลุ่มแม่บ้าน แม่บ้าน housewives",
        evidence="กลุ่มแม่บ้าน แม่บ้าน ทำขนมขาย ทำน้ำพริก รำกับแม่บ้าน housewives ทำขนม พับดอกไม้ ทำกับข้าวงานบุญ รำ",
    ),
    Concept(
        name="health_volunteers",
        topic=_GROUP,
        heads="อสม อาสาสมัครสาธารณสุข health_volunteers",
        evidence="อสม เดินวัดความดัน วัดความดันให้ หยอดทราย หยอดทรายอะเบท เสื้ออสม ทรายอะเบท health_volunteer วัดความดัน วัดความดันคนแก่ สะพายกระเป๋า เยี่ยมบ้านคนแก่",
    ),
    Concept(
        name="savings_club",
        topic=_GROUP,
        heads="กลุ่มออมทรัพย์ กลุ่มสัจจะ กองทุนหมู่บ้าน สหกรณ์ savings",
        evidence="ออมทรัพย์ ฝากสัจจะ ฝากเดือนละร้อย ออมเดือนละ กู้กองทุน กองทุนเงินล้าน กองทุนหมู่บ้าน หุ้น สหกรณ์ สัจจะ savings กู้เงินล้าน เงินล้าน ปีนึงคืนที ออม กู้มาลงทุน",
    ),
    Concept(
        name="funeral_club",
        topic=_GROUP,
        heads="ฌาปนกิจ กลุ่มฌาปนกิจ funeral",
        evidence="ฌาปนกิจ เก็บศพละ ศพละ ค่าศพ funeral สมาคมศพ ช่วยงานศพ",
    ),
    Concept(
        name="elders_club",
        topic=_GROUP,
        heads="ชมรมผู้สูงอายุ ผู้สูงอายุ elderly",
        evidence="ชมรมคนแก่ ชมรมผู้สูงอายุ โรงเรียนผู้สูงอายุ รำไม้พลอง คนแก่รวมกัน elderly_club",
    ),
    Concept(
        name="farm_club",
        topic=_GROUP,
        heads="กลุ่มเกษตรกร เกษตรกร farmers",
        evidence="กลุ่มเกษตร เกษตรแปลงใหญ่ กลุ่มปุ๋ย วิสาหกิจชุมชน farmers แปลงใหญ่ กลุ่มข้าว",
    ),
    Concept(
        name="volunteers",
        topic=_GROUP,
        heads="จิตอาสา กู้ภัย อปพร volunteers",
        evidence="กู้ภัย อปพร จิตอาสา ชรบ ปอเต็กตึ๊ง volunteers",
    ),
    Concept(
        name="no_group",
        topic=_GROUP,
        heads="ไม่ได้เป็นสมาชิก ไม่เป็นสมาชิก ไม่มีกลุ่ม none",
        evidence="""
            ไม่ได้เป็นอะไร ไม่ได้เป็นอะไรกับเขา ไม่ได้เป็นอิหยัง ไม่ได้อยู่กลุ่มไหน ไม่ได้เข้ากลุ่ม ไม่อยู่สักกลุ่ม ไม่มีกลุ่ม ไม่ได้เข้าอะไร ไม่เข้ากับใคร อยู่ตัวคนเดียว ไม่ได้สมัคร ไม่เคยสมัคร ไม่เป็นสักอย่าง ไม่มีสังกัด บ่ได้เป็นหยัง
            none_at_all
        """,
    ),
    Concept(
        name="meetings",
        topic=_TAKING_PART,
        heads="เข้าประชุม ประชุม ร่วมประชุม meetings",
        evidence="ประชุม นั่งฟัง ยกมือ นั่งประชุม ประชาคม ไปฟัง ไปฟังเขาพูด meetings",
    ),
    Concept(
        name="giving_money",
        topic=_TAKING_PART,
        heads="บริจาคเงิน บริจาค เงิน donate",
        evidence="บริจาค ลงขัน ออกเงิน ลงเงิน ช่วยเงิน ใส่ซอง ควักเงิน ผ้าป่า donate",
    ),
    Concept(
        name="labour",
        topic=_TAKING_PART,
        heads="ลงแรง แรงงาน ออกแรง จิตอาสา labour",
        evidence="ลงแขก ออกแรง ใช้แรง ลงแรง ขุดคลอง ลอกคลอง แบก หาม ไปช่วยงาน ช่วยล้างจาน เก็บขยะ ช่วยขุด ช่วยกวาด ถือจอบ เอาจอบ จอบ help_out",
    ),
    Concept(
        name="ideas",
        topic=_TAKING_PART,
        heads="เสนอความคิดเห็น แสดงความคิดเห็น ความคิดเห็น opinions",
        evidence="เสนอ ออกความเห็น ช่วยคิด พูดในที่ประชุม ideas ลุกขึ้นพูด ออกไอเดีย",
    ),
    Concept(
        name="no_part",
        topic=_TAKING_PART,
        heads="ไม่มีส่วนร่วม ไม่ได้มีส่วนร่วม ไม่เข้าร่วม none",
        evidence="ไม่ได้ทำอะไร ไม่เคยไปกับเขา ไม่ได้ไปกับเขา ไม่ยุ่ง อยู่แต่บ้าน ไม่ได้ช่วยอะไร not_involved",
    ),
    Concept(
        name="cooking",
        topic=_TRAINING,
        heads="ทำอาหาร ทำขนม อาหาร cooking",
        evidence="ทำกับข้าว ทำขนม ขนม เบเกอรี่ ส้มตำ ขายข้าว ขายขนม เปิดร้านข้าว กับข้าว ชงกาแฟ กาแฟ cooking ทำขนมขาย อบขนม อบเค้ก ทำน้ำพริก แปรรูปอาหาร",
    ),
    Concept(
        name="electrics",
        topic=_TRAINING,
        heads="ช่างไฟ ช่างไฟฟ้า ไฟฟ้า electrician",
        evidence="เดินสายไฟ ต่อไฟ ช่างไฟ ไฟฟ้า ปลั๊ก ซ่อมแอร์ ล้างแอร์ ช่างแอร์ electrician",
    ),
    Concept(
        name="sewing",
        topic=_TRAINING,
        heads="เย็บผ้า ตัดเย็บ sewing",
        evidence="เย็บผ้า จักรเย็บผ้า มีจักร จักร ตัดเสื้อ ตัดชุด ปะกางเกง เย็บกระเป๋า sewing",
    ),
    Concept(
        name="computing",
        topic=_TRAINING,
        heads="คอมพิวเตอร์ คอม ดิจิทัล computer",
        evidence="คอม คอมพิวเตอร์ พิมพ์คอม เอกเซล เล่นเน็ต ตัดต่อ ยูทูบเบอร์ ขายออนไลน์ ขายของออนไลน์ ไลฟ์สด computer ไลฟ์ขาย กราฟิก ทำกราฟิก ทำคลิป ขายในเฟส เปิดเพจ ถ่ายคลิป",
    ),
    Concept(
        name="hair",
        topic=_TRAINING,
        heads="เสริมสวย ตัดผม hairdressing",
        evidence="ตัดผม ทำผม เสริมสวย ทำเล็บ ต่อขนตา ดัดผม บาร์เบอร์ hairdressing ตัดผมเป็น อยากตัดผม เปิดร้านตัดผม ร้านทำผม",
    ),
    Concept(
        name="massage",
        topic=_TRAINING,
        heads="นวด นวดแผนไทย massage",
        evidence="นวด นวดแผนโบราณ นวดแผนไทย นวดเท้า จับเส้น massage",
    ),
    Concept(
        name="motor",
        topic=_TRAINING,
        heads="ช่างยนต์ ซ่อมรถ ช่างซ่อม mechanic",
        evidence="ซ่อมมอไซค์ ซ่อมรถ ซ่อมเครื่อง เปลี่ยนยาง ปะยาง เปิดอู่ ช่างยนต์ mechanic",
    ),
    Concept(
        name="welding",
        topic=_TRAINING,
        heads="ช่างเชื่อม เชื่อมโลหะ welding",
        evidence="เชื่อมเหล็ก เชื่อม อ็อกเหล็ก อ๊อก welding เชื่อมโลหะ เชื่อมท่อ",
    ),
    Concept(
        name="farming_skill",
        topic=_TRAINING,
        heads="เกษตร เกษตรอินทรีย์ ปลูกผัก farming",
        evidence="ปลูกผัก เพาะเห็ด เลี้ยงไก่ ปุ๋ยหมัก ไฮโดรโปนิกส์ เกษตรพอเพียง farming",
    ),
    Concept(
        name="speech_skill",
        topic=_TRAINING,
        heads="ภาษา ภาษาอังกฤษ language",
        evidence="พูดอังกฤษ ภาษาอังกฤษ ภาษาจีน ภาษาญี่ปุ่น พูดกับฝรั่ง language",
    ),
    Concept(
        name="lungs",
        topic=_CHECK_OF,
        heads="ปอด ทางเดินหายใจ lungs",
        evidence="ปอด หอบ ไอเรื้อรัง เอ็กซเรย์ปอด ไอ หายใจ เหนื่อยง่าย lungs",
    ),
    Concept(
        name="eyesight",
        topic=_CHECK_OF,
        heads="สายตา ตา eyes",
        evidence="ตามัว ตาฝ้า ต้อ ต้อกระจก วัดสายตา ตัดแว่น แว่น มองไม่ชัด อ่านไม่เห็น eyesight",
    ),
    Concept(
        name="hearing",
        topic=_CHECK_OF,
        heads="การได้ยิน หู hearing",
        evidence="หูตึง หูอื้อ หู ตรวจหู ไม่ได้ยิน ฟังไม่ได้ยิน ฟังไม่ค่อยได้ยิน ตะโกนคุย หูดับ hearing",
    ),
    Concept(
        name="blood",
        topic=_CHECK_OF,
        heads="เลือด สารในเลือด blood",
        evidence="เลือด เจาะเลือด สารตะกั่ว ตะกั่วในเลือด เบาหวาน ไขมัน น้ำตาล blood",
    ),
    Concept(
        name="teeth",
        topic=_CHECK_OF,
        heads="ฟัน ช่องปาก teeth",
        evidence="ฟัน ปวดฟัน ถอนฟัน ฟันผุ อุดฟัน ขูดหินปูน teeth",
    ),
    Concept(
        name="heart",
        topic=_CHECK_OF,
        heads="หัวใจ ความดัน heart",
        evidence="หัวใจ ความดัน ใจสั่น แน่นหน้าอก heart โรคหัวใจ เจ็บหน้าอก",
    ),
    Concept(
        name="skin_check",
        topic=_CHECK_OF,
        heads="ผิวหนัง skin",
        evidence="ผื่น คัน ผื่นขึ้น กลาก ตุ่ม skin",
    ),
    Concept(
        name="bones",
        topic=_CHECK_OF,
        heads="กระดูก ข้อ ข้อเข่า bones",
        evidence="เข่า ปวดเข่า ปวดหลัง กระดูก ข้อเสื่อม เอว bones",
    ),
    Concept(
        name="cancer_check",
        topic=_CHECK_OF,
        heads="มะเร็ง cancer",
        evidence="มะเร็ง เต้านม ปากมดลูก ก้อน cancer ก้อนเนื้อ เนื้องอก",
    ),
    Concept(
        name="operator",
        topic=_POST,
        heads="พนักงานฝ่ายผลิต ฝ่ายผลิต พนักงานทั่วไป operator",
        evidence="ยืนไลน์ คุมเครื่อง ประกอบ แพ็ค แพ็ก ไลน์ผลิต เดินเครื่อง คิวซี operator",
    ),
    Concept(
        name="foreman",
        topic=_POST,
        heads="หัวหน้างาน หัวหน้า ผู้บังคับบัญชา supervisor",
        evidence="โฟร์แมน โฟแมน ซุป ซุปเปอร์ ลีดเดอร์ คุมลูกน้อง มีลูกน้อง ลูกน้อง คุมคน คุมไลน์ คุมงาน หัวหน้าไลน์ หัวหน้ากะ หัวหน้าแผนก foreman",
    ),
    Concept(
        name="maintenance",
        topic=_POST,
        heads="ช่างซ่อมบำรุง ช่าง ซ่อมบำรุง maintenance",
        evidence="ซ่อมเครื่อง ซ่อมบำรุง เมนเทนแนนซ์ เมนเทนเนนซ์ แก้เครื่อง ช่างไฟ ช่างกล ช่างเชื่อม เครื่องเสียเรียก maintenance",
    ),
    Concept(
        name="transport",
        topic=_POST,
        heads="พนักงานขนส่ง ขนส่ง ขับรถ คลังสินค้า transport",
        evidence="ขับรถส่งของ ส่งของ ขับโฟล์คลิฟท์ โฟล์คลิฟต์ โฟล์คลิฟ ขับสิบล้อ โหลดของ ขนของ เด็กรถ คลัง driver",
    ),
    Concept(
        name="office_work",
        topic=_POST,
        heads="ธุรการ สำนักงาน ออฟฟิศ office",
        evidence="บัญชี ธุรการ บุคคล เอชอาร์ นั่งโต๊ะ หน้าคอม จัดซื้อ เสมียน office",
    ),
    Concept(
        name="chief",
        topic=_POST,
        heads="ผู้จัดการ ผู้บริหาร manager",
        evidence="ผู้จัดการ ผจก เจ้าของ ผู้บริหาร manager เจ้านายใหญ่ คนบริหาร",
    ),
    Concept(
        name="guard",
        topic=_POST,
        heads="รปภ ยาม รักษาความปลอดภัย guard",
        evidence="ยาม รปภ ป้อมยาม เฝ้าประตู guard เฝ้าป้อม แลกบัตร",
    ),
    Concept(
        name="petrochemical",
        topic=_MAKES,
        heads="ปิโตรเคมี เคมี เคมีภัณฑ์ petrochemical chemical",
        evidence="ปิโตร เคมี เม็ดพลาสติก โรงกลั่น กลั่นน้ำมัน สารเคมี ปุ๋ยเคมี สี ทินเนอร์ กาว petrochemical",
    ),
    Concept(
        name="cars",
        topic=_MAKES,
        heads="ยานยนต์ รถยนต์ ชิ้นส่วนยานยนต์ ชิ้นส่วน automotive",
        evidence="ประกอบรถ อะไหล่รถ ชิ้นส่วนรถ เบาะรถ กันชน ล้อแม็ก โช้ค โตโยต้า ฮอนด้า อีซูซุ ท่อไอเสีย automotive",
    ),
    Concept(
        name="food",
        topic=_MAKES,
        heads="อาหาร แปรรูปอาหาร อาหารทะเล อาหารแช่แข็ง food seafood",
        evidence="กุ้ง ปลา ทูน่า ปลากระป๋อง แช่แข็ง แกะกุ้ง ไก่สด ลูกชิ้น ไส้กรอก บะหมี่ มาม่า น้ำปลา ซอส ขนม น้ำผลไม้ นม น้ำตาล food",
    ),
    Concept(
        name="steel",
        topic=_MAKES,
        heads="เหล็ก โลหะ หล่อโลหะ steel metal",
        evidence="หลอมเหล็ก หล่อเหล็ก รีดเหล็ก เหล็กเส้น ชุบ ชุบโลหะ ชุบโครเมียม อะลูมิเนียม สังกะสี ปั๊มเหล็ก กลึง น็อต steel",
    ),
    Concept(
        name="textile",
        topic=_MAKES,
        heads="สิ่งทอ เสื้อผ้า ฟอกย้อม ทอผ้า textile garment",
        evidence="ทอผ้า ย้อมผ้า ปั่นด้าย เย็บเสื้อ เย็บผ้า เย็บยีนส์ ฟอกย้อม ผ้า ถุงเท้า ชุดชั้นใน textile",
    ),
    Concept(
        name="plastic",
        topic=_MAKES,
        heads="พลาสติก ยาง plastic rubber",
        evidence="ฉีดพลาสติก เป่าพลาสติก เป่าถุง ถุงพลาสติก ขวดพลาสติก ถุงมือยาง ยางรถ ยางรัด plastic",
    ),
    Concept(
        name="electronics",
        topic=_MAKES,
        heads="อิเล็กทรอนิกส์ เครื่องใช้ไฟฟ้า electronics",
        evidence="แผงวงจร บัดกรี ฮาร์ดดิสก์ ชิป ทีวี แอร์ ตู้เย็น สายไฟ มอเตอร์ electronics",
    ),
    Concept(
        name="paper",
        topic=_MAKES,
        heads="กระดาษ บรรจุภัณฑ์ กล่อง paper",
        evidence="กล่อง ลัง ลังกระดาษ กระดาษ โรงพิมพ์ ทิชชู่ paper",
    ),
    Concept(
        name="leather",
        topic=_MAKES,
        heads="ฟอกหนัง หนัง รองเท้า leather",
        evidence="หนัง ฟอกหนัง รองเท้า กระเป๋า เย็บรองเท้า leather",
    ),
    Concept(
        name="furniture",
        topic=_MAKES,
        heads="เฟอร์นิเจอร์ ไม้ furniture wood",
        evidence="เฟอร์นิเจอร์ ไม้ ไม้อัด โต๊ะ เก้าอี้ ตู้ เลื่อยไม้ furniture",
    ),
    Concept(
        name="cosmetics",
        topic=_MAKES,
        heads="เครื่องสำอาง ยา cosmetics medicine",
        evidence="ครีม สบู่ แชมพู เครื่องสำอาง ยา แคปซูล cosmetics",
    ),
    Concept(
        name="no_time_to",
        topic=_NOT_SORTING,
        heads="ไม่มีเวลา ยุ่ง ขี้เกียจ no_time lazy",
        evidence="ขี้เกียจ ยุ่งยาก วุ่นวาย เสียเวลา กลับมาก็เหนื่อย lazy",
    ),
    Concept(
        name="not_know_how",
        topic=_NOT_SORTING,
        heads="ไม่รู้วิธี ไม่รู้วิธีแยก ไม่มีความรู้ dont_know_how",
        evidence="แยกไม่เป็น ไม่รู้แยกยังไง ไม่รู้อันไหน ไม่มีใครสอน แยกไม่ถูก งงว่าอันไหน dont_know_how ไม่เคยมีใครสอน ไม่มีใครเคยสอน อันไหนใส่อันไหน อันไหนก็งง สีไหนใส่อะไร งงสีถัง แยกยังไง",
    ),
    Concept(
        name="no_bins",
        topic=_NOT_SORTING,
        heads="ไม่มีถัง ถังไม่พอ ไม่มีที่ทิ้ง no_bins",
        evidence="ไม่มีถัง มีถังเดียว ถังเดียว ไม่มีที่วาง ไม่มีถังแยก ถังไม่พอ no_bins",
    ),
    Concept(
        name="mixed_anyway",
        topic=_NOT_SORTING,
        heads="ไม่มีประโยชน์ รถเก็บรวม ไม่ได้ผล mixed_anyway",
        evidence="เทรวมอยู่ดี รวมกันอยู่ดี รถมาก็เทรวม เขาก็เทรวม แยกไปก็เท่านั้น สุดท้ายก็รวม เอาไปรวมกันหมด pointless เททีเดียวหมด เทลงไปรวมกัน เขามาเท",
    ),
    Concept(
        name="sight",
        topic=_DISABILITY,
        heads="การมองเห็น สายตา ตาบอด seeing",
        evidence="ตาบอด ตาไม่เห็น มองไม่เห็น ตามัว สายตาเลือนราง ตาข้างเดียว ต้อ blind",
    ),
    Concept(
        name="hearing_loss",
        topic=_DISABILITY,
        heads="การได้ยิน หูหนวก hearing",
        evidence="หูหนวก หูตึง หูไม่ได้ยิน ใบ้ ใส่เครื่องช่วยฟัง deaf",
    ),
    Concept(
        name="moving",
        topic=_DISABILITY,
        heads="การเคลื่อนไหว ร่างกาย เดิน walking",
        evidence="เดินไม่ได้ นั่งวีลแชร์ รถเข็น วีลแชร์ ขาขาด แขนขาด ใช้ไม้เท้า ไม้เท้า อัมพาต อัมพฤกษ์ ขาเป๋ เดินกะเผลก wheelchair",
    ),
    Concept(
        name="mind",
        topic=_DISABILITY,
        heads="จิตใจ จิตเวช สติปัญญา mental",
        evidence="จิตเวช ซึมเศร้า ออทิสติก ปัญญาอ่อน ไบโพลาร์ หลงลืม ความจำเสื่อม mental",
    ),
    Concept(
        name="no_disability",
        topic=_DISABILITY,
        heads="ไม่มีความพิการ ไม่พิการ ไม่มี none",
        evidence="ครบสามสิบสอง ปกติดี ไม่พิการ แข็งแรงดี ปกติทุกอย่าง",
    ),
    Concept(
        name="never_did",
        topic=_HABIT,
        heads="ไม่เคย ไม่สูบ ไม่ดื่ม never",
        evidence="ไม่แตะ ไม่เคยแตะ ไม่แตะเลย ไม่สูบ ไม่ดื่ม ไม่ชอบ เกลียด แพ้",
    ),
    Concept(
        name="gave_up",
        topic=_HABIT,
        heads="เลิกแล้ว เคยแต่เลิก quit",
        evidence="เลิกไปแล้ว เลิกมา เลิกได้ หักดิบ ตั้งแต่มีลูกก็เลิก",
    ),
    Concept(
        name="now_and_then",
        topic=_HABIT,
        heads="บางครั้ง นานๆครั้ง เป็นครั้งคราว sometimes",
        evidence="นานๆที เฉพาะเทศกาล เฉพาะงานเลี้ยง เข้าสังคม วันเงินเดือนออก บางที sometimes",
    ),
    Concept(
        name="each_day",
        topic=_HABIT,
        heads="ทุกวัน ประจำ daily",
        evidence="ทุกวัน วันละซอง วันละขวด วันละแบน ขาดไม่ได้ ติด ติดแล้ว ทุกเย็น daily",
    ),
    Concept(
        name="bank",
        topic=_BORROWS_FROM,
        heads="ธนาคาร ธกส ออมสิน bank",
        evidence="ธนาคาร แบงก์ แบงค์ ธกส ออมสิน กรุงไทย กสิกร ไทยพาณิชย์ bank",
    ),
    Concept(
        name="lender",
        topic=_BORROWS_FROM,
        heads="นอกระบบ นายทุน เงินกู้นอกระบบ lender",
        evidence="นอกระบบ ดอกร้อยละยี่สิบ ร้อยละยี่สิบ รายวัน ดอกรายวัน หมวกกันน็อค แก๊งหมวกกันน็อค แขก เสี่ย นายทุน loan_shark มาเก็บทุกเย็น เก็บดอกทุกวัน ดอกโหด ดอกร้อยละ",
    ),
    Concept(
        name="kin",
        topic=_BORROWS_FROM,
        heads="ญาติ เพื่อน คนรู้จัก relatives",
        evidence="ยืมพี่ ยืมน้อง ยืมแม่ ยืมเพื่อน ยืมญาติ พี่สาว พี่น้อง relatives",
    ),
    Concept(
        name="village_fund",
        topic=_BORROWS_FROM,
        heads="กองทุนหมู่บ้าน สหกรณ์ กลุ่มออมทรัพย์ fund",
        evidence="กองทุน กองทุนหมู่บ้าน สหกรณ์ สัจจะ ออมทรัพย์ fund",
    ),
    Concept(
        name="no_debt",
        topic=_BORROWS_FROM,
        heads="ไม่มีหนี้ ไม่ได้กู้ ไม่กู้ none",
        evidence="ไม่มีหนี้ ไม่เป็นหนี้ ไม่เคยกู้ ไม่ติดใคร ไม่ได้กู้ใคร no_debt มีเท่าไหร่ใช้เท่านั้น มีเท่าไรใช้เท่านั้น ไม่เคยติดใคร ไม่ติดหนี้ใคร สบายใจ ไม่ยืมใคร ปลอดหนี้ ใช้เงินสด",
    ),
)
