//! What may be said of a node besides its title (属性): each with both names, and the shape of its value.

use super::word::{
    CHANNELS, COLOURS, CONTENTS, COUNTS, CYCLES, DIRECTIONS, EVENTS, FIELD_TYPES, OUTCOMES,
    REFERENCES, SHAPES, STANDARDS, SUBJECTS, TONES, WAYS,
};
use super::{Twin, is_called};

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text that stays as it is in both languages.
    Text,
    /// Text, or one of these words.
    TextOr(&'static [Twin]),
    /// One of these words.
    Word(&'static [Twin]),
    /// Yes or no.
    Truth,
    /// A whole number from, to.
    Whole(i64, i64),
    /// A number with its decimals.
    Number,
    /// A day.
    Day,
    /// A point in time to be done by, such as 月末.
    Point,
    /// A length of time, such as 7日.
    Length,
    /// A stretch that facts are read over, such as 近12个月.
    Window,
    /// The name of a source of facts, or of a register or question of the same file.
    Source,
    /// An expression that is true or false.
    Condition,
    /// An expression that is a number.
    Quantity,
    /// One of the words of elements.
    KindWord,
}

macro_rules! keys {
    ($($key:ident $zh:literal $en:literal $shape:expr, $zh_means:literal, $en_means:literal;)*) => {
        /// Something said of a node.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $(#[doc = $en_means] $key,)*
        }

        impl Key {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$key,)*];

            /// Its names.
            pub const fn names(self) -> Twin {
                match self { $(Self::$key => ($zh, $en),)* }
            }

            /// The shape of its value.
            pub const fn shape(self) -> Shape {
                match self { $(Self::$key => $shape,)* }
            }

            /// What it means, in Chinese and in English.
            pub const fn means(self) -> Twin {
                match self { $(Self::$key => ($zh_means, $en_means),)* }
            }
        }
    };
}

keys! {
    Code "代号" "code" Shape::Text, "机制的代号，用在网址里", "The code in addresses.";
    SourceUnit "来源单位" "source-unit" Shape::Text, "来源里的单位，只是文字", "The unit of the source, as text.";
    Verbatim "原文" "verbatim" Shape::Truth, "来源原文如此", "The source states it.";
    Default "默认" "default" Shape::Truth, "示例默认，采用的县可以改", "Our default, which the county may edit.";
    Unnamed "名外" "unnamed" Shape::Truth, "名称没有计入这一项", "The name does not count it.";
    Part "属" "part" Shape::Text, "属于哪一部分", "The part it belongs to.";
    Cycle "周期" "cycle" Shape::Word(CYCLES), "多久一次", "How often it comes round.";
    Event "逢" "on" Shape::Word(EVENTS), "逢什么开启", "What opens it.";
    Subject "对象" "subject" Shape::Text, "对谁", "Whom it is about.";
    By "由" "by" Shape::Text, "由谁办", "Who does it.";
    Approves "批" "approves" Shape::Text, "由谁批，不能是办的人", "Who approves it, never who does it.";
    Rechecks "核" "rechecks" Shape::Text, "由谁核，不能是办的人", "Who re-checks it, never who does it.";
    Due "截止" "due" Shape::Point, "什么时候以前", "By when.";
    Extension "延期" "extension" Shape::Length, "可以延多久", "How long it may be put off.";
    ExtendedBy "延批" "extended-by" Shape::Text, "延期由谁批", "Who puts it off.";
    Feeds "接" "feeds" Shape::Text, "开启或者供给哪一项", "Which element it opens or feeds.";
    Basis "依据" "basis" Shape::Text, "依据的条文", "The provision it rests on.";
    Note "说明" "note" Shape::Text, "给人看的说明", "A remark for readers.";
    Hidden "密" "sealed" Shape::Truth, "只有写的人和读的人可见", "Only who writes and who reads may see it.";

    Facts "据" "facts" Shape::Source, "事实来源", "The source of facts.";
    When "当" "when" Shape::Condition, "命中的条件", "The condition of a hit.";
    Unless "除" "unless" Shape::Condition, "不算命中的情形", "What excepts a hit.";
    Per "按" "per" Shape::Word(SUBJECTS), "一个什么一个结果", "What has one result each.";
    Within "期" "within" Shape::Window, "看多长时间的事实", "The stretch the facts are read over.";
    SmallestSample "样本下限" "smallest-sample" Shape::Whole(1, 10_000), "少于此数不出结果", "Below it there is no result.";
    Proposes "建议" "proposes" Shape::Text, "建议的措施，由人决定", "A measure proposed; people decide.";

    Way "方式" "way" Shape::Word(WAYS), "查访的方式", "How a visit is made.";
    Team "组员" "team" Shape::Whole(2, 20), "至少几人", "How many go at least.";
    Most "上限" "most" Shape::Whole(1, 1_000), "每季每单位最多几次", "The most visits a unit has in a quarter.";
    Rotates "轮换" "rotates" Shape::Truth, "下次换人", "Others go next time.";

    Pool "池" "pool" Shape::Text, "从哪里抽", "What is drawn from.";
    Number "数" "number" Shape::Whole(1, 10_000), "抽几个", "How many are drawn.";
    Recusal "回避" "recusal" Shape::Text, "谁回避", "Who stands aside.";

    Anonymous "匿名" "anonymous" Shape::Truth, "不记名", "Nobody is told who rated.";
    Share "占比" "share" Shape::Number, "这一方占百分之几", "The weight of a jury, in per cent.";

    Agenda "议程" "agenda" Shape::Source, "议程取自哪里", "Where the agenda comes from.";
    Quorum "到会" "quorum" Shape::Whole(2, 1_000), "至少几人到会", "How many are to be present.";

    Reply "答复" "reply" Shape::Point, "什么时候以前答复", "By when it is answered.";
    Next "下一级" "next" Shape::Text, "不答复转到哪一级", "Where it goes unanswered.";

    Writes "写" "writes" Shape::Text, "谁登记", "Who writes.";
    Reads "读" "reads" Shape::Text, "谁可以看", "Who reads.";
    Keeps "保留" "keeps" Shape::Length, "保留多久", "How long entries are kept.";
    ZeroReport "零报告" "zero-report" Shape::Truth, "没有也要报", "Nothing is reported too.";

    Content "内容" "content" Shape::TextOr(CONTENTS), "公开什么：常用内容，或者本文件一项的名称", "What is shown: a common content, or the title of an element here.";
    To "向" "audience" Shape::Text, "向谁公开", "To whom.";
    Channel "渠道" "channel" Shape::Word(CHANNELS), "在哪里公开", "Where it is shown.";
    ShownFor "期限" "shown-for" Shape::Length, "公开多久", "How long it is shown.";
    Correction "更正" "correction" Shape::Length, "更正的时限", "Within how long it is corrected.";
    Tone "类" "tone" Shape::Word(TONES), "表扬、批评还是情况", "Praise, criticism or report.";
    Consent "同意" "consent" Shape::Truth, "本人同意才公开", "Shown with consent alone.";

    Figure "量" "figure" Shape::Quantity, "比的数", "The figure.";
    Against "对照" "against" Shape::Word(STANDARDS), "与什么比", "What it is held against.";
    Standard "标准" "standard" Shape::Text, "标准是什么", "The standard.";
    Better "好" "better" Shape::Word(DIRECTIONS), "高了好还是低了好", "Which way is better.";
    Ranking "排名" "ranking" Shape::Truth, "排出名次", "Whether places are told.";

    Weight "权重" "weight" Shape::Number, "占多少分", "Its weight.";
    Formula "公式" "formula" Shape::Quantity, "怎样算", "How it is computed.";
    Evidence "佐证" "evidence" Shape::Text, "凭什么", "What shows it.";
    Least "最小" "min" Shape::Number, "最小", "The least.";
    Greatest "最大" "max" Shape::Number, "最大", "The greatest.";

    Duty "职责" "duty" Shape::Text, "这一环节的职责", "The duty of the link.";
    OwnFault "过错" "own-fault" Shape::Text, "自身的过错", "What it did wrong itself.";
    Exculpation "免责" "exculpation" Shape::Text, "什么情况不追究", "What clears it.";
    Heard "听取" "heard" Shape::Truth, "先听取陈述申辩", "Heard first.";

    Type "类型" "type" Shape::Word(FIELD_TYPES), "填什么", "What is filled in.";
    LeadsTo "至" "leads-to" Shape::Word(REFERENCES), "引用什么", "What is referred to.";
    Several "多选" "several" Shape::Truth, "可以填几个", "Whether several fit.";
    Needed "必填" "needed" Shape::Truth, "是否必填", "Whether it must be filled in.";
    Choices "选" "choices" Shape::Text, "选项，用顿号隔开", "The choices, with 、 between.";
    Unit "计量" "measured-in" Shape::Text, "计量单位", "The unit of measure.";

    Person "人" "person" Shape::Text, "岗上是谁", "Who holds the post.";
    Place "物" "place" Shape::Text, "场所和物", "Its place and assets.";
    Duties "责" "duties" Shape::Text, "负什么责", "What it answers for.";
    Contact "联系" "contact" Shape::Text, "向谁反映", "Where to turn.";

    Colour "颜色" "colour" Shape::Word(COLOURS), "什么颜色", "The colour.";
    Saying "字" "saying" Shape::Text, "灯旁的字", "The word beside it.";
    Form "形" "shape" Shape::Word(SHAPES), "什么形状", "The shape.";

    From "起" "from" Shape::Day, "从哪天起", "From which day.";
    Ends "止" "ends" Shape::Day, "到哪天止", "The last day.";
    Counts "计" "counts" Shape::Word(COUNTS), "数的是什么", "What the number counts.";
    Counted "类别" "of" Shape::KindWord, "数的是哪一类要素", "Which kind is counted.";
    Is "即" "is" Shape::KindWord, "就是哪一类", "Which kind it is.";
    Gives "得" "gives" Shape::Word(OUTCOMES), "应得什么", "What it is to give.";
    Element "项" "element" Shape::Text, "哪一项", "Which element.";
}

/// The key of a name in either language.
pub fn key_of(name: &str) -> Option<Key> {
    Key::ALL.iter().copied().find(|key| is_called(key.names(), name))
}
