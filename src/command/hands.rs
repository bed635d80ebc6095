//! How many pieces of work are done at the same time: as many as the machine has processors, fewer where it gives no more threads, and
//! one after another where it gives none.

use std::sync::mpsc::{Sender, channel};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// Has the threads ready before any work is given to them. A thread that cannot be had is known here, where it can be done without, and
/// not in the middle of the work.
pub(super) fn ready() {
    let wanted = std::thread::available_parallelism().map_or(1, usize::from);
    let mut waiting: Vec<Sender<ThreadBuilder>> = (0..wanted).map_while(|_| one()).collect();
    // Where somebody had them ready before, those are as good.
    let _ = if waiting.is_empty() {
        ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global()
    } else {
        let builder = ThreadPoolBuilder::new().num_threads(waiting.len());
        let gone = || std::io::Error::other("a thread that was there is gone");
        let given = |thread| waiting.pop().ok_or_else(gone)?.send(thread).map_err(|_| gone());
        builder.spawn_handler(given).build_global()
    };
}

/// A thread that waits for what it is to do; none where the machine gives none.
fn one() -> Option<Sender<ThreadBuilder>> {
    let (sender, receiver) = channel::<ThreadBuilder>();
    let wait = move || {
        if let Ok(thread) = receiver.recv() {
            thread.run();
        }
    };
    std::thread::Builder::new().spawn(wait).is_ok().then_some(sender)
}
