//! Requests of one person that cannot stand beside each other.

use super::span::meet;
use super::{Request, RequestKind, RequestRefusal};

/// The requests of the same person that cannot stand beside a new one: another of its kind on the same hours, or leave
/// over a trip. What runs for weeks at certain hours gives way to what is asked for single days.
pub fn clashes<'a>(new: &Request, others: &'a [Request]) -> Vec<&'a Request> {
    let is_other = |other: &&Request| other.id != new.id && other.stage.stands();
    others.iter().filter(is_other).filter(|other| is_against(new, other)).collect()
}

fn is_against(new: &Request, other: &Request) -> bool {
    let is_leave = |one: &Request| one.kind == RequestKind::Leave;
    let fits = new.kind == other.kind
        || is_leave(new) && other.kind.is_out()
        || new.kind.is_out() && is_leave(other);
    let is_alike = new.pattern.is_some() == other.pattern.is_some();
    fits && is_alike && meets(new, other)
}

fn meets(one: &Request, other: &Request) -> bool {
    let others = other.spans();
    one.spans().iter().any(|span| others.iter().any(|with| meet(*span, *with)))
}

/// Refuses a request beside which another of the same person cannot stand.
///
/// # Errors
/// Both, named.
pub fn must_not_clash(name: &str, new: &Request, others: &[Request]) -> Result<(), RequestRefusal> {
    match clashes(new, others).first() {
        None => Ok(()),
        Some(other) => Err(RequestRefusal::Clash {
            person: name.to_owned(),
            kind: new.kind,
            other: other.kind,
            from: other.from,
            to: other.end(),
        }),
    }
}
