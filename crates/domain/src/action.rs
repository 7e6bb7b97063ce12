//! Actions: everything a door can ask for, named once.

use crate::spelled;

spelled! {
    /// An action an account may have the power to do.
    Action {
        /// Read one visit.
        VisitRead = "visit_read", "查看走访";
        /// List and search visits.
        VisitList = "visit_list", "走访列表";
        /// Export the listed visits.
        VisitExport = "visit_export", "导出走访";
        /// Plan a visit.
        VisitPlan = "visit_plan", "计划走访";
        /// Write up a visit and sign first.
        VisitReport = "visit_report", "填报走访";
        /// Sign second; the visit is filed.
        VisitSign = "visit_sign", "会签走访";
        /// File a visit from its paper twin.
        VisitFilePaper = "visit_file_paper", "录入纸面走访";
        /// Call off a visit that is not filed.
        VisitCallOff = "visit_call_off", "撤销走访";
        /// Reply for the visited unit.
        VisitReply = "visit_reply", "单位回应";
        /// Correct a filed visit.
        VisitCorrect = "visit_correct", "更正走访";
        /// Attach evidence to a visit.
        VisitAttach = "visit_attach", "附加佐证";
        /// List and read draws.
        DrawRead = "draw_read", "查看抽取";
        /// Settle the terms of a draw and announce their commitment.
        DrawAnnounce = "draw_announce", "公布抽取承诺";
        /// Type an entry of a draw.
        DrawEnter = "draw_enter", "录入抽签词";
        /// Draw.
        DrawMake = "draw_make", "抽取";
        /// Call off a draw that is not drawn.
        DrawCallOff = "draw_call_off", "取消抽取";
        /// List and read findings.
        FindingRead = "finding_read", "查看线索";
        /// Register a finding from a visit.
        FindingRegister = "finding_register", "登记线索";
        /// Screen a finding.
        FindingScreen = "finding_screen", "初筛线索";
        /// File the written answer of whoever was asked about a finding.
        FindingReply = "finding_reply", "登记函询回复";
        /// Ask for more time to verify a finding.
        FindingProlong = "finding_prolong", "申请延长核实";
        /// Answer whether there is more time to verify a finding.
        FindingExtend = "finding_extend", "答复延长核实";
        /// Transfer a finding to the competent organ.
        FindingTransfer = "finding_transfer", "移送线索";
        /// Hand a finding to the organ above, or to another in one's stead.
        FindingHandOver = "finding_hand_over", "转办线索";
        /// Fix a finding's facts, by two.
        FindingVerify = "finding_verify", "核实线索";
        /// Say whether a finding is borne out.
        FindingAdjudicate = "finding_adjudicate", "认定线索";
        /// Say who of those a finding passed through answers for what.
        ChainLay = "chain_lay", "明确责任链";
        /// Note a suspicion that an unfounded finding came of a false accusation.
        SuspicionNote = "suspicion_note", "记下诬告嫌疑";
        /// List and read suspicions of false accusations.
        SuspicionRead = "suspicion_read", "查看诬告嫌疑";
        /// Register a finding of its own from one.
        SuspicionTakeUp = "suspicion_take_up", "另行登记诬告线索";
        /// Say that nothing is registered from one.
        SuspicionDrop = "suspicion_drop", "不予登记诬告线索";
        /// List and read the records of sanctions.
        SanctionRead = "sanction_read", "查看处分登记";
        /// Record a sanction that another organ decided.
        SanctionRecord = "sanction_record", "登记处分";
        /// Correct the record of a sanction.
        SanctionCorrect = "sanction_correct", "更正处分登记";
        /// Record that a sanction is lifted.
        SanctionLift = "sanction_lift", "登记解除处分";
        /// Record that a sanction is taken back.
        SanctionRescind = "sanction_rescind", "登记撤销处分";
        /// Seal who told of a finding.
        SourceSeal = "source_seal", "封存来源";
        /// List and read the openings of sealed sources; never what is sealed.
        OpeningRead = "opening_read", "查看开启申请";
        /// Ask that a sealed source be opened.
        SourceAsk = "source_ask", "申请开启来源";
        /// Say yes, as the second one, to opening a sealed source.
        SourceApprove = "source_approve", "同意开启来源";
        /// Say no to opening a sealed source.
        SourceDeny = "source_deny", "不予开启来源";
        /// Read who told, while it is open.
        SourceRead = "source_read", "阅看封存来源";
        /// End an opening before its hours are over, or take the request back.
        SourceEnd = "source_end", "提前关闭来源";
        /// End an opening whose hours are over; by nobody.
        SourceExpire = "source_expire", "到期关闭来源";
        /// Read what concerns one subject of a finding.
        AccountabilityRead = "accountability_read", "查看问责";
        /// Give a subject notice of facts, ground and proposed measure.
        NoticeGive = "notice_give", "告知";
        /// Make one's own statement.
        StatementGive = "statement_give", "陈述申辩";
        /// Take down a subject's statement or waiver.
        StatementRecord = "statement_record", "录入陈述";
        /// Hand an accountability to the organ above, or to another in one's stead.
        AccountabilityHandOver = "accountability_hand_over", "转办问责";
        /// Decide on a measure, or on none, in a panel.
        MeasureDecide = "measure_decide", "议定措施";
        /// List and read meetings.
        MeetingRead = "meeting_read", "查看会议";
        /// Call a meeting on an agenda of matters.
        MeetingCall = "meeting_call", "召集会议";
        /// Change who takes part in a meeting, or its agenda.
        MeetingChange = "meeting_change", "调整会议";
        /// Take down the ballot on one matter of a meeting.
        MeetingVote = "meeting_vote", "记录表决";
        /// Sign the minutes of a meeting.
        MeetingSign = "meeting_sign", "签署会议纪要";
        /// Carry out what a meeting voted.
        MeetingCarry = "meeting_carry", "执行会议表决";
        /// Call off a meeting.
        MeetingCallOff = "meeting_call_off", "取消会议";
        /// Serve a decision.
        DecisionServe = "decision_serve", "送达决定";
        /// List and read reviews.
        ReviewRead = "review_read", "查看复核";
        /// Ask for a review of a decision on oneself or on one's unit.
        ReviewAsk = "review_ask", "申请复核";
        /// Key a request for a review from its paper.
        ReviewRecord = "review_record", "录入复核申请";
        /// Open a review of a decision of one's own organ.
        ReviewOpen = "review_open", "依职权复核";
        /// Take a request in, or say why not.
        ReviewIntake = "review_intake", "受理复核";
        /// Take a request back.
        ReviewWithdraw = "review_withdraw", "撤回复核申请";
        /// Decide a review.
        ReviewDecide = "review_decide", "复核议定";
        /// Serve what a review decided.
        ReviewServe = "review_serve", "送达复核决定";
        /// Hand a review to the organ above, or to another in one's stead.
        ReviewHandOver = "review_hand_over", "转办复核";
        /// Clear the name of whoever was given notice of what is unfounded.
        NameClear = "name_clear", "澄清正名";
        /// Erase what came to nothing, once its time is over: done by the day's round, by nobody.
        MatterErase = "matter_erase", "到期抹除";
        /// List and read bulletins that are not published.
        BulletinRead = "bulletin_read", "查看通报稿";
        /// Draft a bulletin.
        BulletinDraft = "bulletin_draft", "拟稿通报";
        /// A new version of a bulletin that was not reviewed.
        BulletinEdit = "bulletin_edit", "修改拟稿";
        /// Check a bulletin against its decisions.
        BulletinCheck = "bulletin_check", "核校通报";
        /// Weigh what of a bulletin may be public.
        BulletinReview = "bulletin_review", "审查通报";
        /// Counter-sign a self-requested bulletin.
        BulletinCountersign = "bulletin_countersign", "会签通报";
        /// Sign a bulletin; it takes its number.
        BulletinSign = "bulletin_sign", "签发通报";
        /// Publish a bulletin.
        BulletinPublish = "bulletin_publish", "发布通报";
        /// Say in a published bulletin that a decision it tells of was changed.
        BulletinCorrect = "bulletin_correct", "更正通报";
        /// Withdraw a published bulletin whose decisions do not stand.
        BulletinWithdraw = "bulletin_withdraw", "撤回通报";
        /// Call off a bulletin that is not signed.
        BulletinCallOff = "bulletin_call_off", "撤稿通报";
        /// List and read schemes that are drafted, and what was filed in those in force.
        AdoptionRead = "adoption_read", "查看机制";
        /// Draft a scheme of a unit.
        AdoptionDraft = "adoption_draft", "起草机制";
        /// Write its text anew before it is in force.
        AdoptionEdit = "adoption_edit", "修改机制";
        /// Put a scheme into force.
        AdoptionApprove = "adoption_approve", "施行机制";
        /// Take a draft of a scheme back.
        AdoptionDrop = "adoption_drop", "撤回机制";
        /// End a scheme.
        AdoptionEnd = "adoption_end", "停止机制";
        /// Read what a unit filed in a scheme.
        FilingRead = "filing_read", "查看填报";
        /// File for an item of a scheme.
        FilingMake = "filing_make", "填报";
        /// Write an entry of a register of a scheme.
        EntryMake = "entry_make", "登记台账";
        /// Read the entries of a sealed register.
        SealedEntryRead = "sealed_entry_read", "查看密登记";
        /// Correct what was filed.
        FilingCorrect = "filing_correct", "更正填报";
        /// Say why nothing is owed for an item.
        FilingExcuse = "filing_excuse", "免报";
        /// Read what the rules of a scheme prompt.
        PromptRead = "prompt_read", "查看疑点";
        /// Ask about a prompt before it is dealt with.
        PromptAsk = "prompt_ask", "问一声";
        /// Dismiss a prompt.
        PromptDismiss = "prompt_dismiss", "疑点不成立";
        /// Register a finding from a prompt.
        PromptTakeUp = "prompt_take_up", "疑点转为线索";
        /// Erase a dismissed prompt once its days are over; by nobody.
        PromptErase = "prompt_erase", "抹去疑点";
        /// List and read campaigns and their plans on the desk.
        CampaignRead = "campaign_read", "查看专项";
        /// Draft the plan of a campaign.
        CampaignDraft = "campaign_draft", "拟定专项";
        /// Write a plan again before it is issued.
        CampaignEdit = "campaign_edit", "修改专项";
        /// Issue a plan.
        CampaignIssue = "campaign_issue", "印发专项";
        /// Call off a plan that is not issued.
        CampaignCallOff = "campaign_call_off", "撤销专项";
        /// Read the brief of a week.
        BriefRead = "brief_read", "查看简报";
        /// List and read articles that are not published.
        ArticleRead = "article_read", "查看稿件";
        /// Draft an article.
        ArticleDraft = "article_draft", "拟写文章";
        /// Write a new version of an article.
        ArticleEdit = "article_edit", "修改文章";
        /// Check an article.
        ArticleCheck = "article_check", "审核文章";
        /// Publish an article.
        ArticlePublish = "article_publish", "刊发文章";
        /// Withdraw an article.
        ArticleWithdraw = "article_withdraw", "撤下文章";
        /// List tickets and read one.
        TicketRead = "ticket_read", "查看来件";
        /// Send one: done by anybody, without an account.
        TicketSubmit = "ticket_submit", "提交来件";
        /// Take a ticket in hand.
        TicketAccept = "ticket_accept", "受理来件";
        /// Keep the page it is about from the public until it is checked.
        TicketHide = "ticket_hide", "先行隐去";
        /// Ask something of whoever sent it.
        TicketAsk = "ticket_ask", "询问来件人";
        /// Say more: done by whoever sent it.
        TicketReply = "ticket_reply", "来件人补充";
        /// Give a complaint to the unit.
        TicketHandOver = "ticket_hand_over", "交单位承办";
        /// Answer it for the unit, to the office.
        TicketReport = "ticket_report", "承办回复";
        /// Answer a ticket.
        TicketAnswer = "ticket_answer", "答复来件";
        /// Say that it is solved: done by whoever sent it.
        TicketSolved = "ticket_solved", "来件人认可";
        /// Say that it is not, once: done by whoever sent it.
        TicketNotSolved = "ticket_not_solved", "来件人不认可";
        /// Close what nobody objected to: done by the day's round, by nobody.
        TicketLapse = "ticket_lapse", "来件到期办结";
        /// Erase what was told, once its time is over: done by the day's round, by nobody.
        TicketErase = "ticket_erase", "来件到期抹除";
        /// List monthly reports and read one.
        MonthlyReportRead = "monthly_report_read", "查看月报";
        /// Confirm the report of a month.
        MonthlyReportConfirm = "monthly_report_confirm", "确认月报";
        /// Return a report in which something is missing.
        MonthlyReportReturn = "monthly_report_return", "退回月报";
        /// Read entries of the red and the black list on the desk.
        ListRead = "list_read", "查看红黑榜条目";
        /// Nominate a unit or a person for the red list.
        ListNominate = "list_nominate", "推荐上红榜";
        /// Propose for the black list, on a final decision.
        ListPropose = "list_propose", "提请列入黑榜";
        /// Say something to a proposal that is about oneself.
        ListState = "list_state", "上榜前陈述";
        /// Verify what is nominated or proposed.
        ListVerify = "list_verify", "核实上榜事由";
        /// Put an entry before the public.
        ListNotice = "list_notice", "榜单公示";
        /// Object to an entry.
        ListObject = "list_object", "对榜单提异议";
        /// Answer an objection to an entry.
        ListAnswer = "list_answer", "答复榜单异议";
        /// Remove an entry that is wrong.
        ListRemove = "list_remove", "撤下榜单条目";
        /// List and read rectifications.
        RectificationRead = "rectification_read", "查看整改";
        /// Order a rectification that follows from a finding.
        RectificationOrder = "rectification_order", "下达整改";
        /// Take up what a self-requested bulletin promises as a rectification.
        RectificationTakeUp = "rectification_take_up", "督办承诺";
        /// Report how a unit will put it right, or ask for more time.
        RectificationPlan = "rectification_plan", "报整改方案";
        /// Say yes or no to more time.
        RectificationExtend = "rectification_extend", "答复延期";
        /// Say that it is put right.
        RectificationClaim = "rectification_claim", "申请销号";
        /// Re-check what is said to be put right.
        RectificationCheck = "rectification_check", "整改复核";
        /// Look again whether it lasts.
        RectificationRevisit = "rectification_revisit", "整改回访";
        /// List people and read one.
        PersonRead = "person_read", "查看人员";
        /// Appoint somebody to a post.
        Appoint = "appoint", "任职";
        /// End an appointment.
        AppointmentEnd = "appointment_end", "免职";
        /// Transfer somebody from one post to another.
        Transfer = "transfer", "调动";
        /// Name who stands in for a post.
        DeputySet = "deputy_set", "指定AB岗";
        /// End that somebody stands in for a post.
        DeputyEnd = "deputy_end", "解除AB岗";
        /// List who is away.
        AwayRead = "away_read", "查看外出";
        /// Record that somebody is away.
        AwayRecord = "away_record", "登记外出";
        /// Record that somebody is back early.
        AwayEnd = "away_end", "提前返岗";
        /// List and read requests of attendance.
        RequestRead = "request_read", "查看考勤申请";
        /// Ask for leave, a trip, overtime, a correction, for oneself.
        RequestAsk = "request_ask", "提出考勤申请";
        /// Key a request from its paper.
        RequestRecord = "request_record", "录入考勤申请";
        /// Approve a request.
        RequestApprove = "request_approve", "批准考勤申请";
        /// Refuse a request.
        RequestRefuse = "request_refuse", "不批考勤申请";
        /// Take a request back before it is answered.
        RequestWithdraw = "request_withdraw", "撤回考勤申请";
        /// Say that one is back early.
        RequestEnd = "request_end", "销假";
        /// Take back what was approved.
        RequestRevoke = "request_revoke", "撤销考勤申请";
        /// List outages of terminals.
        OutageRead = "outage_read", "查看设备故障";
        /// Record an outage of a unit's terminals.
        OutageRecord = "outage_record", "登记设备故障";
        /// Take back the record of an outage.
        OutageTakeBack = "outage_take_back", "撤销设备故障登记";
        /// Record when somebody began to work.
        WorkStartSet = "work_start_set", "登记参加工作时间";
        /// Add a duty post to a unit.
        DutyPostAdd = "duty_post_add", "设置值班岗位";
        /// Close a duty post.
        DutyPostClose = "duty_post_close", "撤销值班岗位";
        /// Read the duty roster of a unit.
        RosterRead = "roster_read", "查看值班表";
        /// Draw up the roster of a month.
        RosterDraft = "roster_draft", "拟定值班表";
        /// Publish it: from then on it binds.
        RosterPublish = "roster_publish", "发布值班表";
        /// Change what is published, with a reason.
        RosterChange = "roster_change", "调整值班表";
        /// Ask that another takes over a turn of one's own.
        SwapAsk = "swap_ask", "申请换班";
        /// Approve that.
        SwapApprove = "swap_approve", "批准换班";
        /// Refuse it.
        SwapRefuse = "swap_refuse", "不批换班";
        /// Take it back before it is answered.
        SwapWithdraw = "swap_withdraw", "撤回换班";
        /// List terminals and read one, without who punched.
        TerminalRead = "terminal_read", "查看考勤机";
        /// Register a terminal.
        TerminalRegister = "terminal_register", "登记考勤机";
        /// Take a terminal into service.
        TerminalTakeUp = "terminal_take_up", "启用考勤机";
        /// Refuse a terminal.
        TerminalRefuse = "terminal_refuse", "不予启用考勤机";
        /// Retire a terminal.
        TerminalRetire = "terminal_retire", "停用考勤机";
        /// Order something of a terminal.
        TerminalOrder = "terminal_order", "下达考勤机指令";
        /// Give a terminal a key.
        TerminalKey = "terminal_key", "发放接入密钥";
        /// Take a terminal's key back.
        TerminalKeyEnd = "terminal_key_end", "收回接入密钥";
        /// Say who a number of a numbering is.
        PinMap = "pin_map", "对照机内编号";
        /// Say until when a number is somebody's.
        PinEnd = "pin_end", "终止编号对照";
        /// Read punches.
        PunchRead = "punch_read", "查看打卡";
        /// Take in what a terminal sent: done by the terminal port, by nobody.
        PunchTake = "punch_take", "接收打卡";
        /// Adopt a version of an attendance rule.
        RuleAdopt = "rule_adopt", "采用考勤规则";
        /// Say which rule binds a unit or a person.
        RuleAssign = "rule_assign", "指定考勤规则";
        /// Say until when a rule binds.
        RuleRelease = "rule_release", "终止考勤规则";
        /// Read what days of attendance came to.
        AttendanceRead = "attendance_read", "查看考勤";
        /// Read the attendance of a whole unit, and export it.
        AttendanceList = "attendance_list", "查看单位考勤";
        /// Explain one's own day.
        ExceptionExplain = "exception_explain", "说明考勤异常";
        /// Ask somebody what happened on a day of theirs.
        ExceptionAsk = "exception_ask", "请予说明考勤异常";
        /// Say what a day was.
        ExceptionSettle = "exception_settle", "认定考勤异常";
        /// Hold that to be wrong.
        ExceptionContest = "exception_contest", "对认定提出异议";
        /// Look again at what a day was found to be.
        ExceptionDecide = "exception_decide", "复核考勤认定";
        /// Agree to the month of a unit.
        SheetAgree = "sheet_agree", "确认月考勤表";
        /// Send the month of a unit back.
        SheetReturn = "sheet_return", "退回月考勤表";
        /// Seal the month of a unit.
        SheetSeal = "sheet_seal", "封存月考勤表";
        /// Correct a sealed month.
        SheetCorrect = "sheet_correct", "更正月考勤表";
        /// Import a file of punches.
        PunchImport = "punch_import", "导入打卡";
        /// Declare kin.
        KinDeclare = "kin_declare", "申报亲属";
        /// Withdraw a tie of kin that was declared wrongly.
        KinWithdraw = "kin_withdraw", "更正亲属申报";
        /// Record training.
        TrainingRecord = "training_record", "登记培训";
        /// Object to an entry of one's own record.
        ObjectionRaise = "objection_raise", "提出异议";
        /// Withdraw one's own objection.
        ObjectionWithdraw = "objection_withdraw", "撤回异议";
        /// Read and answer objections to base data.
        ObjectionAnswer = "objection_answer", "答复信息异议";
        /// Read and answer objections to what an organ keeps of a matter.
        ObjectionAnswerMatter = "objection_answer_matter", "答复办理异议";
        /// See the queue of messages, without what they say.
        OutboxRead = "outbox_read", "查看消息队列";
        /// Import units, posts, people.
        OrganisationImport = "organisation_import", "导入机构人员";
        /// Bring in a year's holiday notice.
        CalendarImport = "calendar_import", "导入放假通知";
        /// Read the county's changes of its own law.
        LawRead = "law_read", "查看期限调整";
        /// Propose a change of the county's own law.
        LawPropose = "law_propose", "提出期限调整";
        /// Confirm one.
        LawConfirm = "law_confirm", "确认期限调整";
        /// Refuse one.
        LawRefuse = "law_refuse", "不同意期限调整";
        /// Withdraw one that is not answered.
        LawWithdraw = "law_withdraw", "撤回期限调整";
        /// Import visits.
        VisitImport = "visit_import", "导入走访";
        /// List accounts and their roles.
        AccountRead = "account_read", "查看账号";
        /// Open or suspend an account, start a password reset.
        AccountManage = "account_manage", "管理账号";
        /// Propose a role for an account.
        RolePropose = "role_propose", "提请授权";
        /// Confirm or end a role.
        RoleConfirm = "role_confirm", "确认授权";
        /// Read the log of acts.
        LogRead = "log_read", "查看日志";
        /// See one's own page, password and sessions.
        SelfService = "self_service", "本人事项";
    }
}
