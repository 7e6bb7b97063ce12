//! What the walk proves.

use super::crowd::Crowd;
use super::doing::{Machine, Moving, Walk};
use super::explore::{Explored, Seed, explore};
use super::tables::Tables;
use super::world::{World, stain};
use super::{entry, putting_right};
use qz_domain::list_entry::{self, Board, Standing};
use qz_domain::refusal::Guard;
use qz_domain::spelled::Spelled;
use qz_domain::weight::Weight;
use qz_domain::{accountability, bulletin, finding, rectification, review, visit};

/// The machines in pairs, each joined to the next.
const PAIRS: [(&str, &[Machine]); 6] = [
    ("visit and finding", &[Machine::Visit, Machine::Finding]),
    ("finding and accountability", &[Machine::Finding, Machine::Accountability]),
    ("decision and review", &[Machine::Review]),
    ("decision and bulletin", &[Machine::Bulletin]),
    ("finding or promise, and rectification", putting_right::MACHINES),
    ("decision and entry of a list", &[Machine::Entry]),
];
const PUTTING_RIGHT: usize = 4;
const ENTRY: usize = 5;
const ALL: &[Machine] =
    &[Machine::Visit, Machine::Finding, Machine::Accountability, Machine::Bulletin];

/// What waits at the beginning of each pair.
type Waiting = [Vec<Seed>; PAIRS.len()];

/// What a pair hands over to those after it, which forget whom it no longer concerns.
fn hand_over(pair: usize, seen: &Explored, waiting: &mut Waiting) {
    match pair {
        0 => waiting[1] = seen.seeds(World::may_be_noticed),
        1 => {
            waiting[2] = seen.seeds(|_| true);
            waiting[PUTTING_RIGHT].extend(seen.seeds_as(to_be_put_right));
            waiting[ENTRY].extend(seen.seeds_as(to_be_listed));
        }
        2 => waiting[3] = told(seen),
        3 => waiting[PUTTING_RIGHT].extend(seen.seeds_as(to_be_put_right)),
        _ => {}
    }
}

/// The hands of a rectification are its own; neither a finding that is borne out nor a published promise moves on.
fn to_be_put_right(world: &World) -> Option<World> {
    let crowd = Crowd::beside_a_unit();
    let &World { finding, looks, bulletin, is_on_request, .. } = world;
    if putting_right::is_promised(world) {
        return Some(World { bulletin, is_on_request, crowd, ..World::new() });
    }
    world.is_borne_out().then(|| World { finding, looks, crowd, ..World::new() })
}

/// The hands of an entry are its own; a nomination has nothing to do with any decision.
#[expect(
    clippy::unnecessary_wraps,
    reason = "one of the seedings, of which others may seed nothing"
)]
fn to_be_listed(world: &World) -> Option<World> {
    Some(World { accountability: world.accountability, ..World::new() })
}

/// The hands of a bulletin are its own.
fn told(seen: &Explored) -> Vec<Seed> {
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
        3 => matches!(world.bulletin, None | Some(Published | CalledOff)),
        PUTTING_RIGHT => putting_right::is_over(world),
        _ => entry::is_over(world),
    }
}

fn begin() -> Waiting {
    let mut waiting = Waiting::default();
    waiting[0] = vec![(World::new(), vec![])];
    waiting
}

/// Walks copies of the tables with a guard taken out, until a stain.
fn shortest_bad_way(guard: Guard) -> Option<(u32, Vec<String>)> {
    // Only a light procedure has what its guard keeps.
    let weights: &[Weight] =
        if guard == Guard::Light { &[Weight::UnitScope] } else { &[Weight::County] };
    let mut waiting = begin();
    for (pair, (_, machines)) in PAIRS.into_iter().enumerate() {
        let moving = Moving { machines, keyers: false, weights, counts: false };
        let walk = Walk::new(Tables::without(guard), moving);
        let seeds = std::mem::take(&mut waiting[pair]);
        let (seen, stained) = explore(&walk, seeds, |world| world.stains != 0);
        if let Some(at) = stained {
            return Some((seen.worlds[at].stains, seen.way_to(at)));
        }
        hand_over(pair, &seen, &mut waiting);
    }
    None
}

/// Walks a pair through tables of its own, from where the others lawfully lead, until a stain.
fn bad_way_in(pair: usize, tables: Tables, waiting: &Waiting) -> Option<(u32, Vec<String>)> {
    let (_, machines) = PAIRS[pair];
    let walk = Walk::new(tables, Moving { machines, keyers: false, weights: &[], counts: false });
    let (seen, stained) = explore(&walk, waiting[pair].clone(), |world| world.stains != 0);
    stained.map(|at| (seen.worlds[at].stains, seen.way_to(at)))
}

/// What follows from matters of every weight, by the tables as they are.
fn what_follows() -> Waiting {
    let mut all = Waiting::default();
    for weights in [&[Weight::County], &[Weight::UnitScope]] {
        let mut waiting = begin();
        for (pair, (_, machines)) in PAIRS.into_iter().enumerate().take(2) {
            let moving = Moving { machines, keyers: false, weights, counts: false };
            let walk = Walk::new(Tables::shipped(), moving);
            let seeds = std::mem::take(&mut waiting[pair]);
            let (seen, _) = explore(&walk, seeds, |_| false);
            hand_over(pair, &seen, &mut waiting);
        }
        for pair in [PUTTING_RIGHT, ENTRY] {
            all[pair].append(&mut waiting[pair]);
        }
    }
    all
}

/// What follows is walked to every stage it has, from a finding and from a promise, to every standing of either list.
fn must_reach_all(pair: usize, seen: &Explored) {
    let any = |is_so: &dyn Fn(&World) -> bool| seen.worlds.iter().any(is_so);
    if pair == PUTTING_RIGHT {
        for (stage, promised) in
            rectification::Stage::ALL.iter().flat_map(|one| [(one, false), (one, true)])
        {
            let is_so = |world: &World| {
                world.rectification == Some(*stage) && putting_right::is_promised(world) == promised
            };
            assert!(any(&is_so), "{stage:?} of a promise: {promised}");
        }
    }
    if pair == ENTRY {
        for standing in Standing::ALL {
            let is_so = |world: &World| entry::standing(world) == Some(*standing);
            assert!(any(&is_so), "{standing:?}");
        }
    }
}

/// Walks every way of matters that begin in some weights: none leaves a stain, and none is stuck.
fn walk_all(weights: &'static [Weight], keyers: bool) {
    let mut waiting = begin();
    let mut all = [0, 0];
    for (pair, (name, machines)) in PAIRS.into_iter().enumerate() {
        // Who keys what follows passes every guard that whoever does it passes, and takes the same part.
        let keyers = keyers && ![PUTTING_RIGHT, ENTRY].contains(&pair);
        let moving = Moving { machines, keyers, weights, counts: false };
        let walk = Walk::new(Tables::shipped(), moving);
        let seeds = std::mem::take(&mut waiting[pair]);
        let (seen, stained) = explore(&walk, seeds, |world| world.stains != 0);
        let way = stained.map(|at| (seen.worlds[at].stains, seen.way_to(at)));
        assert_eq!(way, None, "{name}");
        // What began light and is verified after all goes the way of all others from there.
        let goes_on = |world: &World| !weights.contains(&world.looks.weight);
        let stuck = seen.stuck(|world| is_over(pair, world) || goes_on(world));
        assert_eq!(stuck.map(|at| seen.way_to(at)), None, "{name}: no way on");
        println!("{name}: {} states, {} transitions", seen.worlds.len(), seen.transitions);
        must_reach_all(pair, &seen);
        all = [all[0] + seen.worlds.len(), all[1] + seen.transitions];
        hand_over(pair, &seen, &mut waiting);
    }
    println!("together: {} states, {} transitions", all[0], all[1]);
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
        say(&format!("without {}", guard.code()), &way);
    }
}

fn say(what: &str, way: &[String]) {
    println!("{what}, in {} steps:", way.len());
    for step in way {
        println!("  {step}");
    }
}

#[test]
fn without_any_one_guard_of_what_follows_there_is_a_bad_way() {
    let expected = [
        (PUTTING_RIGHT, Guard::Separation, stain::OWN_FINDING),
        (PUTTING_RIGHT, Guard::Recusal, stain::TIED),
        (PUTTING_RIGHT, Guard::ThirdPerson, stain::OWN_UNIT),
        (PUTTING_RIGHT, Guard::ForUnit, stain::NOT_FOR_THE_UNIT),
        (PUTTING_RIGHT, Guard::Past, stain::OUT_OF_TIME),
        (ENTRY, Guard::Separation, stain::OWN_FINDING),
        (ENTRY, Guard::Recusal, stain::TIED | stain::OWN_UNIT),
        (ENTRY, Guard::ThirdPerson, stain::OWN_UNIT),
        (ENTRY, Guard::Heard, stain::UNHEARD),
        (ENTRY, Guard::FinalDecision, stain::NO_DECISION),
        (ENTRY, Guard::Authority, stain::BEYOND_AUTHORITY),
        (ENTRY, Guard::Consent, stain::NO_CONSENT),
        (ENTRY, Guard::Publication, stain::NOT_WEIGHED),
    ];
    let waiting = what_follows();
    for (pair, guard, stain) in expected {
        let (name, _) = PAIRS[pair];
        let (found, way) = bad_way_in(pair, Tables::without(guard), &waiting).expect("a bad way");
        assert_eq!(found, stain, "{name} without {guard:?}: {way:#?}");
        say(&format!("{name}: without {}", guard.code()), &way);
    }
}

#[test]
fn a_table_that_closes_without_a_recheck_or_lists_what_nobody_verified_is_found_out() {
    let waiting = what_follows();
    let mut tables = Tables::shipped();
    for row in tables.rectification.iter_mut().filter(|row| row.step == rectification::Step::Claim)
    {
        row.to = rectification::Stage::Closed;
    }
    let (found, way) = bad_way_in(PUTTING_RIGHT, tables, &waiting).expect("a bad way");
    assert_eq!(found, stain::NOT_RECHECKED, "{way:#?}");
    say("a claim that closes", &way);
    let mut tables = Tables::shipped();
    for row in tables.entry.iter_mut().filter(|row| row.step == list_entry::Step::Notice) {
        row.from = Some(list_entry::Stage::Nominated);
    }
    let (found, way) = bad_way_in(ENTRY, tables, &waiting).expect("a bad way");
    assert_eq!(found, stain::NOT_VERIFIED, "{way:#?}");
    say("a notice of what was not verified", &way);
}

/// The fewest people in office, and a way by them, that lead to an end from a matter with nobody tied to it but its
/// subject.
fn fewest(
    name: &str,
    (machines, weight): (&'static [Machine], &'static [Weight]),
    from: World,
    is_end: impl Fn(&World) -> bool,
) -> usize {
    let moving = Moving { machines, keyers: false, weights: weight, counts: true };
    let walk = Walk::new(Tables::shipped(), moving);
    let subject = vec![(from, vec![])];
    let (seen, end) = explore(&walk, subject, is_end);
    let Some(at) = end else { panic!("{name}: it cannot be reached") };
    println!("{} states", seen.worlds.len());
    say(name, &seen.way_to(at));
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
    let begun = World::of_the_subject_alone;
    let in_unit = fewest("settled in the unit", (ALL, &[Weight::InUnit]), begun(), |world| {
        is_served(world) && is_of(world, Weight::InUnit)
    });
    let unit_scope =
        fewest("made known in the unit", (ALL, &[Weight::UnitScope]), begun(), |world| {
            is_told(world) && is_of(world, Weight::UnitScope)
        });
    let county =
        fewest("a name in a county bulletin", (ALL, &[Weight::County]), begun(), |world| {
            is_told(world) && is_of(world, Weight::County)
        });
    assert_eq!([in_unit, unit_scope, county], [2, 3, 9]);
}

#[test]
fn what_follows_takes_no_fewer_and_no_more_people_than_it_promises() {
    let upheld = World { finding: Some(finding::Stage::Upheld), ..World::of_the_subject_alone() };
    let closed = fewest("put right", (putting_right::MACHINES, &[]), upheld, |world| {
        world.rectification == Some(rectification::Stage::Closed)
    });
    let is_listed = |world: &World, board| {
        world.listing.board == board && entry::standing(world) == Some(Standing::Listed)
    };
    let list = (&[Machine::Entry] as &[_], &[] as &[_]);
    let example = fewest("held up as an example", list, World::of_the_subject_alone(), |world| {
        is_listed(world, Board::Red)
    });
    let served = accountability::Stage::Served;
    let served = World { accountability: Some(served), ..World::of_the_subject_alone() };
    let warning =
        fewest("held up as a warning", list, served, |world| is_listed(world, Board::Black));
    assert_eq!([closed, example, warning], [3, 2, 2]);
}
