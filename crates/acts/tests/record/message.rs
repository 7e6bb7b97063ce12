//! Messages: put in by the act that wants one, or by the day's round, each once.

use qz_acts::accountability::{GiveNotice, NoticeForm};
use qz_acts::record::view::{MessageFilter, Page};
use qz_domain::id::PersonId;
use qz_domain::message::MessageKind;
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
        let held = matter.county.done(give).await.accountability;
        let given = (MessageKind::NoticeGiven, "2016-02-17".to_owned());
        assert_eq!(told(&matter, mayor).await, std::slice::from_ref(&given));
        for _ in 0..2 {
            acts.daily_round().await.unwrap();
        }
        let due = (MessageKind::StatementDue, "2016-02-17".to_owned());
        assert_eq!(told(&matter, mayor).await, [given.clone(), due.clone()]);
        matter.answer(held).await.unwrap();
        matter.adjudicate(matter.adjudicator, finding, "leaders_2009_5").await.unwrap();
        matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
        matter.serve(matter.screener, held).await.unwrap();
        let served = (MessageKind::DecisionServed, "2016-03-02".to_owned());
        assert_eq!(told(&matter, mayor).await, [given, due, served]);
        assert_eq!(acts.unread(mayor).await.unwrap(), 3);
        acts.mark_read(mayor, Some((MessageKind::NoticeGiven, held.0))).await.unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 2);
        acts.mark_read(mayor, None).await.unwrap();
        assert_eq!(acts.unread(mayor).await.unwrap(), 0);
        let (queue, total) = acts.queue(&MessageFilter::default(), Page::all()).await.unwrap();
        assert!(total >= 3);
        assert!(queue.iter().all(|line| line.about == 0 && line.details.day.is_empty()));
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
        assert_eq!(told(&matter, mayor).await, []);
    })
    .await;
}
