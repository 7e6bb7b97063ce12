//! Breadth first, with the way back.

use super::doing::{Walk, told};
use super::guards::Trial;
use super::world::World;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// More states than this mean that the model is wrong.
const MOST: usize = 5_000_000;

/// A world to begin from, and the way to it.
pub type Seed = (World, Vec<String>);

/// Everything that can be reached.
pub struct Explored {
    pub worlds: Vec<World>,
    pub transitions: usize,
    ways: Vec<Way>,
    edges: Vec<(u32, u32)>,
}

/// How many were met where they are counted, then how many steps it took.
type Cost = (usize, usize);

enum Way {
    Seed(Vec<String>),
    Step(usize, (&'static str, Trial)),
}

impl Explored {
    /// What happened until a world, in order.
    pub fn way_to(&self, at: usize) -> Vec<String> {
        match &self.ways[at] {
            Way::Seed(way) => way.clone(),
            Way::Step(before, what) => {
                let mut way = self.way_to(*before);
                way.push(told(what));
                way
            }
        }
    }

    /// The worlds of a kind with the ways to them, as seeds of the next walk.
    pub fn seeds(&self, is_handed_over: impl Fn(&World) -> bool) -> Vec<Seed> {
        let found = (0..self.worlds.len()).filter(|at| is_handed_over(&self.worlds[*at]));
        found.map(|at| (self.worlds[at].clone(), self.way_to(at))).collect()
    }

    /// As [`Explored::seeds`], of worlds as they go on, each by the shortest way to it.
    pub fn seeds_as(&self, goes_on: impl Fn(&World) -> Option<World>) -> Vec<Seed> {
        let mut nearest: HashMap<World, (usize, usize)> = HashMap::new();
        for at in 0..self.worlds.len() {
            let Some(world) = goes_on(&self.worlds[at]) else { continue };
            let far = (self.far(at), at);
            let known = nearest.entry(world).or_insert(far);
            *known = far.min(*known);
        }
        let mut found: Vec<_> = nearest.into_iter().collect();
        found.sort_by_key(|(_, far)| *far);
        found.into_iter().map(|(world, (_, at))| (world, self.way_to(at))).collect()
    }

    fn far(&self, at: usize) -> usize {
        match &self.ways[at] {
            Way::Seed(way) => way.len(),
            Way::Step(before, _) => self.far(*before) + 1,
        }
    }

    /// The first world from which no end can be reached.
    pub fn stuck(&self, is_end: impl Fn(&World) -> bool) -> Option<usize> {
        let mut before = vec![vec![]; self.worlds.len()];
        for (from, to) in &self.edges {
            before[*to as usize].push(*from as usize);
        }
        let mut ends: VecDeque<_> =
            (0..self.worlds.len()).filter(|at| is_end(&self.worlds[*at])).collect();
        let mut leads = vec![false; self.worlds.len()];
        for at in &ends {
            leads[*at] = true;
        }
        while let Some(at) = ends.pop_front() {
            for from in &before[at] {
                if !leads[*from] {
                    leads[*from] = true;
                    ends.push_back(*from);
                }
            }
        }
        leads.iter().position(|leads| !leads)
    }
}

/// Walks from the seeds, the nearest first, until `is_wanted`; gives what was seen and what was wanted.
pub fn explore(
    walk: &Walk,
    seeds: Vec<Seed>,
    is_wanted: impl Fn(&World) -> bool,
) -> (Explored, Option<usize>) {
    let mut seen = Explored { worlds: vec![], transitions: 0, ways: vec![], edges: vec![] };
    let mut numbers: HashMap<World, usize> = HashMap::new();
    let mut queue: BTreeMap<Cost, VecDeque<usize>> = BTreeMap::new();
    for (world, way) in seeds {
        if numbers.contains_key(&world) {
            continue;
        }
        numbers.insert(world.clone(), seen.worlds.len());
        let cost = walk.cost(&world, way.len());
        queue.entry(cost).or_default().push_back(seen.worlds.len());
        seen.worlds.push(world);
        seen.ways.push(Way::Seed(way));
    }
    while let Some(mut level) = queue.first_entry() {
        let (_, far) = *level.key();
        let Some(at) = level.get_mut().pop_front() else {
            level.remove();
            continue;
        };
        if is_wanted(&seen.worlds[at]) {
            return (seen, Some(at));
        }
        for next in walk.moves(&seen.worlds[at].clone()) {
            seen.transitions += 1;
            let fresh = seen.worlds.len();
            let to = *numbers.entry(next.world.clone()).or_insert(fresh);
            if to == fresh {
                assert!(fresh < MOST, "more than {MOST} states: the model is wrong");
                let cost = walk.cost(&next.world, far + 1);
                seen.worlds.push(next.world);
                seen.ways.push(Way::Step(at, next.what));
                queue.entry(cost).or_default().push_back(fresh);
            }
            seen.edges.push((short(at), short(to)));
        }
    }
    (seen, None)
}

impl Walk {
    fn cost(&self, world: &World, far: usize) -> Cost {
        (if self.moving.counts { world.crowd.met() } else { 0 }, far)
    }
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
