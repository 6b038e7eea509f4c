"""Words of answers: yes and no, degrees, places, units, what is alike."""

# ruff: noqa: E501  they are lists

from typing import Any

LISTS: dict[str, Any] = {
    # A verb of these that stands in the question may be said back: V, ไม่ V, ไม่ได้ V.
    "verbs": """
        ท่วม น้ำท่วม เคย ได้ มี จะ อยาก ต้องการ ชอบ พอใจ รู้จัก รู้ ทราบ เห็นด้วย เห็น เข้าร่วม ร่วม ไป มา ใช้ ทำ กิน ซื้อ ขาย อยู่ เป็น คิด เชื่อ
        เชื่อถือ เชื่อใจ ไว้ใจ ไว้วางใจ รู้สึก ได้ยิน ได้กลิ่น ได้รับ สนใจ ยินดี ยอม ยอมรับ ยินยอม สะดวก กังวล เป็นห่วง ป่วย เจอ พบ พบเจอ สูบ ดื่ม แยก
        แยกขยะ ทิ้ง เลี้ยง ปลอดภัย สะอาด เพียงพอ พอ ดี จำเป็น ควร สามารถ เดือดร้อน รบกวน ร้องเรียน แจ้ง เข้าใจ ไว้ใจได้ เข้าถึง ติดตาม อ่าน ฟัง ดู ปลูก
        จ่าย เช่า ย้าย ทำงาน เรียน สมัคร ช่วย แนะนำ เดินทาง ขับ ออกกำลังกาย แพ้ ไอ นอนหลับ หลับ เปิด ปิด เหม็น ดีขึ้น แย่ลง แก้ แก้ไข ออกมา เข้า รับ เอา
        ง่าย ยาก ถูก แพง มั่นใจ สบาย ภูมิใจ รัก เบื่อ ลำบาก สบายใจ เข้าประชุม ประชุม ไปประชุม พูดคุย คุย คุ้นเคย ตรวจสุขภาพ ตรวจ เสียภาษี คัดแยก คัดแยกขยะ
        เลือกตั้ง โหวต สนับสนุน ไม่สบาย รีไซเคิล บริจาค เสนอ แสดงความเห็น แสดงความคิดเห็น ลงทะเบียน หาย
    """,
    # What one wishes or will do is not how it is: never before an answer.
    "wishes": "อยาก อยากให้ ต้องการ กำลังจะ หวัง หวังว่า สามารถ ควร จะ จะให้ พยายาม กำลัง want hope wish will should need",
    # Words of a degree, for scales. "weak" and "mild" need a label that says the same.
    "degrees": {
        "most": """
            เป็นอย่างมาก มากมาย ฉิบหาย ชิบหาย ชะมัด มากที่สุด ที่สุด มากมาก มากจริง มากเลย เป็นที่สุด สุด สุดสุด สุดเลย มากสุด แบบสุด ขั้นสุด เต็มที่
            อย่างมาก โคตร
        """,
        "very": "มาก เยอะ เยอะเลย เยอะมาก อย่างยิ่ง จัง มากนะ",
        "indeed": "เลย จริง จัด",
        "weak": "พอสมควร ระดับหนึ่ง ระดับนึง บ้าง ในระดับหนึ่ง อยู่บ้าง",
        "mid": "ปานกลาง กลาง กลางกลาง",
        "little": "น้อย เล็กน้อย นิดหน่อย นิดเดียว นิดนึง หน่อย",
        "least": "น้อยที่สุด น้อยมาก น้อยสุด น้อยเลย",
    },
    "middle": """
        ไม่ดีไม่แย่ ไม่ดีไม่ร้าย ไม่ได้ดีไม่ได้แย่ ไม่บวกไม่ลบ ปานกลาง ปานๆ กลางๆ กลาง เฉยๆ เฉย ธรรมดา ทั่วไป ทั่วๆไป งั้นๆ งั้นๆแหละ ก็งั้นๆ กลางๆแหละ
        เฉยๆแหละ เฉยๆนะ ก็เฉยๆ ก็กลางๆ พอปานกลาง ระดับปานกลาง ระดับกลาง ธรรมดาๆ เสยๆ เฉยเมย ชิวๆ_ neutral in_between so_so soso average medium moderate
        moderately middle in_the_middle neither neither_nor normal meh အလယ်အလတ် ပုံမှန် သာမန် ဒီလိုပါပဲ chei_chei choei_choei
    """,
    # What scales are of, in other languages and letters; each group stands on a line.
    "stems": [
        "พอใจ satisfied happy ကျေနပ် phochai phojai pojai porjai pochai phorjai พึงพอใจ",
        "เห็นด้วย agree သဘောတူ henduay hen_duai hendoy hen_dui",
        "ดี good ကောင်း dee",
        "แย่ bad ဆိုး yae yaae",
        "ง่าย easy လွယ်",
        "ยาก hard difficult ခက်",
        "ปลอดภัย safe plodpai plod_phai plotphai လုံခြုံ",
        "สำคัญ important",
        "ไว้วางใจ ไว้ใจ วางใจ trust ယုံကြည် waijai",
        "เชื่อถือ เชื่อ believe chuea ယုံ",
        "มั่นใจ confident",
        "สะดวก convenient",
        "บ่อย often",
        "สะอาด clean sa_aad သန့်ရှင်း",
    ],
    # What denies a stem without a "not": stem=said,said.
    "opposites": [
        "เห็นด้วย=คัดค้าน,ค้าน,ต่อต้าน,แย้ง,เห็นแย้ง,ขัดแย้ง",
        "สนับสนุน=คัดค้าน,ค้าน,ต่อต้าน",
        "ปลอดภัย=อันตราย,น่ากลัว,เสี่ยง",
        "สะอาด=สกปรก,เลอะเทอะ,เน่า",
        "สะดวก=ลําบาก,ยุ่งยาก,ทุลักทุเล",
        "ง่าย=ยาก,ยุ่งยาก",
        "เร็ว=ช้า",
        "พร้อม=ขาดความพร้อม",
        "สําคัญ=ไร้สาระ",
    ],
    # What points of a scale are called by others; each group stands on a line.
    "points": [
        "ไม่เลย ไม่มีเลย ไม่มี not_at_all none",
        """
            เหมือนเดิม เท่าเดิม คงเดิม เหมือนๆเดิม ไม่เปลี่ยน ไม่เปลี่ยนแปลง ไม่ค่อยเปลี่ยน ไม่ต่าง ไม่ต่างจากเดิม ไม่แตกต่าง พอๆเดิม พอๆกับเดิม
            เหมือนเก่า เท่าเก่า คงที่ ทรงๆ ทรงตัว same the_same about_the_same no_change unchanged same_as_before ปกติเหมือนเดิม คือเก่า คือเดิม အတူတူပဲ
            မပြောင်းလဲဘူး
        """,
        "ครึ่งๆ ครึ่งต่อครึ่ง ก้ำกึ่ง ครึ่งครึ่ง",
        "ตลอดเวลา ทั้งวันทั้งคืน ตลอด เป็นประจำ ประจำ เสมอ สม่ำเสมอ always all_the_time constantly",
        "ทุกวัน ทุกวี่ทุกวัน ทุกวันเลย every_day everyday daily",
        "บ่อย บ่อยๆ บ่อยครั้ง often frequently",
        "บางครั้ง บางที เป็นบางครั้ง บางครั้งบางคราว บางวัน sometimes occasionally",
        "นานๆครั้ง นานๆที นานๆ rarely seldom",
        "ไม่เคย ไม่เคยเลย never",
    ],
    # Words that mean the same thing in a town's options; each group stands on a line.
    "synonyms": [
        """
            ประชาชน ชาวบ้าน ชาวบ้านธรรมดา ชาวบ้านทั่วไป ชาวบ้านแถวนี้ คนในพื้นที่ คนพื้นที่ คนแถวนี้ ลูกบ้าน ประชาชนทั่วไป ประชาชนธรรมดา คนธรรมดา คนทั่วไป
            resident residents local_resident
        """,
        """
            ไม่ต้องการให้ติดต่อ ไม่ต้องติดต่อ ไม่ต้องติดต่อมา ไม่ต้องติดต่อกลับ ไม่สะดวกให้ติดต่อ อย่าติดต่อมา อย่าติดต่อ ไม่ให้ติดต่อ ไม่อยากให้ติดต่อ
            do_not_contact_me dont_contact_me no_contact dont_contact please_dont_contact_me
        """,
        "ไม่เคย ไม่เคยเลย บ่เคย ไม่เคยสักครั้ง never not_once",
        "อาศัย อาศัยอยู่ พักอาศัย พักอยู่",
        "กลิ่น กลิ่นเหม็น เหม็น smell odour odor stink bad_smell အနံ့ အနံ့ဆိုး",
        "เสียง เสียงดัง เสียงรบกวน หนวกหู ดัง noise noisy sound loud ဆူညံသံ အသံ",
        "ฝุ่น ฝุ่นละออง dust pm2.5 pm25 ဖုန် ฝุ่นควัน",
        "ควัน ควันดำ ควันพิษ smoke มีควัน မီးခိုး",
        "น้ำเสีย น้ำทิ้ง น้ำเน่า น้ำเน่าเสีย wastewater dirty_water ရေဆိုး คลองเน่า น้ำดำ waste_water",
        "น้ำท่วม ท่วม flood flooding ရေကြီး",
        "ขยะ trash garbage rubbish waste အမှိုက်",
        "รถติด จราจร การจราจร รถเยอะ ติดรถ traffic traffic_jam",
        "อากาศ อากาศเสีย มลพิษทางอากาศ air air_pollution လေထု",
        "น้ำประปา ประปา tap_water",
        "ไฟฟ้า ไฟ electricity power",
        "ถนน ทาง road roads street လမ်း",
        "ไลน์ line ทางไลน์",
        "เฟสบุ๊ก เฟซบุ๊ก เฟส เฟซ facebook fb เฟสบุ๊ค เฟซบุ๊ค",
        "ทีวี โทรทัศน์ tv television โทรทัศ",
        "วิทยุ radio",
        "เสียงตามสาย หอกระจายข่าว ลำโพง",
        "เว็บ เว็บไซต์ เว็ป website web เว็บไซ",
        "โทรศัพท์ โทร phone call telephone",
        "ป้าย ป้ายประกาศ โปสเตอร์ poster sign",
        "หนังสือพิมพ์ newspaper",
        "เพื่อน เพื่อนบ้าน คนข้างบ้าน ข้างบ้าน friends neighbour neighbor neighbours neighbors",
        "ผู้ใหญ่บ้าน ผู้นำชุมชน ผู้นำ กำนัน ประธานชุมชน",
        "ผู้ชาย ชาย male man ผช เพศชาย",
        "ผู้หญิง หญิง female woman ผญ เพศหญิง",
        "รถยนต์ รถเก๋ง เก๋ง รถกระบะ กระบะ รถส่วนตัว car",
        "มอเตอร์ไซค์ มอเตอร์ไซด์ มอไซ มอไซค์ รถเครื่อง จักรยานยนต์ รถจักรยานยนต์ motorbike motorcycle แมงกะไซ มอไซด์ ဆိုင်ကယ်",
        "จักรยาน ปั่นจักรยาน bicycle bike",
        "รถเมล์ รถประจำทาง รถโดยสาร bus รถสองแถว สองแถว รถตู้ ဘတ်စ်ကား",
        "เดิน เดินเท้า walk walking on_foot လမ်းလျှောက်",
        "รถไฟ train",
        "พนักงานโรงงาน คนงาน คนงานโรงงาน ลูกจ้างโรงงาน สาวโรงงาน หนุ่มโรงงาน factory_worker ทำงานโรงงาน",
        """
            ค้าขาย ร้านค้า ผู้ประกอบการ เจ้าของร้าน เจ้าของกิจการ เปิดร้านขายของ เปิดร้านขายของชำ เปิดร้านชำ เปิดร้านอาหาร เปิดร้านกาแฟ เปิดร้านตัดผม
            เปิดร้านเสริมสวย เปิดร้านซ่อมรถ เจ้าของร้านซ่อมรถ ร้านซ่อมรถ ร้านอาหาร ร้านตัดผม แม่ค้าตลาดนัด แม่ค้าตลาด แม่ค้าออนไลน์ ขายหมูปิ้ง
            ขายลอตเตอรี่ ขายหวย ขายเสื้อผ้า ขายกาแฟ ขายขนม ขายไก่ทอด ขายผลไม้ ขายปลา ขายหมู ขายของหน้าบ้าน ขายข้าวมันไก่ ขายอาหารตามสั่ง ขายโจ๊ก มีร้าน
            ขายข้าว ขายข้าวแกง ขายกับข้าว ขายก๋วยเตี๋ยว ขายผัก ขายน้ำ ขายออนไลน์ ขายของออนไลน์ ขายของชำ ขายส้มตำ ขายลูกชิ้น ขายของตลาดนัด ขายของ แม่ค้า
            พ่อค้า ค้าข่าย ขายอาหาร เปิดร้าน ธุรกิจส่วนตัว trader seller vendor
        """,
        "รับจ้าง รับจ้างทั่วไป รับจ้างรายวัน งานรับจ้าง รับเหมา",
        "ข้าราชการ ราชการ รับราชการ เจ้าหน้าที่รัฐ เจ้าหน้าที่ของรัฐ พนักงานราชการ พนักงานของรัฐ civil_servant government_officer",
        "นักเรียน นักศึกษา เรียนหนังสือ เรียนอยู่ student",
        "เกษตรกร ทำนา ทำสวน ทำไร่ เกษตร farmer",
        "แม่บ้าน พ่อบ้าน housewife",
        "ว่างงาน ตกงาน ไม่ได้ทำงาน unemployed",
        "เกษียณ retired",
        "เช่า บ้านเช่า ห้องเช่า เช่าอยู่ หอพัก rent renting rented",
        "เช้า ตอนเช้า ช่วงเช้า เช้าๆ morning in_the_morning early_morning",
        "กลางวัน ตอนกลางวัน เที่ยง daytime",
        "เย็น ตอนเย็น evening",
        "กลางคืน ตอนกลางคืน ดึก ตอนดึก ดึกๆ ช่วงดึก ช่วงกลางคืน กลางดึก night at_night ည ညဘက်",
        "ทุกวัน ทุกวี่ทุกวัน every_day daily everyday",
        "อื่นๆ อื่น อย่างอื่น other others something_else else အခြား",
        "ไม่มี ไม่มีเลย ไม่มีสักอย่าง none nothing none_of_these none_of_them မရှိ မရှိဘူး မရှိပါ",
        "อีเมล อีเมล์ email e_mail เมล์ เมล",
        "สัปดาห์ละครั้ง อาทิตย์ละครั้ง อาทิตย์ละหน สัปดาห์ละหน อาทิตย์ละรอบ ทุกอาทิตย์ ทุกสัปดาห์ อาทิตย์ละที weekly once_a_week every_week",
        "เดือนละครั้ง เดือนละหน เดือนละรอบ เดือนละที ทุกเดือน monthly once_a_month every_month",
        "ปีละครั้ง ปีละหน ปีละรอบ ทุกปี yearly once_a_year every_year",
        "นานๆครั้ง นานๆที นานๆหน นานที นานทีปีหน rarely seldom hardly_ever",
        "รถบรรทุก รถสิบล้อ สิบล้อ truck trucks",
        "เงินสด สด cash จ่ายสด",
        "สุขภาพ health",
        "สวนสาธารณะ สวน park parks",
        "ตลาด market ตลาดนัด",
        "โรงพยาบาล รพ hospital",
        "โรงพยาบาลเอกชน รพเอกชน โรงบาลเอกชน private_hospital",
        "โรงเรียน รร school",
        "วัด temple",
        "งาน มีงาน การงาน jobs job work",
        "อาชญากรรม โจร ขโมย crime",
        "เจ้าหน้าที่ staff officer เจ้าหน้าที่เทศบาล",
        "เทศบาล municipality",
        "โรงงาน factory factories စက်ရုံ",
        "น้ำ water ရေ",
        "ต้นไม้ tree trees",
    ],
    # Units, by what they measure; only the asked one may follow a number.
    "units": [
        "ปี ขวบ pee pi years year yrs yr နှစ်",
        "เดือน months month mo လ",
        "สัปดาห์ อาทิตย์ weeks week",
        "วัน days day ရက်",
        "ชั่วโมง ชม ชม. ช.ม. hours hour hrs hr နာရီ ชั่วโม",
        "นาที minutes minute mins min မိနစ်",
        "วินาที seconds",
        "คน kon khon ท่าน ชีวิต persons person people ယောက် ဦး members member",
        "ครั้ง khrang krang หน รอบ ที times time ကြိမ် ခါ เที่ยว",
        "บาท ฿ baht thb ဘတ် บาด",
        "กิโล กิโลเมตร กม กม. กิโลเมต km kilometres kilometers kilometre kilometer ကီလိုမီတာ โล",
        "เมตร metres meters metre meter ม. m",
        "เซนติเมตร เซนติเมต เซ็นติเมตร เซน ซม ซม. cm centimetres centimeters",
        "กก กก. กิโลกรัม kg kilos kilo",
        "ไร่ rai",
        "ลิตร litres liters litre liter",
        "ตัว",
        "คัน cars",
        "หลัง houses",
        "แห่ง ที่ places",
        "ใบ",
        "ต้น trees",
        "ห้อง rooms room",
        "ถุง bags bag",
        "ขวด bottles",
        "แก้ว glasses cups",
        "มวน",
        "เปอร์เซ็นต์ เปอร์เซ็น % percent pct",
        "คะแนน points",
        "ชั้น floors",
        "ร้าน shops",
        "เรื่อง",
        "คืน nights night",
        "เข็ม โดส doses",
        "ดวง",
        "เครื่อง",
        "กล่อง boxes",
        "มื้อ meals",
        "ชิ้น",
        "อัน",
        "ชุด",
        "กระสอบ",
        "ฟอง",
        "ฉบับ",
    ],
    # Of these units people say halves; of people or visits nobody does.
    "halves": """
        คะแนน score rating points ปี ขวบ เดือน สัปดาห์ อาทิตย์ วัน ชั่วโมง ชม นาที กิโล กิโลเมตร กม เมตร กก กิโลกรัม ไร่ ลิตร เปอร์เซ็นต์ % บาท ราคา
        ระยะทาง น้ำหนัก ส่วนสูง อุณหภูมิ นาน years year months month weeks week days hours hour minutes km kilometres kilometers metres meters kg rai
        litres liters percent baht long distance far weigh နှစ် နာရီ ကီလိုမီတာ
    """,
    # Words of labels that tell no option from another.
    "label_words": """
        อ้อมน้อย กระทุ่มแบน สมุทรสาคร ชุมชน หมู่บ้าน the and for with from not very other have has more than most all any are was มาก น้อย เลย ครั้ง คน ปี
        บาท เดือน ที่ ใน จาก ของ การ ความ เป็น ไม่ ไม่มี ขึ้นไป ต่ำกว่า มากกว่า น้อยกว่า ถึง ระหว่าง people times years days per once in live work here
        run years month week
    """,
    # Options by their place.
    "first": """
        อันแรก ข้อแรก ตัวแรก ตัวเลือกแรก แรก อันบน อันบนสุด บนสุด ข้อบน ข้อบนสุด ตัวบน ตัวบนสุด อันข้างบน อันที่แรก first the_first the_first_one
        first_one first_option the_first_option 1st the_top_one top_one ပထမ ပထမတစ်ခု ပထမဟာ
    """,
    # And the last of them.
    "last": """
        อันสุดท้าย ข้อสุดท้าย ตัวสุดท้าย ตัวเลือกสุดท้าย สุดท้าย อันล่างสุด ล่างสุด ข้อล่างสุด ตัวล่างสุด อันท้าย อันท้ายสุด ท้ายสุด last the_last
        the_last_one last_one last_option the_last_option the_bottom_one bottom_one နောက်ဆုံး နောက်ဆုံးတစ်ခု နောက်ဆုံးဟာ
    """,
    # The middle one of an odd number.
    "middle_place": "อันกลาง ข้อกลาง ตัวกลาง อันตรงกลาง ตรงกลาง the_middle_one middle_one",
    # The last but one.
    "last_but_one": "รองสุดท้าย อันรองสุดท้าย ข้อรองสุดท้าย second_to_last",
    # Ways to refuse, which an option "prefer not to say" takes for itself.
    "refusals": """
        ไม่ประสงค์ระบุ ไม่ประสงค์จะระบุ ไม่สะดวกระบุ ไม่สะดวกบอก ไม่ประสงค์จะบอก ไม่ตอบ ไม่ขอตอบ ไม่อยากตอบ ขอไม่ตอบ ไม่ประสงค์ตอบ ไม่ประสงค์จะตอบ ไม่สะดวกตอบ ไม่ต้องการตอบ ไม่ระบุ ไม่ขอระบุ ไม่ต้องการระบุ ไม่อยากบอก ไม่บอก
        ไม่ขอบอก prefer_not_to_say i_prefer_not_to_say rather_not_say prefer_not_to_answer id_rather_not_say မဖြေလိုပါ
    """,
    # Nought, of people or things.
    "nothing": "ยังไม่มี ไม่มี ไม่มีเลย ไม่มีสักคน ไม่มีใคร none zero ไม่มีค่ะ nobody မရှိ မရှိဘူး မရှိပါ",
    # Nought, of times.
    "no_times": """
        ยังไม่เคย ยังไม่เคยไป ยังไม่เคยเลย ยังไม่ได้ไป บ่เคย บ่เคยไป ไม่เคยได้ ไม่เคย ไม่เคยเลย ไม่เคยไป ไม่เคยไปเลย ไม่เคยสักครั้ง ไม่เคยเข้าร่วม
        ไม่ได้ไป ไม่ได้ไปเลย never never_been none not_once
    """,
    # What one meant to do is not what one did.
    "intended": """
        อยาก อยากให้ คิดจะ คิดว่าจะ เคยคิด เคยคิดจะ เคยคิดว่าจะ ตั้งใจ ตั้งใจจะ ตั้งใจว่าจะ กะจะ กะว่าจะ ว่าจะ เกือบ เกือบจะ เกือบได้ ขอให้ ควร น่าจะ want
        wanted thought planned wish
    """,
    # Said of a thing that is not the one meant.
    "slight": "ไม่เท่าไหร่ ไม่เท่าไร ไม่ค่อย ไม่ค่อยมี ไม่หนัก ไม่มาก ไม่เยอะ พอทน พอทนได้ ทนได้ นิดหน่อย เล็กน้อย นิดเดียว น้อย a_little not_much",
    # Of a time before the one asked about.
    "long_ago": """
        นาน นานแล้ว นานมาแล้ว มานาน มานานแล้ว เมื่อก่อน แต่ก่อน สมัยก่อน ก่อน ปีก่อน ปีที่แล้ว หลายปี หลายปีแล้ว สมัย ตอนเด็ก long_ago ago years before
    """,
    # They ask for more than a yes or a no.
    "open_asks": """
        อะไร คืออะไร อะไรบ้าง อัลไล อาราย ทำไม ทำมัย ยังไง ยังงัย ไง อย่างไร ที่ไหน ไหน ใคร เมื่อไร เมื่อไหร่ เท่าไร เท่าไหร่ กี่ แปลว่า หมายถึง
        หมายความว่า ถามทำไม เพื่ออะไร อีหยัง หยัง ไส what why who where when which how ဘာ ဘာလဲ ဘယ် ဘာကြောင့် ဘယ်လို
    """,
    # The shorter word for one of the verbs.
    "shorter": """
        กังวล=ห่วง ร้องเรียน=ร้อง สนใจ=สน ทำงาน=ทำ เข้าร่วม=ไป คัดแยก=แยก แยกขยะ=แยก คัดแยกขยะ=แยก ได้รับ=ได้ รู้จัก=รู้ ตรวจสุขภาพ=ตรวจ ไว้วางใจ=ไว้ใจ
        เป็นห่วง=ห่วง ออกกำลังกาย=ออก แสดงความคิดเห็น=แสดง เสนอแนะ=เสนอ สูบ=ดูด
    """,
    # So often was something done that it was done; for "ever".
    "times_been": """
        บ่อย บ่อยมาก บ่อยๆ บ่อยเลย บ่อยครั้ง บ่อยอยู่ ประจำ เป็นประจำ ตลอด ตลอดเวลา ทุกครั้ง ทุกรอบ ทุกหน ทุกที ทุกงาน ทุกปี ทุกเดือน ทุกวัน หลายครั้ง
        หลายครั้งแล้ว หลายรอบ หลายรอบแล้ว หลายหน หลายที ครั้งเดียว ครั้งนึง ครั้งหนึ่ง หนนึง หนเดียว รอบเดียว รอบนึง สองครั้ง สองหน สองรอบ สามครั้ง
        สองสามครั้ง 1ครั้ง 2ครั้ง 3ครั้ง 4ครั้ง 5ครั้ง 2รอบ 3รอบ ครั้งสองครั้ง เป็นบางครั้ง บางครั้ง นานๆที นานๆครั้ง นานๆหน นับไม่ถ้วน เป็นสิบครั้ง
        เป็นสิบรอบ เป็นร้อยครั้ง once twice once_or_twice many_times several_times a_few_times lots_of_times often very_often all_the_time every_time
        sometimes a_couple_of_times just_once only_once always
    """,
    # For what is done by habit.
    "times_done": "ประจำ เป็นประจำ ตลอด ทุกวัน ทุกครั้ง ทุกรอบ ทุกที ตลอดเวลา always every_day every_time all_the_time",
    # Of an age that is asked for.
    "reached": "ถึง ถึงแล้ว ถึงนานแล้ว เกิน เกินแล้ว เกินมานานแล้ว เกินไปเยอะ เกินครับ ครบ ครบแล้ว เลยแล้ว เลยมานานแล้ว",
    "not_reached": "ยัง ยังเลย ยังไม่ ไม่ถึง ยังไม่ถึง ยังไม่ครบ ไม่ครบ ยังไม่เกิน ไม่เกิน ไม่ถึงเลย not_yet",
    # To what one is asked to want.
    "wanted": "อยาก อยากให้มี อยากมี อยากได้ อยากให้ อยากให้ทำ อยากสิ เอา เอาสิ ต้องการให้มี ต้องการมี",
    "unwanted": "ไม่อยาก ไม่อยากให้มี ไม่อยากมี ไม่อยากได้ ไม่อยากให้ ไม่เอา ไม่ต้อง ไม่ต้องมี ไม่ต้องการให้มี ไม่ต้องหรอก",
    # Other verbs that do what a verb of the question does: asked=said,said.
    "kindred": """
        ร้องเรียน=แจ้ง,ร้อง,ร้องทุกข์,ฟ้อง,โทร,โทรแจ้ง,โทรไป,โทรหา,ไปแจ้ง,ไปร้อง,ไปร้องเรียน,โทรไปแจ้ง,โทรไปร้องเรียน,โทรร้องเรียน,เขียนจดหมาย,เขียนร้องเรียน,ทำหนังสือ,แจ้งเทศบาล,แจ้งโรงงาน,แจ้งผู้ใหญ่บ้าน,โทรแจ้งเทศบาล,โทรหาเทศบาล,ไปเทศบาล,แจ้งทางไลน์,ส่งเรื่อง
        แจ้ง=บอก,ประกาศ,ติดป้าย,ส่งจดหมาย,มาบอก,มาแจ้ง,ส่งข่าว,แจ้งข่าว,ชี้แจง,มาชี้แจง,ติดประกาศ ได้ยิน=ได้ข่าว,ได้ยินข่าว,รู้จัก,ได้ฟัง,ฟัง
        เข้าร่วม=ไปฟัง,ไปนั่งฟัง,ไปนั่ง,ไปร่วม,ไปงาน,มาร่วม,ไปประชุม ประชุม=ไปฟัง,ไปนั่งฟัง,ไปนั่ง,ไปร่วม สนใจ=อยากไป,อยากเข้าร่วม,อยากร่วม,อยากทำ,อยากรู้
        ได้กลิ่น=เหม็น,มีกลิ่น เจอ=พบ,เห็น พบ=เจอ,เห็น รบกวน=มีเสียง,หนวกหู,ดัง ดื่ม=กิน,แดก,ซด กิน=แดก ป่วย=ไม่สบาย,เจ็บป่วย
    """,
    # Said where nothing is kept apart.
    "mixed": "ทิ้งรวม ทิ้งรวมกัน ทิ้งรวมกันหมด ทิ้งรวมหมด เทรวม เทรวมกัน รวมกันหมด ทิ้งรวมๆ ทิ้งลงถังเดียว ทิ้งถังเดียวกัน รวมหมด",
    # How often; with "nearly" or "every" before it, of a day, a night, a time.
    "now_and_then": """
        บ้าง อยู่บ้าง บ้างนิดหน่อย บางวัน เป็นบางวัน บางคืน บางครั้ง เป็นบางครั้ง บางที บางช่วง เป็นบางช่วง เป็นช่วงๆ เป็นพักๆ บางเวลา เป็นบางเวลา นานๆที
        นานๆครั้ง นานๆหน ประปราย นิดหน่อย เล็กน้อย บ่อย บ่อยๆ บ่อยมาก บ่อยเลย บ่อยครั้ง บ่อยสุดๆ เรื่อยๆ หลายครั้ง หลายรอบ หลายวัน เยอะ เยอะมาก
        ครั้งสองครั้ง สองสามครั้ง ครั้งเดียว ทั้งวัน ทั้งคืน ทั้งวันทั้งคืน วันเว้นวัน sometimes often very_often a_lot every_now_and_then now_and_then
        once_in_a_while occasionally from_time_to_time most_days most_nights every_day everyday every_night every_morning every_evening every_week
        a_few_times many_times once twice all_the_time daily nightly အမြဲတမ်း အမြဲ ခဏခဏ နေ့တိုင်း ညတိုင်း တစ်ခါတစ်လေ တခါတလေ တစ်ခါတလေ မကြာခဏ
    """,
}
