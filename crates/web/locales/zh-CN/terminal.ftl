# 考勤机、编号对照与打卡。
terminal-list-title = 考勤机
terminal-list-all = 共{ $count }台考勤机。
terminal-list-found = 找到{ $count }台考勤机。
terminal-list-none = 还没有登记考勤机。
terminal-filter-q = 名称、序列号或单位
terminal-sort-waiting = 待启用在前
terminal-sort-name = 按名称
terminal-sort-silent = 最久没有联系在前
terminal-column-name = 名称
terminal-column-stage = 状态
terminal-column-comes-in = 接入方式
terminal-column-key = 密钥发放时间
terminal-column-missing = 没有收到的事件
terminal-column-serial = 序列号
terminal-column-unit = 所在单位
terminal-column-place = 安放处
terminal-column-heard = 最近联系
terminal-column-sent = 最近上传
terminal-column-gap = 距上次上传
terminal-column-drift = 时钟偏差
terminal-column-numbering = 编号体系
terminal-column-punches = 打卡数
terminal-column-asides = 搁置行数
terminal-column-pin = 机内编号
terminal-column-person = 人员
terminal-column-span = 起止
terminal-column-taken = 认定时间
terminal-column-shown = 机上时间
terminal-column-clock = 时钟
terminal-column-received = 接收时间
terminal-column-reason = 原因
terminal-column-line = 行号
terminal-column-body = 内容
terminal-column-ordered = 下达时间
terminal-column-order = 指令
terminal-column-sent-out = 发出时间
terminal-column-result = 结果
terminal-table-pins = 编号对照
terminal-table-punches = 最近打卡
terminal-table-asides = 搁置的行
terminal-table-orders = 指令
terminal-pins-first = 只列出前{ $count }个。
terminal-none-pins = 还没有对照编号。打卡照收，对照后自动归到本人。
terminal-none-punches = 还没有收到打卡。
terminal-none-asides = 没有搁置的行。
terminal-none-orders = 还没有下达指令。
terminal-never = 从未
terminal-open = 至今
terminal-drift = { $seconds }秒
terminal-drift-unknown = 没有测得
terminal-hours = { $hours }小时
terminal-missing-none = 没有缺，最后是第{ $highest }号
terminal-missing = 缺{ $count }条（{ $gaps }）
terminal-key-none = 还没有密钥
terminal-key-title = 发放接入密钥
terminal-key-lead = { $title }凭密钥接入。密钥只显示一次，连同在设备上怎样填写。
terminal-key-button = 生成密钥
terminal-key-made-title = 接入密钥
terminal-key-made-text = { $title }的密钥。只显示这一次，以后不再显示。
terminal-key-shown-before = 这张表已经提交过，密钥当时已经显示。如果没有记下来，请重新发放。
terminal-key-back = 回到这台机器
terminal-key-end-title = 收回接入密钥
terminal-key-end-lead = 收回后{ $title }不能再接入：已收的打卡保留，没有上传的留在机内。
terminal-key-end-button = 收回
terminal-key-steps-hikvision =
    在设备上打开“网络→高级配置→HTTP监听”（ISAPI：httpHosts）。
    填写考勤机端口的地址和端口号（系统管理员知道，即配置里的[terminals] listen），协议选HTTP。
    URL照抄上面一整行，不设用户名和口令。
    事件选全部，心跳30秒；可以选的话不上传图片；设备时区设为+08:00。
    设备里的人员编号用工号，或者在这台机器的页面上对照编号。最后启用。
terminal-key-steps-kiosk =
    在门口的电脑上，用浏览器打开本站的/kiosk/open，输入上面的密钥；浏览器会记住。
    让浏览器全屏启动/kiosk（展台模式），这台电脑不作别用。
    接上刷卡后自动输入数字和回车的读卡器；卡号至少8位。
    在这台打卡台的页面上对照每个人的卡号；没有卡的，对照一个至少4位的考勤编号。
    最后启用。电脑撤走时，收回密钥。
terminal-caller = 登记{ $serial }（{ $at }来过）
terminal-register-title = 登记考勤机
terminal-register-lead = 照机身上的序列号登记。登记后先待启用，启用前它的记录留在机内，不会丢。
terminal-register-button = 登记
terminal-take-up-title = 启用
terminal-take-up-lead = 启用{ $title }：从现在起收它的打卡。
terminal-take-up-button = 启用
terminal-refuse-title = 不予启用
terminal-refuse-lead = 不予启用{ $title }：它的记录不收。
terminal-refuse-button = 不予启用
terminal-retire-title = 停用
terminal-retire-lead = 停用{ $title }：已收的打卡保留，以后不再收。
terminal-retire-button = 停用
terminal-order-title = 下达指令
terminal-order-lead = 给{ $title }下达指令，等它下次来取。
terminal-order-button = 下达
terminal-order-check = 检查新数据
terminal-order-info = 报告型号和数量
terminal-order-log = 上传新记录
terminal-order-reboot = 重启
terminal-order-put-user = 下发人员编号
terminal-order-drop-user = 删除人员编号
terminal-order-query = 补传某几天的记录
terminal-pin-title = 对照编号
terminal-pin-lead = 一个编号在一天里只归一个人；以前的打卡也按日期归到本人。
terminal-pin-button = 对照
terminal-end-title = 终止对照
terminal-end-lead = 写明这个编号归此人的最后一天。
terminal-end-button = 终止
terminal-result-done = 完成
terminal-result-failed = 没有完成（{ $code }）
terminal-result-waits = 等待结果
terminal-rule-once = 一个序列号只登记一次。
terminal-rule-waits = 没有启用的机器，上传一律暂不接收，记录留在机内。
terminal-rule-body = 指纹、人脸、照片不离开机器，本系统不收也不存。
terminal-rule-key = 门禁和打卡台凭密钥接入：登记后发放，那一页写明怎样填写。
terminal-rule-key-once = 密钥只显示一次，本系统只存摘要。
terminal-rule-key-one = 一台机器只有一个密钥，发了新的，旧的立即作废。
terminal-rule-key-lost = 拿到密钥就能以它的名义上传：被人看到了，请重新发放。
terminal-rule-days = 按日期对照：两段不能有同一天。
terminal-rule-later = 补做的对照，老打卡一样生效。
terminal-rule-stays = 已收的打卡永久保留，不改不删。
terminal-rule-order = 不能下达清空记录或运行程序的指令。
terminal-hint-serial = 机身标签上的号码，如CJDE201560001。
terminal-hint-comes-in = 带ADMS或云服务器设置的是推送协议考勤机；海康威视（DS-K1T等）发送ISAPI事件。打卡台是自己的一台电脑，不用买机器，序列号自己起，如KIOSK-01。
terminal-hint-unit = 单位代码或名称。
terminal-hint-place = 用话说明，如“一楼大厅”；可不填。
terminal-hint-numbering = 几台机器共用一套编号时写同一个名字；不填则自成一套。
terminal-hint-zone = 只用于推送协议。按说明书选：小时发8，分钟发480，时差发+08:00。选错会拨动机器的时钟。
terminal-hint-pin = 照机器里的写，前面的0也要写。
terminal-hint-person = 工号或姓名。
terminal-hint-until = 一直有效就不填。
terminal-hint-order-pin = 下发、删除人员时填写。
terminal-hint-order-person = 下发人员时填写。
terminal-hint-order-days = 补传记录时填写，最多92天。
punch-list-title = 打卡记录
punch-list-all = 共{ $count }条打卡。
punch-list-found = 找到{ $count }条打卡。
punch-list-none = 还没有收到打卡。
punch-column-name = 认定时间
punch-column-stage = 时钟
punch-column-person = 人员
punch-column-pin = 机内编号
punch-column-shown = 机上时间
punch-column-terminal = 考勤机
punch-filter-whose = 归属
punch-filter-terminal = 考勤机编号（地址里的数字）
punch-whose-nobody = 没有对照到人
punch-import-title = 导入打卡
punch-import-lead = 考勤机、钉钉、企业微信导出的文件，或者自己的表。先看结果，再确认。
punch-import-file-hint = XLSX、CSV或考勤机导出的文本，UTF-8或GBK，最大20 MB。
punch-import-terminal = 哪台考勤机导出的
punch-import-terminal-none = 不是考勤机导出的
punch-import-terminal-hint = 只有考勤机导出的文件才选：里面的编号是那台机的编号。
punch-import-button = 先看看
punch-import-button-help = 还不写入。
punch-import-waiting = 等您确认的文件
punch-import-forms-title = 收哪些文件
punch-import-forms =
    考勤机导出：编号、时间、状态，以制表符分隔
    打卡表：工号、时间、设备（person, time, device）
    钉钉每日统计：工号或UserId、日期、上班1打卡时间、上班1打卡结果……
    企业微信打卡记录：账号、日期、打卡类型、打卡时间、打卡状态
punch-import-rules-title = 怎样处理
punch-import-rules =
    逐行比对，来过的不再写入；同一个文件再导一次，什么也不变。
    补卡、改签是更正，外勤打卡不在门口，都不作打卡。
    地点、照片、身体信息各列不保存，其余原样留存。
    第一次出现的工号，自动对照到人。
punch-import-no-form = 不是可以收的文件，各种文件有哪些列见旁边说明
punch-import-no-lines = 没有打卡
punch-import-state-waits = 等您确认
punch-import-state-nothing = 没有新内容
punch-import-state-done = 已导入
punch-import-would = 可以导入{ $accepted }条，已有{ $repeated }条，不作打卡{ $refused }条。还没有写入，等您确认。
punch-import-nothing = 没有可以导入的新内容：已有{ $repeated }条，不作打卡{ $refused }条。
punch-import-done = 已导入{ $accepted }条，原有{ $repeated }条，不作打卡{ $refused }条。
punch-import-of = 考勤机：{ $serial }
punch-import-mapped = 有{ $count }个工号第一次出现，对照到本人。
punch-import-left-out = 不保存的列：{ $columns }
punch-import-confirm = 导入{ $count }条
punch-import-confirm-help = 写入后永久保存。
punch-import-refused-title = 不作打卡
punch-import-refused-text = 确认后连同原因搁置保存。
punch-import-refused-file = 存成文件
punch-import-why = 原因
punch-import-says = 原文
punch-import-first-title = 前几条
punch-import-another = 再导一个文件
matter-field-serial = 序列号
matter-field-called = 名称
matter-field-stands-in = 所在单位
matter-field-place = 安放处
matter-field-numbering = 编号体系
matter-field-comes-in = 接入方式
matter-field-zone = 时区写法
matter-field-pin = 机内编号
matter-field-pin-of = 人员
matter-field-wanted = 指令
