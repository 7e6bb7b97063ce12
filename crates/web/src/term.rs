//! Terms (固定用语): the words of closed lists in the visitor's language.
//!
//! A value of a list is stored by its code and shown by its word: `words.term(Stage::Filed)` says
//! `已归档` or `Filed`. The key is `word-<list>-<code>`, with hyphens for the code's underscores.

use crate::part::Choice;
use crate::words::Words;
use qz_acts::bulletin::preview::Eyes;
use qz_acts::import::ImportKind;
use qz_domain::account::{AccountStatus, GrantStage};
use qz_domain::action::Action;
use qz_domain::appointment::{AppointmentKind, WorkKind};
use qz_domain::attendance::{exception, sheet};
use qz_domain::away::AwayKind;
use qz_domain::finding::{Adjudication, Screening};
use qz_domain::kin::Relation;
use qz_domain::law::{Nearness, OrganFunction};
use qz_domain::matter::{HandOver, Part};
use qz_domain::message::MessageKind;
use qz_domain::monthly_report::{Counted, Lamp};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::reading::Reading;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_domain::training::Course;
use qz_domain::unit::{Line, UnitKind};
use qz_domain::visit::{Manner, Outcome, Position, Stage};
use qz_domain::weight::Weight;
use qz_domain::{
    accountability, adoption, article, attendance, bulletin, campaign, draw, file_check, filing,
    finding, law, liability, list_entry, meeting, monthly_report, objection, prompt, punch,
    rectification, request, review, roster, sanction, sealed, suspicion, terminal, ticket,
};

/// A value of a closed list that has words in both languages.
pub trait Term: Spelled {
    /// The list's name in the keys.
    const LIST: &'static str;
}

macro_rules! terms {
    ($($list:literal: $term:ty),+ $(,)?) => {
        $(impl Term for $term { const LIST: &'static str = $list; })+

        #[cfg(test)]
        #[test]
        fn every_term_has_its_word_in_both_languages() {
            $(tests::check::<$term>();)+
        }
    };
}

terms! {
    "unit-kind": UnitKind,
    "line": Line,
    "nearness": Nearness,
    "organ-function": OrganFunction,
    "rank": Rank,
    "person-kind": PersonKind,
    "appointment-kind": AppointmentKind,
    "work-kind": WorkKind,
    "away-kind": AwayKind,
    "relation": Relation,
    "course": Course,
    "manner": Manner,
    "outcome": Outcome,
    "stage": Stage,
    "position": Position,
    "role": Role,
    "action": Action,
    "import-kind": ImportKind,
    "account-status": AccountStatus,
    "grant-stage": GrantStage,
    "finding-stage": finding::Stage,
    "screening": Screening,
    "adjudication": Adjudication,
    "defect": file_check::Defect,
    "finding-paper": finding::PaperKind,
    "accountability-stage": accountability::Stage,
    "service-manner": accountability::Manner,
    "tolerance": accountability::Tolerance,
    "chain-position": liability::Position,
    "chain-way": liability::Way,
    "own-fault": liability::OwnFault,
    "exculpation": liability::Exculpation,
    "share": liability::Share,
    "provision": liability::Provision,
    "chain-stage": liability::Stage,
    "paper": accountability::PaperKind,
    "adoption-covers": adoption::Covers,
    "adoption-stage": adoption::Stage,
    "filing-kind": filing::FilingKind,
    "item-state": filing::ItemState,
    "prompt-outcome": prompt::PromptOutcome,
    "campaign-stage": campaign::Stage,
    "progress": campaign::Progress,
    "article-section": article::Section,
    "article-stage": article::Stage,
    "law-change-stage": law::change::Stage,
    "bulletin-kind": bulletin::Kind,
    "bulletin-eyes": Eyes,
    "bulletin-paper": bulletin::PaperKind,
    "bulletin-scope": bulletin::Scope,
    "bulletin-stage": bulletin::Stage,
    "draw-cover": draw::Cover,
    "draw-stage": draw::Stage,
    "ticket-kind": ticket::Kind,
    "ticket-outcome": ticket::Outcome,
    "ticket-stage": ticket::Stage,
    "ticket-voice": ticket::Voice,
    "matter-part": Part,
    "weight": Weight,
    "hand-over": HandOver,
    "opening-stage": sealed::Stage,
    "sanction-kind": sanction::SanctionKind,
    "sanction-imposer": sanction::Imposer,
    "sanction-stage": sanction::Stage,
    "suspicion-stage": suspicion::Stage,
    "request-kind": request::RequestKind,
    "request-stage": request::Stage,
    "credit-basis": request::CreditBasis,
    "duty-kind": roster::DutyKind,
    "roster-stage": roster::Stage,
    "swap-stage": roster::SwapStage,
    "standing-duty": request::StandingDuty,
    "leave-counts": law::Counts,
    "opening-purpose": sealed::Purpose,
    "monthly-report-stage": monthly_report::Stage,
    "board": list_entry::Board,
    "board-stage": list_entry::Stage,
    "board-standing": list_entry::Standing,
    "board-outcome": list_entry::Outcome,
    "rectification-stage": rectification::Stage,
    "rectification-lamp": rectification::Lamp,
    "rectification-clock": rectification::Clock,
    "rectification-outcome": rectification::Outcome,
    "extension": rectification::Extension,
    "review-stage": review::Stage,
    "review-origin": review::Origin,
    "review-outcome": review::Outcome,
    "consequence": review::Consequence,
    "effect": review::Effect,
    "correction": bulletin::CorrectionKind,
    "meeting-stage": meeting::Stage,
    "meeting-proposal": meeting::Proposal,
    "meeting-vote": meeting::Vote,
    "meeting-paper": meeting::PaperKind,
    "counted": Counted,
    "lamp": Lamp,
    "objection-stage": objection::Stage,
    "objection-outcome": objection::Outcome,
    "office": objection::Office,
    "entry": objection::EntryKind,
    "reading": Reading,
    "message": MessageKind,
    "terminal-stage": terminal::Stage,
    "terminal-kind": terminal::Kind,
    "zone-form": terminal::ZoneForm,
    "punch-clock": punch::Clock,
    "aside-reason": punch::Reason,
    "attendance-code": attendance::Code,
    "cover-kind": attendance::CoverKind,
    "exception-stage": exception::Stage,
    "exception-outcome": exception::Outcome,
    "sheet-stage": sheet::Stage,
    "file-source": punch::file::FileSource,
}

impl Words {
    /// What a value of a closed list is called.
    pub fn term<T: Term>(self, value: T) -> String {
        self.term_of(T::LIST, value.code())
    }

    /// What stands for a code of a list: for codes that come as text.
    pub(crate) fn term_of(self, list: &str, code: &str) -> String {
        self.say(&format!("word-{list}-{}", code.replace('_', "-")))
    }

    /// Every value of a list as a choice, the present one chosen.
    pub fn choices<T: Term>(self, present: Option<T>) -> Vec<Choice> {
        let choice = |value: &T| Choice {
            value: value.code().to_owned(),
            label: self.term(*value),
            chosen: present == Some(*value),
        };
        T::ALL.iter().map(choice).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    /// The Chinese word of the pages is the one that files carry, and English has one too.
    pub(super) fn check<T: Term>() {
        let (chinese, english) = (Words::new(Locale::ZhCn), Words::new(Locale::En));
        for value in T::ALL {
            assert_eq!(chinese.term(*value), value.chinese());
            let said = english.term(*value);
            assert!(!said.contains('⟦') && said.is_ascii(), "{said}");
        }
    }

    #[test]
    fn the_present_value_is_chosen() {
        let choices = Words::default().choices(Some(Manner::Covert));
        let chosen: Vec<&str> =
            choices.iter().filter(|choice| choice.chosen).map(|choice| &*choice.label).collect();
        assert_eq!((choices.len(), chosen), (4, vec!["暗访"]));
    }
}
