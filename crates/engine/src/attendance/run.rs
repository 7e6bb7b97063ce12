//! Blocks of people on all cores, their results in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// The cores of this machine.
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Works on the blocks from 0 on, `threads` at a time, and takes each result in the order of the blocks. A worker has
/// its own `room`, made by `open`.
pub fn in_order<Room, Done: Send>(
    (threads, blocks): (usize, usize),
    open: impl Fn() -> Room + Sync,
    work: impl Fn(&mut Room, usize) -> Done + Sync,
    mut take: impl FnMut(Done),
) {
    if threads <= 1 || blocks <= 1 {
        let mut room = open();
        (0..blocks).for_each(|block| take(work(&mut room, block)));
        return;
    }
    let next = AtomicUsize::new(0);
    let (send, receive) = sync_channel(2 * threads);
    thread::scope(|scope| {
        for _ in 0..threads.min(blocks) {
            let send = send.clone();
            let (next, open, work) = (&next, &open, &work);
            scope.spawn(move || {
                let mut room = open();
                loop {
                    let block = next.fetch_add(1, Ordering::Relaxed);
                    if block >= blocks || send.send((block, work(&mut room, block))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (block, done) in receive {
            waiting.insert(block, done);
            while let Some(done) = waiting.remove(&due) {
                take(done);
                due += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_blocks_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let mut seen = vec![];
            let work = |room: &mut usize, block: usize| {
                *room += 1;
                if block.is_multiple_of(3) {
                    std::thread::yield_now();
                }
                block * block
            };
            in_order((threads, 100), || 0, work, |done| seen.push(done));
            assert_eq!(seen, (0..100).map(|block| block * block).collect::<Vec<_>>(), "{threads}");
        }
    }
}
