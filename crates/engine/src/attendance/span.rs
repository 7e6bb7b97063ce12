//! Stretches of time, half-open.

use super::time::Second;

/// From the first second to before the last.
pub(super) type Span = (Second, Second);

/// The part two stretches share; empty or turned round where they do not meet.
pub(super) fn shared(one: Span, other: Span) -> Span {
    (one.0.max(other.0), one.1.min(other.1))
}

/// The seconds of a stretch.
pub(super) fn length(span: Span) -> Second {
    (span.1 - span.0).max(0)
}

/// The seconds of a stretch that lie in pieces which do not overlap.
pub(super) fn within(span: Span, pieces: &[Span]) -> Second {
    pieces.iter().map(|piece| length(shared(span, *piece))).sum()
}

/// Takes a stretch out of the pieces from `first` on.
pub(super) fn cut(pieces: &mut Vec<Span>, first: usize, out: Span) {
    let mut at = first;
    while let Some(&(from, to)) = pieces.get(at) {
        if length(shared((from, to), out)) == 0 {
            at += 1;
            continue;
        }
        match (from < out.0, out.1 < to) {
            (true, true) => {
                pieces[at] = (from, out.0);
                pieces.push((out.1, to));
            }
            (true, false) => pieces[at] = (from, out.0),
            (false, true) => pieces[at] = (out.1, to),
            (false, false) => {
                pieces.swap_remove(at);
                continue;
            }
        }
        at += 1;
    }
}

/// The first and the last second of pieces.
pub(super) fn ends(pieces: &[Span]) -> Option<Span> {
    let from = pieces.iter().map(|piece| piece.0).min()?;
    let to = pieces.iter().map(|piece| piece.1).max()?;
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::{cut, ends, within};

    #[test]
    fn what_is_cut_out_is_gone_and_the_rest_stays() {
        let mut pieces = vec![(0, 10)];
        cut(&mut pieces, 0, (3, 5));
        assert_eq!(pieces, [(0, 3), (5, 10)]);
        cut(&mut pieces, 0, (8, 12));
        cut(&mut pieces, 0, (-2, 1));
        assert_eq!((ends(&pieces), within((2, 7), &pieces)), (Some((1, 8)), 3));
        cut(&mut pieces, 0, (0, 20));
        assert_eq!((pieces.as_slice(), ends(&pieces)), (&[][..], None));
    }
}
