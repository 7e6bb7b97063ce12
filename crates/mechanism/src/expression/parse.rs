//! Puts the pieces of an expression together (语法分析) by how tight its operators bind. Nesting and size are bounded, so
//! that no text exhausts the stack here or later.

use super::fault::Fault;
use super::operator::{Arithmetic, Operator};
use super::syntax::{Call, Syntax, What};
use super::token::{Placed, Token};
use std::ops::Range;

/// The deepest nesting of brackets, calls, lists, choices and signs before a value.
const DEEPEST: usize = 32;
/// The most parts of an expression.
const MOST_PARTS: usize = 200;
/// The level of what stands in brackets: all operators and `?:`.
const WHOLE: u8 = 0;
/// The level of what stands before `?`: all operators.
const OPERATORS: u8 = 1;

/// The expression that pieces make; `end` is the length of its text.
pub(super) fn parse(pieces: &[Placed], end: usize) -> Result<Syntax, Fault> {
    let mut parser = Parser { pieces, end, next: 0, depth: 0, parts: 0 };
    if pieces.is_empty() {
        return Err(Fault::new(0..end, "表达式是空的", "the expression is empty"));
    }
    let whole = parser.expression(WHOLE)?;
    match parser.pieces.get(parser.next) {
        None => Ok(whole),
        Some(extra) => Err(Parser::unexpected(extra)),
    }
}

struct Parser<'p> {
    pieces: &'p [Placed],
    end: usize,
    next: usize,
    depth: usize,
    parts: usize,
}

type Parsed = Result<Syntax, Fault>;

impl<'p> Parser<'p> {
    fn peek(&self) -> Option<&'p Token> {
        self.pieces.get(self.next).map(|piece| &piece.token)
    }

    /// Where the next piece stands.
    fn here(&self) -> Range<usize> {
        self.pieces.get(self.next).map_or(self.end..self.end, |piece| piece.at.clone())
    }

    fn takes(&mut self, token: &Token) -> bool {
        let is_it = self.peek() == Some(token);
        self.next += usize::from(is_it);
        is_it
    }

    /// Where the piece that was taken last ends.
    fn taken_to(&self) -> usize {
        let last = self.next.checked_sub(1).and_then(|last| self.pieces.get(last));
        last.map_or(0, |piece| piece.at.end)
    }

    fn part(&mut self, at: Range<usize>, what: What) -> Parsed {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            let zh = format!("表达式超过 {MOST_PARTS} 个部分");
            let en = format!("the expression has more than {MOST_PARTS} parts");
            return Err(Fault::new(at, zh, en).help("请分成几条", "make several of it"));
        }
        Ok(Syntax { at, what })
    }

    /// An expression inside of something else.
    fn nested(&mut self, level: u8) -> Parsed {
        if self.depth == DEEPEST {
            let zh = format!("表达式嵌套超过 {DEEPEST} 层");
            let en = format!("the expression is nested deeper than {DEEPEST}");
            return Err(Fault::new(self.here(), zh, en));
        }
        self.depth += 1;
        let inner = self.expression(level);
        self.depth -= 1;
        inner
    }

    /// An expression whose operators bind at least as tight as `level`.
    fn expression(&mut self, level: u8) -> Parsed {
        let mut left = self.operand()?;
        while let Some(Token::Operator(operator)) = self.peek()
            && operator.level() >= level
        {
            let at = self.here();
            self.next += 1;
            let right = self.expression(operator.level() + 1)?;
            let span = left.at.start..right.at.end;
            left = self.part(span, What::Binary(*operator, at, Box::new([left, right])))?;
        }
        if level == WHOLE && self.takes(&Token::Question) {
            return self.choice(left);
        }
        Ok(left)
    }

    /// What stands after `?`.
    fn choice(&mut self, condition: Syntax) -> Parsed {
        let then = self.nested(OPERATORS)?;
        if !self.takes(&Token::Colon) {
            let fault = Fault::new(self.here(), "“?”之后缺少“:”", "after ? a : is missing");
            return Err(fault.help("写作 条件 ? 甲 : 乙", "write condition ? a : b"));
        }
        let otherwise = self.nested(WHOLE)?;
        let at = condition.at.start..otherwise.at.end;
        self.part(at, What::Choose(Box::new([condition, then, otherwise])))
    }

    fn operand(&mut self) -> Parsed {
        let at = self.here();
        let Some(token) = self.peek() else { return Err(self.no_value()) };
        match token {
            Token::Literal(value) => {
                self.next += 1;
                self.part(at, What::Literal(value.clone()))
            }
            Token::Name(name) => {
                self.next += 1;
                self.name(name, at)
            }
            Token::Not => self.signed(at, What::Not),
            Token::Operator(Operator::Arithmetic(Arithmetic::Subtract)) => {
                self.signed(at, What::Negative)
            }
            Token::Open => self.bracket(at),
            Token::OpenList => {
                self.next += 1;
                let items = self.items(&Token::CloseList, &at)?;
                self.part(at.start..self.taken_to(), What::List(items))
            }
            _ => Err(self.no_value()),
        }
    }

    fn signed(&mut self, at: Range<usize>, what: fn(Box<Syntax>) -> What) -> Parsed {
        self.next += 1;
        let operand = self.nested(u8::MAX)?;
        let span = at.start..operand.at.end;
        self.part(span, what(Box::new(operand)))
    }

    fn bracket(&mut self, at: Range<usize>) -> Parsed {
        self.next += 1;
        let inner = self.nested(WHOLE)?;
        if !self.takes(&Token::Close) {
            return Err(self.unclosed(&at, &Token::Close));
        }
        Ok(Syntax { at: at.start..self.taken_to(), ..inner })
    }

    /// A field, or a call where a bracket follows.
    fn name(&mut self, name: &str, at: Range<usize>) -> Parsed {
        let name = name.to_owned();
        let open = self.here();
        if !self.takes(&Token::Open) {
            return self.part(at, What::Name(name));
        }
        let arguments = self.items(&Token::Close, &open)?;
        let span = at.start..self.taken_to();
        self.part(span, What::Call(Call { name, at, arguments }))
    }

    /// What stands between commas, up to the bracket that closes.
    fn items(&mut self, close: &Token, open: &Range<usize>) -> Result<Vec<Syntax>, Fault> {
        let mut items = vec![];
        if self.takes(close) {
            return Ok(items);
        }
        loop {
            items.push(self.nested(WHOLE)?);
            if self.takes(close) {
                return Ok(items);
            }
            if !self.takes(&Token::Comma) {
                return Err(self.unclosed(open, close));
            }
        }
    }

    /// The fault of a bracket after which neither a comma nor its end comes.
    fn unclosed(&self, open: &Range<usize>, close: &Token) -> Fault {
        if let Some(extra) = self.pieces.get(self.next)
            && !matches!(extra.token, Token::Close | Token::CloseList)
        {
            return Self::unexpected(extra);
        }
        let (open_sign, close_sign) = match close {
            Token::CloseList => ('[', ']'),
            _ => ('(', ')'),
        };
        let zh = format!("这个 {open_sign} 没有对应的 {close_sign}");
        let en = format!("this {open_sign} has no {close_sign}");
        Fault::new(open.clone(), zh, en)
    }

    fn no_value(&self) -> Fault {
        let at = self.here();
        match self.peek() {
            None => Fault::new(
                at,
                "表达式没有写完：缺少一个值",
                "the expression ends where a value is to stand",
            ),
            Some(_) => Fault::new(at, "这里缺少一个值", "a value is to stand here"),
        }
    }

    /// The fault of a piece that begins what cannot begin here.
    fn unexpected(extra: &Placed) -> Fault {
        let at = extra.at.clone();
        match extra.token {
            Token::Close => Fault::new(at, "这个 ) 没有对应的 (", "this ) has no ("),
            Token::CloseList => Fault::new(at, "这个 ] 没有对应的 [", "this ] has no ["),
            Token::Colon => Fault::new(at, "这个 : 之前没有 ?", "no ? stands before this :"),
            Token::Question => {
                Fault::new(at, "这个 ? 要放进括号", "this ? is to stand in brackets")
            }
            Token::Comma => Fault::new(at, "这里不能写逗号", "no comma stands here"),
            _ => Fault::new(at, "这里缺少运算符", "an operator is missing here")
                .help("两个条件之间写“且”或“或”", "write && or || between two conditions"),
        }
    }
}
