//! Which subtrees a proof names, as ranges of leaves, straight from RFC 6962 §2.1.

/// Leaves `start..end`; `start` is aligned to the smallest power of two not below the length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub start: u64,
    pub end: u64,
}

/// A complete subtree: node `index` at `height` above the leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub height: u32,
    pub index: u64,
}

impl Range {
    const fn len(self) -> u64 {
        self.end - self.start
    }

    /// Both halves: the left one is the largest power of two below the length. Needs two leaves.
    const fn split(self) -> (Self, Self) {
        let middle = self.start + (1 << (self.len() - 1).ilog2());
        (Self { start: self.start, end: middle }, Self { start: middle, end: self.end })
    }

    /// The complete subtrees that make up the range, largest first.
    pub fn peaks(self) -> impl Iterator<Item = Node> {
        let mut start = self.start;
        std::iter::from_fn(move || {
            let height = (self.end - start).checked_ilog2()?;
            let index = start >> height;
            start += 1 << height;
            Some(Node { height, index })
        })
    }
}

/// The subtrees of an inclusion proof, from the leaf up. Needs `index < size`.
pub(super) fn inclusion(index: u64, size: u64) -> Vec<Range> {
    let mut here = Range { start: 0, end: size };
    let mut path = Vec::new();
    while here.len() > 1 {
        let (left, right) = here.split();
        let beside;
        (here, beside) = if index < right.start { (left, right) } else { (right, left) };
        path.push(beside);
    }
    path.reverse();
    path
}

/// The subtrees of a consistency proof. Needs `0 < old < new`.
pub(super) fn consistency(old: u64, new: u64) -> Vec<Range> {
    let mut here = Range { start: 0, end: new };
    let mut path = Vec::new();
    while here.end != old {
        let (left, right) = here.split();
        let beside;
        (here, beside) = if old <= left.end { (left, right) } else { (right, left) };
        path.push(beside);
    }
    if here.start != 0 {
        path.push(here);
    }
    path.reverse();
    path
}
