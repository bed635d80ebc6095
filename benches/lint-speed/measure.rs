//! Measures the linter: `lint-speed FILE...` prints how long the rules take to be ready, and how fast each statement is read.
//!
//! Each figure is the best of seven, which other work on the machine disturbs least. Only the linter is timed, on one core.
#![allow(clippy::print_stdout, reason = "a measurement is printed")]
#![allow(clippy::disallowed_methods, reason = "nothing here is part of the program")]
#![allow(clippy::cast_precision_loss, reason = "megabytes are shown with one decimal")]

use std::error::Error;
use std::time::{Duration, Instant};

use homepack::rulebook::Rulebook;
use homepack::statement::statement;
use homepack::wording::{OwnWords, check};

/// How often each thing is measured.
const TIMES: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let book = Rulebook::built_in()?;
    let ready = best(|| Rulebook::built_in().map(|book| book.rules.len()));
    println!("{} rules ready in {:.1} ms", book.rules.len(), ready.as_secs_f64() * 1000.0);
    for file in std::env::args().skip(1) {
        let prose = statement(file.as_str().into(), &std::fs::read(&file)?)?;
        let bytes: usize = prose.passages.iter().map(|passage| passage.text.len()).sum();
        let own = OwnWords::default();
        let remarks = check(&prose, &book, &own).len();
        let time = best(|| check(&prose, &book, &own).len()).as_secs_f64();
        println!(
            "{file}: {bytes} bytes, {remarks} remarks, {:.1} ms, {:.1} MB/s",
            time * 1000.0,
            bytes as f64 / 1e6 / time
        );
    }
    Ok(())
}

/// The shortest time that something takes.
fn best<T>(mut work: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..TIMES).map(once).min().unwrap_or_default()
}
