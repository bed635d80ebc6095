//! The program: reads the command line and the clock, once, and does as it is told. Chance comes in here too.

use std::process::ExitCode;

fn main() -> ExitCode {
    large_files_are_refused_kindly();
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the clock is read: from here on today is an input"
    )]
    let now = std::time::SystemTime::now();
    // A clock that is far out says a moment that no calendar has.
    let today = jiff::Timestamp::try_from(now).ok().map(|now| now.to_zoned(jiff::tz::TimeZone::system()).date());
    let chance = |bytes: &mut [u8]| getrandom::fill(bytes).map_err(|error| error.to_string());
    ExitCode::from(homepack::command::typed(std::env::args_os(), today, chance))
}

/// Where a file may not be as large as it would be, Unix ends the program without a word, unless it says that it listens. Then the writing
/// fails, and that has a sentence.
#[cfg(unix)]
fn large_files_are_refused_kindly() {
    let heard = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Where even that cannot be had, all is as it was before.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard);
}

#[cfg(not(unix))]
fn large_files_are_refused_kindly() {}
