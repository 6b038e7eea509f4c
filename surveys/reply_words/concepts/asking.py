"""What a question must speak of for the concepts of a topic to be its subject.

Without it "บ้าน" among the options would call up where one exercises, and "ลูก" who
tends one. A topic that is not named here is told by its options alone.
"""

# ruff: noqa: E501  they are patterns

ASKED = {
    "bus_matter": "รถเมล์|รถสองแถว|สองแถว|รถโดยสาร|รถประจำ|รถสาธารณะ|รถรับส่ง|รถตู้|ขนส่ง|bus|transport",
    "school_matter": "โรงเรียน|การศึกษา|เด็ก|นักเรียน|school",
    "noise_from": "เสียง|ดัง|หนวกหู|noise|loud",
    "slowing": "ความเร็ว|ขับเร็ว|อุบัติเหตุ|รถบรรทุก|ปลอดภัยบนถนน|ชะลอ|speed",
    "dust_measure": "ฝุ่น|ควัน|dust",
    "reach_by": "ทางใด|ทางไหน|ช่องทาง|ติดต่อ|วิธี|อย่างไร|ยังไง|แบบใด|แบบไหน|แจ้ง|ตอบ|รับ|contact|reach|channel|how",
    "carer": "ใคร|ผู้ใด|คนไหน|who",
    "sufferer": "ใคร|ผู้ใด|คนไหน|กลุ่มใด|who",
    "leader": "ใคร|ผู้ใด|คนไหน|ตัวแทน|who",
    "speaker": "ใคร|ผู้ใด|คนไหน|who",
    "group": "กลุ่ม|สมาชิก|ชมรม|สมาคม|group|member",
    "taking_part": "ส่วนร่วม|ร่วม|ช่วย|part|join|help",
    "training": "ฝึก|อบรม|เรียน|อาชีพ|ทักษะ|สอน|train|learn|skill",
    "check_of": "ตรวจ|สุขภาพ|รักษา|โรค|หมอ|check|health",
    "post": "ตำแหน่ง|หน้าที่|ทำงาน|แผนก|ฝ่าย|position|job",
    "makes": "โรงงาน|ผลิต|อุตสาหกรรม|ประเภท|factory|industry",
    "not_sorting": "แยก|ขยะ|sort|waste",
    "disability": "พิการ|บกพร่อง|ลำบาก|disab",
    "habit": "สูบ|บุหรี่|ดื่ม|เหล้า|สุรา|แอลกอฮอล์|smok|drink|alcohol",
    "borrows_from": "กู้|ยืม|หนี้|สินเชื่อ|borrow|loan|debt",
    "punishment": "โรงงาน|ทำอย่างไร|ลงโทษ|จัดการ|โทษ|ปล่อย|ผิด|มาตรการ|punish|penal",
    "factory_future": "โรงงาน|เตาเผา|โรงไฟฟ้า|factory|plant",
    "compensation": "ชดเชย|เยียวยา|ช่วยเหลือ|คืน|ตอบแทน|ค่าเสียหาย|compens",
    "feeling": "รู้สึก|คิดอย่างไร|คิดเห็น|feel|think",
    "enough": "พอ|เพียง|ขาด|enough",
    "approval": "เห็น|คิด|สนับสนุน|โครงการ|ข้อเสนอ|สร้าง|opinion|support|think",
    "virtue": "สำคัญ|เลือก|ต้องการ|อยาก|คุณค่า|ให้ความ|important|choose",
    "why_stay": "อยู่ที่นี่|อยู่ต่อ|ยังอยู่|อาศัย|ย้าย|เลือกอยู่|stay|live",
    "why_came": "ย้ายมา|มาอยู่|เข้ามา|มาที่นี่|come|came|move",
    "hardship": "ยาก|ลำบาก|ปัญหา|อุปสรรค|difficult|hard|problem",
    "crop": "ปลูก|พืช|เกษตร|สวน|ไร่|crop|grow|plant",
    "livestock": "เลี้ยง|สัตว์|ปศุสัตว์|animal|pet|livestock",
    "tree": "ต้นไม้|ปลูก|ร่ม|tree",
    "colour": "สี|colou?r",
    "energy": "พลังงาน|ไฟฟ้า|ไฟ|energy|power",
    "canal_use": "คลอง|แม่น้ำ|น้ำ|canal|river",
    "leisure": "ว่าง|กิจกรรม|พักผ่อน|ยามว่าง|วันหยุด|งานอดิเรก|ชอบ|free|leisure",
    "exercise_place": "ออกกำลัง|กีฬา|วิ่ง|exercise|sport",
    "parking": "จอด|park",
    "house_made_of": "บ้าน|ที่อยู่|อาคาร|house|home",
    "shift": "กะ|เวร|เข้างาน|เวลาทำงาน|รอบ|shift",
    "toilet": "ส้วม|สุขา|ห้องน้ำ|toilet",
    "paid_by": "จ่าย|ชำระ|ซื้อ|รับเงิน|pay",
}
