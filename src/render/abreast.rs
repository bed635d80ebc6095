//! Many pieces of work side by side, as many at a time as there are cores, and never one more.
//!
//! The typesetter shares its own work out among rayon's threads. Were the pieces on those threads too, a thread that waits for a
//! part of one piece would begin the next piece meanwhile, and another inside that: all of them at once, with all their memory. So
//! each piece has a thread outside, which only waits meanwhile.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What each piece gives, in the order of the pieces.
///
/// # Panics
/// Where a piece panics.
pub fn abreast<T: Sync, R: Send>(pieces: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(pieces.len()));
    let one_after_another = || {
        while let Some((at, piece)) = taken(pieces, &next) {
            let given = work(piece);
            done.lock().expect("no piece panics while it holds the list").push((at, given));
        }
    };
    std::thread::scope(|scope| {
        // Where there is no thread to be had, the one that asks does it all.
        for _ in 1..rayon::current_num_threads().min(pieces.len()) {
            if std::thread::Builder::new().spawn_scoped(scope, one_after_another).is_err() {
                break;
            }
        }
        one_after_another();
    });
    let mut done = done.into_inner().expect("no piece panicked");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, given)| given).collect()
}

/// The next piece that nobody has taken.
fn taken<'a, T>(pieces: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, pieces.get(at)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_pieces_give_comes_in_their_order() {
        let pieces: Vec<u64> = (0..100).collect();
        let given = abreast(&pieces, |n| {
            std::thread::sleep(std::time::Duration::from_micros((n * 7) % 50));
            n * 2
        });
        assert_eq!(given, (0..100).map(|n| n * 2).collect::<Vec<_>>());
        assert!(abreast(&[] as &[u8], |n| *n).is_empty());
    }
}
