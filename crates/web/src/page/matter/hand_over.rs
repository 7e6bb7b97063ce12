//! The fields that ask to whom a finding or an accountability is handed over, and why.

use super::forms::Forms;
use super::sent::Sent;
use crate::part::Field;
use qz_acts::matter::HandOverForm;
use qz_domain::matter::HandOver;

/// What was sent.
pub(in crate::page) fn form(sent: &Sent) -> HandOverForm {
    HandOverForm {
        way: sent.text("hand_over"),
        organ: sent.text("hand_over_to"),
        reason: sent.text("reason"),
        paper: sent.paper(),
    }
}

/// The fields.
pub(in crate::page) fn fields(forms: &Forms<'_>) -> Vec<Field> {
    vec![
        forms.radios::<HandOver>("hand_over").hint(forms.shell.say("matter-hint-hand-over")),
        forms.unit("hand_over_to", "matter-hint-hand-over-to"),
        forms.lines("reason", 3, "matter-hint-hand-over-reason"),
    ]
}
