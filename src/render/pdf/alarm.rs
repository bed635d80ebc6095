//! Keeps a fault inside typst to the one paper it happened in: no words on the screen, a sentence for the caller.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

thread_local! {
    /// Whether this thread is setting a paper.
    static SETTING: Cell<bool> = const { Cell::new(false) };
}

/// How many papers are being set on all threads.
static PAPERS: AtomicUsize = AtomicUsize::new(0);

/// Does the work. A panic in it becomes a sentence, and the program's panic hook hears nothing of it. What it said is told
/// only where anybody may read what was set: a panic may quote it.
pub(super) fn quietly<T>(personal: bool, work: impl FnOnce() -> T) -> Result<T, String> {
    install();
    let outer = SETTING.replace(true);
    PAPERS.fetch_add(1, Ordering::SeqCst);
    // Nothing of ours is left half changed: the work only reads what it is given.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    PAPERS.fetch_sub(1, Ordering::SeqCst);
    SETTING.set(outer);
    done.map_err(|payload| {
        let stopped = "the typesetter stopped half way";
        if personal { stopped.to_owned() } else { format!("{stopped}: {}", words(payload.as_ref())) }
    })
}

/// Puts a hook before the program's own, once, that passes on all panics but those of typst at work.
fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !expected(info) {
                before(info);
            }
        }));
    });
}

/// Whether a panic comes out of a paper that is being set. Typst hands work to rayon's threads, which we cannot mark: there
/// it is whatever happens in somebody else's code while a paper is on.
fn expected(info: &PanicHookInfo<'_>) -> bool {
    let ours = || info.location().is_none_or(|at| at.file().starts_with("src"));
    let helping = || rayon::current_thread_index().is_some() && PAPERS.load(Ordering::SeqCst) > 0;
    SETTING.get() || (helping() && !ours())
}

/// What a panic said.
fn words(payload: &(dyn Any + Send)) -> &str {
    let fixed = payload.downcast_ref::<&str>().copied();
    fixed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("it gave no reason")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_while_a_paper_is_set_becomes_a_sentence() {
        let told = quietly::<()>(false, || panic!("index {} is out of bounds", 7));
        assert_eq!(told, Err("the typesetter stopped half way: index 7 is out of bounds".to_owned()));
    }

    #[test]
    fn what_a_fault_says_of_a_resident_s_paper_is_not_told() {
        let told = quietly::<()>(true, || panic!("byte index 3 is inside “é” of “Bea”"));
        assert_eq!(told, Err("the typesetter stopped half way".to_owned()));
    }

    #[test]
    fn work_that_goes_well_gives_its_result() {
        assert_eq!(quietly(true, || 24), Ok(24));
    }
}
