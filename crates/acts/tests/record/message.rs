//! Messages: put in by the act that wants one, or by the day's round, each once.

use qz_acts::accountability::{GiveNotice, NoticeForm};
use qz_acts::record::view::{MessageFilter, Page};
use qz_acts::visit::{FilePaperVisit, PaperVisitForm};
use qz_domain::id::PersonId;
use qz_domain::message::MessageKind;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, on};

/// What a person was told: kinds with the day of each, oldest kinds in the order of the codes.
async fn told(matter: &Matter, person: PersonId) -> Vec<(MessageKind, String)> {
    let all = MessageFilter::default();
    let (lines, _) = matter.county.acts.messages(person, &all, Page::all()).await.unwrap();
    let mut told: Vec<_> = lines.into_iter().map(|line| (line.kind, line.details.day)).collect();
    told.sort_by_key(|(kind, _)| *kind as usize);
    told
}

#[tokio::test]
async fn notice_and_decision_tell_their_last_day_and_the_round_calls_to_mind_once() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let acts = &matter.county.acts;
        let mayor = acts.own_record(matter.mayor).await.unwrap().unwrap().person;
        let finding = matter.verified().await;
        let form = NoticeForm {
            person: "G6".to_owned(),
            conduct: "未落实值班安排。".to_owned(),
            ground: "leaders_2009_5".to_owned(),
            measure: "circulated_criticism".to_owned(),
            paper: on("05"),
            ..NoticeForm::default()
        };
        let give = GiveNotice { actor: matter.proposer, finding, form };
        acts.mark_messages(mayor, None, true).await.unwrap();
        let held = matter.county.done(give).await.accountability;
        let given = (MessageKind::NoticeGiven, "2016-02-17".to_owned());
        let asked = (MessageKind::ReplyAsked, "2016-02-01".to_owned());
        assert_eq!(told(&matter, mayor).await, [given.clone(), asked.clone()]);
        for _ in 0..2 {
            acts.daily_round().await.unwrap();
        }
        let due = (MessageKind::StatementDue, "2016-02-17".to_owned());
        assert_eq!(told(&matter, mayor).await, [given.clone(), due.clone(), asked.clone()]);
        matter.answer(held).await.unwrap();
        matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        matter.serve(matter.screener, held).await.unwrap();
        let served = (MessageKind::DecisionServed, "2016-03-02".to_owned());
        assert_eq!(told(&matter, mayor).await, [given, due, served, asked]);
        assert_eq!(acts.unread(mayor).await.unwrap(), 3);
        acts.mark_messages(mayor, Some((MessageKind::NoticeGiven, held.0)), true).await.unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 2);
        acts.mark_messages(mayor, None, true).await.unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 1, "a decision is not marked with the rest");
        acts.mark_messages(mayor, Some((MessageKind::DecisionServed, held.0)), true).await.unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 0);
        acts.mark_messages(mayor, Some((MessageKind::DecisionServed, held.0)), false)
            .await
            .unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 1, "one may be kept for later");
        let (queue, total) = acts.queue(&MessageFilter::default(), Page::all()).await.unwrap();
        assert!(total >= 3);
        assert!(queue.iter().all(|line| line.about == 0 && line.details.day.is_empty()));
    })
    .await;
}

#[tokio::test]
async fn a_unit_is_told_through_its_head_and_its_liaison() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let person =
            async |account| matter.county.acts.own_record(account).await.unwrap().unwrap().person;
        let liaison = person(matter.county.account(Role::Liaison).await).await;
        let mayor = person(matter.mayor).await;
        let finding = matter.verified().await;
        let asked = (MessageKind::ReplyAsked, "2016-02-01".to_owned());
        for one in [mayor, liaison] {
            assert_eq!(told(&matter, one).await, std::slice::from_ref(&asked));
        }
        let notice = ("", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        let given = (MessageKind::UnitNoticeGiven, "2016-02-15".to_owned());
        matter.answer(held).await.unwrap();
        matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        matter.serve(matter.screener, held).await.unwrap();
        let served = (MessageKind::UnitDecisionServed, "2016-03-02".to_owned());
        for one in [mayor, liaison] {
            assert_eq!(told(&matter, one).await, [given.clone(), served.clone(), asked.clone()]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_visit_that_the_unit_met_or_answered_asks_for_no_reply() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let head = matter.county.acts.own_record(matter.mayor).await.unwrap().unwrap().person;
        for (manner, reply) in [("明察", ""), ("暗访", "无异议")] {
            let form = PaperVisitForm {
                unit: "枫渡镇".to_owned(),
                visited_at: "2016-02-01 09:20".to_owned(),
                manner: manner.to_owned(),
                observed: "四个窗口有人。".to_owned(),
                outcome: "无问题".to_owned(),
                told: "值班副镇长".to_owned(),
                team: vec!["G2、G3".to_owned()],
                reply: reply.to_owned(),
                ..PaperVisitForm::default()
            };
            matter.county.done(FilePaperVisit { actor: matter.clerk, form }).await;
        }
        assert_eq!(told(&matter, head).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_refused_act_tells_nobody() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let mayor = matter.county.acts.own_record(matter.mayor).await.unwrap().unwrap().person;
        let finding = matter.registered().await;
        let notice = ("G6", "circulated_criticism");
        matter.notify(matter.proposer, finding, notice).await.unwrap_err();
        let asked = (MessageKind::ReplyAsked, "2016-02-01".to_owned());
        assert_eq!(told(&matter, mayor).await, [asked], "of the visit alone");
    })
    .await;
}
