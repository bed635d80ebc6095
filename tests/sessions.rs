//! Console sessions: what a manager types and reads, as documentation that is tested.

use clap::CommandFactory as _;
use homepack::command::Arguments;

#[test]
fn the_sessions_go_as_they_are_written_down() {
    let sessions = trycmd::TestCases::new();
    sessions.case("tests/cli/*.md");
    if cfg!(not(feature = "pdf")) {
        // What a manager reads where there is no press is a session of its own.
        sessions.skip("tests/cli/paper.md");
        sessions.skip("tests/cli/print-run.md");
        sessions.case("tests/cli/without-pdf/*.md");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads the sessions")]
fn every_command_has_its_session() {
    for command in Arguments::command().get_subcommands().filter(|command| !command.is_hide_set()) {
        let path = format!("tests/cli/{}.md", command.get_name());
        let session = fs_err::read_to_string(&path).unwrap_or_default();
        assert!(session.contains(&format!("$ homepack {}", command.get_name())), "{path} shows no such session");
    }
}
