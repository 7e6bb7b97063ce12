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
    这条记录现在是“{ $stage }”，这时不能办“{ $act }”。也许别人刚刚先办了一步。
    请打开这条记录，看它走到哪里、下一步由谁办。
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
refusal-visits-full-title = 没有提交：{ $unit }本季度已有{ $planned }次走访
refusal-visits-full =
    { $from }至{ $until }，同一单位至多{ $most }次，各单位派出的合在一起算。
    可以改到下个季度，或与已有的走访一起去；确需再去的，写明理由，并写上同意的领导。
refusal-visit-beside-title = 还没有提交：{ $unit }同一周另有{ $count }次走访
refusal-visit-beside =
    下面列出了这些走访和带队的人。
    能合并的，打开那一次一起去；仍要单独去的，再点一次提交，不会再问。
refusal-own-approval-title = 没有提交：{ $person }不能同意这次走访
refusal-own-approval =
    计划走访的人和去走访的人，不能自己同意超过上限。
    请写另一位领导。
refusal-leads-nothing-title = 没有提交：{ $person }不能同意超过上限
refusal-leads-nothing =
    今天在{ $organ }和它的上级单位都没有领导职务。
    请写{ $organ }或其上级单位的一位领导。
refusal-month-not-over-title = 没有上报：{ $month }还没有过完
refusal-month-not-over =
    月报说的是整整一个月的事，月份没有过完，数字还会变。
    请在{ $from }或以后再来确认。
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
refusal-no-key-needed-title = 没有办成：这台机器凭序列号接入
refusal-no-key-needed =
    它用推送协议，只报机身上的序列号，不会用到密钥。
    请在机器上填写考勤机端口的地址，再在这里启用。
refusal-no-key-title = 没有办成：这台机器没有密钥
refusal-no-key =
    没有可以收回的：从来没有发过，或者别人已经先收回了。
    请重新打开这台机器的页面；要让它接入，就发放新的密钥。
refusal-not-told-yet-title = 没有提交：这次走访还没有归档
refusal-not-told-yet =
    单位要在走访归档、收到情况以后才能回应。
    归档后它会出现在本单位的“今日”里，那时再回应。
refusal-same-party-title = 没有办成：{ $unit }已经录入过抽签词
refusal-same-party =
    两个抽签词要由两个单位各录一个，一方单独定不了结果。
    请另一个单位的人来录入。
refusal-entered-already-title = 没有办成：{ $person }已经录入过抽签词
refusal-entered-already =
    两个抽签词要由两个人各录一个，一个人单独定不了结果。
    请另一个单位的人来录入。
refusal-no-checkpoint-yet-title = 没有办成：下一个检查点还没有签
refusal-no-checkpoint-yet =
    抽取要用两个抽签词之后的第一个检查点，谁也不能提前知道它。
    账本每分钟签一次，最多等一分钟，再点“抽取”。
refusal-took-part-title = 没有办成：{ $person }在前面经过手
refusal-took-part =
    { $person }在这件事里办过“{ $earlier }”，所以不能再办“{ $now }”。查的人、定的人、发的人要分开，自己不能给自己把关；只录入纸件的人也一样。
    请换一名没有经过手的同事来办。谁经过手，看这条记录的“经手”。
refusal-objection-open-title = 没有提出：这一条已有异议在办
refusal-objection-open =
    您对这一条提出的异议还没有答复，同一条不能同时提两次。
    请等答复；要补充或改写，先撤回那一件，再重新提出。
refusal-kept-the-entry-title = 没有答复：{ $person }经手过这一条
refusal-kept-the-entry =
    异议由没有经手过这一条的人答复；{ $person }录入、办理或签过它，自己的记载不能由自己判断对错。
    请交给本机关另一位没有经手的同事答复；没有这样的人时，请安全管理员为一位同事确认角色。
refusal-own-matter-title = 没有办成：{ $person }应当回避
refusal-own-matter =
    { $person }就是这件事的当事人，自己的事不能自己办。
    请换一名同事来办。本人要说的话，可以在陈述申辩里说。
refusal-too-few-verifiers-title = 没有提交：核实要两人以上
refusal-too-few-verifiers =
    核实要两人以上，这次只写了{ $found }人。一个人查的无人印证，对当事人不公平。
    再写上一名没有经过手的同事，两人一起核实，再提交。
refusal-too-few-on-panel-title = 没有决定：集体讨论要三人以上
refusal-too-few-on-panel =
    决定由三人以上集体讨论，这次只写了{ $found }人。处理人的事，一两个人说了不算。
    再写上没有经过手的领导班子成员，讨论以后再提交。
refusal-not-invited-title = 没有保存：{ $person }不能参加{ $organ }的会议
refusal-not-invited =
    参会人须是{ $organ }的人，或者有权在{ $organ }议定措施的人。
    换一个人，或者先给{ $person }授权。
refusal-too-few-called-title = 没有保存：会议要三人以上
refusal-too-few-called =
    到会的只有{ $found }人。每一项至少三人表决。
    再写上没有牵连的人，然后提交。
refusal-on-another-agenda-title = 没有保存：{ $subject }（{ $finding }）在另一次会议的议题里
refusal-on-another-agenda =
    一个事项同时只列入一次会议。
    从那次会议的议题里去掉，或者取消那次会议，再列入这一次。
refusal-voted-on-title = 没有保存：{ $what }已经有了表决
refusal-voted-on =
    表决过的议题和表决过的人不能去掉，否则纪要对不上。
    需要改的，先更正那一项的表决。
refusal-too-few-left-title = 没有保存：{ $subject }一项只剩{ $found }人可以表决
refusal-too-few-left =
    每一项至少三人表决，回避的人不算。
    可以请本机关没有牵连的人参加这一项：{ $others }。请不到的，缓议，交另一个机关办理。
refusal-too-few-anywhere-title = 没有保存：{ $subject }一项只剩{ $found }人可以表决
refusal-too-few-anywhere =
    每一项至少三人表决，回避的人不算，本机关也没有别的没有牵连的人。
    先缓议，再交上级机关或者另一个没有牵连的机关办理。
refusal-items-open-title = 没有签署：第{ $items }项还没有结果
refusal-items-open =
    每一项都要表决，或者写明理由缓议，纪要才完整。
    补上这些项，再签署；不议的，从议题里去掉。
refusal-not-the-chair-title = 没有签署：{ $person }不是这次会议的主持人
refusal-not-the-chair =
    纪要由主持人签署。
    请主持人签署；在纸上签了的，把纸件编号、日期和主持人写进来。
refusal-no-majority-title = 没有决定：{ $voting }人表决，只有{ $agreed }人赞成
refusal-no-majority =
    到会且不回避的人过半数赞成，才能执行。
    列入另一次会议再议。
refusal-nothing-carried-title = 没有决定：这一项没有通过
refusal-nothing-carried =
    缓议的、没有表决的，不能执行。
    列入另一次会议再议。
refusal-not-held-title = 没有决定：会议纪要还没有签署
refusal-not-held =
    主持人签署纪要以后，表决结果才能执行；取消了的会议，不执行。
    等签署以后再执行。
refusal-named-twice-title = 没有提交：{ $person }写了两次
refusal-named-twice =
    { $person }出现了两次，只算一人。
    请把其中一处换成另一个人。
refusal-not-among-them-title = 没有提交：{ $person }不在办理人里
refusal-not-among-them =
    在屏幕上办的，登录的人必须是办理人之一；{ $person }不在名单上，不能替别人办。
    办理人已经在纸上签了字的，展开“已经在纸上办了”，填上编号和日期，由您录入。
refusal-not-heard-title = 没有办成：{ $subject }还没有陈述
refusal-not-heard =
    { $subject }可以陈述到{ $due }。没有听完对方的话，不能认定也不能决定。
    等对方陈述；对方书面放弃的，先录入放弃；都没有的，等到期以后再办。
refusal-not-of-unit-title = 没有办成：{ $person }不能替{ $unit }陈述
refusal-not-of-unit =
    单位的话由本单位的人来说：{ $day }这天，{ $person }不在{ $unit }任职，也不是它的负责人或者联络员。
    请核对是谁陈述的、哪一天；任职还没有录入的，请人事干部先录入，再录陈述。
refusal-speaks-for-subject-title = 没有办成：{ $person }不能替{ $subject }陈述
refusal-speaks-for-subject =
    { $person }经手了这件事，或者就是录入的人。经手的人替当事人说话，等于没有听取。
    请写本人、本单位的人，或者没有经手的代理人，并附上签了名的纸面陈述。
refusal-nobody-noticed-title = 没有认定：还没有告知任何人
refusal-nobody-noticed =
    认定属实以前，要先把查明的事实、依据和拟采取的措施告诉当事人，听对方怎么说。
    请纪检干部先告知。认为不实的，可以直接认定不实。
refusal-heavier-title = 没有决定：措施比告知的重
refusal-heavier =
    告知时拟的是“{ $proposed }”，现在写的是“{ $measure }”，更重。当事人是照告知的措施陈述的，不能因为说了话反而加重。
    请选不重于“{ $proposed }”的措施。确实要更重的，重新告知、重新听取。
refusal-statement-unanswered-title = 没有决定：还没有答复陈述
refusal-statement-unanswered =
    当事人作了陈述，决定里要逐条答复：采纳了什么，不采纳的是为什么。
    请在“对陈述的答复”里写上，再提交。
refusal-not-upheld-title = 没有决定：线索还没有认定属实
refusal-not-upheld =
    措施要建立在认定属实或者部分属实的线索上，这条线索现在不是。
    请审理员先认定。认为不用追究的，可以集体讨论不予追究。
refusal-stays-in-unit-title = 没有写进通报：对{ $subject }的决定是按“{ $weight }”作出的
refusal-stays-in-unit =
    单位内处理的不通报；单位通报程序作出的，只能在本单位通报。
    请去掉这一项，或者把范围改为本单位。
refusal-not-verified-title = 没有办成：还没有两人核实
refusal-not-verified =
    走全县程序的线索，先由两人核实，再告知、认定。
    请先初筛、核实；本单位的小事，登记时可以选简易程序。
refusal-not-own-unit-title = 没有登记：{ $unit }不是{ $organ }自己
refusal-not-own-unit =
    简易程序只用于本单位的人和事：承办机关是{ $organ }，事情在{ $unit }。
    请由{ $unit }自己登记，或者选全县程序。
refusal-not-above-title = 没有转办：{ $organ }不是上级
refusal-not-above =
    提级办理要转给上级机关，或者对全县有权的机关，{ $organ }两样都不是。
    请换一个机关，或者选交叉办理。
refusal-not-for-them-title = 没有转办：不能转给{ $unit }
refusal-not-for-them =
    {$unit}就是现在承办的机关，或者是当事的单位、它的下属单位。
    请转给与这件事没有关系的机关。
refusal-not-unfounded-title = 没有澄清：这条线索没有认定不实
refusal-not-unfounded =
    澄清正名是告诉当事人此事不实，这条线索现在没有认定不实。
    请打开线索，看它走到哪一步；认为不用追究的，可以集体讨论不予追究。
refusal-came-to-nothing-title = 没有办成：这条线索已经认定不实
refusal-came-to-nothing =
    认定不实以后，只剩一件事：在原告知范围内给当事人澄清。
    由没有参加走访的纪检干部送达澄清，别的步骤不再办。
refusal-nothing-seen-title = 没有登记：这次走访没有要查的情况
refusal-nothing-seen =
    线索要来自已归档、结果是“有情况”的走访，这一次不是。没有问题的走访也是完整的一次。
    请核对走访编号。还没有归档的，等同组会签归档以后再登记。
refusal-day-ahead-title = 没有提交：纸上的日期还没有到
refusal-day-ahead =
    纸上写的是{ $day }，比今天还晚，还没有发生的事不能录。
    请核对日期再提交。
refusal-day-before-title = 没有提交：日期比上一步还早
refusal-day-before =
    纸上写的是{ $day }，而上一步是{ $earlier }办的，后一步不能早于前一步。
    请核对纸上的日期；上一步日期录错了的，请录入的人说明。
refusal-not-served-title = 没有提交：对{ $subject }的决定还没有送达
refusal-not-served =
    通报只写已经送达的决定，让本人先知道。对{ $subject }的决定还没有送达，或者不是本机关作出的。
    请先去掉这一项，送达以后再写进来。
refusal-in-another-bulletin-title = 没有提交：对{ $subject }的决定已经通报过
refusal-in-another-bulletin =
    同一个决定只通报一次，对{ $subject }的决定已经写在另一份通报里。
    请去掉这一项再提交。
refusal-nothing-to-tell-title = 没有提交：通报里没有内容
refusal-nothing-to-tell =
    通报至少写一份已送达的决定；自请通报至少写一个问题、一项整改。
    请勾选决定，或者把问题和整改计划填上。
refusal-no-counter-signature-title = 没有签发：自请通报还没有会签
refusal-no-counter-signature =
    自请通报要由另一人会签，才能签发。自己给自己定调，别人不会信。
    请纪检干部先会签。
refusal-no-counter-signature-due-title = 没有会签：这份通报不用会签
refusal-no-counter-signature-due =
    只有自请通报要会签，这一份建立在处理决定上，不用。
    请负责人直接签发。
refusal-no-remedy-title = 没有送达：决定上写不出复核期限
refusal-no-remedy =
    决定必须写明向谁、到哪天可以申请复核，而{ $day }施行的规定里没有这个期限。
    请先查明当时的规定，补进规定库，再送达。
refusal-too-soon-title = 没有发布：最早{ $earliest }才能发布
refusal-too-soon =
    最后一份决定送达以后，要隔一个完整的工作日，让本人先知道，不是从通报上看到。
    请在{ $earliest }或以后发布。
refusal-no-calendar-title = 没有发布：{ $year }年的放假安排还没有导入
refusal-no-calendar =
    最后一份决定送达以后，要隔一个完整的工作日。{ $year }年哪天是工作日，要看当年的放假安排，系统不猜。
    请人事部门在“工作日历”导入放假安排，再来发布。
refusal-law-not-in-force-title = 没有办成：“{ $name }”那时还没有施行
refusal-law-not-in-force =
    办理日期是{ $day }，而“{ $name }”从{ $from }起施行。当时没有的规定，不能用来处理当时的事。
    请选当天有效的规定；日期写错的，改正日期。
refusal-law-no-longer-in-force-title = 没有办成：“{ $name }”那时已经失效
refusal-law-no-longer-in-force =
    办理日期是{ $day }，而“{ $name }”到{ $until }为止（{ $from }起施行）。
    请选当天有效的规定；日期写错的，改正日期。
refusal-law-unknown-title = 没有办成：没有代码为“{ $code }”的规定
refusal-law-unknown =
    法规表里没有“{ $code }”。处理要有依据，没有依据的不能办。
    请在列表里选一项。
refusal-law-set-by-law-title = 没有办成：“{ $name }”是法律定的
refusal-law-set-by-law =
    “{ $name }”出自{ $source }，县里不能改。
    请选县里自定的期限；法律变了的，等软件更新法规文件。
refusal-law-out-of-bounds-title = 没有办成：“{ $name }”不能定这么长或这么短
refusal-law-out-of-bounds =
    “{ $name }”可以定{ $shortest }到{ $longest }，单位不能换。范围护的是被处理的人和办事的人。
    请在范围里定。
refusal-law-not-to-come-title = 没有办成：{ $from }不是将来的一天
refusal-law-not-to-come =
    今天是{ $today }，期限调整只能从明天或以后起。已经过去的日子，照当时的期限算。
    请把起始日改到今天以后，重新提出。
refusal-law-set-for-that-day-title = 没有办成：{ $from }起已经另定过
refusal-law-set-for-that-day =
    同一个期限，{ $source }已经定了从{ $from }起的长短。一天只有一个长短。
    请换一个起始日。
refusal-outside-authority-title = 没有办成：“{ $name }”超出本机关的权限
refusal-outside-authority =
    对{ $rank }的干部，本机关在当天无权作出“{ $name }”。没有权限的决定不能算数。
    请选权限内的措施；需要更重处理的，报有权限的机关决定。
refusal-outside-authority-unit-title = 没有办成：“{ $name }”超出本机关的权限
refusal-outside-authority-unit =
    对单位，本机关在当天无权作出“{ $name }”。没有权限的决定不能算数。
    请选权限内的措施，或者报有权限的机关决定。
refusal-record-only-title = 没有办成：“{ $name }”由别的机关决定
refusal-record-only =
    “{ $name }”由任免机关、监察机关或者司法机关依法决定，这里不能作出，只登记结果。
    请选本机关能决定的措施；应当移送的，按程序移送。
refusal-too-light-title = 没有办成：{ $weight }里不能“{ $name }”
refusal-too-light =
    “{ $name }”超出了{ $weight }的范围：单位内只能谈话提醒、批评教育，单位通报不能诫勉或更重。
    请选轻一些的措施；确有必要的，初筛时转核实，走全县程序。
refusal-by-others-title = 没有办成：{ $post }由{ $role }任免
refusal-by-others =
    乡科级以上的职务由组织部任免，其他岗位由人事部门任免。
    请{ $role }办理。
refusal-same-post-title = 没有办成：{ $person }已在{ $post }
refusal-same-post =
    同一时间，一个人在同一岗位只有一条任职。
    请核对岗位和日期；方式有变的，先结束原来的任职。
refusal-second-full-post-title = 没有办成：{ $person }已有本职
refusal-second-full-post =
    同一天一个人只有一个本职岗位。
    换岗请用调动；多一个岗位请选兼任、主持工作、代理、挂职、借调或驻村。
refusal-no-full-post-title = 没有办成：{ $person }在{ $day }没有本职
refusal-no-full-post =
    兼任、主持工作、代理、挂职、借调、驻村都要以本职为前提。
    请先登记本职，或者核对起始日期。
refusal-not-leading-title = 没有办成：{ $post }不是领导职务
refusal-not-leading =
    主持工作和代理只用于领导职务。
    请核对岗位，或者选兼任。
refusal-post-held-title = 没有办成：{ $post }有人任职
refusal-post-held =
    { $holder }正在任{ $post }，有人任职的岗位不能代理。
    任职的人外出的，请选主持工作；已经离任的，先结束其任职。
refusal-lent-to-own-unit-title = 没有办成：{ $person }就在这个单位
refusal-lent-to-own-unit =
    挂职、借调、驻村是到别的单位去。
    请核对岗位；在本单位多一个岗位的，请选兼任。
refusal-away-already-title = 没有办成：{ $person }已经在外
refusal-away-already =
    挂职、借调、驻村同一时间只能有一项。
    请先结束原来的一项，或者核对日期。
refusal-days-over-title = 没有办成：这个专项{ $day }就结束了
refusal-days-over =
    最后一天已经过去的方案，印发了也没有人来得及办。
    请先修改起止日期，再印发。
refusal-replaced-by-another-title = 没有办成：《{ $title }》已被另一方案替换
refusal-replaced-by-another =
    一份方案只能被替换一次。
    请修改“替换哪一份方案”，选现在有效的那一份，或者不选。
refusal-taken-up-title = 没有办成：这项承诺已经督办
refusal-taken-up =
    每项承诺只督办一次，免得一件事有两个期限。
    请在整改列表里打开已有的那一件。
refusal-review-not-served-title = 没有办成：决定还没有送达
refusal-review-not-served =
    复核针对已经送达、仍然有效的决定，送达那天期限才开始。
    送达以后再申请；现在可以陈述申辩。
refusal-review-open-title = 没有办成：已经在复核
refusal-review-open =
    同一个决定同时只有一件复核，免得结论打架。
    请打开正在办的那一件。
refusal-review-asked-before-title = 没有办成：这个决定已经申请过一次
refusal-review-asked-before =
    一个决定只能申请一次复核，再往上是申诉。
    请看复核文书上写的申诉机关和期限。
refusal-review-fallen-title = 没有办成：决定已经不再有效
refusal-review-fallen =
    这个决定经复核撤销，没有什么可以再复核。
    需要重新办理的，从告知开始。
refusal-review-of-office-title = 没有办成：这件复核不是申请来的
refusal-review-of-office =
    机关自己启动的复核没有申请人，谁也不能撤回。
    等合议组议定；有话说可以提交书面意见。
refusal-review-measure-missing-title = 没有办成：“变更”要写变更为什么
refusal-review-measure-missing =
    变更是换成一种更轻的措施，不写就不知道换成什么。
    请选一种比现行措施轻的措施。
refusal-review-measure-not-due-title = 没有办成：只有“变更”才选措施
refusal-review-measure-not-due =
    维持、撤销、撤销重作都不换措施。
    请把措施空着，或者把结论改成“变更”。
refusal-review-same-measure-title = 没有办成：措施没有变轻
refusal-review-same-measure =
    变更后的措施和现行的一样重，那就是维持。
    请选更轻的措施，或者选“维持”。
refusal-nothing-to-correct-title = 没有办成：没有要更正的
refusal-nothing-to-correct =
    更正要有决定经复核改变；撤回要里面的决定都不再有效，而且没有撤回过。
    内容有误的，走内容纠错。
refusal-review-late-title = 没有办成：申请期限已过
refusal-review-late =
    申请复核的期限到{ $day }止。
    有正当理由的，写明为什么晚了，由机关决定是否受理。
refusal-not-standing-title = 没有办成：决定已经不再有效
refusal-not-standing =
    对{ $subject }的决定经复核撤销，通报不能再写。
    请把这一条从稿子里去掉。
refusal-no-promise-title = 没有办成：通报里没有这项承诺
refusal-no-promise =
    只有自请通报的整改承诺可以督办。
    请核对通报和承诺的序号。
refusal-extension-used-title = 没有办成：已经申请过一次延期
refusal-extension-used =
    每件整改只能延期一次，准不准予都算。
    请按现在的期限整改；到期没有完成，如实申请销号并说明。
refusal-extension-late-title = 没有办成：整改期限{ $day }已经过了
refusal-extension-late =
    延期要在期限以内申请，过期再延就没有期限可言。
    请尽快整改，完成后申请销号。
refusal-nothing-asked-title = 没有办成：现在没有待答复的延期申请
refusal-nothing-asked =
    单位没有申请，或者已经答复过。
    请打开整改的时间线看看。
refusal-reply-pending-title = 没有办成：函询回复的期限到{ $day }
refusal-reply-pending =
    去函问了人家，期限没到，就不能当作没有回复。
    请等到回复，或者等期限过去，再转核实。
refusal-prolonged-before-title = 没有办成：延长核实已经申请过一次
refusal-prolonged-before =
    核实只能延长一次，不论上次准了没有。
    请就现有的事实提交核实结果。
refusal-prolonged-late-title = 没有办成：核实期限{ $day }已满
refusal-prolonged-late =
    延长核实要在到期以前申请，过期再延就没有期限可言。
    请尽快提交核实结果。
refusal-no-prolonging-asked-title = 没有办成：现在没有待答复的延长核实申请
refusal-no-prolonging-asked =
    没有人申请，或者已经答复过。
    请打开线索的办理记录看看。
refusal-notice-given-title = 没有办成：已经告知了当事人
refusal-notice-given =
    告知以后，属不属实要在这里给当事人一个说法，不能一移了之。
    请先认定；发现的别的情况，另行登记后移送。
refusal-not-speaker-title = 没有办成：{ $person }不能代表{ $unit }
refusal-not-speaker =
    以单位名义说的话，由单位负责人或者联络员来说；{ $person }不是{ $unit }的负责人，也不是联络员。
    请核对纸面上是谁报的；换了人的，请先给新的负责人、联络员授权。
refusal-no-consent-title = 没有办成：还没有{ $person }的书面同意
refusal-no-consent =
    个人上红榜要显示姓名，须本人书面同意。
    请先请{ $person }签同意书，把编号填进来；也可以改为推荐单位。
refusal-no-final-decision-title = 没有办成：没有已经送达的决定
refusal-no-final-decision =
    列入黑榜要依据已经送达的问责决定；只是核实属实、还没有决定或者没有送达的，都不行。
    请等决定送达、申请复核的期限过了再提请。
refusal-not-final-title = 没有办成：申请复核的期限到{ $day }才满
refusal-not-final =
    期限里对方还可以申请复核，决定可能改变。
    请在{ $day }以后再办。
refusal-list-under-review-title = 没有办成：决定正在复核
refusal-list-under-review =
    黑榜只依据已经确定的决定，正在复核的还没有确定。
    等复核结束，维持原决定的再提。
refusal-listed-already-title = 没有办成：这个决定已经提请过
refusal-listed-already =
    一个决定只列一次，到期下榜以后也不再列。
    请在红黑榜的列表里打开已有的那一条。
refusal-not-shown-title = 没有办成：这一条已经不在公示，也不在榜
refusal-not-shown =
    到期、撤下或者依据失效以后，名称不再公开，没有什么可以异议或者撤下。
    请看这一条的时间线。
refusal-revisit-too-early-title = 没有办成：回访要在{ $day }或以后
refusal-revisit-too-early =
    刚销号就回访，看不出整改能不能持久。
    请到那一天再去看。
refusal-holds-the-post-title = 没有办成：{ $person }就任{ $post }
refusal-holds-the-post =
    任这个岗位的人不能做自己的B岗。
    请另选一人。
refusal-of-another-unit-title = 没有办成：{ $person }不在这个单位任职
refusal-of-another-unit =
    { $post }的B岗要在那一天任本单位的岗位。
    请选本单位的人，或者核对起始日期。
refusal-leads-nothing-near-title = 没有办成：{ $person }不是本单位或者上一级的领导
refusal-leads-nothing-near =
    { $post }是领导岗位，B岗要在那一天任本单位或者上一级单位的领导岗位。
    请另选一位领导，或者核对起始日期。
refusal-second-deputy-title = 没有办成：{ $post }已有B岗
refusal-second-deputy =
    一个岗位一天只有一个B岗，这些日子里有{ $other }。
    请先解除，或者错开日期。
refusal-ends-before-title = 没有办成：{ $post }的B岗在{ $day }就结束
refusal-ends-before =
    已经有更早的最后一天，不能往后改。
    要延长的，请从第二天起重新指定。
refusal-not-away-title = 没有办成：{ $leader }在{ $day }没有外出
refusal-not-away =
    只有领导登记了外出，B岗才能代为办理；人在岗的，由本人办。
    请由{ $leader }自己办；确实外出的，先登记外出。
refusal-not-the-deputy-title = 没有办成：{ $person }不是{ $leader }的B岗
refusal-not-the-deputy =
    { $day }这一天，{ $leader }的岗位没有指定由{ $person }代。
    请由指定的B岗办；需要改的，请组织部或者单位负责人指定。
refusal-away-themselves-title = 没有办成：{ $person }在{ $day }也外出
refusal-away-themselves =
    自己登记了外出的，不能同时代别人办理。
    请先登记返岗，或者由组织部另外指定一人。
refusal-officer-stands-in-title = 没有办成：三员不代人办理
refusal-officer-stands-in =
    系统管理员、安全管理员、审计员只做本职，不能代任何领导办理。
    请由别的B岗办理。
refusal-among-them-title = 没有办成：{ $leader }外出，不能列在办理人里
refusal-among-them =
    您正在代{ $leader }办理，{ $leader }不能同时是办理这一步的人。
    请把{ $leader }从名单里去掉；本人在场的，请本人办。
refusal-away-then-title = 没有办成：{ $person }这些天已登记外出
refusal-away-then =
    已有一次外出，从{ $since }到{ $until }，两次不能重叠。
    请错开日期；提前回来的，先登记返岗。
refusal-away-over-title = 没有办成：{ $person }的这次外出已经结束
refusal-away-over =
    最后一天已过，或者已经登记返岗。
    不用再办。
refusal-tie-withdrawn-title = 没有办成：这条申报已经更正
refusal-tie-withdrawn =
    一条申报只更正一次，理由已经记下。
    关系确实存在的，请重新申报。
refusal-own-tie-title = 没有办成：{ $person }是这条关系的一方
refusal-own-tie =
    关系双方不能自己更正回避的依据。
    请另一位人事干部核对材料后办理。
refusal-ticket-day-full-title = 今天收到的已经满{ $most }件
refusal-ticket-day-full =
    一天收{ $most }件，再多就不能保证按期答复。
    请明天再来；急事请打单位公开的电话。
refusal-ticket-connection-full-title = 今天从您这里已经提交{ $most }件
refusal-ticket-connection-full =
    为防刷件，同一处网络一天收{ $most }件。
    请明天再来，或者换一处网络。
refusal-ticket-other-kind-title = 没有办成：这一件是{ $kind }
refusal-ticket-other-kind =
    这一步不用于这一类来件。
    请回到来件，看可以办的步骤。
refusal-ticket-nobodys-account-title = 没有办成：这个账号不属于任何人
refusal-ticket-nobodys-account =
    经办的是人，要记得出是谁。
    请用本人的账号受理。
refusal-ticket-not-the-handler-title = 没有办成：这一件由{ $person }经办
refusal-ticket-not-the-handler =
    谁受理，谁答复；别人接手，先要记明。
    请由{ $person }办，或者先点“受理”接办。
refusal-ticket-wrote-the-page-title = 没有办成：{ $person }经手过这一页
refusal-ticket-wrote-the-page =
    写过、审过、发过的人，不能核实自己的页面有没有错。
    请由受理处的另一人受理。
refusal-ticket-handled-before-title = 没有办成：{ $person }第一次办过这一件
refusal-ticket-handled-before =
    来件人说没有解决，重办就要换人。
    请由受理处没有办过这一件的人受理。
refusal-ticket-reopened-before-title = 没有办成：这一件已经重办过一次
refusal-ticket-reopened-before =
    没有解决的可以重办一次，已经办过。
    还不满意，可以打12345，或者向信访部门反映。
refusal-ticket-too-late-title = 没有办成：已经过了{ $day }
refusal-ticket-too-late =
    没有解决的，要在{ $day }以前提出。
    请作为新的一件提交。
refusal-not-drawn-title = 没有计划：{ $unit }不是抽中的
refusal-not-drawn =
    这次抽取还没有结果，或者是别的单位抽的，或者没有抽中{ $unit }。
    请不带抽取计划，或者先抽取。
refusal-planned-already-title = 没有计划：{ $unit }已经计划过
refusal-planned-already =
    抽中的单位各走访一次，{ $unit }的那一次已经计划或者去过。
    请改那一次，或者另外计划一次。
guard-intake = 收件限度
guard-stand-in = AB岗与代为办理
guard-two-inspectors = 两人以上
guard-trained = 培训上岗
guard-G1 = 分离
guard-G2 = 回避
guard-order = 办理次序
guard-version = 以最新内容为准
guard-past = 只写已经发生的事
guard-frequency = 走访频次
guard-to-come = 只管将来的事
guard-second-officer = 另一人确认
guard-three-officers = 三员分立
guard-two-verifiers = 两人以上核实
guard-light = 简易程序
guard-panel = 集体讨论
guard-vote = 会议表决
guard-G3 = 告知、陈述申辩
guard-G4 = 救济
guard-G5 = 权限
guard-G7 = 不得加重
guard-G8 = 公开关口
guard-sources = 通报有据
guard-counter-signature = 会签
guard-appointment = 任免
guard-third-person = 第三人复核
guard-for-unit = 单位由负责人或者联络员代表
guard-consent = 本人书面同意
guard-final-decision = 决定生效、救济期满
guard-own-fault = 有责才追，不因职务连带
refusal-no-chain-title = 没有告知：还没有明确责任链
refusal-no-chain =
    同一件事已告知过别人。再告知{ $person }以前，要先分清每个人的职责、过错和作用，这是法律的要求。
    请先在线索页上明确责任链，把{ $person }和已告知的人都写上。
refusal-not-in-chain-title = 没有告知：{ $person }不在责任链上
refusal-not-in-chain =
    责任链上没有{ $person }，看不出其职责和过错。
    确有过错的，请在作出决定以前重新明确责任链，写明其职责、过错和事实。
refusal-link-exculpated-title = 没有办成：{ $person }已免责
refusal-link-exculpated =
    责任链上{ $person }（{ $position }）的免责事由是“{ $ground }”，不能再追究。
    查明免责不成立的，请在作出决定以前重新明确责任链，写明本人过错和事实；已告知的，由集体决定不予追究。
refusal-no-own-fault-title = 没有办成：{ $person }没有本人过错
refusal-no-own-fault =
    责任链上{ $person }（{ $position }）未见本人过错，不能因职务连带。
    查明有过错的，请在作出决定以前重新明确责任链，写明过错和事实。
refusal-leaders-not-asked-title = 没有告知：还没有先问领导
refusal-leaders-not-asked =
    { $person }是{ $position }，责任链上还没有分管或主要负责人，没有问过人手、交代、保障。
    请重新明确责任链，写上分管或主要负责人，逐项答三问。
refusal-lack-unanswered-title = 没有明确：{ $person }没有提供{ $provision }，缺认定
refusal-lack-unanswered =
    { $person }没有提供{ $provision }，又没有写是本人过错还是免责。
    请在这一组写明本人过错及事实，或者免责事由及证明。
refusal-neither-fault-nor-proof-title = 没有明确：{ $person }既没有过错也没有免责
refusal-neither-fault-nor-proof =
    { $person }（{ $position }）不能只因职务列在链上。
    请写明本人过错及事实，或者免责事由及证明；都没有的，不要列入。
refusal-nobody-deceived-title = 没有明确：没有欺瞒{ $person }的承办人
refusal-nobody-deceived =
    写了{ $person }受承办人欺瞒，链上却没有有过错的承办人。
    请写上欺瞒的承办人及其事实，或者改选免责事由。
refusal-share-without-fault-title = 没有明确：{ $person }没有过错，不能有份额
refusal-share-without-fault =
    { $person }（{ $position }）没有本人过错，不承担责任份额。
    请把这一组的份额空着。
refusal-shares-do-not-fit-title = 没有明确：责任份额合不拢
refusal-shares-do-not-fit =
    有过错的是{ $found }人。一人有过错的负全部责任；几人有过错的，至少一人负主要责任，没有人负全部责任。
    请改份额，或者空着按规则定。
refusal-noticed-left-out-title = 没有明确：漏了已告知的{ $person }
refusal-noticed-left-out =
    { $person }已就这件事收到告知，责任链上却没有。
    请把{ $person }写上，写明过错或免责。
refusal-chain-decided-title = 没有明确：已作出决定
refusal-chain-decided =
    这件事对个人已作出决定，责任链就定了，不再改。
    当事人有不同意见的，走复核。
refusal-length-outside-title = 没有决定：执行期限超出范围
refusal-length-outside =
    “{ $measure }”的执行期限是{ $shortest }至{ $longest }，写的不在这个范围里。
    请改成范围内的期限。
refusal-no-length-title = 没有决定：这项措施没有执行期限
refusal-no-length =
    “{ $measure }”不是按期限执行的措施，不写期限。
    请把执行期限空着，或者改选有期限的措施。
refusal-review-length-to-state-title = 没有决定：较轻的措施要写执行期限
refusal-review-length-to-state =
    较轻的这项措施按期限执行，期限只能由作出决定的集体讨论写明。
    请改选没有期限的措施，或者撤销重作。
refusal-source-sealed-before-title = 没有封存：这条线索的来源已经封存
refusal-source-sealed-before =
    来源只封存一次，封存以后不能改。
    有新的反映人，另行登记线索。
refusal-source-nothing-sealed-title = 没有办成：没有封存的来源
refusal-source-nothing-sealed =
    这条线索没有封存来源，或者已经到期抹除。
    没有可以开启的内容。
refusal-source-asked-before-title = 没有办成：您的上一次申请还没有结束
refusal-source-asked-before =
    同一来源，一人同时只有一件申请。
    请到开启列表看上一件；不需要了可以先关闭。
refusal-source-one-hand-title = 没有开启：{ $person }就是申请人
refusal-source-one-hand =
    封存的来源要两个人、两种职责才能开启，一个人不能拿两把钥匙。
    请由另一位审理人员或者机关负责人表示意见。
refusal-source-brought-in-title = 没有开启：{ $person }发现、登记或者封存过这条线索
refusal-source-brought-in =
    经手把线索带进来的人，不能再决定谁可以知道来源。
    请由没有经手的审理人员或者机关负责人表示意见。
refusal-source-over-title = 没有显示：24小时已到
refusal-source-over =
    这次开启到{ $moment }为止，已经自动关闭。
    还需要看，请重新申请。
refusal-suspicion-noted-before-title = 没有记下：这条线索的诬告嫌疑已经记下
refusal-suspicion-noted-before =
    一条线索只记一次。
    要补充的，告诉处置的人。
refusal-suspicion-not-the-adjudicator-title = 没有记下：{ $person }没有认定这条线索
refusal-suspicion-not-the-adjudicator =
    诬告嫌疑由认定不实的人记下，别人没有查过全案。
    请由认定的人记下。
refusal-suspicion-adjudicated-title = 没有办成：{ $person }参加了原线索的认定
refusal-suspicion-adjudicated =
    认定不实的人，不能再决定要不要追查反映的人。
    请由没有参加认定的人处置。
refusal-sanction-not-heard-title = 没有登记：没有听取陈述申辩的日期
refusal-sanction-not-heard =
    给予处分以前，要听取本人的陈述和申辩；文书上应当写明。
    请照文书填写日期；文书上没有的，退回作出决定的机关补正。
refusal-sanction-heard-after-title = 没有登记：听取陈述申辩在决定以后
refusal-sanction-heard-after =
    听取陈述申辩是{ $heard }，决定是{ $day }：先听取，后决定。
    请核对文书上的两个日期；文书确实这样写的，退回作出决定的机关。
refusal-sanction-no-period-title = 没有登记：开除没有处分期
refusal-sanction-no-period =
    开除自决定之日起解除人事关系，不计算处分期。
    请不填处分期。
refusal-sanction-period-outside-title = 没有登记：处分期{ $stated }个月，超出范围
refusal-sanction-period-outside =
    同一天的“{ $measure }”，处分期应在{ $least }个月以上、{ $most }个月以下。
    请核对文书；不是同时几项同种处分的，不填处分期。
refusal-attendance-not-to-come-title = 没有保存：过去的日子不能改
refusal-attendance-not-to-come =
    规则只从今天以后的日子起适用，{ $since }太早。
    请把日期改为{ $least }或者以后。
refusal-attendance-bound-title = 没有保存：已经有规则
refusal-attendance-bound =
    从{ $since }起已经适用“{ $code }”。
    请先终止那一条，或者改日期。
refusal-attendance-not-one-rule-title = 没有保存：要正好一条规则
refusal-attendance-not-one-rule =
    写了{ $count }条规则。
    请一次写一条。
refusal-attendance-no-such-rule-title = 没有保存：没有这条规则
refusal-attendance-no-such-rule =
    在起始日期还没有“{ $code }”。
    请先采用规则，或者改起始日期。
refusal-attendance-nothing-to-explain-title = 没有保存：这一天不用说明
refusal-attendance-nothing-to-explain =
    { $day }没有要说明的情况。
    结果有误的，请人事部门核对打卡。
refusal-attendance-not-asked-title = 没有认定：还没有请本人说明
refusal-attendance-not-asked =
    { $day }的情况本人还没有说明，也没有人请其说明；没有听取说明，不作对本人不利的认定。
    请先点“请予说明”，等本人说明或者期限过了再认定；情况属实、公出、请假补办、设备原因的，现在就可以认定。
refusal-attendance-not-heard-yet-title = 没有认定：说明期限还没过
refusal-attendance-not-heard-yet =
    本人可以在{ $until }以前说明。
    请等本人说明，或者过了期限再认定。
refusal-attendance-no-calendar-title = 没有保存：日历未知
refusal-attendance-no-calendar =
    { $year }年的放假通知还没有录入，期限算不出来。
    请先录入通知。
refusal-attendance-not-absent-title = 没有认定：不是缺勤
refusal-attendance-not-absent =
    这一天没有缺勤的半天，不能认定旷工。
    请认定为维持，或者别的情况。
refusal-attendance-own-day-title = 没有认定：是本人的考勤
refusal-attendance-own-day =
    本人的日子由别人认定。
    单位负责人的由县领导认定。
refusal-attendance-settled-it-title = 没有复核：原认定人
refusal-attendance-settled-it =
    复核要换一个人。
    请另一位人事干部复核。
refusal-attendance-heavier-title = 没有复核：重于原认定
refusal-attendance-heavier =
    复核结果不得重于原认定。
    请维持原认定，或者认定为更轻的情况。
refusal-attendance-too-late-title = 没有提出：期限过了
refusal-attendance-too-late =
    异议期限到{ $until }为止。
    有新的证据的，请向人事部门说明。
refusal-attendance-month-not-over-title = 没有确认：月份还没过完
refusal-attendance-month-not-over =
    从{ $from }起可以确认。
    月份过完以前，日子还会变。
refusal-attendance-unsettled-title = 没有确认：还有待处理的日子
refusal-attendance-unsettled =
    有{ $count }天缺勤、待核实或者说明没有认定。
    请先逐日认定。
refusal-attendance-empty-title = 没有确认：没有考勤
refusal-attendance-empty =
    这个单位这个月没有考勤。
    请先在考勤规则里指定规则，从指定的日子起记考勤。
refusal-attendance-changed-title = 没有封存：确认以后有变化
refusal-attendance-changed =
    单位确认以后结果有了变化。
    请退回单位重新确认。
refusal-attendance-nothing-new-title = 没有更正：没有变化
refusal-attendance-nothing-new =
    现在的结果同最近一份一样。
    有新的打卡、申请或者认定以后再更正。
refusal-attendance-agreed-it-title = 没有封存：确认和封存要两个人
refusal-attendance-agreed-it =
    单位确认的人不封存。
    请另一位人事干部封存。
refusal-roster-no-duty-rule-title = 没有设置：“{ $code }”不是值班规则
refusal-roster-no-duty-rule =
    值班岗位的规则要有每天适用的值班时段，县里采用过的才能用。
    请写一条值班规则，或者先请人事部门采用。
refusal-roster-too-many-posts-title = 没有设置：岗位已经有{ $most }个
refusal-roster-too-many-posts =
    一个单位同时最多设{ $most }个值班岗位。
    请先撤销不用的岗位，再设新的。
refusal-roster-begun-title = 没有发布：{ $day }的值班已经开始
refusal-roster-begun =
    值班表要在值班开始以前发布，事先没有告诉的，不能算应值的班。
    请把已经开始的班从表里去掉再发布；确实值过的，发布以后用“调整”补上并写明理由。
refusal-roster-empty-title = 没有发布：{ $month }的表里没有人
refusal-roster-empty =
    空的值班表约束不了谁，发布了也没有用。
    请先排班，再发布。
refusal-roster-not-published-title = 没有提出：{ $month }的值班表还没有发布
refusal-roster-not-published =
    没有发布的值班表还不算数，谈不上换班。
    请和排班的人说，直接在表里改。
refusal-roster-not-their-turn-title = 没有办：{ $day }的班不是{ $person }的
refusal-roster-not-their-turn =
    只能把自己名下的班换出去；值班表调整过或者已经换过的，以现在的为准。
    请看最新的值班表，再决定换哪个班。
refusal-roster-has-it-already-title = 没有办：{ $person }在{ $day }已经值这个岗
refusal-roster-has-it-already =
    同一个人不能在同一天、同一个岗位算两个人。
    请换一位接班人。
refusal-roster-asked-already-title = 没有提出：{ $day }的换班正在等答复
refusal-roster-asked-already =
    同一个班一次只能提一件换班。
    请先撤回原来的，或者等答复以后再提。
refusal-roster-own-swap-title = 没有办：{ $person }是换班的一方
refusal-roster-own-swap =
    换班的两个人都不能批自己的换班。
    请单位另一位负责人或者人事部门批。
refusal-roster-not-of-unit-title = 没有保存：{ $person }在{ $day }不是本单位的人
refusal-roster-not-of-unit =
    值班表只排当天在本单位任职或者借调来的人。
    请换一个人；刚调来的，先请组织人事部门登记任职。
guard-clash = 同一时段不冲突
guard-in-time = 限期、限次
guard-entitlement = 假期额度
refusal-request-overlap-title = 没有提出：{ $person }同一时段已有{ $other }
refusal-request-overlap =
    { $begins }至{ $ends }已经有一件{ $other }，不能再提一件{ $kind }。
    先撤回或销假那一件，或者换一个时段。
refusal-request-clash-title = 没有提出：{ $kind }和{ $other }在同一时段
refusal-request-clash =
    { $person }在{ $begins }至{ $ends }已有{ $other }，同一时段不能又{ $kind }。
    先撤回或销假那一件，或者换一个时段。
refusal-request-too-late-title = 没有提出：{ $kind }过了申请的期限
refusal-request-too-late =
    最迟{ $until }可以提出。
    确有其事的，拿批准的纸质单请人事干部录入。
refusal-request-quota-spent-title = 没有提出：补卡次数用完了
refusal-request-quota-spent =
    { $since }至{ $until }已有{ $most }次补卡。
    确有其事的，拿批准的纸质单请人事干部录入。
refusal-request-punched-title = 没有提出：那一刻前后已经打过卡
refusal-request-punched =
    { $punched }有一次打卡，打过的不能补。
    如果是考勤机坏了，请人事干部先登记设备故障。
refusal-request-own-title = 没有办：{ $person }不能批自己的申请
refusal-request-own =
    谁的申请也不由自己批、自己录。
    请另一位有权的人办。
refusal-request-of-a-head-title = 没有办：{ $person }是单位负责人
refusal-request-of-a-head =
    单位负责人的申请由县领导批，不在本单位批。
    请县领导办。
refusal-request-beyond-title = 没有提出：{ $name }不够
refusal-request-beyond =
    要{ $wanted }天，还剩{ $left }天。
    缩短时间，或者改请别的假。
refusal-request-beyond-hours-title = 没有提出：{ $name }不够
refusal-request-beyond-hours =
    要{ $wanted }小时，还剩{ $left }小时。
    缩短时间，或者改请别的假。
refusal-request-half-of-its-day-title = 没有提出：{ $name }只在当天，至多半天
refusal-request-half-of-its-day =
    只在{ $day }的上午或者下午；这天逢休息日，不补假。
    改请这天的半天，或者改请别的假。
refusal-request-year-unknown-title = 没有提出：{ $year }年的放假安排还没有录入
refusal-request-year-unknown =
    这种假按工作日计，那一年哪天上班还不知道，不猜。
    等放假通知录入后再提。
refusal-request-not-theirs-title = 没有录入：{ $person }不是审批人
refusal-request-not-theirs =
    由单位负责人批；负责人自己的，由县领导批。
    核对纸上是谁批的。
refusal-adoption-at-fault-title = 没有施行：文本有{ $count }处错误
refusal-adoption-at-fault =
    第一处在第{ $line }行；有错误的文本不会半截施行。
    请在编辑页改好，检查没有错误再批准。
refusal-adoption-other-scheme-title = 没有保存：代号和草稿的不一样
refusal-adoption-other-scheme =
    这份草稿的代号是{ $code }，换了代号就是另一个机制。
    请改回原来的代号，或者另外起草一个。
refusal-adoption-day-past-title = 没有办成：{ $day }已经过去
refusal-adoption-day-past =
    机制不溯及既往，施行和停止都不能倒填日子。
    请写今天或者以后的日子。
refusal-adoption-later-begins-title = 没有施行：{ $day }起已有更新的版本
refusal-adoption-later-begins =
    新版本不能排在已经批准的版本前面。
    请把施行日改到那天或者以后。
refusal-adoption-not-begun-title = 没有停止：它{ $day }才施行
refusal-adoption-not-begun =
    停止日不能在施行日以前。
    请写施行日或者以后的日子。
refusal-filing-filed-before-title = 没有填报：{ $day }已经填报过
refusal-filing-filed-before =
    一个事项只填报一次。
    要改请用更正，原来的填报留着。
refusal-filing-not-begun-title = 没有填报：周期{ $day }才开始
refusal-filing-not-begun =
    没有开始的周期没有什么可以填报。
    请等那天再填。
refusal-filing-corrected-since-title = 没有更正：这条已经被更正过
refusal-filing-corrected-since =
    更正要在最后一次填报上做，免得有两份更正。
    请打开最后的那条再更正。
refusal-filing-own-entry-title = 没有填报：这条是{ $person }登记的
refusal-filing-own-entry =
    登记以后要办的事，由登记人和代录人以外的人办。
    请本单位另一位能办的人办。
refusal-filing-asked-before-title = 没有问：{ $day }已经问过
refusal-filing-asked-before =
    一个疑点只问一次。
    看答复，或者转为线索，或者说明不成立。
refusal-filing-asks-another-title = 没有填报：问的是{ $person }
refusal-filing-asks-another =
    问到本人的，由本人答复。
    等本人答复，或者去问一声。
refusal-prompt-fallen-title = 没有处置：{ $subject }的疑点已经没有了
refusal-prompt-fallen =
    事实改了，机制不再提示它。
    请刷新疑点的页面看现在的情况。
refusal-prompt-dealt-with-title = 没有处置：{ $day }已经有人处置
refusal-prompt-dealt-with =
    一个疑点只处置一次。
    请刷新页面看处置的结果。
refusal-prompt-own-title = 没有处置：这是关于{ $person }本人的疑点
refusal-prompt-own =
    任何人不处置关于自己的疑点，代录也不行。
    请换一个人办。
