"""What one would ask of the town or of the factories, and wants to be told."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_WISH = "wish"
_INFO = "info_wanted"

CONCEPTS = (
    Concept(
        name="clean_canal",
        topic=_WISH,
        heads="คลองสะอาด แก้น้ำเสีย บำบัดน้ำเสีย ฟื้นฟูคลอง น้ำเสีย clean_canal waste_water water_quality တူးမြောင်းသန့်",
        evidence="""
            อยากเห็นคลองใส อยากให้คลองใส คลองใสเหมือนก่อน น้ำใส อยากเห็นปลา อยากลงเล่นน้ำได้ เหมือนสมัยก่อนเล่นน้ำได้ ลอกคลอง ขุดลอกคลอง ลอกท่อ เก็บผักตบ เอาผักตบออก บำบัดน้ำ บำบัดน้ำก่อนปล่อย บ่อบำบัด ปล่อยน้ำให้มันสะอาด
            เลิกปล่อยน้ำเสีย อย่าปล่อยน้ำเสีย ห้ามปล่อยน้ำเสีย คลองไม่เหม็น น้ำไม่ดำ คืนคลองให้เรา ฟื้นคลอง clean_the_canal clear_water treat_the_water dredge တူးမြောင်းသန့်ရှင်း ရေသန့်
        """,
    ),
    Concept(
        name="less_smell",
        topic=_WISH,
        heads="ลดกลิ่น แก้กลิ่น กลิ่นเหม็น ควบคุมกลิ่น reduce_smell odour အနံ့လျှော့",
        evidence="อยากให้หายเหม็น หายเหม็นสักที เลิกเหม็น อย่าให้เหม็น ลดกลิ่น ลดกลิ่นหน่อย แก้เรื่องกลิ่น จัดการกลิ่น ดับกลิ่น ติดเครื่องดักกลิ่น กรองกลิ่น ไม่อยากดมกลิ่น อากาศดีๆหายใจได้ reduce_the_smell no_more_smell stop_the_stink အနံ့လျှော့ အနံ့ပျောက်",
    ),
    Concept(
        name="clean_air",
        topic=_WISH,
        heads="ลดฝุ่น ลดควัน อากาศสะอาด คุณภาพอากาศ clean_air dust smoke လေသန့်",
        evidence="ลดฝุ่น ลดควัน อากาศดีๆ อากาศบริสุทธิ์ หายใจโล่ง หายใจสะดวก ฉีดน้ำล้างถนน รดน้ำถนน คลุมผ้าใบ กรองควัน ติดเครื่องกรอง ห้ามเผา เลิกเผา เลิกปล่อยควัน ปล่องสูงๆ ตรวจควันดำ clean_air less_dust less_smoke လေကောင်း ဖုန်လျှော့",
    ),
    Concept(
        name="less_noise",
        topic=_WISH,
        heads="ลดเสียง แก้เสียงดัง เสียงรบกวน reduce_noise quiet အသံလျှော့",
        evidence="เงียบๆ อยากให้เงียบ อยากนอนหลับ เบาเสียงหน่อย ลดเสียง กำแพงกันเสียง กันเสียง หยุดเครื่องกลางคืน อย่าเดินเครื่องดึก จับรถแต่ง จับแว้น จัดการเด็กแว้น quiet less_noise sound_wall အသံလျှော့ တိတ်ဆိတ်",
    ),
    Concept(
        name="trees",
        topic=_WISH,
        heads="ปลูกต้นไม้ พื้นที่สีเขียว เพิ่มต้นไม้ plant_trees green_space trees သစ်ပင်စိုက်",
        evidence="ต้นไม้ ปลูกต้นไม้ ปลูกป่า ต้นไม้เยอะๆ อยากได้ร่ม ร่มเงา ร่มรื่น พื้นที่สีเขียว สีเขียวๆ เขียวๆ แนวกันชน ต้นไม้กั้นโรงงาน ดอกไม้ข้างทาง อย่าตัดต้นไม้ ต้นไม้ริมถนน plant_trees more_trees shade greenery သစ်ပင်စိုက် အရိပ်",
    ),
    Concept(
        name="park",
        topic=_WISH,
        heads="สวนสาธารณะ ลานกีฬา ที่ออกกำลังกาย สนามเด็กเล่น park playground sports_ground ပန်းခြံ",
        evidence="สวนสาธารณะ สวนหย่อม สวนสุขภาพ ที่วิ่ง ที่ออกกำลัง ที่ออกกำลังกาย เครื่องออกกำลังกาย ลานแอโรบิค ที่เต้นแอโรบิค สนามเด็กเล่น ให้เด็กวิ่งเล่น ที่ให้เด็กเล่น สนามบอล สนามฟุตบอล ลานกีฬา ที่พักผ่อน ที่นั่งเล่น ที่เดินเล่น ลานจักรยาน park playground jogging exercise_space football_field ပန်းခြံ ကစားကွင်း",
    ),
    Concept(
        name="roads",
        topic=_WISH,
        heads="ซ่อมถนน ปรับปรุงถนน ทำถนน ถนน ทางเท้า fix_roads roads footpath လမ်းပြင်",
        evidence="ซ่อมถนน ทำถนน ทำถนนใหม่ ลาดยาง ถมหลุม กลบหลุม ถนนดีๆ ถนนเรียบๆ แก้หลุม หลุมบ่อ ซ่อมฝาท่อ ฟุตบาท ทางเท้า ทางเดิน ขยายถนน ทางม้าลาย สะพานลอย ลูกระนาด ซ่อมหนตาง เฮ็ดทาง แปงหนตาง fix_the_road potholes footpath zebra_crossing လမ်းပြင် လမ်းခင်း",
    ),
    Concept(
        name="traffic",
        topic=_WISH,
        heads="แก้รถติด จัดการจราจร ควบคุมรถบรรทุก จราจร traffic trucks ယာဉ်ကြော",
        evidence="แก้รถติด รถไม่ติด จัดการจราจร ตำรวจโบกรถ ไฟแดง ติดไฟจราจร กำหนดเวลารถใหญ่ ห้ามสิบล้อ ห้ามรถใหญ่เข้าซอย จำกัดเวลาสิบล้อ ทางเลี่ยงเมือง ที่จอดรถ จับรถจอดขวาง จับความเร็ว fix_traffic ban_trucks parking ကားကြပ်ဖြေရှင်း",
    ),
    Concept(
        name="bus",
        topic=_WISH,
        heads="รถสาธารณะ รถเมล์ ขนส่งสาธารณะ รถรับส่ง bus public_transport ဘတ်စ်ကား",
        evidence="รถเมล์ อยากมีรถเมล์ เพิ่มรถเมล์ รถสองแถว รถรับส่ง รถไฟฟ้า อยากได้รถไฟฟ้า รถโดยสาร ป้ายรถเมล์ ศาลารอรถ รถฟรี รถผ่านหน้าบ้าน ค่ารถถูกๆ ทางจักรยาน bus more_buses public_transport train_line ဘတ်စ်ကား",
    ),
    Concept(
        name="flood",
        topic=_WISH,
        heads="แก้น้ำท่วม ป้องกันน้ำท่วม ระบายน้ำ ท่อระบายน้ำ flood drainage ရေကြီးကာကွယ်",
        evidence="แก้น้ำท่วม ไม่ให้น้ำท่วม อย่าให้ท่วม กันน้ำท่วม ทำท่อ ท่อใหญ่ๆ ท่อระบายน้ำ ลอกท่อ ลอกท่อก่อนฝน ประตูน้ำ เขื่อนกั้นน้ำ เครื่องสูบน้ำ ปั๊มน้ำ ยกถนน ทำให้น้ำไหล ระบายน้ำเร็วๆ stop_flooding drainage pumps flood_wall ရေမြောင်း ရေကြီးကာကွယ်",
    ),
    Concept(
        name="jobs",
        topic=_WISH,
        heads="จ้างงาน สร้างงาน งาน อาชีพ ค่าแรง jobs employment wages အလုပ်အကိုင်",
        evidence="""
            อยากมีงาน อยากได้งาน หางานให้ จ้างคนในพื้นที่ รับคนแถวนี้ รับคนไทย รับคนแก่ทำงาน รับคนพิการ มีงานให้ทำ สร้างงาน ส่งเสริมอาชีพ ฝึกอาชีพ สอนอาชีพ ขึ้นค่าแรง ขึ้นเงินเดือน ค่าแรงเพิ่ม ให้โอที มีโอที บรรจุเป็นประจำ
            งานสำหรับผู้สูงอายุ ที่ขายของ ตลาดให้ขาย jobs hire_locals higher_wages training work_for_us အလုပ်ပေး လစာတိုး
        """,
    ),
    Concept(
        name="economy",
        topic=_WISH,
        heads="เศรษฐกิจ รายได้ ส่งเสริมการค้า ตลาด economy income trade market စီးပွားရေး",
        evidence="ให้ค้าขายดี ขายของดี คนเยอะๆจะได้ขายได้ มีตลาด ที่ขายของ ที่ขายราคาถูก ลดค่าเช่าแผง ของถูก ลดค่าครองชีพ ลดค่าไฟ ค่าไฟถูก ลดค่าน้ำ ลดภาษี โรงงานซื้อของในชุมชน ถนนคนเดิน economy cheaper cost_of_living market_space စီးပွားရေး ဈေးသက်သာ",
    ),
    Concept(
        name="health",
        topic=_WISH,
        heads="ตรวจสุขภาพ ดูแลสุขภาพ โรงพยาบาล คลินิก health_check health hospital ကျန်းမာရေး",
        evidence="ตรวจสุขภาพ ตรวจสุขภาพฟรี ตรวจปอด เอกซเรย์ปอด ตรวจเลือด หมอมาตรวจ หมอลงพื้นที่ คลินิกใกล้บ้าน โรงพยาบาลใกล้ๆ หาหมอง่ายๆ ยาฟรี อนามัยเปิดนานๆ วัคซีน ฉีดวัคซีน ดูแลคนแก่ ดูแลคนป่วย health_check doctor free_clinic x_ray ကျန်းမာရေးစစ် ဆေးခန်း",
    ),
    Concept(
        name="meetings",
        topic=_WISH,
        heads="รับฟังความคิดเห็น ประชุม มีส่วนร่วม รับฟังชาวบ้าน more_meetings listen dialogue participation အစည်းအဝေး",
        evidence="ฟังชาวบ้านบ้าง ฟังเราบ้าง ฟังเสียงชาวบ้าน รับฟัง ถามเราก่อน มาถามก่อน มาคุยกับชาวบ้าน มาคุยกัน ลงมาคุย ลงพื้นที่บ้าง ลงมาดูบ้าง เรียกประชุม ประชุมบ่อยๆ เปิดเวที ทำประชาคม ให้ชาวบ้านออกเสียง ให้มีส่วนร่วม เห็นหัวชาวบ้าน listen_to_us ask_us_first meet_us talk_to_people နားထောင် တွေ့ဆုံ",
    ),
    Concept(
        name="inform",
        topic=_WISH,
        heads="ให้ข้อมูล แจ้งข่าว เปิดเผยข้อมูล ประชาสัมพันธ์ inform information openness အသိပေး",
        evidence="บอกให้รู้ บอกกันบ้าง บอกกันตรงๆ บอกล่วงหน้า แจ้งล่วงหน้า แจ้งข่าว แจ้งให้รู้ มีอะไรก็บอก เตือนกันก่อน เตือนก่อน บอกผลตรวจ เปิดเผย เปิดเผยค่า ติดป้ายบอกค่า โชว์ค่าอากาศ ทำป้ายบอก ประกาศเสียงตามสาย ส่งไลน์มา tell_us warn_us publish_results be_open အသိပေး ကြိုပြော",
    ),
    Concept(
        name="enforce",
        topic=_WISH,
        heads="บังคับใช้กฎหมาย ตรวจสอบโรงงาน ควบคุมโรงงาน ลงโทษ enforce_law inspect fines control အရေးယူ",
        evidence="""
            เอาจริง เอาจริงสักที จับปรับ ปรับหนักๆ ปรับให้หนัก สั่งปิด ปิดไปเลย ปิดโรงงาน สั่งหยุด ลงโทษ ดำเนินคดี เข้มงวด เข้มๆหน่อย กวดขัน ตรวจโรงงาน มาตรวจบ่อยๆ สุ่มตรวจ ตรวจตอนกลางคืน อย่าเห็นแก่เงิน อย่ารับสินบน
            เลิกกินใต้โต๊ะ ยึดใบอนุญาต ถอนใบอนุญาต คุมให้ดี enforce fine_them shut_it_down inspect_more crack_down အရေးယူ ဒဏ်ရိုက် စစ်ဆေး
        """,
    ),
    Concept(
        name="safety",
        topic=_WISH,
        heads="กล้องวงจรปิด ไฟส่องสว่าง ความปลอดภัย ไฟทาง cctv street_lights safety security လုံခြုံရေး",
        evidence="กล้อง กล้องวงจรปิด ติดกล้อง ซีซีทีวี วงจรปิด ไฟทาง ไฟส่องทาง ติดไฟ ติดไฟในซอย ไฟสว่างๆ สว่างๆ เปลี่ยนหลอดไฟ ตำรวจตรวจ สายตรวจผ่านบ้าง ป้อมตำรวจ ตู้ยาม ปราบยา จับคนขายยา ปลอดภัย cctv cameras street_lights patrol safe လမ်းမီး ကင်မရာ",
    ),
    Concept(
        name="rubbish",
        topic=_WISH,
        heads="เก็บขยะ จัดการขยะ ถังขยะ ขยะ rubbish_collection bins waste အမှိုက်သိမ်း",
        evidence="เก็บขยะบ่อยๆ มาเก็บทุกวัน เก็บขยะทุกวัน เก็บให้ตรงเวลา เพิ่มรถขยะ ถังขยะเพิ่ม ขอถังขยะ อยากได้ถังขยะ ถังใหญ่ๆ ถังแยกขยะ แยกขยะ จุดทิ้งขยะ จับคนทิ้งขยะ ปรับคนทิ้ง เก็บขยะในคลอง bins collect_rubbish more_bins အမှိုက်သိမ်း အမှိုက်ပုံးထား",
    ),
    Concept(
        name="school",
        topic=_WISH,
        heads="สนับสนุนโรงเรียน ทุนการศึกษา การศึกษา เด็กและเยาวชน school_support scholarships education ပညာရေး",
        evidence="ทุนการศึกษา ทุนเด็ก ทุนเรียน แจกทุน ให้ทุน โรงเรียนดีๆ ช่วยโรงเรียน ซ่อมโรงเรียน ห้องสมุด ศูนย์เด็กเล็ก ที่เรียนพิเศษ คอมให้เด็ก อาหารกลางวันเด็ก กิจกรรมเด็ก ค่าเทอม scholarship school library childcare ပညာသင်ဆု ကျောင်းကူညီ",
    ),
    Concept(
        name="elderly_care",
        topic=_WISH,
        heads="ดูแลผู้สูงอายุ สวัสดิการ ผู้ด้อยโอกาส elderly_care welfare သက်ကြီးစောင့်ရှောက်",
        evidence="ดูแลคนแก่ ดูแลผู้สูงอายุ ดูแลคนพิการ เพิ่มเบี้ย เพิ่มเบี้ยคนแก่ เยี่ยมคนติดเตียง ผ้าอ้อมผู้ใหญ่ รถรับส่งไปหาหมอ ชมรมผู้สูงอายุ สวัสดิการ ถุงยังชีพ แจกข้าวสาร care_for_old_people welfare allowance သက်ကြီးစောင့်ရှောက်",
    ),
    Concept(
        name="clean_water",
        topic=_WISH,
        heads="น้ำประปา น้ำสะอาด น้ำดื่ม clean_water tap_water ရေသန့်",
        evidence="น้ำประปาไหลแรงๆ น้ำประปาสะอาด น้ำประปาใส อยากได้ประปา ขยายประปา น้ำไหลทุกวัน น้ำกินฟรี ตู้น้ำดื่ม น้ำสะอาด tap_water clean_drinking_water ရေပိုက်ရေ သောက်ရေ",
    ),
    Concept(
        name="compensation",
        topic=_WISH,
        heads="ชดเชย เยียวยา กองทุนชุมชน ค่าเสียหาย compensation fund လျော်ကြေး",
        evidence="ชดเชย จ่ายชดเชย เยียวยา ค่าเสียหาย ค่าทำขวัญ รับผิดชอบ ให้เขารับผิดชอบ กองทุน ตั้งกองทุน คืนกำไรให้ชุมชน แบ่งให้ชุมชนบ้าง จ่ายค่าล้างแอร์ compensation pay_us community_fund လျော်ကြေး",
    ),
    Concept(
        name="pests",
        topic=_WISH,
        heads="กำจัดยุง สัตว์จรจัด พ่นยุง pest_control stray_animals ခြင်ဆေးဖျန်း",
        evidence="พ่นยุง พ่นหมอกควัน ฉีดยุง กำจัดยุง กำจัดหนู จับหมาจร จับหมา ทำหมันหมา ทำหมันแมว ฉีดวัคซีนหมา จัดการหมาจรจัด spray_mosquitoes catch_strays ခြင်ဆေး",
    ),
    Concept(
        name="migrants",
        topic=_WISH,
        heads="แรงงานข้ามชาติ จัดระเบียบแรงงาน ล่ามภาษา ต่อบัตร migrants interpreter documents ဘာသာပြန်",
        evidence="จัดระเบียบต่างด้าว คุมต่างด้าว มีล่าม อยากมีล่าม ป้ายภาษาพม่า ภาษาพม่าด้วย ต่อบัตรง่ายๆ ต่อวีซ่าถูกๆ ทำบัตรให้ถูกกฎหมาย ลูกได้เรียน นายหน้าโกง เท่าเทียมกัน interpreter translate in_burmese documents ဘာသာပြန် မြန်မာလိုရေး ကတ်လုပ်",
    ),
    Concept(
        name="move_factory",
        topic=_WISH,
        heads="ย้ายโรงงาน ปิดโรงงาน ไม่เพิ่มโรงงาน move_factory no_more_factories စက်ရုံရွှေ့",
        evidence="ย้ายออกไป ย้ายโรงงาน ย้ายไปที่อื่น เอาโรงงานออกไป ไปตั้งที่อื่น ปิดโรงงาน เลิกกิจการไปเลย ไม่เอาโรงงาน อย่าสร้างเพิ่ม ไม่เอาเพิ่ม พอแล้วโรงงาน ห่างบ้านคน move_it_away close_the_factory no_more_factories စက်ရုံရွှေ့ စက်ရုံပိတ်",
    ),
    Concept(
        name="events",
        topic=_WISH,
        heads="กิจกรรมชุมชน กีฬา งานประเพณี community_events sports culture ပွဲ",
        evidence="จัดงาน มีงานสนุกๆ งานวัด งานลอยกระทง งานสงกรานต์ แข่งกีฬา กีฬาชุมชน เต้นแอโรบิค คอนเสิร์ต หมอลำ ลิเก พาเที่ยว พาไปดูงาน ทัศนศึกษา events concert sports_day festival ပွဲလုပ် အားကစား",
    ),
    Concept(
        name="nothing",
        topic=_WISH,
        heads="ไม่ต้องการอะไร ดีอยู่แล้ว พอใจแล้ว nothing_more none fine_as_it_is ဘာမှမလို",
        evidence="ไม่อยากได้อะไร ไม่ต้องการอะไร ไม่ขออะไร ไม่มีอะไรจะขอ ดีอยู่แล้ว ดีแล้ว ดีหมดแล้ว พอใจแล้ว แค่นี้ก็ดีแล้ว แค่นี้พอแล้ว ไม่ต้องทำอะไร เท่านี้แหละดีแล้ว บ่เอาหยัง บ่อยากได้หยัง nothing_more all_good fine_already ဘာမှမလို အဆင်ပြေပြီ",
    ),
    Concept(
        name="air_values",
        topic=_INFO,
        heads="คุณภาพอากาศ ค่าฝุ่น air_quality လေထုအရည်အသွေး",
        evidence="ค่าฝุ่น ค่าอากาศ ค่าพีเอ็ม พีเอ็ม2.5 วันนี้ฝุ่นเท่าไหร่ อากาศเป็นยังไง หายใจได้ไหม อันตรายไหมอากาศ ควันอะไร กลิ่นอะไร กลิ่นมาจากไหน สีแดงสีเขียว air_values pm_level လေထု",
    ),
    Concept(
        name="water_values",
        topic=_INFO,
        heads="คุณภาพน้ำ water_quality ရေအရည်အသွေး",
        evidence="ค่าน้ำเสีย น้ำคลองเป็นยังไง น้ำใช้ได้ไหม ผลตรวจน้ำ ปลากินได้ไหม น้ำปล่อยอะไร ใครปล่อยน้ำ ค่าออกซิเจน น้ำประปากินได้ไหม water_test_results ရေစစ်ချက်",
    ),
    Concept(
        name="warnings",
        topic=_INFO,
        heads="เหตุฉุกเฉิน แจ้งเตือนภัย อุบัติเหตุโรงงาน emergency warning accident သတိပေးချက်",
        evidence="เตือนภัย เตือนเวลาไฟไหม้ ไฟไหม้บอกด้วย สารรั่วบอกด้วย มีเหตุให้บอก อพยพยังไง หนีไปทางไหน จุดรวมพล เบอร์ฉุกเฉิน น้ำจะท่วมไหม เตือนน้ำท่วม เหตุด่วน emergency evacuation flood_warning သတိပေး အရေးပေါ်",
    ),
    Concept(
        name="job_news",
        topic=_INFO,
        heads="ตำแหน่งงาน รับสมัครงาน ข่าวงาน job_vacancies jobs အလုပ်ခေါ်စာ",
        evidence="งานว่าง รับสมัครงาน ที่ไหนรับคน โรงงานไหนรับคน ตำแหน่งว่าง รับวุฒิอะไร รับคนแก่ไหม ฝึกอาชีพ อบรมอาชีพ job_openings vacancies hiring အလုပ်ခေါ်",
    ),
    Concept(
        name="plans",
        topic=_INFO,
        heads="แผนพัฒนา โครงการใหม่ แผนงาน การขยายโรงงาน plans projects expansion စီမံကိန်း",
        evidence="จะสร้างอะไร จะทำอะไร จะขยายไหม โรงงานใหม่ จะมีโรงงานเพิ่มไหม แผนเทศบาล โครงการใหม่ ถนนจะตัดไหม จะเวนคืนไหม เวนคืน ผังเมือง งบเอาไปทำอะไร งบประมาณ plans new_projects expansion budget စီမံကိန်း",
    ),
    Concept(
        name="rights",
        topic=_INFO,
        heads="สิทธิ สวัสดิการ สิทธิแรงงาน rights welfare benefits အခွင့်အရေး",
        evidence="สิทธิ์ มีสิทธิ์อะไรบ้าง สวัสดิการ ประกันสังคม บัตรทอง เบี้ยยังชีพ เงินเยียวยา ค่าแรง ต่อบัตร ต่อวีซ่า กฎหมายแรงงาน ร้องเรียนยังไง ร้องเรียนที่ไหน rights social_security work_permit အခွင့်အရေး",
    ),
    Concept(
        name="health_news",
        topic=_INFO,
        heads="ผลกระทบต่อสุขภาพ ข้อมูลสุขภาพ โรค health_information disease ကျန်းမာရေး",
        evidence="เป็นมะเร็งไหม เสี่ยงโรคอะไร โรคระบาด โควิด ไข้เลือดออก ตรวจสุขภาพที่ไหน ฉีดวัคซีน วัคซีน วิธีดูแลตัวเอง กินน้ำได้ไหม อันตรายต่อสุขภาพไหม health_advice vaccine disease ကျန်းမာရေးသတင်း",
    ),
    Concept(
        name="activity_news",
        topic=_INFO,
        heads="กิจกรรม งานชุมชน วันประชุม activities events လှုပ်ရှားမှု",
        evidence="มีงานอะไร งานวันไหน กิจกรรมอะไร ประชุมวันไหน เมื่อไหร่มีงาน มีแจกอะไร แจกของวันไหน ฟรีอะไร events_calendar meeting_dates လှုပ်ရှားမှု",
    ),
    Concept(
        name="utilities",
        topic=_INFO,
        heads="น้ำไฟ ปิดถนน วันเก็บขยะ utilities road_closure collection_days",
        evidence="น้ำไม่ไหลวันไหน ดับไฟวันไหน ไฟดับกี่โมง ปิดถนน ซ่อมถนน รถขยะมาวันไหน เก็บขยะวันไหน รถติดตรงไหน power_cuts road_closed collection_day မီးပျက်ချိန်",
    ),
    Concept(
        name="inspections",
        topic=_INFO,
        heads="ผลการตรวจโรงงาน ผลการแก้ไข เรื่องร้องเรียน inspections complaint_results စစ်ဆေးချက်",
        evidence="ตรวจโรงงานแล้วเป็นไง ผลตรวจโรงงาน โรงงานไหนผิด โรงงานไหนโดนปรับ เรื่องที่ร้องไปถึงไหน ร้องไปถึงไหนแล้ว แก้ไปถึงไหน ทำอะไรไปแล้วบ้าง inspection_results what_was_done စစ်ဆေးချက်",
    ),
)
