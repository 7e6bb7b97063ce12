//! What each kind of file holds: its columns, an example row, and what they mean.

use qz_document::sheet::{Cell, Sheet};
use qz_domain::spelled;
use qz_domain::spelled::Spelled;

spelled! {
    /// A kind of file that can be imported.
    ImportKind {
        /// 单位
        Units = "units", "单位";
        /// 岗位
        Posts = "posts", "岗位";
        /// 人员
        People = "people", "人员";
        /// 任免
        Appointments = "appointments", "任免";
        /// AB岗
        Deputies = "deputies", "AB岗";
        /// 外出
        Away = "away", "外出";
        /// 亲属
        Kin = "kin", "亲属";
        /// 培训
        Training = "training", "培训";
        /// 走访
        Visits = "visits", "走访";
    }
}

/// A column of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportColumn {
    /// The field it fills; also the English name.
    pub field: &'static str,
    /// The Chinese name.
    pub chinese: &'static str,
    /// Whether the file must have it.
    pub required: bool,
    /// An example.
    pub example: &'static str,
    /// What it means, in English.
    pub meaning: &'static str,
    /// What it means, in Chinese.
    pub meaning_zh: &'static str,
}

type Row = (&'static str, &'static str, bool, &'static str, &'static str, &'static str);

const fn column(row: Row) -> ImportColumn {
    let (field, chinese, required, example, meaning, meaning_zh) = row;
    ImportColumn { field, chinese, required, example, meaning, meaning_zh }
}

const UNITS: &[ImportColumn] = &[
    column(("code", "代码", true, "SH107", "unique code of the unit", "单位代码，全县唯一")),
    column(("name", "名称", true, "效能督查办公室", "full name", "全称")),
    column((
        "name_en",
        "英文名",
        false,
        "Efficiency Supervision Office",
        "English name",
        "英文名，可空",
    )),
    column((
        "kind",
        "类别",
        true,
        "党委机构",
        "kind of unit",
        "党委机构、政府机构、群团、法检、乡镇、事业单位、企业、派出机构之一",
    )),
    column((
        "parent",
        "上级代码",
        false,
        "SH",
        "code of the unit above",
        "上级单位的代码，县本身为空",
    )),
    column((
        "line",
        "系统",
        true,
        "综合",
        "line it works in",
        "党群、政法、财税、农水、工交、文教、卫计、综合、乡镇之一",
    )),
    column(("since", "起始日期", true, "2000-01-01", "first day", "设立日期")),
];

const POSTS: &[ImportColumn] = &[
    column(("code", "代码", true, "SH107-02", "unique code of the post", "岗位代码，全县唯一")),
    column(("unit", "单位代码", true, "SH107", "code of its unit", "所属单位的代码")),
    column(("name", "名称", true, "督查专干", "name of the post", "岗位名称")),
    column(("name_en", "英文名", false, "Supervision Clerk", "English name", "英文名，可空")),
    column(("rank", "职级", true, "科员", "rank", "县处级正职至工勤七级之一")),
    column(("leads", "领导职务", true, "否", "whether it leads the unit: 是 or 否", "是或否")),
    column(("authorised", "编制数", true, "1", "how many people, 1 to 999", "编制数，1至999")),
];

const PEOPLE: &[ImportColumn] = &[
    column(("number", "工号", true, "G0077", "unique work number", "工号，全县唯一")),
    column(("name", "姓名", true, "闻允安", "name", "姓名")),
    column((
        "kind",
        "类别",
        true,
        "公务员",
        "footing",
        "公务员、事业人员、工勤、合同制、村干部、退二线之一",
    )),
    column(("unit", "单位代码", true, "SH107", "code of the unit", "任职单位的代码")),
    column(("post", "岗位代码", true, "SH107-02", "code of the post", "任职岗位的代码")),
    column(("since", "起始日期", true, "2014-03-01", "first day in the post", "任职起始日期")),
];

const APPOINTMENTS: &[ImportColumn] = &[
    column(("person", "工号", true, "G0077", "work number", "工号")),
    column(("post", "岗位代码", true, "SH107-02", "code of the post", "任职岗位的代码")),
    column((
        "kind",
        "方式",
        false,
        "借调",
        "footing; empty: the own post",
        "任职、兼任、主持工作、代理、挂职、借调、驻村之一，空为任职",
    )),
    column(("since", "起始日期", true, "2015-03-02", "first day", "任职起始日期")),
    column((
        "due",
        "预计结束",
        false,
        "2015-12-31",
        "expected end; must stand for 代理, 挂职, 借调, 驻村",
        "预计结束日期，代理、挂职、借调、驻村必填",
    )),
    column((
        "from",
        "原岗位代码",
        false,
        "",
        "a transfer: the post that ends the day before",
        "调动时填：前一天离开的岗位的代码",
    )),
    column((
        "taker",
        "接手人",
        false,
        "",
        "a transfer: who takes over open work, by work number",
        "调动时填：接手未办完事项的人的工号",
    )),
    column(("paper_number", "文号", false, "", "number of the order", "任免文件的文号")),
    column(("paper_day", "文件日期", false, "", "day of the order", "任免文件的日期")),
];

const DEPUTIES: &[ImportColumn] = &[
    column(("post", "岗位代码", true, "SH107-01", "code of the post", "A岗的岗位代码")),
    column(("deputy", "工号", true, "G0077", "work number of who stands in", "B岗的工号")),
    column(("since", "起始日期", true, "2015-03-02", "first day", "起始日期")),
    column(("until", "最后一天", false, "", "last day; empty while it lasts", "最后一天，可空")),
];

const AWAY: &[ImportColumn] = &[
    column(("absentee", "工号", true, "G0077", "work number", "外出人的工号")),
    column(("kind", "类别", true, "出差", "what for", "请假、出差、学习培训、其他外出之一")),
    column(("since", "起始日期", true, "2015-03-02", "first day", "第一天")),
    column(("until", "最后一天", true, "2015-03-06", "last day", "最后一天")),
    column(("note", "备注", false, "", "a few words to colleagues", "给同事的话，60字以内，可空")),
];

const KIN: &[ImportColumn] = &[
    column(("person", "工号", true, "G0065", "work number of who declares", "申报人的工号")),
    column(("relative", "亲属工号", true, "G0329", "work number of the relative", "亲属的工号")),
    column((
        "relation",
        "关系",
        true,
        "兄弟姐妹",
        "how they are related",
        "配偶、父母子女、兄弟姐妹、近姻亲之一",
    )),
    column((
        "declared_on",
        "声明日期",
        false,
        "2014-12-22",
        "day of the declaration",
        "申报日期，空为今天",
    )),
];

const TRAINING: &[ImportColumn] = &[
    column(("person", "工号", true, "G0065", "work number", "工号")),
    column(("course", "课程", true, "督查检查业务", "course", "课程：督查检查业务")),
    column(("since", "起", true, "2015-01-02", "first valid day", "有效期起")),
    column(("until", "止", true, "2016-12-31", "last valid day", "有效期止")),
];

const VISITS: &[ImportColumn] = &[
    column(("number", "表号", true, "2015-0001", "number on the sheet", "纸表编号：年份-序号")),
    column((
        "organ",
        "督查单位代码",
        false,
        "SH107",
        "inspecting organ; empty: the first inspector's unit",
        "督查单位代码，空为检查人一的单位",
    )),
    column((
        "unit",
        "被访单位代码",
        true,
        "SH413",
        "visited unit, by code or full name",
        "被访单位的代码或全称",
    )),
    column(("manner", "方式", true, "暗访", "how", "明察、暗访、书面、电话之一")),
    column((
        "visited_at",
        "走访时间",
        true,
        "2015-01-05 08:25",
        "day and time",
        "走访的日期和时间",
    )),
    column((
        "first",
        "检查人一",
        true,
        "G0068",
        "who signed first, by work number or name",
        "第一签字人的工号或姓名",
    )),
    column(("second", "检查人二", true, "G0109", "who signed second", "第二签字人的工号或姓名")),
    column(("third", "检查人三", false, "", "a third inspector", "第三人，可空")),
    column((
        "observed",
        "看到的情况",
        true,
        "08:25到达，在岗2人。",
        "what was seen, no judgement",
        "只写看到的，不写判断",
    )),
    column(("outcome", "结果", true, "无问题", "how it ended", "无问题或有情况")),
    column((
        "told",
        "告知",
        false,
        "值班副镇长",
        "who of the unit was told; may be empty only for a covert visit",
        "告知了谁；暗访可后补",
    )),
    column((
        "reply",
        "单位回应",
        false,
        "",
        "the unit's reply on the sheet",
        "表上的单位回应，可空",
    )),
];

impl ImportKind {
    /// The columns of its file.
    pub fn columns(self) -> &'static [ImportColumn] {
        match self {
            Self::Units => UNITS,
            Self::Posts => POSTS,
            Self::People => PEOPLE,
            Self::Appointments => APPOINTMENTS,
            Self::Deputies => DEPUTIES,
            Self::Away => AWAY,
            Self::Kin => KIN,
            Self::Training => TRAINING,
            Self::Visits => VISITS,
        }
    }
}

/// An empty file of a kind: the header, one example row, and what each column means.
pub fn template(kind: ImportKind, chinese: bool) -> Sheet {
    let columns = kind.columns();
    let name =
        |column: &ImportColumn| if chinese { column.chinese } else { column.field }.to_owned();
    let note = |column: &ImportColumn| {
        let meaning = if chinese { column.meaning_zh } else { column.meaning };
        format!("{}: {meaning}", name(column))
    };
    Sheet {
        title: kind.code().to_owned(),
        header: columns.iter().map(name).collect(),
        rows: vec![columns.iter().map(|column| Cell::Text(column.example.to_owned())).collect()],
        notes: columns.iter().map(note).collect(),
    }
}
