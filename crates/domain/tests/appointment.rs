//! What may stand beside what: every kind against the rules of appointment.

use jiff::civil::{Date, date};
use qz_domain::appointment::{
    Appointing, Appointment, AppointmentKind, AppointmentRefusal, appointing_role, must_fit,
};
use qz_domain::id::{AppointmentId, PersonId, PostId, UnitId};
use qz_domain::post::{Post, Rank};
use qz_domain::refusal::Worded;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

fn appointment((unit, post): (i64, i64), kind: AppointmentKind, since: Date) -> Appointment {
    Appointment {
        id: AppointmentId(post),
        person: PersonId(1),
        unit: UnitId(unit),
        post: PostId(post),
        kind,
        since,
        due: None,
        until: None,
    }
}

fn fit(new: &Appointment, held: &[Appointment], (leads, holder): (bool, Option<&str>)) -> String {
    let post = Post {
        id: new.post,
        code: "QX20-1".to_owned(),
        unit: new.unit,
        name: "镇长".to_owned(),
        name_en: String::new(),
        rank: Rank::SectionHead,
        leads,
        authorised: 1,
    };
    let case = Appointing { name: "洛书远", new, post: &post, held, holder };
    must_fit(case).err().map_or_else(|| "fits".to_owned(), |no| no.key().to_owned())
}

#[test]
fn every_kind_but_the_own_post_stands_beside_an_own_post() {
    use AppointmentKind::{Concurrent, Full, Posting, Presiding};
    let own = appointment((10, 1), Full, date(2014, 1, 1));
    let on = date(2015, 6, 1);
    for kind in AppointmentKind::ALL.iter().copied() {
        let new = appointment((20, 2), kind, on);
        let alone = fit(&new, &[], (true, None));
        let beside = fit(&new, std::slice::from_ref(&own), (true, None));
        let expected = match kind {
            Full => ("fits", "refusal-second-full-post"),
            _ => ("refusal-no-full-post", "fits"),
        };
        assert_eq!((alone.as_str(), beside.as_str()), expected, "{kind:?}");
        let same = appointment((10, 1), kind, on);
        assert_eq!(fit(&same, std::slice::from_ref(&own), (true, None)), "refusal-same-post");
        let home = fit(&appointment((10, 3), kind, on), std::slice::from_ref(&own), (true, None));
        assert_eq!(home == "refusal-lent-to-own-unit", kind.is_away(), "{kind:?}");
        let away = [own.clone(), appointment((30, 9), Posting, date(2015, 3, 1))];
        let twice = fit(&new, &away, (true, None));
        assert_eq!(twice == "refusal-away-already", kind.is_away(), "{kind:?}");
    }
    let small =
        |kind| fit(&appointment((20, 2), kind, on), std::slice::from_ref(&own), (false, None));
    assert_eq!(small(Concurrent), "fits");
    assert_eq!(small(Presiding), "refusal-not-leading");
    let held = |kind| {
        fit(&appointment((20, 2), kind, on), std::slice::from_ref(&own), (true, Some("郗怀朴")))
    };
    assert_eq!(held(Presiding), "fits");
    assert_eq!(held(AppointmentKind::Acting), "refusal-post-held");
}

#[test]
fn a_post_that_ended_the_day_before_is_out_of_the_way() {
    let mut own = appointment((10, 1), AppointmentKind::Full, date(2014, 1, 1));
    own.until = Some(date(2015, 5, 31));
    let new = appointment((20, 2), AppointmentKind::Full, date(2015, 6, 1));
    assert_eq!(fit(&new, std::slice::from_ref(&own), (true, None)), "fits");
    own.until = Some(date(2015, 6, 1));
    assert_eq!(fit(&new, &[own], (true, None)), "refusal-second-full-post");
}

#[test]
fn an_expected_end_that_passed_is_a_question_while_it_lasts() {
    let mut loan = appointment((20, 2), AppointmentKind::Secondment, date(2015, 1, 1));
    loan.due = Some(date(2015, 6, 30));
    assert!(!loan.is_past_due(date(2015, 6, 30)));
    assert!(loan.is_past_due(date(2015, 7, 1)));
    loan.until = Some(date(2015, 6, 30));
    assert!(!loan.is_past_due(date(2015, 7, 1)));
}

#[test]
fn leaders_are_appointed_by_the_organisation_department_and_others_by_personnel() {
    for rank in Rank::ALL.iter().copied() {
        let leads = ["county_head", "county_deputy", "section_head", "section_deputy"];
        let by_organisation = leads.contains(&rank.code());
        assert_eq!(appointing_role(rank) == Role::Organisation, by_organisation, "{rank:?}");
    }
    let refusal =
        AppointmentRefusal::ByOthers { post: "镇长".to_owned(), role: Role::Organisation };
    assert_eq!(refusal.args()[1].1, "organisation");
}
