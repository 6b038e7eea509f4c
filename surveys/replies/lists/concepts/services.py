"""Buses and schools, who tends whom, speed and dust on the road, and ways to reach a person."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_BUS_MATTER = "bus_matter"
_SCHOOL_MATTER = "school_matter"
_NOISE_FROM = "noise_from"
_SLOWING = "slowing"
_DUST_MEASURE = "dust_measure"
_REACH_BY = "reach_by"
_CARER = "carer"
_SUFFERER = "sufferer"
_LEADER = "leader"
_SPEAKER = "speaker"

CONCEPTS = (
    Concept(
        name="often_enough",
        topic=_BUS_MATTER,
        heads="ความถี่ จำนวนรถ รอบรถ รอนาน ช้า มาช้า frequency",
        evidence="""
            มาถี่ๆ ถี่ๆ ถี่กว่านี้ ชั่วโมงนึงมาคัน ชั่วโมงละคัน มาคันเดียว คันเดียว รอเป็นชั่วโมง รอนาน รอครึ่งชั่วโมง รอชั่วโมง รอจนเหงือกแห้ง รอจนเบื่อ นานๆมา นานๆมาที เพิ่มรอบ เพิ่มรถ เพิ่มคัน มีน้อย หมดเร็ว หมดตั้งแต่ ไม่มีรถกลับ
            ไม่ตรงเวลา มาไม่ตรงเวลา ช้าเป็นเต่า เต่าคลาน คลานเป็นเต่า จอดแช่ จอดรอคน จอดรอผู้โดยสาร แช่ป้าย more_often too_slow
        """,
    ),
    Concept(
        name="price",
        topic=_BUS_MATTER,
        heads="ราคา ค่าโดยสาร แพง ค่าตั๋ว ค่ารถ price expensive",
        evidence="แพง ขึ้นราคา ขึ้นค่ารถ ลดราคา ค่ารถแพง ค่ารถ เก็บแพง คิดแพง ขูดรีด ขูดเลือด ถูกกว่านี้ ถูกลงหน่อย ไม่กี่กิโลเอา ฟันหัว ฟันหัวแบะ กี่บาท price too_expensive",
    ),
    Concept(
        name="cleanliness",
        topic=_BUS_MATTER,
        heads="ความสะอาด สกปรก cleanliness dirty",
        evidence="สะอาด สกปรก เหม็น เบาะขาด เบาะเหม็น เบาะดำ ฝุ่นเต็ม แมลงสาบ แมลงสาบวิ่ง ล้างรถ อ้วก ขยะในรถ คราบ เหม็นอับ cleaner dirty",
    ),
    Concept(
        name="manners",
        topic=_BUS_MATTER,
        heads="มารยาทคนขับ มารยาท คนขับ พูดจา บริการ manners driver",
        evidence="มารยาท พูดจา พูดไม่ดี ด่าผู้โดยสาร ตะคอก หน้าบึ้ง หน้างอ ปากหมา ปากร้าย ไล่ลง ไม่จอด ไม่จอดรับ สูบบุหรี่ คุยโทรศัพท์ พูดเพราะ rude driver",
    ),
    Concept(
        name="speeding",
        topic=_BUS_MATTER,
        heads="ขับเร็ว ความปลอดภัย ขับอันตราย ขับหวาดเสียว speeding unsafe",
        evidence="""
            ซิ่ง ขับซิ่ง ซิ่งยังกะ ตีนผี เหยียบมิด เหาะ อย่างกะเหาะ กลัวตาย นึกว่าจะตาย เกือบตาย หวาดเสียว ปาดซ้ายปาดขวา ปาดไปปาดมา แข่งกัน แข่งกันแย่งคน เบรกที เบรกทีหัวทิ่ม หัวทิ่ม ขับเร็ว เร็วเกิน ห้อเต็มเหยียด พุ่ง ต้องสวดมนต์ speeding
            reckless
        """,
    ),
    Concept(
        name="crowded",
        topic=_BUS_MATTER,
        heads="แน่น แออัด ที่นั่งไม่พอ crowded",
        evidence="แน่น เบียด เบียดกัน ยืนตลอด ไม่มีที่นั่ง โหนท้าย โหน ปลากระป๋อง อัดกัน crowded packed",
    ),
    Concept(
        name="route",
        topic=_BUS_MATTER,
        heads="เส้นทาง จุดจอด ป้าย route stops",
        evidence="ไม่ผ่าน ไม่ผ่านหน้าบ้าน ไม่เข้าซอย ไม่ถึงหมู่บ้าน เดินไกลกว่าจะถึงป้าย ต่อหลายต่อ ป้ายไกล route",
    ),
    Concept(
        name="dust_there",
        topic=_SCHOOL_MATTER,
        heads="ฝุ่น มลพิษ อากาศ dust",
        evidence="ฝุ่น ควัน เด็กไอ เด็กจาม ไอกันทั้งห้อง ใส่หน้ากากเรียน dust",
    ),
    Concept(
        name="drugs_there",
        topic=_SCHOOL_MATTER,
        heads="ยาเสพติด บุหรี่ไฟฟ้า drugs",
        evidence="ยาบ้า ยา บุหรี่ไฟฟ้า พอต สูบพอต กระท่อม กัญชา เด็กติดยา ขายยาในโรงเรียน drugs vape",
    ),
    Concept(
        name="teachers_short",
        topic=_SCHOOL_MATTER,
        heads="ครูไม่พอ ขาดครู ครู teachers",
        evidence="ครูคนเดียว คนเดียวสอน สอนหลายชั้น สอนสามชั้น ครูน้อย ครูไม่มี ไม่มีครู ขาดครู ครูย้าย ครูขอย้าย ครูไม่ครบ ครูควบ ครูควบชั้น ภารโรงสอนแทน teachers",
    ),
    Concept(
        name="lunch",
        topic=_SCHOOL_MATTER,
        heads="อาหารกลางวัน อาหาร lunch",
        evidence="ข้าวกลางวัน ข้าวไม่อร่อย กับข้าวน้อย ขนมจีนน้ำปลา วิญญาณไก่ วิญญาณหมู ไข่ครึ่งซีก กินไม่อิ่ม เด็กหิว ต้มฟัก lunch",
    ),
    Concept(
        name="fees",
        topic=_SCHOOL_MATTER,
        heads="ค่าเทอม ค่าใช้จ่าย fees",
        evidence="ค่าเทอม ค่าชุด ค่าหนังสือ เก็บเงินตลอด เก็บนู่นเก็บนี่ fees",
    ),
    Concept(
        name="bullying",
        topic=_SCHOOL_MATTER,
        heads="การรังแก ทะเลาะวิวาท ความรุนแรง bullying",
        evidence="แกล้งกัน โดนแกล้ง รังแก ตีกัน ล้อ โดนล้อ ตบกัน ยกพวก bullying",
    ),
    Concept(
        name="way_there",
        topic=_SCHOOL_MATTER,
        heads="การเดินทาง ถนนหน้าโรงเรียน traffic",
        evidence="รถเร็วหน้าโรงเรียน ไม่มีทางม้าลาย ข้ามถนน รถรับส่งไม่มี ไกล traffic",
    ),
    Concept(
        name="machines",
        topic=_NOISE_FROM,
        heads="เครื่องจักร โรงงาน เครื่องยนต์ machinery factory",
        evidence="เครื่องจักร เครื่องเดิน เครื่องปั๊ม ปั๊มลม คอมเพรสเซอร์ หม้อไอน้ำ บอยเลอร์ พัดลมตัวใหญ่ พัดลมดูด หึ่งๆ ตึงๆ กึงๆ เหล็กกระทบ ปั๊มเหล็ก ตัดเหล็ก ไซเรนเข้ากะ หวูด เสียงหวูด machines",
    ),
    Concept(
        name="lorries",
        topic=_NOISE_FROM,
        heads="รถบรรทุก รถใหญ่ รถ lorries traffic",
        evidence="สิบล้อ รถพ่วง หัวลาก เบรกลม เบรคลม รถเทรลเลอร์ วิ่งทั้งคืน วิ่งทั้งวัน บ้านสั่น บีบแตร trucks",
    ),
    Concept(
        name="singing",
        topic=_NOISE_FROM,
        heads="คาราโอเกะ ร้านเหล้า เพลง งานเลี้ยง karaoke music",
        evidence="ร้องเพลง ร้องเพลงทั้งคืน ร้องคาราโอเกะ แหกปาก แหกปากร้อง ไมค์หอน ลำโพง เปิดเพลง เปิดเพลงดัง หมอลำ ตื๊ด แดนซ์ กินเหล้าร้องเพลง ตั้งวงร้อง งานบวช แห่นาค งานแต่ง เครื่องไฟ karaoke",
    ),
    Concept(
        name="barking",
        topic=_NOISE_FROM,
        heads="สุนัขเห่า หมาเห่า สุนัข สัตว์เลี้ยง dogs",
        evidence="หมาเห่า เห่า เห่าทั้งคืน หมาหอน หอน ไก่ขัน ไก่ชน หมาข้างบ้าน หมากัดกัน แมวร้อง แมวกัดกัน barking",
    ),
    Concept(
        name="building",
        topic=_NOISE_FROM,
        heads="ก่อสร้าง งานก่อสร้าง construction",
        evidence="ตอกเข็ม ตอกเสาเข็ม เจาะปูน สว่าน ทุบตึก รถแบ็คโฮ แบคโฮ ไซต์งาน ผสมปูน construction",
    ),
    Concept(
        name="motorbikes",
        topic=_NOISE_FROM,
        heads="มอเตอร์ไซค์ รถซิ่ง เด็กแว้น motorbikes",
        evidence="แว้น เด็กแว้น ท่อแต่ง ท่อดัง เบิ้ล เบิ้ลรถ ซิ่ง ซิ่งรถ บิดมอไซค์ แก๊งซิ่ง motorbikes",
    ),
    Concept(
        name="announcing",
        topic=_NOISE_FROM,
        heads="เสียงตามสาย ประกาศ วัด loudspeaker",
        evidence="หอกระจายข่าว ลำโพงวัด ผู้ใหญ่ประกาศ ประกาศเช้า สวด เสียงสวด ระฆัง ตามสาย loudspeaker",
    ),
    Concept(
        name="hump",
        topic=_SLOWING,
        heads="ลูกระนาด เนินชะลอความเร็ว สันชะลอ speed_bump",
        evidence="ลูกระนาด เนิน ลูกคลื่น คลื่น ลูกเนิน สันชะลอ สันกระโดด สะดุด ปูนนูน คอสะพาน หลังเต่า speed_bump",
    ),
    Concept(
        name="camera",
        topic=_SLOWING,
        heads="กล้องจับความเร็ว กล้อง camera",
        evidence="กล้อง ถ่ายรูปส่งใบสั่ง ใบสั่งส่งบ้าน ใบสั่งถึงบ้าน จับความเร็ว ใบสั่ง camera",
    ),
    Concept(
        name="sign",
        topic=_SLOWING,
        heads="ป้ายเตือน ป้าย sign",
        evidence="ป้าย ติดป้าย ป้ายโตๆ เขียนป้าย ไฟกระพริบ sign",
    ),
    Concept(
        name="police",
        topic=_SLOWING,
        heads="ตำรวจจราจร ตำรวจ ด่านตรวจ police",
        evidence="ตำรวจ จราจร ตั้งด่าน ด่าน จ่า จ่าเฉย ให้ตำรวจมายืน police",
    ),
    Concept(
        name="lights",
        topic=_SLOWING,
        heads="ไฟจราจร สัญญาณไฟ traffic_lights",
        evidence="ไฟแดง ไฟเขียวไฟแดง สัญญาณไฟ traffic_light ไฟจราจร เขียวแดง สี่แยกไฟแดง",
    ),
    Concept(
        name="wet",
        topic=_DUST_MEASURE,
        heads="รดน้ำถนน ฉีดน้ำ ล้างถนน water_the_road",
        evidence="รถน้ำ ฉีดน้ำ รดน้ำ ราดน้ำ ล้างถนน พ่นน้ำ สปริงเกอร์ สายยางฉีด water_it",
    ),
    Concept(
        name="plant",
        topic=_DUST_MEASURE,
        heads="ปลูกต้นไม้ ต้นไม้ trees",
        evidence="ต้นไม้ ปลูกไผ่ กำแพงต้นไม้ ไม้ใหญ่ กรองฝุ่น สีเขียว trees",
    ),
    Concept(
        name="cover",
        topic=_DUST_MEASURE,
        heads="คลุมผ้าใบรถ คลุมผ้าใบ ปิดคลุม cover",
        evidence="ผ้าใบ คลุมผ้า คลุมรถ ปิดผ้าใบ คลุมให้มิด คลุมให้หมด มัดผ้าใบ cover",
    ),
    Concept(
        name="close_road",
        topic=_DUST_MEASURE,
        heads="ปิดถนน ห้ามรถ ห้ามรถบรรทุก close_road",
        evidence="ห้ามวิ่ง ห้ามเข้า ห้ามสิบล้อ ไม่ให้วิ่ง ไม่ให้เข้าซอย ปิดทาง ban_trucks",
    ),
    Concept(
        name="pave",
        topic=_DUST_MEASURE,
        heads="ลาดยาง เทปูน ทำถนน pave",
        evidence="ลาดยาง เทปูน คอนกรีต ทำถนนให้ดี pave ปูยาง ถนนดี",
    ),
    Concept(
        name="stop_burning",
        topic=_DUST_MEASURE,
        heads="ห้ามเผา งดเผา no_burning",
        evidence="ห้ามเผา เลิกเผา จับคนเผา งดเผา no_burning ไม่ให้เผา อย่าเผา",
    ),
    Concept(
        name="telephone",
        topic=_REACH_BY,
        heads="โทรศัพท์ โทร phone telephone",
        evidence="โทรมา โทรมาเลย โทรเข้า โทรหา โทรคุย ยกหู โทรเบอร์บ้าน โทรเข้ามือถือ พูดทางโทรศัพท์ ไม่ถนัดพิมพ์ พิมพ์ไม่เป็น พิมพ์ไม่คล่อง call ring_me",
    ),
    Concept(
        name="chat_line",
        topic=_REACH_BY,
        heads="ไลน์ แชต แชท ข้อความ line chat",
        evidence="""
            แอดไลน์ แอดมา แอดไลน์มา ทักไลน์ ทักแชท ทักมา ไลน์มา ส่งไลน์ ส่งมาในไลน์ พิมพ์มา พิมพ์คุย พิมคุย พิมพ์คุยกัน พิมคุยกัน แชทแบบนี้ ทางแชท แบบที่ทำอยู่ ทางนี้แหละ ตรงนี้แหละ แบบนี้แหละ อย่างตอนนี้ เหมือนตอนนี้ กดๆเอา จิ้มเอา พิมพ์เอา
            text_me
        """,
    ),
    Concept(
        name="letter",
        topic=_REACH_BY,
        heads="จดหมาย ไปรษณีย์ letter post",
        evidence="จดหมาย ไปรษณีย์ ส่งมาที่บ้าน บุรุษไปรษณีย์ ตู้หน้าบ้าน ซองจดหมาย post",
    ),
    Concept(
        name="on_paper",
        topic=_REACH_BY,
        heads="กระดาษ แบบฟอร์ม เอกสาร paper form",
        evidence="กระดาษ เขียนใส่กระดาษ เขียนด้วยปากกา ปากกา ดินสอ แผ่นกระดาษ เขียนเอา กรอกใบ paper ขีดๆ ลงใบ เขียนลงใบ ขีดเขียน ฝากไปส่ง เขียนมือ ลายมือ",
    ),
    Concept(
        name="visit",
        topic=_REACH_BY,
        heads="มาที่บ้าน มาพบที่บ้าน พบตัว พบหน้า เยี่ยมบ้าน visit in_person",
        evidence="""
            มาหาที่บ้าน มานั่งคุย นั่งคุยกัน มานั่งคุยกัน มาคุย มาคุยกัน มาคุยต่อหน้า เจอหน้า เจอตัว เห็นหน้า เห็นหน้ากัน มาบ้าน แวะมา แวะมาที่บ้าน แวะมาบ้าน ชานเรือน ใต้ถุนบ้าน ต้มน้ำชา กินน้ำกินท่า เดินมาบอก มาเคาะประตู อยู่บ้านทั้งวัน
            ตาไม่ดี อ่านไม่ออก อ่านตัวเล็กๆไม่ได้ come_to_my_house
        """,
    ),
    Concept(
        name="email",
        topic=_REACH_BY,
        heads="อีเมล อีเมล์ email",
        evidence="อีเมล อีเมล์ เมล เมล์ จีเมล ฮอตเมล email",
    ),
    Concept(
        name="posted",
        topic=_REACH_BY,
        heads="ติดประกาศ บอร์ดประกาศ ป้ายประกาศ notice",
        evidence="ติดบอร์ด ติดประกาศ แปะ แปะหน้าศาลา แปะไว้หน้า บอร์ดหน้าหมู่บ้าน notice_board",
    ),
    Concept(
        name="siren",
        topic=_REACH_BY,
        heads="ไซเรน หวอ สัญญาณเตือน siren",
        evidence="ไซเรน หวอ เสียงหวอ หวอดังๆ วี้หว่อ สัญญาณดัง siren",
    ),
    Concept(
        name="text_message",
        topic=_REACH_BY,
        heads="ข้อความมือถือ เอสเอ็มเอส sms",
        evidence="เอสเอ็มเอส ข้อความเข้าเครื่อง ข้อความเข้ามือถือ ข้อความสั้น sms ข้อความเด้ง ส่งข้อความ",
    ),
    Concept(
        name="app",
        topic=_REACH_BY,
        heads="แอปพลิเคชัน แอป แอพ app",
        evidence="แอป แอพ แอปมือถือ กดในแอป ทราฟฟี่ ฟองดูว์ โหลดแอป เป๋าตัง app",
    ),
    Concept(
        name="went_myself",
        topic=_REACH_BY,
        heads="ไปด้วยตนเอง ไปเอง เดินทางไป myself",
        evidence="ไปเอง ไปถึง ไปถึงที่ ไปถึงเคาน์เตอร์ เคาน์เตอร์ ต่อหน้า ให้ดูต่อหน้า ขี่รถไป ขับรถไป เดินไป เดินเข้าไป บุกไป ถือไป หอบไป นั่งรอคิว รับบัตรคิว ไปยื่น ไปยื่นเรื่อง ไปที่สำนักงาน went_there",
    ),
    Concept(
        name="through_leader",
        topic=_REACH_BY,
        heads="ฝากผู้นำชุมชน ผ่านผู้นำ ฝากผู้ใหญ่บ้าน through_leader",
        evidence="ฝากผู้ใหญ่ ฝากกำนัน ฝากอสม ฝากประธาน บอกผู้ใหญ่ให้ ผู้ใหญ่ไปบอกให้ ผ่านผู้ใหญ่ ให้ผู้ใหญ่ไป told_the_headman",
    ),
    Concept(
        name="never_told",
        topic=_REACH_BY,
        heads="ไม่เคยแจ้ง ไม่ได้แจ้ง never",
        evidence="ไม่เคยแจ้ง ไม่เคยบอก ไม่เคยไป ไม่เคยโทร ไม่รู้จะแจ้งใคร ไม่เคยแจ้งสักที never_reported",
    ),
    Concept(
        name="child_of",
        topic=_CARER,
        heads="ลูก บุตร ลูกหลาน ลูกสาว ลูกชาย child children บุตรหลาน",
        evidence="ลูกชาย ลูกสาว ลูกคนโต ลูกคนเล็ก คนโต คนเล็ก คนกลาง คนรอง ไอ้หนุ่ม ไอ้ตัวโต ไอ้คนโต ไอ้คนเล็ก อีหนู อีนาง ลูกเขย ลูกสะใภ้ ลูกมัน มันลางาน พาแม่ไป พาพ่อไป พายายไป ลูกเต้า my_son my_daughter",
    ),
    Concept(
        name="spouse_of",
        topic=_CARER,
        heads="คู่สมรส สามี ภรรยา แฟน spouse husband wife",
        evidence="ผัว เมีย สามี ภรรยา แฟน ตาแก่ที่บ้าน ตาแก่ ยายแก่ แม่บ้านผม พ่อบ้านฉัน คู่ชีวิต คนที่บ้าน แม่อีหนู พ่อไอ้หนู พ่อมัน แม่มัน ตาที่บ้าน ยายที่บ้าน ผัวแก่ husband wife เช็ดตัว ป้อนข้าว เฒ่า คู่ทุกข์คู่ยาก",
    ),
    Concept(
        name="neighbour_of",
        topic=_CARER,
        heads="เพื่อนบ้าน คนข้างบ้าน neighbour",
        evidence="คนข้างบ้าน ข้างบ้าน บ้านข้างๆ คนในซอย ป้าข้างบ้าน ลุงข้างบ้าน บ้านติดกัน บ้านตรงข้าม วานคนข้างบ้าน อสม neighbour หิ้วข้าวต้มมาให้ ข้างห้อง",
    ),
    Concept(
        name="by_myself",
        topic=_CARER,
        heads="ไปเอง ตัวเอง ดูแลตัวเอง ทำเอง ด้วยตนเอง myself alone คนเดียว ไปคนเดียว ไม่มีใคร",
        evidence="""
            ไปเอง ไปคนเดียว ขี่ไปเอง ขับไปเอง นั่งรถไปเอง ดูแลตัวเอง พึ่งตัวเอง ไม่มีใครพาไป ไม่ต้องมีใครพา ไม่พึ่งใคร ตัวคนเดียว ยังไหว ยังแข็งแรง เดินไปเอง นั่งวินไป myself อยู่คนเดียว นอนซม ต้มน้ำเอง ลุกเอง ทำเองหมด ช่วยตัวเอง ไม่มีใครดู
            ไม่มีใครเลย ลูกอยู่ไกล
        """,
    ),
    Concept(
        name="grandchild",
        topic=_CARER,
        heads="หลาน grandchild",
        evidence="หลาน หลานสาว หลานชาย หลานคนโต grandchild หลานรัก หลานคนเล็ก",
    ),
    Concept(
        name="hired_carer",
        topic=_CARER,
        heads="จ้างคนดูแล พยาบาล คนดูแล hired_carer",
        evidence="จ้างคน จ้างคนดูแล พี่เลี้ยง คนพม่าดูแล ลูกจ้าง แม่บ้าน ศูนย์ดูแล hired",
    ),
    Concept(
        name="siblings",
        topic=_CARER,
        heads="พี่น้อง ญาติ siblings relatives",
        evidence="พี่สาว พี่ชาย น้องสาว น้องชาย พี่น้อง ญาติ หลานห่างๆ ป้า siblings",
    ),
    Concept(
        name="friends_of",
        topic=_CARER,
        heads="เพื่อน เพื่อนร่วมงาน friends",
        evidence="เพื่อน เพื่อนที่ทำงาน เพื่อนร่วมงาน เพื่อนในหอ รูมเมท friends",
    ),
    Concept(
        name="little_ones",
        topic=_SUFFERER,
        heads="เด็ก เด็กเล็ก ลูกหลาน children",
        evidence="ลูก หลาน ตัวเล็ก เจ้าตัวเล็ก ไอ้ตัวเล็ก เบบี๋ ทารก อนุบาล ลูกอ่อน เด็กน้อย ขวบ ตัวน้อย ลูกคนเล็ก child",
    ),
    Concept(
        name="old_ones",
        topic=_SUFFERER,
        heads="ผู้สูงอายุ คนแก่ คนชรา elderly",
        evidence="ตายาย ตากับยาย ปู่ย่า ปู่กับย่า ปู่ ย่า ยาย คนแก่ คนเฒ่า คนเฒ่าคนแก่ เตี่ย อาม่า อากง แม่แก่ พ่อแก่ แม่เฒ่า พ่อเฒ่า แก่แล้ว แม่ผมแก่ หง่อม old_people แปดสิบกว่า เจ็ดสิบกว่า เก้าสิบ ตายายที่บ้าน แม่อายุเยอะ พ่อแก่แล้ว แม่แก่แล้ว",
    ),
    Concept(
        name="pregnant",
        topic=_SUFFERER,
        heads="คนท้อง หญิงตั้งครรภ์ สตรีมีครรภ์ pregnant",
        evidence="คนท้อง ท้องแก่ ท้องอยู่ กำลังท้อง ตั้งท้อง มีท้อง ท้องหกเดือน ท้องเจ็ดเดือน ใกล้คลอด pregnant",
    ),
    Concept(
        name="workers_of",
        topic=_SUFFERER,
        heads="คนทำงาน วัยทำงาน ตัวเราเอง ตัวฉันเอง workers",
        evidence="ตัวผม ตัวฉัน ตัวเอง ฉันเอง หนูเอง ผมนี่แหละ คนทำงาน คนขี่มอไซค์ ผัวทำงาน worker myself",
    ),
    Concept(
        name="the_sick",
        topic=_SUFFERER,
        heads="ผู้ป่วย ผู้ป่วยติดเตียง คนป่วย คนพิการ sick",
        evidence="ติดเตียง นอนติดเตียง คนป่วย อัมพาต พิการ หอบหืด เป็นหอบ ฟอกไต sick",
    ),
    Concept(
        name="all_of_us",
        topic=_SUFFERER,
        heads="ทุกคน ทั้งบ้าน everyone",
        evidence="ทั้งบ้าน ทุกคน กันหมด กันทั้งบ้าน โดนกันหมด everyone",
    ),
    Concept(
        name="headman",
        topic=_LEADER,
        heads="กำนัน ผู้ใหญ่บ้าน headman",
        evidence="กำนัน ผู้ใหญ่ ลุงกำนัน headman ผู้ใหญ่บ้าน พ่อหลวง กำนันคนเก่า",
    ),
    Concept(
        name="teacher",
        topic=_LEADER,
        heads="ครู อาจารย์ teacher",
        evidence="ครู คุณครู ผอ อาจารย์ ครูใหญ่ teacher",
    ),
    Concept(
        name="monk",
        topic=_LEADER,
        heads="พระ เจ้าอาวาส monk",
        evidence="หลวงพ่อ หลวงพี่ หลวงตา เจ้าอาวาส ท่านสมภาร พระครู monk",
    ),
    Concept(
        name="youth",
        topic=_LEADER,
        heads="เยาวชน คนรุ่นใหม่ youth",
        evidence="คนรุ่นใหม่ เด็กรุ่นใหม่ วัยรุ่น หนุ่มสาว คนหนุ่ม youth",
    ),
    Concept(
        name="manager",
        topic=_SPEAKER,
        heads="ผู้จัดการโรงงาน เจ้าของโรงงาน ผู้บริหารโรงงาน manager",
        evidence="ผู้จัดการ เจ้าของโรงงาน เจ้าของ เถ้าแก่ นายฝรั่ง นายญี่ปุ่น ผู้บริหาร ซีอีโอ คนในโรงงาน manager",
    ),
    Concept(
        name="mayor",
        topic=_SPEAKER,
        heads="นายกเทศมนตรี นายก mayor",
        evidence="นายก นายกเล็ก นายกเทศบาล ท่านนายก mayor ตัวนายก นายกตัวจริง",
    ),
    Concept(
        name="governor",
        topic=_SPEAKER,
        heads="ผู้ว่าราชการจังหวัด ผู้ว่า governor",
        evidence="ผู้ว่า ท่านผู้ว่า พ่อเมือง เบอร์หนึ่งจังหวัด ใหญ่สุดในจังหวัด ท็อปสุดของจังหวัด governor",
    ),
    Concept(
        name="minister",
        topic=_SPEAKER,
        heads="รัฐมนตรี รัฐบาล minister",
        evidence="รัฐมนตรี นายกรัฐมนตรี นายกใหญ่ minister ท่านรัฐมนตรี คนในรัฐบาล",
    ),
)
