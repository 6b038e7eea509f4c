"""Whom one knows and how, when one goes home, and what one does if it grows worse."""

# ruff: noqa: E501  they are lists

from surveys.replies.lists.concepts.concept import Concept

_RELATION = "relation"
_GOES_HOME = "goes_home"
_STAYING_ON = "staying_on"
_SCHOOLING = "schooling"

CONCEPTS = (
    Concept(
        name="coworker",
        topic=_RELATION,
        heads="เพื่อนร่วมงาน คนที่ทำงาน coworker",
        evidence="ทำงานด้วยกัน ทำโรงงานเดียวกัน ไลน์ผลิตเดียวกัน ยืนไลน์เดียวกัน กะเดียวกัน ที่ทำงาน แผนกเดียวกัน กินข้าวด้วยกันที่โรงงาน coworker",
    ),
    Concept(
        name="next_door",
        topic=_RELATION,
        heads="เพื่อนบ้าน คนข้างบ้าน คนข้างห้อง neighbour",
        evidence="ข้างบ้าน ข้างห้อง ห้องติดกัน รั้วติดกัน บ้านติดกัน อยู่หอเดียวกัน ตรงข้ามบ้าน ยืมพริกยืมเกลือ แบ่งกับข้าวกัน neighbour",
    ),
    Concept(
        name="customer",
        topic=_RELATION,
        heads="ลูกค้า customer",
        evidence="มาซื้อของ มาซื้อข้าว มากินข้าวร้าน ลูกค้าประจำ มาซื้อทุกวัน customer",
    ),
    Concept(
        name="employee",
        topic=_RELATION,
        heads="ลูกจ้าง คนงาน employee",
        evidence="จ้างเขา จ้างมา จ้างไว้ ลูกน้อง คนงานที่ร้าน ช่วยงานในร้าน employee",
    ),
    Concept(
        name="relative",
        topic=_RELATION,
        heads="ญาติ คนในครอบครัว แฟน relative",
        evidence="เมียเป็นพม่า ผัวเป็นพม่า แต่งงานกับ เป็นสะใภ้ เป็นเขย ญาติ relative",
    ),
    Concept(
        name="stranger",
        topic=_RELATION,
        heads="ไม่รู้จัก ไม่รู้จักเลย stranger",
        evidence="ไม่รู้จักสักคน ไม่เคยคุย ไม่เคยคุยด้วย เห็นแต่หน้า เดินสวนกันเฉยๆ ไม่ยุ่งด้วย stranger",
    ),
    Concept(
        name="songkran_time",
        topic=_GOES_HOME,
        heads="สงกรานต์ songkran",
        evidence="เล่นน้ำ เมษา เดือนเมษา สาดน้ำ รดน้ำดำหัว วันไหล ปีใหม่ไทย ตอนเล่นน้ำ songkran",
    ),
    Concept(
        name="new_year_time",
        topic=_GOES_HOME,
        heads="ปีใหม่ new_year",
        evidence="เคาท์ดาวน์ เคานต์ดาวน์ มกรา ปลายปี ธันวา สิ้นปี หยุดปีใหม่ new_year",
    ),
    Concept(
        name="lent_time",
        topic=_GOES_HOME,
        heads="เข้าพรรษา ออกพรรษา บุญกฐิน lent",
        evidence="ตักบาตรเทโว กฐิน แห่เทียน บุญออกพรรษา ตุลา ไหลเรือไฟ lent",
    ),
    Concept(
        name="chinese_time",
        topic=_GOES_HOME,
        heads="ตรุษจีน เชงเม้ง chinese_new_year",
        evidence="อั่งเปา ไหว้เจ้า เชงเม้ง ไหว้บรรพบุรุษ แจกอั่งเปา chinese_new_year",
    ),
    Concept(
        name="harvest_time",
        topic=_GOES_HOME,
        heads="เกี่ยวข้าว หน้านา harvest",
        evidence="เกี่ยวข้าว ดำนา หน้านา ลงนา ช่วยพ่อทำนา harvest",
    ),
    Concept(
        name="never_home",
        topic=_GOES_HOME,
        heads="ไม่กลับ ไม่ได้กลับ never",
        evidence="ไม่กลับ ไม่ได้กลับ ไม่มีบ้านให้กลับ ไม่มีตังกลับ กี่ปีไม่ได้กลับ ไม่ได้กลับเลย หลายปีไม่ได้กลับ",
    ),
    Concept(
        name="stays",
        topic=_STAYING_ON,
        heads="อยู่ต่อ อยู่ที่เดิม ไม่ย้าย stay",
        evidence="จะให้ไปอยู่ไหน จะให้ไปไหน รากเหง้า เกิดที่นี่ ตายที่นี่ อยู่จนตาย ไม่ไปไหน อยู่มันตรงนี้ บ้านก็ผ่อนอยู่ ที่ปู่ย่า ไม่หนี ไม่ทิ้งบ้าน สู้ตาย stay",
    ),
    Concept(
        name="leaves_now",
        topic=_STAYING_ON,
        heads="ย้าย ย้ายแน่นอน ย้ายออก move leave",
        evidence="เก็บของรอ เก็บของแล้ว ไม่อยู่ให้โง่ ไม่อยู่แล้ว หาบ้านใหม่ ขายบ้าน ประกาศขายบ้าน กลับบ้านนอก กลับบ้านเกิด เผ่น ไปแน่ ไปอยู่กับลูก ทนไม่ไหวแล้ว หนี move",
    ),
    Concept(
        name="undecided",
        topic=_STAYING_ON,
        heads="ยังไม่ตัดสินใจ ไม่แน่ใจ ขอคิดดูก่อน undecided",
        evidence="คิดดูก่อน ขอคิดดู ลังเล รอดูก่อน ดูไปก่อน ดูก่อนว่า สองจิตสองใจ แล้วแต่แฟน ต้องปรึกษา undecided",
    ),
    Concept(
        name="nursery",
        topic=_SCHOOLING,
        heads="อนุบาล ศูนย์เด็กเล็ก เตรียมอนุบาล nursery kindergarten",
        evidence="อนุบาล สามขวบ สี่ขวบ ห้าขวบ ร้องหาแม่ ศูนย์เด็ก นอนกลางวัน ศูนย์เด็กเล็ก ยังพูดไม่ชัด kindergarten",
    ),
    Concept(
        name="primary_school",
        topic=_SCHOOLING,
        heads="ประถม ประถมศึกษา primary",
        evidence="ป1 ป2 ป3 ป4 ป5 ป6 ประถมหนึ่ง ประถมสอง อ่านคล่อง ท่องสูตรคูณ ลูกเสือสำรอง เจ็ดขวบ แปดขวบ เก้าขวบ สิบขวบ primary",
    ),
    Concept(
        name="secondary_school",
        topic=_SCHOOLING,
        heads="มัธยม มัธยมศึกษา secondary",
        evidence="ม1 ม2 ม3 ม4 ม5 ม6 มต้น มปลาย รด เรียนรด วัยรุ่น สอบเข้ามหาลัย กำลังจะเข้ามหาลัย secondary",
    ),
    Concept(
        name="college",
        topic=_SCHOOLING,
        heads="มหาวิทยาลัย อุดมศึกษา ปวส university",
        evidence="ปีหนึ่ง ปีสอง ปีสาม ปีสี่ มหาลัย ราชภัฏ รับน้อง อยู่หอในมหาลัย กยศ university",
    ),
    Concept(
        name="vocation_school",
        topic=_SCHOOLING,
        heads="ปวช อาชีวะ vocational",
        evidence="ปวช เทคนิค ช่างกล พาณิชย์ vocational เรียนช่าง สายช่าง",
    ),
    Concept(
        name="finished",
        topic=_SCHOOLING,
        heads="เรียนจบแล้ว จบแล้ว ทำงานแล้ว finished",
        evidence="จบหมดแล้ว ทำงานแล้ว มีครอบครัวแล้ว มีลูกแล้ว แต่งงานไปแล้ว รับปริญญาไปแล้ว finished",
    ),
    Concept(
        name="childless",
        topic=_SCHOOLING,
        heads="ไม่มีลูก ไม่มีเด็ก no_children",
        evidence="ไม่มีลูก ยังไม่มีลูก โสด เลี้ยงแต่หมา มีแต่หมา มีแต่แมว no_children",
    ),
)
