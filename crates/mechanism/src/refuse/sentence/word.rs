//! The words (词表) by what they are to a demand. The longest word wins, so that a harmless one that holds a telling one
//! takes its place: 满意 is not 满, 典型经验 is nothing found.

use super::number::Number;
use super::unit::Unit;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word is to a demand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::refuse) enum Tag {
    /// Finding or punishing, as an act.
    Find,
    /// What is found.
    Noun,
    /// Naming and admonishing.
    Name,
    /// Fining.
    Fine,
    /// Handling: of people it is punishing.
    Handle,
    /// Found by oneself, and put right.
    Own,
    /// That nothing was found.
    Zero,
    /// Putting right, answering, closing.
    Follow,
    /// Going there and looking.
    Visit,
    /// Looking at what is there: samples, files, training.
    Review,
    /// Who does it.
    Staff,
    /// At least.
    Min,
    /// To be reached.
    Reach,
    /// A target.
    Goal,
    /// Every month, each person.
    Period,
    /// For each.
    Each,
    /// And more.
    Above,
    /// At most.
    Cap,
    /// Fewer than.
    Less,
    /// A share.
    Rate,
    /// How many.
    Amount,
    /// What is good for somebody.
    Reward,
    /// What is good for somebody where points or money follow.
    Pays,
    /// What is bad for somebody.
    Blame,
    /// Having to explain.
    Explain,
    /// Going up.
    Grow,
    /// Going down.
    Shrink,
    /// Places.
    Rank,
    /// The more the better.
    More,
    /// The more is found the better.
    MoreFound,
    /// A saying that something is to be found every time.
    Slogan,
    /// To be ahead, or everywhere.
    Ahead,
    /// That everybody has some.
    AllHave,
    /// That there is little of it.
    Scarce,
    /// What something goes by.
    GoesBy,
    /// Denies what comes after.
    Not,
    /// Denies what came before.
    NotSo,
    /// Does away with what comes after.
    Ban,
    /// Not: before a word of finding, that nothing was found.
    Without,
    /// Of which it is so.
    If,
    /// By whom.
    By,
    /// The public.
    Public,
    /// Ought to have.
    Ought,
    /// On average, so far: a statistic.
    Mean,
    /// A comma.
    Comma,
    /// A number.
    Number(Number),
    /// Nothing to this reading.
    Plain,
}

/// The words of each kind, with 、 between.
const WORDS: &[(Tag, &str)] = &[
    (Tag::Find, FIND),
    (Tag::Noun, NOUN),
    (Tag::Name, NAME),
    (Tag::Fine, "罚款、罚没、罚没款、罚没收入、罚金、fine amount、fines"),
    (Tag::Handle, "处理、追究、清退"),
    (Tag::Own, OWN),
    (Tag::Zero, ZERO),
    (Tag::Follow, FOLLOW),
    (Tag::Visit, VISIT),
    (Tag::Review, REVIEW),
    (Tag::Staff, STAFF),
    (Tag::Min, MIN),
    (Tag::Reach, REACH),
    (Tag::Goal, GOAL),
    (Tag::Period, PERIOD),
    (Tag::Each, "每、凡、for each、for every、per"),
    (Tag::Above, "以上、及以上、or more、and more、起步、打底"),
    (Tag::Cap, CAP),
    (Tag::Less, LESS),
    (Tag::Rate, "率、比例、占比、比率、比重、rate、share、ratio、proportion"),
    (Tag::Amount, AMOUNT),
    (Tag::Reward, REWARD),
    (Tag::Pays, "奖、加、得、记、计、积"),
    (Tag::Blame, BLAME),
    (Tag::Explain, EXPLAIN),
    (Tag::Grow, GROW),
    (Tag::Shrink, "下降、减少、降低、回落、从少到多、由少到多、越少越、fall、drop"),
    (Tag::Rank, RANK),
    (Tag::More, MORE),
    (Tag::MoreFound, MORE_FOUND),
    (Tag::Slogan, SLOGAN),
    (Tag::Ahead, "前列、前茅、第一、领先、争先、全覆盖、top of the county"),
    (Tag::AllHave, "都有、都要有、均有、均要有、必有、月月有、家家有、镇镇有、次次有、有所"),
    (Tag::Scarce, "偏少、较少、过少、太少、不多、不够、很少、稀少"),
    (Tag::GoesBy, "依据、主要依据、重要依据、挂钩、纳入考核、计入考核、作为标准、作为考核"),
    (Tag::Not, NOT),
    (Tag::NotSo, NOT_SO),
    (Tag::Ban, "杜绝、消灭、消除、严禁、不得出现、不允许、不能有、不许有、扫除、告别"),
    (Tag::Without, "零、无、未、没有、没、未能、从未、尚未、不曾、no、without、zero"),
    (Tag::If, "的、者、时、of which"),
    (Tag::By, "由、经"),
    (Tag::Public, "群众、公民、举报人、社会公众、市民、citizen"),
    (
        Tag::Ought,
        "应当发现、应发现、本应发现、应当查出、应查、有案、明知、知情、不予立案、ought to have",
    ),
    (Tag::Mean, "平均、已、共、累计、截至、合计、on average、so far、in all"),
    (Tag::Comma, ",、，、：、:"),
    (Tag::Plain, PLAIN),
];

const FIND: &str = "\
    执纪审查、审查调查、查处、查办、查实、查出、查到、查获、查纠、查究、查报、发现、发现问题、立案、立案查处、办案、\
    办理案件、问责、追责、责任追究、追究责任、处分、处罚、惩处、惩治、惩戒、查找、查摆、排查出、\
    揪出、抓到、抓出、抓获、抓典型、抓现行、抓违规、抓迟到、挖出、找出、挑出、检出、查证属实、\
    移送、移交、曝光、组织处理、诫勉、训诫、处理人数、处理人次、处理干部、处理党员、开罚单、\
    罚单、贴罚单、扣证、find、found、uncover、detect、punish、punished、sanction、sanctioned、\
    penalise、penalize、penalised、penalized、prosecute、expose、catch、caught、discipline、\
    disciplined、uphold、upheld";
const NOUN: &str = "\
    有没有问题、有无问题、有没有发现问题、有无发现问题、有无违规、有没有违规、是否有问题、问题线索、线索、疑点、问题、案件、案子、大案、要案、违规、违纪、违法、违章、典型案例、\
    反面典型、负面典型、典型问题、隐患、命中、毛病、不作为、慢作为、乱作为、懒政、怠政、庸懒散、\
    过问、插手、说情、差错、战果、苗头、督查成果、办案成果、战绩、斩获、瑕疵、缺陷、失职行为、\
    违反、迟到、早退、脱岗、离岗、旷工、预警信息、红灯、黄灯、检举、finding、case、penalty、\
    penalties、sanctions、violation、breach、offence、offense、problem、wrongdoing、misconduct、\
    culprit、offender、prompt、irregularity、irregularities、infraction、lead、hit、fault、\
    defect";
const NAME: &str = "\
    通报、通报批评、点名、点名通报、约谈、批评教育、批评、提醒谈话、谈话提醒、诫勉谈话、函询、\
    红牌、黄牌、上黑榜、黑榜、示众、bulletin、naming、named、name and shame、criticism、\
    admonition、admonish、reprimand、summon";
const OWN: &str = "\
    自查自纠、自查、自纠、自报、主动报告、主动说明、自行发现、自行改好、自我检查、主动纠正、\
    主动整改、主动发现、self reported、self corrected、own report";
const ZERO: &str = "\
    零查处、零问责、零立案、零办案、零案件、零线索、零发现、零通报、零处分、零曝光、零追责、\
    零移送、零战果、零问题、查不出、查不出问题、查不到、查不到问题、发现不了、发现不了问题、\
    没查出、没查处、未查处、没有查处、未查出、没有查出、未发现、没有发现、没发现、未发现问题、\
    没有发现问题、没有问题、一件未查、一案未办、一件没查、一起未查、一案未查、一件都没有查、\
    颗粒无收、办案空白、查处空白、问责空白、空白单位、挂零、零蛋、光头、无案可办、为零、为0、\
    等于零、是零、无问题、no finding、no case、zero finding、zero case、nothing found、\
    none found、found nothing、finds nothing、find nothing、without a finding、without finding、\
    no problem、no violation、no penalty、no bulletin";
const FOLLOW: &str = "\
    整改、整治到位、办结、销号、反馈、答复、回复、回应、回访、按期、按时、及时、满意、化解、\
    结案、审结、已结、执结、归档、合格、到位、清零、处置、解决、纠正、改正、改进、受理、响应、\
    复核、复查、申诉、更正、澄清、容错、撤销、登记率、公开率、送达、销案、补正、put right、\
    rectified、rectification、corrected、correction、closed、closing、answered、on time、\
    in time、resolved、rectify、settled、followed up";
const VISIT: &str = "\
    走访、查访、检查、督查、巡查、暗访、明察、督导、调研、巡察、入户、察访、巡逻、排查、督办、\
    会议、例会、座谈、培训、信息、简报、visit、inspection、inspect、check、patrol、survey、\
    review";
const REVIEW: &str = "\
    抽查、抽取、抽检、抽、评查、调阅、学习、观看、剖析、讲评、旁听、宣传、讲解、卷宗、案卷、\
    样本、会商、研判、谈心、家访、征集、征求、提出、收集、意见、评议、问卷、测评、稿件、项目、\
    措施、举措、经验、做法、典型经验、典型做法、先进典型、正面典型、优秀案例、正面案例、\
    创新案例、改革案例、成功案例、民生问题、实际问题、群众问题、困难问题、难点问题、热点问题、\
    急难愁盼问题、难题、服务对象、服务、演练、到场、里程、受理案件、审理案件、执行案件、\
    诉讼案件、承办案件、draw、drawn、sample、file、case file、training、session、meeting、\
    rating、survey form、lead unit、in case、court case";
const STAFF: &str = "\
    办案人员、执法人员、检查人员、调查人员、工作人员、核查人员、督查人员、组员、人员、成员、\
    在场、共同、参加、谈话人、记录人、签字、签名、同去、inspectors、members、investigators、\
    officials present";
const MIN: &str = "\
    至少、不少于、不低于、不得少于、不得低于、不能少于、不能低于、不应少于、不应低于、不可少于、\
    最少、最低、起码、不下于、不小于、不亚于、保底、下限、底线、不止、多于、大于、高于、≥、>=、\
    >、at least、no fewer than、not fewer than、no less than、not less than、minimum of、\
    minimum、min、a floor of、more than、no below";
const REACH: &str = "\
    年内、年底前、到年底、月底前、季末前、今年内、年度内、完成、达到、达、突破、超过、力争、确保、保证、实现、必须、须、应当、需、冲刺、认领、分配、\
    摊派、下达、包干、要有、满、must、shall、reach、achieve、meet、exceed、complete、deliver、\
    required、expected、has to、have to、should";
const GOAL: &str = "\
    任务、任务数、指标、硬指标、定额、配额、名额、基数、目标数、目标、目标任务、责任状、kpi、\
    target、quota、goal、norm、objective";
const PERIOD: &str = "\
    每月、每个月、每季度、每季、每个季度、每年、每周、每日、每天、每人、每名、每位、每组、每队、\
    每单位、每个单位、每镇、每个镇、每村、每站、每所、每个部门、每部门、每科室、每半年、人均、\
    月均、年均、每次、每轮、每期、每班、/月、/人、/季、/年、per month、each month、every month、\
    monthly、per person、per quarter、each quarter、quarterly、per officer、each officer、\
    every officer、per year、each year、yearly、per unit、each unit、every unit、per inspector、\
    each inspector、every inspector、a month、a quarter、a year、per week、each week、weekly、\
    every week、each town、every town、per town、per team、each team、every team、each member";
const CAP: &str = "\
    不超过、不得超过、至多、最多、以内、以下、之内、不多于、上限、封顶、不高于、不大于、≤、<=、\
    at most、no more than、not more than、up to、within、not exceed、maximum";
const LESS: &str = "\
    少于、低于、不足、不满、不到、未达到、未达、达不到、没达到、未完成、完不成、没完成、\
    没有完成、未能完成、少查、少发现、少立案、少问责、少通报、少抓、少找、少报、少办、少罚、落后于、短缺、fewer than、less than、below、\
    short of、misses、fails to meet、fail to meet";
const AMOUNT: &str = "\
    数、件数、数量、量、贡献量、总数、人数、起数、例数、次数、条数、人次数、多少、个数、总量、number、\
    number of、count、amount、total";
const REWARD: &str = "\
    加分、奖励、评优、评先、评为先进、先进、表彰、表扬、优秀、提拔、重用、晋升、优先、嘉奖、\
    记功、立功、得分、计入、提成、返还、拨付、核拨、经费、计分、记分、折算、换算、兑换、满分、\
    高分、有功、bonus、reward、rewarded、praise、praised、promoted、promotion、award、awarded、\
    credit、earns、earn、scores、gains、gain、worth";
const BLAME: &str = "\
    调离、换岗、撤换、述责、离岗、免去、降职、出局、摘牌、换人、进行提醒、予以提醒、绩效减、减一分、减两分、扣分、扣、失职、就是失职、就是不作为、视为不作为、视为失职、等于失职、即为失职、渎职、\
    不称职、取消、倒查、后进、落后、一票否决、表态发言、作表态、交账、检讨、检查材料、责令、\
    调岗、调整岗位、免职、停职、待岗、降级、淘汰、不得评优、不能评优、不评优、亮红灯、不力、\
    走过场、敷衍、不尽责、老好人、好人主义、重查、返工、补查、不予验收、不予通过、重点督查、\
    重点关注、挂牌、减分、不合格、不及格、punish、deduct、deducted、loses、lose、summoned、\
    interviewed、reprimanded、criticised、criticized、blamed、negligence、negligent、\
    account for";
const EXPLAIN: &str = "\
    说明原因、说明理由、书面说明、作出说明、要说明、须说明、说清原因、说明、解释、说清楚、\
    报告原因、explain、explained、explanation、give reasons、justify、justified";
const GROW: &str = "\
    增长、上升、只增不减、不下降、不降、提高、提升、增加、递增、高于、超上年、超去年、再创新高、\
    翻番、不减、rise、rises、increase、increases、grow、grows、double";
const RANK: &str = "\
    排名、名次、位次、排序、排队、竞赛、比武、擂台、打擂、前三、前十、排前、龙虎榜、英雄榜、\
    ranking、ranked、rank、league table";
const MORE: &str = "\
    越多越好、多多益善、论英雄、论业绩、论功行赏、论成败、论高低、上不封顶、\
    the more the better、the more";
const MORE_FOUND: &str = "\
    多查多得、多办多得、多查多奖、多罚多得、多查多发、查得多、罚得多、抓得多、查得越多、\
    罚得越多";
const SLOGAN: &str = "\
    必有收获、必有斩获、凡去必查、一月一案、一镇一案、一季一案、一村一案、一单位一案、一乡一案、一人一案、百日百案、月月有案、\
    月月有查处、月月有曝光、月月有通报、周周有曝光、周周有通报、天天有通报、天天有查处、\
    都要有发现、必有问题、逢查必有、次次有发现、不空手而归、不得空手、必须发现问题、要有所发现、\
    务必发现问题、都要发现问题、必须查出问题、要查出问题、必须有问题、有人被通报、有人被问责、\
    有人被处分、有人被查处、见人见案、every visit finds、must find something";
const NOT: &str = "\
    不得下达、不下达、不设、不设置、不定、不以、不得以、不将、不得将、不把、不得把、禁止、严禁、\
    不搞、反对、防止、不规定、不要求、不许、不分配、不摊派、不按、不得按、不看、不用、不论、\
    不比、取消、不得、不作为、不存在、do not、does not、must not、shall not、never、no quota、\
    no target、not";
const NOT_SO: &str = "\
    不作为考核、不作考核、不计入、不计分、都不计分、不纳入、不挂钩、不排名、不评比、不加分、\
    不奖励、不作为依据、不作为处理依据、不作为评价、不得作为、不作为指标、不算、is not counted、\
    are not counted、is not scored、are not scored、do not count、does not count";
const PLAIN: &str = "\
    积分、积极、面积、积累、堆积、质量、含量、计量、力量、流量、量化、量力、量刑、共同研究、公共、共产党、共青团、传达、重要、主要、纪要、要求、要点、应用、相应、超期、超时、逾期、所需、无须、达标、美满、\
    期满、届满、不满意、加强、加大、加快、得到、获得、取得、得以、觉得、记得、得当、无关、无误、\
    无故、无法、未来、表达、到达、参加、增加值、目的、时间、时候、时限、时段、当时、及时性、\
    同时、由于、自由、理由、事由、经过、经济、经办、经常、已经、财经、曾经、必需、急需、数字、\
    数据、次品、记者、或者、群体、没收、零售、零星、未成年、无人、被处分人、处分期、问题导向、\
    负责、整数、分数、参数、多数、少数、每一、每个、奖金、率先、效率、频率、概率、税率、速率、\
    指标体系、考核指标、绩效目标、案件质量、案由、案件办理期限、的确、目标责任、不设上限、名义、\
    不足之处、没问题、处理意见、追究机制、不得不、取消评优、通报表扬、表扬通报、通报表彰、\
    有案可查";

/// The words by their first sign: a file has thousands of signs, and each begins few words.
static BY_SIGN: LazyLock<BTreeMap<char, Vec<(Tag, &'static str)>>> = LazyLock::new(|| {
    let mut by_sign: BTreeMap<char, Vec<(Tag, &str)>> = BTreeMap::new();
    for (tag, words) in WORDS {
        for word in words.split('、') {
            by_sign.entry(first(word)).or_default().push((*tag, word));
        }
    }
    by_sign
});

fn first(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// The word these units begin with, and how many units it takes; the longest.
pub(super) fn at(units: &[Unit]) -> Option<(Tag, usize)> {
    let words = BY_SIGN.get(&first(&units.first()?.text))?;
    let fits = words.iter().map(|(tag, word)| (*tag, length(units, word)));
    let fits = fits.filter(|(_, taken)| *taken > 0);
    fits.reduce(|best, one| if one.1 > best.1 { one } else { best })
}

/// How many units a word takes at the start of these; 0 where they begin with something else.
pub(super) fn length(units: &[Unit], word: &str) -> usize {
    let (mut taken, mut rest) = (0, word);
    while !rest.is_empty() {
        let end = rest.find(|sign: char| !sign.is_ascii_lowercase()).unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next().map_or(1, char::len_utf8) } else { end };
        let (piece, left) = rest.split_at(end);
        rest = left.trim_start();
        if piece.trim().is_empty() {
            continue;
        }
        if !units.get(taken).is_some_and(|unit| unit.is(piece)) {
            return 0;
        }
        taken += 1;
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::super::sentences;
    use super::{Tag, WORDS};
    use std::collections::BTreeSet;

    fn tags(text: &str) -> Vec<Tag> {
        sentences(text).into_iter().flat_map(|one| one.tokens).map(|token| token.tag).collect()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(tags("典型经验"), [Tag::Review]);
        assert_eq!(tags("反面典型"), [Tag::Noun]);
        assert_eq!(tags("不满意"), []);
        assert_eq!(tags("不得少于"), [Tag::Min]);
        assert_eq!(tags("no fewer than"), [Tag::Min]);
        assert_eq!(tags("findings"), [Tag::Noun]);
    }

    #[test]
    fn a_word_stands_in_one_list_for_one_meaning_or_the_first_list_counts() {
        for (_, words) in WORDS {
            let once: BTreeSet<_> = words.split('、').collect();
            assert_eq!(once.len(), words.split('、').count(), "{words}");
            assert!(!once.contains(""), "{words}");
        }
    }
}
