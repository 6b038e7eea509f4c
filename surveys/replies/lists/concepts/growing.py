"""What is grown and kept, and the trees, colours, energy and canal of a town."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_CROP = "crop"
_LIVESTOCK = "livestock"
_TREE = "tree"
_COLOUR = "colour"
_ENERGY = "energy"
_CANAL_USE = "canal_use"

CONCEPTS = (
    Concept(
        name="rice",
        topic=_CROP,
        heads="ข้าว ทำนา นาข้าว rice",
        evidence="ทำนา นา นาปี นาปรัง ข้าวหอม หอมมะลิ ข้าวเหนียว หว่านข้าว ดำนา เกี่ยวข้าว ข้าวเปลือก เฮ็ดนา rice paddy",
    ),
    Concept(
        name="rubber",
        topic=_CROP,
        heads="ยางพารา ยาง rubber",
        evidence="กรีดยาง สวนยาง น้ำยาง ขี้ยาง ยางแผ่น ตัดยาง rubber",
    ),
    Concept(
        name="cassava",
        topic=_CROP,
        heads="มันสำปะหลัง มัน cassava",
        evidence="มันสำปะหลัง ไร่มัน ปลูกมัน ถอนมัน ขุดมัน หัวมัน cassava",
    ),
    Concept(
        name="sugar_cane",
        topic=_CROP,
        heads="อ้อย sugar_cane",
        evidence="ไร่อ้อย ตัดอ้อย ปลูกอ้อย ส่งโรงน้ำตาล โควต้าอ้อย sugar_cane",
    ),
    Concept(
        name="fruit",
        topic=_CROP,
        heads="ผลไม้ สวนผลไม้ ไม้ผล fruit",
        evidence="ทุเรียน เงาะ มังคุด ลองกอง ลำไย ลิ้นจี่ ส้ม ส้มโอ ฝรั่ง ชมพู่ มะม่วง กล้วย กล้วยหอม กล้วยน้ำว้า มะพร้าว มะพร้าวน้ำหอม มะนาว ขนุน มะละกอ แก้วมังกร แตงโม องุ่น สับปะรด ลางสาด สละ พุทรา มะยงชิด มะปราง fruit",
    ),
    Concept(
        name="vegetables",
        topic=_CROP,
        heads="ผัก พืชผัก vegetables",
        evidence="คะน้า กวางตุ้ง ผักบุ้ง ผักกาด ผักชี ต้นหอม โหระพา กะเพรา พริก มะเขือ แตงกวา ถั่วฝักยาว ชะอม ฟักทอง ผักสวนครัว ตะไคร้ ข่า หน่อไม้ฝรั่ง กระเจี๊ยบ ผักหวาน เห็ด vegetables",
    ),
    Concept(
        name="palm",
        topic=_CROP,
        heads="ปาล์ม ปาล์มน้ำมัน oil_palm",
        evidence="สวนปาล์ม ปาล์ม แทงปาล์ม ตัดปาล์ม ทะลายปาล์ม oil_palm",
    ),
    Concept(
        name="maize",
        topic=_CROP,
        heads="ข้าวโพด maize corn",
        evidence="ข้าวโพด ไร่ข้าวโพด ข้าวโพดหวาน ข้าวโพดเลี้ยงสัตว์ หักข้าวโพด maize",
    ),
    Concept(
        name="flowers",
        topic=_CROP,
        heads="ดอกไม้ กล้วยไม้ ไม้ดอก flowers",
        evidence="กล้วยไม้ ดาวเรือง มะลิ กุหลาบ บัว เบญจมาศ ไม้ประดับ ไม้ด่าง ตัดดอก orchids",
    ),
    Concept(
        name="no_crop",
        topic=_CROP,
        heads="ไม่ได้ปลูก ไม่ปลูก none",
        evidence="ไม่ได้ปลูกอะไร ไม่มีที่ปลูก ไม่มีที่ดิน ไม่มีสวน ไม่มีนา ซื้อเขากิน nothing_planted",
    ),
    Concept(
        name="cattle",
        topic=_LIVESTOCK,
        heads="วัว โค cattle cow",
        evidence="เลี้ยงวัว วัวนม วัวเนื้อ แม่วัว ลูกวัว รีดนม คอกวัว งัว cows",
    ),
    Concept(
        name="buffalo",
        topic=_LIVESTOCK,
        heads="ควาย กระบือ buffalo",
        evidence="เลี้ยงควาย ไอ้ทุย ควายเผือก คอกควาย buffalo ควายไทย ฝูงควาย",
    ),
    Concept(
        name="pigs",
        topic=_LIVESTOCK,
        heads="หมู สุกร pigs",
        evidence="เลี้ยงหมู หมูขุน แม่หมู ลูกหมู คอกหมู เล้าหมู ฟาร์มหมู pigs",
    ),
    Concept(
        name="chickens",
        topic=_LIVESTOCK,
        heads="ไก่ chickens",
        evidence="เลี้ยงไก่ ไก่ไข่ ไก่ชน ไก่เนื้อ ไก่บ้าน ลูกเจี๊ยบ แม่ไก่ เล้าไก่ เก็บไข่ไก่ chickens hens",
    ),
    Concept(
        name="ducks",
        topic=_LIVESTOCK,
        heads="เป็ด ducks",
        evidence="เลี้ยงเป็ด เป็ดไข่ เป็ดไล่ทุ่ง เล้าเป็ด ducks ไข่เป็ด ฝูงเป็ด",
    ),
    Concept(
        name="fish_kept",
        topic=_LIVESTOCK,
        heads="ปลา fish",
        evidence="เลี้ยงปลา ปลาดุก ปลานิล ปลาทับทิม ปลาสลิด ปลาสวาย บ่อปลา กระชังปลา fish_pond บ่อปลานิล บ่อปลาดุก ปลาในบ่อ วิดบ่อ ให้อาหารปลา",
    ),
    Concept(
        name="shrimps",
        topic=_LIVESTOCK,
        heads="กุ้ง shrimp",
        evidence="เลี้ยงกุ้ง บ่อกุ้ง วังกุ้ง กุ้งขาว กุ้งก้ามกราม ตีน้ำกุ้ง shrimps",
    ),
    Concept(
        name="goats",
        topic=_LIVESTOCK,
        heads="แพะ แกะ goats",
        evidence="เลี้ยงแพะ ฝูงแพะ แพะนม แกะขน goats คอกแพะ แพะเนื้อ",
    ),
    Concept(
        name="dog_pet",
        topic=_LIVESTOCK,
        heads="หมา สุนัข dog",
        evidence="น้องหมา เลี้ยงหมา บางแก้ว ปอม ชิวาวา พุดเดิ้ล ไทยหลังอาน เห่าทั้งวัน dog",
    ),
    Concept(
        name="cat_pet",
        topic=_LIVESTOCK,
        heads="แมว cat",
        evidence="น้องแมว เลี้ยงแมว เหมียว ทาสแมว แมวส้ม วิเชียรมาศ cat",
    ),
    Concept(
        name="no_animals",
        topic=_LIVESTOCK,
        heads="ไม่ได้เลี้ยง ไม่เลี้ยง none",
        evidence="ไม่ได้เลี้ยงอะไร ไม่มีสัตว์ เลี้ยงแต่ลูก เลี้ยงตัวเองยังไม่รอด no_animals ไม่เลี้ยงอะไร ไม่ได้เลี้ยงสักตัว",
    ),
    Concept(
        name="golden_shower",
        topic=_TREE,
        heads="ราชพฤกษ์ คูน golden_shower",
        evidence="คูน ต้นคูน ลมแล้ง ดอกคูน ชัยพฤกษ์ สีเหลืองๆ ดอกเหลือง เหลืองห้อย เหลืองระย้า golden_shower",
    ),
    Concept(
        name="pink_trumpet",
        topic=_TREE,
        heads="ชมพูพันธุ์ทิพย์ ตาเบบูย่า pink_trumpet",
        evidence="ชมพูพันธุ์ทิพย์ ตาเบบูย่า ดอกชมพู สีชมพูๆ เหมือนซากุระ ซากุระ pink_trumpet",
    ),
    Concept(
        name="flame_tree",
        topic=_TREE,
        heads="หางนกยูง flame_tree",
        evidence="หางนกยูง ดอกแดง สีแดงๆ ดอกส้มแดง แดงทั้งต้น flame_tree",
    ),
    Concept(
        name="padauk",
        topic=_TREE,
        heads="ประดู่ padauk",
        evidence="ประดู่ ดอกประดู่ ไม้ประดู่ padauk ประดู่แดง ประดู่ป่า",
    ),
    Concept(
        name="devil_tree",
        topic=_TREE,
        heads="พญาสัตบรรณ ตีนเป็ด สัตบรรณ devil_tree",
        evidence="ตีนเป็ด ต้นตีนเป็ด พญาสัตบรรณ หอมตอนหน้าหนาว devil_tree สัตบรรณ ดอกตีนเป็ด",
    ),
    Concept(
        name="tabaek",
        topic=_TREE,
        heads="ตะแบก อินทนิล เสลา tabaek",
        evidence="ตะแบก อินทนิล เสลา ดอกม่วง สีม่วงๆ tabaek",
    ),
    Concept(
        name="rain_tree",
        topic=_TREE,
        heads="จามจุรี ฉำฉา ก้ามปู rain_tree",
        evidence="จามจุรี ฉำฉา ก้ามปู กิ่งแผ่ rain_tree ต้นก้ามปู ต้นฉำฉา",
    ),
    Concept(
        name="neem",
        topic=_TREE,
        heads="สะเดา neem",
        evidence="สะเดา กินดอกได้ น้ำปลาหวาน neem ต้นสะเดา ยอดสะเดา",
    ),
    Concept(
        name="bodhi",
        topic=_TREE,
        heads="โพธิ์ ไทร bodhi banyan",
        evidence="ต้นโพธิ์ ต้นไทร ผูกผ้า bodhi โพธิ์ใหญ่ ไทรย้อย",
    ),
    Concept(
        name="mango_tree",
        topic=_TREE,
        heads="มะม่วง ไม้กินได้ ผลไม้ mango fruit_trees",
        evidence="มะม่วง กินลูกได้ กินผลได้ กินได้ เก็บกินได้ มะขาม ขนุน fruit_trees",
    ),
    Concept(
        name="red",
        topic=_COLOUR,
        heads="แดง สีแดง red",
        evidence="สีแดง แดงแจ๊ด แดงแปร๊ด สีเลือด สีเหมือนเลือด แดงเหมือนเลือด สีชาด red",
    ),
    Concept(
        name="green",
        topic=_COLOUR,
        heads="เขียว สีเขียว green",
        evidence="สีเขียว ใบไม้ เหมือนใบไม้ สีใบไม้ สีตอง ใบตอง เขียวๆ เขียวปี๋ สีหญ้า ตะไคร่ เหมือนตะไคร่ green leaves",
    ),
    Concept(
        name="blue",
        topic=_COLOUR,
        heads="น้ำเงิน ฟ้า สีฟ้า สีน้ำเงิน blue",
        evidence="สีฟ้า สีน้ำเงิน ทะเล สีน้ำทะเล ท้องฟ้า สีท้องฟ้า คราม ม่อฮ่อม blue",
    ),
    Concept(
        name="yellow",
        topic=_COLOUR,
        heads="เหลือง สีเหลือง yellow",
        evidence="สีเหลือง สีขมิ้น ขมิ้น สีไพล จีวร ดอกคูน ดาวเรือง เหลืองอร่าม yellow",
    ),
    Concept(
        name="brown",
        topic=_COLOUR,
        heads="น้ำตาล สีน้ำตาล brown",
        evidence="สีน้ำตาล สีชา น้ำชา สีกาแฟ กาแฟ ชานม โอวัลติน สีดิน สีโคลน โคลน สีสนิม brown",
    ),
    Concept(
        name="black",
        topic=_COLOUR,
        heads="ดำ สีดำ black",
        evidence="สีดำ ดำปี๋ ดำปื้ด ดำเหมือนหมึก น้ำหมึก หมึก ดำเป็นตอตะโก ถ่าน น้ำเฉาก๊วย เฉาก๊วย ซีอิ๊ว น้ำมันเครื่อง โอเลี้ยง น้ำครำ black ink",
    ),
    Concept(
        name="clear",
        topic=_COLOUR,
        heads="ใส clear",
        evidence="ใสแจ๋ว ใสปิ๊ง เห็นตัวปลา เห็นปลา เห็นก้นคลอง มองเห็นก้น ใสกิ๊ก clear",
    ),
    Concept(
        name="white",
        topic=_COLOUR,
        heads="ขาว สีขาว white",
        evidence="สีขาว ขาวจั๊ว สีนม น้ำนม ขาวขุ่น สีน้ำซาวข้าว white",
    ),
    Concept(
        name="orange",
        topic=_COLOUR,
        heads="ส้ม สีส้ม orange",
        evidence="สีส้ม สีแสด แสด ส้มจี๊ด orange สีแครอท สีลูกส้ม",
    ),
    Concept(
        name="solar",
        topic=_ENERGY,
        heads="แสงอาทิตย์ โซลาร์เซลล์ โซลาเซลล์ พลังแดด solar",
        evidence="โซลาร์เซลล์ โซล่าเซลล์ โซล่าเซล โซลาเซล โซลาเซลล์ โซลาร์ โซล่า แผงบนหลังคา แผงโซล่า แดด ใช้แดด แดดฟรี แดดบ้านเรา แสงแดด พระอาทิตย์ solar sun",
    ),
    Concept(
        name="wind_power",
        topic=_ENERGY,
        heads="ลม พลังงานลม กังหันลม wind",
        evidence="กังหัน กังหันลม ลมแรง ลมทะเล ใช้ลม wind turbine",
    ),
    Concept(
        name="waste_power",
        topic=_ENERGY,
        heads="ขยะ พลังงานขยะ โรงไฟฟ้าขยะ waste_to_energy",
        evidence="เอาขยะมา เผาขยะผลิตไฟ ขยะล้นเมือง เอาขยะไปปั่นไฟ เผาขยะปั่นไฟ waste_to_energy",
    ),
    Concept(
        name="gas_power",
        topic=_ENERGY,
        heads="ก๊าซ ก๊าซธรรมชาติ แก๊ส gas",
        evidence="ก๊าซ แก๊ส แก๊สธรรมชาติ ท่อก๊าซ natural_gas ใช้แก๊ส ก๊าซธรรมชาติ",
    ),
    Concept(
        name="biogas",
        topic=_ENERGY,
        heads="ก๊าซชีวภาพ ชีวมวล ไบโอแก๊ส biogas biomass",
        evidence="ขี้หมู ขี้วัว ไบโอแก๊ส แกลบ เศษไม้ ชีวมวล ฟางข้าว biogas",
    ),
    Concept(
        name="hydro",
        topic=_ENERGY,
        heads="น้ำ พลังน้ำ เขื่อน hydro",
        evidence="เขื่อน พลังน้ำ น้ำตก hydro กั้นเขื่อน น้ำไหลปั่นไฟ",
    ),
    Concept(
        name="coal",
        topic=_ENERGY,
        heads="ถ่านหิน coal",
        evidence="ถ่านหิน ลิกไนต์ coal เผาถ่านหิน เหมืองถ่าน แม่เมาะ",
    ),
    Concept(
        name="farming",
        topic=_CANAL_USE,
        heads="เกษตร การเกษตร รดน้ำต้นไม้ farming",
        evidence="รดผัก รดสวน ทำนา สูบเข้านา สูบเข้าสวน ทำสวน รดน้ำ สูบน้ำเข้า เลี้ยงวัว watering",
    ),
    Concept(
        name="fishing",
        topic=_CANAL_USE,
        heads="ประมง หาปลา จับปลา fishing",
        evidence="หาปลา จับปลา ตกปลา ยกยอ ทอดแห ลงข่าย วางลอบ งมกุ้ง เลี้ยงปลา ปล่อยปลา ได้กินปลา fishing",
    ),
    Concept(
        name="tourism",
        topic=_CANAL_USE,
        heads="ท่องเที่ยว ล่องเรือ tourism",
        evidence="ตลาดน้ำ ล่องเรือ ร้านกาแฟริมคลอง คนมาเที่ยว นักท่องเที่ยว ถ่ายรูป โฮมสเตย์ เที่ยว tourists",
    ),
    Concept(
        name="drainage",
        topic=_CANAL_USE,
        heads="ระบายน้ำ การระบายน้ำ drainage",
        evidence="ระบายน้ำ กันน้ำท่วม น้ำไม่ท่วม ไม่ให้ท่วม ทางน้ำไหล ให้น้ำไหล น้ำลงเร็ว drain",
    ),
    Concept(
        name="travel_by_boat",
        topic=_CANAL_USE,
        heads="คมนาคม เดินเรือ สัญจร transport",
        evidence="เดินเรือ พายเรือ นั่งเรือไป เรือวิ่ง เรือโดยสาร boats",
    ),
    Concept(
        name="bathing",
        topic=_CANAL_USE,
        heads="อาบน้ำ เล่นน้ำ bathing",
        evidence="เล่นน้ำ โดดน้ำ กระโดดน้ำ อาบน้ำ ว่ายน้ำ เด็กๆ ลงเล่น swimming",
    ),
)
