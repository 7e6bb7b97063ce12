//! Reading (查阅): what somebody else opened that tells of a person.

use crate::spelled;

spelled! {
    /// What was read (查阅内容).
    Reading {
        /// 个人档案: base data, posts, training.
        Person = "person", "个人档案";
        /// 问责
        Accountability = "accountability", "问责";
        /// 考勤: what days came to, and why.
        Attendance = "attendance", "考勤";
        /// 考勤申请
        Request = "request", "考勤申请";
        /// 处分登记
        Sanction = "sanction", "处分登记";
        /// 问题线索: with the person among those who answer for it.
        Finding = "finding", "问题线索";
        /// 导出: a file of a list with the person in it.
        Export = "export", "导出";
    }
}
