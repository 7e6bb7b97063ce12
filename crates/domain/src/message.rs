//! Messages (消息): what a person is told about an act, at their own desk.

use crate::spelled;

spelled! {
    /// What a message tells of (消息类别).
    MessageKind {
        /// 告知: until when one may answer.
        NoticeGiven = "notice_given", "告知";
        /// 陈述将到期
        StatementDue = "statement_due", "陈述将到期";
        /// 决定送达: until when a review may be asked for.
        DecisionServed = "decision_served", "决定送达";
        /// 澄清正名: what one was given notice of is unfounded.
        NameCleared = "name_cleared", "澄清正名";
        /// 异议答复
        ObjectionAnswered = "objection_answered", "异议答复";
        /// 授予角色
        RoleGranted = "role_granted", "授予角色";
        /// 通报显名: a published bulletin shows one's name.
        BulletinNames = "bulletin_names", "通报显名";
        /// 姓名隐去: it does not any more.
        NameGone = "name_gone", "姓名隐去";
    }
}
