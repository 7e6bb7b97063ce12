//! The order of pieces within a node of KDL: a name, values and properties, a block, the end.

use super::{Wrong, word, wrong};

/// A piece of a node.
#[derive(Clone, Copy)]
pub(super) enum Piece<'t> {
    /// A word without quotes.
    Word(&'t str),
    /// A string.
    Text,
    /// `#true` and its like.
    Keyword,
    /// `=`.
    Equals,
    /// `{`.
    Open,
    /// `}`.
    Close,
    /// `/-`.
    Off,
    /// The end of a line.
    Newline,
    /// `;`.
    Semicolon,
    /// The end of the text.
    End,
}

/// What came last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Nothing of a node.
    Nothing,
    /// The name of the node, or the value of a property.
    Whole,
    /// A value that may turn out to be the name of a property.
    Name,
    /// The `=` of a property.
    Equals,
    /// A block; the node ends with it, but where all were switched off another may follow.
    Block { is_off: bool },
}

/// Where in a node the text stands.
pub(super) struct Order {
    last: Last,
    /// Whether a mark that switches off waits for what it is before.
    is_off: bool,
    /// Whether such a mark stands before the node itself.
    is_node_off: bool,
    /// Of each block that is open: whether it and those before it are switched off, and whether its node is.
    open: Vec<(bool, bool)>,
}

impl Order {
    /// Before the first node.
    pub const fn new() -> Self {
        Self { last: Last::Nothing, is_off: false, is_node_off: false, open: vec![] }
    }

    /// Whether a block that opened here would be switched off.
    pub const fn switches_off(&self) -> bool {
        self.is_off || self.is_node_off
    }

    /// Takes the next piece.
    pub fn take(&mut self, piece: Piece<'_>) -> Result<(), Wrong> {
        match piece {
            Piece::Word(_) | Piece::Text | Piece::Keyword => self.value(piece),
            Piece::Equals => self.equals(),
            Piece::Open => self.open(),
            Piece::Off if self.is_off => Err(no_end_off()),
            Piece::Off if self.last == Last::Equals => Err(no_value()),
            Piece::Off => {
                self.is_off = true;
                Ok(())
            }
            // What is switched off may stand on the next line.
            Piece::Newline if self.is_off => Ok(()),
            Piece::Semicolon if self.last == Last::Nothing && !self.is_off => Err(nothing_ends()),
            Piece::Semicolon if self.is_node_off => Err(ends_off()),
            Piece::Newline | Piece::Semicolon | Piece::End => self.end(Last::Nothing),
            Piece::Close => {
                let (is_off, is_node_off) = self.open.pop().unwrap_or_default();
                self.end(Last::Block { is_off })?;
                self.is_node_off = is_node_off;
                Ok(())
            }
        }
    }

    fn value(&mut self, piece: Piece<'_>) -> Result<(), Wrong> {
        let is_off = std::mem::take(&mut self.is_off);
        if self.last == Last::Nothing {
            if matches!(piece, Piece::Word(word) if !word::is_name(word))
                || matches!(piece, Piece::Keyword)
            {
                return Err(no_word());
            }
            self.is_node_off = is_off;
        }
        self.last = match self.last {
            Last::Block { .. } => return Err(no_end()),
            Last::Whole | Last::Name if is_name(piece) => Last::Name,
            _ => Last::Whole,
        };
        Ok(())
    }

    fn equals(&mut self) -> Result<(), Wrong> {
        if self.is_off || self.last != Last::Name {
            return Err(no_name());
        }
        self.last = Last::Equals;
        Ok(())
    }

    fn open(&mut self) -> Result<(), Wrong> {
        let is_off = std::mem::take(&mut self.is_off);
        let is_node_off = std::mem::take(&mut self.is_node_off);
        let last = std::mem::replace(&mut self.last, Last::Nothing);
        // A node has one block that counts; others are switched off.
        let are_all_off = is_off && last != Last::Block { is_off: false };
        self.open.push((are_all_off, is_node_off));
        match last {
            Last::Whole | Last::Name => Ok(()),
            Last::Block { is_off: was_off } if is_off || was_off => Ok(()),
            Last::Block { .. } => Err(no_end()),
            Last::Equals => Err(no_value()),
            Last::Nothing => Err(nameless()),
        }
    }

    fn end(&mut self, then: Last) -> Result<(), Wrong> {
        if self.is_off {
            return Err(no_end_off());
        }
        if self.last == Last::Equals {
            return Err(no_value());
        }
        self.last = then;
        self.is_node_off = false;
        Ok(())
    }
}

/// Whether a value may be the name of a property.
fn is_name(piece: Piece<'_>) -> bool {
    match piece {
        Piece::Word(word) => word::is_name(word),
        _ => matches!(piece, Piece::Text),
    }
}

fn no_word() -> Wrong {
    wrong(
        ("一行要以词开头", "a line begins with a word"),
        ("写成：问 名称 属性=值", "write: ask TITLE property=value"),
    )
}

fn nothing_ends() -> Wrong {
    wrong(("这里多了一个分号", "there is one semicolon too many"), ("去掉它", "take it out"))
}

fn ends_off() -> Wrong {
    wrong(
        ("/- 停用的一项后面不能用分号", "no semicolon ends what `/-` switches off"),
        ("另起一行", "begin another line"),
    )
}

fn no_name() -> Wrong {
    wrong(
        ("等号前面要写属性的名字", "the name of a property stands before `=`"),
        ("写成：属性=值", "write property=value"),
    )
}

fn no_value() -> Wrong {
    wrong(
        ("等号后面没有写值", "no value stands after `=`"),
        ("写成：属性=值；文字加引号", "write property=value; put text in quotes"),
    )
}

fn no_end() -> Wrong {
    wrong(
        ("} 后面接着写了别的", "something follows `}` at once"),
        ("另起一行，或者加一个分号", "begin another line, or put a semicolon"),
    )
}

fn nameless() -> Wrong {
    wrong(
        ("花括号前面没有词", "no word stands before this brace"),
        ("写成：问 名称 { … }", "write: ask TITLE { … }"),
    )
}

fn no_end_off() -> Wrong {
    wrong(
        ("/- 后面没有可以停用的内容", "nothing follows `/-` that it switches off"),
        (
            "一个 /- 停用它后面的一项；不要的去掉",
            "one `/-` switches off what follows it; take it out else",
        ),
    )
}
