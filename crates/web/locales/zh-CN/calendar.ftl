calendar-title = 工作日历
calendar-sentence =
    { $waiting ->
        [0] 已知{ $first }年到{ $last }年的放假安排。没有期限在等{ $next }年的通知。
       *[other] 已知{ $first }年到{ $last }年的放假安排。有{ $waiting }份记录的期限在等{ $next }年的通知。
    }
calendar-notice = 通知内容
calendar-notice-hint = 照右边的样子写：年份、农历节日的公历日期、每个节日放哪几天、哪几天上班。
calendar-button = 导入这份通知
calendar-done = { $year }年的放假通知已经导入，{ $fixed }份记录的期限随之定下。
calendar-why = 为什么要导入
calendar-why-text = 期限算到哪一天，要看那一年放哪几天假。国务院办公厅的通知没出，系统不猜：要办的事照办，期限写“待通知”，通知导入以后一次定下。
calendar-form = 写法（以最近一年为例）
fault-unreadable = 这份内容不能用：{ $found }
