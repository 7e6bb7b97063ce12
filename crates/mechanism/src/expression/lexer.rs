//! Takes an expression apart (词法分析). What it cannot read it names, reads as it was probably meant, and goes on, so
//! that all such faults are said at once.

use super::fault::Fault;
use super::lookalike::{self, Sign};
use super::operator::{Arithmetic, Comparison, Operator};
use super::scope::{begins_name, continues_name};
use super::token::{Placed, Token};
use super::value::Value;
use super::word::{Word, word};
use crate::language::Language;
use rust_decimal::Decimal;
use std::ops::Range;

/// An expression taken apart.
pub(super) struct Lexed {
    /// The pieces.
    pub pieces: Vec<Placed>,
    /// What is wrong in them.
    pub faults: Vec<Fault>,
    /// Whether a sign was left out because nothing could be made of it; then what is around it seems wrong too.
    pub is_torn: bool,
}

/// Takes an expression apart.
pub(super) fn pieces(text: &str) -> Lexed {
    let mut lexer = Lexer { text, signs: lookalike::signs(text), next: 0, faults: vec![] };
    let (mut pieces, mut is_torn) = (vec![], false);
    loop {
        lexer.pass_space();
        let from = lexer.next;
        let Some(sign) = lexer.take() else {
            return Lexed { pieces, faults: lexer.faults, is_torn };
        };
        let Some(token) = lexer.token(sign, from) else {
            is_torn = true;
            continue;
        };
        let at = lexer.place(from);
        if !matches!(token, Token::Literal(Value::Text(_))) {
            lexer.name_lookalikes(from, lexer.next);
        }
        pieces.push(Placed { token, at });
    }
}

struct Lexer<'t> {
    text: &'t str,
    signs: Vec<Sign>,
    next: usize,
    faults: Vec<Fault>,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.signs.get(self.next + ahead).map(|sign| sign.meant)
    }

    fn take(&mut self) -> Option<Sign> {
        let sign = self.signs.get(self.next).copied();
        self.next += usize::from(sign.is_some());
        sign
    }

    /// Takes the next sign if it was meant so.
    fn takes(&mut self, meant: char) -> bool {
        let is_it = self.peek(0) == Some(meant);
        self.next += usize::from(is_it);
        is_it
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) {
        while self.peek(0).is_some_and(&fits) {
            self.next += 1;
        }
    }

    /// Where the signs from `from` to here stand.
    fn place(&self, from: usize) -> Range<usize> {
        let taken = self.signs.get(from..self.next).unwrap_or_default();
        let first = taken.first().map_or(self.text.len(), |sign| sign.from);
        first..taken.last().map_or(first, |sign| sign.to)
    }

    /// The signs from `from` to here, as they were meant.
    fn meant(&self, from: usize) -> String {
        self.signs.get(from..self.next).unwrap_or_default().iter().map(|sign| sign.meant).collect()
    }

    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Names the signs that only look like those of expressions.
    fn name_lookalikes(&mut self, from: usize, to: usize) {
        let signs = self.signs.get(from..to).unwrap_or_default();
        if let (Some(first), Some(last)) = (signs.first(), signs.last())
            && signs.iter().any(|sign| sign.written != sign.meant)
        {
            let at = first.from..last.to;
            let meant: String = signs.iter().map(|sign| sign.meant).collect();
            let written = self.text.get(at.clone()).unwrap_or_default();
            self.faults.push(lookalike::fault(at, written, &meant));
        }
    }

    /// Passes spaces, and comments from `//` to the end of the line.
    fn pass_space(&mut self) {
        loop {
            self.take_while(char::is_whitespace);
            let is_slash = |sign: &Sign| sign.written == '/';
            if !self.signs.get(self.next..self.next + 2).is_some_and(|two| two.iter().all(is_slash))
            {
                return;
            }
            self.take_while(|sign| sign != '\n');
        }
    }

    /// The piece that begins with a sign; none where it means nothing.
    fn token(&mut self, sign: Sign, from: usize) -> Option<Token> {
        Some(match sign.meant {
            '(' => Token::Open,
            ')' => Token::Close,
            '[' => Token::OpenList,
            ']' => Token::CloseList,
            ',' => Token::Comma,
            '?' => Token::Question,
            ':' => Token::Colon,
            '+' => arithmetic(Arithmetic::Add),
            '-' => arithmetic(Arithmetic::Subtract),
            '*' => arithmetic(Arithmetic::Multiply),
            '/' => arithmetic(Arithmetic::Divide),
            '%' => arithmetic(Arithmetic::Remainder),
            '<' | '>' | '=' | '!' => self.comparison(sign.meant, from),
            '&' => self.doubled('&', Operator::And, from),
            '|' => self.doubled('|', Operator::Or, from),
            '"' | '\'' => self.quote(sign, from),
            '#' => self.truth(from),
            digit if digit.is_ascii_digit() => self.number(from),
            letter if begins_name(letter) => self.name(from),
            _ => return self.stranger(sign, from),
        })
    }

    fn comparison(&mut self, first: char, from: usize) -> Token {
        let has_equals = self.takes('=');
        let comparison = match (first, has_equals) {
            ('<', false) if self.takes('>') => return self.mistaken(from, Comparison::Unequal),
            ('=', false) if self.takes('<') => return self.mistaken(from, Comparison::AtMost),
            ('=', false) if self.takes('>') => return self.mistaken(from, Comparison::AtLeast),
            ('<', false) => Comparison::Less,
            ('<', true) => Comparison::AtMost,
            ('>', false) => Comparison::More,
            ('>', true) => Comparison::AtLeast,
            ('!', false) => return Token::Not,
            ('!', true) => Comparison::Unequal,
            _ => Comparison::Equal,
        };
        Token::Operator(Operator::Compare(comparison))
    }

    /// A comparison in another order than is read, such as `=>`.
    fn mistaken(&mut self, from: usize, meant: Comparison) -> Token {
        let operator = Operator::Compare(meant);
        let (at, written) = (self.place(from), self.meant(from));
        let sign = operator.spelled(Language::English);
        let fault =
            Fault::new(at, format!("没有 {written} 这个符号"), format!("there is no {written}"));
        self.fault(fault.help(format!("请写 {sign}"), format!("write {sign}")));
        Token::Operator(operator)
    }

    fn doubled(&mut self, sign: char, operator: Operator, from: usize) -> Token {
        let is_plain = self.signs.get(from).is_some_and(|first| first.written == sign);
        if !self.takes(sign) && is_plain {
            let word = operator.spelled(Language::Chinese);
            let fault = Fault::new(
                self.place(from),
                format!("单个 {sign} 没有意义"),
                format!("a single {sign} means nothing"),
            );
            let help = (format!("请写 {sign}{sign} 或“{word}”"), format!("write {sign}{sign}"));
            self.fault(fault.help(help.0, help.1));
        }
        Token::Operator(operator)
    }

    /// Text up to the quote that closes it.
    fn quote(&mut self, open: Sign, from: usize) -> Token {
        let is_plain = open.written == open.meant;
        self.name_lookalikes(from, self.next);
        let mut text = String::new();
        while let Some(sign) = self.take() {
            let closes = sign.meant == open.meant && (!is_plain || sign.written == open.written);
            match sign.written {
                _ if closes => {
                    self.name_lookalikes(self.next - 1, self.next);
                    return Token::Literal(Value::Text(text.into()));
                }
                '\n' => break,
                '\\' => text.push(self.escaped()),
                letter => text.push(letter),
            }
        }
        let fault = Fault::new(self.place(from), "这段文字没有结束", "this text does not end");
        self.fault(fault.help("请补上引号", "close it with a quote"));
        Token::Literal(Value::Text(text.into()))
    }

    /// The sign after `\`.
    fn escaped(&mut self) -> char {
        let from = self.next.saturating_sub(1);
        let sign = self.signs.get(self.next).map(|sign| sign.written);
        if let Some(sign @ ('\\' | '"' | '\'')) = sign {
            self.next += 1;
            return sign;
        }
        let (zh, en) = ("\\ 之后只能是 \\ 或引号", "after \\ stands \\ or a quote");
        let fault = Fault::new(self.place(from), zh, en);
        self.fault(fault.help("反斜线本身写作 \\\\", "a backslash itself is written \\\\"));
        '\\'
    }

    /// `#true` and `#false`, as KDL writes them.
    fn truth(&mut self, from: usize) -> Token {
        self.take_while(continues_name);
        match self.meant(from).as_str() {
            "#true" => Token::Literal(Value::Bool(true)),
            "#false" => Token::Literal(Value::Bool(false)),
            _ => {
                let (zh, en) = ("# 之后只能是 true 或 false", "after # stands true or false");
                let fault = Fault::new(self.place(from), zh, en);
                self.fault(fault.help("或直接写“是”“否”", "or write true and false"));
                Token::Literal(Value::Bool(true))
            }
        }
    }

    fn number(&mut self, from: usize) -> Token {
        self.take_while(|sign| sign.is_ascii_digit());
        let has_point = self.takes('.');
        let point = self.next;
        if has_point {
            self.take_while(|sign| sign.is_ascii_digit());
        }
        if has_point && self.next == point {
            let (zh, en) = ("小数点之后缺少数字", "no digit stands after the point");
            let fault = Fault::new(self.place(from), zh, en);
            self.fault(fault);
            return Token::Literal(Value::Int(0));
        }
        let digits = self.meant(from);
        let read = if has_point {
            Decimal::from_str_exact(&digits).ok().map(Value::Decimal)
        } else {
            digits.parse().ok().map(Value::Int)
        };
        if read.is_none() {
            let fault = Fault::new(self.place(from), "这个数太长", "this number is too long");
            self.fault(fault.help(
                "整数不超过 9223372036854775807，小数不超过 28 位",
                "whole numbers go up to 9223372036854775807, decimals to 28 digits",
            ));
        }
        self.pass_letters_after(from);
        Token::Literal(read.unwrap_or(Value::Int(0)))
    }

    /// Refuses letters that stand right after a number.
    fn pass_letters_after(&mut self, number: usize) {
        let from = self.next;
        self.take_while(|sign| continues_name(sign) || sign == '.');
        if self.next == from {
            return;
        }
        let letters = self.meant(from);
        if word(&letters).is_some() {
            self.next = from;
            let (zh, en) = (
                format!("数字与“{letters}”连在一起"),
                format!("{letters} stands right after a number"),
            );
            let fault = Fault::new(self.place(number), zh, en);
            self.fault(fault.help("中间请空一格", "put a space between"));
        } else {
            let (zh, en) = (
                format!("数字之后紧跟着“{letters}”"),
                format!("{letters} stands right after a number"),
            );
            let fault = Fault::new(self.place(number), zh, en);
            self.fault(fault.help(
                "中间请空一格；时长写作 时长(3)，即 3 天",
                "put a space between; three days are written duration(3)",
            ));
        }
    }

    fn name(&mut self, from: usize) -> Token {
        self.take_while(continues_name);
        while self.peek(0) == Some('.') && self.peek(1).is_some_and(begins_name) {
            self.next += 1;
            self.take_while(continues_name);
        }
        let name = self.meant(from);
        match word(&name) {
            Some(Word::Operator(operator)) => Token::Operator(operator),
            Some(Word::Not) => Token::Not,
            Some(Word::Truth(truth)) => Token::Literal(Value::Bool(truth)),
            None => Token::Name(name),
        }
    }

    fn stranger(&mut self, sign: Sign, from: usize) -> Option<Token> {
        if sign.written != sign.meant {
            self.name_lookalikes(from, self.next);
            return None;
        }
        let written = sign.written;
        let (zh, en) =
            (format!("“{written}”在这里没有意义"), format!("{written} means nothing here"));
        let fault = Fault::new(self.place(from), zh, en);
        self.fault(match written {
            ';' => fault.help("两个条件之间写“且”或“或”", "write && or || between two conditions"),
            '.' => fault.help("小数写作 0.5", "a decimal is written 0.5"),
            '。' => fault.help("句末不写句号", "no full stop stands at the end"),
            _ => fault,
        });
        None
    }
}

const fn arithmetic(operation: Arithmetic) -> Token {
    Token::Operator(Operator::Arithmetic(operation))
}
