//! The script as a text: nobody's words are anybody else's, and nobody is named in them.

use super::*;
use crate::demo::scenario::{Scenario, TODAY, YEAR_2015};
use std::collections::{BTreeMap, BTreeSet};

fn script() -> Script {
    of(&YEAR_2015)
}

fn of(scenario: &Scenario) -> Script {
    read(scenario).unwrap()
}

/// Everything a matter says.
fn texts(matter: &Matter) -> Vec<&str> {
    let Matter { facts, screening, established, in_favour, reason, .. } = matter;
    let own = [facts, screening, established, in_favour, reason].map(String::as_str);
    let said = matter.subjects.iter().flat_map(|subject| {
        [&subject.conduct, &subject.answer, &subject.response, &subject.because]
    });
    own.into_iter().chain(said.map(String::as_str)).filter(|text| !text.is_empty()).collect()
}

#[test]
fn the_script_has_the_seeds_totals() {
    let script = script();
    let subjects = || script.matters.iter().flat_map(|matter| &matter.subjects);
    let units: BTreeSet<_> = subjects().filter_map(|subject| subject.unit.as_ref()).collect();
    let persons = subjects().filter(|subject| subject.person.is_some()).count();
    assert_eq!((script.matters.len(), units.len(), persons), (106, 81, 177));
    let own = script.self_requested.as_ref().unwrap();
    assert_eq!((script.bulletins.len(), own.faults.len()), (17, 4));
    let police = subjects().filter(|subject| subject.measure == "reprimand").count();
    assert_eq!(police, 2);
}

#[test]
fn no_sentence_stands_in_more_than_three_matters() {
    let script = script();
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for matter in &script.matters {
        for text in texts(matter) {
            for sentence in text.split(['。', '！', '？', '；']).filter(|part| !part.is_empty())
            {
                seen.entry(sentence).or_default().insert(matter.visit.to_string());
            }
        }
    }
    let often: Vec<_> = seen.iter().filter(|(_, matters)| matters.len() > 3).collect();
    assert!(often.is_empty(), "{often:?}");
}

#[test]
fn no_two_matters_share_more_than_a_third_of_their_words() {
    let script = script();
    let pairs = |matter: &Matter| -> BTreeSet<(char, char)> {
        let of = |text: &str| {
            let letters: Vec<_> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
        };
        texts(matter).into_iter().flat_map(of).collect()
    };
    let sets: Vec<_> = script.matters.iter().map(|matter| (matter.visit, pairs(matter))).collect();
    for (at, (visit, words)) in sets.iter().enumerate() {
        for (other, theirs) in &sets[..at] {
            let shared = words.intersection(theirs).count();
            let most = words.len().min(theirs.len());
            assert!(shared * 3 <= most, "{visit} and {other} share {shared} of {most}");
        }
    }
}

#[test]
fn no_text_names_anybody() {
    for scenario in [&YEAR_2015, &TODAY] {
        names_nobody(scenario);
    }
}

/// The people's names. One of two letters may be a word; one of three or four is not.
fn names(scenario: &Scenario) -> Vec<&'static str> {
    let people = scenario.organisation.last().unwrap().text;
    let names = people.lines().skip(1).filter_map(|row| row.split(',').nth(1));
    names.filter(|name| name.chars().count() > 2).collect()
}

fn names_nobody(scenario: &Scenario) {
    let names = names(scenario);
    assert!(names.len() > 200, "{}", names.len());
    for matter in &of(scenario).matters {
        for text in texts(matter) {
            for name in &names {
                assert!(!text.contains(name), "{}: {name}", matter.visit);
            }
        }
    }
}

#[test]
fn an_article_goes_through_three_people_names_nobody_and_writes_no_figure_of_the_year() {
    for scenario in [&YEAR_2015, &TODAY] {
        articles_of(scenario);
    }
}

fn articles_of(scenario: &Scenario) {
    let names = names(scenario);
    for article in &of(scenario).articles {
        let hands = [&article.drafter, &article.checker, &article.publisher];
        let hands: Vec<_> = hands.into_iter().filter(|who| !who.is_empty()).collect();
        let distinct: BTreeSet<_> = hands.iter().collect();
        assert_eq!(distinct.len(), hands.len(), "{}", article.title);
        for name in &names {
            assert!(!article.body.contains(name), "{}: {name}", article.title);
        }
        for figure in ["1630", "106", "81", "177", "17期", "旬阳"] {
            assert!(!article.body.contains(figure), "{}: {figure}", article.title);
        }
    }
}

#[test]
fn a_plan_is_issued_by_another_hand_names_nobody_and_sets_no_number_to_reach() {
    let mut said = BTreeSet::new();
    for scenario in [&YEAR_2015, &TODAY] {
        let names = names(scenario);
        let campaigns = of(scenario).campaigns;
        assert_eq!(campaigns.len(), 1);
        for campaign in campaigns {
            assert_ne!(campaign.drafter, campaign.signer);
            let duties = campaign.duties.iter().map(|duty| duty.text.as_str());
            for text in duties.chain([campaign.purpose.as_str(), &campaign.body]) {
                assert!(!names.iter().any(|name| text.contains(name)), "{text}");
                let figures = ["1630", "106", "81", "177", "17期", "旬阳"];
                assert!(!figures.iter().any(|figure| text.contains(figure)), "{text}");
                let sentences = text.split(['。', '；', '\n']).filter(|part| !part.is_empty());
                for sentence in sentences {
                    assert!(said.insert(sentence.to_owned()), "said twice: {sentence}");
                }
            }
        }
    }
    let year = &of(&YEAR_2015).campaigns[0];
    let units: BTreeSet<_> = year.duties.iter().map(|duty| &duty.unit).collect();
    assert!(year.duties.len() >= 14 && units.len() >= 12, "{} {}", year.duties.len(), units.len());
}

#[test]
fn every_member_reports_every_month_or_is_said_not_to_and_nothing_is_said_twice() {
    let mut said = BTreeSet::new();
    for scenario in [&YEAR_2015, &TODAY] {
        let Script { campaigns, reports, .. } = of(scenario);
        let campaign = campaigns.iter().find(|one| one.title == reports.campaign).unwrap();
        let members: BTreeSet<_> = campaign.duties.iter().map(|duty| &duty.unit).collect();
        assert_eq!(members, reports.reporters.keys().collect());
        let names = names(scenario);
        for of in &reports.months {
            assert!(of.confirmed > of.month.last(), "{}", of.month);
            for apart in &of.apart {
                assert!(members.contains(&apart.unit), "{}", apart.unit);
                for text in [&apart.words, &apart.reason] {
                    assert!(!names.iter().any(|name| text.contains(name)), "{text}");
                    let sentences = text.split(['。', '；']).filter(|part| !part.is_empty());
                    for sentence in sentences {
                        assert!(said.insert(sentence.to_owned()), "said twice: {sentence}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_ticket_names_nobody_and_none_says_what_another_said() {
    let mut said = BTreeSet::new();
    for scenario in [&YEAR_2015, &TODAY] {
        let names = names(scenario);
        for ticket in of(scenario).tickets {
            let steps = ticket.steps.iter().flat_map(|step| [&step.text, &step.was, &step.became]);
            for text in steps.chain([&ticket.told, &ticket.passage, &ticket.contact]) {
                assert!(!names.iter().any(|name| text.contains(name)), "{text}");
                assert!(text.is_empty() || said.insert(text.clone()), "said twice: {text}");
            }
            assert!(said.insert(ticket.code.clone()), "{}", ticket.code);
        }
    }
}
