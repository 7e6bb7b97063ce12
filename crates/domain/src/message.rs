//! Messages (消息): what a person is told about an act, at their own desk; of a unit,
//! those who speak for it.

use crate::spelled;
use crate::spelled::Spelled;

spelled! {
    /// What a message tells of (消息类别).
    MessageKind {
        /// 告知: until when one may answer.
        NoticeGiven = "notice_given", "告知";
        /// 陈述将到期
        StatementDue = "statement_due", "陈述将到期";
        /// 决定送达: until when a review may be asked for.
        DecisionServed = "decision_served", "决定送达";
        /// 申请复核: somebody asks one's organ for a review.
        ReviewAsked = "review_asked", "申请复核";
        /// 复核受理: what one asked for is taken in, or not.
        ReviewTaken = "review_taken", "复核受理";
        /// 复核转办: another organ has the review of a decision on one, or one's organ has it now.
        ReviewHandedOver = "review_handed_over", "复核转办";
        /// 复核决定: what a review decided of a decision on one.
        ReviewServed = "review_served", "复核决定";
        /// 复核决定单位: what a review decided of a decision on one's unit, or on one of its people.
        UnitReviewServed = "unit_review_served", "复核决定单位";
        /// 通报待更正: a bulletin one signed tells of a decision that was changed.
        BulletinToCorrect = "bulletin_to_correct", "通报待更正";
        /// 澄清正名: what one was given notice of is unfounded.
        NameCleared = "name_cleared", "澄清正名";
        /// 登记处分: the record of a sanction on one is kept here.
        SanctionRecorded = "sanction_recorded", "登记处分";
        /// 处分登记变更: it was corrected, lifted or taken back.
        SanctionChanged = "sanction_changed", "处分登记变更";
        /// 申请待批: a request of attendance waits for one's answer.
        RequestAsked = "request_asked", "申请待批";
        /// 申请已批: one's request of attendance was approved.
        RequestApproved = "request_approved", "申请已批";
        /// 申请不批: it was not.
        RequestRefused = "request_refused", "申请不批";
        /// 申请撤销: what was approved is taken back.
        RequestRevoked = "request_revoked", "申请撤销";
        /// 异议答复
        ObjectionAnswered = "objection_answered", "异议答复";
        /// 月报将到期: a report of one's unit is due tomorrow.
        ReportDue = "report_due", "月报将到期";
        /// 月报退回: what is missing stands with the report.
        ReportReturned = "report_returned", "月报退回";
        /// 授予角色
        RoleGranted = "role_granted", "授予角色";
        /// 通报显名: a published bulletin shows one's name.
        BulletinNames = "bulletin_names", "通报显名";
        /// 姓名隐去: it does not any more.
        NameGone = "name_gone", "姓名隐去";
        /// 告知单位: until when one's unit may answer.
        UnitNoticeGiven = "unit_notice_given", "告知单位";
        /// 决定送达单位: until when one's unit may ask for a review.
        UnitDecisionServed = "unit_decision_served", "决定送达单位";
        /// 暗访待回应: a covert visit to one's unit was filed, and its reply is asked.
        ReplyAsked = "reply_asked", "暗访待回应";
        /// 投诉交办: a complaint of one's unit waits for its answer.
        TicketHandedOver = "ticket_handed_over", "投诉交办";
        /// 承办回复: the unit answered a complaint one has in hand.
        TicketReported = "ticket_reported", "承办回复";
        /// 来件补充: whoever sent a ticket one has in hand added something.
        TicketReplied = "ticket_replied", "来件补充";
        /// 请予说明: a day of one's asks for an explanation; until when.
        DayAsked = "day_asked", "请予说明";
        /// 考勤认定: what a day of one's was found to be; until when one may contest it.
        DaySettled = "day_settled", "考勤认定";
        /// 考勤复核: what a day one contested was found to be.
        DayDecided = "day_decided", "考勤复核";
        /// 月考勤封存: a month of one's unit is sealed.
        MonthSealed = "month_sealed", "月考勤封存";
    }
}

impl MessageKind {
    /// Whether it brings a notice or a decision that whoever it is for signs for (签收): reading of it among others is
    /// not enough, it is opened first.
    pub fn asks_signature(self) -> bool {
        matches!(
            self,
            Self::NoticeGiven
                | Self::UnitNoticeGiven
                | Self::DecisionServed
                | Self::UnitDecisionServed
                | Self::ReviewServed
                | Self::UnitReviewServed
        )
    }

    /// The codes of those that ask for it.
    pub fn signed() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().filter(|kind| kind.asks_signature()).map(|kind| kind.code())
    }
}
