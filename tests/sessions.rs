//! Console sessions: what a manager types and reads, as documentation that is tested.

#[test]
fn the_sessions_go_as_they_are_written_down() {
    let sessions = trycmd::TestCases::new();
    sessions.case("tests/cli/*.md");
    if cfg!(not(feature = "pdf")) {
        // What a manager reads where there is no press is a session of its own.
        sessions.skip("tests/cli/paper.md");
        sessions.case("tests/cli/without-pdf/*.md");
    }
}
