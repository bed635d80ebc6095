//! Console sessions: what a manager types and reads, as documentation that is tested.

#[test]
fn the_sessions_go_as_they_are_written_down() {
    trycmd::TestCases::new().case("tests/cli/*.md");
}
