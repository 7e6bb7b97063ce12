//! Three pages that show every part once: a public one, a desk, a form. They are not in the
//! product; they keep the parts honest and are what one looks at when the style sheet changes.

use askama::Template;
use jiff::civil::date;
use qz_web::part::{
    Choice, Control, Crumb, EmptyState, ErrorSummary, ExportLinks, Field, FieldError, Figure,
    Figures, Filter, FilterField, Grid, GridCell, GridColumn, GridControl, GridRow, GridWidth,
    Light, LightState, Link, Pager, Progress, ReadAloud, ReadingTools, RefusalBox, Step, StepState,
    TextKind, Timeline,
};
use qz_web::shell::{Preferences, Shell, Site};
use qz_web::words::{Locale, Words};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "portal.html")]
struct PortalSpecimen {
    shell: Shell,
    crumb: Crumb,
    figures: Figures,
    tools: ReadingTools,
    aloud: ReadAloud,
    timeline: Timeline,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskSpecimen {
    shell: Shell,
    filter: Filter,
    rows: Vec<Row>,
    pager: Pager,
    export: ExportLinks,
    empty: EmptyState,
    refusal: RefusalBox,
    progress: Progress,
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormSpecimen {
    shell: Shell,
    crumb: Crumb,
    errors: ErrorSummary,
    fields: Vec<Field>,
    grid: Grid,
}

#[derive(Template)]
#[template(
    source = r#"{% extends "layout/portal.html" %}{% block title %}x{% endblock %}{% block main %}<h1>x</h1>{% endblock %}"#,
    ext = "html"
)]
struct BareSpecimen {
    shell: Shell,
}

struct Row {
    id: u32,
    title: &'static str,
    number: &'static str,
    unit: &'static str,
    due: jiff::civil::Date,
    light: Light,
    chosen: bool,
}

/// Reading: figures, chart, lists, a document, the furniture of a text.
pub(super) fn portal(locale: Locale) -> askama::Result<String> {
    let mut shell = Shell::sample(locale);
    "/bulletins/1".clone_into(&mut shell.here);
    look(&mut shell);
    let words = shell.words;
    let figure = |label: &str, value: u32, note: &str| Figure {
        label: label.to_owned(),
        value: words.number(value),
        href: "/statistics".to_owned(),
        note: note.to_owned(),
    };
    let figures = vec![
        figure("明察暗访", 1630, "12月215次，比11月少6次"),
        figure("查实问题", 106, "12月12件，比11月少2件"),
        figure("问责单位", 81, "12月新增9个"),
        figure("问责人次", 177, "12月20人次"),
        figure("通报", 17, "12月2期"),
    ];
    PortalSpecimen {
        crumb: Crumb::new(words, vec![Link::new("/", shell.say("nav-home"))], "第1期"),
        figures: Figures { figures },
        tools: ReadingTools::new(&shell, vec![Link::new("/bulletins/1.pdf", "PDF")], "/bulletins"),
        aloud: ReadAloud::new(words),
        timeline: timeline(words),
        shell,
    }
    .render()
}

fn timeline(words: Words) -> Timeline {
    let day = |month, day| Some(words.short_day(date(2016, month, day)));
    let mut visit = Step::new(StepState::Done, day(1, 21), Link::new("", "暗访，当场告知镇政府"));
    visit.lines = vec!["钟离雨、洛书远".to_owned()];
    visit.term = day(1, 25);
    visit.light = Some(Light::new(LightState::Ok, "当天"));
    visit.papers = vec![Link::new("/leaf/47806", "情况告知单"), Link::new("", "账本47,806")];
    let mut told = Step::new(StepState::Done, day(2, 3), Link::new("/verify", "告知事实和依据"));
    told.light = Some(Light::new(LightState::Stop, "晚1天"));
    let mut next = Step::new(StepState::Next, None, Link::new("", "审理认定"));
    next.term = day(2, 29);
    next.light = Some(Light::due(words, 9, 3));
    let later = Step::new(StepState::Later, None, Link::new("", "集体讨论、决定"));
    Timeline::new(words, vec![visit, told, next, later])
}

/// Working: a filter, lists one acts on, a refusal, an empty list, progress.
pub(super) fn desk(locale: Locale) -> askama::Result<String> {
    let mut shell = Shell::sample_desk(locale);
    look(&mut shell);
    let words = shell.words;
    let all = if locale == Locale::En { "All" } else { "全部" };
    let choices = |values: &[&str]| {
        let all = Choice::new("", all, "");
        std::iter::once(all).chain(values.iter().map(|v| Choice::new(*v, *v, "枫渡镇"))).collect()
    };
    let filter = vec![
        FilterField::Choice {
            name: "unit",
            label: "单位".to_owned(),
            choices: choices(&["枫渡镇", "鹤口镇"]),
        },
        FilterField::Choice {
            name: "light",
            label: "灯".to_owned(),
            choices: choices(&["超期", "预警"]),
        },
        FilterField::Day { name: "from", label: "起".to_owned(), value: "2016-01-01".to_owned() },
        FilterField::Day { name: "to", label: "止".to_owned(), value: String::new() },
        FilterField::Word { name: "q", label: "关键词".to_owned(), value: String::new() },
    ];
    let refusal = RefusalBox::new(
        words,
        "没有提交：您不能认定这个案件",
        vec![
            "1月27日的初筛是您做的。初筛的人和认定的人必须不同，无论级别。".to_owned(),
            "可以认定的人：司南、温如是（审理组，已过回避审查）。".to_owned(),
        ],
    );
    DeskSpecimen {
        filter: Filter::new(words, "/desk", filter, true),
        rows: rows(words),
        pager: Pager::new(words, "/desk?unit=fdz", 3, 12, 118),
        export: ExportLinks::new(
            words,
            62,
            vec![Link::new("/desk?format=csv", "CSV"), Link::new("/desk?format=xlsx", "Excel")],
        ),
        empty: EmptyState::new("今天没有到期的事项。").way(Link::new("/desk", "看本周的")),
        refusal: refusal.guard("G1").way("/desk", "转给司南").way("/", "为什么这样规定"),
        progress: Progress::new(words, "正在重放2015年", 1024, 1630).poll("/readyz"),
        shell,
    }
    .render()
}

fn rows(words: Words) -> Vec<Row> {
    let row = |id, title, number, unit, day, left: i64| Row {
        id,
        title,
        number,
        unit,
        due: date(2016, 2, day),
        light: Light::due(words, left, 3),
        chosen: left < -2,
    };
    vec![
        row(1, "说明服务评价器停用原因", "示政督〔2016〕9号", "县政务服务中心", 4, -5),
        row(2, "补齐河堤段征迁资料", "示政督〔2016〕14号", "枫渡镇", 5, -4),
        row(3, "报送天然气门站用地批复进度", "示政督〔2016〕11号", "县发展改革局", 15, -1),
        row(4, "上报春节值班抽查整改情况", "示督查〔2016〕6号", "县交通运输局", 16, 0),
        row(5, "窗口午间轮班表上墙", "示督查〔2016〕4号", "槐荫镇", 25, 9),
    ]
}

/// Filling in: errors, every kind of field, a file, the grid.
pub(super) fn form(locale: Locale) -> askama::Result<String> {
    let mut shell = Shell::sample_desk(locale);
    look(&mut shell);
    let words = shell.words;
    let errors = ErrorSummary::new(
        words,
        vec![
            FieldError::new("time", "走访时间晚于现在：2016年2月26日还没有到。是2月16日吗？"),
            FieldError::new("told", "写下告知了谁的姓名或岗位。"),
            FieldError::new("unit.2", "第2行：没有“枫度镇”这个单位。是枫渡镇吗？"),
        ],
    );
    let fields = fields(words, &errors);
    FormSpecimen {
        crumb: Crumb::new(words, vec![Link::new("/desk", "走访")], "登记走访"),
        errors,
        fields,
        grid: grid(words),
        shell,
    }
    .render()
}

fn fields(words: Words, errors: &ErrorSummary) -> Vec<Field> {
    let choices = |names: &[&str]| names.iter().map(|n| Choice::new(*n, *n, names[0])).collect();
    let time = Control::Line { kind: TextKind::Moment, value: "2016-02-26T08:40".to_owned() };
    let seen = "08:25到达，四个窗口均有人。08:31一位群众办理老年证，6分钟办结。".to_owned();
    let file = Control::File { accept: ".jpg,.png,.pdf", several: true };
    vec![
        Field::line(words, "unit", "单位", "枫渡镇便民服务中心")
            .hint("写名称或拼音首字母，如fdz。"),
        Field::new(words, "time", "走访时间", time).error(errors.of("time")),
        Field::new(words, "way", "方式", Control::Radios(choices(&["明察", "暗访", "书面"]))),
        Field::new(words, "seen", "看到了什么", Control::Lines { rows: 3, value: seen })
            .hint("只写看到的：几时几分、哪个岗位、发生什么。对当事人有利的也写。"),
        Field::line(words, "told", "当场告知了谁", "").error(errors.of("told")),
        Field::new(words, "second", "第二人", Control::Select(choices(&["钟离雨", "乔以宁"]))),
        Field::new(words, "with", "一并送达", Control::Checks(choices(&["情况单", "告知单"])))
            .optional(),
        Field::new(words, "scan", "扫描件", file)
            .hint("JPG、PNG或PDF，每个不超过20MB。")
            .optional(),
    ]
}

fn grid(words: Words) -> Grid {
    let ways = || ["明察", "暗访"].iter().map(|way| Choice::new(*way, *way, "")).collect();
    let column = |name, label: &str, width, control| GridColumn {
        name,
        label: label.to_owned(),
        width,
        control,
    };
    let columns = vec![
        column("day", "日期", GridWidth::Middle, GridControl::Text),
        column("unit", "单位", GridWidth::Middle, GridControl::Text),
        column("way", "方式", GridWidth::Narrow, GridControl::Choice(ways())),
        column("first", "第一人", GridWidth::Narrow, GridControl::Text),
        column("second", "第二人", GridWidth::Narrow, GridControl::Text),
        column("posts", "岗位数", GridWidth::Narrow, GridControl::Number),
        column("seen", "看到了什么", GridWidth::Wide, GridControl::Text),
        column("told", "告知了谁", GridWidth::Middle, GridControl::Text),
    ];
    let typed = |texts: [&str; 8], wrong: Option<&str>| {
        let cell = |(at, text): (usize, &str)| GridCell {
            value: text.to_owned(),
            error: wrong.filter(|_| at == 1).map(str::to_owned),
        };
        GridRow { cells: texts.into_iter().enumerate().map(cell).collect() }
    };
    let first = ["2016-02-15", "鹤口镇", "暗访", "洛书远", "钟离雨", "6", "窗口均在岗", "值班主任"];
    let second = ["2016-02-15", "枫度镇", "明察", "洛书远", "乔以宁", "4", "一人迟到", "镇长"];
    let rows = vec![typed(first, None), typed(second, Some("没有“枫度镇”这个单位。是枫渡镇吗？"))];
    Grid::new(words, "成批登记走访", columns, rows, 30)
}

/// A page where there is neither clock nor session, navigation nor ledger.
pub(super) fn bare(locale: Locale) -> askama::Result<String> {
    let preferences = Preferences { locale, ..Preferences::default() };
    let site = Site { navigation: vec![], footer: vec![], sign_in: None, ..Site::sample() };
    BareSpecimen { shell: Shell::plain(Arc::new(site), preferences, "/") }.render()
}

/// Wishes from outside, for looking at a mode: `QINZHENG_LOOK=elder,contrast`.
fn look(shell: &mut Shell) {
    let wishes = std::env::var("QINZHENG_LOOK").unwrap_or_default();
    shell.preferences.elder = wishes.contains("elder");
    shell.preferences.high_contrast = wishes.contains("contrast");
}
