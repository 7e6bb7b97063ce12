//! The part of the page that is about expressions: operators and functions.

use super::table::{heads, names, section, typed};
use crate::expression::{FUNCTIONS, FunctionRow, Gives, LONGEST, Operator, Reach, not, truth};
use crate::language::Language;

/// The sections, in their order.
pub(super) fn sections(language: Language) -> Vec<String> {
    vec![operators(language), functions(language)]
}

fn operators(language: Language) -> String {
    let says = match language {
        Language::Chinese => format!(
            "条件和公式由字段、数、引号里的文字、运算符和函数组成，最多{LONGEST}字节。从上到下，越往下结合得越紧；括号最先。两种写法在哪种\
             语言的文件里都认得。条件还可以写 `条件 ? 甲 : 乙`。不知道的是“缺”，既不是“是”也不是“否”。"
        ),
        Language::English => format!(
            "Conditions and formulas are made of fields, numbers, text in quotes, operators and functions, {LONGEST} bytes at most. \
             The further down, the tighter an operator binds; brackets come first. Both ways of writing are read in a file of either \
             language. `condition ? one : other` chooses. What is not known is *missing*: neither yes nor no."
        ),
    };
    let binary = Operator::ALL.map(|operator| {
        let twin = (operator.spelled(Language::Chinese), operator.spelled(Language::English));
        let [one, other] = names(twin, language);
        [one, other, operator.means().within(language).to_owned()]
    });
    let both =
        |write: fn(Language) -> &'static str| (write(Language::Chinese), write(Language::English));
    let others = [
        (both(not), ("不成立；写在条件前面", "it does not hold; written before a condition")),
        (both(|language| truth(true, language)), ("成立", "it holds")),
        (both(|language| truth(false, language)), ("不成立", "it does not hold")),
    ];
    let others = others.map(|(twin, means)| {
        let [one, other] = names(twin, language);
        [one, other, language.of(means).to_owned()]
    });
    let [one, other] = heads(language);
    let columns = [one, other, language.of(("意思", "what it says"))];
    let heading = (2, language.of(("表达式", "Expressions")), says.as_str());
    section(heading, columns, binary.into_iter().chain(others))
}

fn functions(language: Language) -> String {
    let [one, other] = heads(language);
    let rows = FUNCTIONS.iter().map(|row| {
        let form = row.form();
        let [one, other] = names((&form.zh, &form.en), language);
        [
            one,
            other,
            takes(row, language),
            gives(row, language),
            reach(row, language),
            row.means.within(language).to_owned(),
        ]
    });
    let columns = [
        one,
        other,
        language.of(("各参数", "arguments")),
        language.of(("得到", "gives")),
        language.of(("看哪里", "looks at")),
        language.of(("意思", "what it means")),
    ];
    let says =
        language.of(("方括号里的参数可以不写。", "Arguments in square brackets may be left out."));
    section((3, language.of(("函数", "Functions")), says), columns, rows)
}

fn takes(row: &FunctionRow, language: Language) -> String {
    let takes = row.parameters.iter().map(|parameter| {
        let (name, takes) = (parameter.names.within(language), parameter.takes.said());
        format!("{}{}{}", typed(name), language.of(("：", ": ")), takes.within(language))
    });
    takes.collect::<Vec<_>>().join(language.of(("；", "; ")))
}

fn gives(row: &FunctionRow, language: Language) -> String {
    match row.gives {
        Gives::Kind(kind) => kind.said().within(language).to_owned(),
        Gives::SameAsArgument => language.of(("同第一个参数", "as the first argument")).to_owned(),
    }
}

fn reach(row: &FunctionRow, language: Language) -> String {
    let reach = match row.reach {
        Reach::Here => ("所在之处", "where it stands"),
        Reach::Rows => ("本期的每一行", "each row of the window"),
        Reach::Windows => ("本期和以前各期", "this window and those before"),
    };
    language.of(reach).to_owned()
}
