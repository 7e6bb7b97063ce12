//! A meeting of the discipline commission of the fixture county: G10 chairs, G11, G12, G20 and G21 sit with them. G21
//! verified the first matter of the agenda.

use crate::county::County;
use crate::matter::{Matter, on, texts};
use qz_acts::ActError;
use qz_acts::accountability::{AccountabilityChanged, CarryOut};
use qz_acts::meeting::view::MeetingView;
use qz_acts::meeting::{
    AttendanceForm, BallotForm, CallForm, CallMeeting, MeetingChanged, MinutesForm, RecordVote,
    SignMinutes, VoteForm,
};
use qz_domain::id::{AccountId, AccountabilityId, MeetingId};

/// Everybody votes for it.
pub const ALL_FOR: [(&str, &str, &str); 5] = [
    ("G10", "赞成", ""),
    ("G11", "赞成", ""),
    ("G12", "赞成", ""),
    ("G20", "赞成", ""),
    ("G21", "赞成", ""),
];

/// The meeting with its matters.
#[derive(Clone)]
pub struct Sitting {
    /// Who handles matters.
    pub matter: Matter,
    /// The matters of the agenda, in order: each an answered accountability of G6.
    pub items: Vec<AccountabilityId>,
    /// The meeting, for today.
    pub meeting: MeetingId,
}

impl Sitting {
    /// A meeting on `count` matters.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn on(matter: Matter, count: usize) -> Self {
        Self::of(matter, count, &["G11", "G12", "G20", "G21"]).await
    }

    /// As [`Sitting::on`], with others beside the chair.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn of(matter: Matter, count: usize, invited: &[&str]) -> Self {
        matter.county.new_panel().await;
        let mut items = vec![verified_by(&matter, &["G14", "G21"]).await];
        while items.len() < count {
            items.push(matter.upheld().await.1);
        }
        let form = CallForm {
            organ: "QX50".to_owned(),
            held_on: "2016-02-16".to_owned(),
            attendance: attendance(invited),
            items: items.clone(),
        };
        let act = CallMeeting { actor: matter.chair, form };
        let meeting = matter.county.done(act).await.meeting;
        Self { matter, items, meeting }
    }

    /// The county.
    pub fn county(&self) -> &County {
        &self.matter.county
    }

    /// The meeting as an account reads it.
    ///
    /// # Errors
    /// Why it may not.
    pub async fn view(&self, account: AccountId) -> Result<MeetingView, ActError> {
        self.county().acts.meeting(account, self.meeting).await
    }

    /// The version of the meeting now.
    ///
    /// # Panics
    /// When the chair may not read it.
    pub async fn version(&self) -> i64 {
        self.view(self.matter.chair).await.expect("a meeting").row.version
    }

    /// What is put to the vote, with a ballot of work number, vote, words.
    ///
    /// # Panics
    /// When the chair may not read the meeting.
    pub async fn form(&self, proposal: &str, ballots: &[(&str, &str, &str)]) -> VoteForm {
        let people = self.view(self.matter.chair).await.expect("a meeting").people;
        let ballot = |(number, vote, words): &(&str, &str, &str)| {
            let found = people.iter().find(|one| one.number == *number).expect("who takes part");
            BallotForm {
                person: found.person,
                vote: (*vote).to_owned(),
                words: (*words).to_owned(),
            }
        };
        VoteForm {
            proposal: proposal.to_owned(),
            measure: if proposal == "给予措施" { "criticism" } else { "" }.to_owned(),
            response: "临时下村不免除报备。".to_owned(),
            because: "首次，已纠正。".to_owned(),
            ballots: ballots.iter().map(ballot).collect(),
        }
    }

    /// Takes down the ballot on a matter, by its place from 0.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn vote(&self, place: usize, form: VoteForm) -> Result<MeetingChanged, ActError> {
        let version = self.version().await;
        let (actor, meeting, accountability) = (self.matter.chair, self.meeting, self.items[place]);
        let act = RecordVote { actor, meeting, version, accountability, form };
        self.county().try_act(act).await
    }

    /// Everybody votes for criticism, but on the first matter, where G21 is recused.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn vote_all(&self) {
        for place in 0..self.items.len() {
            let mut ballots = ALL_FOR;
            if place == 0 {
                ballots[4] = ("G21", "回避", "参加过核实");
            }
            let form = self.form("给予措施", &ballots).await;
            self.vote(place, form).await.expect("a vote that is lawful");
        }
    }

    /// The chair signs the minutes.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn sign(&self, actor: AccountId) -> Result<MeetingChanged, ActError> {
        let form = MinutesForm {
            minutes: "逐项讨论，分别表决。".to_owned(),
            ..MinutesForm::default()
        };
        let version = self.version().await;
        self.county().try_act(SignMinutes { actor, meeting: self.meeting, version, form }).await
    }

    /// Carries out what was voted on a matter, by its place from 0.
    ///
    /// # Errors
    /// Why it was not done.
    pub async fn carry(
        &self,
        actor: AccountId,
        place: usize,
    ) -> Result<AccountabilityChanged, ActError> {
        let (accountability, meeting) = (self.items[place], self.meeting);
        self.county().try_act(CarryOut { actor, accountability, version: 2, meeting }).await
    }
}

/// G10 chairs; some sit with them.
pub fn attendance(invited: &[&str]) -> AttendanceForm {
    AttendanceForm { chair: "G10".to_owned(), invited: texts(invited), absent: vec![] }
}

/// An upheld finding, fixed by two others, and G6's answered accountability.
async fn verified_by(matter: &Matter, verifiers: &[&str]) -> AccountabilityId {
    let lawful = "a step that is lawful";
    let finding = matter.registered().await;
    matter.screen(matter.screener, finding, on("01")).await.expect(lawful);
    matter.verify(matter.verifier, finding, (verifiers, on("02"))).await.expect(lawful);
    let notice = ("G6", "circulated_criticism");
    let held = matter.notify(matter.proposer, finding, notice).await.expect(lawful);
    matter.answer(held).await.expect(lawful);
    matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.expect(lawful);
    held
}
