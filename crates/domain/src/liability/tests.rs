//! The laws of shares and of who answers, over every make-up of a chain.

use super::*;
use crate::refusal::Worded;
use crate::spelled::Spelled;
use jiff::civil::date;
use proptest::prelude::*;

fn at_fault(fault: OwnFault) -> Verdict {
    Verdict::AtFault(fault, "当日未到岗。".to_owned())
}

fn exculpated(ground: Exculpation) -> Verdict {
    Verdict::Exculpated(ground, "会议记录第3页。".to_owned())
}

fn link(id: i64, position: Position, verdict: Verdict) -> Link {
    Link {
        person: PersonId(id),
        name: format!("p{id}"),
        unit: UnitId(1),
        rank: Rank::Clerk,
        footing: PersonKind::CivilServant,
        position,
        duty: "当日值班".to_owned(),
        duty_source: "值班表".to_owned(),
        verdict,
        share: None,
        share_because: String::new(),
        asked: vec![],
    }
}

fn shared(way: Way, links: &[Link]) -> Vec<Option<Share>> {
    let pairs: Vec<_> = links.iter().map(|link| (link.position, &link.verdict)).collect();
    proposed(way, &pairs)
}

fn chain(links: Vec<Link>) -> Chain {
    let (id, laid_on, way) = (ChainId(1), date(2026, 6, 18), Way::Approved);
    Chain { layings: vec![Laying { id, version: 1, laid_on, way, links }] }
}

#[test]
fn the_shares_of_the_four_rules() {
    use Position::{Approver, Handler, UnitHead};
    let knew = || at_fault(OwnFault::Knew);
    let pair = |up| vec![link(1, Handler, knew()), link(2, up, knew())];
    let alone =
        vec![link(1, Handler, knew()), link(2, UnitHead, exculpated(Exculpation::DutyDone))];
    assert_eq!(shared(Way::Alone, &alone), [Some(Share::Sole), None]);
    let both = [Some(Share::Secondary), Some(Share::Main)];
    assert_eq!(
        shared(Way::Approved, &pair(Approver)),
        both,
        "whoever approved bears the main part"
    );
    assert_eq!(shared(Way::Collective, &pair(UnitHead)), both, "so does the chief of a meeting");
    let mut dissent = pair(UnitHead);
    dissent.push(link(3, Position::Reviewer, exculpated(Exculpation::Objected)));
    assert_eq!(shared(Way::Collective, &dissent)[2], None, "a recorded objection bears nothing");
    let lied = vec![link(1, Handler, knew()), link(2, Approver, exculpated(Exculpation::Deceived))];
    assert_eq!(shared(Way::Approved, &lied), [Some(Share::Sole), None], "the handler alone");
}

/// Every position with every verdict, at most five of them, settled in every way.
fn any_chain() -> impl Strategy<Value = (Way, Vec<Link>)> {
    let verdicts: Vec<_> = OwnFault::ALL.iter().map(|one| at_fault(*one)).collect();
    let grounds: Vec<_> = Exculpation::ALL.iter().map(|one| exculpated(*one)).collect();
    let verdicts: Vec<_> = verdicts.into_iter().chain(grounds).chain([Verdict::Clear]).collect();
    let one = (prop::sample::select(Position::ALL), prop::sample::select(verdicts));
    let links = prop::collection::vec(one, 1..6).prop_map(|all| {
        (1..).zip(all).map(|(id, (position, verdict))| link(id, position, verdict)).collect()
    });
    (prop::sample::select(Way::ALL), links)
}

proptest! {
    #[test]
    fn what_the_rule_proposes_always_makes_a_whole((way, mut links) in any_chain()) {
        let shares = shared(way, &links);
        for (link, share) in links.iter_mut().zip(&shares) {
            prop_assert_eq!(link.verdict.is_at_fault(), share.is_some(), "no share by position");
            link.share = *share;
        }
        let count = |share| shares.iter().filter(|one| **one == Some(share)).count();
        let faults = shares.iter().flatten().count();
        prop_assert_eq!(count(Share::Sole), usize::from(faults == 1));
        prop_assert_eq!(count(Share::Main) > 0, faults > 1);
        prop_assert_eq!(settled(&links), Ok(()));
    }

    #[test]
    fn the_order_of_the_links_changes_nothing(
        (way, links) in any_chain(),
        turn in 0_usize..5,
        is_back in any::<bool>(),
    ) {
        let by_person = |links: &[Link]| {
            let people = links.iter().map(|link| link.person);
            let mut found: Vec<_> = people.zip(shared(way, links)).collect();
            found.sort();
            found
        };
        let mut other = links.clone();
        other.rotate_left(turn % links.len());
        if is_back {
            other.reverse();
        }
        prop_assert_eq!(by_person(&links), by_person(&other));
    }

    #[test]
    fn nobody_answers_who_has_no_fault_of_their_own(
        (_, links) in any_chain(),
        is_asked_for in any::<bool>(),
    ) {
        let people: Vec<_> = links.iter().map(|one| (one.person, one.verdict.is_at_fault())).collect();
        let chain = chain(links);
        for (person, is_at_fault) in people {
            let may = Place::of(Some(&chain), person).must_answer("p", is_asked_for);
            prop_assert!(is_at_fault || may.is_err());
        }
        let stranger = Place::of(Some(&chain), PersonId(99)).must_answer("p", is_asked_for);
        prop_assert_eq!(stranger.is_err(), is_asked_for);
    }
}

#[test]
fn shares_that_people_set_make_a_whole_too() {
    let knew = |id, share| Link { share, ..link(id, Position::Handler, at_fault(OwnFault::Knew)) };
    let key = |links: &[Link]| settled(links).map_err(|refusal| refusal.key());
    let fits = Err("refusal-shares-do-not-fit");
    assert_eq!(key(&[knew(1, Some(Share::Sole)), knew(2, Some(Share::Sole))]), fits);
    assert_eq!(key(&[knew(1, Some(Share::Secondary)), knew(2, Some(Share::Secondary))]), fits);
    assert_eq!(key(&[knew(1, Some(Share::Main))]), fits, "nobody else bears the rest");
    assert_eq!(key(&[knew(1, Some(Share::Main)), knew(2, None)]), fits);
    assert_eq!(key(&[knew(1, Some(Share::Main)), knew(2, Some(Share::Main))]), Ok(()));
    let idle = Link { share: Some(Share::Main), ..link(3, Position::UnitHead, Verdict::Clear) };
    assert_eq!(key(&[idle]), Err("refusal-share-without-fault"));
}

#[test]
fn whoever_is_below_a_leader_answers_once_a_leader_was_asked() {
    let key = |chain: &Chain, id: i64, asked_for| {
        Place::of(Some(chain), PersonId(id))
            .must_answer("p", asked_for)
            .map_err(|refusal| refusal.key())
    };
    let handler = || link(1, Position::Handler, at_fault(OwnFault::FailedToAct));
    let alone = chain(vec![handler()]);
    assert_eq!(key(&alone, 1, true), Err("refusal-leaders-not-asked"));
    assert_eq!(key(&alone, 1, false), Ok(()), "a law that asks for no chain asks no leader");
    let led = chain(vec![handler(), link(2, Position::UnitHead, Verdict::Clear)]);
    assert_eq!(key(&led, 1, true), Ok(()));
    assert_eq!(key(&led, 2, true), Err("refusal-no-own-fault"));
    assert_eq!(key(&led, 3, true), Err("refusal-not-in-chain"));
    let none = Place::of(None, PersonId(1)).must_answer("p", true).unwrap_err();
    assert_eq!(none.key(), "refusal-no-chain");
}

#[test]
fn a_lack_a_leader_left_is_their_fault_or_has_its_proof() {
    let asked = |is_given| Asked {
        provision: Provision::Staffing,
        is_given,
        known: "编制3人，实有1人。".to_owned(),
    };
    let leader = |verdict, is_given| Link {
        asked: vec![asked(is_given)],
        ..link(2, Position::LineManager, verdict)
    };
    let key = |links: &[Link]| must_hold(links).map_err(|refusal| refusal.key());
    assert_eq!(key(&[leader(Verdict::Clear, true)]), Ok(()));
    assert_eq!(key(&[leader(Verdict::Clear, false)]), Err("refusal-lack-unanswered"));
    assert_eq!(key(&[leader(at_fault(OwnFault::FailedToAct), false)]), Ok(()));
    assert_eq!(key(&[leader(exculpated(Exculpation::ForceMajeure), false)]), Ok(()));
    let below = link(1, Position::Handler, Verdict::Clear);
    assert_eq!(key(&[below]), Err("refusal-neither-fault-nor-proof"));
    let lied = link(3, Position::Approver, exculpated(Exculpation::Deceived));
    assert_eq!(key(std::slice::from_ref(&lied)), Err("refusal-nobody-deceived"));
    assert_eq!(key(&[lied, link(1, Position::Handler, at_fault(OwnFault::Knew))]), Ok(()));
}

#[test]
fn every_row_says_what_is_wrong_with_it() {
    let text = str::to_owned;
    let names = |given: &[LinkGiven]| {
        let faults = read(given).unwrap_err();
        faults
            .iter()
            .map(|fault| format!("{} {}", fault.name(), fault.fault.key()))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&[LinkGiven::default()]), ["link_person.1 fault-missing"]);
    let whole = LinkGiven {
        person: text("G8"),
        position: text("承办"),
        duty: text("当日值班"),
        duty_source: text("值班表"),
        fault: text("不作为"),
        facts: text("09:20不在岗。"),
        ..LinkGiven::default()
    };
    assert_eq!(read(std::slice::from_ref(&whole)).unwrap().len(), 1);
    let both = LinkGiven { exculpation: text("已尽责"), proof: text("x"), ..whole.clone() };
    let bare = LinkGiven { facts: String::new(), ..whole.clone() };
    let leader = LinkGiven { position: text("分管"), ..whole.clone() };
    assert_eq!(
        names(&[both, LinkGiven::default(), bare, leader]),
        [
            "link_exculpation.1 fault-taken",
            "link_facts.3 fault-missing",
            "link_staffing.4 fault-missing"
        ]
    );
    let many = vec![whole; LINKS_MOST + 1];
    assert_eq!(names(&many), ["link_person fault-too-many"]);
}
