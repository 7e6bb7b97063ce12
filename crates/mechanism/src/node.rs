//! A node of a file: its keyword, its values, its properties, its children, each with its place.

use crate::Diagnostic;
use crate::language::Said;
use crate::twin::english;
use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

/// A node with the text it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    node: &'a KdlNode,
    text: &'a str,
}

/// A value with its place.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    entry: &'a KdlEntry,
    text: &'a str,
}

impl<'a> Node<'a> {
    /// The nodes at the top of a file.
    pub fn all(document: &'a KdlDocument, text: &'a str) -> impl Iterator<Item = Self> {
        document.nodes().iter().map(move |node| Self { node, text })
    }

    /// The keyword in English.
    pub fn keyword(self) -> &'a str {
        english(self.node.name().value())
    }

    /// The keyword as it is written.
    pub fn written(self) -> &'a str {
        self.node.name().value()
    }

    /// A fault at the node.
    pub fn fault(self, what: impl Into<Said>) -> Diagnostic {
        Diagnostic::at(self.text, self.node.name().span().offset(), what)
    }

    /// The children.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let nodes = self.node.children().map_or(&[][..], KdlDocument::nodes);
        nodes.iter().map(move |node| Self { node, text: self.text })
    }

    /// The values without a name.
    pub fn values(self) -> impl Iterator<Item = Value<'a>> {
        let entries = self.node.entries().iter().filter(|entry| entry.name().is_none());
        entries.map(move |entry| Value { entry, text: self.text })
    }

    /// The only value without a name.
    pub fn value(self) -> Result<Value<'a>, Diagnostic> {
        let mut values = self.values();
        match (values.next(), values.next()) {
            (Some(value), None) => Ok(value),
            (None, _) => Err(self.fault(format!("`{}` needs a value", self.written()))),
            (_, Some(extra)) => {
                Err(extra.fault(format!("`{}` has one value only", self.written())))
            }
        }
    }

    /// A property by its English name.
    pub fn property(self, name: &str) -> Option<Value<'a>> {
        let is_named = |entry: &&KdlEntry| {
            entry.name().is_some_and(|written| english(written.value()) == name)
        };
        let entry = self.node.entries().iter().find(is_named)?;
        Some(Value { entry, text: self.text })
    }

    /// A property that must be there.
    pub fn needed(self, name: &str) -> Result<Value<'a>, Diagnostic> {
        let what = || self.fault(format!("`{}` lacks `{name}`", self.written()));
        self.property(name).ok_or_else(what)
    }

    /// Refuses properties that are none of these, and one that is written twice.
    pub fn only(self, names: &[&str]) -> Result<(), Diagnostic> {
        let mut seen: Vec<&str> = vec![];
        for entry in self.node.entries() {
            let Some(name) = entry.name() else { continue };
            let key = english(name.value());
            let fault = |what| Err(Diagnostic::at(self.text, name.span().offset(), what));
            if !names.contains(&key) {
                let known = names.join(", ");
                let what = format!("`{}` has no property `{}`", self.written(), name.value());
                return fault(what).map_err(|fault| match known.as_str() {
                    "" => fault,
                    known => fault.with_help(format!("it has {known}")),
                });
            }
            if seen.contains(&key) {
                return fault(format!("`{}` is written twice", name.value()));
            }
            seen.push(key);
        }
        Ok(())
    }
}

impl<'a> Value<'a> {
    /// A fault at the value.
    pub fn fault(self, what: impl Into<Said>) -> Diagnostic {
        Diagnostic::at(self.text, self.entry.span().offset(), what)
    }

    /// Text.
    pub fn text(self) -> Result<&'a str, Diagnostic> {
        self.entry.value().as_string().ok_or_else(|| self.fault("this is to be text in quotes"))
    }

    /// A keyword among values, in English.
    pub fn word(self) -> Result<&'a str, Diagnostic> {
        Ok(english(self.text()?))
    }

    /// A whole number from `least` to `most`.
    pub fn whole(self, least: i32, most: i32) -> Result<i32, Diagnostic> {
        let found = match self.entry.value() {
            KdlValue::Integer(number) => i32::try_from(*number).ok(),
            _ => None,
        };
        let fits = found.filter(|number| (least..=most).contains(number));
        let what = || self.fault(format!("this is to be a whole number from {least} to {most}"));
        fits.ok_or_else(what)
    }

    /// `#true` or `#false`.
    pub fn truth(self) -> Result<bool, Diagnostic> {
        self.entry.value().as_bool().ok_or_else(|| self.fault("this is to be #true or #false"))
    }
}
