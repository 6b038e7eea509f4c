"""Where and how one lives, with whom, and what becomes of water and waste."""

# ruff: noqa: E501  they are lists

from surveys.reply_words.concepts.concept import Concept

_PLACE = "place"
_TENURE = "tenure"
_DWELLING = "dwelling"
_HOUSEHOLD = "household"
_WATER = "water"
_WASTE = "waste"

CONCEPTS = (
    Concept(
        name="canal_side",
        topic=_PLACE,
        heads="ริมคลอง ริมน้ำ ริมแม่น้ำ ใกล้คลอง canal_side riverside waterside တူးမြောင်းဘေး",
        evidence="""
            ริมคลอง ติดคลอง ข้างคลอง หลังบ้านเป็นคลอง หน้าบ้านเป็นคลอง หลังบ้านติดคลอง เลียบคลอง ฝั่งคลอง ชายคลอง ปากคลอง ท่าน้ำ ติดน้ำ ริมน้ำ ริมแม่น้ำ ริมท่าจีน ติดแม่น้ำ ศาลาท่าน้ำ บ้านในคลอง บ้านสวนริมน้ำ
            สะพานข้ามคลอง ตีนสะพาน เชิงสะพาน แคมคลอง แคมน้ำ ฮิมน้ำ ฮิมคลอง แลเห็นคลอง canal_side by_the_canal riverside along_the_canal တူးမြောင်းဘေး ချောင်းဘေး
        """,
    ),
    Concept(
        name="near_factory",
        topic=_PLACE,
        heads="ใกล้โรงงาน ติดโรงงาน ในนิคม เขตอุตสาหกรรม near_factory industrial_area estate စက်ရုံနား",
        evidence="""
            ติดโรงงาน ข้างโรงงาน หลังโรงงาน หน้าโรงงาน รั้วติดโรงงาน กำแพงโรงงาน รั้วเดียวกับโรงงาน ใกล้โรงงาน แถวโรงงาน ตรงข้ามโรงงาน มีโรงงานล้อมรอบ โรงงานล้อมบ้าน โรงงานเต็มไปหมด เดินไปโรงงานได้ แถวนิคม ใกล้นิคม
            ในนิคม ซอยโรงงาน เขตอุตสาหกรรม เห็นปล่องจากบ้าน เห็นปล่อง near_the_factory next_to_the_factory behind_the_factory industrial_zone စက်ရုံနား စက်ရုံဘေး
        """,
    ),
    Concept(
        name="market",
        topic=_PLACE,
        heads="ตลาด ย่านการค้า ในตลาด market commercial_area ဈေး",
        evidence="ในตลาด แถวตลาด หลังตลาด หน้าตลาด ใกล้ตลาด ข้างตลาด ตึกแถวตลาด ห้องแถวในตลาด ตลาดสด ตลาดนัด ย่านการค้า กลางตลาด ในกาด หน้ากาด ในเมืองเลย ใจกลางเมือง market near_the_market town_centre ဈေးနား ဈေးထဲ",
    ),
    Concept(
        name="housing_estate",
        topic=_PLACE,
        heads="หมู่บ้านจัดสรร บ้านจัดสรร โครงการบ้าน housing_estate gated အိမ်ရာ",
        evidence="หมู่บ้านจัดสรร จัดสรร บ้านจัดสรร หมู่บ้านมีรปภ หมู่บ้านมียาม ในหมู่บ้านมีนิติ มีนิติ ทาวน์เฮ้าส์ ทาวน์เฮาส์ บ้านแฝด พฤกษา บ้านเอื้ออาทร เอื้ออาทร หมู่บ้านในโครงการ หมู่บ้านพฤกษา เคหะ การเคหะ housing_estate gated_community townhouse_estate အိမ်ရာ",
    ),
    Concept(
        name="dormitory",
        topic=_PLACE,
        heads="หอพัก ห้องเช่า อพาร์ตเมนต์ บ้านเช่า dormitory rented_room apartment အဆောင်",
        evidence="""
            หอพัก อยู่หอ เช่าหอ หอหลังโรงงาน หอหน้าโรงงาน ห้องเช่า เช่าห้อง อยู่ห้องเช่า อพาร์ทเม้น อพาร์ตเมนต์ อพาร์ทเมนท์ แมนชั่น แฟลต ห้องแถวให้เช่า ห้องแบ่งเช่า ห้องพัดลม ห้องละสองพัน ห้องรายเดือน อยู่กับเพื่อนในหอ
            หอใน หอนอก ตึกหอ เซ้าห้อง เช่าฮ้อง dorm dormitory rented_room apartment mansion အဆောင် အခန်းငှား
        """,
    ),
    Concept(
        name="main_road",
        topic=_PLACE,
        heads="ริมถนน ติดถนนใหญ่ ริมถนนใหญ่ main_road roadside လမ်းမဘေး",
        evidence="ติดถนน ติดถนนใหญ่ ริมถนน ริมถนนใหญ่ หน้าบ้านเป็นถนน ข้างถนนใหญ่ ริมเพชรเกษม ติดเพชรเกษม ถนนเพชรเกษม เศรษฐกิจหนึ่ง ถนนเศรษฐกิจ พุทธมณฑลสาย ปากซอย หน้าปากซอย ข้างทาง ทางหลวง รถวิ่งหน้าบ้าน ฮิมทาง แคมทาง main_road roadside highway လမ်းမဘေး လမ်းမကြီး",
    ),
    Concept(
        name="lane",
        topic=_PLACE,
        heads="ในซอย ตรอก ซอย lane soi alley လမ်းကြား",
        evidence="ในซอย ซอยลึก ท้ายซอย ก้นซอย สุดซอย กลางซอย เข้าซอยไป ซอยตัน ในตรอก ซอกซอย เข้าไปลึก ซอยเล็กๆ ในซอยวัด soi lane alley dead_end လမ်းကြား လမ်းသွယ်",
    ),
    Concept(
        name="temple_school",
        topic=_PLACE,
        heads="ใกล้วัด ใกล้โรงเรียน near_temple near_school ကျောင်းနား",
        evidence="หลังวัด ข้างวัด หน้าวัด ใกล้วัด ติดวัด แถววัด ที่วัด ซอยวัด ข้างโรงเรียน หลังโรงเรียน หน้าโรงเรียน ใกล้โรงเรียน near_the_temple behind_the_school next_to_the_temple ဘုန်းကြီးကျောင်းနား",
    ),
    Concept(
        name="orchard",
        topic=_PLACE,
        heads="สวน ไร่นา พื้นที่เกษตร orchard farmland fields စိုက်ခင်း",
        evidence="ในสวน บ้านสวน กลางสวน กลางทุ่ง กลางนา ปลายนา ติดนา บ้านนา บ้านไร่ ทุ่งนา ท้องร่อง ร่องสวน สวนกล้วยไม้ ชายทุ่ง นอกเมือง ชานเมือง orchard farmland in_the_fields rural ခြံထဲ လယ်ကွင်း",
    ),
    Concept(
        name="worker_camp",
        topic=_PLACE,
        heads="ที่พักคนงาน แคมป์คนงาน บ้านพักคนงาน worker_camp camp အလုပ်သမားတန်းလျား",
        evidence="แคมป์คนงาน แคมป์ อยู่แคมป์ แคมป์ก่อสร้าง บ้านพักคนงาน ที่พักคนงาน ห้องพักคนงาน เพิงสังกะสี สังกะสี เพิงพัก โรงงานมีที่พักให้ พักในโรงงาน นอนในโรงงาน ห้องพักโรงงาน แพปลา บ้านพักพนักงาน worker_camp site_camp factory_quarters တန်းလျား အလုပ်သမားတန်း",
    ),
    Concept(
        name="condominium",
        topic=_PLACE,
        heads="คอนโด คอนโดมิเนียม condominium condo ကွန်ဒို",
        evidence="คอนโด อยู่คอนโด คอนโดมิเนียม คอนโดชั้น ห้องชุด ลุมพินี ลิฟต์ตึก อยู่ชั้นสูง ชั้นสิบ condo condominium high_rise ကွန်ဒို",
    ),
    Concept(
        name="squatter",
        topic=_PLACE,
        heads="ชุมชนแออัด ชุมชนบุกรุก สลัม slum informal_settlement ကျူးကျော်",
        evidence="ชุมชนแออัด สลัม บุกรุก ที่บุกรุก ปลูกบนที่หลวง ใต้สะพาน ใต้ทางด่วน ที่รถไฟ ปลูกริมทางรถไฟ ชุมชนบ้านมั่นคง บ้านมั่นคง บ้านชิดกันมาก slum squatter under_the_bridge ကျူးကျော်",
    ),
    Concept(
        name="outside",
        topic=_PLACE,
        heads="นอกพื้นที่ นอกเขตเทศบาล ต่างอำเภอ ที่อื่น outside another_town elsewhere တခြားမြို့",
        evidence="ไม่ได้อยู่ที่นี่ อยู่ที่อื่น นอกเขต นอกพื้นที่ คนละตำบล คนละอำเภอ อยู่กรุงเทพ อยู่บางแค อยู่หนองแขม อยู่นครปฐม อยู่สามพราน อยู่กระทุ่มแบน อยู่มหาชัย มาทำงานเช้าเย็นกลับ ขับมาทำงาน มาจากที่อื่น outside another_town live_elsewhere တခြားမြို့မှာနေ",
    ),
    Concept(
        name="own",
        topic=_TENURE,
        heads="บ้านตัวเอง เป็นเจ้าของ บ้านของตนเอง own own_house owner ကိုယ်ပိုင်အိမ်",
        evidence="""
            บ้านตัวเอง บ้านของตัวเอง บ้านเรา บ้านเราเอง ของตัวเอง ชื่อเราเอง ซื้อไว้ ซื้อเอง ซื้อสด ปลูกเอง สร้างเอง ผ่อนอยู่ ผ่อนบ้าน ผ่อนแบงค์ ผ่อนธนาคาร ผ่อนหมดแล้ว ยังผ่อนไม่หมด ส่งแบงค์ มีโฉนด โฉนดชื่อเรา
            ได้มรดก มรดกพ่อแม่ เจ้าของบ้าน บ้านเฮาเอง เฮือนเฮา own_house own_it paying_a_mortgage bought_it homeowner ကိုယ်ပိုင်အိမ်
        """,
    ),
    Concept(
        name="rent",
        topic=_TENURE,
        heads="เช่า บ้านเช่า ผู้เช่า เช่าอยู่ rent tenant renting ငှား",
        evidence="""
            เช่า เช่าอยู่ เช่าเขาอยู่ เช่าบ้าน บ้านเช่า เช่าห้อง ห้องเช่า เช่าหอ อยู่หอ หอพัก จ่ายรายเดือน จ่ายค่าห้อง จ่ายค่าเช่า ค่าเช่าเดือนละ ค่าห้องเดือนละ เสียค่าเช่า มัดจำ เซ้า เซ่าเขา เซ้ง เช่าเปิ้นอยู่ ไม่มีบ้านเป็นของตัวเอง
            rent rented tenant renting pay_rent ငှားနေ အိမ်ငှား အခန်းငှား
        """,
    ),
    Concept(
        name="family_house",
        topic=_TENURE,
        heads="บ้านพ่อแม่ บ้านญาติ อยู่กับครอบครัว อาศัยอยู่กับญาติ family_house relatives_house with_family မိဘအိမ်",
        evidence="บ้านพ่อแม่ บ้านแม่ บ้านพ่อ บ้านตายาย บ้านยาย บ้านปู่ย่า บ้านแฟน บ้านเมีย บ้านผัว บ้านแม่ยาย บ้านพ่อตา บ้านลูก อยู่กับลูก อยู่กับพ่อแม่ อยู่บ้านญาติ บ้านพี่สาว บ้านน้า อาศัยเขาอยู่ อาศัยญาติ เกาะพ่อแม่ parents_house with_my_parents relatives_house မိဘအိမ် ဆွေမျိုးအိမ်",
    ),
    Concept(
        name="employer_housing",
        topic=_TENURE,
        heads="ที่พักของนายจ้าง บ้านพักสวัสดิการ ที่พักโรงงาน employer_housing company_housing အလုပ်ရှင်ပေးတဲ့အိမ်",
        evidence="นายจ้างให้อยู่ เถ้าแก่ให้อยู่ โรงงานให้อยู่ ที่พักโรงงาน ห้องพักโรงงาน หอโรงงาน หอบริษัท บ้านพักสวัสดิการ บ้านพักข้าราชการ บ้านพักครู บ้านพักพนักงาน พักฟรี อยู่ฟรี ไม่เสียค่าเช่า ไม่ต้องจ่ายค่าห้อง แคมป์ employer_gives company_room factory_dorm free_room စက်ရုံကပေး သူဌေးပေး",
    ),
    Concept(
        name="rented_land",
        topic=_TENURE,
        heads="เช่าที่ดิน ที่ดินวัด ปลูกบ้านบนที่เช่า rented_land leased_land မြေငှား",
        evidence="เช่าที่ เช่าที่ดิน เช่าที่วัด ที่วัด ที่ดินวัด ที่ราชพัสดุ ที่หลวง ที่เขา ปลูกในที่เขา เจ้าของที่ให้อยู่ บ้านเราแต่ที่เขา เช่าที่ปลูกบ้าน จ่ายค่าที่รายปี rented_land temple_land state_land မြေငှား",
    ),
    Concept(
        name="detached",
        topic=_DWELLING,
        heads="บ้านเดี่ยว detached_house single_house လုံးချင်း",
        evidence="บ้านเดี่ยว บ้านเป็นหลัง บ้านสองชั้น บ้านชั้นเดียว บ้านมีรั้ว มีบริเวณ มีสนาม บ้านปูน บ้านครึ่งตึกครึ่งไม้ detached_house single_house လုံးချင်းအိမ်",
    ),
    Concept(
        name="townhouse",
        topic=_DWELLING,
        heads="ทาวน์เฮาส์ ทาวน์โฮม บ้านแฝด townhouse terraced",
        evidence="ทาวน์เฮ้าส์ ทาวน์เฮาส์ ทาวเฮ้า ทาวน์โฮม บ้านแฝด บ้านติดกัน บ้านแถว ผนังติดกัน townhouse town_home terraced_house တိုက်တန်း",
    ),
    Concept(
        name="shophouse",
        topic=_DWELLING,
        heads="ตึกแถว อาคารพาณิชย์ ห้องแถว shophouse commercial_building တိုက်ခန်း",
        evidence="ตึกแถว ห้องแถว อาคารพาณิชย์ ตึกสามชั้น ตึกสี่ชั้น ข้างล่างขายของ ข้างล่างเป็นร้าน อยู่ชั้นสอง เหนือร้าน shophouse above_the_shop တိုက်ခန်း",
    ),
    Concept(
        name="room",
        topic=_DWELLING,
        heads="หอพัก ห้องเช่า อพาร์ตเมนต์ แฟลต room apartment dormitory flat အခန်း",
        evidence="ห้องเดียว ห้องเช่า หอพัก อยู่หอ แฟลต แมนชั่น อพาร์ทเม้น ห้องพัดลม ห้องแอร์รายเดือน ห้องรวม นอนรวมกัน หอสี่ชั้น studio_room apartment flat dorm အခန်း အဆောင်ခန်း",
    ),
    Concept(
        name="condo",
        topic=_DWELLING,
        heads="คอนโด คอนโดมิเนียม ห้องชุด condo condominium ကွန်ဒို",
        evidence="คอนโด คอนโดมิเนียม ห้องชุด ตึกสูง ชั้นบนๆ condo condominium ကွန်ဒို",
    ),
    Concept(
        name="shack",
        topic=_DWELLING,
        heads="เพิงพัก ที่พักชั่วคราว บ้านไม้ shack temporary_housing",
        evidence="เพิง เพิงพัก สังกะสี บ้านสังกะสี บ้านไม้เก่า บ้านไม้ กระต๊อบ กระท่อม เถียงนา ตูบ แคมป์คนงาน ตู้คอนเทนเนอร์ นอนในเรือ เรือนแพ shack hut container boat_house တဲ",
    ),
    Concept(
        name="alone",
        topic=_HOUSEHOLD,
        heads="อยู่คนเดียว คนเดียว alone by_myself တစ်ယောက်တည်း",
        evidence="คนเดียว อยู่คนเดียว ตัวคนเดียว หัวเดียวกระเทียมลีบ โสด อยู่โสด อยู่กับหมา อยู่กับแมว ลูกไปอยู่ที่อื่นหมด ผัวตายแล้ว เมียตายแล้ว เป็นม่าย เป็นหม้าย อยู่ผู้เดียว อยู่คนเดียวดาย alone by_myself on_my_own single widowed တစ်ယောက်တည်း",
    ),
    Concept(
        name="couple",
        topic=_HOUSEHOLD,
        heads="คู่สมรส สามีภรรยา สองคน แฟน couple spouse partner ဇနီးမောင်နှံ",
        evidence="อยู่กับแฟน อยู่กับผัว อยู่กับเมีย อยู่กับสามี อยู่กับภรรยา สองคนผัวเมีย สองคนตายาย ผัวเมีย แฟนสองคน กันสองคน ยังไม่มีลูก กับลุงสองคน อยู่กับผู้บ่าว อยู่กับผู้สาว with_my_husband with_my_wife couple partner ဇနီးမောင်နှံ",
    ),
    Concept(
        name="children",
        topic=_HOUSEHOLD,
        heads="เด็กเล็ก บุตร มีลูก เด็ก children kids ကလေး",
        evidence="มีลูกเล็ก ลูกเล็ก ลูกน้อย ลูกอ่อน ลูกยังแบเบาะ ลูกเรียนอยู่ ลูกเรียนประถม ลูกอนุบาล ลูกสอง ลูกสองคน มีลูก มีหลานเล็ก เลี้ยงหลาน หลานอยู่ด้วย ลูกสามคน พ่อแม่ลูก อยู่กับลูก ท้องอยู่ กำลังท้อง ละอ่อนน้อย kids small_children baby toddler pregnant ကလေး ကလေးငယ်",
    ),
    Concept(
        name="elders",
        topic=_HOUSEHOLD,
        heads="ผู้สูงอายุ พ่อแม่ ปู่ย่าตายาย elders older_people parents သက်ကြီးရွယ်အို",
        evidence="มีคนแก่ คนแก่ มีแม่แก่ แม่แก่ พ่อแก่ๆ อยู่กับแม่ อยู่กับพ่อแม่ อยู่กับยาย อยู่กับตายาย อาม่า อากง ปู่ย่า ตายาย ยายอายุ แม่อายุ ผู้เฒ่า คนเฒ่า อุ๊ย แม่อุ๊ย พ่อใหญ่แม่ใหญ่ elders grandmother grandparents old_parents အဖိုးအဖွား သက်ကြီး",
    ),
    Concept(
        name="sick",
        topic=_HOUSEHOLD,
        heads="ผู้ป่วยติดเตียง ผู้ป่วย คนพิการ ผู้พิการ bedridden sick disabled လူနာ",
        evidence="ติดเตียง คนป่วยติดเตียง แม่ติดเตียง พ่อติดเตียง มีคนป่วย คนป่วยในบ้าน ฟอกไต ล้างไต อัมพาต อัมพฤกษ์ คนพิการ พิการ นั่งรถเข็น วีลแชร์ ออทิสติก สมองเสื่อม อัลไซเมอร์ เส้นเลือดในสมอง มะเร็ง bedridden disabled patient stroke လူနာ မသန်စွမ်း",
    ),
    Concept(
        name="extended",
        topic=_HOUSEHOLD,
        heads="ครอบครัวใหญ่ หลายรุ่น ครอบครัวขยาย extended_family many_generations မိသားစုကြီး",
        evidence="ครอบครัวใหญ่ อยู่กันเยอะ อยู่กันหลายคน อยู่รวมกันหมด อยู่กันสามรุ่น ปู่ย่าพ่อแม่ลูก พี่น้องอยู่ด้วยกัน ลูกเขยลูกสะใภ้ ลูกสะใภ้ ลูกเขย เต็มบ้าน ทั้งตระกูล กงสี extended_family big_family three_generations မိသားစုကြီး",
    ),
    Concept(
        name="friends",
        topic=_HOUSEHOLD,
        heads="เพื่อน เพื่อนร่วมงาน เพื่อนร่วมห้อง friends colleagues room_mates သူငယ်ချင်း",
        evidence="อยู่กับเพื่อน แชร์ห้องกับเพื่อน หารค่าห้อง เพื่อนร่วมงาน เพื่อนที่โรงงาน รูมเมท รูมเมต คนบ้านเดียวกัน คนพม่าด้วยกัน นอนกันห้องละสี่คน หลายคนห้องเดียว อยู่นำหมู่ roommates friends workmates share_a_room သူငယ်ချင်းတွေနဲ့",
    ),
    Concept(
        name="single_parent",
        topic=_HOUSEHOLD,
        heads="พ่อเลี้ยงเดี่ยว แม่เลี้ยงเดี่ยว single_parent",
        evidence="เลี้ยงเดี่ยว แม่เลี้ยงเดี่ยว พ่อเลี้ยงเดี่ยว แม่ลูก สองคนแม่ลูก เลี้ยงลูกคนเดียว เลิกกับผัว เลิกกับแฟน หย่าแล้ว หย่ากัน ผัวทิ้ง ฮ้างผัว ฮ้างเมีย single_mother single_father divorced",
    ),
    Concept(
        name="tap",
        topic=_WATER,
        heads="น้ำประปา ประปา tap piped ရေပိုက်",
        evidence="น้ำประปา ประปา น้ำก๊อก ก๊อก น้ำก๊อกต้ม เปิดก๊อก น้ำจากก๊อก มีมิเตอร์ จ่ายค่าน้ำ ประปาหมู่บ้าน ประปานครหลวง ประปาภูมิภาค น้ำปะปา tap tap_water piped_water ရေပိုက် ရေဘုံဘိုင်",
    ),
    Concept(
        name="bottled",
        topic=_WATER,
        heads="น้ำขวด น้ำซื้อ น้ำดื่มบรรจุขวด น้ำถัง bottled bought_water ရေသန့်",
        evidence="ซื้อน้ำ ซื้อน้ำกิน น้ำซื้อ น้ำขวด น้ำถัง น้ำถังขาวขุ่น ถังขาวขุ่น น้ำแพ็ค น้ำแพ็ก ซื้อเป็นแพ็ค ขวดใหญ่ น้ำสิงห์ น้ำคริสตัล น้ำทิพย์ น้ำโรงน้ำมาส่ง เขามาส่งเป็นถัง รถน้ำดื่ม bottled_water water_jug buy_water ရေသန့်ဘူး ရေသန့်",
    ),
    Concept(
        name="vending",
        topic=_WATER,
        heads="ตู้น้ำหยอดเหรียญ เครื่องกรองน้ำ กรองน้ำ vending filter refill ရေစစ်",
        evidence="ตู้น้ำ ตู้กดน้ำ หยอดเหรียญ น้ำหยอดเหรียญ น้ำตู้ กดน้ำตู้ ตู้หน้าหอ ลิตรละบาท เครื่องกรอง กรองกิน กรองเอา เครื่องกรองน้ำ ไส้กรอง น้ำกรอง vending_machine water_filter refill ရေစစ် ရေစက်",
    ),
    Concept(
        name="well",
        topic=_WATER,
        heads="น้ำบาดาล น้ำบ่อ บ่อน้ำ well groundwater ရေတွင်း",
        evidence="บาดาล น้ำบาดาล เจาะบาดาล เจาะน้ำ น้ำบ่อ บ่อน้ำ น้ำบ่อตื้น บ่อตอก น้ำส่าง น้ำสร้าง สูบน้ำบาดาล โยกน้ำ น้ำใต้ดิน groundwater borehole water_well ရေတွင်း အဝီစိတွင်း",
    ),
    Concept(
        name="rain",
        topic=_WATER,
        heads="น้ำฝน rain rainwater မိုးရေ",
        evidence="น้ำฝน รองน้ำฝน รองฝน โอ่ง น้ำในโอ่ง ตุ่ม น้ำตุ่ม แทงค์น้ำฝน รางน้ำฝน น้ำฟ้า rainwater rain_jar မိုးရေ",
    ),
    Concept(
        name="canal_water",
        topic=_WATER,
        heads="น้ำคลอง น้ำแม่น้ำ น้ำผิวดิน canal river surface_water တူးမြောင်းရေ",
        evidence="น้ำคลอง น้ำในคลอง ตักน้ำคลอง สูบจากคลอง สูบน้ำคลอง แกว่งสารส้ม สารส้ม น้ำแม่น้ำ น้ำท่า น้ำห้วย น้ำหนอง น้ำสระ canal_water river_water pond တူးမြောင်းရေ မြစ်ရေ",
    ),
    Concept(
        name="bin",
        topic=_WASTE,
        heads="ทิ้งถังขยะ ถังขยะเทศบาล ทิ้งถังรวม bin collected municipal အမှိုက်ပုံး",
        evidence="ทิ้งถัง ใส่ถัง ถังเทศบาล ถังขยะหน้าบ้าน ใส่ถุงดำ ถุงดำ มัดปากถุง วางหน้าบ้าน แขวนหน้าบ้าน รถขยะมาเก็บ รอรถขยะ เทศบาลเก็บ ทิ้งรวม เทรวม ทิ้งถังเดียว ทิ้งใต้หอ ห้องขยะ bin rubbish_bin garbage_truck အမှိုက်ပုံး အမှိုက်ကား",
    ),
    Concept(
        name="sort",
        topic=_WASTE,
        heads="คัดแยก แยกขยะ แยกทิ้ง sort separate ခွဲ",
        evidence="แยก แยกขยะ คัดแยก แยกขวด แยกเปียกแห้ง แยกเปียก แยกแห้ง แยกถุง แยกสองถัง สี่สี ถังสี แยกเศษอาหาร แยกทุกวัน แยกพลาสติก แยกประเภท separate sort recycling_bins ခွဲပစ်",
    ),
    Concept(
        name="sell",
        topic=_WASTE,
        heads="ขาย ขายของเก่า รีไซเคิล sell recycle ရောင်း",
        evidence="ขายของเก่า ขายซาเล้ง เก็บขวดขาย เก็บไว้ขาย ขายร้านของเก่า ขวดขายได้ กระดาษขาย ชั่งกิโล ชั่งกิโลขาย รีไซเคิล รีไซเคิ้ล ธนาคารขยะ ขยะแลกไข่ ให้ซาเล้ง บริจาคขวด sell_bottles recycle scrap ပုလင်းရောင်း",
    ),
    Concept(
        name="burn",
        topic=_WASTE,
        heads="เผา เผาขยะ burn မီးရှို့",
        evidence="เผา เผาเอา เผาทิ้ง จุดไฟเผา เผาหลังบ้าน เผาในสวน เผาเอง สุมไฟ จูด จุดทิ้ง จูดถิ่ม burn burn_it မီးရှို့",
    ),
    Concept(
        name="compost",
        topic=_WASTE,
        heads="ทำปุ๋ย หมัก เศษอาหาร compost မြေဆွေး",
        evidence="ทำปุ๋ย หมักปุ๋ย น้ำหมัก อีเอ็ม ถังหมัก กรีนโคน ใส่โคนต้นไม้ เศษผักใส่ต้นไม้ compost fertiliser မြေဆွေး",
    ),
    Concept(
        name="feed",
        topic=_WASTE,
        heads="เลี้ยงสัตว์ ให้สัตว์ สัตว์กิน animal_feed",
        evidence="ให้หมากิน ให้แมวกิน ให้ไก่กิน ให้เป็ดกิน ให้ปลากิน ให้หมูกิน เลี้ยงไก่ เลี้ยงหมู เลี้ยงเป็ด เอาไปเลี้ยงหมู ให้สัตว์กิน feed_the_chickens",
    ),
    Concept(
        name="dump",
        topic=_WASTE,
        heads="ทิ้งที่ว่าง ทิ้งลงคลอง ทิ้งข้างทาง dump canal roadside ရေထဲပစ်",
        evidence="โยนลงคลอง ทิ้งลงคลอง ทิ้งคลอง ทิ้งลงน้ำ เทลงท่อ เทลงคลอง ทิ้งข้างทาง ทิ้งที่ว่าง ทิ้งในป่า ทิ้งหลังบ้าน โยนหลังบ้าน ทิ้งที่รกร้าง ถิ่มลงน้ำ throw_in_the_canal dump_it roadside ရေထဲပစ် လမ်းဘေးပစ်",
    ),
    Concept(
        name="bury",
        topic=_WASTE,
        heads="ฝัง ฝังกลบ ขุดหลุม bury pit မြေမြှုပ်",
        evidence="ฝัง ฝังกลบ ฝังดิน ขุดหลุม ขุดหลุมฝัง หลุมหลังบ้าน ใส่หลุม กลบดิน bury dig_a_pit မြေမြှုပ် တွင်းတူး",
    ),
)
