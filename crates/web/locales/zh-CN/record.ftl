# 本人档案：谁看过、异议、通知；答复异议的机关；消息队列。
record-named = 写到我姓名的通报
record-named-none = 没有。通报写到您的姓名时会列在这里，并写明姓名显示到哪一天。
record-bulletin = 通报
record-published = 发布日
record-name-until = 姓名显示到{ $day }
record-name-gone = { $day }后已隐去姓名
record-entries = 逐条记载
record-entries-text = 哪一条不对，就对哪一条提出异议；异议本身不改动任何记载。认定不实的事项，别人当时就看不到了；九十天后从系统里抹除，到那天以前只有您自己看得到。
record-entry = 记载
record-says = 内容
record-day = 日期
record-object = 异议
record-kin-withdrawn = { $day }更正
record-objected = 异议在办
record-read = 看这一份
record-ways = 查阅、异议、通知、账号
record-acts = 办理我的信息和账号的记录
record-export-xlsx = 下载我的档案（XLSX）
record-export-csv = 下载我的档案（CSV）
record-export-note = 本人下载于{ $now }。
reads-list-title = 谁看过我的档案
reads-list-all = 共{ $count }条。同一人同一天看同一份材料记一条，保留两年；本人查看不记。
reads-list-found = 找到{ $count }条。
reads-list-none = 还没有别人看过您的档案。
reads-filter-q = 查阅人
reads-filter-kind = 查阅内容
reads-filter-from = 从
reads-filter-to = 到
reads-column-name = 查阅人
reads-column-stage = 查阅内容
reads-column-role = 角色
reads-column-unit = 单位
reads-column-at = 时间
notice-list-title = 通知
notice-lead = { $count }条未读。目前通知只在本工作台显示。
notice-none = 没有通知。对您或本单位告知、送达、答复、授权，或者通报写到您时，会在这里告诉您。
notice-column-kind = 类别
notice-column-stage = 状态
notice-column-name = 内容
notice-column-when = 时间
notice-unread = 未读
notice-read = 已读
notice-column-act = 办理
notice-mark-read = 标为已读
notice-mark-unread = 标为未读
notice-all-read = 全部标为已读
message-notice-given = 已向您告知事实、依据和拟采取的措施；{ $day }前可以陈述申辩。
message-statement-due = 陈述申辩到{ $day }截止，您还没有陈述。
message-decision-served = 决定已送达；不服的，{ $day }前可以申请复核。
message-name-cleared = 此前告知您的事项不实，已于{ $day }澄清。
message-review-asked = 有人对本机关的决定申请复核，{ $day }前要决定是否受理。
message-review-taken = 您申请的复核已有答复，请打开看；下一个期限是{ $day }。
message-review-handed-over = 一件复核已转办，由接手的机关继续办理，请打开看；期限不变，到{ $day }。
message-review-served = 您申请复核的决定：{ $outcome }。不服的，{ $day }前可以申诉。
message-unit-review-served = 涉及本单位的决定复核结论：{ $outcome }。
message-bulletin-to-correct = 您签发的通报里有决定经复核改变，请在三个工作日以内更正或者撤回。
message-objection-answered = 您的异议已答复：{ $outcome }。
message-report-due = 本单位{ $month }的月报{ $day }到期，还没有确认。
message-report-returned = 本单位{ $month }的月报被退回，请看缺什么，补齐后重新确认。
message-role-granted = 您的账号已获得角色：{ $role }。
message-bulletin-names = 一份通报写到您的姓名，姓名显示到{ $day }。
message-name-gone = 通报中您的姓名自{ $day }后已隐去。
message-unit-notice-given = 已向本单位告知事实、依据和拟采取的措施；本单位{ $day }前可以陈述申辩。
message-unit-decision-served = 对本单位的决定已送达；不服的，{ $day }前可以申请复核。
message-reply-asked = { $day }对本单位的暗访已归档，本单位可以回应。
message-ticket-handed-over = 一件服务投诉交本单位承办，受理处要在{ $day }以前答复来件人。
message-ticket-reported = 您经办的一件投诉，单位已经回复，请在{ $day }以前答复来件人。
message-ticket-replied = 您经办的一件来件，来件人有补充。
queue-list-title = 消息队列
queue-list-all = 共{ $count }条。这里不显示收件人和内容；目前只有本工作台一条通道。
queue-list-found = 找到{ $count }条。
queue-list-none = 队列是空的。
queue-column-name = 类别
queue-column-stage = 状态
queue-column-at = 放入时间
queue-column-channel = 通道
queue-channel-desk = 工作台
objection-list-title = 异议
objection-records-title = 人事信息异议
objection-matters-title = 办理记录异议
objection-list-all = 共{ $count }件。
objection-list-found = 找到{ $count }件。
objection-list-none = 没有异议。对本人档案中的任何一条，都可以从“我的档案”提出。
objection-filter-q = 姓名、工号或文字
objection-filter-stage = 环节
objection-filter-kind = 记载
objection-sort-due = 按期限
objection-sort-latest = 最新在前
objection-sort-person = 按工号
objection-column-name = 本人
objection-column-stage = 环节
objection-column-entry = 记载
objection-column-wrong = 哪里不对
objection-column-raised-on = 提出日
objection-column-due = 答复期限
objection-column-answered-on = 答复日
objection-column-office = 记载机关
objection-column-answered-by = 答复人
objection-title = { $name }的异议：{ $entry }
objection-raise-title = 提出异议
objection-raise-lead = 对“{ $entry }”这一条。写明哪里不对、应当是什么。
objection-raise-button = 提出
objection-answer-title = 答复异议
objection-answer-lead = { $name }提出，{ $due }前答复。
objection-answer-button = 答复
objection-withdraw-button = 撤回
objection-hint-wrong = 哪一处、记成了什么。
objection-hint-rightly = 应当记成什么。
objection-hint-proof = 证明材料的文号，没有就空着。
objection-hint-answer = 更正了的，写明在哪里、由哪一次办理更正；不更正的，写明理由。
objection-rule-term = 记载机关十五个工作日内答复。
objection-rule-apart = 录入、办理过这一条的人不能答复。
objection-rule-correction = 更正是另一次办理，先更正，再答复“已更正”。
objection-rule-reason = 不予更正要写明理由。
objection-changes-nothing = 异议本身不改动任何记载。
objection-remedy = 不服这个答复的，可以向同级纪检监察机关反映，或依个人信息保护法第五十条向人民法院起诉；有新材料的，可以重新提出异议。
desk-notices = 通知
desk-sum-notices = { $count }条通知未读
desk-objections = 待答复的异议
desk-sum-objections = { $count }件异议待答复
desk-act-object = 答复
matter-field-wrong = 哪里不对
matter-field-rightly = 应当是
matter-field-proof = 证明材料文号
matter-field-answer = 答复
help-record-title = 本人档案：看、问、改
help-record-lead = 县里记着您什么、谁看过、哪里不对怎么办。
help-record-mine =
    看自己的档案
    打开“我的档案”：任职、培训、亲属声明、涉及本人的事项和现在能做什么、写到姓名的通报和显示到哪一天，都在一页。
    可以打印，也可以下载为 XLSX 或 CSV。
    认定不实或不予追究的事项，九十天后不再列出；账本只留承诺值。
help-record-reads =
    谁看过
    别人打开您的个人档案、您的问责、以您为对象的问题线索，或导出含有您的名单，都会记下：谁、角色、单位、哪天、看了什么。
    同一人同一天看同一份材料只记一条；本人查看不记。记录保留两年，到期由后台清除。
    这份记录是给本人看的，不进账本；进程被强行中断时，最后一瞬间的查阅可能没有记下。
help-record-objection =
    提出异议
    在“逐条记载”里对不对的那一条点“提出异议”，写明哪里不对、应当是什么，有证明材料的写上文号。
    异议本身不改动任何记载。十五个工作日内答复；答复前可以撤回，答复后有新材料可以重新提出。
help-record-answer =
    答复异议
    人事信息由人事干部答复，办理记录由该机关的纪检干部答复；录入、办理过这一条的人不能答复。
    要更正的，先办更正，再答复“已更正”，写明在哪里；不更正的写明理由。
help-record-notices =
    通知
    告知、决定送达、异议答复、授予角色、通报显名和姓名隐去，由办理它的那一步同时放入通知；陈述到期前一天由后台提醒一次。
    页首的数字是未读条数。目前只有本工作台一条通道；系统管理员只看得到类别、时间和状态。
notice-open-to-sign = 打开签收
notice-sign = 签收
notice-sign-means = 表示收到并看过，不表示同意。
message-sanction-recorded = { $day }的处分已经登记，请打开看处分期怎样算、不服到哪里去。
message-sanction-changed = 您的处分登记有变化，请打开看。
message-day-asked = 您有一天的考勤请予说明，期限到{ $day }。请打开说明当天的情况。
message-day-settled = 您{ $day }的考勤认定为：{ $outcome }。有异议的请打开提出。
message-day-decided = 您{ $day }的考勤经复核，认定为：{ $outcome }。
message-month-sealed = { $month }的考勤已经封存，请打开核对。
message-request-asked = 有一件从{ $day }起的考勤申请等您批。
message-request-approved = 您从{ $day }起的申请已批。
message-request-refused = 您从{ $day }起的申请没有批准，请看理由。
message-request-revoked = 您从{ $day }起的批准已经撤销，请看理由。
