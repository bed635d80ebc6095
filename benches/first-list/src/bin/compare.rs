//! Gives every file in a folder to both readers and prints a Markdown table of what they say.
//!
//! Each reader is a process of its own: one that runs away or falls over is a line of the table, not the end of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A manager waits for a message; nobody waits longer than this.
const LIMIT: Duration = Duration::from_secs(25);

/// How deep the file goes that is made here and not kept: it would be 400 KB of brackets.
const DEPTH: usize = 200_000;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder with the broken files");
    let programs = std::env::current_exe().expect("this program's own place");
    let beside = programs.parent().expect("a program is in a folder");
    let deep = beside.join("nested-brackets.yaml");
    std::fs::write(&deep, nested()).expect("room for the file of brackets");

    println!("| file | serde_yaml 0.9: place | says | ms | serde-saphyr 2.1.1: place | says | ms |");
    println!("|---|---|---|---|---|---|---|");
    for file in files(Path::new(&folder)).into_iter().chain([deep]) {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let old = ask(&beside.join("old-reader"), &file);
        let new = ask(&beside.join("new-reader"), &file);
        println!("| {name} | {old} | {new} |");
    }
}

/// A good beginning, then brackets in brackets.
fn nested() -> String {
    let good = "title: Complaints\nbeds: 42\nsteps: []\ncontacts: []\nmore: ";
    format!("{good}{}{}\n", "[".repeat(DEPTH), "]".repeat(DEPTH))
}

/// The broken files, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder with the broken files");
    let mut found: Vec<_> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    found.sort();
    found
}

/// What a reader says about a file: place, message and time, as three cells.
fn ask(reader: &Path, file: &Path) -> String {
    let begun = Instant::now();
    let mut child = Command::new(reader)
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("both readers built beside this program");
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            break status;
        }
        if begun.elapsed() > LIMIT {
            child.kill().expect("a child to end");
            child.wait().expect("a child that was ended");
            return format!("none | *still reading, ended* | over {}", LIMIT.as_millis());
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    if !status.success() {
        return format!("none | *fell over: {status}* | {}", begun.elapsed().as_millis());
    }
    let said = child.wait_with_output().expect("what the child said").stdout;
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    let mut parts = said.split('\t');
    let mut next = || parts.next().unwrap_or_default().replace('|', "\\|");
    let (place, message, took) = (next(), next(), next());
    let micros: f64 = took.parse().unwrap_or_default();
    format!("{place} | {message} | {:.1}", micros / 1000.0)
}
