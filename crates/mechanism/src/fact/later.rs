//! Sources that schemes may name and that no record fills yet: a page that asks for them says so.

use super::field::{count, day, decimal, mean, text, truth};
use super::words::Fold::{Latest, Mean, Sum};
use super::words::Measure::{Days, Items, Marks, Minutes, People, Percent, TenThousandYuan, Times};
use super::words::{Grain, Per, named};
use super::{Feeding, Source};

/// Tasks that are followed to their result (督查事项).
pub(super) const TASKS: Source = Source {
    names: named(("tasks", "督查事项")),
    grain: Grain::Task,
    per: &[Per::Person, Per::Unit, Per::Post, Per::Task],
    placed: named((
        "In every period in which it was open or came to an end.",
        "在办或办结所在的每一期都列入。",
    )),
    fields: &[
        count(("tasks", "事项数"), Items, ("One for each task.", "每个事项记一。")),
        count(
            ("done", "已办"),
            Items,
            ("One where it was done in the period.", "本期办成的记一。"),
        ),
        count(
            ("recorded", "有纪实"),
            Items,
            ("One where something is said of the work done on it.", "对所办工作有纪实的记一。"),
        ),
        count(("open", "在办"), Items, ("One while it is in work.", "在办的记一。")),
        count(
            ("overdue_own", "责任内逾期"),
            Items,
            (
                "One where its last day is past by a fault of whoever has it, who was asked why.",
                "期限已过、经询问属承办方自身原因的记一。",
            ),
        ),
        count(
            ("overdue_other", "责任外逾期"),
            Items,
            ("One where it is past for a reason of others.", "期限已过而原因不在承办方的记一。"),
        ),
        count(("returned", "退回"), Times, ("How often it was returned.", "退回的次数。")),
        count(
            ("in_time", "按期办结"),
            Items,
            ("One where it was done in time.", "按期办结的记一。"),
        ),
        count(
            ("extended", "准予延期"),
            Times,
            ("How often more time was granted.", "准予延期的次数。"),
        ),
        decimal(
            ("share_done", "完成比例"),
            (Percent, Mean),
            ("How much of it is done, as last said.", "最近报告的完成比例。"),
        ),
        text(("stage", "环节"), ("Where it stands.", "所处的环节。")),
        day(("due_on", "完成时限"), ("Its last day.", "完成的最后一天。")),
        day(("done_on", "办结日"), ("The day it was done.", "办结的日期。")),
    ],
    feeding: Feeding::Later(named((
        "Tasks have to be given, answered and verified in the product first.",
        "须先在系统中交办、回复和核验事项。",
    ))),
    is_of_now: true,
};

/// Ratings by people (评价).
pub(super) const RATINGS: Source = Source {
    names: named(("ratings", "评价")),
    grain: Grain::Rating,
    per: &[Per::Unit, Per::Post],
    placed: named(("By the day it was given.", "按评价当日。")),
    fields: &[
        count(("ballots", "份数"), Items, ("How many gave a mark.", "有效评价的份数。")),
        decimal(
            ("mean_score", "均分"),
            (Marks, Mean),
            (
                "The mean of the marks; unknown below the least number.",
                "评分的均值，不足样本下限为缺。",
            ),
        ),
        decimal(("score", "评分"), (Marks, Mean), ("The mark.", "所评的分。")),
        count(("satisfied", "满意"), Items, ("Marks that say satisfied.", "评为满意的份数。")),
        count(
            ("dissatisfied", "不满意"),
            Items,
            ("Marks that say dissatisfied.", "评为不满意的份数。"),
        ),
        count(("invited", "邀评人数"), People, ("How many were asked.", "邀请评价的人数。")),
        text(
            ("jury", "评议方"),
            ("Which jury: citizens, units served, peers.", "群众、服务对象或同行。"),
        ),
        day(("rated_on", "评价日"), ("The day it was given.", "评价的日期。")),
    ],
    feeding: Feeding::Later(named((
        "Ratings without a name have to be collected in the product first.",
        "须先在系统中收集不记名评价。",
    ))),
    is_of_now: true,
};

/// Letters with their reply (函件).
pub(super) const LETTERS: Source = Source {
    names: named(("letters", "函件")),
    grain: Grain::Letter,
    per: &[Per::Unit, Per::Case],
    placed: named(("By the day it was issued.", "按发出当日。")),
    fields: &[
        count(("letters", "函件数"), Items, ("One for each letter.", "每份函件记一。")),
        count(("received", "已签收"), Items, ("One where it was signed for.", "已签收的记一。")),
        count(("answered", "已回复"), Items, ("One where it was answered.", "已回复的记一。")),
        count(
            ("in_time", "按期回复"),
            Items,
            ("One where it was answered in time.", "按期回复的记一。"),
        ),
        count(
            ("overdue", "逾期未回"),
            Items,
            ("One where its term is past.", "期限已过未回复的记一。"),
        ),
        count(
            ("accepted", "回复采纳"),
            Items,
            ("One where the answer was accepted.", "回复被采纳的记一。"),
        ),
        count(
            ("sent_back", "退回重复"),
            Times,
            ("How often an answer was sent back.", "回复被退回的次数。"),
        ),
        mean(("reply_days", "回复天数"), Days, ("Days to the answer.", "回复所用的天数。")),
        text(("level", "层级"), ("On which level it was sent.", "发函的层级。")),
        day(("due_on", "回复期限"), ("The last day for an answer.", "回复的最后一天。")),
    ],
    feeding: Feeding::Later(named((
        "Letters have to be issued and answered in the product first.",
        "须先在系统中发函和回函。",
    ))),
    is_of_now: true,
};

/// Entries of registers (登记).
pub(super) const REGISTERS: Source = Source {
    names: named(("registers", "登记")),
    grain: Grain::RegisterEntry,
    per: &[Per::Person, Per::Unit, Per::Case],
    placed: named(("By the day of the entry.", "按登记当日。")),
    fields: &[
        count(("entries", "登记条数"), Items, ("One for each entry.", "每条登记记一。")),
        count(
            ("zero_reports", "零报告"),
            Items,
            ("One where nothing is to enter, and that is said.", "零报告的记一。"),
        ),
        count(("late", "补登"), Items, ("One where it was entered too late.", "逾期补登的记一。")),
        count(
            ("missing", "未登记"),
            Items,
            ("One where an entry was owed and none was made.", "应登记而未登记的记一。"),
        ),
        count(("incomplete", "缺项"), Items, ("Fields that were left out.", "漏填的栏目数。")),
        count(("corrected", "更正"), Times, ("How often it was corrected.", "更正的次数。")),
        text(("register", "台账名称"), ("The name of the register.", "台账的名称。")),
        day(("happened_on", "发生日"), ("The day it is about.", "所记事情的日期。")),
        day(("entered_on", "登记日"), ("The day of the entry.", "登记的日期。")),
    ],
    feeding: Feeding::Later(named((
        "A scheme with a register has to be in force, and entries have to be made.",
        "须先启用含登记的制度并有登记。",
    ))),
    is_of_now: true,
};

/// Members of pools that draws are made from (名单).
pub(super) const POOLS: Source = Source {
    names: named(("pools", "名单")),
    grain: Grain::PoolMember,
    per: &[Per::Person, Per::Unit, Per::Post],
    placed: named((
        "In every period on whose last day it is a member.",
        "期末日在名单内的，列入该期。",
    )),
    fields: &[
        count(("members", "成员数"), Items, ("One for each member.", "每个成员记一。")),
        count(
            ("drawn", "抽中次数"),
            Times,
            ("How often it was drawn in the period.", "本期抽中的次数。"),
        ),
        count(
            ("excluded", "排除"),
            Items,
            ("One where it was left out, with a reason.", "经说明排除的记一。"),
        ),
        count(
            ("added", "新增"),
            Items,
            ("One where it was added in the period.", "本期新增的记一。"),
        ),
        text(("pool", "名单名称"), ("The name of the pool.", "名单的名称。")),
        day(("since", "列入日"), ("The day it became a member.", "列入的日期。")),
        day(("last_drawn_on", "最近抽中日"), ("The day it was drawn last.", "最近抽中的日期。")),
    ],
    feeding: Feeding::Later(named((
        "Pools have to be kept by name; draws so far take their pool from the units of the county.",
        "须先建立命名名单；现有抽取直接取自全县单位。",
    ))),
    is_of_now: true,
};

/// Alerts that processes raise (过程告警).
pub(super) const ALERTS: Source = Source {
    names: named(("process_alerts", "过程告警")),
    grain: Grain::Alert,
    per: &[Per::Unit, Per::Post, Per::Request, Per::Case],
    placed: named(("By the day it was raised.", "按告警当日。")),
    fields: &[
        count(
            ("alerts", "告警数"),
            Items,
            ("One for each alert that people found right.", "每条经人核对成立的告警记一。"),
        ),
        count(
            ("explained", "已说明"),
            Items,
            ("One where a reason was given.", "已说明原因的记一。"),
        ),
        count(
            ("overdue", "说明逾期"),
            Items,
            ("One where the days to explain went by.", "逾期未说明的记一。"),
        ),
        count(
            ("skipped_step", "缺步骤"),
            Items,
            ("One where a step is missing.", "缺少步骤的记一。"),
        ),
        count(
            ("out_of_order", "次序颠倒"),
            Items,
            ("One where steps are out of order.", "步骤次序颠倒的记一。"),
        ),
        count(
            ("over_time", "超时"),
            Items,
            ("One where a step took too long.", "步骤超时的记一。"),
        ),
        count(
            ("same_hand", "同人经办"),
            Items,
            ("One where two steps were done by one person.", "应由两人的步骤由一人办的记一。"),
        ),
        count(
            ("over_minutes", "超时分钟"),
            Minutes,
            ("Minutes beyond the term.", "超出时限的分钟数。"),
        ),
        text(("process", "流程名称"), ("The name of the process.", "流程的名称。")),
        day(("raised_on", "告警日"), ("The day it was raised.", "告警的日期。")),
    ],
    feeding: Feeding::Later(named((
        "The steps of a line of business have to be read into the product first.",
        "须先接入业务流程的步骤记录。",
    ))),
    is_of_now: true,
};

/// Projects: what was planned, and what is (项目).
pub(super) const PROJECTS: Source = Source {
    names: named(("projects", "项目")),
    grain: Grain::Project,
    per: &[Per::Unit, Per::Task],
    placed: named(("In every period in which it runs.", "实施所在的每一期都列入。")),
    fields: &[
        count(("projects", "项目数"), Items, ("One for each project.", "每个项目记一。")),
        decimal(
            ("planned", "计划"),
            (Percent, Latest),
            ("How far it was to be at the end of the period.", "期末计划的进度。"),
        ),
        decimal(
            ("actual", "实际"),
            (Percent, Latest),
            ("How far it is at the end of the period.", "期末实际的进度。"),
        ),
        decimal(
            ("approved_cost", "概算"),
            (TenThousandYuan, Sum),
            ("What was approved.", "批准的概算。"),
        ),
        decimal(
            ("contracted", "合同价"),
            (TenThousandYuan, Sum),
            ("What contracts come to.", "已签合同的金额。"),
        ),
        decimal(("paid", "已付"), (TenThousandYuan, Sum), ("What was paid.", "已支付的金额。")),
        count(("changes", "变更次数"), Times, ("How often it was changed.", "变更的次数。")),
        truth(("stopped", "停工"), ("Whether work stands still.", "是否停工。")),
        day(("starts", "开工日"), ("The day work began.", "开工的日期。")),
        day(("due_on", "竣工期限"), ("The last day.", "计划竣工的日期。")),
        day(("done_on", "竣工日"), ("The day it was done.", "竣工的日期。")),
    ],
    feeding: Feeding::Later(named((
        "Projects have to be recorded month by month first.",
        "须先逐月登记项目进度。",
    ))),
    is_of_now: true,
};

/// Budgets of units (预算).
pub(super) const BUDGETS: Source = Source {
    names: named(("budgets", "预算")),
    grain: Grain::BudgetLine,
    per: &[Per::Unit],
    placed: named(("By the year it is of.", "按所属年度。")),
    fields: &[
        decimal(
            ("budgeted", "预算数"),
            (TenThousandYuan, Sum),
            ("What was budgeted.", "批复的预算数。"),
        ),
        decimal(
            ("executed", "执行数"),
            (TenThousandYuan, Sum),
            ("What was used by the end of the period.", "期末的执行数。"),
        ),
        decimal(
            ("adjusted", "调整数"),
            (TenThousandYuan, Sum),
            ("By how much it was adjusted.", "年中调整的数额。"),
        ),
        decimal(
            ("public_funds", "三公经费"),
            (TenThousandYuan, Sum),
            ("Of it, receptions, vehicles and travel abroad.", "其中接待、车辆和因公出国的经费。"),
        ),
        truth(("is_public", "已公开"), ("Whether it is public.", "是否已公开。")),
        day(("public_on", "公开日"), ("The day it became public.", "公开的日期。")),
        day(("approved_on", "批复日"), ("The day it was approved.", "批复的日期。")),
        text(("line", "科目"), ("The line of the budget.", "预算科目。")),
    ],
    feeding: Feeding::Later(named((
        "Budgets and final accounts of units have to be recorded first.",
        "须先登记单位的预决算。",
    ))),
    is_of_now: true,
};
