# 卷宗和案卷体检。
dossier-title = 卷宗
dossier-of = { $number }卷宗
dossier-lead = 按办理顺序列出这个案件的全部材料。导出的压缩包离开本站也能核对：每份文件有杂凑值，每次办理有账本证明。
dossier-download = 导出卷宗（ZIP）
dossier-refused = 没有导出卷宗
dossier-withheld = 卷宗只给看得到每一份材料的人。您看不到其中的：{ $kinds }。请由承办机关的审理员或者纪检干部导出。
dossier-too-large = 佐证共{ $size }MB，超过一次导出的上限{ $most }MB。请打印各份文书，佐证到走访页面逐份下载。
dossier-defects = 缺什么
dossier-defects-none = 按规则核对，没有缺项。
dossier-pieces = 材料
dossier-bulletins = 通报（只列文号）
dossier-column-no = 序号
dossier-column-title = 材料
dossier-column-day = 日期
dossier-column-file = 文件
dossier-column-sha256 = SHA-256
dossier-entry = 账本第{ $leaf }条：{ $kind }
dossier-index-foot = 已澄清的和已抹除的不入卷。核对方法见README.txt。
dossier-readme =
    问题线索{ $number }卷宗

    index.html和index.csv列出每份文件的SHA-256。用sha256sum对一遍，就知道有没有少页、换页。
    proofs文件夹里，每次办理有两个文件：entry-N.json是账本条目原文，entry-N.tlog-proof是证明（C2SP tlog-proof格式，含签过名的检查点）。
    不联网核对全部证明：
    qinzheng ledger check proofs --vkey 公钥
    公钥应当从可信的渠道另行取得；本卷宗附的公钥是：
    { $key }
    各份文书可以直接用浏览器打开、打印。已澄清的和已抹除的不入卷；通报只列文号。
file-check-list-title = 案卷体检
file-check-list-all = 共{ $count }处缺项。系统只提示，由人补正；不打分，不排名。
file-check-list-found = 找到{ $count }处缺项。
file-check-list-none = 按规则核对，您看得到的案卷没有缺项。
file-check-column-name = 案件
file-check-column-stage = 缺项
file-check-column-unit = 所涉单位
file-check-column-place = 在哪里补正
file-check-column-source = 规则依据
file-check-source-second-signature = 走访两人以上，各自签名（政府督查工作条例）
file-check-source-evidence = 佐证收下时留存原文和杂凑值（本系统规则）
file-check-source-unheard = 作出处理前听取陈述和申辩（公职人员政务处分法第四十三条）
file-check-source-term-passed = 初筛、核实、认定后决定、送达各有期限（县里自定，见法规页）
file-check-source-window-passed = 陈述期满即可议定（县里自定）
file-check-source-receipt = 送达须有回证；拒绝签收的由见证人签名（参照民事诉讼法第八十七条、第八十九条）
file-check-source-remedy-day = 决定写明救济途径和期限（公职人员政务处分法第四十五条）
file-check-source-overdue = 整改按期完成，确需延期的先批准（县里自定）
file-check-source-recheck-passed = 申请销号后按期复核（县里自定）
file-check-source-name-until = 点名公开有期限，到期隐去（本系统规则）
