"""Where one buys, how high the water came, what one cooks with and drinks."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_SHOP = "shop"
_DEPTH = "flood_depth"
_FUEL = "fuel"
_DRINK = "drinking"
_VENUE = "venue"

CONCEPTS = (
    Concept(
        name="fair",
        topic=_SHOP,
        heads="ตลาดนัด flea_market",
        evidence="ตลาดนัด นัดวันพุธ นัดวันอาทิตย์ เดินนัด ไปนัด ตลาดคลองถม คลองถม ตลาดเปิดท้าย เปิดท้าย ตลาดเย็น flea_market ตลาดนัดหน้าโรงงาน ตลาดนัดวัด ตลาดนัดคลอง วันพุธมีนัด นัดเย็น",
    ),
    Concept(
        name="fresh_market",
        topic=_SHOP,
        heads="ตลาดสด fresh_market",
        evidence="ตลาดสด ไปตลาด จ่ายตลาด ตลาดเช้า เดินตลาด กาดเช้า กาดหมั้ว กาด แผงผัก fresh_market แผงหมู แผงปลา ตลาดเทศบาล เขียงหมู ไปกาด",
    ),
    Concept(
        name="convenience",
        topic=_SHOP,
        heads="ร้านสะดวกซื้อ เซเว่น มินิมาร์ท convenience_store minimart",
        evidence="เซเว่น เซเวน เซเว่นอีเลฟเว่น เซเวนอีเลฟเวน 7eleven แฟมิลี่มาร์ท ลอว์สัน โลตัสโกเฟรช โกเฟรช มินิบิ๊กซี ซีเจ ซีเจมอร์ มินิมาร์ท ร้านสะดวกซื้อ convenience_store เซเว่นใต้หอ ใต้หอ โลตัสเอ็กซ์เพรส ข้าวกล่องเวฟ",
    ),
    Concept(
        name="mall",
        topic=_SHOP,
        heads="ห้าง ห้างสรรพสินค้า ซูเปอร์มาร์เก็ต mall supermarket",
        evidence="ห้าง เดินห้าง เข้าห้าง โลตัส บิ๊กซี บิกซี แม็คโคร แมคโคร แม็คโค เซ็นทรัล เซ็นทรัลมหาชัย เดอะมอลล์ ท็อปส์ โรบินสัน ซูเปอร์ ซุปเปอร์ mall supermarket big_c lotus makro บิ๊กซีพระรามสอง",
    ),
    Concept(
        name="hawker_van",
        topic=_SHOP,
        heads="รถพุ่มพวง รถกับข้าว รถเร่ hawker_van",
        evidence="พุ่มพวง รถพุ่มพวง รถกับข้าว รถเร่ บีบแตรหน้าบ้าน รถขายของผ่าน กระบะขายผัก ขับมาขายถึงหน้าบ้าน มาจอดหน้าบ้าน รถผัก hawker_van บีบแตร",
    ),
    Concept(
        name="grocer",
        topic=_SHOP,
        heads="ร้านชำ ร้านโชห่วย โชห่วย ร้านขายของชำ grocery",
        evidence="ร้านชำ โชห่วย โชวห่วย ร้านขายของชำ ร้านของชำ ร้านค้าในซอย ร้านหน้าปากซอย ร้านในหมู่บ้าน ร้านเจ๊ ร้านป้า ร้านลุง ร้านข้างบ้าน ร้านหน้าบ้าน ร้านในซอย grocery เซ็นไว้ก่อน",
    ),
    Concept(
        name="online_shop",
        topic=_SHOP,
        heads="ซื้อออนไลน์ สั่งออนไลน์ ช้อปออนไลน์ online_shop",
        evidence="สั่งออนไลน์ สั่งของออนไลน์ ซื้อออนไลน์ สั่งช้อปปี้ ช้อปปี้ ช็อปปี้ ชอปปี้ ลาซาด้า ติ๊กต็อกช็อป กดในแอพ สั่งในแอพ สั่งทางมือถือ shopee lazada สั่งมาส่ง เก็บเงินปลายทาง",
    ),
    Concept(
        name="no_flood",
        topic=_DEPTH,
        heads="ไม่เคยท่วม ไม่ท่วม never_flooded",
        evidence="ไม่เคยท่วม ไม่เคยท่วมเลย ไม่ท่วม น้ำไม่ถึง น้ำมาไม่ถึง น้ำไม่เข้า น้ำไม่เคยเข้า ไม่เข้าบ้าน รอดมาตลอด ที่สูง never_flooded บ้านอยู่ที่สูง อยู่ที่สูง แห้งสนิท ไม่เคยเปียก ไม่เคยเข้าบ้าน ถมที่สูง แห้งทุกปี",
    ),
    Concept(
        name="ankle",
        topic=_DEPTH,
        heads="ตาตุ่ม ข้อเท้า ankle",
        evidence="ตาตุ่ม แค่ตาตุ่ม ข้อเท้า แค่ข้อเท้า เปียกเท้า เฉอะแฉะ ปริ่มพื้น แค่ปริ่มๆ หลังเท้า ขังหน้าบ้าน ankle เปียกตาตุ่ม แฉะๆ แค่เปียกเท้า",
    ),
    Concept(
        name="shin",
        topic=_DEPTH,
        heads="หน้าแข้ง แข้ง น่อง shin",
        evidence="หน้าแข้ง แค่แข้ง ครึ่งแข้ง ครึ่งน่อง แค่น่อง ถึงน่อง shin",
    ),
    Concept(
        name="knee",
        topic=_DEPTH,
        heads="เข่า knee",
        evidence="หัวเข่า ถึงเข่า แค่เข่า ท่วมเข่า เหนือเข่า เลยเข่า ระดับเข่า ประมาณเข่า knee_deep knee ถกขากางเกง ถลกขากางเกง",
    ),
    Concept(
        name="waist",
        topic=_DEPTH,
        heads="เอว waist",
        evidence="ถึงเอว แค่เอว ท่วมเอว ครึ่งตัว ระดับเอว เลยเอว บั้นเอว สะเอว waist_deep waist สะดือ ถึงสะดือ ยกเตียง ถึงเป้า",
    ),
    Concept(
        name="over_waist",
        topic=_DEPTH,
        heads="เอวขึ้นไป อก หน้าอก สูงกว่าเอว มิดหัว chest",
        evidence="ถึงอก แค่อก ท่วมอก มิดอก ระดับอก หน้าอก ราวนม ถึงคอ แค่คอ มิดคอ มิดหัว ท่วมหัว เกือบมิด มิดหลังคา ถึงหลังคา ชั้นล่างมิด ต้องหนีขึ้นชั้นสอง ท่วมชั้นล่างหมด chest_deep หลังคา อยู่ชั้นสอง หนีขึ้นชั้นสอง",
    ),
    Concept(
        name="gas",
        topic=_FUEL,
        heads="แก๊ส แก๊สหุงต้ม ก๊าซหุงต้ม lpg gas",
        evidence="แก๊ส แก๊ซ เตาแก๊ส แก๊สถัง ถังแก๊ส แก๊สหุงต้ม ก๊าซหุงต้ม แก๊สปิกนิก lpg ถังเขียว สิบห้าโล ปตท ถังปิกนิก เปลี่ยนถัง สองหัว",
    ),
    Concept(
        name="electric_stove",
        topic=_FUEL,
        heads="เตาไฟฟ้า ไฟฟ้า กระทะไฟฟ้า electric",
        evidence="เตาไฟฟ้า กระทะไฟฟ้า หม้อไฟฟ้า เตาแม่เหล็กไฟฟ้า หม้อหุงข้าว ไมโครเวฟ ใช้ไฟฟ้า เสียบปลั๊ก electric_stove เตาแม่เหล็ก",
    ),
    Concept(
        name="charcoal",
        topic=_FUEL,
        heads="ถ่าน เตาถ่าน charcoal wood เตาอั้งโล่",
        evidence="เตาถ่าน ถ่านไม้ ฟืน เตาฟืน เตาอั้งโล่ อั้งโล่ ก่อไฟ ก่อเตา หลัวฟืน ดังไฟ charcoal firewood",
    ),
    Concept(
        name="firewood",
        topic=_FUEL,
        heads="ฟืน firewood",
        evidence="ฟืน ผ่าฟืน เก็บฟืน กิ่งไม้แห้ง เศษไม้ ก่อไฟ ไม้ฟืน หลัวไฟ firewood",
    ),
    Concept(
        name="no_cooking",
        topic=_FUEL,
        heads="ไม่ได้ทำอาหาร ซื้อกิน no_cooking ไม่ได้ทำ ไม่ทำอาหาร",
        evidence="""
            ไม่ได้ทำอาหาร ไม่ได้ทำกับข้าว ไม่ทำกับข้าว ซื้อกิน ซื้อกินตลอด ซื้อกินทุกวัน ซื้อกับข้าวถุง กับข้าวถุง แกงถุง กินข้าวนอกบ้าน กินโรงอาหาร no_cooking ซื้อถุงกิน ถุงละ หอไม่ให้ทำ เขาไม่ให้ทำ กินข้าวโรงงาน ฝากท้อง ฝากท้องไว้กับ
            กินร้าน ตามสั่งหน้าหอ
        """,
    ),
    Concept(
        name="bottled_drink",
        topic=_DRINK,
        heads="บรรจุขวด น้ำขวด น้ำถัง bottled_water",
        evidence="น้ำขวด น้ำถัง น้ำแพ็ค น้ำแพ็ก น้ำโหล ซื้อน้ำขวด ซื้อน้ำถัง ซื้อน้ำแพ็ค น้ำสิงห์ น้ำคริสตัล น้ำทิพย์ น้ำเซเว่น ยกแพ็ค ถังขาวขุ่น รถน้ำดื่มมาส่ง สั่งน้ำถัง bottled_water",
    ),
    Concept(
        name="filtered_drink",
        topic=_DRINK,
        heads="กรองแล้ว น้ำกรอง เครื่องกรอง filtered",
        evidence="น้ำกรอง กรองกิน กรองเอา กรองเอง เครื่องกรอง เครื่องกรองน้ำ กรองน้ำกินเอง กรองก่อน ไส้กรอง น้ำประปากรอง ประปากรอง ประปาแต่กรอง กรองน้ำประปา filtered",
    ),
    Concept(
        name="tap_drink",
        topic=_DRINK,
        heads="น้ำประปา tap_water",
        evidence="น้ำประปา ประปา น้ำก๊อก เปิดก๊อก กินน้ำก๊อก จากก๊อก น้ำก๊อกต้ม ต้มน้ำประปา tap_water",
    ),
    Concept(
        name="vending_drink",
        topic=_DRINK,
        heads="ตู้กดน้ำ หยอดเหรียญ ตู้น้ำ vending_water",
        evidence="กดตู้ ตู้กด ตู้กดน้ำ กดน้ำตู้ น้ำตู้ ตู้น้ำ หยอดเหรียญ ตู้หยอด หยอดตู้ ตู้บาทเดียว ลิตรละบาท ตู้หน้าปากซอย ตู้หน้าหอ ไปกดน้ำ เอาขวดไปกด",
    ),
    Concept(
        name="well_drink",
        topic=_DRINK,
        heads="น้ำบาดาล น้ำบ่อ ground_water",
        evidence="บาดาล น้ำบาดาล เจาะบาดาล น้ำบ่อ บ่อน้ำ น้ำส่าง น้ำสร้าง บ่อตื้น สูบขึ้นมา สูบจากบ่อ well_water",
    ),
    Concept(
        name="rain_drink",
        topic=_DRINK,
        heads="น้ำฝน rain_water",
        evidence="น้ำฝน รองน้ำฝน รองฝน โอ่ง น้ำโอ่ง น้ำในโอ่ง ตุ่ม ใส่โอ่งไว้ แทงค์น้ำฝน rain_water",
    ),
    Concept(
        name="temple_hall",
        topic=_VENUE,
        heads="วัด ศาลาวัด temple",
        evidence="วัด ที่วัด ในวัด ศาลาวัด ศาลาการเปรียญ ลานวัด วัดก็ได้ temple ใต้ศาลา โบสถ์ ศาลาหลวงพ่อ หลวงพ่อ หลวงตา กุฏิ",
    ),
    Concept(
        name="school_hall",
        topic=_VENUE,
        heads="โรงเรียน school",
        evidence="โรงเรียน ที่โรงเรียน โฮงเฮียน โฮงเฮียนกะได้ รร หอประชุมโรงเรียน สนามโรงเรียน โรงเรียนวัด โรงเรียนลูก school โรงอาหารโรงเรียน ในโรงเรียน",
    ),
    Concept(
        name="town_hall",
        topic=_VENUE,
        heads="เทศบาล สำนักงานเทศบาล ศาลาว่าการ town_hall municipality",
        evidence="เทศบาล ที่เทศบาล สำนักงานเทศบาล ห้องประชุมเทศบาล หอประชุมเทศบาล ตึกเทศบาล town_hall",
    ),
    Concept(
        name="village_hall",
        topic=_VENUE,
        heads="ศาลากลางหมู่บ้าน ศาลาประชาคม ศาลาชุมชน ที่ทำการชุมชน community_hall",
        evidence="ศาลากลางบ้าน ศาลากลางหมู่บ้าน ศาลาประชาคม ศาลาหมู่บ้าน ศาลาชุมชน ที่ทำการชุมชน บ้านผู้ใหญ่ ใต้ถุนบ้านผู้ใหญ่ community_hall",
    ),
    Concept(
        name="factory_hall",
        topic=_VENUE,
        heads="โรงงาน ที่โรงงาน at_factory",
        evidence="ที่โรงงาน ในโรงงาน ห้องประชุมโรงงาน โรงอาหารโรงงาน โรงงานนั่นแหละ at_factory",
    ),
    Concept(
        name="online_meeting",
        topic=_VENUE,
        heads="ออนไลน์ ทางออนไลน์ online zoom",
        evidence="ออนไลน์ ออนลาย ซูม ประชุมซูม ทางซูม ผ่านซูม ไลน์กลุ่ม วิดีโอคอล วีดีโอคอล ประชุมทางมือถือ ทางมือถือ ทางเน็ต ผ่านเน็ต ทางไลน์ กูเกิลมีท zoom online ประชุมในไลน์ ผ่านมือถือ",
    ),
)
