//! Files of punches (打卡文件): what other systems write of who came when, and how their cells are read. What somebody put
//! right later is a correction and no punch; what was done away from the door is none either.

use super::Reason;
use crate::instant;
use crate::spelled;
use crate::spelled::Spelled as _;
use crate::terminal::Serial;
use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan};

/// The numbering whose numbers are work numbers.
pub const WORK_NUMBERS: &str = "工号";

/// A column's place in a line's number: row 12, column 9 is line 12009.
const ROW: i64 = 1_000;

spelled! {
    /// Who wrote a file of punches (打卡文件来源).
    FileSource {
        /// 考勤机导出: a terminal, on a stick; a line each, by its own numbers.
        Terminal = "terminal", "考勤机导出";
        /// 打卡表: person, time and device, a row each.
        Table = "table", "打卡表";
        /// 钉钉考勤日报: a row a person and day, a column a point.
        DingTalk = "dingtalk", "钉钉考勤日报";
        /// 企业微信打卡记录: a row a punch.
        WeCom = "wecom", "企业微信打卡记录";
    }
}

impl FileSource {
    /// Under which number what it wrote is kept; `None` for a terminal's own.
    pub fn serial(self) -> Option<Serial> {
        (self != Self::Terminal).then(|| Serial::of_source(self.code()))
    }
}

/// The number of the line that a cell of a sheet makes; both counted from 1, column 0 for the whole row.
pub fn line_of(row: usize, column: usize) -> i64 {
    let (row, column) = (i64::try_from(row), i64::try_from(column));
    row.unwrap_or(i64::MAX / ROW - 1) * ROW + column.unwrap_or(0).min(ROW - 1)
}

/// Row and column of such a number.
pub fn cell_of(line: i64) -> (usize, usize) {
    let part = |number: i64| usize::try_from(number).unwrap_or(0);
    (part(line / ROW), part(line % ROW))
}

/// Reads a day: `2026-03-26`, `2026/3/26`, `26-03-26 星期四`, `2026年3月26日`.
pub fn read_day(text: &str) -> Option<Date> {
    let (day, rest) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
    let rest = rest.trim();
    let is_weekday = rest.starts_with("星期") || rest.starts_with('周');
    if !(rest.is_empty() || is_weekday || rest.trim_matches(['0', ':']).is_empty()) {
        return None;
    }
    let parts: Vec<_> = day.split(['-', '/', '.', '年', '月', '日']).collect();
    let ([year, month, of_month] | [year, month, of_month, ""]) = parts.as_slice() else {
        return None;
    };
    let century = match year.len() {
        2 => 2000,
        4 => 0,
        _ => return None,
    };
    let year: i16 = year.parse().ok()?;
    Date::new(century + year, month.parse().ok()?, of_month.parse().ok()?).ok()
}

/// Reads a time of a day, and how many days after it: `08:01`, `8:01:02`, `次日 00:12`.
fn read_clock(text: &str) -> Option<(i64, Time)> {
    let text = text.trim();
    let (after, clock) = match ["次日", "第二天"].iter().find_map(|word| text.strip_prefix(word))
    {
        Some(rest) => (1, rest.trim()),
        None => (0, text),
    };
    let parts: Vec<i8> = clock.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    Some((after, Time::new(hour, minute, second, 0).ok()?))
}

/// Reads when it was: a time of its own, `2026-03-03 08:01`, an instant with its offset, or a time of the row's day.
pub fn read_time(text: &str, day: Option<Date>) -> Option<DateTime> {
    let text = text.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return instant::civil(at).with().subsec_nanosecond(0).build().ok();
    }
    if let Some((after, time)) = read_clock(text) {
        return day?.checked_add(after.days()).ok().map(|day| day.to_datetime(time));
    }
    let (day, clock) = text.rsplit_once([' ', 'T'])?;
    let (after, time) = read_clock(clock).filter(|(after, _)| *after == 0)?;
    read_day(day)?.checked_add(after.days()).ok().map(|day| day.to_datetime(time))
}

/// Whether a time is a punch, by what the system says of the point.
///
/// # Errors
/// Why it is none: somebody put it right, it was done away from the door, or the word is not known.
pub fn stands(said: &str) -> Result<(), Reason> {
    const RIGHTED: &[&str] = &["补卡", "改签", "审批", "管理员", "修正", "BOSS", "APPROVE"];
    const AWAY: &[&str] = &["外勤", "外出", "地点异常", "OUTSIDE"];
    const KNOWN: &[&str] = &[
        "正常",
        "迟到",
        "早退",
        "旷工",
        "加班",
        "缺卡",
        "未打卡",
        "请假",
        "出差",
        "休息",
        "上班",
        "下班",
        "NORMAL",
        "LATE",
        "EARLY",
        "ABSENTEEISM",
        "NOTSIGNED",
        "ONDUTY",
        "OFFDUTY",
    ];
    let said = said.trim().to_uppercase();
    let names = |words: &[&str]| words.iter().any(|word| said.contains(word));
    // A word such as `正常（补卡）` is first of all what was done to it.
    if names(RIGHTED) {
        return Err(Reason::Corrected);
    }
    if names(AWAY) {
        return Err(Reason::Away);
    }
    if is_empty(&said) || names(KNOWN) { Ok(()) } else { Err(Reason::Word) }
}

/// Whether a cell says nothing.
pub fn is_empty(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "--" | "/" | "未打卡" | "缺卡")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};
    use proptest::prelude::*;

    #[test]
    fn a_day_is_read_as_each_system_writes_it() {
        let expected = Some(date(2026, 3, 3));
        for text in [
            "2026-03-03",
            "2026/3/3",
            "26-03-03 星期二",
            "2026.03.03",
            "2026年3月3日",
            " 2026-3-3 ",
            "2026-03-03 00:00",
            "2026/03/03 周二",
        ] {
            assert_eq!(read_day(text), expected, "{text}");
        }
        for text in ["", "3月3日", "2026-02-30", "03-03-2026", "2026-03-03 08:00", "1772467200000"]
        {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_its_own_or_the_rows_and_midnight_may_be_past() {
        let day = Some(date(2026, 3, 31));
        let at = |day, hour, minute, second| Some(datetime(2026, 4, day, hour, minute, second, 0));
        assert_eq!(read_time("次日 00:12", day), at(1, 0, 12, 0));
        assert_eq!(read_time("次日00:12", day), at(1, 0, 12, 0));
        assert_eq!(read_time("8:01", Some(date(2026, 4, 1))), at(1, 8, 1, 0));
        assert_eq!(read_time("2026-04-01 08:01:02", day), at(1, 8, 1, 2));
        assert_eq!(read_time("2026/4/1 8:01", None), at(1, 8, 1, 0));
        assert_eq!(read_time("2026-04-01T08:01:02+08:00", None), at(1, 8, 1, 2));
        assert_eq!(read_time("2026-04-01T00:01:02.5Z", None), at(1, 8, 1, 2));
        for (text, day) in [("08:01", None), ("25:00", day), ("8", day), ("", day), ("晚上", day)]
        {
            assert_eq!(read_time(text, day), None, "{text}");
        }
    }

    #[test]
    fn what_was_put_right_or_done_elsewhere_is_no_punch() {
        for said in
            ["正常", "迟到", "严重迟到", "旷工迟到", "早退", "", "--", "Normal", "SeriousLate"]
        {
            assert_eq!(stands(said), Ok(()), "{said}");
        }
        for said in ["补卡审批通过", "管理员改签", "正常(补卡)", "BOSS", "Approve"] {
            assert_eq!(stands(said), Err(Reason::Corrected), "{said}");
        }
        for said in ["外勤", "外勤 迟到", "外出打卡"] {
            assert_eq!(stands(said), Err(Reason::Away), "{said}");
        }
        assert_eq!(stands("八点"), Err(Reason::Word));
    }

    #[test]
    fn a_source_has_a_number_that_no_box_can_say() {
        for source in FileSource::ALL.iter().copied().filter(|one| *one != FileSource::Terminal) {
            let serial = source.serial().unwrap();
            assert!(serial.is_source());
            assert!(serial.as_str().parse::<Serial>().is_err(), "{serial}");
            assert_eq!(Serial::kept(serial.as_str()), Some(serial));
        }
        assert_eq!(FileSource::Terminal.serial(), None);
    }

    proptest! {
        #[test]
        fn a_line_leads_back_to_its_cell(row in 1_usize..200_000, column in 0_usize..64) {
            prop_assert_eq!(cell_of(line_of(row, column)), (row, column));
        }

        #[test]
        fn no_cell_upsets_it(text in "\\PC{0,24}") {
            let _ = (read_day(&text), read_time(&text, Some(date(2026, 3, 3))), stands(&text));
        }
    }
}
