//! What the walk proves.

use super::doing::{Machine, Moving, Walk};
use super::explore::{Explored, Seed, explore};
use super::tables::Tables;
use super::world::{World, stain};
use qz_domain::refusal::Guard;
use qz_domain::weight::Weight;
use qz_domain::{accountability, bulletin, finding, review, visit};

/// The machines in pairs, each joined to the next.
const PAIRS: [(&str, &[Machine]); 4] = [
    ("visit and finding", &[Machine::Visit, Machine::Finding]),
    ("finding and accountability", &[Machine::Finding, Machine::Accountability]),
    ("decision and review", &[Machine::Review]),
    ("decision and bulletin", &[Machine::Bulletin]),
];
const ALL: &[Machine] =
    &[Machine::Visit, Machine::Finding, Machine::Accountability, Machine::Bulletin];

/// What a pair hands over to the next, which forgets whom it no longer concerns.
fn handed_over(pair: usize, seen: &Explored) -> Vec<Seed> {
    if pair == 0 {
        return seen.seeds(World::may_be_noticed);
    }
    if pair == 1 {
        return seen.seeds(|_| true);
    }
    // The hands of a bulletin are its own.
    let seeds = seen.seeds(|_| true).into_iter();
    let fresh = |world: World| World { crowd: World::new().crowd, ..world };
    let seeds = seeds.map(|(world, way)| (fresh(world), way));
    // What is settled in a unit differs from what is made known in it by the bulletin alone.
    let in_unit = |(world, way): Seed| {
        let mut twin = world.clone();
        if twin.decides.weight == Weight::UnitScope {
            twin.decides.weight = Weight::InUnit;
        }
        [(world, way.clone()), (twin, way)]
    };
    let mut seeds: Vec<_> = seeds.flat_map(in_unit).collect();
    seeds.sort_by_key(|(_, way)| way.len());
    seeds
}

/// Where a pair may rest for good.
fn is_over(pair: usize, world: &World) -> bool {
    use accountability::Stage::{Cleared, Dropped, Served};
    use bulletin::Stage::{CalledOff, Published};
    use finding::Stage::{Closed, PutRight, Transferred, Unfounded, Verified};
    match pair {
        0 => {
            let is_called_off = world.visit == Some(visit::Stage::CalledOff);
            let is_filed = world.visit == Some(visit::Stage::Filed) && world.finding.is_none();
            let ends = [Closed, PutRight, Transferred, Unfounded, Verified];
            is_called_off || is_filed || world.finding.is_some_and(|stage| ends.contains(&stage))
        }
        1 => {
            let is_unfounded = world.finding == Some(Unfounded) && world.accountability.is_none();
            let is_elsewhere = matches!(world.finding, Some(Transferred | Closed | PutRight))
                && world.accountability.is_none();
            is_unfounded
                || is_elsewhere
                || matches!(world.accountability, Some(Served | Dropped | Cleared))
        }
        2 => {
            use review::Stage::{Refused, Served, Withdrawn};
            matches!(world.review, None | Some(Served | Refused | Withdrawn))
        }
        _ => matches!(world.bulletin, None | Some(Published | CalledOff)),
    }
}

fn begin() -> Vec<Seed> {
    vec![(World::new(), vec![])]
}

/// Walks copies of the tables with a guard taken out, until a stain.
fn shortest_bad_way(guard: Guard) -> Option<(u16, Vec<String>)> {
    // Only a light procedure has what its guard keeps.
    let weights: &[Weight] =
        if guard == Guard::Light { &[Weight::UnitScope] } else { &[Weight::County] };
    let mut seeds = begin();
    for (pair, (_, machines)) in PAIRS.into_iter().enumerate() {
        let moving = Moving { machines, keyers: false, weights, counts: false };
        let walk = Walk::new(Tables::without(guard), moving);
        let (seen, stained) = explore(&walk, seeds, |world| world.stains != 0);
        if let Some(at) = stained {
            return Some((seen.worlds[at].stains, seen.way_to(at)));
        }
        seeds = handed_over(pair, &seen);
    }
    None
}

/// Walks every way of matters that begin in some weights: none leaves a stain, and none is stuck.
fn walk_all(weights: &'static [Weight], keyers: bool) {
    let mut seeds = begin();
    for (pair, (name, machines)) in PAIRS.into_iter().enumerate() {
        let moving = Moving { machines, keyers, weights, counts: false };
        let walk = Walk::new(Tables::shipped(), moving);
        let (seen, stained) = explore(&walk, seeds, |world| world.stains != 0);
        let way = stained.map(|at| (seen.worlds[at].stains, seen.way_to(at)));
        assert_eq!(way, None, "{name}");
        // What began light and is verified after all goes the way of all others from there.
        let goes_on = |world: &World| !weights.contains(&world.looks.weight);
        let stuck = seen.stuck(|world| is_over(pair, world) || goes_on(world));
        assert_eq!(stuck.map(|at| seen.way_to(at)), None, "{name}: no way on");
        println!("{name}: {} states, {} transitions", seen.worlds.len(), seen.transitions);
        seeds = handed_over(pair, &seen);
    }
}

#[test]
fn no_way_through_the_tables_leaves_a_stain_and_none_is_stuck() {
    walk_all(&[Weight::County], true);
}

#[test]
fn no_way_of_a_light_procedure_does_either_however_it_is_handed_over() {
    walk_all(&[Weight::UnitScope], false);
}

#[test]
fn without_any_one_guard_there_is_a_bad_way() {
    let expected = [
        (Guard::Separation, stain::OWN_FINDING),
        (Guard::Recusal, stain::TIED),
        (Guard::Heard, stain::UNHEARD),
        (Guard::Remedy, stain::NO_REMEDY),
        (Guard::Authority, stain::BEYOND_AUTHORITY),
        (Guard::NoHeavier, stain::HEAVIER),
        (Guard::Publication, stain::TOLD_TOO_SOON),
        (Guard::Sources, stain::NO_DECISION),
        (Guard::CounterSignature, stain::NOT_COUNTERSIGNED),
        (Guard::TwoInspectors, stain::TOO_FEW),
        (Guard::TwoVerifiers, stain::TOO_FEW),
        (Guard::Panel, stain::TOO_FEW),
        (Guard::Light, stain::NOT_VERIFIED),
    ];
    for (guard, stain) in expected {
        let (found, way) = shortest_bad_way(guard).expect("a bad way");
        assert_eq!(found, stain, "{guard:?}: {way:#?}");
        println!("without {}, in {} steps:", guard.code(), way.len());
        for step in way {
            println!("  {step}");
        }
    }
}

/// The fewest people in office, and a way by them, that lead to an end from a matter with nobody tied to it but its
/// subject.
fn fewest(name: &str, weight: &'static [Weight], is_end: impl Fn(&World) -> bool) -> usize {
    let moving = Moving { machines: ALL, keyers: false, weights: weight, counts: true };
    let walk = Walk::new(Tables::shipped(), moving);
    let subject = vec![(World::of_the_subject_alone(), vec![])];
    let (seen, end) = explore(&walk, subject, is_end);
    let Some(at) = end else { panic!("{name}: it cannot be reached") };
    println!("{name}, in {} states:", seen.worlds.len());
    for step in seen.way_to(at) {
        println!("  {step}");
    }
    let least = seen.worlds[at].crowd.met();
    println!("it takes {least} people in office");
    least
}

#[test]
fn each_weight_of_procedure_takes_no_fewer_and_no_more_people_than_it_promises() {
    let is_of = |world: &World, weight| world.decides.weight == weight;
    let is_told =
        |world: &World| world.bulletin == Some(bulletin::Stage::Published) && !world.is_on_request;
    let is_served = |world: &World| world.accountability == Some(accountability::Stage::Served);
    let in_unit = fewest("settled in the unit", &[Weight::InUnit], |world| {
        is_served(world) && is_of(world, Weight::InUnit)
    });
    let unit_scope = fewest("made known in the unit", &[Weight::UnitScope], |world| {
        is_told(world) && is_of(world, Weight::UnitScope)
    });
    let county = fewest("a name in a county bulletin", &[Weight::County], |world| {
        is_told(world) && is_of(world, Weight::County)
    });
    assert_eq!([in_unit, unit_scope, county], [2, 3, 9]);
}
