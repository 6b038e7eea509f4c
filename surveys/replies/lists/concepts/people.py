"""Who people are: where they came from, how old, how taught, on what they live."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_ORIGIN = "origin"
_NATIONALITY = "nationality"
_LANGUAGE = "language"
_AGE = "age"
_GENDER = "gender"
_EDUCATION = "education"
_INCOME = "income"
_PAID = "paid"

CONCEPTS = (
    Concept(
        name="born_here",
        topic=_ORIGIN,
        heads="เกิดที่นี่ คนพื้นที่ คนท้องถิ่น อยู่มาตั้งแต่เกิด born_here native local ဒီမှာမွေး",
        evidence="""
            เกิดที่นี่ เกิดนี่ โตที่นี่ เกิดและโตที่นี่ คนที่นี่ คนนี่ คนพื้นที่ คนในพื้นที่ คนท้องถิ่น คนบ้านนี้ คนดั้งเดิม ลูกหลานคนที่นี่ เด็กที่นี่ เด็กอ้อมน้อย คนอ้อมน้อยแท้ๆ คนอ้อมน้อย ตั้งแต่เกิด เกิดมาก็อยู่ ปู่ย่าอยู่ที่นี่
            ตั้งแต่รุ่นทวด ตั้งแต่รุ่นปู่ย่า เจ้าถิ่น เกิดหม่องนี้ เกิดตี้นี่ born_here grew_up_here local native ဒီမှာမွေး ဒေသခံ ลูกบ้านนี้ รกฝังที่นี่
        """,
    ),
    Concept(
        name="moved_in",
        topic=_ORIGIN,
        heads="ย้ายมา ย้ายเข้ามาอยู่ มาจากที่อื่น moved_in newcomer ပြောင်းလာ",
        evidence="""
            ย้ายมา ย้ายมาอยู่ ย้ายมาจาก ย้ายตามแฟน ตามผัวมา ตามเมียมา มาแต่งงาน แต่งเข้ามา แต่งมาอยู่ มาซื้อบ้าน ซื้อบ้านที่นี่ มาตั้งรกราก มาอยู่นานแล้ว มาจากต่างจังหวัด คนต่างจังหวัด มาจากอีสาน คนอีสาน คนใต้ คนเหนือ มาจากบุรีรัมย์
            มาจากขอนแก่น มาจากโคราช มาจากร้อยเอ็ด มาจากสุรินทร์ มาจากเชียงราย มาจากนครศรี มาหางานทำ ไม่ใช่คนที่นี่ คนต่างถิ่น เพิ่งมาอยู่ เข้ามาทำงานแล้วก็อยู่ยาว ไทอีสาน moved_here came_from settled newcomer ပြောင်းလာ ရွှေ့လာ มาเป็นสะใภ้
            มาอยู่ได้
        """,
    ),
    Concept(
        name="migrant",
        topic=_ORIGIN,
        heads="แรงงานข้ามชาติ แรงงานต่างด้าว ต่างชาติ migrant_worker foreigner ရွှေ့ပြောင်းအလုပ်သမား",
        evidence="""
            ต่างด้าว แรงงานต่างด้าว แรงงานข้ามชาติ มาจากพม่า ข้ามมาจากแม่สอด ข้ามมาจากระนอง คนพม่า คนลาว คนเขมร คนกัมพูชา ถือบัตรชมพู บัตรชมพู บัตรสีชมพู พาสปอร์ต ต่อวีซ่า ต่อบัตร ใบอนุญาตทำงาน เอ็มโอยู มาทำงานเมืองไทย
            ไม่ใช่คนไทย ไม่มีสัญชาติ migrant foreigner work_permit pink_card came_to_thailand ရွှေ့ပြောင်း မြန်မာကလာ ပန်းရောင်ကတ်
        """,
    ),
    Concept(
        name="live_and_work",
        topic=_ORIGIN,
        heads="อยู่อาศัยและทำงาน ทั้งอยู่และทำงาน live_and_work နေပြီးအလုပ်လုပ်",
        evidence="ทั้งอยู่ทั้งทำงาน อยู่ด้วยทำงานด้วย ทำงานด้วยอยู่ด้วย บ้านก็อยู่นี่งานก็อยู่นี่ บ้านอยู่นี่ทำงานก็นี่ อยู่ที่นี่ทำงานที่นี่ กินนอนทำงานที่นี่ ทั้งสองอย่าง กินอยู่ที่นี่หมด live_and_work_here both နေရောအလုပ်ရော",
    ),
    Concept(
        name="live_only",
        topic=_ORIGIN,
        heads="อยู่อาศัยอย่างเดียว อาศัยอยู่ ผู้อยู่อาศัย live_here resident နေထိုင်",
        evidence="อยู่อย่างเดียว อยู่เฉยๆไม่ได้ทำงานที่นี่ บ้านอยู่ที่นี่ บ้านอยู่นี่ บ้านอยู่แถวนี้ พักอยู่ที่นี่ อาศัยอยู่ที่นี่ อยู่ที่นี่แต่ทำงานที่อื่น นอนที่นี่ไปทำงานกรุงเทพ มีชื่อในทะเบียนบ้าน ทะเบียนบ้านอยู่นี่ live_here resident ဒီမှာနေ",
    ),
    Concept(
        name="work_only",
        topic=_ORIGIN,
        heads="มาทำงานอย่างเดียว ทำงานในพื้นที่ มาทำงาน work_only commuter အလုပ်ပဲလာ",
        evidence="มาทำงานเฉยๆ มาทำงานอย่างเดียว แค่มาทำงาน เช้ามาเย็นกลับ เช้าไปเย็นกลับ ไปกลับทุกวัน ไปเช้าเย็นกลับ บ้านอยู่ที่อื่น บ้านไม่ได้อยู่นี่ ไม่ได้นอนที่นี่ ขับรถมาทำงาน ทำงานที่นี่แต่บ้านอยู่ commute only_work_here come_to_work အလုပ်လာလုပ်",
    ),
    Concept(
        name="study_here",
        topic=_ORIGIN,
        heads="มาเรียน เรียนในพื้นที่ study_here student",
        evidence="มาเรียน เรียนที่นี่ เรียนแถวนี้ เรียนอยู่โรงเรียนในนี้ มาเรียนหนังสือ โรงเรียนอยู่ที่นี่ ฝึกงานที่นี่ study_here go_to_school_here ဒီမှာကျောင်းတက်",
    ),
    Concept(
        name="visitor",
        topic=_ORIGIN,
        heads="มาเยี่ยม มาธุระ ผ่านมา visitor visiting ဧည့်သည်",
        evidence="มาเยี่ยม มาเยี่ยมญาติ มาเยี่ยมลูก มาหาลูก มาเที่ยว มาธุระ มาทำธุระ ผ่านมา ผ่านทาง ขับผ่าน แวะมา มาชั่วคราว มาขายของเฉพาะวันนัด มาส่งของ visitor visiting passing_through tourist ဧည့်သည် လာလည်",
    ),
    Concept(
        name="returned",
        topic=_ORIGIN,
        heads="กลับมาอยู่ ย้ายกลับ returned came_back",
        evidence="กลับมาอยู่ กลับบ้านเกิด กลับมาอยู่กับแม่ ไปอยู่กรุงเทพมาแล้วกลับ ไปทำงานที่อื่นแล้วกลับ ย้ายกลับ กลับมาดูแลพ่อแม่ เกิดที่นี่แต่ไปอยู่ที่อื่นมา คืนมาอยู่ came_back returned_home moved_back ပြန်လာနေ",
    ),
    Concept(
        name="thai",
        topic=_NATIONALITY,
        heads="ไทย คนไทย สัญชาติไทย thai ထိုင်း",
        evidence="""
            ไทย คนไทย ไทยแท้ๆ สัญชาติไทย ไทยจีน ลูกจีน เชื้อจีน ไทยเชื้อสายจีน คนอีสาน คนใต้ คนเหนือ คนบ้านเรา มีบัตรประชาชน บัตรประชาชนไทย thai thailand ထိုင်း คนไทยแท้ๆ เกิดเมืองไทย สิบสามหลัก13หลัก ขึ้นต้นด้วย3 คนที่นี่ ไทยร้อยเปอร์เซ็นต์
            เลือดไทย คนสุพรรณ คนโคราช เหน่อ สุพรรณแท้ บัตรประชาชน เลขสิบสามหลัก ปู่เป็นจีน
        """,
        against="มาเมืองไทย อยู่ไทย มาไทย ทำงานไทย",
    ),
    Concept(
        name="myanmar",
        topic=_NATIONALITY,
        heads="พม่า เมียนมา เมียนมาร์ myanmar burmese မြန်မာ",
        evidence="""
            พม่า พะม่า ปาม่า คนพม่า เมียนมา เมียนมาร์ เมียนม่า มาจากพม่า ย่างกุ้ง ทวาย มะริด เมาะลำไย มะละแหม่ง พะโค หงสาวดี เมียวดี มัณฑะเลย์ ยะไข่ คนยะไข่ คนทวาย myanmar burma burmese yangon dawei rakhine မြန်မာ ဗမာ ရခိုင် ထားဝယ် ผาอัน
            พะอัน ตองยี หงสา มอญ ไทใหญ่ กะเหรี่ยง เกาะสอง ท่าขี้เหล็ก แม่สอดข้ามมา พาสปอร์ตพม่า ข้ามมาทางแม่สอด แม่สอด ทาทานาคา ทานาคา
        """,
    ),
    Concept(
        name="mon",
        topic=_NATIONALITY,
        heads="มอญ mon မွန်",
        evidence="มอญ คนมอญ เชื้อมอญ รัฐมอญ ลูกมอญ รามัญ มอญพม่า mon_people mon_state မွန် မွန်လူမျိုး",
    ),
    Concept(
        name="karen",
        topic=_NATIONALITY,
        heads="กะเหรี่ยง karen ကရင်",
        evidence="กะเหรี่ยง กระเหรี่ยง กะเหรียง ปกาเกอะญอ ปกากะญอ คนกะเหรี่ยง ผาอัน karen hpa_an ကရင် ကရင်လူမျိုး",
    ),
    Concept(
        name="shan",
        topic=_NATIONALITY,
        heads="ไทใหญ่ ฉาน shan ရှမ်း",
        evidence="ไทใหญ่ ไทยใหญ่ คนไต รัฐฉาน ฉาน เชียงตุง ตองยี ท่าขี้เหล็ก shan taunggyi ရှမ်း ရှမ်းလူမျိုး",
    ),
    Concept(
        name="lao",
        topic=_NATIONALITY,
        heads="ลาว lao laos လာအို",
        evidence="ลาว คนลาว สปปลาว มาจากลาว เวียงจันทน์ เวียงจัน ปากเซ สะหวันนะเขต จำปาสัก หลวงพระบาง lao laos laotian vientiane လာအို สะหวัน ท่าแขก ไชยะบุรี ข้ามโขง ฝั่งโขง พาสปอร์ตลาว",
        against="ลาวอีสาน",
    ),
    Concept(
        name="cambodian",
        topic=_NATIONALITY,
        heads="กัมพูชา เขมร cambodian khmer ကမ္ဘောဒီးယား",
        evidence="เขมร กัมพูชา คนเขมร คนกัมพูชา มาจากเขมร ขะแมร์ พนมเปญ เสียมเรียบ พระตะบอง ปอยเปต cambodia cambodian khmer phnom_penh ကမ္ဘောဒီးယား ခမာ เสียมราฐ บันเตียเมียนเจย กำปงจาม กำปงธม สีหนุวิลล์ เกาะกง ช่องจอม อรัญ",
    ),
    Concept(
        name="vietnamese",
        topic=_NATIONALITY,
        heads="เวียดนาม ญวน vietnamese ဗီယက်နမ်",
        evidence="เวียดนาม เวียตนาม ญวน คนเวียดนาม ฮานอย โฮจิมินห์ vietnam vietnamese hanoi ဗီယက်နမ် ไซง่อน เว้",
    ),
    Concept(
        name="chinese",
        topic=_NATIONALITY,
        heads="จีน chinese တရုတ်",
        evidence="คนจีน จีนแผ่นดินใหญ่ มาจากจีน เมืองจีน ไต้หวัน คนไต้หวัน จีนใหม่ chinese china taiwanese တရုတ် จีน กวางตุ้ง แต้จิ๋ว ปักกิ่ง เซี่ยงไฮ้ ยูนนาน",
        against="ลูกจีน เชื้อจีน ไทยจีน",
    ),
    Concept(
        name="other_nation",
        topic=_NATIONALITY,
        heads="สัญชาติอื่น ชาติอื่น other_nationality တခြားနိုင်ငံ",
        evidence="ฝรั่ง ญี่ปุ่น เกาหลี อินเดีย เนปาล บังกลา บังกลาเทศ ปากีสถาน ฟิลิปปินส์ ไร้สัญชาติ ไม่มีสัญชาติ japanese korean indian nepali filipino stateless western အိန္ဒိယ နီပေါ",
    ),
    Concept(
        name="thai_language",
        topic=_LANGUAGE,
        heads="ภาษาไทย ไทยกลาง thai_language thai ထိုင်းစကား",
        evidence="ภาษาไทย พูดไทย ไทยกลาง ภาษากลาง ไทยอย่างเดียว พูดไทยชัด ไทยนี่แหละ อ่านไทยได้ speak_thai thai_only ထိုင်းစကား ထိုင်းလို",
    ),
    Concept(
        name="isan_language",
        topic=_LANGUAGE,
        heads="ภาษาอีสาน ลาวอีสาน isan lao လာအိုစကား",
        evidence="อีสาน ภาษาอีสาน เว้าลาว เว้าอีสาน พูดอีสาน ลาวอีสาน ภาษาลาว พูดลาว เว้า ภาษาบ้านเฮา isan speak_lao lao_language လာအိုစကား",
    ),
    Concept(
        name="northern_language",
        topic=_LANGUAGE,
        heads="ภาษาเหนือ คำเมือง northern_thai",
        evidence="ภาษาเหนือ คำเมือง กำเมือง อู้กำเมือง พูดเหนือ อู้เมือง northern_thai kam_mueang",
    ),
    Concept(
        name="southern_language",
        topic=_LANGUAGE,
        heads="ภาษาใต้ ปักษ์ใต้ southern_thai",
        evidence="ภาษาใต้ แหลงใต้ พูดใต้ ปักษ์ใต้ แหลง มลายู ยาวี ภาษายาวี southern_thai malay",
    ),
    Concept(
        name="burmese_language",
        topic=_LANGUAGE,
        heads="ภาษาพม่า พม่า เมียนมา burmese myanmar မြန်မာစကား",
        evidence="พม่า ภาษาพม่า พูดพม่า ภาษาเมียนมา อ่านพม่า burmese_language speak_burmese မြန်မာစကား မြန်မာလို ဗမာစကား",
    ),
    Concept(
        name="mon_karen_language",
        topic=_LANGUAGE,
        heads="ภาษามอญ ภาษากะเหรี่ยง ภาษาไทใหญ่ ภาษาชาติพันธุ์ mon karen shan ethnic_language မွန်စကား",
        evidence="มอญ ภาษามอญ กะเหรี่ยง ภาษากะเหรี่ยง ไทใหญ่ ภาษาไต พูดมอญ พูดกะเหรี่ยง ภาษาถิ่น ภาษาทวาย ภาษายะไข่ mon_language karen_language shan_language မွန်စကား ကရင်စကား ရှမ်းစကား",
    ),
    Concept(
        name="khmer_language",
        topic=_LANGUAGE,
        heads="ภาษาเขมร เขมร khmer cambodian ခမာစကား",
        evidence="เขมร ภาษาเขมร พูดเขมร เขมรสุรินทร์ ภาษากัมพูชา กูย khmer_language speak_khmer ခမာစကား",
    ),
    Concept(
        name="english_language",
        topic=_LANGUAGE,
        heads="ภาษาอังกฤษ อังกฤษ english အင်္ဂလိပ်",
        evidence="อังกฤษ ภาษาอังกฤษ อิ๊ง ภาษาอิ๊ง อิงลิช พูดอังกฤษ english speak_english အင်္ဂလိပ်",
    ),
    Concept(
        name="chinese_language",
        topic=_LANGUAGE,
        heads="ภาษาจีน จีน chinese mandarin တရုတ်စကား",
        evidence="จีน ภาษาจีน จีนกลาง แต้จิ๋ว ภาษาแต้จิ๋ว ฮกเกี้ยน จีนแคะ mandarin chinese teochew တရုတ်စကား",
    ),
    Concept(
        name="child",
        topic=_AGE,
        heads="เด็ก วัยเด็ก child children ကလေး",
        evidence="เด็ก ยังเด็ก ยังเด็กอยู่ เด็กประถม อยู่ประถม ปอหก เด็กน้อย เด็กชาย เด็กหญิง ดช ดญ ละอ่อน child kid primary_school ကလေး",
    ),
    Concept(
        name="youth",
        topic=_AGE,
        heads="วัยรุ่น เยาวชน หนุ่มสาว youth teenager young လူငယ်",
        evidence="วัยรุ่น เยาวชน วัยใส หนุ่มๆ ยังหนุ่ม ยังสาว เพิ่งสิบแปด อยู่มัธยม มัธยม เด็กมหาลัย เพิ่งเรียนจบ จบใหม่ ยังไม่มีแฟน เจนซี เจนแซด ยังไม่เกณฑ์ทหาร ผู้บ่าว ผู้สาว บ่าวน้อย teen teenager youth gen_z young လူငယ် ဆယ်ကျော်သက်",
    ),
    Concept(
        name="working_age",
        topic=_AGE,
        heads="วัยทำงาน ผู้ใหญ่ working_age adult အလုပ်လုပ်တဲ့အရွယ်",
        evidence="วัยทำงาน วัยเลี้ยงลูก กำลังสร้างตัว กำลังผ่อนบ้าน มีลูกแล้ว มีครอบครัวแล้ว เจนวาย วัยกำลังเหนื่อย ผู้ใหญ่แล้ว working_age adult gen_y လူလတ်ပိုင်း",
    ),
    Concept(
        name="middle_age",
        topic=_AGE,
        heads="วัยกลางคน กลางคน middle_age လူလတ်",
        evidence="กลางคน วัยกลางคน วัยทอง หมดประจำเดือน เลขสี่ เลขห้า ขึ้นเลขสี่ ขึ้นเลขห้า ผมหงอก ผมขาว ใกล้เกษียณ ใกล้แก่ ลูกโตหมดแล้ว เจนเอ็กซ์ รุ่นป้า รุ่นลุง ป้าแล้ว ลุงแล้ว middle_aged gen_x လူလတ်ပိုင်း ใกล้เกษียณแล้ว อีกไม่กี่ปีเกษียณ",
    ),
    Concept(
        name="old",
        topic=_AGE,
        heads="ผู้สูงอายุ สูงวัย วัยชรา elderly old senior သက်ကြီး",
        evidence="""
            แก่ แก่แล้ว แก่มากแล้ว คนแก่ เฒ่าแล้ว เฒ่า ผู้เฒ่า ชรา สูงวัย สูงอายุ ไม้ใกล้ฝั่ง อายุเยอะแล้ว อายุมากแล้ว ยายแล้ว ตาแล้ว ปู่แล้ว ย่าแล้ว รับเบี้ยคนแก่ เบี้ยผู้สูงอายุ เบี้ยหกร้อย ฟันหมดปาก
            เกษียณแล้ว หูตึง อุ๊ย เป็นยาย เป็นตา มีหลานแล้ว มีเหลน old elderly senior pensioner grandma grandpa သက်ကြီးရွယ်အို အဘိုး အဘွား
        """,
    ),
    Concept(
        name="male",
        topic=_GENDER,
        heads="ชาย ผู้ชาย เพศชาย male man ကျား",
        evidence="ผู้ชาย เพศชาย ชาย เพศผู้ ผู้บ่าว ผู้บ่าวจ้า เป็นลุง เป็นตา เป็นพ่อ หนุ่มหล่อ ชายแท้ ป้อจาย male man guy ကျား ယောက်ျား หนุ่ม ลุง ผมเป็นผู้ชาย เกณฑ์ทหาร",
    ),
    Concept(
        name="female",
        topic=_GENDER,
        heads="หญิง ผู้หญิง เพศหญิง female woman မ",
        evidence="ผู้หญิง เพศหญิง หญิง เพศเมีย ผู้สาว สาวๆ เป็นป้า เป็นยาย เป็นแม่ สาวสวย แม่ญิง สตรี female woman lady မိန်းမ အမျိုးသမီး หญิงแท้ ป้า ยาย แม่บ้าน",
    ),
    Concept(
        name="other_gender",
        topic=_GENDER,
        heads="เพศทางเลือก เพศอื่น หลากหลายทางเพศ lgbt other_gender non_binary",
        evidence="กะเทย กระเทย สาวสอง ทอม ดี้ เกย์ ตุ๊ด เลสเบี้ยน ไบเซ็กชวล สาวประเภทสอง ทรานส์ เพศที่สาม เพศทางเลือก แอลจีบีที นอนไบนารี lgbt lgbtq gay lesbian trans နှစ်လိင်ချစ်",
    ),
    Concept(
        name="no_school",
        topic=_EDUCATION,
        heads="ไม่ได้เรียน ไม่เคยเรียน no_schooling none ကျောင်းမတက်",
        evidence="""
            ไม่ได้เรียน ไม่ได้เรียนหนังสือ ไม่เคยเรียน ไม่ได้เข้าโรงเรียน ไม่รู้หนังสือ อ่านหนังสือไม่ออก อ่านไม่ออก เขียนไม่ได้ อ่านเขียนไม่ได้ บ่ได้เรียน never_went_to_school cannot_read no_school ကျောင်းမတက်ဖူး စာမတတ် เขียนไม่เป็น
            เซ็นชื่อยังไม่เป็น เซ็นชื่อไม่เป็น เซ็นไม่เป็น ปั๊มหัวแม่มือ หัวแม่มือ ปั๊มลายนิ้วมือ เลี้ยงควายตั้งแต่เด็ก
        """,
    ),
    Concept(
        name="primary",
        topic=_EDUCATION,
        heads="ประถม ประถมศึกษา primary elementary မူလတန်း",
        evidence="""
            ประถม จบประถม ป4 ปอสี่ ป6 ปอหก จบปอสี่ จบปอหก จบป4 จบป6 ป7 เรียนน้อย จบน้อย แค่ปอสี่ ปอเจ็ด primary elementary grade_six မူလတန်း ปหก ปสี่ จบปหก จบปสี่ ชั้นประถม ปห้า ปเจ็ด ป3 ปสาม ป2 ปสอง ป1 ป5 แค่ป4 แค่ป6 ประถมสี่ ประถมหก
            ประถมสาม ออกมาช่วยแม่ดำนา ออกมาช่วยพ่อแม่ ออกมาเลี้ยงน้อง เลี้ยงน้อง ช่วยแม่ ดำนา บวชเรียน อ่านออกเขียนได้
        """,
    ),
    Concept(
        name="lower_secondary",
        topic=_EDUCATION,
        heads="มัธยมต้น ม.ต้น มัธยมศึกษาตอนต้น lower_secondary junior_high အလယ်တန်း",
        evidence="ม3 มอสาม จบม3 จบมอสาม มต้น มัธยมต้น กศนม3 มศ3 lower_secondary junior_high grade_nine အလယ်တန်း มสาม จบมสาม ม1 ม2 มสอง แค่ม3 มอต้น มัธยมสาม มศสาม",
    ),
    Concept(
        name="upper_secondary",
        topic=_EDUCATION,
        heads="มัธยมปลาย ม.ปลาย มัธยมศึกษาตอนปลาย upper_secondary high_school အထက်တန်း",
        evidence="ม6 มอหก จบม6 จบมอหก มปลาย มัธยมปลาย กศนม6 วุฒิม6 มศ5 upper_secondary high_school grade_twelve အထက်တန်း ဆယ်တန်း มหก จบมหก ม5 มห้า ม4 มสี่ แค่ม6 มอปลาย มัธยมหก มศห้า ม8",
    ),
    Concept(
        name="secondary",
        topic=_EDUCATION,
        heads="มัธยม มัธยมศึกษา ชั้นมัธยม secondary",
        evidence="ม1 ม2 ม3 ม4 ม5 ม6 มอต้น มอปลาย มอสาม มอหก จบม3 จบม6 มัธยมสาม มัธยมหก มัธยม มศ3 มศ5 secondary",
    ),
    Concept(
        name="vocational",
        topic=_EDUCATION,
        heads="ปวช อาชีวะ vocational technical သက်မွေးပညာ",
        evidence="ปวช จบปวช จบช่าง จบเทคนิค สายอาชีพ อาชีวะ เรียนช่าง เด็กช่าง เทคนิค พาณิชย์ พณิชย์ vocational technical_college သက်မွေးပညာ ปอวอชอ ช่างกล สารพัดช่าง ช่างไฟ ช่างยนต์ บัญชีปวช",
    ),
    Concept(
        name="diploma",
        topic=_EDUCATION,
        heads="ปวส อนุปริญญา diploma",
        evidence="ปวส ปวท จบปวส ปอวอสอ วุฒิปวส อนุปริญญา จบอนุปริญญา ต่อปวส diploma ปวสช่าง",
    ),
    Concept(
        name="bachelor",
        topic=_EDUCATION,
        heads="ปริญญาตรี ป.ตรี bachelor degree university ဘွဲ့ ปริญญา มหาวิทยาลัย อุดมศึกษา",
        evidence="""
            ปตรี ปริญญาตรี ปอตรี จบตรี จบปตรี จบมหาลัย จบราชภัฏ จบราม จบรามคำแหง รับปริญญา เรียนมหาลัย วิศวะ bachelor degree graduate university ဘွဲ့ရ တက္ကသိုလ် ปริญญา ได้ปริญญา จบปริญญา ตรี เรียนจบมหาลัย จบมหาวิทยาลัย จบวิศวะ จบบัญชี ราชภัฏ
            รามคำแหง มสธ เกษตรศาสตร์ จุฬา ธรรมศาสตร์ บางมด ลาดกระบัง บัณฑิต ศิลปศาสตร์ บริหารธุรกิจ ครุศาสตร์ วิศวกรรม นิติศาสตร์ พยาบาลศาสตร์ ราชมงคล จบครู ครูพละ ใบปริญญา ได้ใบปริญญา ถ่ายรูปครุย ใส่ครุย สวมครุย ครุย มหาลัย เกียรตินิยม คณะ
            ถ่ายรูปรับปริญญา
        """,
    ),
    Concept(
        name="postgraduate",
        topic=_EDUCATION,
        heads="ปริญญาโท ปริญญาเอก สูงกว่าปริญญาตรี ตรีขึ้นไป postgraduate master doctorate မဟာဘွဲ့",
        evidence="ปโท ปริญญาโท จบโท เรียนโท เอ็มบีเอ ปเอก ปริญญาเอก จบเอก ดอกเตอร์ ด็อกเตอร์ master masters_degree phd mba doctorate မဟာဘွဲ့ ပါရဂူ ต่อโท มหาบัณฑิต โท โทบริหาร วิทยานิพนธ์",
    ),
    Concept(
        name="nonformal",
        topic=_EDUCATION,
        heads="กศน การศึกษานอกระบบ สกร nonformal_education",
        evidence="กศน เรียนกศน เรียนวันอาทิตย์ เทียบวุฒิ เรียนทางไกล ธรรมศึกษา นักธรรม เปรียญ บวชเรียน nonformal_education evening_school กอศอนอ การศึกษาผู้ใหญ่",
    ),
    Concept(
        name="no_income",
        topic=_INCOME,
        heads="ไม่มีรายได้ no_income ဝင်ငွေမရှိ",
        evidence="ไม่มีรายได้ ไม่มีเงินเดือน ไม่ได้ทำงาน ไม่ได้เงิน ขอเงินแม่ ขอเงินพ่อแม่ ขอลูกใช้ ขอผัวใช้ ลูกให้ ลูกส่งให้ แฟนให้ เงินลูก บ่มีเงิน no_income no_money my_children_support_me ဝင်ငွေမရှိ",
    ),
    Concept(
        name="low_income",
        topic=_INCOME,
        heads="รายได้น้อย ไม่พอใช้ ไม่เพียงพอ low_income not_enough မလောက်",
        evidence="""
            ไม่พอใช้ ไม่พอกิน ไม่ค่อยพอ เงินไม่พอ ชักหน้าไม่ถึงหลัง เดือนชนเดือน หาเช้ากินค่ำ ได้มาก็หมด ติดลบ เป็นหนี้ กู้เขากิน ต้องกู้ ยืมเขา ค่าแรงขั้นต่ำ วันละสามร้อย ยากจน บัตรคนจน ทุกข์ยาก บ่พอกิน บ่ปอ not_enough poor minimum_wage
            in_debt မလောက် ဆင်းရဲ ต้นเดือนก็หมด กินมาม่า ติดลบทุกเดือน ไม่พอยาไส้ เซ็นร้าน เซ็นร้านเจ๊ ไปเซ็น วันที่สิบก็หมด กลางเดือนก็หมด ไม่ถึงสิ้นเดือน ติดร้าน จำนำ โรงจำนำ ยืมเงิน ติดหนี้
        """,
    ),
    Concept(
        name="enough_income",
        topic=_INCOME,
        heads="พอใช้ เพียงพอ พออยู่พอกิน enough sufficient လောက်",
        evidence="พอใช้ พอกิน พออยู่พอกิน พออยู่ได้ พอถูไถ ถูไถไป อยู่ได้ไม่เดือดร้อน พอมีพอกิน ไม่เหลือเก็บ พอดีๆ พอเลี้ยงตัว พอประทัง เพียงพอ พอค่ากับข้าว get_by just_enough လောက်ငှ พอกินพอใช้ ไม่ขาดไม่เหลือ ไม่เดือดร้อน",
    ),
    Concept(
        name="good_income",
        topic=_INCOME,
        heads="เหลือเก็บ รายได้ดี มีเงินออม good_income savings ပိုလျှံ",
        evidence="""
            เหลือเก็บ มีเก็บ มีเงินเก็บ เหลือใช้ มีเหลือ เงินเหลือ ออมได้ มีเงินออม รายได้ดี สบายๆเรื่องเงิน ไม่เดือดร้อนเงิน เงินเดือนสูง เงินเดือนเยอะ กินใช้สบาย save_money well_off comfortable စုမိ ပိုလျှံ ฝากแบงค์ทุกเดือน ซื้อทอง
            ส่งลูกเรียนสบาย สบายๆ หยอดกระปุก ยังเหลือ เก็บได้เดือนละ ฝากแบงก์
        """,
    ),
    Concept(
        name="unsteady_income",
        topic=_INCOME,
        heads="รายได้ไม่แน่นอน unsteady_income irregular_income ဝင်ငွေမမှန်",
        evidence="ไม่แน่นอน รายได้ไม่แน่นอน ได้มั่งไม่ได้มั่ง ขายดีก็ได้ขายไม่ดีก็ไม่ได้ แล้วแต่วัน แล้วแต่ยอดขาย แล้วแต่โอที แล้วแต่งาน มีงานก็มีเงิน เดือนมีเดือนไม่มี irregular depends_on_the_day up_and_down ဝင်ငွေမမှန်",
    ),
    Concept(
        name="welfare",
        topic=_INCOME,
        heads="เงินสวัสดิการ เบี้ยยังชีพ บำนาญ welfare pension allowance ထောက်ပံ့ကြေး เบี้ย",
        evidence="เบี้ยยังชีพ เบี้ยผู้สูงอายุ เบี้ยคนแก่ เบี้ยคนพิการ เบี้ยพิการ บัตรคนจน บัตรสวัสดิการ เงินอุดหนุนบุตร เงินเด็กแรกเกิด บำนาญ ประกันสังคม เงินชราภาพ เงินหมื่น welfare pension allowance ထောက်ပံ့ကြေး ပင်စင်",
    ),
    Concept(
        name="cash",
        topic=_PAID,
        heads="เงินสด จ่ายสด cash ငွေသား",
        evidence="เงินสด จ่ายสด ให้เป็นเงิน เงินถึงมือ ใส่ซอง ใส่ซองมา จ่ายกับมือ เบิกสด ควักจ่าย cash cash_in_hand ငွေသား แบงค์ เหรียญ ควักตัง",
    ),
    Concept(
        name="transfer",
        topic=_PAID,
        heads="โอน โอนเงิน พร้อมเพย์ บัญชีธนาคาร transfer bank promptpay ဘဏ်",
        evidence="โอน โอนเอา โอนเข้าบัญชี เข้าบัญชี เข้าแบงค์ พร้อมเพย์ พร้อมเพ สแกนจ่าย สแกนเอา สแกน คิวอาร์ กสิกร แอปธนาคาร เป๋าตัง ทรูมันนี่ วอลเล็ต วอลเลต เอทีเอ็ม กดตู้ bank_transfer promptpay qr_code e_wallet ဘဏ်လွှဲ",
    ),
    Concept(
        name="card",
        topic=_PAID,
        heads="บัตร บัตรเครดิต credit_card card ကတ်",
        evidence="บัตรเครดิต รูดบัตร รูดเอา บัตรเดบิต ผ่อนบัตร ตัดบัตร รูดปรื๊ด credit_card debit_card ကတ်နဲ့",
    ),
    Concept(
        name="credit",
        topic=_PAID,
        heads="เชื่อ ผ่อน ติดไว้ก่อน credit instalment အကြွေး",
        evidence="ติดไว้ก่อน เซ็นไว้ เซ็นไว้ก่อน ลงบัญชีไว้ แปะโป้ง เชื่อไว้ก่อน ผ่อน ผ่อนเอา ผ่อนรายเดือน ค้างไว้ หักเงินเดือน หักจากเงินเดือน instalment pay_later အကြွေး",
    ),
)
