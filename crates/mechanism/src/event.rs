//! What opens an element besides its cycle (逢): an entry of a register of the same file, or a question somebody puts about a
//! prompt.

use crate::Mechanism;
use crate::block::Block;
use crate::grammar::{Key, Kind};

/// What opens an element that waits for something (开启).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// 登记: every entry of a register.
    Entry,
    /// 命中: whoever deals with a prompt asks about it.
    Prompt,
}

impl Opens {
    /// What opens an element; none where it comes round with a cycle, or waits for what no record tells yet.
    pub fn of(element: &Block) -> Option<Self> {
        if !matches!(element.kind()?, Kind::Ask | Kind::Task | Kind::Letter | Kind::Show) {
            return None;
        }
        match element.word(Key::Event)? {
            "entry" => Some(Self::Entry),
            "hit" => Some(Self::Prompt),
            _ => None,
        }
    }
}

/// Whether what opens an element is dealt with by another than who filed it: a task (事) is, so that nobody settles what they
/// wrote themselves.
pub fn is_for_another(element: &Block) -> bool {
    element.kind() == Some(Kind::Task)
}

impl Mechanism {
    /// Whether entries of a register open an element: those of the register it shows (内容), else those of every one.
    pub fn is_opened_by(&self, element: &Block, register: &Block) -> bool {
        let is_register = |one: &&Block| one.kind() == Some(Kind::Register);
        let shown = element.text(Key::Content);
        let shown = self.elements().filter(is_register).find(|one| Some(one.title()) == shown);
        Opens::of(element) == Some(Opens::Entry)
            && is_register(&register)
            && shown.is_none_or(|one| one.title() == register.title())
    }

    /// Whether what is filed for an element is read by the writer and by who is to read it alone: a sealed register, and what
    /// its entries open.
    pub fn is_sealed(&self, element: &Block) -> bool {
        let opens = |one: &Block| one.is(Key::Hidden) && self.is_opened_by(element, one);
        element.is(Key::Hidden) || self.elements().any(opens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shipped;

    fn shipped(code: &str) -> Mechanism {
        let (_, text) = shipped::FILES.iter().find(|(one, _)| *one == code).unwrap();
        Mechanism::read(text).mechanism.unwrap()
    }

    #[test]
    fn what_a_sealed_entry_opens_is_sealed_and_the_rest_is_not() {
        let meddling = shipped("case-meddling");
        let is_sealed = |title: &str| meddling.is_sealed(meddling.element(title).unwrap());
        assert!(is_sealed("插手过问案件") && is_sealed("分类"));
        assert!(!is_sealed("季度报告") && !is_sealed("过问登记情况"));
        let budget = shipped("budget-and-welfare");
        let shown = budget.element("预算公开").unwrap();
        let is_opened_by = |title: &str| budget.is_opened_by(shown, budget.element(title).unwrap());
        assert!(is_opened_by("预算批复") && !is_opened_by("福利"));
        assert!(!budget.is_sealed(shown), "the sealed register of the file is another");
        let conduct = shipped("off-duty-conduct");
        let answer = conduct.element("申报回复").unwrap();
        assert_eq!(Opens::of(answer), Some(Opens::Entry));
    }

    #[test]
    fn what_waits_for_a_case_waits_and_what_has_a_cycle_is_not_opened() {
        let meddling = shipped("case-meddling");
        let opens = |title: &str| Opens::of(meddling.element(title).unwrap());
        assert_eq!(opens("内部人员插手过问案件"), None);
        assert_eq!(opens("季度报告"), None);
        let campaign = shipped("campaign");
        assert_eq!(Opens::of(campaign.element("问一声").unwrap()), Some(Opens::Prompt));
    }
}
