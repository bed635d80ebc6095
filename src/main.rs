//! The program: reads the command line and the clock, once, and does as it is told.

use std::process::ExitCode;

use clap::Parser as _;
use homepack::command::Arguments;

fn main() -> ExitCode {
    let today = jiff::Zoned::now().date();
    ExitCode::from(homepack::command::run(Arguments::parse(), today))
}
