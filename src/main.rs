//! The program: reads the command line and the clock, once, and does as it is told.

use std::process::ExitCode;

use clap::Parser as _;
use homepack::command::Arguments;

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the clock is read: from here on today is an input"
    )]
    let today = jiff::Zoned::now().date();
    ExitCode::from(homepack::command::run(Arguments::parse(), today))
}
