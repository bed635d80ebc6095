//! A foreign document is read by a program of its own: it is read as well as before, and what overruns is one file of a folder.

#![expect(clippy::disallowed_methods, reason = "a test makes files of its own and starts the program")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use camino::Utf8Path;
use zip::write::SimpleFileOptions;

/// A Word file with these paragraphs.
fn word(paragraphs: &str) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    for (name, letters) in [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", format!("{open}{paragraphs}</w:body></w:document>")),
    ] {
        out.start_file(name, SimpleFileOptions::default()).expect("in memory");
        out.write_all(letters.as_bytes()).expect("in memory");
    }
    out.finish().expect("in memory").into_inner()
}

fn homepack(folder: &Utf8Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_homepack"));
    command.current_dir(folder).args(arguments).output().expect("it runs")
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn path(folder: &tempfile::TempDir) -> &Utf8Path {
    Utf8Path::from_path(folder.path()).expect("UTF-8")
}

#[test]
fn a_word_file_is_read_as_it_is_in_the_same_program() {
    let dir = folder();
    let bytes = word(
        "<w:p><w:r><w:t>All visitors must sign in.</w:t></w:r></w:p><w:p><w:r><w:t>You are not allowed to.</w:t></w:r></w:p>",
    );
    fs_err::write(path(&dir).join("a.docx"), &bytes).expect("written");
    let said = homepack(path(&dir), &["lint", "a.docx", "--format", "json"]);
    let prose = homepack::statement::statement(Utf8Path::new("a.docx"), &bytes).expect("it is read");
    let rulebook = homepack::rulebook::Rulebook::built_in().expect("rules");
    let review = homepack::review::judge::statement(prose, &homepack::wording::OwnWords::default(), &rulebook);
    let here = review.advice.iter().filter(|advice| advice.severity <= homepack::severity::Severity::Warning).count();
    let lines = String::from_utf8_lossy(&said.stdout).lines().filter(|line| line.contains("\"rule\"")).count();
    assert!(here > 0 && lines == here, "{here}: {}", String::from_utf8_lossy(&said.stdout));
}

#[test]
fn what_is_larger_than_any_statement_is_refused_and_its_neighbours_are_read() {
    let dir = folder();
    let paragraph = "<w:p><w:r><w:t>Tea is at four.</w:t></w:r></w:p>";
    fs_err::write(path(&dir).join("a.docx"), word(&paragraph.repeat(1_000_000))).expect("written");
    fs_err::write(path(&dir).join("b.pdf"), format!("%PDF-1.7\n1 0 obj\n[{}]\nendobj\n", "1 ".repeat(2_000_000)))
        .expect("written");
    fs_err::write(path(&dir).join("c.md"), "You are not allowed to.\n").expect("written");
    let said = homepack(path(&dir), &["lint", "."]);
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert_eq!(said.status.code(), Some(2), "{err}");
    for file in ["a.docx", "b.pdf"] {
        assert!(err.contains(&format!("{file} could not be read: there is far more in it")), "{err}");
    }
    assert!(out.contains("c.md:1:"), "{out}");
}

/// More comes in than the reader may hold: it ends, says nothing, and takes no more memory than its limit.
#[cfg(target_os = "linux")]
#[test]
fn the_reader_of_one_document_ends_where_its_memory_does() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_homepack"));
    command.args(["read-one-statement", "--", "a.docx"]);
    let mut reader =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let block = vec![b'P'; 1024 * 1024];
    if let Some(mut input) = reader.stdin.take() {
        let most = homepack::limits::READER_MEMORY.most / block.len();
        let written = (0..=most).take_while(|_| input.write_all(&block).is_ok()).count();
        assert!(written <= most, "all of it was taken");
    }
    let output = reader.wait_with_output().expect("it ended");
    assert!(!output.status.success() && output.stdout.is_empty(), "{:?}", output.status);
}

#[test]
fn the_command_that_reads_one_document_stands_in_no_help() {
    let dir = folder();
    let help = homepack(path(&dir), &["--help"]);
    assert!(!String::from_utf8_lossy(&help.stdout).contains("read-one-statement"));
}
