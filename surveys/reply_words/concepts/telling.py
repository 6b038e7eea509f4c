"""Whom one tells of a trouble, who should act on it, what one does oneself, and why one trusts or does not."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_TELL = "tell"
_ACTOR = "actor"
_COPING = "coping"
_TRUST = "trust_reason"

CONCEPTS = (
    Concept(
        name="municipality",
        topic=_TELL,
        heads="เทศบาล อบต หน่วยงานท้องถิ่น สำนักงานเทศบาล municipality town_hall local_government စည်ပင်",
        evidence="""
            เทศบาล เทสบาล เทศบาน โทรเทศบาล โทรหาเทศบาล แจ้งเทศบาล ไปเทศบาล บอกเทศบาล ร้องเทศบาล เขียนคำร้องที่เทศบาล อบต แจ้งอบต นายก นายกเทศมนตรี ทักนายก บอกนายก สท สมาชิกสภาเทศบาล บอกสท กองช่าง กองสาธารณสุข กองสวัสดิการ สำนักงานเทศบาล
            ปลัดเทศบาล แจ้งสำนักงานเขต ยื่นคำร้อง ยื่นเรื่องที่เทศบาล municipality town_hall mayor councillor စည်ပင်သာယာ မြို့တော်ဝန် นายกเล็ก ปลัด เคาน์เตอร์เทศบาล
        """,
    ),
    Concept(
        name="village_head",
        topic=_TELL,
        heads="ผู้ใหญ่บ้าน กำนัน ผู้นำชุมชน ประธานชุมชน village_head community_leader ရပ်ကွက်ခေါင်းဆောင်",
        evidence="""
            ผู้ใหญ่บ้าน บอกผู้ใหญ่ บอกผู้ใหญ่บ้าน แจ้งผู้ใหญ่ โทรหาผู้ใหญ่ ไปหาผู้ใหญ่ กำนัน บอกกำนัน ประธานชุมชน บอกประธาน ประธานหมู่บ้าน ผู้นำชุมชน หัวหน้าชุมชน กรรมการชุมชน ผู้ช่วยผู้ใหญ่ พ่อหลวง แม่หลวง พ่อใหญ่บ้าน บอกในกลุ่มหมู่บ้าน
            village_head headman kamnan community_leader ရပ်ကွက်လူကြီး သူကြီး ผู้ใหญ่ ผญบ ลุงกำนัน บ้านผู้ใหญ่ วิ่งไปบ้านผู้ใหญ่ ไปบ้านผู้ใหญ่ เดินไปบ้านผู้ใหญ่ บอกลุงผู้ใหญ่ ลุงผู้ใหญ่
        """,
    ),
    Concept(
        name="estate_office",
        topic=_TELL,
        heads="นิติบุคคล เจ้าของหอ ผู้ดูแลหอพัก juristic_office landlord အိမ်ရှင်",
        evidence="นิติ นิติบุคคล บอกนิติ แจ้งนิติ นิติหมู่บ้าน นิติคอนโด เจ้าของหอ บอกเจ้าของหอ ป้าเจ้าของหอ เจ๊หอ คนดูแลหอ ผู้ดูแลหอ เจ้าของบ้านเช่า เจ้าของห้อง บอกยาม รปภหน้าหมู่บ้าน landlord juristic_office caretaker အိမ်ရှင် အဆောင်ပိုင်ရှင်",
    ),
    Concept(
        name="health_volunteer",
        topic=_TELL,
        heads="อสม อาสาสมัคร อนามัย รพสต โรงพยาบาล health_volunteer clinic hospital ဆေးခန်း",
        evidence="อสม บอกอสม พี่อสม ป้าอสม หมออนามัย อนามัย รพสต บอกหมอ ไปหาหมอ ปรึกษาหมอ โรงพยาบาลส่งเสริม โรงบาล พยาบาล คลินิก สาธารณสุข สาธารณสุขอำเภอ health_volunteer clinic doctor hospital ဆေးခန်း ဆရာဝန်",
    ),
    Concept(
        name="police",
        topic=_TELL,
        heads="ตำรวจ สถานีตำรวจ police ရဲ",
        evidence="ตำรวจ ตำรวด แจ้งตำรวจ บอกตำรวจ โทร191 191 โรงพัก ไปโรงพัก ลงบันทึกประจำวัน แจ้งความ สายตรวจ ร้อยเวร หนึ่งเก้าหนึ่ง police police_station call_the_police ရဲ ရဲစခန်း ရဲတိုင် ป้อมตำรวจ สารวัตร",
    ),
    Concept(
        name="pollution_control",
        topic=_TELL,
        heads="กรมควบคุมมลพิษ สิ่งแวดล้อมจังหวัด หน่วยงานสิ่งแวดล้อม สำนักงานสิ่งแวดล้อม pollution_control environment_office",
        evidence="กรมควบคุมมลพิษ ควบคุมมลพิษ คพ กรมมลพิษ โทร1650 1650 สายด่วน1650 สิ่งแวดล้อมจังหวัด ทสจ กรมสิ่งแวดล้อม สิ่งแวดล้อมภาค กระทรวงทรัพยากร กรมเจ้าท่า เจ้าท่า ชลประทาน pollution_control_department environment_department",
    ),
    Concept(
        name="industry_office",
        topic=_TELL,
        heads="อุตสาหกรรมจังหวัด กรมโรงงาน การนิคม กนอ industrial_office estate_authority",
        evidence="อุตสาหกรรมจังหวัด สำนักงานอุตสาหกรรม กรมโรงงาน กรมโรงงานอุตสาหกรรม การนิคม กนอ แจ้งอุตสาหกรรม กระทรวงอุตสาหกรรม โทร1564 1564 นิคม สำนักงานนิคม ดีไอดับเบิลยู industrial_works provincial_industry estate_office",
    ),
    Concept(
        name="factory",
        topic=_TELL,
        heads="โรงงาน ผู้ประกอบการ โรงงานโดยตรง factory company စက်ရုံ",
        evidence="""
            บอกโรงงาน แจ้งโรงงาน โทรไปโรงงาน โทรเข้าโรงงาน ไปหน้าโรงงาน ไปโวยหน้าโรงงาน บอกยามโรงงาน ยามหน้าโรงงาน ป้อมยามโรงงาน คุยกับผู้จัดการ คุยกับเจ้าของโรงงาน บอกเถ้าแก่โรงงาน เจ้าของโรงงาน ประชาสัมพันธ์โรงงาน ไปเคาะโรงงาน
            ไปด่าถึงโรงงาน บอกเจ้าของเขาเลย ไปถามเขาเลย ซีเอสอาร์โรงงาน tell_the_factory factory_manager factory_gate စက်ရုံကိုပြော သူဌေးကိုပြော ป้อมยาม ยามโรงงาน ผู้จัดการ ผู้จัดการโรงงาน เดินไปหน้าโรงงาน คุยกะผู้จัดการ คุยกับเถ้าแก่
            ฝ่ายบุคคลโรงงาน ไปที่โรงงานเลย ถึงโรงงาน โทรหาโรงงาน
        """,
    ),
    Concept(
        name="employer",
        topic=_TELL,
        heads="นายจ้าง หัวหน้างาน ที่ทำงาน employer boss foreman အလုပ်ရှင်",
        evidence="หัวหน้า บอกหัวหน้า หัวหน้างาน โฟร์แมน โฟแมน นายจ้าง บอกนาย เถ้าแก่ บอกเถ้าแก่ ฝ่ายบุคคล เอชอาร์ จป เจ้านาย ล่าม บอกล่าม สหภาพ สวัสดิการแรงงาน boss employer foreman hr supervisor interpreter အလုပ်ရှင် ခေါင်းဆောင် စကားပြန်",
    ),
    Concept(
        name="district",
        topic=_TELL,
        heads="อำเภอ จังหวัด ผู้ว่า นายอำเภอ district province governor",
        evidence="อำเภอ ไปอำเภอ นายอำเภอ ปลัดอำเภอ ผู้ว่า ถึงผู้ว่า ศาลากลาง ร้องจังหวัด จังหวัด ทำหนังสือถึงผู้ว่า ส่งหนังสือไปจังหวัด district_office governor province",
    ),
    Concept(
        name="ombudsman",
        topic=_TELL,
        heads="ศูนย์ดำรงธรรม ศูนย์ร้องเรียน damrongdhama complaint_centre",
        evidence="ศูนย์ดำรงธรรม ดำรงธรรม 1567 โทร1567 ศูนย์ร้องทุกข์ ศูนย์รับเรื่อง ผู้ตรวจการแผ่นดิน ร้องทำเนียบ ทำเนียบ 1111 โทร1111 สายด่วนรัฐบาล ศาลปกครอง complaint_centre ombudsman",
    ),
    Concept(
        name="hotline",
        topic=_TELL,
        heads="สายด่วน โทรสายด่วน แอปร้องเรียน ทราฟฟี่ hotline app call_centre",
        evidence="สายด่วน โทรสายด่วน โทรคอลเซ็นเตอร์ แอปแจ้งเรื่อง แอปร้องเรียน ทราฟฟี่ฟองดูว์ ทราฟฟี่ ทราฟี่ แจ้งในแอป กดแจ้งในแอป ไลน์โอเอเทศบาล ไลน์เทศบาล สแกนคิวอาร์แจ้ง สแกนแจ้ง แจ้งแชทบอท hotline traffy call_centre report_app ဟော့လိုင်း",
    ),
    Concept(
        name="media",
        topic=_TELL,
        heads="สื่อ สื่อมวลชน นักข่าว media press journalists မီဒီယာ",
        evidence="""
            นักข่าว สื่อ สื่อมวลชน ส่งข่าว แจ้งนักข่าว เรียกนักข่าว บอกนักข่าว ออกทีวี ออกข่าว โหนกระแส สายไหมต้องรอด เพจสายไหม เพจอีจัน หมายจับ ส่งคลิปให้ข่าว ช่อง3 ช่อง7 ไทยรัฐ ร้องสื่อ journalist reporter tv_station news မီဒီယာ သတင်းထောက်
            สรยุทธ์ เพจดัง ช่องวัน ไทยพีบีเอส
        """,
    ),
    Concept(
        name="social_media",
        topic=_TELL,
        heads="โซเชียล โพสต์ เฟซบุ๊ก สื่อออนไลน์ social_media facebook_post online ဖေ့စ်ဘွတ်",
        evidence="""
            โพส โพสต์ โพสเฟส โพสลงเฟส โพสต์ลงกลุ่ม ลงเฟส ลงกลุ่ม ลงเพจ ลงติ๊กต๊อก ถ่ายคลิป ถ่ายคลิปลง อัดคลิปลง ไลฟ์สด ประจาน แฉ โพสประจาน แท็กเพจ ทวิต บ่นในเฟส บ่นในกลุ่ม ทักเพจ ส่งเพจ แชร์ให้คนรู้ ระบายในเฟส
            post_it_online facebook_post go_live make_a_clip tag ဖေ့စ်ဘွတ်မှာတင် ပို့စ်တင်
        """,
    ),
    Concept(
        name="neighbours",
        topic=_TELL,
        heads="เพื่อนบ้าน คนในชุมชน คนรู้จัก neighbours friends အိမ်နီးချင်း",
        evidence="""
            ข้างบ้าน บอกข้างบ้าน บ่นกับข้างบ้าน คุยกันเอง บ่นกันเอง บ่นกันในซอย คุยกับเพื่อน เพื่อนบ้าน เพื่อน บอกเพื่อน คนในซอย คนแถวบ้าน เล่าให้เพื่อนฟัง รวมตัวกัน ชวนกันไป ลงชื่อกัน ล่ารายชื่อ เว้ากันเอง อู้กั๋นเอง neighbours friends
            each_other petition အိမ်နီးချင်း သူငယ်ချင်း ปรึกษาเพื่อนบ้าน คุยกับเพื่อนบ้าน คนข้างบ้าน
        """,
    ),
    Concept(
        name="family",
        topic=_TELL,
        heads="ครอบครัว คนในบ้าน ญาติ family relatives မိသားစု",
        evidence="บอกลูก บอกผัว บอกเมีย บอกแฟน บ่นกับผัว บ่นกับเมีย บ่นให้ลูกฟัง ให้ลูกแจ้ง ให้หลานแจ้ง ให้ลูกโทร ลูกโทรให้ บอกพ่อ บอกแม่ คนที่บ้าน พี่น้อง ญาติ family my_husband my_wife my_children မိသားစု",
    ),
    Concept(
        name="temple",
        topic=_TELL,
        heads="วัด พระ เจ้าอาวาส temple monk",
        evidence="หลวงพ่อ บอกหลวงพ่อ บอกพระ เจ้าอาวาส ที่วัด ปรึกษาหลวงพ่อ พระท่าน พระอาจารย์ โต๊ะอิหม่าม temple monk abbot ဘုန်းကြီး",
    ),
    Concept(
        name="politician",
        topic=_TELL,
        heads="สส นักการเมือง ผู้แทน mp politician",
        evidence="สส สสในพื้นที่ บอกสส ผู้แทน หาผู้แทน นักการเมือง สจ ทีมงานสส หัวคะแนน mp politician representative",
    ),
    Concept(
        name="ngo",
        topic=_TELL,
        heads="มูลนิธิ องค์กรเอกชน เอ็นจีโอ ngo foundation",
        evidence="มูลนิธิ เอ็นจีโอ องค์กรเอกชน มูลนิธิบูรณะนิเวศ กรีนพีซ กลุ่มอนุรักษ์ กลุ่มรักษ์คลอง ศูนย์ช่วยเหลือแรงงาน เครือข่ายแรงงาน ทนาย ทนายความ สถานทูต ngo foundation lawyer embassy သံရုံး အန်ဂျီအို",
    ),
    Concept(
        name="nobody",
        topic=_TELL,
        heads="ไม่บอกใคร ไม่แจ้งใคร ไม่ได้แจ้ง ไม่ทำอะไร nobody no_one do_nothing ဘယ်သူ့ကိုမှ ไม่ไปหาใคร ไม่หาใคร ทนเอา ไม่ปรึกษาใคร",
        evidence="""
            ไม่บอกใคร ไม่ได้บอกใคร ไม่แจ้งใคร ไม่ได้แจ้งใคร ไม่ได้แจ้ง ไม่รู้จะบอกใคร ไม่รู้จะแจ้งใคร ไม่รู้จะแจ้งที่ไหน ไม่รู้จะไปบอกใคร บอกไปก็เท่านั้น แจ้งไปก็เท่านั้น พูดไปก็เท่านั้น ทนเอา ทนๆไป ปล่อยไป ปล่อยมันไป ช่างมัน เก็บไว้คนเดียว
            อยู่เฉยๆ เงียบๆไว้ บ่นคนเดียว ไม่อยากมีเรื่อง บ่บอกไผ บ่ฮู้สิบอกไผ บ่เว้า ทนเอาเด้อ ไม่กล้าบอก told_nobody no_one keep_quiet just_put_up_with_it ဘယ်သူ့ကိုမှမပြော သည်းခံ เก็บเงียบ เก็บเงียบไว้คนเดียว ไม่ไปกวนใคร ไม่กวนใคร
            พูดไปใครจะฟัง บอกไปใครจะฟัง ปิดปาก ไม่พูด ก้มหน้าทน ไม่ยุ่งกับใคร เฉยไว้
        """,
    ),
    Concept(
        name="municipality",
        topic=_ACTOR,
        heads="เทศบาล อบต ท้องถิ่น municipality local_government town_hall စည်ပင်",
        evidence="เทศบาล เทสบาล นายก นายกเทศมนตรี อบต สท ท้องถิ่น กองช่าง คนของเทศบาล คนเก็บภาษีเรา เสียภาษีให้เทศบาล หน้าที่เทศบาล เรื่องของเทศบาล เลือกนายกมา municipality mayor town_hall စည်ပင်သာယာ",
    ),
    Concept(
        name="government",
        topic=_ACTOR,
        heads="รัฐบาล ภาครัฐ หน่วยงานรัฐ ราชการ รัฐ government state ministry အစိုးရ",
        evidence="""
            รัฐบาล ภาครัฐ ราชการ หน่วยงานรัฐ กระทรวง นายกรัฐมนตรี รัฐมนตรี กรมโรงงาน กรมควบคุมมลพิษ ผู้ว่า จังหวัด อำเภอ ของหลวง เจ้าหน้าที่รัฐ คนมีอำนาจ ข้างบน ส่วนกลาง government state ministry authorities အစိုးရ รัฐ หลวง กรม หน่วยงานราชการ
            ลุงตู่
        """,
    ),
    Concept(
        name="factories",
        topic=_ACTOR,
        heads="โรงงาน ผู้ประกอบการ ภาคเอกชน บริษัท factories industry companies business စက်ရုံ",
        evidence="""
            โรงงาน โรงงานเอง เจ้าของโรงงาน เถ้าแก่ นายทุน ผู้ประกอบการ บริษัท คนปล่อย คนทำสกปรก ใครปล่อยคนนั้นแก้ ใครทำคนนั้นรับผิดชอบ ต้นเหตุ คนก่อเรื่อง คนรวย ภาคเอกชน โฮงงาน factory factories owners polluter စက်ရုံပိုင်ရှင် စက်ရုံတွေ
            ใครทำคนนั้น ใครก่อคนนั้น ใครปล่อยก็คนนั้น คนที่ปล่อย คนที่ทำ ใครปล่อยคนนั้นจ่าย คนทำต้องจ่าย ใครทำก็ต้องรับ คนก่อ
        """,
    ),
    Concept(
        name="residents",
        topic=_ACTOR,
        heads="ประชาชน ชาวบ้าน คนในชุมชน ชุมชน ตัวเราเอง residents people community citizens ပြည်သူ",
        evidence="""
            ชาวบ้าน คนในชุมชน คนแถวนี้ พวกเรา พวกเรากันเอง เราเอง ตัวเราเอง เริ่มที่ตัวเรา เริ่มจากตัวเอง บ้านใครบ้านมัน คนละไม้คนละมือ คนทิ้ง คนทิ้งขยะ ประชาชน ลูกบ้าน ไทบ้าน เฮานี่ล่ะ หมู่เฮา คนในซอย residents villagers ourselves ပြည်သူ
            ရပ်ကွက်လူ พี่น้องในซอย พี่น้องเรา พวกเราเอง คนบ้านเดียวกัน เพื่อนในซอย พวกกันเอง คนในหมู่บ้าน ดมนำกัน เห็นนำกัน คนกันเอง
        """,
    ),
    Concept(
        name="everyone",
        topic=_ACTOR,
        heads="ทุกฝ่าย ทุกคน ร่วมกัน everyone all_together all_sides အားလုံး",
        evidence="""
            ทุกคน ทุกฝ่าย ทุกภาคส่วน ช่วยกัน ช่วยกันทุกคน ต้องช่วยกัน ร่วมมือกัน ร่วมกัน ด้วยกันหมด ทั้งโรงงานทั้งชาวบ้าน ทั้งสองฝ่าย คนละครึ่งทาง หันหน้าคุยกัน ซ่อยกัน ฮ่วมกั๋น จ้วยกั๋น everyone everybody all_of_us together both_sides
            အားလုံး လူတိုင်း အတူတူ คนละไม้คนละมือ ทั้งหมดนั่นแหละ ทุกคนแหละ
        """,
    ),
    Concept(
        name="police_law",
        topic=_ACTOR,
        heads="ตำรวจ เจ้าหน้าที่กฎหมาย ศาล police courts law ရဲ",
        evidence="ตำรวจ โรงพัก กฎหมาย ศาล จับปรับ สายตรวจ ทหาร ฝ่ายปกครอง police law courts ရဲ တရားရုံး",
    ),
    Concept(
        name="leaders",
        topic=_ACTOR,
        heads="ผู้นำชุมชน ผู้ใหญ่บ้าน กำนัน community_leaders village_head ခေါင်းဆောင်",
        evidence="ผู้ใหญ่บ้าน กำนัน ประธานชุมชน ผู้นำ ผู้นำชุมชน กรรมการชุมชน กรรมการหมู่บ้าน นิติ คนแก่คนเฒ่า พ่อหลวง leaders headman committee ရပ်ကွက်လူကြီး",
    ),
    Concept(
        name="experts",
        topic=_ACTOR,
        heads="นักวิชาการ มหาวิทยาลัย ผู้เชี่ยวชาญ experts university researchers ပညာရှင် อาจารย์ นักวิจัย",
        evidence="""
            นักวิชาการ มหาลัย มหาวิทยาลัย อาจารย์ นักวิจัย ผู้เชี่ยวชาญ คนมีความรู้ หมอ คนกลาง วิศวกร experts academics university researchers scientists ပညာရှင် อาจารย์มหาลัย อาจารย์จากมหาลัย ด็อกเตอร์ ดร มหาลัยมาวัด มาตักน้ำไปตรวจ
            เอาน้ำไปตรวจ มีหลักมีฐาน มีเครื่องมือ คนที่เรียนมา ผู้รู้
        """,
    ),
    Concept(
        name="schools_temples",
        topic=_ACTOR,
        heads="โรงเรียน วัด สถาบันศาสนา schools temples",
        evidence="โรงเรียน ครู วัด พระ หลวงพ่อ เยาวชน เด็กนักเรียน บ้านวัดโรงเรียน schools temples teachers monks ကျောင်းတွေ",
    ),
    Concept(
        name="estate_authority",
        topic=_ACTOR,
        heads="การนิคม กนอ ผู้พัฒนานิคม estate_authority developer",
        evidence="การนิคม กนอ นิคม เจ้าของนิคม ผู้บริหารนิคม สภาอุตสาหกรรม estate_authority estate_developer federation_of_industries",
    ),
    Concept(
        name="close_up",
        topic=_COPING,
        heads="ปิดประตูหน้าต่าง ปิดบ้าน อยู่ในบ้าน close_windows stay_inside ပြတင်းပိတ်",
        evidence="ปิดหน้าต่าง ปิดประตู ปิดบ้าน ปิดบ้านเปิดแอร์ ปิดม่าน อุดรู เข้าบ้าน อยู่ในบ้าน ไม่ออกนอกบ้าน อยู่แต่ในห้อง เปิดแอร์นอน ตากผ้าในบ้าน ใส่ที่อุดหู อุดหูนอน close_the_windows stay_indoors earplugs ပြတင်းပိတ် အိမ်ထဲနေ",
    ),
    Concept(
        name="protect",
        topic=_COPING,
        heads="ใส่หน้ากาก สวมหน้ากาก ป้องกันตัวเอง mask protect နှာခေါင်းစည်း",
        evidence="ใส่แมส ใส่แมสก์ ใส่หน้ากาก หน้ากากอนามัย ใส่เอ็น95 ผ้าปิดจมูก ปิดจมูก อุดจมูก เครื่องฟอกอากาศ ฟอกอากาศ จุดธูป จุดเทียนหอม ฉีดสเปรย์ ยาดม ดมยาดม ดมพิมเสน ทายากันยุง นอนมุ้ง กางมุ้ง wear_a_mask air_purifier inhaler နှာခေါင်းစည်း မျက်နှာဖုံး",
    ),
    Concept(
        name="clean_up",
        topic=_COPING,
        heads="ทำความสะอาด จัดการเอง แก้ไขเอง clean_up fix_it_myself သန့်ရှင်း",
        evidence="กวาดเอง เก็บเอง เก็บกวาดเอง ถูบ้าน ล้างบ้าน ล้างหน้าบ้าน ฉีดน้ำ รดน้ำหน้าบ้าน ลอกท่อเอง ตักเอง ทำเอง แก้เอง ซ่อมเอง ถมเอง ซื้อไฟมาติดเอง ลงขันกันทำ ยกพื้นบ้าน ก่อปูนกั้นน้ำ clean_it_myself sweep fix_it_myself ကိုယ်တိုင်သန့်ရှင်း",
    ),
    Concept(
        name="complain",
        topic=_COPING,
        heads="ร้องเรียน แจ้งหน่วยงาน แจ้ง complain report တိုင်ကြား",
        evidence="ร้องเรียน โทรแจ้ง ไปแจ้ง แจ้งเทศบาล แจ้งผู้ใหญ่ โทร1650 เขียนคำร้อง ไปร้อง ถ่ายรูปส่ง ถ่ายคลิปส่ง โพสประจาน ไปโวย ไปด่า ไปเคลียร์ รวมตัวประท้วง ลงชื่อ complained reported called_them protest တိုင် တိုင်ကြား",
    ),
    Concept(
        name="endure",
        topic=_COPING,
        heads="อดทน ทน ไม่ทำอะไร ปล่อยไว้ endure put_up_with nothing သည်းခံ",
        evidence="ทนเอา ทนๆไป อดทน จำทน ก็ต้องทน ทำไรไม่ได้ ทำอะไรไม่ได้ ปล่อยไป ปล่อยมัน ช่างมัน ทำใจ ทำใจเอา ปลง อยู่จนชิน ชินแล้ว ชินไปเอง เฉยๆ ไม่ได้ทำอะไร บ่ได้เฮ็ดหยัง อดเอา ทนเอาเด้อ put_up_with_it used_to_it nothing_i_can_do သည်းခံ ဘာမှမလုပ်",
    ),
    Concept(
        name="move_away",
        topic=_COPING,
        heads="ย้าย ย้ายบ้าน ไปอยู่ที่อื่น move_away leave ပြောင်း",
        evidence="ย้าย ย้ายหนี ย้ายบ้าน ย้ายหอ อยากย้าย คิดจะย้าย ขายบ้านหนี ไปอยู่ที่อื่น ไปนอนบ้านญาติ หนีไปอยู่ต่างจังหวัด กลับบ้านนอก ส่งลูกไปอยู่กับยาย move_out moved_away leave_town ပြောင်းသွား",
    ),
    Concept(
        name="see_doctor",
        topic=_COPING,
        heads="พบแพทย์ ไปหาหมอ กินยา see_a_doctor medicine ဆေးခန်းသွား",
        evidence="ไปหาหมอ หาหมอ ไปโรงบาล ไปคลินิก ไปอนามัย ซื้อยากิน กินยาเอา กินยาแก้แพ้ กินยาพารา หยอดตา พ่นยา ล้างจมูก ทายา see_a_doctor take_medicine clinic ဆေးခန်းသွား ဆေးသောက်",
    ),
    Concept(
        name="gives_evidence",
        topic=_TRUST,
        heads="มีหลักฐาน มีข้อมูล มีผลตรวจ ตรวจสอบได้ evidence data proof အထောက်အထား",
        evidence="มีหลักฐาน มีผลตรวจ มีตัวเลข มีข้อมูลให้ดู เอาผลมาให้ดู มีคนมาตรวจ มีเครื่องวัด ป้ายบอกค่า ตรวจสอบได้ มีเอกสาร พิสูจน์ได้ เห็นกับตา evidence results_shown measured can_check အထောက်အထားရှိ",
    ),
    Concept(
        name="keeps_word",
        topic=_TRUST,
        heads="ทำตามสัญญา แก้ปัญหาจริง ทำจริง keeps_promises acts ကတိတည်",
        evidence="ทำจริง พูดแล้วทำ พูดจริงทำจริง ทำตามที่พูด มาแก้ให้จริง แจ้งแล้วมา แจ้งแล้วเขามาทำ มาเร็ว แก้ให้แล้ว รับปากแล้วทำ เห็นผลงาน มีผลงาน keeps_promises did_what_they_said came_quickly ကတိတည် တကယ်လုပ်",
    ),
    Concept(
        name="breaks_word",
        topic=_TRUST,
        heads="ไม่ทำตามสัญญา แก้ปัญหาไม่ได้ ไม่ทำจริง breaks_promises no_action ကတိမတည်",
        evidence="พูดอย่างทำอย่าง ดีแต่พูด พูดไปเรื่อย แจ้งแล้วเงียบ เงียบหาย เรื่องเงียบ รับเรื่องแล้วเงียบ รับปากแต่ไม่ทำ ขายฝัน หาเสียงก็พูดไป ไม่เห็นทำ ไม่เห็นมาแก้ ผักชีโรยหน้า สร้างภาพ มาถ่ายรูปแล้วกลับ ถ่ายรูปแล้วก็ไป empty_promises only_talk photo_op ပြောပဲပြော",
    ),
    Concept(
        name="hides",
        topic=_TRUST,
        heads="ปกปิด ไม่โปร่งใส ไม่เปิดเผย hides not_transparent ဖုံးကွယ်",
        evidence="ปกปิด ปิดข่าว ปิดเงียบ หมกเม็ด งุบงิบ ไม่โปร่งใส ไม่บอกความจริง ไม่บอกหมด บอกไม่หมด โกหก ตอแหล ขี้ตั๋ว จุ๊ ขี้จุ๊ ซุกไว้ใต้พรม แอบทำ แต่งตัวเลข ปั้นตัวเลข hides_it lies secretive cover_up ဖုံးကွယ် လိမ်",
    ),
    Concept(
        name="open",
        topic=_TRUST,
        heads="โปร่งใส เปิดเผย ตรงไปตรงมา transparent open honest ပွင့်လင်း",
        evidence="โปร่งใส เปิดเผย พูดกันตรงๆ ตรงไปตรงมา จริงใจ ซื่อสัตย์ ไม่โกหก ไม่ปิดบัง บอกหมด ให้เข้าไปดู เปิดบ้านให้ดู เปิดโรงงานให้ดู ถามอะไรก็ตอบ ยอมรับผิด transparent honest sincere answers_questions ပွင့်လင်း ရိုးသား",
    ),
    Concept(
        name="corrupt",
        topic=_TRUST,
        heads="ทุจริต ผลประโยชน์ เข้าข้างโรงงาน corruption vested_interest လာဘ်စား",
        evidence="โกง โกงกิน กินกัน กินใต้โต๊ะ ใต้โต๊ะ เงินทอน ส่วย จ่ายส่วย พวกเดียวกัน พวกเดียวกันหมด เข้าข้างโรงงาน เข้าข้างนายทุน เอื้อนายทุน เห็นแก่เงิน เห็นแก่ตัว ผลประโยชน์ เส้นใหญ่ มีเส้น corrupt bribes on_their_side လာဘ်စား",
    ),
    Concept(
        name="knows_people",
        topic=_TRUST,
        heads="รู้จักกัน คุ้นเคย คนในพื้นที่ know_them local ရင်းနှီး",
        evidence="รู้จักกัน รู้จักมานาน คุ้นเคย คนกันเอง คนบ้านเดียวกัน คนแถวนี้ คนพื้นที่ เห็นกันมาตั้งแต่เด็ก เจอกันทุกวัน ลูกหลานกัน ญาติกัน คนในพื้นที่ know_them local_person friends_with ရင်းနှီး သိတယ်",
    ),
    Concept(
        name="expertise",
        topic=_TRUST,
        heads="มีความรู้ น่าเชื่อถือ เป็นผู้เชี่ยวชาญ expert knowledgeable official ကျွမ်းကျင်",
        evidence="มีความรู้ เขารู้จริง รู้จริง เรียนมา เป็นหมอ เป็นนักวิชาการ เป็นหน่วยงานรัฐ เป็นราชการ เป็นทางการ มีประสบการณ์ เชี่ยวชาญ expert knowledgeable official_source ကျွမ်းကျင် တတ်သိ",
    ),
)
