"""What industry does to people: their health, what they gain, what pleases and what does not."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_HEALTH = "health"
_BENEFIT = "benefit"
_PLEASED = "pleased_by"
_DISPLEASED = "displeased_by"

CONCEPTS = (
    Concept(
        name="cough",
        topic=_HEALTH,
        heads="ไอ เจ็บคอ ระคายคอ ระบบทางเดินหายใจ cough throat respiratory ချောင်းဆိုး",
        evidence="ไอ ไอเรื้อรัง ไอแห้ง ไอทั้งคืน ไอไม่หาย ไอค็อกแค็ก ไอแค่กๆ คันคอ แสบคอ เจ็บคอ คอแห้ง ระคายคอ มีเสมหะ เสลด เสมหะดำ ขากเสลด กระแอม ไอหลาย cough coughing sore_throat phlegm ချောင်းဆိုး လည်ချောင်းနာ",
        against="ไอโฟน ไอจี ไอเสีย ไอติม ไอทีวี ไอน้ำ ไอร้อน",
    ),
    Concept(
        name="breathing",
        topic=_HEALTH,
        heads="หอบหืด หายใจลำบาก ปอด หายใจไม่สะดวก asthma breathing lung ပန်းနာ အသက်ရှူ",
        evidence="หอบ หอบหืด หืด หายใจไม่ออก หายใจไม่สะดวก หายใจลำบาก หายใจไม่เต็มปอด แน่นหน้าอก อึดอัด เหนื่อยง่าย ปอด ปอดไม่ดี ปอดอักเสบ ถุงลม ถุงลมโป่งพอง พ่นยา ต้องพ่นยา เป็นหอบ หลอดลม หลอดลมอักเสบ หายใจบ่ออก asthma short_of_breath lungs wheezing inhaler ပန်းနာရင်ကျပ် အသက်ရှူကျပ်",
    ),
    Concept(
        name="nose",
        topic=_HEALTH,
        heads="แสบจมูก ภูมิแพ้ น้ำมูก จาม nose allergy sneeze နှာစေး",
        evidence="แสบจมูก คัดจมูก น้ำมูกไหล จาม จามทั้งวัน จามไม่หยุด ภูมิแพ้ แพ้อากาศ แพ้ฝุ่น ไซนัส จมูกตัน จมูกไม่โล่ง เลือดกำเดา กำเดาไหล ดมแล้วแสบ ขี้มูกไหล ขี้มูกดำ allergy runny_nose sneezing sinus နှာစေး ဓာတ်မတည့်",
    ),
    Concept(
        name="eyes",
        topic=_HEALTH,
        heads="ตา แสบตา เคืองตา คันตา eyes မျက်စိ",
        evidence="แสบตา เคืองตา คันตา ตาแดง ตาอักเสบ น้ำตาไหล ตาแห้ง ตาพร่า ฝุ่นเข้าตา ตาบวม หยอดตา ตามัว แสบหูแสบตา red_eyes sore_eyes itchy_eyes watery_eyes မျက်စိစပ် မျက်စိယား",
    ),
    Concept(
        name="skin",
        topic=_HEALTH,
        heads="ผิวหนัง ผื่น คัน ผื่นคัน skin rash itch အရေပြား ယား",
        evidence="คัน คันตามตัว คันทั้งตัว ผื่น ผื่นขึ้น ผื่นคัน เป็นผื่น ตุ่ม ตุ่มขึ้น เป็นตุ่ม ลมพิษ ผิวหนังอักเสบ แพ้น้ำ ลงน้ำแล้วคัน น้ำกัดเท้า เป็นกลาก เกลื้อน แสบผิว ผิวแห้ง เกาจนเลือด สะเก็ดเงิน rash itchy skin_problem eczema ယားနာ အဖု ယားယံ",
    ),
    Concept(
        name="headache",
        topic=_HEALTH,
        heads="ปวดหัว ปวดศีรษะ เวียนหัว มึนหัว headache dizzy ခေါင်းကိုက်",
        evidence="ปวดหัว ปวดศีรษะ ปวดหัวตุ๊บๆ ไมเกรน มึนหัว มึนๆ เวียนหัว เวียนหัวคลื่นไส้ หัวหมุน หน้ามืด เป็นลม จะเป็นลม ตื้อๆ หนักหัว เจ็บหัว ปวดกบาล headache migraine dizzy giddy faint ခေါင်းကိုက် ခေါင်းမူး",
    ),
    Concept(
        name="nausea",
        topic=_HEALTH,
        heads="คลื่นไส้ อาเจียน ท้องเสีย ปวดท้อง nausea vomiting stomach အော့အန်",
        evidence="คลื่นไส้ อาเจียน อ้วก จะอ้วก อยากอ้วก อยากอาเจียน พะอืดพะอม กินข้าวไม่ลง กินไม่ลง ท้องเสีย ท้องร่วง ขี้แตก ขี้ไหล ปวดท้อง ถ่ายท้อง ฮาก nausea vomit diarrhoea stomach_ache အော့အန် ဝမ်းလျှော",
    ),
    Concept(
        name="sleep",
        topic=_HEALTH,
        heads="นอนไม่หลับ การนอน พักผ่อนไม่เพียงพอ sleep insomnia အိပ်မပျော်",
        evidence="นอนไม่หลับ นอนไม่ได้ นอนไม่ค่อยหลับ นอนไม่พอ หลับๆตื่นๆ ตื่นกลางดึก สะดุ้งตื่น หลับไม่สนิท ตาค้าง พักผ่อนไม่พอ ง่วงทั้งวัน นอนบ่หลับ cant_sleep insomnia wakes_me sleepless အိပ်မပျော် အိပ်လို့မရ",
    ),
    Concept(
        name="hearing_loss",
        topic=_HEALTH,
        heads="หู การได้ยิน หูอื้อ hearing ears နား",
        evidence="หูอื้อ หูตึง หูดับ ปวดหู หูไม่ค่อยได้ยิน ได้ยินไม่ชัด วิ้งในหู วิ้งๆ แก้วหู hearing_loss deaf ringing_in_the_ears နားမကြား နားအူ",
    ),
    Concept(
        name="stress",
        topic=_HEALTH,
        heads="เครียด สุขภาพจิต หงุดหงิด วิตกกังวล stress mental_health worry စိတ်ဖိစီး",
        evidence="เครียด หงุดหงิด รำคาญใจ ประสาทเสีย ประสาทจะกิน ประสาทกิน จะเป็นบ้า กังวล กลัว วิตก คิดมาก ซึมเศร้า เซ็ง เบื่อ ท้อ ใจไม่ดี จิตตก อุกอั่ง stress anxious depressed worried irritated စိတ်ဖိစီး စိတ်ညစ်",
    ),
    Concept(
        name="fever",
        topic=_HEALTH,
        heads="ไข้ ไข้หวัด หวัด ไข้เลือดออก fever cold flu ဖျား",
        evidence="ไข้ เป็นไข้ ตัวร้อน หวัด เป็นหวัด เป็นหวัดบ่อย ไข้หวัด ไข้หวัดใหญ่ โควิด ไข้เลือดออก ครั่นเนื้อครั่นตัว ไม่ค่อยสบาย ป่วยบ่อย ลูกป่วยบ่อย เด็กๆป่วยบ่อย ฉี่หนู fever flu dengue cold covid ဖျား အအေးမိ",
    ),
    Concept(
        name="body_pain",
        topic=_HEALTH,
        heads="ปวดเมื่อย ปวดหลัง กล้ามเนื้อ ข้อ body_pain back_pain muscles နာ",
        evidence="ปวดเมื่อย เมื่อย เมื่อยตัว ปวดหลัง ปวดเอว ปวดเข่า ปวดขา ปวดไหล่ ปวดคอ ปวดข้อ นิ้วล็อค ยืนทั้งวันปวดขา ออฟฟิศซินโดรม เคล็ดขัดยอก เจ็บแข้งเจ็บขา เมื่อยคิง back_pain aches sore_legs knee_pain ခါးနာ ကိုယ်လက်ကိုက်",
    ),
    Concept(
        name="injury",
        topic=_HEALTH,
        heads="บาดเจ็บ อุบัติเหตุ อุบัติเหตุจากการทำงาน injury accident ဒဏ်ရာ",
        evidence="บาดเจ็บ มือขาด นิ้วขาด เครื่องหนีบ เครื่องทับ ของหล่นใส่ โดนน้ำร้อนลวก โดนสารเคมี ตกจากที่สูง รถล้ม รถชน ขาหัก แขนหัก เย็บหลายเข็ม โดนไฟช็อต injured accident broken_leg cut_my_hand ဒဏ်ရာရ မတော်တဆ",
    ),
    Concept(
        name="cancer",
        topic=_HEALTH,
        heads="มะเร็ง โรคร้ายแรง cancer serious_disease ကင်ဆာ",
        evidence="มะเร็ง มะเร็งปอด เป็นมะเร็ง ก้อนเนื้อ เนื้องอก คีโม ฉายแสง โรคร้าย มะเร็งกันหลายคน cancer tumour leukaemia ကင်ဆာ",
    ),
    Concept(
        name="chronic",
        topic=_HEALTH,
        heads="เบาหวาน ความดัน โรคประจำตัว โรคหัวใจ chronic diabetes blood_pressure heart နာတာရှည်",
        evidence="เบาหวาน ความดัน ความดันสูง ไขมัน โรคหัวใจ หัวใจ โรคไต ฟอกไต เก๊าท์ ไทรอยด์ กินยาประจำ กินยาทุกวัน โรคประจำตัว หมอนัดทุกเดือน diabetes high_blood_pressure heart kidney ဆီးချို သွေးတိုး",
    ),
    Concept(
        name="no_effect",
        topic=_HEALTH,
        heads="ไม่มีอาการ แข็งแรงดี ไม่ป่วย ไม่มีผลกระทบ none healthy no_effect မရှိ",
        evidence="แข็งแรงดี แข็งแรง สบายดี สุขภาพดี ไม่เป็นอะไร ไม่เป็นไรเลย ไม่เจ็บไม่ไข้ ไม่ป่วย ไม่เคยป่วย ปกติดี ยังฟิต ฟิตปั๋ง ไม่มีอาการ ไม่มีโรค บ่เป็นหยัง บ่เจ็บบ่ไข้ สบายดีเด้อ healthy fine no_symptoms never_ill ကျန်းမာ နေကောင်း ဘာမှမဖြစ်",
    ),
    Concept(
        name="jobs",
        topic=_BENEFIT,
        heads="การจ้างงาน มีงานทำ งาน อาชีพ jobs employment work အလုပ်အကိုင်",
        evidence="มีงานทำ มีงานให้ทำ ได้งาน ได้งานทำ คนมีงานทำ ลูกมีงานทำ ลูกได้งาน ลูกทำโรงงาน จ้างคนแถวนี้ รับคนในพื้นที่ ไม่ต้องไปไกล ไม่ต้องเข้ากรุงเทพ ทำงานใกล้บ้าน ไม่ตกงาน มีโอที มีงานเฮ็ด jobs work_for_people my_son_works employment near_home အလုပ်ရ အလုပ်ရှိ",
    ),
    Concept(
        name="income",
        topic=_BENEFIT,
        heads="รายได้ รายได้เพิ่มขึ้น เศรษฐกิจดี income money wages ဝင်ငွေ",
        evidence="มีรายได้ มีเงินใช้ มีเงินเดือน มีตังค์ เงินเดือนแน่นอน มีเงินส่งลูก มีเงินส่งบ้าน ส่งเงินกลับบ้าน ผ่อนบ้านได้ ผ่อนรถได้ ลืมตาอ้าปาก เศรษฐกิจดี เงินสะพัด เงินหมุนเวียน ได้ค่าแรง มีเงินเก็บ income money steady_pay send_money_home ဝင်ငွေရ ပိုက်ဆံရ",
    ),
    Concept(
        name="trade",
        topic=_BENEFIT,
        heads="ค้าขาย ค้าขายดี ขายของได้ ธุรกิจในพื้นที่ trade customers business ရောင်းကောင်း",
        evidence="ค้าขายดี ขายดี ขายของได้ ขายของคล่อง ขายข้าวให้คนงาน คนงานมาซื้อ คนโรงงานมากิน มีลูกค้า ลูกค้าเยอะ คนเยอะขายได้ ตลาดคึกคัก ห้องเช่าเต็ม มีคนเช่าห้อง ปล่อยห้องเช่า ร้านขายได้ ที่ดินราคาขึ้น good_business customers sell_more rent_rooms ရောင်းကောင်း ဖောက်သည်",
    ),
    Concept(
        name="scholarships",
        topic=_BENEFIT,
        heads="ทุนการศึกษา สนับสนุนโรงเรียน scholarships education school_support ပညာသင်ဆု",
        evidence="ทุนการศึกษา ได้ทุน ทุนเรียน ลูกได้ทุน หลานได้ทุน แจกทุน ทุนเด็ก สร้างห้องสมุด ทาสีโรงเรียน เลี้ยงข้าวเด็ก ให้คอมโรงเรียน รับเด็กฝึกงาน อุปกรณ์การเรียน scholarship school_supplies library ပညာသင်ဆု",
    ),
    Concept(
        name="roads",
        topic=_BENEFIT,
        heads="ถนน สาธารณูปโภค ความเจริญ โครงสร้างพื้นฐาน roads infrastructure development လမ်း",
        evidence="ถนนดี ถนนดีขึ้น ทำถนน มีถนน ถนนใหม่ เจริญ บ้านเมืองเจริญ ความเจริญ เจริญขึ้น มีไฟทาง มีเซเว่น มีห้าง มีรถเมล์ น้ำไฟสะดวก สะดวกสบาย ของกินเยอะ พัฒนา roads development convenient infrastructure street_lights လမ်းကောင်း ဖွံ့ဖြိုး",
    ),
    Concept(
        name="donations",
        topic=_BENEFIT,
        heads="บริจาค ช่วยเหลือชุมชน สนับสนุนกิจกรรม csr donations support လှူဒါန်း",
        evidence="บริจาค แจกของ แจกข้าวสาร แจกไข่ แจกน้ำดื่ม ถุงยังชีพ ช่วยตอนน้ำท่วม ช่วยงานวัด ทอดกฐิน ผ้าป่าโรงงาน สนับสนุนวัด ให้เงินวัด สนับสนุนกีฬา เลี้ยงวันเด็ก ของวันเด็ก แจกผ้าห่ม มาช่วยงาน donations csr gifts support_events လှူဒါန်း ကူညီ",
    ),
    Concept(
        name="health_services",
        topic=_BENEFIT,
        heads="ตรวจสุขภาพ บริการสุขภาพ สวัสดิการ health_services welfare ကျန်းမာရေး",
        evidence="ตรวจสุขภาพฟรี หมอมาตรวจ หน่วยแพทย์ ประกันสังคม มีประกันสังคม สวัสดิการดี มีสวัสดิการ แจกแมส ให้เครื่องมือแพทย์ ให้รถพยาบาล ฉีดวัคซีนให้ free_health_check social_security welfare ကျန်းမာရေးစစ်ပေး",
    ),
    Concept(
        name="skills",
        topic=_BENEFIT,
        heads="ความรู้ ทักษะ ฝึกอบรม knowledge skills training အတတ်ပညာ",
        evidence="ได้ความรู้ ได้วิชา ได้ฝึก ได้อบรม ฝึกอาชีพ ได้ทักษะ ใช้เครื่องเป็น ได้ประสบการณ์ สอนงานให้ skills knowledge learnt_a_trade အတတ်ပညာရ",
    ),
    Concept(
        name="taxes",
        topic=_BENEFIT,
        heads="ภาษี รายได้ท้องถิ่น taxes local_revenue အခွန်",
        evidence="เสียภาษี ภาษีเข้าเทศบาล เทศบาลมีเงิน งบประมาณเยอะ ภาษีโรงงาน ภาษีที่ดิน เงินเข้าท้องถิ่น taxes revenue budget အခွန်ရ",
    ),
    Concept(
        name="no_benefit",
        topic=_BENEFIT,
        heads="ไม่มีประโยชน์ ไม่ได้รับประโยชน์ ไม่ได้อะไร no_benefit none nothing မရှိ",
        evidence="ไม่ได้อะไร ไม่ได้อะไรเลย ไม่เห็นได้อะไร ไม่เคยได้อะไร ไม่เคยได้สักบาท ได้แต่กลิ่น ได้แต่ฝุ่น ได้แต่ควัน ได้แต่ขยะ ได้แต่น้ำเน่า มีแต่เสีย ไม่มีประโยชน์ ไม่มีผลดี รวยอยู่คนเดียว เขาได้เราไม่ได้ บ่ได้หยัง บ่ได้หยังเลย nothing_for_us no_benefit only_smell ဘာမှမရ အကျိုးမရှိ",
    ),
    Concept(
        name="convenience",
        topic=_PLEASED,
        heads="สะดวก ใกล้ที่ทำงาน การเดินทางสะดวก convenient location နီး",
        evidence="สะดวก สะดวกสบาย ไปไหนก็ใกล้ ใกล้ที่ทำงาน ใกล้ตลาด ใกล้โรงบาล ใกล้กรุงเทพ ใกล้ทุกอย่าง มีทุกอย่าง มีครบ รถผ่านหน้าบ้าน ของกินเยอะ ของถูก หากินง่าย convenient close_to_everything easy အဆင်ပြေ နီးတယ်",
    ),
    Concept(
        name="people",
        topic=_PLEASED,
        heads="เพื่อนบ้านดี คนดี ชุมชนเข้มแข็ง people neighbours community လူကောင်း",
        evidence="เพื่อนบ้านดี คนดี คนแถวนี้ดี คนน่ารัก น้ำใจดี มีน้ำใจ ช่วยเหลือกัน รู้จักกันหมด พี่น้องกัน อยู่กันแบบพี่น้อง อยู่กันอบอุ่น สามัคคี ไม่มีเรื่องกัน ฮักกัน friendly good_neighbours kind helpful လူကောင်း ဖော်ရွေ",
    ),
    Concept(
        name="livelihood",
        topic=_PLEASED,
        heads="มีงานทำ ทำมาหากินง่าย รายได้ jobs income livelihood အလုပ်ရှိ",
        evidence="มีงานทำ ทำมาหากินง่าย หากินคล่อง งานเยอะ งานหาง่าย หางานง่าย ขายของได้ ขายดี ค้าขายดี มีเงินใช้ มีกินมีใช้ เงินดี โอทีเยอะ jobs easy_to_earn good_income အလုပ်ပေါ",
    ),
    Concept(
        name="good_service",
        topic=_PLEASED,
        heads="บริการดี เจ้าหน้าที่ดี แก้ปัญหาเร็ว good_service quick helpful_staff ဝန်ဆောင်မှုကောင်း",
        evidence="บริการดี เจ้าหน้าที่ดี พูดจาดี พูดเพราะ ยิ้มแย้ม เอาใจใส่ มาเร็ว แก้เร็ว ทำเร็ว แจ้งปุ๊บมาปั๊บ แจ้งแล้วมาเลย ตามงานให้ ไม่ต้องรอนาน รอไม่นาน เป็นกันเอง ดูแลดี good_service polite quick_response helpful ဝန်ဆောင်မှုကောင်း မြန်တယ်",
    ),
    Concept(
        name="peace",
        topic=_PLEASED,
        heads="สงบ ปลอดภัย เงียบ peaceful safe quiet အေးချမ်း",
        evidence="สงบ สงบดี เงียบ เงียบดี อยู่สบาย ร่มเย็น ปลอดภัย ไม่มีโจร ไม่วุ่นวาย ไม่พลุกพล่าน อากาศดี ลมเย็น ร่มรื่น อยู่เย็นเป็นสุข peaceful safe quiet calm အေးချမ်း လုံခြုံ",
    ),
    Concept(
        name="improving",
        topic=_PLEASED,
        heads="พัฒนาขึ้น ดีขึ้น เห็นการเปลี่ยนแปลง improving progress တိုးတက်",
        evidence="ดีขึ้น ดีกว่าเมื่อก่อน พัฒนาขึ้น เจริญขึ้น สะอาดขึ้น น้ำใสขึ้น เห็นเขาทำ เห็นมีคนมาทำ มีการแก้ไข ค่อยๆดี เปลี่ยนไปเยอะ improving better_than_before progress တိုးတက် ပိုကောင်းလာ",
    ),
    Concept(
        name="home",
        topic=_PLEASED,
        heads="บ้านเกิด ผูกพัน อยู่มานาน home attachment မွေးရပ်",
        evidence="บ้านเกิด บ้านเรา อยู่มานาน อยู่จนชิน ผูกพัน เกิดที่นี่ ไม่อยากไปไหน พ่อแม่อยู่นี่ ลูกหลานอยู่นี่ รักที่นี่ ตายก็ตายที่นี่ my_home born_here used_to_it attached မွေးရပ်မြေ",
    ),
    Concept(
        name="slow",
        topic=_DISPLEASED,
        heads="ล่าช้า แก้ปัญหาช้า slow delay နှေး",
        evidence="ช้า ช้ามาก ล่าช้า อืดอาด ชักช้า รอนาน รอเป็นเดือน รอเป็นปี กว่าจะมา กว่าจะแก้ ตามแล้วตามอีก ตามหลายรอบ แจ้งเป็นชาติ ชาติหน้า เต่า เต่าเรียกพี่ โดนหลาย เมินขนาด slow takes_forever delay waited_months နှေး ကြာ",
    ),
    Concept(
        name="no_answer",
        topic=_DISPLEASED,
        heads="ไม่ตอบกลับ เงียบ ไม่แก้ปัญหา no_response ignored no_action အကြောင်းမပြန်",
        evidence="เงียบ เงียบหาย เงียบกริบ เรื่องเงียบ ไม่ตอบกลับ โทรไม่ติด โทรไปไม่รับ ไม่มีคนรับสาย โยนกันไปโยนกันมา โยนไปโยนมา บอกให้ไปที่อื่น ไม่เห็นแก้ ไม่มีใครมา ไม่มาดู ไม่เคยลงมาดู แจ้งแล้วหาย ปัดความรับผิดชอบ never_answered ignored passed_around nobody_came အကြောင်းမပြန် လာမကြည့် โยนกัน โยนกันไปมา โยนไปมา ปัดไปปัดมา ไม่มีคนรับ",
    ),
    Concept(
        name="not_heard",
        topic=_DISPLEASED,
        heads="ไม่รับฟัง ไม่มีส่วนร่วม not_listened not_heard နားမထောင်",
        evidence="ไม่ฟัง ไม่รับฟัง ไม่ฟังชาวบ้าน ไม่เห็นหัว ไม่เห็นหัวชาวบ้าน ไม่ถามชาวบ้าน ไม่ถามสักคำ ไม่เคยถาม ตัดสินใจเอง ทำเองเออเอง คิดเองเออเอง พูดคนเดียว ให้พูดแต่ไม่ทำ ฟังแต่พวกตัวเอง not_listened never_asked_us ignored_us နားမထောင် မမေး",
    ),
    Concept(
        name="unfair",
        topic=_DISPLEASED,
        heads="ไม่เป็นธรรม สองมาตรฐาน เลือกปฏิบัติ unfair biased discrimination မတရား",
        evidence="ไม่ยุติธรรม ไม่เป็นธรรม สองมาตรฐาน เลือกปฏิบัติ เห็นแก่พวก พวกใครพวกมัน เข้าข้างคนรวย คนจนไม่มีสิทธิ์ มีเส้นได้ก่อน เด็กเส้น ลำเอียง ดูถูก ดูถูกคนพม่า เอาเปรียบ โดนเอาเปรียบ unfair biased favourites discrimination မတရား ခွဲခြား",
    ),
    Concept(
        name="rude",
        topic=_DISPLEASED,
        heads="พูดจาไม่ดี บริการไม่ดี ไม่สุภาพ rude bad_service ရိုင်း",
        evidence="พูดจาไม่ดี พูดไม่ดี พูดห้วน พูดกระแทก หน้างอ หน้าบึ้ง ไม่ยิ้ม ชักสีหน้า ตะคอก ดุด่า ไม่เต็มใจ ไม่บริการ บริการแย่ มารยาทแย่ rude unfriendly bad_attitude ရိုင်း စကားမာ",
    ),
    Concept(
        name="dirty",
        topic=_DISPLEASED,
        heads="สกปรก มลพิษ สิ่งแวดล้อมแย่ dirty polluted environment ညစ်ပတ်",
        evidence="สกปรก เหม็น ฝุ่นเยอะ น้ำเน่า ขยะเยอะ อากาศแย่ เสียงดัง มลพิษ มลภาวะ ควันเยอะ ไม่สะอาด โสโครก รกรุงรัง dirty polluted smelly filthy noisy ညစ်ပတ် နံ",
    ),
    Concept(
        name="unsafe",
        topic=_DISPLEASED,
        heads="ไม่ปลอดภัย อันตราย unsafe dangerous အန္တရာယ်",
        evidence="ไม่ปลอดภัย อันตราย น่ากลัว เปลี่ยว มืด โจรเยอะ ขี้ยาเยอะ รถใหญ่เยอะ กลัวไฟไหม้ กลัวระเบิด หมาดุ รถชนบ่อย unsafe dangerous scary အန္တရာယ်များ မလုံခြုံ",
    ),
    Concept(
        name="costly",
        topic=_DISPLEASED,
        heads="แพง ค่าใช้จ่ายสูง รายได้น้อย expensive costly low_pay ဈေးကြီး",
        evidence="แพง ของแพง ค่าเช่าแพง ค่าไฟแพง ค่าน้ำแพง ค่าแรงน้อย เงินเดือนน้อย ไม่คุ้ม ไม่พอกิน ไม่พอใช้ หนี้ รายจ่ายเยอะ expensive low_wages not_worth_it ဈေးကြီး လစာနည်း",
    ),
    Concept(
        name="corrupt",
        topic=_DISPLEASED,
        heads="ทุจริต ไม่โปร่งใส corruption not_transparent လာဘ်စား",
        evidence="โกง โกงกิน กินกัน กินหัวคิว ใต้โต๊ะ เงินทอน ส่วย งบหาย งบไปไหน เอางบไปทำอะไร ไม่โปร่งใส งุบงิบ ผักชีโรยหน้า corrupt bribes where_does_the_money_go လာဘ်စား",
    ),
)
