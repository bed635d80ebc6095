//! A meter for the words files while they are filled in: how much of them is gone through, how long a value grows, how much comes
//! of them.
//!
//! Tera counts none of that. So each words file is given calls of ours before it becomes a template: at its start and in each “for”,
//! where the call counts the letters that are gone through ([`WORDS_WORK`]); and after each “set”, where it measures the value
//! ([`WORDS_VALUE`]). Filters and functions that make much of little are replaced by ours, and the words that come of it all go
//! through a [`Page`] that ends ([`WORDS_PAGE`]). `words::grammar` keeps away what these could not see.

use std::cell::Cell;
use std::io::{Error as Refusal, Result as Written, Write};

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::tags::{Tag, is_of_name, tags};
use crate::limits::{Limit, WORDS_PAGE, WORDS_RANGE, WORDS_VALUE, WORDS_WORK};

/// Counts letters that are gone through.
const LAP: &str = "lap";
/// Measures a value, and counts what it took to make it.
const HELD: &str = "held";
/// The least that one time through costs, in letters: going round an empty “for” is work too.
const LEAST: usize = 16;
/// What putting two texts together costs, in letters.
const TOGETHER: usize = 200;
/// What a filter costs, in letters.
const FILTER: usize = 100;
/// What an entry of a list counts besides its letters.
const ENTRY: usize = 8;
/// Filters of Tera's that no words file needs, and that make much of little.
const NOT_FOR_WORDS: [&str; 8] =
    ["escape", "escape_html", "escape_xml", "newlines_to_br", "indent", "str", "unique", "group_by"];

thread_local! {
    /// The letters gone through for what this thread fills in now. A template is filled in on one thread from end to end, and Tera
    /// gives its functions nothing in which they could count.
    static GONE_THROUGH: Cell<usize> = const { Cell::new(0) };
    /// The limit that what this thread fills in now has passed, if any: an error of Tera's carries only words.
    static PASSED: Cell<Option<&'static Limit>> = const { Cell::new(None) };
}

/// Begins to count anew.
pub(super) fn begin() {
    GONE_THROUGH.set(0);
    PASSED.set(None);
}

/// The limit that was passed since the counting began; none where the filling in came to an end by something else.
pub(super) fn passed() -> Option<&'static Limit> {
    PASSED.get()
}

/// Notes that a limit is passed, and ends the filling in.
fn too_much(limit: &'static Limit) -> Error {
    PASSED.set(Some(limit));
    Error::message(limit.said)
}

/// A words file with our calls in it. They write nothing.
pub(super) fn metered(template: &str) -> String {
    let mut out = call(LAP, &format!("cost={}", cost(template)), "");
    let mut bodies = bodies(template).into_iter();
    let mut at = 0;
    for tag in tags(template) {
        out.push_str(&template[at..tag.end]);
        at = tag.end;
        let written = &template[tag.start..tag.end];
        match tag.word() {
            Some("for") => out.push_str(&call(LAP, &format!("cost={}", bodies.next().unwrap_or(0)), written)),
            Some("set") => {
                if let Some((name, over)) = set(&tag) {
                    let over = over.map_or_else(String::new, |over| format!(", over={over}"));
                    out.push_str(&call(HELD, &format!("of={name}{over}"), written));
                }
            }
            _ => {}
        }
    }
    out.push_str(&template[at..]);
    out
}

/// A words file without our calls.
pub(super) fn unmetered(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut at = 0;
    for tag in tags(template).filter(is_ours) {
        out.push_str(&template[at..tag.start]);
        at = tag.end;
    }
    out.push_str(&template[at..]);
    out
}

fn is_ours(tag: &Tag<'_>) -> bool {
    let calls = |name: &str| tag.inner.strip_prefix(name).is_some_and(|rest| rest.starts_with('('));
    tag.begin == "{{" && (calls(LAP) || calls(HELD))
}

/// A call after a tag. Where the tag takes away the white space after it, the call does so in its place.
fn call(name: &str, with: &str, after: &str) -> String {
    let dash = if after.ends_with("-%}") { "-" } else { "" };
    format!("{{{{ {name}({with}) {dash}}}}}")
}

/// What it costs to go through some letters once. A “~” puts two texts together, and a filter goes through one.
fn cost(letters: &str) -> usize {
    let each = |byte: u8| match byte {
        b'~' => TOGETHER,
        b'|' => FILTER,
        _ => 1,
    };
    letters.bytes().map(each).sum()
}

/// What each “for” costs from its beginning to its end, in the order in which they begin.
fn bodies(template: &str) -> Vec<usize> {
    let (mut lengths, mut open): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
    for tag in tags(template) {
        match tag.word() {
            Some("for") => {
                open.push((lengths.len(), tag.end));
                lengths.push(0);
            }
            Some("endfor") => {
                if let Some((number, from)) = open.pop() {
                    lengths[number] = template.get(from..tag.start).map_or(0, cost);
                }
            }
            _ => {}
        }
    }
    lengths
}

/// The name that a “set” sets, and what the list that it makes goes through.
fn set<'a>(tag: &Tag<'a>) -> Option<(&'a str, Option<&'a str>)> {
    let (name, value) = tag.rest().split_once('=')?;
    let name = name.trim();
    (!name.is_empty() && name.chars().all(is_of_name)).then(|| (name, list_over(value)))
}

/// What a list such as `[a.b for a in c.d if a.e]` goes through, where it has a name.
pub(super) fn list_over(value: &str) -> Option<&str> {
    let (_, after) = value.trim().strip_prefix('[')?.split_once(" for ")?;
    let (_, path) = after.split_once(" in ")?;
    let end = path.trim_start().find(|c: char| !(is_of_name(c) || c == '.'))?;
    let path = &path.trim_start()[..end];
    (!path.is_empty()).then_some(path)
}

/// Makes the meter known to the words files.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(LAP, |args: Kwargs, _: &State| go_through(args.must_get::<usize>("cost")?));
    tera.register_function(HELD, |args: Kwargs, _: &State| {
        let over = args.get::<Value>("over")?.and_then(|list| list.len()).unwrap_or(0);
        let value = args.get::<Value>("of")?.unwrap_or_else(Value::none);
        if size(&value, WORDS_VALUE.most).is_none() {
            return Err(too_much(&WORDS_VALUE));
        }
        go_through(over.saturating_mul(LEAST))
    });
    tera.register_function("range", range);
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
    for name in NOT_FOR_WORDS {
        tera.register_filter(name, move |_: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            Err(Error::message(format!("the filter “{name}” is not for words files")))
        });
    }
}

/// Counts letters that are gone through.
fn go_through(cost: usize) -> TeraResult<Value> {
    let gone = GONE_THROUGH.get().saturating_add(cost.max(LEAST));
    GONE_THROUGH.set(gone);
    if WORDS_WORK.is_passed_by(gone) { Err(too_much(&WORDS_WORK)) } else { Ok(Value::safe_string("")) }
}

/// How many letters a value would take, all it holds with it; none where it takes more than is left.
fn size(value: &Value, left: usize) -> Option<usize> {
    if let Some(letters) = value.as_str() {
        return left.checked_sub(letters.len());
    }
    if let Some(list) = value.as_array() {
        return list.iter().try_fold(left, |left, entry| size(entry, left.checked_sub(ENTRY)?));
    }
    match value.as_map() {
        Some(map) => map.values().try_fold(left, |left, entry| size(entry, left.checked_sub(ENTRY)?)),
        None => left.checked_sub(ENTRY),
    }
}

/// Numbers one after another, as Tera's function gives them, and few.
fn range(args: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start = args.get::<i64>("start")?.unwrap_or(0);
    let end = args.must_get::<i64>("end")?;
    let step = args.get::<i64>("step_by")?.unwrap_or(1);
    if step == 0 {
        return Err(Error::message("“range” cannot take steps of 0"));
    }
    let last = |number: &i64| if step > 0 { *number < end } else { *number > end };
    let numbers = std::iter::successors(Some(start), |number| number.checked_add(step)).take_while(last);
    let numbers: Vec<i64> = numbers.take(WORDS_RANGE.most + 1).collect();
    if WORDS_RANGE.is_passed_by(numbers.len()) { Err(too_much(&WORDS_RANGE)) } else { Ok(numbers) }
}

/// A text with some of its letters replaced, unless it becomes too long.
fn replace(value: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let from = args.must_get::<&str>("from")?;
    let to = args.must_get::<StringInput>("to")?;
    let safe = state.autoescaping_enabled() && (value.is_safe() || to.is_safe());
    let (text, to) =
        if safe { (value.rendered(state)?, to.rendered(state)?) } else { (value.as_str().into(), to.as_str().into()) };
    let longest = text.len().saturating_add(text.matches(from).count().saturating_mul(to.len()));
    if WORDS_VALUE.is_passed_by(longest) {
        return Err(too_much(&WORDS_VALUE));
    }
    let out = text.replace(from, &to);
    Ok(if safe { Value::safe_string(&out) } else { Value::from(out) })
}

/// The entries of a list as one text, unless it becomes too long.
fn join(list: &[Value], args: Kwargs, state: &State) -> TeraResult<Value> {
    let between = args.get::<StringInput>("sep")?;
    let marked = |value: &Value| value.as_str().is_some() && value.is_safe();
    let safe = state.autoescaping_enabled()
        && (list.iter().any(marked) || between.as_ref().is_some_and(|between| between.is_safe()));
    let between = match &between {
        Some(between) if safe => between.rendered(state)?.into_owned(),
        Some(between) => between.as_str().to_owned(),
        None => String::new(),
    };
    let mut out = String::new();
    for (at, entry) in list.iter().enumerate() {
        if at > 0 {
            out.push_str(&between);
        }
        if size(entry, WORDS_VALUE.most).is_none() {
            return Err(too_much(&WORDS_VALUE));
        }
        match entry {
            entry if !safe => out.push_str(&entry.to_string()),
            entry if entry.is_undefined() => {}
            entry => out.push_str(&state.escape_if_needed(entry)?),
        }
        if WORDS_VALUE.is_passed_by(out.len()) {
            return Err(too_much(&WORDS_VALUE));
        }
    }
    Ok(if safe { Value::safe_string(&out) } else { Value::from(out) })
}

/// The words that come of a words file, until there are too many.
#[derive(Default)]
pub(super) struct Page {
    written: Vec<u8>,
    /// Whether more was to be written than a page takes.
    pub(super) over: bool,
}

impl Page {
    /// The words.
    pub(super) fn words(self) -> String {
        String::from_utf8_lossy(&self.written).into_owned()
    }
}

impl Write for Page {
    fn write(&mut self, words: &[u8]) -> Written<usize> {
        self.over |= WORDS_PAGE.is_passed_by(self.written.len() + words.len());
        if self.over {
            return Err(Refusal::other(WORDS_PAGE.said));
        }
        self.written.extend_from_slice(words);
        Ok(words.len())
    }

    fn flush(&mut self) -> Written<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calls_go_in_and_come_out_again() {
        let words = "a\n{% for x in y -%}\n- {{ x }}\n{% endfor %}{% set z = [b.c for b in d.e if b.f] %}.\n";
        let metered = metered(words);
        assert_eq!(
            metered,
            format!(
                "{{{{ lap(cost={}) }}}}a\n{{% for x in y -%}}{{{{ lap(cost=11) -}}}}\n- {{{{ x }}}}\n{{% endfor %}}{{% set z = [b.c for b in d.e if b.f] %}}{{{{ held(of=z, over=d.e) }}}}.\n",
                words.len()
            )
        );
        assert_eq!(unmetered(&metered), words);
    }

    #[test]
    fn the_limit_that_was_passed_is_known_until_the_next_words() {
        begin();
        assert!(go_through(WORDS_WORK.most).is_ok());
        assert_eq!(passed(), None);
        assert!(go_through(LEAST).is_err());
        assert_eq!(passed(), Some(&WORDS_WORK));
        begin();
        assert_eq!(passed(), None);
    }

    #[test]
    fn a_list_goes_through_what_has_a_name() {
        assert_eq!(list_over(" [a for a in b.c]"), Some("b.c"));
        assert_eq!(list_over("[a.b for a in c if a.d in e]"), Some("c"));
        assert_eq!(list_over("[a for a in range(end=9)]"), Some("range"));
        assert_eq!(list_over("a"), None);
    }

    #[test]
    fn a_value_is_as_long_as_all_that_it_holds() {
        let list = Value::from(vec![Value::from("ab"), Value::from(vec![Value::from("c")])]);
        assert_eq!(size(&list, 100), Some(100 - 2 * ENTRY - 2 - ENTRY - 1));
        assert_eq!(size(&list, 20), None);
    }
}
