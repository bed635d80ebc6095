//! The program: reads the command line and the clock, once, and does as it is told. Chance comes in here too.

use std::process::ExitCode;

use clap::Parser as _;
use homepack::command::Arguments;

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the clock is read: from here on today is an input"
    )]
    let today = jiff::Zoned::now().date();
    let chance = |bytes: &mut [u8]| getrandom::fill(bytes).map_err(|error| error.to_string());
    ExitCode::from(homepack::command::run(Arguments::parse(), today, chance))
}
