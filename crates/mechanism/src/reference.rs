//! The reference pages (参考页) of the language of schemes, written from the tables that reader, checker and converter go by: what
//! is not in a table is not in the language, and what is stands here.

mod expression;
mod grammar;
mod source;
mod table;
mod term;

use crate::language::Language;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Kinds, nodes, properties, words, terms, expressions.
    Language,
    /// The sources of facts with their fields.
    Sources,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 2] = [Self::Language, Self::Sources];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Sources => "sources",
        }
    }

    /// The name of its file in `docs/guide`.
    pub fn file(self, language: Language) -> String {
        format!("{}{}", self.name(), language.of((".zh-CN.md", ".md")))
    }

    /// The page as Markdown.
    pub fn write(self, language: Language) -> String {
        let begins = match self {
            Self::Language => language.of(LANGUAGE),
            Self::Sources => language.of(SOURCES),
        };
        let sections = match self {
            Self::Language => {
                let mut sections = grammar::sections(language);
                sections.extend(term::sections(language));
                sections.extend(expression::sections(language));
                sections
            }
            Self::Sources => source::sections(language),
        };
        let mut page = begins.to_owned();
        for section in sections {
            page.push('\n');
            page.push_str(&section);
        }
        page
    }
}

const LANGUAGE: (&str, &str) = (
    "# 制度语言：全部的词\n\n\
     本页由程序按检查制度用的表写出（`qinzheng mechanism reference language --lang zh`），表里没有的词，文件里也不能用。怎样写一个制度，\
     见[今晚写出一个制度](mechanisms.zh-CN.md)；有哪些事实可以引用，见[事实来源](sources.zh-CN.md)。\n",
    "# The language of schemes: all its words\n\n\
     The program writes this page from the tables that a scheme is checked by (`qinzheng mechanism reference language --lang en`): \
     what is not in a table cannot stand in a file. [Write a scheme tonight](mechanisms.md) says how to begin, [sources of \
     facts](sources.md) what may be asked about.\n",
);

const SOURCES: (&str, &str) = (
    "# 事实来源：全部的字段\n\n\
     本页由程序按检查制度用的表写出（`qinzheng mechanism reference sources --lang zh`）。哪些事实不提供、为什么，见\
     [制度可以引用的事实](facts.zh-CN.md)；怎样写进制度，见[制度语言](language.zh-CN.md)。\n\n\
     “合计”是同一对象有几行时怎样合成一个数：直接写字段名就是这个数，写在计数、求和、均值、存在里面就逐行看。\n",
    "# Sources of facts: all their fields\n\n\
     The program writes this page from the tables that a scheme is checked by (`qinzheng mechanism reference sources --lang en`). \
     [Facts that schemes may ask about](facts.md) says what no source tells, and why; [the language](language.md) how a scheme \
     asks.\n\n\
     *Fold* is what the rows of one subject come to: a bare field is that figure; within count, sum, mean and exists it is the \
     field of each row.\n",
);

#[cfg(test)]
mod tests;
