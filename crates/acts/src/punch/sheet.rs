//! Sheets of punches: which columns tell who, which day, when, and what became of it; and what of a sheet is not kept.

use qz_document::sheet::{self, Cell, Row, Sheet, Table};
use qz_domain::punch::attlog::Read;
use qz_domain::punch::file::{FileSource, is_empty, line_of, read_day, read_time, stands};
use qz_domain::punch::{Aside, Line, Reason, UNSAID};

/// The most characters of a cell that is set aside.
const TEXT_MOST: usize = 160;

/// The columns of a sheet that are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Who wrote it.
    pub source: FileSource,
    /// Who it was: the first that says it.
    numbers: Vec<usize>,
    /// Of which day, unless the time says it.
    day: Option<usize>,
    /// The points of a row.
    points: Vec<Point>,
}

/// A point: when it was, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Point {
    time: usize,
    words: Vec<usize>,
}

impl Columns {
    /// The columns by their names; `None` where they are those of no sheet that is known.
    pub fn of(header: &[String]) -> Option<Self> {
        dingtalk(header).or_else(|| wecom(header)).or_else(|| plain(header))
    }
}

/// The place of the first of some names that a header has.
fn place(header: &[String], names: &[&str]) -> Option<usize> {
    names.iter().find_map(|name| header.iter().position(|found| found.trim() == *name))
}

fn places(header: &[String], names: &[&str]) -> Vec<usize> {
    names.iter().filter_map(|name| place(header, &[name])).collect()
}

/// 工号, UserId, 日期, and 上班1打卡时间, 上班1打卡结果 and so on.
fn dingtalk(header: &[String]) -> Option<Columns> {
    let point = |(time, name): (usize, &String)| {
        let name = name.trim().strip_suffix("打卡时间")?;
        let is_one = name.starts_with("上班") || name.starts_with("下班");
        let result = format!("{name}打卡结果");
        is_one.then(|| Point { time, words: places(header, &[&result]) })
    };
    let points: Vec<_> = header.iter().enumerate().filter_map(point).collect();
    let (numbers, day) = (places(header, &["工号", "UserId"]), place(header, &["日期"])?);
    let is_one = !points.is_empty() && !numbers.is_empty();
    is_one.then_some(Columns { source: FileSource::DingTalk, numbers, day: Some(day), points })
}

/// 账号, 日期, 打卡类型, 打卡时间, 打卡状态.
fn wecom(header: &[String]) -> Option<Columns> {
    let time = place(header, &["实际打卡时间", "打卡时间"])?;
    let words = places(header, &["打卡类型", "打卡状态"]);
    let numbers = places(header, &["工号", "账号", "帐号"]);
    let is_one = !words.is_empty() && !numbers.is_empty();
    let day = place(header, &["日期", "时间"]);
    let points = vec![Point { time, words }];
    is_one.then_some(Columns { source: FileSource::WeCom, numbers, day, points })
}

/// `person,time,device`, or 工号, 时间, 设备.
fn plain(header: &[String]) -> Option<Columns> {
    let numbers = vec![place(header, &["person", "工号"])?];
    let time = place(header, &["time", "时间", "打卡时间"])?;
    let day = place(header, &["day", "日期"]);
    let points = vec![Point { time, words: vec![] }];
    Some(Columns { source: FileSource::Table, numbers, day, points })
}

/// Every line of a sheet, and every cell that is none with its reason.
pub(super) fn lines(columns: &Columns, table: &Table) -> Read {
    let mut read = Read::default();
    for row in &table.rows {
        for point in &columns.points {
            match line(columns, point, row) {
                Ok(Some(line)) => read.lines.push(line),
                Ok(None) => {}
                Err(reason) => read.asides.push(aside(table, point, (row, reason))),
            }
        }
    }
    read
}

fn at(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.trim())
}

/// What is said of a point.
fn said(point: &Point, row: &Row) -> String {
    point.words.iter().map(|at_column| at(row, *at_column)).collect::<Vec<_>>().join(" ")
}

/// One point of a row; `None` where nothing is said of it.
fn line(columns: &Columns, point: &Point, row: &Row) -> Result<Option<Line>, Reason> {
    let (text, standing) = (at(row, point.time), stands(&said(point, row)));
    if is_empty(text) {
        // What was put right without a time is no less put right.
        return if standing == Err(Reason::Corrected) { Err(Reason::Corrected) } else { Ok(None) };
    }
    standing?;
    let number =
        columns.numbers.iter().map(|column| at(row, *column)).find(|text| !text.is_empty());
    let pin = number.unwrap_or_default().parse().map_err(|()| Reason::Pin)?;
    let day = columns.day.and_then(|column| read_day(at(row, column)));
    let shown = read_time(text, day).ok_or(Reason::Time)?;
    let number = line_of(row.number, point.time + 1);
    Ok(Some(Line { number, pin, shown, status: UNSAID, verify: UNSAID }))
}

fn aside(table: &Table, point: &Point, (row, reason): (&Row, Reason)) -> Aside {
    let name = table.header.get(point.time).map_or("", String::as_str);
    let text = format!("{} {name}: {} {}", row.number, at(row, point.time), said(point, row));
    let text = text.trim_end().chars().take(TEXT_MOST).collect();
    Aside { number: line_of(row.number, point.time + 1), reason, text }
}

/// A sheet without the columns that tell places, pictures, body data or how to reach somebody, and the names of those;
/// `None` where it has none of them.
pub(super) fn without_traces(table: &Table) -> (Option<Vec<u8>>, Vec<String>) {
    const TRACES: &[&str] = &[
        "地点",
        "地址",
        "位置",
        "经度",
        "纬度",
        "定位",
        "坐标",
        "WIFI",
        "WI-FI",
        "照片",
        "图片",
        "人脸",
        "指纹",
        "体温",
        "手机",
        "电话",
        "身份证",
        "LOCATION",
        "LATITUDE",
        "LONGITUDE",
        "PHOTO",
        "PHONE",
        "ADDRESS",
    ];
    let is_trace = |name: &String| {
        let name = name.to_uppercase();
        TRACES.iter().any(|trace| name.contains(trace))
    };
    let left_out: Vec<_> = table.header.iter().filter(|name| is_trace(name)).cloned().collect();
    if left_out.is_empty() {
        return (None, left_out);
    }
    let kept: Vec<_> = (0..table.header.len()).filter(|at| !is_trace(&table.header[*at])).collect();
    let cells = |row: &Row| -> Vec<Cell> {
        kept.iter().map(|column| Cell::Text(at(row, *column).to_owned())).collect()
    };
    let sheet = Sheet {
        title: String::new(),
        header: kept.iter().map(|at| table.header[*at].clone()).collect(),
        rows: table.rows.iter().map(cells).collect(),
        notes: vec![],
    };
    (Some(sheet::csv(&sheet)), left_out)
}

#[cfg(test)]
mod tests {
    use super::super::{FileFault, read};
    use super::*;
    use jiff::civil::datetime;

    type Pairs = Vec<(String, String)>;

    fn of(text: &str) -> (FileSource, Pairs, Vec<(i64, Reason)>) {
        let file = read("a.csv", text.as_bytes()).unwrap();
        let lines = file.read.lines.iter();
        let lines = lines.map(|line| (line.pin.to_string(), line.shown.to_string())).collect();
        let asides = file.read.asides.iter().map(|one| (one.number, one.reason)).collect();
        (file.source, lines, asides)
    }

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Pairs {
        pairs.map(|(pin, shown)| (pin.to_owned(), shown.to_owned())).to_vec()
    }

    #[test]
    fn a_daily_sheet_has_titles_points_and_a_midnight_that_is_past() {
        let (source, lines, asides) = of("每日统计表,统计日期：2026-03-01至2026-03-31,,,,,,,\n\
             姓名,考勤组,工号,UserId,日期,上班1打卡时间,上班1打卡结果,下班1打卡时间,下班1打卡结果\n\
             ,,,,,,,,\n\
             闻允安,机关,G1,u1,26-03-03 星期二,07:58,正常,次日 00:12,正常\n\
             洛书远,机关,,u2,2026/3/3,08:31,迟到,,缺卡\n\
             钟离雨,机关,G3,u3,2026-3-3,08:00,补卡审批通过,18:02,外勤\n\
             乔以宁,机关,G4,u4,三月,08:00,正常,18:00,八点\n");
        assert_eq!(source, FileSource::DingTalk);
        assert_eq!(
            lines,
            pairs([
                ("G1", "2026-03-03T07:58:00"),
                ("G1", "2026-03-04T00:12:00"),
                ("u2", "2026-03-03T08:31:00"),
            ])
        );
        assert_eq!(
            asides,
            [
                (6006, Reason::Corrected),
                (6008, Reason::Away),
                (7006, Reason::Time),
                (7008, Reason::Word),
            ]
        );
    }

    #[test]
    fn single_check_ins_and_our_own_table_are_known_by_their_columns() {
        let (source, lines, asides) = of("日期,姓名,账号,打卡类型,打卡时间,打卡状态\n\
             2026/3/3,闻允安,G1,上班打卡,08:01:02,正常\n\
             2026/3/3,洛书远,G2,外出打卡,09:00,正常\n\
             2026/3/3,钟离雨,G3,下班打卡,--,未打卡\n");
        assert_eq!(source, FileSource::WeCom);
        assert_eq!(lines, pairs([("G1", "2026-03-03T08:01:02")]));
        assert_eq!(asides, [(3005, Reason::Away)]);
        let (source, lines, asides) = of("person,time,device\nG1,2026-03-03T08:01:02+08:00,d1\n\
             \u{540d},2026-03-03 08:01,d1\nG2,8:01,d1\n");
        assert_eq!(source, FileSource::Table);
        assert_eq!(lines, pairs([("G1", "2026-03-03T08:01:02")]));
        assert_eq!(asides, [(3002, Reason::Pin), (4002, Reason::Time)]);
    }

    #[test]
    fn a_terminals_own_file_needs_no_header_and_what_is_none_of_these_is_refused() {
        let file = read("1_attlog.dat", b"     7\t2016-03-03 08:11:02\t1\t0\t1\t0\n\t\n").unwrap();
        assert_eq!(file.source, FileSource::Terminal);
        assert_eq!(file.read.lines[0].shown, datetime(2016, 3, 3, 8, 11, 2, 0));
        assert_eq!(read("a.csv", b"name,colour\na,b\n"), Err(FileFault::NoForm));
        assert_eq!(read("a.csv", b""), Err(FileFault::NoForm));
        assert_eq!(read("a.csv", b"person,time\n"), Err(FileFault::NoLines));
    }

    #[test]
    fn places_and_pictures_are_not_kept_and_everything_else_is_as_it_came() {
        let plain = "工号,时间\nG1,2026-03-03 08:01\n";
        let file = read("a.csv", plain.as_bytes()).unwrap();
        assert_eq!((file.kept.as_slice(), file.left_out.len()), (plain.as_bytes(), 0));
        let text =
            "账号,打卡时间,打卡状态,打卡地点,图片\nG1,2026-03-03 08:01,正常,东大街9号,x.jpg\n";
        let file = read("a.csv", text.as_bytes()).unwrap();
        assert_eq!(file.left_out, ["打卡地点", "图片"]);
        let kept = String::from_utf8(file.kept.clone()).unwrap();
        assert!(
            !kept.contains("东大街") && !kept.contains("x.jpg") && kept.contains("G1"),
            "{kept}"
        );
        assert_eq!(
            read("a.csv", &file.kept).unwrap().read,
            file.read,
            "what is kept reads the same"
        );
    }
}
