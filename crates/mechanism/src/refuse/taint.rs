//! What counts findings (查处的数): by the registry where a name is declared there, and by its words where it is the file's own.

mod declared;

pub(super) use declared::{are_rows_found, of_field};

use super::sentence::{Sentence, Tag, Token, sentences};

/// What a number says of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// How much was found, punished or published.
    Found,
    /// How much of what was found is put right, among findings: alone it grows with them.
    Followed,
    /// How much is put right, answered or closed.
    Closed,
    /// What a unit found of itself and told.
    Own,
    /// What somebody did wrong by the records: late, overdue, returned.
    Fault,
}

/// What a name says of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Taint {
    /// What it says.
    pub class: Class,
    /// Whether it goes down where more is found, as 无问题数 does.
    pub is_inverse: bool,
}

impl Taint {
    /// Goes up with it.
    pub const fn of(class: Class) -> Self {
        Self { class, is_inverse: false }
    }

    /// Whether it counts findings, either way.
    pub fn is_found(self) -> bool {
        self.class == Class::Found
    }
}

/// What a name of the file's own says of findings, by its words.
pub(super) fn of_words(name: &str) -> Option<Taint> {
    let open = name.replace(['_', '.'], " ");
    let sentences = sentences(&open);
    let sentence = sentences.first()?;
    if is_time(&open) {
        return None;
    }
    if is_none(sentence) || name.contains("零报告") {
        return Some(Taint { class: Class::Found, is_inverse: true });
    }
    if sentence.has(&[Tag::Own]) {
        return Some(Taint::of(Class::Own));
    }
    let found = sentence.tokens.iter().copied().find(|one| is_found(*one))?;
    let follow = sentence.of(Tag::Follow).next();
    // 及时查处 is finding, 查处问题整改 is putting right.
    let is_followed = follow.is_some_and(|follow| {
        !sentence.after(follow, 4).any(|one| one.tag == Tag::Find && one.to - one.from > 1)
    });
    if is_followed {
        return Some(Taint::of(Class::Closed));
    }
    let is_sample = sentence.before(found, 4).any(|one| one.tag == Tag::Review);
    (!is_sample || found.tag == Tag::Find).then_some(Taint::of(Class::Found))
}

/// Whether a name counts something: a number, a share.
pub(super) fn is_amount(name: &str) -> bool {
    let sentences = sentences(&name.replace(['_', '.'], " "));
    sentences.iter().any(|one| one.has(&[Tag::Amount, Tag::Rate])) || name.ends_with('量')
}

fn is_found(token: Token) -> bool {
    matches!(token.tag, Tag::Find | Tag::Noun | Tag::Fine | Tag::Name)
}

fn is_none(sentence: &Sentence) -> bool {
    let without = |token: Token| sentence.after(token, 1).any(is_found);
    sentence.has(&[Tag::Zero]) || sentence.of(Tag::Without).any(without)
}

/// Lengths of time and days are no findings.
fn is_time(name: &str) -> bool {
    let times = [
        "天数",
        "天",
        "时长",
        "小时",
        "期限",
        "日期",
        "时间",
        "时限",
        "工作日",
        "days",
        "hours",
        "date",
    ];
    times.iter().any(|time| name.ends_with(time))
}

#[cfg(test)]
mod tests {
    use super::{Class, Taint, of_words};

    #[test]
    fn names_are_told_by_their_words() {
        let found = |name| of_words(name).map(|taint| (taint.class, taint.is_inverse));
        for name in [
            "查处数",
            "问题数",
            "问责人数",
            "通报期数",
            "查实率",
            "案件数",
            "线索",
            "findings",
            "cases_found",
            "点名",
        ] {
            assert_eq!(found(name), Some((Class::Found, false)), "{name}");
        }
        for name in ["无问题走访", "零查处单位", "零报告", "no_findings"] {
            assert_eq!(found(name), Some((Class::Found, true)), "{name}");
        }
        for name in ["整改率", "问题整改数", "线索办结率", "findings_rectified"] {
            assert_ne!(found(name), Some((Class::Found, false)), "{name}");
        }
        for name in ["走访次数", "满意度", "抽查案件数", "立案天数", "均分", "visits", "处分期限"]
        {
            assert_eq!(found(name), None, "{name}");
        }
        assert_eq!(of_words("自查自纠问题"), Some(Taint::of(Class::Own)));
    }
}
