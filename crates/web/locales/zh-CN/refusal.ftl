# 守则说不：每条拒绝有标题（refusal-<名>-title）和正文（refusal-<名>，一行一句：为什么、谁能办、怎么办）。
# guard-<代号> 是守则的名称。键名由程序拼出。
refusal-guard = 所依守则：{ $guard }。
refusal-nobody = 您
refusal-forbidden-title = 没有办成：您的账号不能办“{ $action }”
refusal-forbidden =
    能办这件事的角色是：{ $roles }。您的账号没有其中任何一个。
    请有这个角色的同事来办。您的职责变了的，请系统管理员提请授权、安全管理员确认后再来。
refusal-forbidden-way = 看我能办什么
refusal-joint = 、
refusal-too-few-inspectors-title = 没有办成：督查走访要两人以上
refusal-too-few-inspectors =
    走访要有两名以上检查人到场并签字，这次只有{ $found }名。一个人看到的无人印证，对被访单位不公平。
    再写上一名受过培训、与被访单位没有关系的督查员，就可以提交。
refusal-same-inspector-twice-title = 没有办成：同一个人写了两次
refusal-same-inspector-twice =
    { $person }在检查人里出现了两次，只算一人。
    请把其中一处换成另一名到场的督查员。
refusal-untrained-title = 没有办成：{ $person }当天没有有效的培训
refusal-untrained =
    走访当天（{ $day }），{ $person }没有有效的“督查检查业务”培训登记。没有受训的人不能检查别的单位。
    请换一名当天培训有效的督查员。已经受训只是没有登记的，请人事干部在人员页登记起止日期，再来提交。
refusal-kin-in-unit-title = 没有办成：{ $person }应当回避
refusal-kin-in-unit =
    { $person }有亲属（{ $relation }）在{ $unit }任职。按公务员法的回避规定，不论级别，本人不能参与检查。
    请换一名与{ $unit }没有亲属关系的督查员。申报有出入的，请本人或人事干部核对。
refusal-belongs-to-unit-title = 没有办成：{ $person }应当回避
refusal-belongs-to-unit =
    { $person }当天在{ $unit }或者它的下级单位任职。自己的单位不能自己查。
    请换一名其他单位的督查员。
refusal-organ-visits-itself-title = 没有办成：{ $unit }不能督查自己
refusal-organ-visits-itself =
    督查单位和被访单位都是{ $unit }。
    请改写被访单位；确实要查{ $unit }的，由另一个单位派人。
refusal-no-post-title = 没有办成：{ $person }当天没有任职
refusal-no-post =
    { $day }这天没有{ $person }的任职记录，不能以督查员的身份走访。
    请核对日期和姓名。任职登记漏了的，请人事干部补上再来提交。
refusal-not-on-team-title = 没有签字：{ $person }不在检查人里
refusal-not-on-team =
    填报和签字只能由这次走访的检查人本人来办，别人不能代签。
    请名单上的检查人登录办理。名单写错的，请督查专干撤销这次走访，重新安排。
refusal-signed-already-title = 没有签字：{ $person }已经签过了
refusal-signed-already =
    一人只签一次。会签要由同去的另一名检查人来签，这样才是两人看到、两人作证。
    请同去的检查人登录后会签。
refusal-out-of-order-title = 没有办成：还不到这一步，或者已经过了
refusal-out-of-order =
    这次走访现在是“{ $stage }”，这时不能办“{ $act }”。也许别人刚刚先办了一步。
    请打开这条走访，看它走到哪里、下一步由谁办。
refusal-replied-already-title = 没有提交：单位已经回应过
refusal-replied-already =
    每次走访，被访单位回应一次，写下的回应不再改动。
    要补充的材料，请交给督查专干附在这次走访后面。
refusal-stale-version-title = 没有提交：别人刚刚改过这条记录
refusal-stale-version =
    您打开时是第{ $read }版，现在已是第{ $now }版。为了不盖掉别人写的，您的内容没有写入。
    请重新打开这条记录，核对后再提交。
refusal-nothing-changed-title = 没有更正：内容和原来一样
refusal-nothing-changed =
    更正要至少改动一处，您提交的和已归档的完全相同。
    请改动有误的那一格，并写明缘由；没有错就不用更正。
refusal-visit-in-the-future-title = 没有提交：走访时间还没有到
refusal-visit-in-the-future =
    写下的走访时间晚于现在，还没有发生的事不能填报。
    请核对日期和时间；还没有去的，去了以后再填。
refusal-same-officer-title = 没有确认：提请和确认不能是同一人
refusal-same-officer =
    这项授权是您提请的，必须由另一名管理员确认，一个人不能独自给出权力。
    请安全管理员登录后确认。
refusal-officer-holds-another-title = 没有授权：三员不能兼任
refusal-officer-holds-another =
    系统管理员、安全管理员、审计员互相制约，一个账号只能任其中之一，也不能再有别的角色。
    请把这个角色给另一个人的账号，或者先终止原来的角色。
refusal-last-officer-title = 没有办成：{ $role }只剩这一个账号
refusal-last-officer =
    停用或终止以后，就没有人能履行{ $role }的职责了，系统会失去制约。
    请先给另一个人授予{ $role }并由他启用账号，再来办这一项。
refusal-own-account-title = 没有办成：不能决定自己账号的事
refusal-own-account =
    这项操作针对的是您自己的账号，本人不能替自己作主。
    请另一名管理员来办。
refusal-not-told-yet-title = 没有提交：这次走访还没有归档
refusal-not-told-yet =
    单位要在走访归档、收到情况以后才能回应。
    归档后它会出现在本单位的“今日”里，那时再回应。
guard-two-inspectors = 两人以上
guard-trained = 培训上岗
guard-G1 = 分离
guard-G2 = 回避
guard-order = 办理次序
guard-version = 以最新内容为准
guard-past = 只写已经发生的事
guard-second-officer = 另一人确认
guard-three-officers = 三员分立
