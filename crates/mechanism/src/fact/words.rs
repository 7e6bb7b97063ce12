//! What sources and fields are described by: closed lists of words, each in English and in Chinese.

use crate::language::Names;
use std::fmt;

/// How tables write what has a name in either language: in English, in Chinese.
pub(super) type Pair = (&'static str, &'static str);

/// The names of a pair.
pub(super) const fn named((english, chinese): Pair) -> Names<'static> {
    Names::new(chinese, english)
}

/// Declares lists of words that have a name in either language.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $english:literal, $chinese:literal;)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// Its words.
            pub const fn names(self) -> Names<'static> {
                match self { $(Self::$word => named(($english, $chinese)),)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.names().en)
            }
        }
    )+};
}

named! {
    /// What a row of a source is about (粒度).
    Grain {
        /// A person over a stretch of days.
        PersonPeriod = "person over a period", "人员时段";
        /// A person on the last day of a stretch.
        StaffMember = "member of staff", "人员";
        /// A filed visit.
        Visit = "visit", "走访";
        /// A finding that is borne out.
        Finding = "finding", "查实问题";
        /// A decision on one subject.
        Decision = "decision", "决定";
        /// A rectification in a stretch of days.
        Rectification = "rectification", "整改事项";
        /// A bulletin, as far as it tells of one unit.
        Bulletin = "bulletin on a unit", "通报所涉单位";
        /// A meeting.
        Meeting = "meeting", "会议";
        /// A request of attendance.
        Request = "request", "申请";
        /// A ticket.
        Ticket = "ticket", "来件";
        /// An entry of the red or the black list.
        ListEntry = "list entry", "榜单条目";
        /// A duty of a unit in a campaign.
        Duty = "duty", "责任事项";
        /// A monthly report of a unit.
        Report = "monthly report", "月报";
        /// A task.
        Task = "task", "事项";
        /// A rating that somebody gave.
        Rating = "rating", "评价";
        /// A letter.
        Letter = "letter", "函件";
        /// An entry of a register.
        RegisterEntry = "register entry", "登记条目";
        /// A member of a pool.
        PoolMember = "pool member", "名单成员";
        /// An alert that a process raised.
        Alert = "process alert", "过程告警";
        /// A project.
        Project = "project", "项目";
        /// A line of a budget.
        BudgetLine = "budget line", "预算项";
    }

    /// By which subject rows are put together (按).
    Per {
        /// 人
        Person = "person", "人";
        /// 单位
        Unit = "unit", "单位";
        /// 岗
        Post = "post", "岗";
        /// 事项
        Task = "task", "事项";
        /// 请求
        Request = "request", "请求";
        /// 案件
        Case = "case", "案件";
    }

    /// What the values of a field count (计量单位).
    Measure {
        /// Nothing is counted.
        None = "none", "无";
        /// Records.
        Items = "items", "件";
        /// How often something was done.
        Times = "times", "次";
        /// People.
        People = "people", "人";
        /// Days.
        Days = "days", "天";
        /// Half-days.
        HalfDays = "half-days", "半天";
        /// Minutes.
        Minutes = "minutes", "分钟";
        /// Points at which one is to punch.
        Points = "points", "个打卡点";
        /// Points of a mark.
        Marks = "marks", "分";
        /// Ten thousand yuan.
        TenThousandYuan = "ten thousand yuan", "万元";
        /// Hundredths.
        Percent = "percent", "百分比";
    }

    /// How the rows of one subject are put together (合计方式). What is unknown in a row is left out.
    Fold {
        /// Added up; nothing adds up to 0.
        Sum = "sum", "求和";
        /// Whether any row says yes.
        Any = "any", "任一";
        /// The greatest.
        Max = "max", "最大";
        /// The least.
        Min = "min", "最小";
        /// The mean.
        Mean = "mean", "均值";
        /// That of the latest row.
        Latest = "latest", "最近";
    }
}
